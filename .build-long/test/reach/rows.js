// Rows of both tables, made from a number: duplicates, NULLs, edges, Unicode.
import { Draft, quoted } from './draft.js';
import { columnsOf, reachTables } from './schema.js';
import { pools } from './values.js';
export const rowCounts = { things: 12, parts: 8 };
export function rowsOf(seed, exact) {
    const next = random(seed);
    return reachTables.flatMap((table) => Array.from({ length: rowCounts[table] }, (_, at) => {
        const values = new Map();
        values.set('ref', next() % 4 === 0 ? null : String((next() % rowCounts.things) + 1));
        for (const column of columnsOf(table)) {
            const numbers = [next(), next(), next()];
            const draft = new Draft(numbers, { exact });
            const text = draft.text(draft.named(column.name, { table, prefix: '' }));
            if (column.unique === true)
                values.set(column.name, at % 5 === 4 ? null : (pools.text.sealed[at] ?? null));
            else
                values.set(column.name, next() % 6 === 0 ? null : text);
        }
        return { table, id: at + 1, values };
    }));
}
/** INSERTs of some columns of a row, or all. */
export function insertOf(row, fits = () => true) {
    const given = [...row.values].filter(([name, value]) => value !== null && fits(name));
    const columns = ['id', ...given.map(([name]) => name)];
    const values = [String(row.id), ...given.map(([, value]) => quoted(value))];
    return `insert into ${row.table} (${columns.join(', ')}) values (${values.join(', ')})`;
}
export function rowStatements(seed, exact) {
    return rowsOf(seed, exact).map((row) => insertOf(row));
}
/** xorshift32: the same numbers for the same seed, whatever the version of a library. */
export function random(seed) {
    let state = (Math.imul(seed + 1, 0x9e3779b1) ^ 0x5bd1e995) >>> 0 || 1;
    return () => {
        state ^= state << 13;
        state >>>= 0;
        state ^= state >>> 17;
        state ^= state << 5;
        state >>>= 0;
        return state;
    };
}
//# sourceMappingURL=rows.js.map