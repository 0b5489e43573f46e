import { randomUUID } from 'node:crypto';
const select = `select id, kind, table_name as "tableName", relation::int8::float8 as relation, labels, target, old_keys as "oldKeys",
  phase, pass, member::int8::float8 as member, position, rows_seen::float8 as "rowsSeen", values_moved::float8 as "valuesMoved",
  values_failed::float8 as "valuesFailed", started, updated, finished from pgseal.jobs`;
/** All jobs, the latest of each table and kind first. */
export async function readJobs(session) {
    return (await session.query(`${select} order by started desc, id`)).map(jobOf);
}
/** The job of this table that has not ended. */
export async function openJob(session, relation) {
    const [row] = await session.query(`${select} where relation = $1::int8::oid and finished is null`, [relation]);
    return row === undefined ? undefined : jobOf(row);
}
/** Adds a job. The caller holds the table's lock and has ended the one that was open. */
export async function addJob(session, job) {
    await session.query(`insert into pgseal.jobs (id, kind, table_name, relation, labels, target, old_keys, phase)
     values ($1, $2, $3, $4::int8::oid, $5, $6, $7, 'moving')`, [randomUUID(), job.kind, job.tableName, job.relation, job.labels, job.target, job.oldKeys]);
    return (await openJob(session, job.relation));
}
/** Notes what was done; belongs into the transaction that did it, where there is one. */
export async function advanceJob(session, id, step) {
    await session.query(`update pgseal.jobs set member = $2::int8::oid, position = $3, rows_seen = rows_seen + $4, values_moved = values_moved + $5,
      values_failed = values_failed + $6, updated = pg_catalog.clock_timestamp() where id = $1`, [id, step.position?.member ?? null, step.position?.key ?? null, step.rows, step.moved, step.failed]);
}
/** Begins a pass over the table, or its verification, from the start. */
export async function enterPhase(session, id, phase, pass) {
    await session.query(`update pgseal.jobs set phase = $2, pass = $3, member = null, position = null,
      values_failed = case when $2 = 'verifying' then 0 else values_failed end, updated = pg_catalog.clock_timestamp() where id = $1`, [id, phase, pass]);
}
export async function endJob(session, id, phase) {
    await session.query(`update pgseal.jobs set phase = $2, finished = pg_catalog.clock_timestamp(), updated = pg_catalog.clock_timestamp() where id = $1`, [id, phase]);
}
function jobOf({ member, position, ...row }) {
    return { ...row, position: member === null || position === null ? undefined : { member, key: position } };
}
//# sourceMappingURL=job-table.js.map