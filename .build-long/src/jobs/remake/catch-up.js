import { noteAgain } from '../../control/remake-table.js';
import { copyRows, keyArrays, verifyRows } from './copy-rows.js';
const batchRows = 500;
/**
 * Copies rows again whose keys are in the queue: all, or some. With all, the new table is then what the table was at one moment,
 * so that no unique index of it can be in the way; each row copied is opened again. Everything is one transaction. Gives
 * the number of keys.
 */
export async function catchUp(session, work, limit) {
    await session.query('begin isolation level repeatable read');
    try {
        const count = await copyAgain(session, work, limit);
        await session.query('commit');
        return count;
    }
    catch (error) {
        await session.query('rollback').catch(() => undefined);
        throw error;
    }
}
async function copyAgain(session, work, limit) {
    const { texts, key } = work;
    const taken = await session.query(texts.takeDirty(limit));
    if (taken.length === 0)
        return 0;
    const rows = distinct(taken.filter((row) => row.k0 !== null), key.length);
    if (rows.length < taken.length && taken.some((row) => row.k0 === null))
        await session.query(texts.removeMissing);
    for (let at = 0; at < rows.length; at += batchRows) {
        await session.query(texts.remove, keyArrays(key, rows.slice(at, at + batchRows)));
    }
    for (let at = 0; at < rows.length; at += batchRows) {
        const keys = keyArrays(key, rows.slice(at, at + batchRows));
        await copyRows(session, work, await session.query(texts.byKey, keys));
        await verifyRows(work, await session.query(texts.compareKeys, keys));
    }
    await noteAgain(session, work.remake, rows.length);
    return taken.length;
}
function distinct(rows, columns) {
    const seen = new Map();
    for (const row of rows)
        seen.set(JSON.stringify(Array.from({ length: columns }, (_, at) => row[`k${at}`])), row);
    return [...seen.values()];
}
export async function countDirty(session, { texts }) {
    const [row] = await session.query(texts.countDirty);
    return row.n;
}
//# sourceMappingURL=catch-up.js.map