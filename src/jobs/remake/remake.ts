// A table is made anew beside itself while clients go on, and then exchanged: copying, indexes, verification, swap. Each step
// is written down, so that the next run goes on where one was killed.
import type { Database, HeldSession, Session } from '../../control/database.ts'
import { quoteName } from '../../control/quote.ts'
import {
  addRemake,
  enterRemakePhase,
  noteOldDropped,
  noteRest,
  openRemake,
  type Remake,
  readRemake,
  readRemakes,
} from '../../control/remake-table.ts'
import { PgsealError } from '../../errors.ts'
import { inTransaction } from '../in-transaction.ts'
import { noteLeftovers } from '../leftovers.ts'
import { Pace, pause } from '../pace.ts'
import { type KeyColumn, readMembers } from '../row-key.ts'
import { catchUp, countDirty } from './catch-up.ts'
import type { TableChange } from './column-change.ts'
import { type RangeWork, workRanges } from './copy-rows.ts'
import { rowTexts } from './row-texts.ts'
import { createShadow, dropShadow, indexStatements, markDirty, oldName } from './shadow.ts'
import { refuseObstacles, rehearse, swap } from './swap.ts'
import { fingerprintOf, readTableShape, type TableShape } from './table-shape.ts'

export type RemakeOptions = {
  /** A login that owns the table; as many connections as workers and three. */
  readonly database: Database
  readonly relation: number
  /** As messages name it. */
  readonly table: string
  readonly labels: readonly string[]
  readonly change: TableChange
  readonly workers: number
  /** Rows a second. */
  readonly rate: number | undefined
  /** Copying waits while a replica is this many bytes of WAL behind. */
  readonly maxLagBytes: number | undefined
  /** How long the swap is tried. */
  readonly patienceMs: number
  readonly signal: AbortSignal | undefined
  readonly onProgress: (progress: RemakeProgress) => void
  /** Before the first attempt to swap: resolves when every serving process has what it needs of it. */
  readonly beforeSwap: () => Promise<void>
}

export type RemakeProgress = {
  readonly phase: 'copy' | 'index' | 'verify' | 'swap' | 'finish'
  readonly rows: number
  readonly total: number
  /** Why an attempt to swap did not succeed. */
  readonly why?: string
}

export type RemakeReport = {
  readonly outcome: 'done' | 'stopped'
  readonly rows: number
  /** Copied again because clients wrote them. */
  readonly again: number
  readonly attempts: number
  readonly lockedMs: number
}

const smallQueue = 500
const dirtyBatch = 5_000
const lagPollMs = 500

/**
 * Runs the job to its end, or goes on with one that was interrupted and makes the same. The caller sees to it that no other
 * run is at work on the table. Rejects with PgsealError remakeRefused, remakeChanged, remakeDiffers, remakeWaits, what the
 * change's own functions reject with, or the server's own error; but for remakeChanged, what was done is kept for the next run.
 */
export async function remakeTable(options: RemakeOptions): Promise<RemakeReport> {
  const { database, relation } = options
  const stopped = (): boolean => options.signal?.aborted === true
  let remake = await database.reserve((session) => begin(session, options))
  const phaseIs = async (phase: Remake['phase']): Promise<boolean> => {
    remake = (await readRemake(database, remake.id))!
    return remake.phase === phase && !stopped()
  }
  try {
    if (await phaseIs('copying')) await ranges(options, remake, 'copying', 'indexing')
    if (await phaseIs('indexing')) await database.reserve((session) => makeIndexes(session, options, remake))
    if (await phaseIs('verifying')) await ranges(options, remake, 'verifying', 'swapping')
  } catch (error) {
    if (error instanceof PgsealError && error.errorName === 'remakeDiffers') {
      await database.reserve((session) => giveUp(session, relation, remake))
    }
    throw error
  }
  let attempts = 0
  if (await phaseIs('swapping')) {
    await options.beforeSwap()
    if (!stopped()) attempts = await exchange(options, remake)
  }
  if (await phaseIs('finishing')) await database.reserve((session) => finish(session, options.onProgress, remake))
  remake = (await readRemake(database, remake.id))!
  return {
    outcome: remake.phase === 'done' ? 'done' : 'stopped',
    rows: remake.rowsCopied,
    again: remake.rowsAgain,
    attempts,
    lockedMs: remake.lockedMs ?? 0,
  }
}

/**
 * Takes part in the copying and verifying of a job that another process runs, until it needs no workers any more. `change`
 * must make the same as that job's.
 */
export async function helpRemake(options: Omit<RemakeOptions, 'beforeSwap'>): Promise<number> {
  const { database, relation, signal } = options
  let helped = 0
  for (;;) {
    const remake = await openRemake(database, relation)
    if (remake === undefined || remake.target !== options.change.target || signal?.aborted === true) return helped
    if (remake.phase === 'copying' || remake.phase === 'verifying') {
      const work = await rangeWork(database, options, remake)
      await workRanges(work, remake.phase, {
        ...workerOptions(options, remake),
        onRows: (rows) => {
          helped += rows
        },
      })
    } else if (remake.phase !== 'indexing') return helped
    await pause(250, signal)
  }
}

async function begin(session: HeldSession, options: RemakeOptions): Promise<Remake> {
  const { relation, change, table, labels } = options
  const open = await openRemake(session, relation)
  if (open !== undefined) {
    // The table may be the old one by now, which nobody changes.
    if (open.phase === 'finishing') return open
    const shape = await readTableShape(session, relation)
    const same = open.kind === change.kind && open.target === change.target && open.labels.join() === labels.join()
    if (same && shape !== undefined && fingerprintOf(shape) === open.fingerprint) return open
    await giveUp(session, relation, open)
  }
  const shape = await readTableShape(session, relation)
  if (shape === undefined) throw new PgsealError('remakeRefused', { table, reason: 'it does not exist' })
  refuseObstacles(shape, table)
  const key = await keyOf(session, shape, table)
  await rehearse(session, shape, key, change, table)
  return inTransaction(session, async () => {
    // Before the first row is read: whoever writes from here on is heard.
    await session.query("set local lock_timeout = '10s'")
    await markDirty(session, shape, key)
    const shadow = await createShadow(session, shape, change)
    const id = await addRemake(session, {
      kind: change.kind,
      schema: shape.schema,
      table: shape.name,
      relation,
      shadow,
      labels,
      target: change.target,
      fingerprint: fingerprintOf(shape),
      total: await estimate(session, relation),
    })
    return (await readRemake(session, id))!
  })
}

async function keyOf(session: Session, shape: TableShape, table: string): Promise<readonly KeyColumn[]> {
  const { members } = await readMembers(session, shape.oid)
  const key = members.find(({ oid }) => oid === shape.oid)?.key
  if (key !== undefined) return key
  throw new PgsealError('remakeRefused', {
    table,
    reason: 'it has no primary key, and no other unique key without NULL over plain columns',
  })
}

async function estimate(session: Session, relation: number): Promise<number> {
  const [row] = await session.query<{ rows: number }>(
    'select reltuples::float8 as rows from pg_class where oid = $1::int8::oid',
    [relation],
  )
  return row?.rows ?? -1
}

async function rangeWork(
  session: Session,
  { relation, change, table }: Pick<RemakeOptions, 'relation' | 'change' | 'table'>,
  remake: Remake,
): Promise<RangeWork> {
  const shape = await readTableShape(session, relation)
  if (shape === undefined || fingerprintOf(shape) !== remake.fingerprint) {
    throw new PgsealError('remakeChanged', { table, what: 'its columns, constraints or indexes differ' })
  }
  const key = await keyOf(session, shape, table)
  return { remake: remake.id, texts: rowTexts(shape, key, change), key, change, table }
}

function workerOptions(options: Omit<RemakeOptions, 'beforeSwap'>, remake: Remake) {
  const { database, workers, rate, signal, onProgress, maxLagBytes } = options
  const phase = remake.phase === 'verifying' ? ('verify' as const) : ('copy' as const)
  let rows = phase === 'verify' ? remake.rowsVerified : remake.rowsCopied
  const total = phase === 'verify' ? remake.rowsCopied : remake.total
  return {
    database,
    workers,
    pace: new Pace(rate, signal),
    signal,
    breathe: (session: Session) => awaitReplicas(session, maxLagBytes, signal),
    onRows: (more: number) => {
      rows += more
      onProgress({ phase, rows, total })
    },
  }
}

async function ranges(
  options: RemakeOptions,
  remake: Remake,
  phase: 'copying' | 'verifying',
  next: Remake['phase'],
): Promise<void> {
  const { database, signal } = options
  const work = await rangeWork(database, options, remake)
  await workRanges(work, phase, workerOptions(options, remake))
  if (signal?.aborted === true) return
  await database.transaction((session) => enterRemakePhase(session, remake.id, next))
}

/** Waits while what a standby or a subscriber has not confirmed is more than so many bytes. */
async function awaitReplicas(
  session: Session,
  maxLagBytes: number | undefined,
  signal: AbortSignal | undefined,
): Promise<void> {
  if (maxLagBytes === undefined) return
  const [may] = await session.query<{ see: boolean }>(`select pg_has_role('pg_read_all_stats', 'usage') as see`)
  if (may?.see !== true) {
    throw new PgsealError(
      'applyDenied',
      {},
      { detail: 'It may not see how far replicas are: grant it pg_read_all_stats.' },
    )
  }
  for (;;) {
    const [row] = await session.query<{ lag: number }>(
      `select coalesce(max(pg_wal_lsn_diff(pg_current_wal_lsn(), coalesce(replay_lsn, write_lsn))), 0)::float8 as lag from pg_stat_replication`,
    )
    if ((row?.lag ?? 0) <= maxLagBytes || signal?.aborted === true) return
    await pause(lagPollMs, signal)
  }
}

/**
 * The row's key first, by which rows are found again; then what was written meanwhile, until the tables are one; then all
 * other indexes, which see the rows of one moment.
 */
async function makeIndexes(session: HeldSession, options: RemakeOptions, remake: Remake): Promise<void> {
  const { relation, change, onProgress, signal, database } = options
  const shape = await readTableShape(session, relation)
  const work = await rangeWork(session, options, remake)
  const shadow = quoteName('pgseal', `new_${relation}`)
  onProgress({ phase: 'index', rows: 0, total: -1 })
  const names = work.key.map(({ name }) => `"${name.replaceAll('"', '""')}"`).join(', ')
  await session.query(`create index if not exists pgseal_key_${relation} on ${shadow} (${names})`)
  await session.query(`analyze ${shadow}`)
  while ((await countDirty(session, work)) > smallQueue && signal?.aborted !== true) {
    await catchUp(session, work, dirtyBatch)
  }
  if (signal?.aborted === true) return
  await catchUp(session, work)
  const statements = await indexStatements(database, shape!, change)
  await inTransaction(session, async () => {
    for (const statement of statements) await session.query(statement)
    await session.query(`drop index pgseal."pgseal_key_${relation}"`)
    await enterRemakePhase(session, remake.id, 'verifying')
  })
}

async function exchange(options: RemakeOptions, remake: Remake): Promise<number> {
  const { database, relation, patienceMs, signal, onProgress } = options
  const work = await rangeWork(database, options, remake)
  onProgress({ phase: 'swap', rows: 0, total: -1 })
  const { attempts } = await swap({
    database,
    work,
    relation,
    shadow: remake.shadow,
    fingerprint: remake.fingerprint,
    patienceMs,
    signal,
    onAttempt: (attempt, why) => onProgress({ phase: 'swap', rows: attempt, total: -1, why }),
  })
  return attempts
}

async function finish(session: Session, onProgress: RemakeOptions['onProgress'], remake: Remake): Promise<void> {
  onProgress({ phase: 'finish', rows: 0, total: -1 })
  for (const [at, statement] of remake.rest.entries()) {
    await session.query(statement)
    await noteRest(session, remake.id, remake.rest.slice(at + 1))
  }
  await enterRemakePhase(session, remake.id, 'done')
}

/** Takes away what a job has made; the table stays as it is. */
async function giveUp(session: HeldSession, relation: number, remake: Remake): Promise<void> {
  const [table] = await session.query<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.oid = $1::int8::oid`,
    [relation],
  )
  await inTransaction(session, async () => {
    await session.query("set local lock_timeout = '10s'")
    await dropShadow(session, relation, table?.name)
    await enterRemakePhase(session, remake.id, 'given up')
  })
}

/** What is left to do of jobs whose tables are exchanged. */
export async function finishRemakes(session: HeldSession): Promise<void> {
  for (const remake of await readRemakes(session)) {
    if (remake.phase === 'finishing') await finish(session, () => undefined, remake)
  }
}

/** Ends jobs that nobody will go on with, since the map no longer names what they are for. */
export async function giveUpOthers(session: HeldSession, labels: ReadonlySet<string>): Promise<void> {
  for (const remake of await readRemakes(session)) {
    if (remake.finished !== null || remake.phase === 'finishing' || remake.kind !== 'seal') continue
    if (!remake.labels.every((label) => labels.has(label))) await giveUp(session, remake.relation, remake)
  }
}

/** Ends a job on this table that another kind of work takes over from. */
export async function giveUpRemake(session: HeldSession, relation: number): Promise<void> {
  const open = await openRemake(session, relation)
  if (open !== undefined) await giveUp(session, relation, open)
}

/** Old tables that are still there, with plaintext or old terms. */
export async function keptOldTables(session: Session): Promise<Remake[]> {
  return (await readRemakes(session)).filter(({ oldKept }) => oldKept)
}

/**
 * Drops the old table of a job that is done. Nobody uses it, so nobody waits. Catalogs that may still hold bytes of its
 * columns are noted, for cleanLeftovers.
 */
export async function dropOldTable(session: HeldSession, remake: Remake): Promise<void> {
  await inTransaction(session, async () => {
    await noteLeftovers(session, true)
    await session.query(`drop table if exists ${quoteName('pgseal', oldName(remake.relation))}`)
    await noteOldDropped(session, remake.id)
  })
}
