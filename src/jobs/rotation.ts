import { createCatalogSource } from '../catalog/catalog-source.ts'
import type { MappedTable, NamedKey } from '../config/config.ts'
import { readRegisteredColumns } from '../control/column-registry.ts'
import type { Database, HeldSession, Session } from '../control/database.ts'
import type { JobKind } from '../control/job-table.ts'
import type { KeyTable, KeyTableRow } from '../control/key-table.ts'
import { missingOf, readSchemaFacts, schemaOutdated } from '../control/schema.ts'
import { PgsealError } from '../errors.ts'
import { mapBounded } from '../keys/call-slots.ts'
import type { KeyRing } from '../keys/key-ring.ts'
import { countByKey } from './key-counts.ts'
import type { ValueFailure } from './move-values.ts'
import { Pace } from './pace.ts'
import { type RotationTarget, readTarget } from './rotation-target.ts'
import { readUpdateTriggers, type TriggerChoice } from './row-triggers.ts'
import { type RotationProgress, rotateTable, type TableReport } from './table-rotation.ts'

export type RotationOptions = {
  readonly kind: JobKind
  /** A login that may read and change the mapped tables, and schema pgseal. */
  readonly database: Database
  readonly keyRing: KeyRing
  readonly keyTable: KeyTable
  readonly keys: ReadonlyMap<string, NamedKey>
  readonly tables: readonly MappedTable[]
  /** Map name of the only table; all without it. */
  readonly table?: string | undefined
  /** Names of its columns; all without it. */
  readonly columns?: readonly string[] | undefined
  /** Must be given where an UPDATE would set off triggers of users. */
  readonly triggers?: TriggerChoice | undefined
  /** Rows a second. */
  readonly rate?: number | undefined
  readonly verify: boolean
  readonly signal?: AbortSignal | undefined
  /** Milliseconds for which a row that a client holds is waited for; 5 minutes. */
  readonly patienceMs?: number | undefined
  /** Milliseconds for which another run's lock on a table is waited for; 3 seconds: a killed run's server process needs a moment. */
  readonly lockWaitMs?: number | undefined
  readonly onProgress?: (progress: RotationProgress) => void
  /** Told what will run, before it does. */
  readonly onTable?: (begin: TableBegin) => void
}

export type TableBegin = {
  readonly table: string
  readonly labels: readonly string[]
  /** Triggers of users that run for the changed rows, and those that do not. */
  readonly firing: readonly string[]
  readonly skipped: readonly string[]
}

export type KeyRowReport = {
  /** Branch and index keys wrapped anew. */
  readonly moved: number
  readonly failures: readonly ValueFailure[]
  /** Index keys that a KMS key or a line of a key file gives by itself: they stay with it. */
  readonly bound: readonly KeyTableRow[]
}

export type RotationReport = {
  readonly keyRows: KeyRowReport
  readonly tables: readonly TableReport[]
  /** Keys of the past on which no value of any column rests now. */
  readonly unused: readonly KeyTableRow[]
  /** Keys of the past on which values rest, and how many. */
  readonly used: readonly { readonly row: KeyTableRow; readonly values: number }[]
  /** Labels of columns that this login could not count. */
  readonly notCounted: readonly string[]
  /** Everything in scope rests on present keys, and opens. */
  readonly complete: boolean
}

/** First half of the key of the advisory lock that a run holds for each table; the second is the table's OID. */
const lockSpace = 0x7067_726f
const keyCallsAtOnce = 20

/**
 * `rewrap`: data keys, branch keys and wrapped index keys wrapped anew under the map's KMS keys and pairs, values untouched.
 * `rotate`: values sealed anew under fresh data keys. Both while clients write; both go on where a run that was killed ended.
 * Rejects with PgsealError rotationNotReady, rotationTriggers, rotationRunning, rotationBlocked, rotationRowKept,
 * rotationDenied, what the key ring says, or the server's own error: what was done is kept, and the next run goes on.
 */
export async function runRotation(options: RotationOptions): Promise<RotationReport> {
  const { database, kind } = options
  try {
    await checkSchema(database)
    const targets = await readTargets(options)
    const namedKeys = new Set(targets.flatMap((target) => [...target.namedKeys]))
    const firstRows = await rewrapRows(options, namedKeys)
    const reports: TableReport[] = []
    for (const target of targets) {
      if (options.signal?.aborted === true) break
      reports.push(await withTable(options, target))
    }
    const ended = reports.length === targets.length && reports.every(({ outcome }) => outcome !== 'stopped')
    // A proxy with an older map may have made branch keys meanwhile.
    const keyRows = ended ? added(firstRows, await rewrapRows(options, namedKeys)) : firstRows
    const rest = ended ? await countUses(options, namedKeys) : { unused: [], used: [], notCounted: [] }
    const complete = ended && reports.every(({ outcome }) => outcome === 'done') && keyRows.failures.length === 0
    return { keyRows, tables: reports, ...rest, complete }
  } catch (error) {
    throw asRotationError(error, kind)
  }
}

async function checkSchema(database: Session): Promise<void> {
  const facts = await readSchemaFacts(database)
  if (!facts.names.has('keys')) throw new PgsealError('schemaMissing')
  const missing = missingOf(facts.tables)
  if (missing.length > 0) throw schemaOutdated(missing)
}

async function readTargets(options: RotationOptions): Promise<RotationTarget[]> {
  const { database, tables, table, columns } = options
  const source = createCatalogSource({ database, tables, readRegisteredColumns, interval: 0 })
  const catalog = await source.start()
  source.stop()
  const targets: RotationTarget[] = []
  for (const mapped of tables) {
    if (table !== undefined && mapped.mapName !== table) continue
    const target = await readTarget(database, catalog, mapped, columns)
    if (target === undefined) continue
    for (const name of target.namedKeys) {
      if (options.keys.get(name)?.kms !== 'insecure-test-key') continue
      const reason = `named key "${name}" is the insecure test key, which is one key for all`
      throw new PgsealError(
        'rotationNotReady',
        { table: mapped.mapName, reason },
        { hint: 'Give the map another key.' },
      )
    }
    targets.push(target)
  }
  return targets
}

async function withTable(options: RotationOptions, target: RotationTarget): Promise<TableReport> {
  const { kind, keyRing, keyTable, keys, triggers, verify, signal } = options
  const table = target.table.mapName
  const { origin, replica } = await readUpdateTriggers(options.database, target.relation, target.columnNames)
  if (triggers === undefined && origin.length > 0) {
    throw new PgsealError('rotationTriggers', { command: kind, table, triggers: origin.join(', ') })
  }
  const firing = triggers === 'skip' ? replica : origin
  options.onTable?.({ table, labels: target.labels, firing, skipped: origin.filter((name) => !firing.includes(name)) })
  return options.database.reserve(async (session) => {
    await lock(session, options, target)
    try {
      await session.query("select set_config('default_transaction_isolation', 'read committed', false)")
      // A batch is joined to its rows one by one, however the planner counts. Queries of triggers are planned as they are.
      if (firing.length === 0) {
        await session.query(
          "select set_config('enable_hashjoin', 'off', false), set_config('enable_mergejoin', 'off', false)",
        )
      }
      if (triggers === 'skip') await session.query('set session_replication_role = replica')
      return await rotateTable(
        {
          kind,
          session,
          keyRing,
          keyTable,
          keys,
          pace: new Pace(options.rate, signal),
          signal,
          verify,
          triggersFire: firing.length > 0,
          patienceMs: options.patienceMs ?? 300_000,
          onProgress: options.onProgress ?? (() => undefined),
        },
        target,
      )
    } finally {
      if (triggers === 'skip') await session.query('reset session_replication_role').catch(() => undefined)
      await session.query('reset enable_hashjoin').catch(() => undefined)
      await session.query('reset enable_mergejoin').catch(() => undefined)
      await session
        .query('select pg_advisory_unlock($1::int4, $2::int4)', [lockSpace, target.relation | 0])
        .catch(() => undefined)
    }
  })
}

async function lock(
  session: HeldSession,
  options: RotationOptions,
  { relation, table }: RotationTarget,
): Promise<void> {
  await session.query("select set_config('lock_timeout', $1, false)", [`${options.lockWaitMs ?? 3000}ms`])
  try {
    await session.query('select pg_advisory_lock($1::int4, $2::int4)', [lockSpace, relation | 0])
  } catch (error) {
    if ((error as { code?: unknown }).code !== '55P03') throw error
    throw new PgsealError('rotationRunning', { table: table.mapName })
  } finally {
    await session.query("select set_config('lock_timeout', '0', false)")
  }
}

/**
 * Branch and wrapped index keys of these named keys, exchanged in their rows: what they wrap stays as it is. `rotate` leaves
 * branch keys, on which nothing rests in the end, under their KMS keys.
 */
async function rewrapRows(options: RotationOptions, namedKeys: ReadonlySet<string>): Promise<KeyRowReport> {
  const { keyRing, keyTable, onProgress, kind: job } = options
  const kinds = job === 'rewrap' ? ['branch', 'index'] : ['index']
  const rows = (await keyTable.all()).filter(({ namedKey, kind }) => namedKeys.has(namedKey) && kinds.includes(kind))
  const failures: ValueFailure[] = []
  const bound: KeyTableRow[] = []
  let [moved, seen] = [0, 0]
  await mapBounded(rows, keyCallsAtOnce, async (row) => {
    if (row.wrapped === null && row.kind === 'index' && !(await keyRing.isPresent(row))) bound.push(row)
    try {
      const next = await keyRing.rewrapRow(row)
      // Another run may have been quicker; then it is done.
      if (next !== undefined && (await keyTable.replaceWrapped(row, next))) moved += 1
    } catch (error) {
      if (!(error instanceof PgsealError) || error.errorName !== 'openFailed') throw error
      failures.push({ label: `${row.kind} key of ${row.namedKey}`, place: row.id, reason: error.logDetail ?? '' })
    }
    seen += 1
    onProgress?.({ phase: 'keys', table: '', rows: seen, total: rows.length })
  })
  return { moved, failures, bound }
}

function added(first: KeyRowReport, second: KeyRowReport): KeyRowReport {
  return { ...second, moved: first.moved + second.moved }
}

/** What rests on the keys of the past of these named keys, over all columns of the database; noted for `status`. */
async function countUses(options: RotationOptions, namedKeys: ReadonlySet<string>) {
  const { database, keyRing, keyTable } = options
  const registered = (await readRegisteredColumns(database)).filter(({ namedKey }) => namedKeys.has(namedKey))
  const past: KeyTableRow[] = []
  for (const row of await keyTable.all()) {
    if (!namedKeys.has(row.namedKey) || row.kind === 'index') continue
    // A branch key of the present KMS key may be in use in a proxy before a value rests on it.
    const maxAge = options.keys.get(row.namedKey)!.cache.maxAgeMs
    const aged = row.kind === 'branch' && Date.now() - row.created.getTime() > 2 * maxAge + 60_000
    if (aged || !(await keyRing.isPresent(row))) past.push(row)
  }
  if (past.length === 0) return { unused: [], used: [], notCounted: [] }
  const { counts, denied } = await countByKey(database, registered)
  const values = new Map<string, number>()
  for (const count of counts) values.set(count.keyId, (values.get(count.keyId) ?? 0) + count.values)
  const used = past.filter(({ id }) => values.has(id)).map((row) => ({ row, values: values.get(row.id)! }))
  const unused = denied.length > 0 ? [] : past.filter(({ id }) => !values.has(id))
  await keyTable.noteUnused(
    unused.map(({ id }) => id),
    used.map(({ row }) => row.id),
  )
  return { unused, used, notCounted: denied }
}

function asRotationError(error: unknown, command: JobKind): unknown {
  if (error instanceof PgsealError) return error
  const { code, message } = error as { code?: unknown; message?: unknown }
  if (code !== '42501') return error
  return new PgsealError('rotationDenied', { command }, { logDetail: String(message) })
}
