import { didYouMean } from './nearest-name.js';
import { dottedName, fitsName, maxNameBytes } from './table-name.js';
/** What `reads: mask` stands for. */
const defaultMask = '***';
/** How mode encrypt-only gives stored values of a column. */
export function checkReads(raw, type, mode, path, maskProblem, refuse) {
    const { reads } = raw;
    if (reads === undefined)
        return 'refuse';
    if (mode !== 'encrypt-only')
        refuse(path, 'applies to mode: encrypt-only; in mode: full "roles" says who may read');
    if (reads === null || reads === 'null')
        return 'null';
    if (reads === 'refuse')
        return 'refuse';
    if (reads === 'token')
        return 'token';
    const mask = reads === 'mask' ? defaultMask : reads.mask;
    const problem = type.type === '' ? undefined : maskProblem?.({ name: type.type, typmod: type.typmod }, mask, false);
    if (problem !== undefined) {
        refuse(path, reads === 'mask' ? `${problem}; write a mask of your own as { mask: VALUE }` : problem);
    }
    return { mask };
}
/** Where values may read as tokens: these say which column and row they are of, and are made under a key that opens nothing. */
export function checkTokens(table, keys, path, refuse) {
    for (const column of table.columns) {
        if (column.reads !== 'token')
            continue;
        const place = [...path, 'columns', column.name, 'reads'];
        const key = keys.get(column.namedKey);
        const fits = column.type === 'text' || column.type === 'bytea' || (column.type === 'varchar' && column.typmod === -1);
        if (!fits)
            refuse(place, 'reads: token needs a column of type text, bytea, or varchar without a length');
        if (table.record === undefined)
            refuse(place, 'reads: token needs "record" on the table, so that a token is of one row');
        if (table.tenant !== undefined)
            refuse(place, 'reads: token does not go with a tenant');
        if ((key?.kms === 'aws' || key?.kms === 'transit') && key.indexKeyId === undefined) {
            refuse(place, `reads: token needs indexKeyId on key "${column.namedKey}"`);
        }
    }
}
/** The rights of each user that `roles` names, and under `public` those of all others. */
export function checkRoles(map, tables, maskProblem, refuse) {
    if (map.roles === undefined)
        return undefined;
    if (map.mode !== 'full')
        refuse(['roles'], 'applies to mode: full; in mode: encrypt-only each column says "reads"');
    const columns = new Map();
    for (const table of tables) {
        for (const column of table.columns)
            columns.set(dottedName(table.schema, table.name, column.name), column);
    }
    const roles = new Map();
    for (const [user, raw] of Object.entries(map.roles)) {
        const path = ['roles', user];
        if (!fitsName(user))
            refuse(path, `a name has 1 to ${maxNameBytes} bytes and no NUL`);
        const reads = new Map();
        const search = new Set();
        const found = (written, place) => {
            const name = normalized(written);
            const column = name === undefined ? undefined : columns.get(name);
            if (name === undefined) {
                refuse(place, 'expected schema.table.column, with double quotes around a name that holds a dot or a quote');
            }
            else if (column === undefined) {
                refuse(place, `the map has no column "${written}"${didYouMean(written, columns.keys())}`);
            }
            return column;
        };
        const give = (written, place, right) => {
            const column = found(written, place);
            if (column === undefined)
                return;
            if (reads.has(column.label))
                refuse(place, 'the column is given twice');
            reads.set(column.label, right);
            if (typeof right === 'string')
                return;
            const problem = maskProblem?.({ name: column.type, typmod: column.typmod }, right.mask, true);
            if (problem !== undefined)
                refuse(place, problem);
        };
        for (const [at, written] of raw.open.entries())
            give(written, [...path, 'open', at], 'open');
        for (const [at, written] of raw.refuse.entries())
            give(written, [...path, 'refuse', at], 'refuse');
        for (const [written, mask] of Object.entries(raw.mask))
            give(written, [...path, 'mask', written], { mask });
        for (const [at, written] of raw.search.entries()) {
            const column = found(written, [...path, 'search', at]);
            if (column === undefined)
                continue;
            search.add(column.label);
            if (column.search.length === 0)
                refuse([...path, 'search', at], 'the column has no "search"');
        }
        const rights = new Map();
        for (const { label } of columns.values()) {
            const right = reads.get(label) ?? raw.else;
            rights.set(label, { reads: right, search: right === 'open' || search.has(label) });
        }
        roles.set(user, rights);
    }
    return roles;
}
const part = '"(?:[^"]|"")+"|[^".]+';
const columnName = new RegExp(`^(${part})\\.(${part})\\.(${part})$`);
/** A column's name with quotes only where they are needed; undefined for what is none. */
function normalized(written) {
    const match = columnName.exec(written);
    if (match === null)
        return undefined;
    return dottedName(...match.slice(1).map((name) => (name.startsWith('"') ? name.slice(1, -1).replaceAll('""', '"') : name)));
}
//# sourceMappingURL=roles.js.map