// Vectors of analysis: test/vectors/sql/*.sql, each a list of cases.
//   -- case: what it shows (pitfall numbers)
//   -- declared: OIDs of Parse          -- mode: encrypt-only          -- names: users=other.users      (optional)
//   the statement
//   -- expect: passthrough REASON | refused SQLSTATE [@position] MESSAGE | sealed
//   -- text, parameters, client, results, rows: what a sealed plan holds
// UPDATE_VECTORS=1 writes what analysis says now; read the difference before keeping it.
import assert from 'node:assert/strict'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { analyze } from '../../src/sql/analyze.ts'
import { parseStatements } from '../../src/sql/parsed-text.ts'
import type { Operand, Plan, ServerParameter } from '../../src/sql/plan.ts'
import { repoRoot } from '../support/root.ts'
import { fixtureCatalog, publicNames, relations } from './fixture-catalog.ts'

type Case = { readonly name: string; readonly header: string[]; readonly sql: string; readonly expected: string[] }

const folder = join(repoRoot, 'test/vectors/sql')
const update = process.env.UPDATE_VECTORS === '1'

for (const file of readdirSync(folder).filter((name) => name.endsWith('.sql'))) {
  const cases = readCases(readFileSync(join(folder, file), 'utf8'))
  const written: string[] = []
  for (const one of cases) {
    const actual = describePlan(planOf(one))
    written.push([`-- case: ${one.name}`, ...one.header, one.sql, ...actual, ''].join('\n'))
    if (update) continue
    test(`${file}: ${one.name}`, () => {
      assert.deepEqual(actual, one.expected)
    })
  }
  if (update) writeFileSync(join(folder, file), written.join('\n'))
}

function readCases(text: string): Case[] {
  const cases: Case[] = []
  for (const block of text.split(/^-- case: /m).slice(1)) {
    const lines = block.split('\n')
    const name = lines.shift()!
    const header: string[] = []
    while (/^-- (declared|mode|names): /.test(lines[0] ?? '')) header.push(lines.shift()!)
    const at = lines.findIndex((line) => line.startsWith('-- expect: '))
    const sql = (at < 0 ? lines : lines.slice(0, at)).join('\n').trim()
    const expected = (at < 0 ? [] : lines.slice(at)).join('\n').trim().split('\n')
    cases.push({ name, header, sql, expected })
  }
  return cases
}

function planOf(one: Case): Plan {
  const header = (key: string) => one.header.find((line) => line.startsWith(`-- ${key}: `))?.slice(key.length + 5)
  const statement = parseStatements(Buffer.from(one.sql)).statements[0]!
  const overrides = new Map(
    (header('names') ?? '').split(' ').flatMap((pair) => {
      const [name, meaning] = pair.split('=')
      if (meaning === undefined) return []
      return [[name!, relations.find((one) => `${one.schema}.${one.name}` === meaning)?.oid ?? 99999] as const]
    }),
  )
  return analyze({
    statement,
    catalog: fixtureCatalog,
    names: publicNames(statement.names, overrides),
    declaredOids: (header('declared') ?? '').split(' ').filter(Boolean).map(Number),
    mode: header('mode') === 'encrypt-only' ? 'encrypt-only' : 'full',
    currentSchema: 'public',
  })
}

function describePlan(plan: Plan): string[] {
  switch (plan.kind) {
    case 'passthrough':
      return [`-- expect: passthrough ${plan.reason}${plan.describeFirst ? ', describe first' : ''}`]
    case 'refused': {
      const { sqlstate, position, message } = plan.error
      const log = plan.error.logDetail === undefined ? '' : ` [${plan.error.logDetail}]`
      return [`-- expect: refused ${sqlstate}${position === undefined ? '' : ` @${position}`} ${message}${log}`]
    }
    case 'sealed': {
      const results = plan.results?.map((result) =>
        result === undefined
          ? 'plain'
          : `${result.origins.map((origin) => origin.column.label).join('+')}:${typeText(result.logical)}`,
      )
      return [
        '-- expect: sealed',
        ...plan.text
          .toString()
          .split('\n')
          .map((line) => `-- text: ${line}`),
        ...plan.parameters.map((parameter, at) => `-- parameter $${at + 1}: ${parameterText(parameter)}`),
        ...(plan.clientParameters.length === 0
          ? []
          : [
              `-- client: ${plan.clientParameters.map((one) => `${one.typeOid}${one.plainAt < 0 ? '' : `@${one.plainAt}`}`).join(' ')}`,
            ]),
        ...(results === undefined ? [] : [`-- results: ${results.join(', ')}`]),
        ...(plan.rows === 0 ? [] : [`-- rows: ${plan.rows}`]),
        ...(plan.usesSettings ? ['-- uses settings'] : []),
      ]
    }
  }
}

function parameterText(parameter: ServerParameter): string {
  if (parameter.role === 'plain') return `plain client $${parameter.index + 1} declared ${parameter.declaredOid}`
  const row = parameter.role === 'seal' ? ` row ${parameter.row}` : ''
  return `${parameter.role} ${parameter.target.column.label}${row} of ${operandText(parameter.operand)}`
}

function operandText(operand: Operand): string {
  const source =
    operand.source.from === 'parameter'
      ? `client $${operand.source.index + 1}`
      : operand.source.text === null
        ? 'NULL'
        : JSON.stringify(operand.source.text.toString())
  const types = [operand.type, ...operand.casts].map(typeText).join(' to ')
  return `${source} as ${types}${operand.array ? ' array' : ''}`
}

function typeText(type: { readonly name: string; readonly typmod: number }): string {
  return type.typmod === -1 ? type.name : `${type.name}/${type.typmod}`
}
