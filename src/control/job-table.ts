import { randomUUID } from 'node:crypto'
import type { Session } from './database.ts'

export type JobKind = 'rewrap' | 'rotate'

/** Where a job stands within a table: the member of its tree, and the last key that was done there. */
export type JobPosition = { readonly member: number; readonly key: readonly string[] }

/** A row of pgseal.jobs. Counts are of all runs of the job together; what a run was killed in may be counted twice. */
export type Job = {
  readonly id: string
  readonly kind: JobKind
  readonly tableName: string
  readonly relation: number
  readonly labels: readonly string[]
  /** What the values are moved to, in a text that is equal when it is the same. */
  readonly target: string
  /** Ids of rows of pgseal.keys on which nothing may rest in the end. */
  readonly oldKeys: readonly string[]
  readonly phase: 'moving' | 'verifying' | 'done' | 'given up'
  readonly pass: number
  readonly position: JobPosition | undefined
  readonly rowsSeen: number
  readonly valuesMoved: number
  readonly valuesFailed: number
  readonly started: Date
  readonly updated: Date
  readonly finished: Date | null
}

export type NewJob = Pick<Job, 'kind' | 'tableName' | 'relation' | 'labels' | 'target' | 'oldKeys'>

/** What a batch adds to a job. */
export type JobStep = {
  readonly position: JobPosition | undefined
  readonly rows: number
  readonly moved: number
  readonly failed: number
}

type JobRow = Omit<Job, 'position'> & { readonly member: number | null; readonly position: string[] | null }

const select = `select id, kind, table_name as "tableName", relation::int8::float8 as relation, labels, target, old_keys as "oldKeys",
  phase, pass, member::int8::float8 as member, position, rows_seen::float8 as "rowsSeen", values_moved::float8 as "valuesMoved",
  values_failed::float8 as "valuesFailed", started, updated, finished from pgseal.jobs`

/** All jobs, the latest of each table and kind first. */
export async function readJobs(session: Session): Promise<Job[]> {
  return (await session.query<JobRow>(`${select} order by started desc, id`)).map(jobOf)
}

/** The job of this table that has not ended. */
export async function openJob(session: Session, relation: number): Promise<Job | undefined> {
  const [row] = await session.query<JobRow>(`${select} where relation = $1::int8::oid and finished is null`, [relation])
  return row === undefined ? undefined : jobOf(row)
}

/** Adds a job. The caller holds the table's lock and has ended the one that was open. */
export async function addJob(session: Session, job: NewJob): Promise<Job> {
  await session.query(
    `insert into pgseal.jobs (id, kind, table_name, relation, labels, target, old_keys, phase)
     values ($1, $2, $3, $4::int8::oid, $5, $6, $7, 'moving')`,
    [randomUUID(), job.kind, job.tableName, job.relation, job.labels, job.target, job.oldKeys],
  )
  return (await openJob(session, job.relation))!
}

/** Notes what was done; belongs into the transaction that did it, where there is one. */
export async function advanceJob(session: Session, id: string, step: JobStep): Promise<void> {
  await session.query(
    `update pgseal.jobs set member = $2::int8::oid, position = $3, rows_seen = rows_seen + $4, values_moved = values_moved + $5,
      values_failed = values_failed + $6, updated = pg_catalog.clock_timestamp() where id = $1`,
    [id, step.position?.member ?? null, step.position?.key ?? null, step.rows, step.moved, step.failed],
  )
}

/** Begins a pass over the table, or its verification, from the start. */
export async function enterPhase(session: Session, id: string, phase: Job['phase'], pass: number): Promise<void> {
  await session.query(
    `update pgseal.jobs set phase = $2, pass = $3, member = null, position = null,
      values_failed = case when $2 = 'verifying' then 0 else values_failed end, updated = pg_catalog.clock_timestamp() where id = $1`,
    [id, phase, pass],
  )
}

export async function endJob(session: Session, id: string, phase: 'done' | 'given up'): Promise<void> {
  await session.query(
    `update pgseal.jobs set phase = $2, finished = pg_catalog.clock_timestamp(), updated = pg_catalog.clock_timestamp() where id = $1`,
    [id, phase],
  )
}

function jobOf({ member, position, ...row }: JobRow): Job {
  return { ...row, position: member === null || position === null ? undefined : { member, key: position } }
}
