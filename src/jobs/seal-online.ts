// Sealing columns of a table that is in use.
import type { MappedTable } from '../config/config.ts'
import { writeColumnBefore } from '../control/column-before.ts'
import { type RegisteredColumn, registerColumn } from '../control/column-registry.ts'
import type { Database, Session } from '../control/database.ts'
import { type Instance, notifyInstances } from '../control/instance-table.ts'
import { physicalTypeName } from '../control/physical-type.ts'
import { quoteIdent, quoteName } from '../control/quote.ts'
import { PgsealError } from '../errors.ts'
import type { KeyRing } from '../keys/key-ring.ts'
import { parseEnvelope } from '../seal/envelope.ts'
import { openValue } from '../seal/open-value.ts'
import type { LogicalTypeName } from '../types/logical-type.ts'
import { indexTerms, typeOf } from './apply-plan.ts'
import { carriedIndexes, orderIndexes } from './carry-index.ts'
import { type BeforeSealing, readBefore } from './column-before.ts'
import { inTransaction } from './in-transaction.ts'
import type { ValueFailure } from './move-values.ts'
import { recordColumns } from './record-facts.ts'
import type { ColumnChange, MadeRow, SourceRow, TableChange } from './remake/column-change.ts'
import { type RemakeProgress, type RemakeReport, remakeTable } from './remake/remake.ts'
import { shadowName } from './remake/shadow.ts'
import {
  type BoundTo,
  type ColumnToSeal,
  rowOf,
  sealBatch,
  sendFunctions,
  storedForm,
  termsOfValue,
} from './seal-rows.ts'
import { readTableFacts } from './table-facts.ts'
import { awaitInstances } from './table-hold.ts'

export type OnlineOptions = {
  readonly workers: number
  /** Rows a second. */
  readonly rate: number | undefined
  readonly maxLagBytes: number | undefined
  /** How long the swap waits for serving processes, and is tried. */
  readonly patienceMs: number
  readonly signal: AbortSignal | undefined
  /** Told of processes that do not serve the columns yet: they go by another map. */
  readonly onLagging: (lagging: readonly Instance[]) => void
}

export type OnlineColumn = { readonly toSeal: ColumnToSeal; readonly registration: RegisteredColumn }

type Place = {
  readonly database: Database
  readonly keyRing: KeyRing
  readonly online: OnlineOptions
  readonly onProgress: (progress: RemakeProgress) => void
}

export type TableToSeal = {
  readonly table: MappedTable
  readonly relation: number
  readonly bound: BoundTo
  /** `registration`: as it will be, with the place of the column as it is. */
  readonly columns: readonly OnlineColumn[]
}

/** Rejects as remakeTable does, and with remakeWaits when a serving process does not load the map. */
export async function sealOnline(session: Session, place: Place, target: TableToSeal): Promise<RemakeReport> {
  const { database, keyRing, online, onProgress } = place
  const { table, relation, columns } = target
  // From here on the columns count as being sealed: processes with the new map serve them, as the plain ones that they are.
  await inTransaction(session, async () => {
    for (const { registration } of columns) await registerColumn(session, { ...registration, state: 'sealing' })
    await notifyInstances(session, 'columns')
  })
  const labels = columns.map(({ registration }) => registration.label)
  const names = columns.map(({ toSeal }) => toSeal.column.name)
  const before = await readBefore(session, (await readTableFacts(session, table.schema, table.name))!, names)
  return remakeTable({
    database,
    relation,
    table: table.mapName,
    labels,
    change: sealChange(keyRing, target),
    ...online,
    onProgress,
    beforeSwap: async () => {
      const served = labels.map((label) => `${label} sealing`)
      const limits = { milliseconds: online.patienceMs, signal: online.signal }
      await rememberFor(session, before, target)
      if ((await awaitInstances(database, served, limits, online.onLagging)) || online.signal?.aborted === true) return
      throw new PgsealError('remakeWaits', { table: table.mapName, reason: 'a serving process has not loaded the map' })
    },
  })
}

/** Writes down what the columns were, for the way back: the new table has all its indexes by now, under the old schema's name. */
async function rememberFor(
  session: Session,
  before: BeforeSealing,
  { table, relation, columns }: TableToSeal,
): Promise<void> {
  const made = (await readTableFacts(session, 'pgseal', shadowName(relation)))?.indexes ?? []
  const names = made.map(({ name }) => quoteName(table.schema, name)).filter((name) => !before.indexes.has(name))
  for (const { toSeal, registration } of columns) {
    await writeColumnBefore(session, registration.label, { ...before.columns.get(toSeal.column.name)!, made: names })
  }
}

/** What sealing these columns makes of the table. */
export function sealChange(keyRing: KeyRing, { bound, columns }: Pick<TableToSeal, 'bound' | 'columns'>): TableChange {
  const toSeal = columns.map((column) => column.toSeal)
  const parts = toSeal.map(({ sealed }) => 1 + sealed.terms.length)
  return {
    kind: 'seal',
    changes: toSeal.map(columnChange),
    extra: recordColumns(bound.record, sendFunctions, 't.').map((text) => text.replace(/ as r\d+$/, '')),
    target: JSON.stringify([
      bound.table,
      columns.map(({ registration: { relation, position, state, ...rest } }) => rest),
    ]),
    make: async (rows) => {
      const sealed = await sealBatch(
        keyRing,
        bound,
        toSeal,
        rows.map((row) => batchRow(row, toSeal.length, bound)),
      )
      return rows.map(
        (_, row): MadeRow =>
          toSeal.flatMap((_column, at) => {
            const value = sealed[at]![row]
            if (value === undefined) return new Array<null>(parts[at]!).fill(null)
            return [value.envelope, ...value.terms]
          }),
      )
    },
    verify: async (rows) => {
      const failures: ValueFailure[] = []
      await Promise.all(
        rows.map(async (row) => {
          let first = 0
          const { record, tenant } = rowOf(bound.record, batchRow(row, toSeal.length, bound))
          for (const [at, column] of toSeal.entries()) {
            const made = Array.from({ length: parts[at]! }, (_, which) => row[`m${first + which}`] as Buffer | null)
            first += parts[at]!
            const context = { table: bound.table, record: record.toString('utf8'), tenant }
            const reason = await wrong(keyRing, column, context, row[`s${at}`] as Buffer | null, made, record)
            if (reason !== undefined) failures.push({ label: column.sealed.label, place: String(row.k0), reason })
          }
        }),
      )
      return failures
    },
    indexes: (facts) => {
      const terms = indexTerms(toSeal.map(({ column }) => column))
      const ordered = toSeal.filter(({ sealed }) => sealed.terms.includes('ord')).map(({ column }) => column.name)
      return [...carriedIndexes(facts, terms).flatMap(({ create }) => create), ...orderIndexes(facts, ordered)]
    },
    swapped: async (session, relation, positions) => {
      for (const { registration } of columns) {
        const position = positions.get(registration.columnName) ?? null
        await registerColumn(session, { ...registration, relation, position, state: 'sealed' })
      }
    },
  }

  function columnChange({ column, sealed }: ColumnToSeal): ColumnChange {
    const name = quoteIdent(column.name)
    const type = `pgseal.${physicalTypeName(typeOf(column))}`
    return {
      name: column.name,
      type,
      source: [`pg_catalog.${sendFunctions[column.type as LogicalTypeName]}(t.${name})`],
      parts: ['bytea', ...sealed.terms.map(() => 'bytea' as const)],
      assemble: (given) => `case when ${given[0]} is not null then row('1'::json, ${given.join(', ')})::${type} end`,
      made: [`(n.${name}).c::bytea`, ...sealed.terms.map((term) => `(n.${name}).${term}::bytea`)],
      check: `${name} is null or ${name} is not null`,
    }
  }

  function batchRow(row: SourceRow, values: number, { record }: BoundTo): Record<string, string | Buffer | null> {
    const given: Record<string, string | Buffer | null> = {}
    for (let at = 0; at < values; at += 1) given[`v${at}`] = row[`s${at}`] ?? null
    for (let at = 0; at < (record?.columns.length ?? 0); at += 1) given[`r${at}`] = row[`x${at}`] ?? null
    return given
  }
}

/** Why a value of the new table is not what the old one holds; undefined when it is. */
async function wrong(
  keyRing: KeyRing,
  column: ColumnToSeal,
  context: { readonly table: string; readonly record: string; readonly tenant: string },
  source: Buffer | null,
  [bytes, ...terms]: readonly (Buffer | null)[],
  record: Buffer,
): Promise<string | undefined> {
  const { sealed } = column
  if (source === null || bytes === null || bytes === undefined) {
    return source === null && (bytes ?? null) === null ? undefined : 'one is NULL and the other is not'
  }
  const envelope = parseEnvelope(bytes, sealed.label)
  if (!envelope.record.equals(record)) return "the record is not the row's own"
  const present = terms as readonly Buffer[]
  const stored = storedForm(column, source)
  let opened: Buffer
  try {
    const key = await keyRing.open(sealed.namedKey, envelope.keyPart, context, sealed.label)
    opened = openValue(sealed, envelope, key, present)
  } catch (error) {
    if (!(error instanceof PgsealError) || error.errorName !== 'openFailed') throw error
    return error.logDetail ?? 'it does not open'
  }
  const same = opened.equals(stored)
  opened.fill(0)
  if (!same) return 'it holds another value'
  const expected = termsOfValue(keyRing, column, stored)
  return expected.every((term, at) => term.equals(present[at]!)) ? undefined : 'its terms are of another value'
}
