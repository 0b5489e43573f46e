import type { RecordRule } from '../catalog/catalog.ts'
import type { MappedColumn } from '../config/config.ts'
import type { Session } from '../control/database.ts'
import { physicalTypeName } from '../control/physical-type.ts'
import { quoteIdent } from '../control/quote.ts'
import { PgsealError } from '../errors.ts'
import type { KeyRing } from '../keys/key-ring.ts'
import { makeRecord } from '../seal/make-record.ts'
import { makeTerm } from '../seal/make-term.ts'
import { sealValue } from '../seal/seal-value.ts'
import type { DataKey, SealedColumn } from '../seal/sealed-column.ts'
import { codecs } from '../types/codecs.ts'
import type { Fold } from '../types/fold.ts'
import type { LogicalTypeName } from '../types/logical-type.ts'
import { recordText } from '../types/record-text.ts'
import { termForm } from '../types/term-form.ts'
import { typeOf } from './apply-plan.ts'
import { recordColumns } from './record-facts.ts'

/** A column whose rows are sealed in place. */
export type ColumnToSeal = {
  readonly column: MappedColumn
  readonly sealed: SealedColumn
  /** undefined without terms. */
  readonly indexKeyId: string | undefined
  /** With a term of the lower case. */
  readonly fold?: Fold | undefined
}

/** What every row of a table is bound to: the table's name in the encryption context, and its record where it has one. */
export type BoundTo = { readonly table: string; readonly record: RecordRule | undefined }

export type StagedRows = {
  readonly rows: number
  /** Values that are not null, a column each. */
  readonly values: readonly number[]
  /** The expression for ALTER COLUMN ... TYPE ... USING, a column each. */
  readonly using: readonly string[]
}

const stage = 'pg_temp.pgseal_stage'
const empty = Buffer.alloc(0)
const smallBatch = 1_000_000
const largeBatch = 8_000_000
const maxBatchRows = 2000

// PostgreSQL's own send functions: what they give is the stored form.
export const sendFunctions: Readonly<Record<LogicalTypeName, string>> = {
  bool: 'boolsend',
  bytea: 'byteasend',
  int8: 'int8send',
  int2: 'int2send',
  int4: 'int4send',
  text: 'textsend',
  json: 'json_send',
  float4: 'float4send',
  float8: 'float8send',
  bpchar: 'bpcharsend',
  varchar: 'varcharsend',
  date: 'date_send',
  time: 'time_send',
  timestamp: 'timestamp_send',
  timestamptz: 'timestamptz_send',
  interval: 'interval_send',
  numeric: 'numeric_send',
  uuid: 'uuid_send',
  jsonb: 'jsonb_send',
  inet: 'inet_send',
  cidr: 'cidr_send',
}

/**
 * Reads every row of a locked table and its children, seals each under data keys of its own, and puts the sealed values into a
 * temporary table by table and place. Runs in the caller's transaction, which must also hold the ALTER TABLE, and from
 * which nothing plain is written anywhere. `bound` is what every row is bound to.
 */
export async function stageRows(
  session: Session,
  keyRing: KeyRing,
  relation: string,
  bound: BoundTo,
  columns: readonly ColumnToSeal[],
  onRows: (rows: number) => void,
): Promise<StagedRows> {
  const types = columns.map(({ column }) => `pgseal.${physicalTypeName(typeOf(column))}`)
  await session.query(
    `create temporary table pgseal_stage (t oid not null, c tid not null, ${types.map((type, at) => `s${at} ${type}`).join(', ')}) on commit drop`,
  )
  const sends = columns.map(({ column }, at) => {
    const send = sendFunctions[column.type as LogicalTypeName]
    return `pg_catalog.${send}(${quoteIdent(column.name)}) as v${at}`
  })
  await session.query(
    `declare pgseal_rows no scroll cursor for select tableoid::text as t, ctid::text as c, ${[...sends, ...recordColumns(bound.record, sendFunctions)].join(', ')} from ${relation}`,
  )
  const insert = insertStatement(columns, types)
  let rows = 0
  const values = columns.map(() => 0)
  for (let size = 100; ; ) {
    const batch = await session.query<Record<string, string | Buffer | null>>(`fetch forward ${size} from pgseal_rows`)
    if (batch.length === 0) break
    const sealed = await sealBatch(keyRing, bound, columns, batch)
    const parameters: unknown[] = [batch.map(({ t }) => t), batch.map(({ c }) => c)]
    let bytes = 0
    for (const [at, each] of sealed.entries()) {
      parameters.push(each.map((value) => value?.envelope ?? null))
      for (const [term] of columns[at]!.sealed.terms.entries())
        parameters.push(each.map((value) => value?.terms[term] ?? null))
      for (const value of each) {
        if (value === undefined) continue
        values[at]! += 1
        bytes += value.envelope.length
      }
    }
    await session.query(insert, parameters)
    rows += batch.length
    onRows(rows)
    if (bytes > largeBatch) size = Math.max(1, size >> 2)
    else if (bytes < smallBatch) size = Math.min(maxBatchRows, size * 2)
  }
  await session.query('close pgseal_rows')
  await session.query(`create unique index on ${stage} (t, c)`)
  const using: string[] = []
  for (const [at, type] of types.entries()) {
    await session.query(
      `create function pg_temp.pgseal_staged_${at}(oid, tid) returns ${type} language sql stable as 'select s${at} from ${stage} where t = $1 and c = $2'`,
    )
    using.push(`pg_temp.pgseal_staged_${at}(tableoid, ctid)`)
  }
  return { rows, values, using }
}

/** Drops what stageRows left for the transaction's end: a second table may follow in the same session. */
export async function dropStage(session: Session, columns: number): Promise<void> {
  for (let at = 0; at < columns; at++) await session.query(`drop function pg_temp.pgseal_staged_${at}(oid, tid)`)
}

function insertStatement(columns: readonly ColumnToSeal[], types: readonly string[]): string {
  const arrays = ['pg_catalog.unnest($1::oid[])', 'pg_catalog.unnest($2::tid[])']
  const names = ['t', 'c']
  const values: string[] = []
  for (const [at, { sealed }] of columns.entries()) {
    const attributes = [`e${at}`, ...sealed.terms.map((term) => `${term}${at}`)]
    for (const attribute of attributes) {
      arrays.push(`pg_catalog.unnest($${arrays.length + 1}::bytea[])`)
      names.push(attribute)
    }
    values.push(`case when e${at} is not null then row('1'::json, ${attributes.join(', ')})::${types[at]} end`)
  }
  return `insert into ${stage} select t, c, ${values.join(', ')} from rows from (${arrays.join(', ')}) as r (${names.join(', ')})`
}

export type Sealed = { readonly envelope: Buffer; readonly terms: readonly Buffer[] }

/**
 * Sealed values a column, undefined for NULL. All values of one row under one named key share its data key. A row has the
 * binary forms of the columns as `v0`, `v1`, ... and of what it is bound to as `r0`, `r1`, ...
 */
export async function sealBatch(
  keyRing: KeyRing,
  bound: BoundTo,
  columns: readonly ColumnToSeal[],
  batch: readonly Record<string, string | Buffer | null>[],
): Promise<(Sealed | undefined)[][]> {
  const result = columns.map(() => new Array<Sealed | undefined>(batch.length).fill(undefined))
  const bounds = batch.map((row) => rowOf(bound.record, row))
  const byKey = new Map<string, number[]>()
  for (const [at, { sealed }] of columns.entries()) {
    const group = byKey.get(sealed.namedKey)
    if (group === undefined) byKey.set(sealed.namedKey, [at])
    else group.push(at)
  }
  for (const [namedKey, group] of byKey) {
    const rows = [...batch.keys()].filter((row) => group.some((at) => batch[row]![`v${at}`] !== null))
    const keys = await keyRing.generate(
      namedKey,
      rows.map((row) => {
        const { record, tenant } = bounds[row]!
        return { table: bound.table, record: record.toString('utf8'), tenant }
      }),
    )
    for (const [which, row] of rows.entries()) {
      for (const at of group) {
        const value = batch[row]![`v${at}`]
        if (value !== null)
          result[at]![row] = seal(keyRing, columns[at]!, keys[which]!, bounds[row]!.record, value as Buffer)
      }
    }
  }
  return result
}

/** What a row is bound to; its tenant is '' where the table has none. */
export function rowOf(rule: RecordRule | undefined, row: Readonly<Record<string, string | Buffer | null>>): BoundRow {
  if (rule === undefined) return { record: empty, tenant: '' }
  const texts = rule.columns.map(({ name, type }, at) => {
    const value = row[`r${at}`]
    if (!Buffer.isBuffer(value)) throw new PgsealError('recordColumnNull', { column: name, table: rule.template })
    return recordText(type.name, codecs[type.name].fromBinary(value, type.typmod))
  })
  const tenant = texts[rule.tenantAt]?.toString('utf8') ?? ''
  // The keys of no tenant have this name.
  if (rule.tenantAt !== -1 && tenant === '') {
    throw new PgsealError('tenantEmpty', { column: rule.columns[rule.tenantAt]!.name, table: rule.template })
  }
  return { record: makeRecord(rule.literals, texts.slice(0, rule.literals.length - 1)), tenant }
}

type BoundRow = { readonly record: Buffer; readonly tenant: string }

function seal(keyRing: KeyRing, column: ColumnToSeal, key: DataKey, record: Buffer, value: Buffer): Sealed {
  const stored = storedForm(column, value)
  const terms = termsOfValue(keyRing, column, stored)
  return { envelope: sealValue(column.sealed, key, record, stored, terms), terms }
}

/** What rests in an envelope, from PostgreSQL's binary form. */
export function storedForm({ column }: ColumnToSeal, value: Buffer): Buffer {
  return codecs[column.type as LogicalTypeName].fromBinary(value, column.typmod)
}

/** The terms of a value, in attribute order. */
export function termsOfValue(
  keyRing: KeyRing,
  { column, sealed, indexKeyId, fold }: ColumnToSeal,
  stored: Buffer,
): Buffer[] {
  return sealed.terms.map((name) => {
    const indexKey = indexKeyId === undefined ? undefined : keyRing.indexKey(indexKeyId)
    const form = termForm(name, { name: column.type as LogicalTypeName, typmod: column.typmod }, fold)
    if (indexKey === undefined || form === undefined) throw noTerm(sealed.label)
    return makeTerm(name, indexKey, form(stored))
  })
}

function noTerm(label: string): PgsealError {
  return new PgsealError('internal', {}, { logDetail: `no index key or form of a term for ${label}` })
}
