import { quoteIdent } from '../control/quote.js';
import { codecs } from '../types/codecs.js';
import { typeNumbers } from '../types/logical-type.js';
import { openRow } from './move-values.js';
import { sendFunctions } from './seal-rows.js';
const stage = 'pg_temp.pgseal_opened';
const smallBatch = 1_000_000;
const largeBatch = 8_000_000;
const maxBatchRows = 2000;
/**
 * Reads every row of a locked table and its children, opens its values, and puts them into a temporary table by table and place,
 * as what PostgreSQL would send for them: no text form and no setting is between the two. Runs in the caller's transaction,
 * which must also hold the ALTER TABLE. `extra` are the expressions that `mover.identityOf` reads; columns are the mover's.
 */
export async function stageOpened(session, mover, relation, extra, onRows) {
    const { columns } = mover;
    const types = columns.map(({ sealed }) => `pg_catalog.${sealed.logicalType}`);
    await session.query(`create temporary table pgseal_opened (t oid not null, c tid not null, ${types.map((type, at) => `s${at} ${type}`).join(', ')}) on commit drop`);
    const outputs = columns.flatMap(({ name, sealed }, at) => [
        `(t.${quoteIdent(name)}).c::pg_catalog.bytea as c${at}`,
        ...sealed.terms.map((term, which) => `(t.${quoteIdent(name)}).${term}::pg_catalog.bytea as e${at}_${which}`),
    ]);
    const plain = extra.map((expression, at) => `(${expression}) as x${at}`);
    await session.query(`declare pgseal_rows no scroll cursor for select t.tableoid::pg_catalog.text as t, t.ctid::pg_catalog.text as place, ${[...outputs, ...plain].join(', ')} from ${relation} t`);
    const insert = insertStatement(types);
    const failures = [];
    const values = columns.map(() => 0);
    let rows = 0;
    for (let size = 100;;) {
        const batch = await session.query(`fetch forward ${size} from pgseal_rows`);
        if (batch.length === 0)
            break;
        const opened = await Promise.all(batch.map((row) => openRow(mover, row, () => true)));
        const stored = columns.map(() => new Array(batch.length).fill(null));
        let bytes = 0;
        for (const [row, { values: found, failures: failed }] of opened.entries()) {
            failures.push(...failed);
            for (const value of found) {
                stored[value.found.at][row] = value.stored;
                values[value.found.at] += 1;
                bytes += value.stored.length;
            }
        }
        await session.query(insert, [
            batch.map(({ t }) => t),
            batch.map(({ place }) => place),
            ...columns.map(({ sealed }, at) => binaryArray(sealed.logicalType, stored[at])),
        ]);
        for (const value of stored.flat())
            value?.fill(0);
        rows += batch.length;
        onRows(rows);
        if (bytes > largeBatch)
            size = Math.max(1, size >> 2);
        else if (bytes < smallBatch)
            size = Math.min(maxBatchRows, size * 2);
    }
    await session.query('close pgseal_rows');
    await session.query(`create unique index on ${stage} (t, c)`);
    const using = [];
    for (const [at, type] of types.entries()) {
        await session.query(`create function pg_temp.pgseal_opened_${at}(oid, tid) returns ${type} language sql stable as 'select s${at} from ${stage} where t = $1 and c = $2'`);
        using.push(`pg_temp.pgseal_opened_${at}(tableoid, ctid)`);
    }
    return { rows, values, failures, using };
}
/** How many opened values of a column its length or precision would change; 0 when none. */
export async function misfits(session, at, name, { type }) {
    const send = `pg_catalog.${sendFunctions[name]}`;
    const [row] = await session.query(`select count(*)::float8 as n from ${stage} where ${send}(s${at}) operator(pg_catalog.<>) ${send}(s${at}::${type})`);
    return row.n;
}
/** Drops what stageOpened left for the transaction's end: a second table may follow in the same session. */
export async function dropOpened(session, columns) {
    for (let at = 0; at < columns; at++)
        await session.query(`drop function pg_temp.pgseal_opened_${at}(oid, tid)`);
    await session.query(`drop table ${stage}`);
}
function insertStatement(types) {
    const arrays = ['pg_catalog.unnest($1::oid[])', 'pg_catalog.unnest($2::tid[])'];
    for (const type of types)
        arrays.push(`pg_catalog.unnest($${arrays.length + 1}::${type}[])`);
    return `insert into ${stage} select * from rows from (${arrays.join(', ')})`;
}
/**
 * An array of one dimension as PostgreSQL receives it: int4 dimensions, int4 whether there are NULLs, int4 OID of the
 * element, int4 length, int4 lower bound, then each element as int4 length (-1 for NULL) and its bytes.
 */
function binaryArray(name, stored) {
    const head = Buffer.alloc(20);
    head.writeInt32BE(1, 0);
    head.writeInt32BE(stored.includes(null) ? 1 : 0, 4);
    head.writeUInt32BE(typeNumbers[name].oid, 8);
    head.writeInt32BE(stored.length, 12);
    head.writeInt32BE(1, 16);
    const parts = [head];
    for (const value of stored) {
        const length = Buffer.alloc(4);
        const bytes = value === null ? null : codecs[name].toBinary(value);
        length.writeInt32BE(bytes === null ? -1 : bytes.length, 0);
        parts.push(length);
        if (bytes !== null)
            parts.push(bytes);
    }
    return Buffer.concat(parts);
}
//# sourceMappingURL=open-rows.js.map