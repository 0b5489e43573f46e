/** On this channel `columns` says that pgseal.columns has changed, and `holds` that a hold was made. */
export const instanceChannel = 'pgseal';
/** First half of the key of the advisory lock that a job holds as long as its hold counts; the second is the table's OID. */
export const holdSpace = 0x7067_686f;
/** A process that has not said a word for so long is taken to be dead. */
export const instanceLifeMs = 15_000;
export async function addInstance(session, id, host, process) {
    await session.query(`insert into pgseal.instances (id, host, process) values ($1, $2, $3)
     on conflict (id) do update set beat = pg_catalog.clock_timestamp()`, [id, host, process]);
}
/** Says that the process lives, and what it serves. False when its row is gone: it was taken to be dead. */
export async function beat(session, id, columns) {
    const rows = await session.query('update pgseal.instances set beat = pg_catalog.clock_timestamp(), columns = $2 where id operator(pg_catalog.=) $1 returning 1', [id, columns]);
    return rows.length === 1;
}
/** Says that a hold is in force in the process, or no longer. */
export async function noteHeld(session, id, hold, inForce) {
    const change = inForce ? 'pg_catalog.array_append' : 'pg_catalog.array_remove';
    await session.query(`update pgseal.instances set held = ${change}(held, $2::pg_catalog.uuid), beat = pg_catalog.clock_timestamp()
     where id operator(pg_catalog.=) $1`, [id, hold]);
}
export async function removeInstance(session, id) {
    await session.query('delete from pgseal.instances where id operator(pg_catalog.=) $1', [id]);
}
/** Processes that have said a word within the last 15 seconds by the server's clock. */
export function liveInstances(session) {
    return session.query(`select id, host, process, columns, held::text[] as held from pgseal.instances
     where beat > pg_catalog.clock_timestamp() - $1::int4 * interval '1 millisecond' order by started, id`, [instanceLifeMs]);
}
/** Rows of processes that died long ago go. */
export async function forgetDeadInstances(session) {
    await session.query(`delete from pgseal.instances where beat < pg_catalog.clock_timestamp() - interval '1 hour'`);
}
export function readHolds(session) {
    return session.query(`select id, relation::pg_catalog.int8::pg_catalog.float8 as relation, schema_name as schema, table_name as "table"
     from pgseal.holds order by created, id`);
}
/** Takes the lock that makes holds of this relation count. The session keeps it until unlockHolds or its end. */
export async function lockHolds(session, relation) {
    await session.query('select pg_catalog.pg_advisory_lock($1::pg_catalog.int4, $2::pg_catalog.int4)', [
        holdSpace,
        relation | 0,
    ]);
}
export async function unlockHolds(session, relation) {
    await session.query('select pg_catalog.pg_advisory_unlock($1::pg_catalog.int4, $2::pg_catalog.int4)', [
        holdSpace,
        relation | 0,
    ]);
}
/** Resolves when nobody holds that lock any more: the job has let go of it, or its connection has ended. */
export async function awaitUnlocked(session, relation) {
    await session.query('select pg_catalog.pg_advisory_xact_lock_shared($1::pg_catalog.int4, $2::pg_catalog.int4)', [
        holdSpace,
        relation | 0,
    ]);
}
/** Makes a hold known. The caller holds the lock; holds of earlier jobs on this relation are over, and go. */
export async function addHold(session, hold) {
    await session.query('delete from pgseal.holds where relation = $1::int8::oid', [hold.relation]);
    await session.query('insert into pgseal.holds (id, relation, schema_name, table_name) values ($1, $2::int8::oid, $3, $4)', [hold.id, hold.relation, hold.schema, hold.table]);
    await notifyInstances(session, 'holds');
}
export async function removeHold(session, id) {
    await session.query('delete from pgseal.holds where id = $1', [id]);
}
/** Heard by instances when the transaction commits. */
export async function notifyInstances(session, what) {
    await session.query('select pg_catalog.pg_notify($1, $2)', [instanceChannel, what]);
}
//# sourceMappingURL=instance-table.js.map