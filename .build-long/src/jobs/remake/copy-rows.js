// Workers that copy, and then verify, a table range by range. The queue is in the database, so workers of several processes
// and machines share one, and a range whose worker was killed is another's at once.
import { addRange, claimRange, countRows, endRange, lockPosition, rangesDone, } from '../../control/remake-table.js';
import { PgsealError } from '../../errors.js';
import { inTransaction } from '../in-transaction.js';
import { pause } from '../pace.js';
/** Rows of a range: a batch is sealed and written in one transaction. */
const rangeRows = 500;
const idleMs = 100;
/** Works on the phase until it is done, by whomever, or the signal comes. Rejects with what a worker fails with. */
export async function workRanges(work, phase, options) {
    const failed = new AbortController();
    const stopped = () => failed.signal.aborted || options.signal?.aborted === true;
    const worker = () => options.database.reserve(async (session) => {
        while (!stopped()) {
            const rows = await inTransaction(session, () => oneRange(session, work, phase));
            if (rows === 'done')
                return;
            if (rows === undefined) {
                await pause(idleMs, options.signal);
                continue;
            }
            if (rows === 0)
                continue;
            await countRows(session, work.remake, phase, rows);
            options.onRows(rows);
            await options.pace.took(rows);
            await options.breathe(session);
        }
    });
    const running = Array.from({ length: options.workers }, () => worker().catch((error) => {
        failed.abort();
        throw error;
    }));
    const ended = await Promise.allSettled(running);
    for (const one of ended)
        if (one.status === 'rejected')
            throw one.reason;
}
/** Rows done; 0 where a range was only cut; undefined where others do the last ones; `done` where there are none. */
async function oneRange(session, work, phase) {
    const range = await claimRange(session, work.remake);
    if (range === undefined) {
        if (await cutRange(session, work, phase))
            return 0;
        return (await rangesDone(session, work.remake, phase)) ? 'done' : undefined;
    }
    const rows = phase === 'copying' ? await copyRange(session, work, range) : await verifyRange(session, work, range);
    await endRange(session, work.remake, range.n);
    return rows;
}
/** Cuts the next range off the table. False when all are cut. */
async function cutRange(session, { remake, texts, key }, phase) {
    const position = await lockPosition(session, remake, phase);
    if (position === undefined)
        return false;
    const { low, next } = position;
    const [last] = await session.query(texts.cut(low !== null, rangeRows), low ?? []);
    // Rows that come behind the last one are open to the last range.
    const high = last === undefined || Number(last.n) < rangeRows ? null : key.map((_, at) => last[`k${at}`]);
    await addRange(session, remake, { n: next, low, high });
    return true;
}
async function copyRange(session, work, range) {
    const rows = await session.query(work.texts.page(range.low !== null, range.high !== null), bounds(range));
    await copyRows(session, work, rows);
    return rows.length;
}
/** Puts these rows of the table into the new one, with what is made of them. */
export async function copyRows(session, work, rows) {
    if (rows.length === 0)
        return;
    const made = await work.change.make(rows);
    await session.query(work.texts.insert, [...keyArrays(work.key, rows), ...partArrays(work.change, made)]);
}
export function keyArrays(key, rows) {
    return key.map((_, at) => rows.map((row) => row[`k${at}`]));
}
function partArrays(change, made) {
    const parts = change.changes.reduce((sum, one) => sum + one.parts.length, 0);
    return Array.from({ length: parts }, (_, at) => made.map((row) => row[at] ?? null));
}
function bounds({ low, high }) {
    return [...(low ?? []), ...(high ?? [])];
}
async function verifyRange(session, work, range) {
    const text = work.texts.compare(range.low !== null, range.high !== null);
    return verifyRows(work, await session.query(text, bounds(range)));
}
/** Rejects with remakeDiffers when a row is not in the new table as it is in the old one, every value opened. */
export async function verifyRows(work, rows) {
    const flagged = (flag) => rows.filter((row) => row[flag] === true).length;
    const failures = [];
    for (const flag of ['missing', 'extra', 'differs']) {
        const count = flagged(flag);
        if (count > 0)
            failures.push({ label: work.table, place: `${count} rows`, reason: flag });
    }
    if (failures.length === 0)
        failures.push(...(await work.change.verify(rows)));
    if (failures.length > 0) {
        const logDetail = failures
            .slice(0, 10)
            .map(({ label, place, reason }) => `${label} at ${place}: ${reason}`)
            .join('; ');
        throw new PgsealError('remakeDiffers', { table: work.table, count: String(failures.length) }, { logDetail });
    }
    return rows.length;
}
//# sourceMappingURL=copy-rows.js.map