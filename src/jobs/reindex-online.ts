// Terms under another index key, in a table that is in use. Values are sealed anew with them, since terms are bound into values.
import { indexGroupOf } from '../catalog/mapped-column.ts'
import type { MappedColumn, MappedTable } from '../config/config.ts'
import {
  type RegisteredColumn,
  readRegisteredColumns,
  reindexedAt,
  setColumnState,
} from '../control/column-registry.ts'
import type { Database, Session } from '../control/database.ts'
import { notifyInstances } from '../control/instance-table.ts'
import { useNextIndexKey } from '../control/key-table.ts'
import { quoteLiteral } from '../control/quote.ts'
import { PgsealError } from '../errors.ts'
import type { KeyRing } from '../keys/key-ring.ts'
import { sealValue } from '../seal/seal-value.ts'
import type { Fold } from '../types/fold.ts'
import { createIndex, plainKey } from './carry-index.ts'
import { indexName } from './column-before.ts'
import { inTransaction } from './in-transaction.ts'
import type { JobColumn, OpenedRow, ValueFailure } from './move-values.ts'
import { termOf } from './opened-indexes.ts'
import type { ColumnChange, MadeRow, TableChange } from './remake/column-change.ts'
import { type RemakeProgress, type RemakeReport, remakeTable } from './remake/remake.ts'
import type { OnlineOptions } from './seal-online.ts'
import { termsOfValue } from './seal-rows.ts'
import { openSource, sealedSource } from './sealed-source.ts'
import type { TableFacts } from './table-facts.ts'
import { awaitInstances } from './table-hold.ts'

/** A column with terms, and the index key that they get. */
export type ReindexedColumn = {
  readonly column: MappedColumn
  readonly sealed: JobColumn
  readonly indexKeyId: string
  /** With a term of the lower case. */
  readonly fold: Fold | undefined
}

export type TableToReindex = {
  readonly table: MappedTable
  readonly relation: number
  readonly columns: readonly ReindexedColumn[]
  readonly identity: {
    readonly extra: readonly string[]
    readonly identityOf: Parameters<typeof openSource>[0]['identityOf']
  }
}

export type ReindexPlace = {
  readonly database: Database
  readonly keyRing: KeyRing
  readonly online: OnlineOptions
  readonly onProgress: (progress: RemakeProgress) => void
}

/**
 * Rejects with reindexGroup when a group has columns in another table as well: all of a group change at once.
 */
export async function checkGroups(
  session: Session,
  table: MappedTable,
  columns: readonly MappedColumn[],
): Promise<void> {
  const registered = await readRegisteredColumns(session)
  const own = new Set(columns.map(({ label }) => label))
  for (const group of new Set(columns.map(indexGroupOf))) {
    const other = registered.find((row) => isOfGroup(row, group) && !own.has(row.label))
    if (other !== undefined) {
      throw new PgsealError('reindexGroup', { table: table.mapName, group, label: other.label })
    }
  }
}

function isOfGroup(row: RegisteredColumn, group: string): boolean {
  return row.indexGroup === group && row.terms.length > 0 && row.state !== 'absent' && row.state !== 'unsealed'
}

/** Rejects as remakeTable does, with remakeWaits when a serving process does not go on, and with openFailed for a value. */
export async function reindexOnline(
  session: Session,
  { database, keyRing, online, onProgress }: ReindexPlace,
  target: TableToReindex,
): Promise<RemakeReport> {
  const labels = target.columns.map(({ column }) => column.label)
  await inTransaction(session, async () => {
    for (const label of labels) await setColumnState(session, label, 'resealing')
    await notifyInstances(session, 'columns')
  })
  return remakeTable({
    database,
    relation: target.relation,
    table: target.table.mapName,
    labels,
    change: reindexChange(keyRing, target),
    ...online,
    onProgress,
    beforeSwap: async () => {
      const served = labels.map((label) => `${label} resealing`)
      const limits = { milliseconds: online.patienceMs, signal: online.signal }
      if ((await awaitInstances(database, served, limits, online.onLagging)) || online.signal?.aborted === true) return
      throw new PgsealError('remakeWaits', {
        table: target.table.mapName,
        reason: 'a serving process does not serve the columns',
      })
    },
  })
}

/** What other index keys make of the table. */
export function reindexChange(keyRing: KeyRing, { table, columns, identity }: TableToReindex): TableChange {
  const jobs = columns.map(({ sealed }) => sealed)
  const source = sealedSource(jobs)
  const mover = { keyRing, columns: jobs, identityOf: identity.identityOf }
  return {
    kind: 'reseal',
    changes: columns.map((column, at) => columnChange(column, source.texts[at]!)),
    extra: identity.extra,
    target: JSON.stringify(columns.map(({ sealed: { name, sealed }, indexKeyId }) => [name, sealed.label, indexKeyId])),
    make: async (rows) => {
      const opened = await openSource(mover, source, rows)
      refuseFailures(table, opened)
      return seal(keyRing, columns, opened)
    },
    verify: async (rows) => {
      const [before, after] = await Promise.all([openSource(mover, source, rows), openSource(mover, source, rows, 'm')])
      return rows.flatMap((_, row) => compared(keyRing, columns, before[row]!, after[row]!))
    },
    indexes: (facts) => termIndexes(facts, new Set(columns.map(({ column }) => column.name))),
    swapped: async (session, relation, positions) => {
      for (const { column, indexKeyId } of columns) {
        await reindexedAt(session, column.label, relation, positions.get(column.name)!, indexKeyId)
      }
      for (const group of new Set(columns.map(({ column }) => indexGroupOf(column)))) {
        await useNextIndexKey(session, group)
      }
    },
  }
}

function columnChange(
  { sealed: { name, physicalType, sealed } }: ReindexedColumn,
  source: readonly string[],
): ColumnChange {
  const made = sealedSource([{ name, physicalType, sealed, table: '' }], 'n').texts[0]!
  return {
    name,
    type: physicalType,
    source,
    parts: source.map(() => 'bytea' as const),
    assemble: (given) =>
      `case when ${given[0]} is not null then row('1'::json, ${given.join(', ')})::${physicalType} end`,
    made,
    // The one of the table as it is comes with it.
    check: undefined,
  }
}

/** All values of one row under one named key share its data key. */
async function seal(
  keyRing: KeyRing,
  columns: readonly ReindexedColumn[],
  opened: readonly OpenedRow[],
): Promise<MadeRow[]> {
  const made = opened.map(() =>
    columns.map(({ sealed }) => new Array<Buffer | null>(1 + sealed.sealed.terms.length).fill(null)),
  )
  for (const namedKey of new Set(columns.map(({ sealed }) => sealed.sealed.namedKey))) {
    const isOfKey = (at: number) => columns[at]!.sealed.sealed.namedKey === namedKey
    const wanted = [...opened.entries()].filter(([, { values }]) => values.some(({ found }) => isOfKey(found.at)))
    const keys = await keyRing.generate(
      namedKey,
      wanted.map(([, { identity, values }]) => {
        const { at } = values.find(({ found }) => isOfKey(found.at))!.found
        return { table: columns[at]!.sealed.table, record: identity.record, tenant: identity.tenant }
      }),
    )
    for (const [which, [row, { identity, values }]] of wanted.entries()) {
      for (const { found, stored } of values) {
        if (!isOfKey(found.at)) continue
        const column = columns[found.at]!
        const terms = termsOfStored(keyRing, column, stored)
        const record = Buffer.from(identity.record)
        made[row]![found.at] = [sealValue(column.sealed.sealed, keys[which]!, record, stored, terms), ...terms]
        stored.fill(0)
      }
    }
  }
  return made.map((row) => row.flat())
}

function termsOfStored(keyRing: KeyRing, { column, sealed, ...with_ }: ReindexedColumn, stored: Buffer): Buffer[] {
  return termsOfValue(keyRing, { column, sealed: sealed.sealed, ...with_ }, stored)
}

/** What of one row is not the same in both tables, or has terms of another key. */
function compared(
  keyRing: KeyRing,
  columns: readonly ReindexedColumn[],
  before: OpenedRow,
  after: OpenedRow,
): ValueFailure[] {
  const failures: ValueFailure[] = [...before.failures, ...after.failures]
  for (const [at, column] of columns.entries()) {
    const { label } = column.sealed.sealed
    if (failures.some((failure) => failure.label === label)) continue
    const [old, now] = [before, after].map(({ values }) => values.find(({ found }) => found.at === at))
    let reason: string | undefined
    if (old === undefined || now === undefined) {
      reason = old === now ? undefined : 'one is NULL and the other is not'
    } else if (!old.stored.equals(now.stored)) reason = 'it holds another value'
    else if (!termsOfStored(keyRing, column, now.stored).every((term, which) => term.equals(now.found.terms[which]!))) {
      reason = 'its terms are of another key'
    }
    old?.stored.fill(0)
    now?.stored.fill(0)
    if (reason !== undefined) failures.push({ label, place: '', reason })
  }
  return failures
}

function refuseFailures(table: MappedTable, opened: readonly OpenedRow[]): void {
  const [first] = opened.flatMap(({ failures }) => failures)
  if (first === undefined) return
  throw new PgsealError('valueNotOpened', { table: table.mapName, label: first.label }, { logDetail: first.reason })
}

/** Indexes over terms of these columns, as they are. */
function termIndexes(facts: TableFacts, names: ReadonlySet<string>): string[] {
  return facts.indexes.flatMap((index) => {
    const isOver = index.keys.some((key) => names.has(termOf(key)?.column ?? ''))
    if (!isOver) return []
    const table = facts.tree.find(({ oid }) => oid === index.relation)!.name
    const create = createIndex(index, table, index.keys.map(plainKey))
    if (index.comment === null) return [create]
    return [create, `comment on index ${indexName(index)} is ${quoteLiteral(index.comment)}`]
  })
}
