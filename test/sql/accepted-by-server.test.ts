// Every text that analysis makes for the server must be one that PostgreSQL accepts with the declared types, and must give
// sealed types exactly where the plan says so.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openDatabase } from '../../src/control/database.ts'
import { physicalTypeName } from '../../src/control/physical-type.ts'
import { missingSchema, readSchemaFacts } from '../../src/control/schema.ts'
import type { SealedPlan, ServerParameter } from '../../src/sql/plan.ts'
import { describeStatement, parse, sync } from '../support/client-messages.ts'
import { sharedPostgres } from '../support/postgres.ts'
import { WireClient } from '../support/wire-client.ts'
import { relations } from './fixture-catalog.ts'
import { planOf, readCases, vectorFiles } from './vectors.ts'

let client: WireClient
const typeOids = new Map<string, number>()

before(async () => {
  const server = await sharedPostgres()
  const { name, url } = await server.createDatabase('accepted')
  const database = openDatabase(url, 1)
  const sealed = relations.flatMap((relation) =>
    relation.columns.flatMap((column) => (column.mapped?.physical === undefined ? [] : [column.mapped])),
  )
  const types = sealed.map((mapped) => ({ logicalType: mapped.logical.name, terms: mapped.column.terms }))
  for (const statement of missingSchema(await readSchemaFacts(database), types)) await database.query(statement)
  const rows = await database.query(
    "select typname, oid::int4 as oid from pg_type where typnamespace = 'pgseal'::regnamespace",
  )
  for (const row of rows) typeOids.set(String(row.typname), Number(row.oid))
  await database.close()
  client = await WireClient.connect({ host: server.host, port: server.port, user: server.user, database: name })
  for (const statement of fixtureStatements()) {
    const { error } = await client.query(statement)
    assert.equal(error, undefined, statement)
  }
})

after(async () => {
  await client?.close()
})

for (const file of vectorFiles()) {
  for (const one of readCases(file)) {
    const plan = planOf(one)
    if (plan.kind !== 'sealed') continue
    test(`${file}: ${one.name}`, async () => {
      const messages = await client.exchange([
        parse(plan.text, { oids: plan.parameters.map(declaredOid) }),
        describeStatement(),
        sync(),
      ])
      const error = messages.find((message) => message.type === 'ErrorResponse')
      assert.equal(error, undefined, `${plan.text.toString()}\n${JSON.stringify(error)}`)
      const description = messages.find((message) => message.type === 'RowDescription')
      checkResults(
        plan,
        description?.type === 'RowDescription' ? description.fields.map((field) => field.typeOid) : undefined,
      )
    })
  }
}

function checkResults(plan: SealedPlan, oids: readonly number[] | undefined): void {
  assert.equal(plan.results === undefined, oids === undefined)
  const sealed = new Set(typeOids.values())
  oids?.forEach((oid, at) => {
    const result = plan.results?.[at]
    if (result === undefined) assert.ok(!sealed.has(oid), `column ${at + 1} is sealed`)
    else assert.equal(oid, physicalOid(result.origins[0]!), `column ${at + 1}`)
  })
  assert.ok((plan.results?.length ?? 0) <= (oids?.length ?? 0))
}

function physicalOid(mapped: {
  readonly logical: { readonly name: string }
  readonly column: { readonly terms: readonly string[] }
}): number {
  return typeOids.get(physicalTypeName({ logicalType: mapped.logical.name, terms: mapped.column.terms }))!
}

function declaredOid(parameter: ServerParameter): number {
  switch (parameter.role) {
    case 'plain':
      return parameter.declaredOid
    case 'term':
      return parameter.operand.array ? 1001 : 17
    case 'seal':
    case 'constant':
      return physicalOid(parameter.target)
  }
}

function fixtureStatements(): string[] {
  const statements = ['create schema other', 'create table nowhere (id int4)']
  for (const relation of relations) {
    const name = `${relation.schema}.${relation.name}`
    if (relation.kind === 'v') {
      const columns = relation.columns.map((column) => column.name).join(', ')
      // What cannot exist on sealed columns is refused by PostgreSQL itself.
      if (relation.name !== 'v_bad') statements.push(`create view ${name} (${columns}) as ${relation.viewDefinition}`)
      continue
    }
    const columns = relation.columns.map((column) => {
      const mapped = column.mapped
      const type =
        mapped?.physical === undefined
          ? (mapped?.logical.name ?? typeNames[column.typeOid])
          : `pgseal.${physicalTypeName({ logicalType: mapped.logical.name, terms: mapped.column.terms })}`
      return `${column.name} ${type}`
    })
    const partition = relation.kind === 'p' ? ' partition by range (id)' : ''
    statements.push(`create table ${name} (${columns.join(', ')})${partition}`)
  }
  statements.push(
    'create unique index on users (id)',
    'create unique index on users (((email).eq))',
    'create unique index on orders (user_id, ((contact).eq))',
    "create function myfunc(text) returns text language sql as 'select $1'",
  )
  return statements
}

const typeNames: Readonly<Record<number, string>> = { 20: 'int8', 23: 'int4', 25: 'text', 1700: 'numeric' }
