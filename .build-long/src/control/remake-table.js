import { randomUUID } from 'node:crypto';
const select = `select id, kind, schema_name as schema, table_name as "table", relation::int8::float8 as relation, shadow::int8::float8 as shadow, labels, target, fingerprint, phase,
  rows_copied::float8 as "rowsCopied", rows_verified::float8 as "rowsVerified", rows_again::float8 as "rowsAgain", total::float8 as total, rest,
  locked_ms::float8 as "lockedMs", old_kept as "oldKept", started, updated, finished from pgseal.remakes`;
/** The latest first. */
export function readRemakes(session) {
    return session.query(`${select} order by started desc, id`);
}
/** The job on this relation that has not ended. */
export async function openRemake(session, relation) {
    const [row] = await session.query(`${select} where relation = $1::int8::oid and finished is null`, [relation]);
    return row;
}
export async function readRemake(session, id) {
    const [row] = await session.query(`${select} where id = $1`, [id]);
    return row;
}
export async function addRemake(session, remake) {
    const id = randomUUID();
    await session.query(`insert into pgseal.remakes (id, kind, schema_name, table_name, relation, shadow, labels, target, fingerprint, total, phase)
     values ($1, $2, $3, $4, $5::int8::oid, $6::int8::oid, $7, $8, $9, $10, 'copying')`, [
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
    ]);
    return id;
}
/** Begins a phase; ranges of another one are cut anew. */
export async function enterRemakePhase(session, id, phase) {
    await session.query(`update pgseal.remakes set phase = $2, position = null, is_cut = false, updated = pg_catalog.clock_timestamp(),
      finished = case when $2 = any ('{done,given up}') then pg_catalog.clock_timestamp() end where id = $1`, [id, phase]);
    await session.query('delete from pgseal.remake_ranges where remake = $1', [id]);
}
export async function noteRest(session, id, rest) {
    await session.query('update pgseal.remakes set rest = $2, updated = pg_catalog.clock_timestamp() where id = $1', [
        id,
        rest,
    ]);
}
export async function noteAgain(session, id, rows) {
    await session.query('update pgseal.remakes set rows_again = rows_again + $2, updated = pg_catalog.clock_timestamp() where id = $1', [id, rows]);
}
export async function noteLocked(session, id, milliseconds) {
    await session.query('update pgseal.remakes set locked_ms = $2 where id = $1', [id, milliseconds]);
}
export async function noteOldDropped(session, id) {
    await session.query('update pgseal.remakes set old_kept = false where id = $1', [id]);
}
export async function noteOldKept(session, id) {
    await session.query('update pgseal.remakes set old_kept = true where id = $1', [id]);
}
/**
 * A range that nobody works on, locked in the caller's transaction: a worker that is killed leaves it to the others, in
 * whatever process or on whatever machine they are.
 */
export async function claimRange(session, id) {
    const [row] = await session.query(`select n::float8 as n, low, high from pgseal.remake_ranges where remake = $1 order by n limit 1 for update skip locked`, [id]);
    return row;
}
/** The range is done; `rows` are added to what the phase counts. Belongs into the transaction that did it. */
export async function endRange(session, id, n) {
    await session.query('delete from pgseal.remake_ranges where remake = $1 and n = $2', [id, n]);
}
/** Outside of that transaction: workers must not wait for each other. */
export async function countRows(session, id, phase, rows) {
    const column = phase === 'copying' ? 'rows_copied' : 'rows_verified';
    await session.query(`update pgseal.remakes set ${column} = ${column} + $2, updated = pg_catalog.clock_timestamp() where id = $1`, [id, rows]);
}
/** Where the next range begins, locked in the caller's transaction; undefined when all are cut or the phase is another. */
export async function lockPosition(session, id, phase) {
    const [row] = await session.query(`select position as low, next_range::float8 as next, is_cut as cut, phase from pgseal.remakes where id = $1 for update`, [id]);
    return row === undefined || row.cut || row.phase !== phase ? undefined : { low: row.low, next: row.next };
}
/** Adds a range that ends at `high`; null when it is the last. */
export async function addRange(session, id, range) {
    await session.query('insert into pgseal.remake_ranges (remake, n, low, high) values ($1, $2, $3, $4)', [
        id,
        range.n,
        range.low,
        range.high,
    ]);
    await session.query('update pgseal.remakes set position = $2, is_cut = $3, next_range = next_range + 1 where id = $1', [id, range.high, range.high === null]);
}
/** All ranges of the phase are cut and done. */
export async function rangesDone(session, id, phase) {
    const [row] = await session.query(`select phase <> $2 or (is_cut and not exists (select from pgseal.remake_ranges g where g.remake = r.id)) as done
     from pgseal.remakes r where id = $1`, [id, phase]);
    return row?.done ?? true;
}
//# sourceMappingURL=remake-table.js.map