import type { Catalog, Column, Relation } from '../catalog/catalog.ts'
import type { MappedTable } from '../config/config.ts'
import type { Session } from '../control/database.ts'
import { quoteIdent } from '../control/quote.ts'
import { PgsealError } from '../errors.ts'
import { makeRecord } from '../seal/make-record.ts'
import { codecs } from '../types/codecs.ts'
import { recordText } from '../types/record-text.ts'
import type { JobColumn, RowIdentity } from './move-values.ts'
import { type KeyColumn, type Member, readMembers } from './row-key.ts'
import { type FetchedRow, type RowStatements, rowStatements } from './row-statements.ts'
import { sendFunctions } from './seal-rows.ts'

/** A member of a table's tree, ready to be gone through. */
export type TargetMember = {
  readonly oid: number
  readonly key: readonly KeyColumn[]
  readonly statements: RowStatements
  readonly columns: readonly JobColumn[]
  readonly identityOf: (row: FetchedRow) => RowIdentity
}

export type RotationTarget = {
  readonly table: MappedTable
  readonly relation: number
  /** Catalog names of the columns in scope. */
  readonly columnNames: readonly string[]
  readonly labels: readonly string[]
  readonly namedKeys: ReadonlySet<string>
  readonly members: readonly TargetMember[]
  /** pg_class.reltuples of all members; -1 where one was never analyzed. */
  readonly estimatedRows: number
}

/**
 * What a job does with one mapped table: its sealed columns, of which `names` picks some. Undefined when none exists yet.
 * Throws rotationNotReady when a column is not sealed as the map says, or rows have no key to be paged by.
 */
export async function readTarget(
  session: Session,
  catalog: Catalog,
  table: MappedTable,
  names: readonly string[] | undefined,
): Promise<RotationTarget | undefined> {
  const entry = catalog.mappedTables.find(({ mapName }) => mapName === table.mapName)
  const relation = entry?.relation
  if (relation === undefined) return undefined
  const notReady = (reason: string, hint?: string) =>
    new PgsealError('rotationNotReady', { table: table.mapName, reason }, hint === undefined ? {} : { hint })
  const mapped = table.columns.filter(({ name }) => names === undefined || names.includes(name))
  // What was unsealed already is a plain column of the catalog.
  const present = mapped.filter(({ name, unseal }) =>
    relation.columns.some((column) => column.name === name && (unseal !== true || column.mapped !== undefined)),
  )
  for (const { name } of present) {
    const found = relation.columns.find((column) => column.name === name)?.mapped
    if (found === undefined || found.state !== 'sealed') throw notReady(`column "${name}" is not sealed`)
    if (found.refused !== undefined) throw notReady(`column "${name}" is refused: ${found.refused}`)
  }
  if (present.length === 0) return undefined
  const { members, foreign } = await readMembers(session, relation.oid)
  if (foreign.length > 0) throw notReady(`rows of ${foreign[0]} are kept elsewhere`, 'Foreign tables are not served.')
  const labels = new Set(present.map(({ label }) => label))
  const targets = members.map((member) => targetOf(catalog, member, labels, notReady))
  const [estimate] = await session.query<{ rows: number }>(
    `select case when bool_or(reltuples < 0) then -1 else coalesce(sum(reltuples), 0) end::float8 as rows
     from pg_class where oid = any ($1::int8[]::oid[])`,
    [members.map(({ oid }) => oid)],
  )
  return {
    table,
    relation: relation.oid,
    columnNames: present.map(({ name }) => name),
    labels: [...labels].sort(),
    namedKeys: new Set(present.map(({ namedKey }) => namedKey)),
    members: targets,
    estimatedRows: estimate?.rows ?? -1,
  }
}

function targetOf(
  catalog: Catalog,
  member: Member,
  labels: ReadonlySet<string>,
  notReady: (reason: string, hint?: string) => PgsealError,
): TargetMember {
  const { key, name } = member
  if (key === undefined) {
    throw notReady(
      `${name} has no primary key, and no other unique key without NULL over plain columns`,
      'Rows are found again by their key. Add one.',
    )
  }
  const relation = catalog.relation(member.oid)
  const columns = relation === undefined ? [] : jobColumns(relation, labels)
  if (relation === undefined || columns.length === 0) throw notReady(`the columns of ${name} are not known`)
  const { extra, identityOf } = rowIdentity(relation)
  const described = columns.map(({ name: column, sealed, physicalType }) => ({
    name: column,
    physicalType,
    terms: sealed.terms,
  }))
  return { oid: member.oid, key, columns, identityOf, statements: rowStatements({ ...member, key }, described, extra) }
}

export function jobColumns(relation: Relation, labels: ReadonlySet<string>): JobColumn[] {
  const sealed = (column: Column): JobColumn[] => {
    const { mapped } = column
    if (mapped?.physical === undefined || !labels.has(mapped.column.label)) return []
    const physicalType = `pgseal.${quoteIdent(mapped.physical.name)}`
    return [{ name: column.name, sealed: mapped.column, table: mapped.table, physicalType }]
  }
  return relation.columns.flatMap(sealed)
}

export type Identity = { readonly extra: readonly string[]; readonly identityOf: TargetMember['identityOf'] }

/** Values in binary of the plain columns that a row's keys are bound to, and what is made of them. */
export function rowIdentity(relation: Relation): Identity {
  const rule = relation.record
  const extra =
    rule === undefined ? [] : rule.columns.map(({ name, type }) => `${sendFunctions[type.name]}(t.${quoteIdent(name)})`)
  return {
    extra,
    identityOf: (row) => {
      if (rule === undefined) return { record: '', tenant: '' }
      const texts = rule.columns.map(({ type }, at) =>
        recordText(type.name, codecs[type.name].fromBinary(row[`x${at}`] as Buffer, type.typmod)),
      )
      const record = makeRecord(rule.literals, texts.slice(0, rule.literals.length - 1))
      return { record: record.toString('utf8'), tenant: texts[rule.tenantAt]?.toString('utf8') ?? '' }
    },
  }
}
