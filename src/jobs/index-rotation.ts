import { createCatalogSource } from '../catalog/catalog-source.ts'
import { indexGroupOf, termsOf } from '../catalog/mapped-column.ts'
import type { MappedTable } from '../config/config.ts'
import { readRegisteredColumns, setColumnState } from '../control/column-registry.ts'
import type { Database, HeldSession, Session } from '../control/database.ts'
import { notifyInstances } from '../control/instance-table.ts'
import { readLetterCase } from '../control/letter-case.ts'
import { PgsealError } from '../errors.ts'
import type { KeyRing } from '../keys/key-ring.ts'
import { alone } from './alone.ts'
import { checkGroups, reindexOnline, type TableToReindex } from './reindex-online.ts'
import { dropOldTable, finishRemakes, keptOldTables, type RemakeProgress } from './remake/remake.ts'
import { jobColumns, rowIdentity } from './rotation-target.ts'
import type { OnlineOptions } from './seal-online.ts'

export type IndexRotationOptions = {
  /** A login that owns the tables. */
  readonly database: Database
  readonly keyRing: KeyRing
  readonly tables: readonly MappedTable[]
  /** Map name of the only table; all without it. */
  readonly table?: string | undefined
  /** Names of its columns; all with terms without it. */
  readonly columns?: readonly string[] | undefined
  readonly online: OnlineOptions
  readonly onProgress: (progress: RemakeProgress & { readonly table: string }) => void
}

export type ReindexedTable = {
  readonly table: string
  readonly labels: readonly string[]
  readonly outcome: 'done' | 'stopped'
  readonly rows: number
  readonly lockedMs: number
}

/**
 * Gives each column with terms another index key, while clients use the tables. A run that was interrupted is gone on with by the
 * next. Rejects with PgsealError applyRunning, rotationNotReady, reindexGroup, valueNotOpened, what remakeTable and the key
 * ring say, or the server's own error; tables that were done stay done.
 */
export async function rotateIndexKeys(options: IndexRotationOptions): Promise<ReindexedTable[]> {
  return alone(options.database, async (session) => {
    await finishReindexed(session)
    const done: ReindexedTable[] = []
    for (const table of options.tables) {
      if (options.table !== undefined && table.mapName !== options.table) continue
      if (options.online.signal?.aborted === true) break
      const target = await readTarget(session, options, table)
      if (target !== undefined) done.push(await rotateTable(session, options, target))
    }
    return done
  })
}

async function rotateTable(
  session: HeldSession,
  { database, keyRing, online, onProgress }: IndexRotationOptions,
  target: TableToReindex,
): Promise<ReindexedTable> {
  const table = target.table.mapName
  const labels = target.columns.map(({ column }) => column.label)
  const place = { database, keyRing, online, onProgress: (step: RemakeProgress) => onProgress({ table, ...step }) }
  try {
    const { outcome, rows, lockedMs } = await reindexOnline(session, place, target)
    await finishReindexed(session)
    return { table, labels, outcome, rows, lockedMs }
  } catch (error) {
    // What has not begun leaves no trace.
    if (error instanceof PgsealError && error.errorName === 'remakeRefused') {
      for (const label of labels) await setColumnState(session, label, 'sealed')
      await notifyInstances(session, 'columns')
    }
    throw error
  }
}

/** The old tables hold terms under the old keys, and are gone as soon as the new ones are in their place. */
async function finishReindexed(session: HeldSession): Promise<void> {
  await finishRemakes(session)
  for (const remake of await keptOldTables(session)) {
    if (remake.kind === 'reseal' && remake.phase === 'done') await dropOldTable(session, remake)
  }
}

/** undefined when the table has no sealed column with terms in scope. */
async function readTarget(
  session: Session,
  { tables, keyRing, columns: names }: IndexRotationOptions,
  table: MappedTable,
): Promise<TableToReindex | undefined> {
  const database = { query: session.query, transaction: <T>(work: (one: Session) => Promise<T>) => work(session) }
  const source = createCatalogSource({ database, tables, readRegisteredColumns, readLetterCase, interval: 0 })
  const catalog = await source.start()
  const relation = catalog.mappedTables.find(({ mapName }) => mapName === table.mapName)?.relation
  if (relation === undefined) return undefined
  const present = table.columns.filter(
    (column) =>
      termsOf(column).length > 0 &&
      (names === undefined || names.includes(column.name)) &&
      relation.columns.some(({ name, mapped }) => name === column.name && mapped !== undefined),
  )
  if (present.length === 0) return undefined
  const notReady = (reason: string) => new PgsealError('rotationNotReady', { table: table.mapName, reason })
  for (const { name } of present) {
    const mapped = relation.columns.find((column) => column.name === name)?.mapped
    if (mapped?.physical === undefined) throw notReady(`column "${name}" is not sealed`)
    if (mapped.refused !== undefined) throw notReady(`column "${name}" is refused: ${mapped.refused}`)
  }
  await checkGroups(session, table, present)
  const sealed = jobColumns(relation, new Set(present.map(({ label }) => label)))
  const columns: TableToReindex['columns'][number][] = []
  for (const job of sealed) {
    const column = present.find(({ label }) => label === job.sealed.label)!
    const indexKeyId = await keyRing.obtainIndexKey(column.namedKey, indexGroupOf(column), 'next')
    const fold = relation.columns.find(({ name }) => name === column.name)?.mapped?.folds?.column
    columns.push({ column, sealed: job, indexKeyId, fold })
  }
  return { table, relation: relation.oid, columns, identity: rowIdentity(relation) }
}
