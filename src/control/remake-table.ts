import { randomUUID } from 'node:crypto'
import type { Session } from './database.ts'

export type RemakeKind = 'seal' | 'unseal' | 'reseal'
export type RemakePhase = 'copying' | 'indexing' | 'verifying' | 'swapping' | 'finishing' | 'done' | 'given up'

/** A row of pgseal.remakes: a table that is made anew, row by row, beside itself. */
export type Remake = {
  readonly id: string
  readonly kind: RemakeKind
  readonly schema: string
  readonly table: string
  /** The table as it was when the job began; after the swap it rests in schema pgseal under a name of its own. */
  readonly relation: number
  /** The table that takes its place. */
  readonly shadow: number
  readonly labels: readonly string[]
  readonly target: string
  readonly fingerprint: string
  readonly phase: RemakePhase
  readonly rowsCopied: number
  readonly rowsVerified: number
  /** Rows that were written by clients meanwhile and copied again. */
  readonly rowsAgain: number
  readonly total: number
  /** Statements that are left to do after the swap. */
  readonly rest: readonly string[]
  /** Milliseconds that the table was locked in the swap; null before. */
  readonly lockedMs: number | null
  /** The old table is still there, with what it held. */
  readonly oldKept: boolean
  readonly started: Date
  readonly updated: Date
  readonly finished: Date | null
}

/** A part of the table's key space: rows behind `low` (null: from the first), up to and with `high` (null: to the last). */
export type KeyRange = {
  readonly n: number
  readonly low: readonly string[] | null
  readonly high: readonly string[] | null
}

export type RangePhase = 'copying' | 'verifying'

const select = `select id, kind, schema_name as schema, table_name as "table", relation::int8::float8 as relation, shadow::int8::float8 as shadow, labels, target, fingerprint, phase,
  rows_copied::float8 as "rowsCopied", rows_verified::float8 as "rowsVerified", rows_again::float8 as "rowsAgain", total::float8 as total, rest,
  locked_ms::float8 as "lockedMs", old_kept as "oldKept", started, updated, finished from pgseal.remakes`

/** The latest first. */
export function readRemakes(session: Session): Promise<Remake[]> {
  return session.query<Remake>(`${select} order by started desc, id`)
}

/** The job on this relation that has not ended. */
export async function openRemake(session: Session, relation: number): Promise<Remake | undefined> {
  const [row] = await session.query<Remake>(`${select} where relation = $1::int8::oid and finished is null`, [relation])
  return row
}

export async function readRemake(session: Session, id: string): Promise<Remake | undefined> {
  const [row] = await session.query<Remake>(`${select} where id = $1`, [id])
  return row
}

export async function addRemake(
  session: Session,
  remake: Pick<
    Remake,
    'kind' | 'schema' | 'table' | 'relation' | 'shadow' | 'labels' | 'target' | 'fingerprint' | 'total'
  >,
): Promise<string> {
  const id = randomUUID()
  await session.query(
    `insert into pgseal.remakes (id, kind, schema_name, table_name, relation, shadow, labels, target, fingerprint, total, phase)
     values ($1, $2, $3, $4, $5::int8::oid, $6::int8::oid, $7, $8, $9, $10, 'copying')`,
    [
      id,
      remake.kind,
      remake.schema,
      remake.table,
      remake.relation,
      remake.shadow,
      remake.labels,
      remake.target,
      remake.fingerprint,
      remake.total,
    ],
  )
  return id
}

/** Begins a phase; ranges of another one are cut anew. */
export async function enterRemakePhase(session: Session, id: string, phase: RemakePhase): Promise<void> {
  await session.query(
    `update pgseal.remakes set phase = $2, position = null, is_cut = false, updated = pg_catalog.clock_timestamp(),
      finished = case when $2 = any ('{done,given up}') then pg_catalog.clock_timestamp() end where id = $1`,
    [id, phase],
  )
  await session.query('delete from pgseal.remake_ranges where remake = $1', [id])
}

export async function noteRest(session: Session, id: string, rest: readonly string[]): Promise<void> {
  await session.query('update pgseal.remakes set rest = $2, updated = pg_catalog.clock_timestamp() where id = $1', [
    id,
    rest,
  ])
}

export async function noteAgain(session: Session, id: string, rows: number): Promise<void> {
  await session.query(
    'update pgseal.remakes set rows_again = rows_again + $2, updated = pg_catalog.clock_timestamp() where id = $1',
    [id, rows],
  )
}

export async function noteLocked(session: Session, id: string, milliseconds: number): Promise<void> {
  await session.query('update pgseal.remakes set locked_ms = $2 where id = $1', [id, milliseconds])
}

export async function noteOldDropped(session: Session, id: string): Promise<void> {
  await session.query('update pgseal.remakes set old_kept = false where id = $1', [id])
}

export async function noteOldKept(session: Session, id: string): Promise<void> {
  await session.query('update pgseal.remakes set old_kept = true where id = $1', [id])
}

/**
 * A range that nobody works on, locked in the caller's transaction: a worker that is killed leaves it to the others, in
 * whatever process or on whatever machine they are.
 */
export async function claimRange(session: Session, id: string): Promise<KeyRange | undefined> {
  const [row] = await session.query<KeyRange>(
    `select n::float8 as n, low, high from pgseal.remake_ranges where remake = $1 order by n limit 1 for update skip locked`,
    [id],
  )
  return row
}

/** The range is done; `rows` are added to what the phase counts. Belongs into the transaction that did it. */
export async function endRange(session: Session, id: string, n: number): Promise<void> {
  await session.query('delete from pgseal.remake_ranges where remake = $1 and n = $2', [id, n])
}

/** Outside of that transaction: workers must not wait for each other. */
export async function countRows(session: Session, id: string, phase: RangePhase, rows: number): Promise<void> {
  const column = phase === 'copying' ? 'rows_copied' : 'rows_verified'
  await session.query(
    `update pgseal.remakes set ${column} = ${column} + $2, updated = pg_catalog.clock_timestamp() where id = $1`,
    [id, rows],
  )
}

/** Where the next range begins, locked in the caller's transaction; undefined when all are cut or the phase is another. */
export async function lockPosition(
  session: Session,
  id: string,
  phase: RangePhase,
): Promise<{ readonly low: readonly string[] | null; readonly next: number } | undefined> {
  const [row] = await session.query<{ low: string[] | null; next: number; cut: boolean; phase: string }>(
    `select position as low, next_range::float8 as next, is_cut as cut, phase from pgseal.remakes where id = $1 for update`,
    [id],
  )
  return row === undefined || row.cut || row.phase !== phase ? undefined : { low: row.low, next: row.next }
}

/** Adds a range that ends at `high`; null when it is the last. */
export async function addRange(session: Session, id: string, range: KeyRange): Promise<void> {
  await session.query('insert into pgseal.remake_ranges (remake, n, low, high) values ($1, $2, $3, $4)', [
    id,
    range.n,
    range.low,
    range.high,
  ])
  await session.query(
    'update pgseal.remakes set position = $2, is_cut = $3, next_range = next_range + 1 where id = $1',
    [id, range.high, range.high === null],
  )
}

/** All ranges of the phase are cut and done. */
export async function rangesDone(session: Session, id: string, phase: RangePhase): Promise<boolean> {
  const [row] = await session.query<{ done: boolean }>(
    `select phase <> $2 or (is_cut and not exists (select from pgseal.remake_ranges g where g.remake = r.id)) as done
     from pgseal.remakes r where id = $1`,
    [id, phase],
  )
  return row?.done ?? true
}
