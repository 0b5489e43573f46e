// The swap: one short transaction in which the new table takes the place of the old one, while serving processes hold
// statements on it. It is tried until it succeeds; an attempt that does not leaves everything as it was.
import { setTimeout as delay } from 'node:timers/promises'
import type { Database, HeldSession, Session } from '../../control/database.ts'
import { holdSpace, notifyInstances } from '../../control/instance-table.ts'
import { quoteLiteral } from '../../control/quote.ts'
import { enterRemakePhase, noteLocked, noteOldKept, noteRest } from '../../control/remake-table.ts'
import { PgsealError } from '../../errors.ts'
import { inTransaction } from '../in-transaction.ts'
import type { KeyColumn } from '../row-key.ts'
import { NotHeld, withTableHeld } from '../table-hold.ts'
import { catchUp, countDirty } from './catch-up.ts'
import type { TableChange } from './column-change.ts'
import type { RangeWork } from './copy-rows.ts'
import { type Exchange, exchangeStatements, type SequenceState } from './exchange-statements.ts'
import { createShadow, indexStatements, markDirty, marksDirty, oldName } from './shadow.ts'
import { fingerprintOf, readTableShape, type ShapeIdentity, shapeVersion, type TableShape } from './table-shape.ts'

export type SwapOptions = {
  readonly database: Database
  readonly work: RangeWork
  readonly relation: number
  readonly shadow: number
  readonly fingerprint: string
  /** How long attempts are made. */
  readonly patienceMs: number
  readonly signal: AbortSignal | undefined
  readonly onAttempt: (attempt: number, why: string) => void
}

export type Swapped = { readonly attempts: number; readonly lockedMs: number }

/** Below PostgreSQL's deadlock_timeout, so that it is this job that gives way, and never a client. */
const lockTimeoutMs = 400
const ackMs = 2_000
const oldSnapshotsMs = 400
const pauseMs = 250
const mostRehearsals = 60

/** Rejects with remakeWaits, remakeChanged, or the server's own error, having changed nothing. */
export async function swap(options: SwapOptions): Promise<Swapped> {
  const { database, work, patienceMs, signal } = options
  const until = performance.now() + patienceMs
  for (let attempt = 1; ; attempt += 1) {
    let why: string
    try {
      // What is left for the time of the hold is what is written within some hundredths of a second.
      await database.reserve(async (session) => {
        for (let left = await catchUp(session, work); left > 100; left = await catchUp(session, work));
      })
      return { attempts: attempt, lockedMs: await attemptSwap(options) }
    } catch (error) {
      const { code } = error as { code?: unknown }
      // Lock not available, deadlock, serialization, and the server's end of a connection that took too long.
      const again = error instanceof NotHeld || ['55P03', '40P01', '40001', '57P05', '25P03'].includes(String(code))
      if (!again) throw error
      why = error instanceof NotHeld ? error.message : 'the table is locked by others'
    }
    options.onAttempt(attempt, why)
    if (performance.now() > until || signal?.aborted === true) {
      throw new PgsealError('remakeWaits', { table: work.table, reason: why })
    }
    await delay(pauseMs * Math.min(attempt, 8) * (1 + Math.random()))
  }
}

async function attemptSwap(options: SwapOptions): Promise<number> {
  const { database, work, relation, shadow } = options
  // Before what is read: a change in between makes another attempt.
  const version = await shapeVersion(database, relation)
  const shape = await currentShape(database, options)
  const target = { relation, schema: shape.schema, table: shape.name }
  return withTableHeld(database, target, ackMs, async ({ session, check }) => {
    // What was written until the hold was in force everywhere.
    await database.reserve((other) => catchUp(other, work))
    let began = 0
    await inTransaction(session, async () => {
      await session.query(`set local lock_timeout = '${lockTimeoutMs}ms'`)
      // Who writes past the proxy waits from here on; who reads does not.
      await session.query(`lock table ${shape.quoted} in share row exclusive mode`)
      began = performance.now()
      await database.reserve(async (other) => {
        await catchUp(other, work)
        if ((await countDirty(other, work)) > 0) throw new NotHeld('rows are still written')
      })
      await awaitOldSnapshots(database, session)
      await session.query(`lock table ${shape.quoted} in access exclusive mode`)
      if ((await shapeVersion(session, relation)) !== version) throw new NotHeld('its definition has just been changed')
      const exchange = await exchangeTables(session, shape)
      await moveRegistered(session, relation, shadow, shape)
      await work.change.swapped(session, shadow, await positionsOf(session, shadow))
      await enterRemakePhase(session, work.remake, 'finishing')
      await noteRest(session, work.remake, exchange.rest)
      await noteOldKept(session, work.remake)
      await notifyInstances(session, 'columns')
      await check()
    })
    const lockedMs = Math.round(performance.now() - began)
    await noteLocked(session, work.remake, lockedMs).catch(() => undefined)
    return lockedMs
  })
}

/** The table as it is, which must be as it was when the new one was made after it. */
async function currentShape(session: Session, { work, relation, fingerprint }: SwapOptions): Promise<TableShape> {
  const changed = (what: string) => new PgsealError('remakeChanged', { table: work.table, what })
  const shape = await readTableShape(session, relation)
  if (shape === undefined) throw changed('it was dropped')
  if (fingerprintOf(shape) !== fingerprint) throw changed('its columns, constraints or indexes differ')
  if (!(await marksDirty(session, relation))) throw changed('the triggers of the job were disabled')
  refuseObstacles(shape, work.table)
  return shape
}

export function refuseObstacles(shape: TableShape, table: string): void {
  const [reason] = shape.obstacles
  if (reason !== undefined) throw new PgsealError('remakeRefused', { table, reason })
}

async function exchangeTables(session: Session, shape: TableShape): Promise<Exchange> {
  const states: SequenceState[] = []
  for (const identity of shape.identities) states.push(await sequenceState(session, identity))
  const exchange = exchangeStatements(shape, states)
  // One message: each round trip is time under the lock.
  await session.query(exchange.statements.join(';\n'))
  return exchange
}

async function sequenceState(session: Session, { column, sequence }: ShapeIdentity): Promise<SequenceState> {
  const [row] = await session.query<{ lastValue: string; isCalled: boolean }>(
    `select last_value::text as "lastValue", is_called as "isCalled" from ${sequence}`,
  )
  return { column, ...row! }
}

/** Other columns of the table that are sealed already are now those of the new one. */
async function moveRegistered(session: Session, from: number, to: number, shape: TableShape): Promise<void> {
  const names = shape.columns.map(({ attnum, name }) => `(${attnum}, ${quoteLiteral(name)})`)
  await session.query(
    `update pgseal.columns c set relation = $2::int8::oid, position = a.attnum, changed = now()
     from (values ${names.join(', ')}) as o (attnum, name) join pg_attribute a on a.attname = o.name
     where a.attrelid = $2::int8::oid and a.attnum > 0 and c.relation::oid = $1::int8::oid and c.position = o.attnum`,
    [from, to],
  )
}

async function positionsOf(session: Session, relation: number): Promise<Map<string, number>> {
  const rows = await session.query<{ name: string; attnum: number }>(
    'select attname::text as name, attnum from pg_attribute where attrelid = $1::int8::oid and attnum > 0 and not attisdropped',
    [relation],
  )
  return new Map(rows.map(({ name, attnum }) => [name, attnum]))
}

type OpenTransaction = { readonly id: string }

/**
 * A transaction that sees the database as it was before the last row was copied would find the new table without that row.
 * Waits until none is left that was at work when the copying ended; later ones see all of it.
 */
async function awaitOldSnapshots(database: Database, session: Session): Promise<void> {
  const [own] = await session.query<{ pid: number }>('select pg_backend_pid() as pid')
  // Who may not see what others are at work with waits for all their transactions.
  const [may] = await database.query<{ see: boolean }>(`select pg_has_role('pg_read_all_stats', 'usage') as see`)
  const left = (known?: readonly OpenTransaction[]) =>
    database.query<OpenTransaction>(
      `select l.virtualxid as id from pg_locks l join pg_stat_activity a on a.pid = l.pid
       where l.locktype = 'virtualxid' and l.granted and l.virtualxid = l.virtualtransaction and a.datname = current_database()
       and a.pid <> $1 and a.pid <> pg_backend_pid()${may?.see === true ? ' and a.backend_xmin is not null' : ''}
       and ($2::text[] is null or l.virtualxid = any ($2::text[]))
       and not exists (select from pg_locks w where w.pid = l.pid and w.locktype = 'advisory' and not w.granted and w.classid = $3::int8::oid)`,
      // Serving processes wait for this very job.
      [own!.pid, known === undefined ? null : known.map(({ id }) => id), holdSpace],
    )
  const until = performance.now() + oldSnapshotsMs
  for (let open = await left(); open.length > 0; open = await left(open)) {
    if (performance.now() > until) throw new NotHeld('a transaction that began before is still open')
    await delay(20)
  }
}

/**
 * Does everything that the swap will do, on an empty table and in a transaction that is rolled back: what cannot be carried
 * over fails here, and not after hours. The table is locked for some hundredths of a second.
 */
export async function rehearse(
  session: HeldSession,
  shape: TableShape,
  key: readonly KeyColumn[],
  change: TableChange,
  table: string,
): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await rehearseOnce(session, shape, key, change, table)
    } catch (error) {
      // Statements are not held here: one that has a view and waits for the table can be waited for.
      if ((error as { code?: unknown }).code !== '55P03' || tries === mostRehearsals) throw error
    }
    await delay(pauseMs * Math.min(tries, 8) * (1 + Math.random()))
  }
}

async function rehearseOnce(
  session: HeldSession,
  shape: TableShape,
  key: readonly KeyColumn[],
  change: TableChange,
  table: string,
): Promise<void> {
  await session.query('begin')
  try {
    await session.query(`set local lock_timeout = '${lockTimeoutMs}ms'`)
    await session.query(`lock table ${shape.quoted} in access exclusive mode`)
    const shadow = await createShadow(session, shape, change)
    for (const statement of await indexStatements(session, shape, change)) await session.query(statement)
    await markDirty(session, shape, key)
    await exchangeTables(session, shape)
    const left = await session.query<{ what: string }>(leftQuery, [shape.oid, `pgseal.${oldName(shape.oid)}`])
    if (left.length > 0) {
      throw new PgsealError('remakeRefused', {
        table,
        reason: `${left.map(({ what }) => what).join(', ')} would stay with the old table`,
      })
    }
    await moveRegistered(session, shape.oid, shadow, shape)
  } catch (error) {
    const { code, message } = error as { code?: unknown; message?: unknown }
    if (error instanceof PgsealError || typeof code !== 'string' || code === '42501' || code === '55P03') throw error
    // The server's words name objects alone: no statement of these reads a row.
    throw new PgsealError('remakeRefused', { table, reason: String(message) })
  } finally {
    await session.query('rollback').catch(() => undefined)
  }
}

/** What still hangs on the old table and is not part of it. */
const leftQuery = `select pg_describe_object(d.classid, d.objid, d.objsubid) as what from pg_depend d
  left join pg_type t on t.typrelid = $1::int8::oid
  where d.deptype = 'n' and $2::text is not null and ((d.refclassid = 'pg_class'::regclass and d.refobjid = $1::int8::oid)
    or (d.refclassid = 'pg_type'::regclass and d.refobjid = any (array[t.oid, t.typarray])))
  and not (d.classid = 'pg_trigger'::regclass) and not (d.classid = 'pg_constraint'::regclass and exists (select from pg_constraint k where k.oid = d.objid and k.conrelid = $1::int8::oid))
  and not (d.classid = 'pg_attrdef'::regclass) and not (d.classid = 'pg_class'::regclass and exists (select from pg_index i where i.indexrelid = d.objid and i.indrelid = $1::int8::oid))`
