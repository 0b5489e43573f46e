export class Level {
    parent;
    entries = [];
    columns = [];
    open = false;
    constructor(parent) {
        this.parent = parent;
    }
    add(item) {
        this.entries.push(...item.entries);
        this.columns.push(...item.columns);
        this.open ||= item.open;
    }
}
/** An item of one entry, all of whose columns bare names reach. */
export function itemOf(entry) {
    return { entries: [entry], columns: entry.columns ?? [], open: entry.columns === undefined };
}
/** System columns of every table. */
const systemColumns = new Set(['ctid', 'xmin', 'xmax', 'cmin', 'cmax', 'tableoid']);
/** The meaning of a column reference without `*`. `path` is 1 to 4 names, innermost level first (parse_relation.c). */
export function find(level, path) {
    const [first, second, third, fourth] = path;
    if (second === undefined)
        return findBare(level, first);
    if (third === undefined)
        return findQualified(level, undefined, first, second);
    if (fourth === undefined)
        return findQualified(level, first, second, third);
    return findQualified(level, second, third, fourth);
}
function findQualified(level, schema, table, name) {
    const entry = entryNamed(level, schema, table);
    if (entry !== undefined)
        return findIn(entry, name);
    const named = entryNamed(level, undefined, table);
    // The schema of a relation that the catalog does not know is not known either.
    if (level === undefined || (named !== undefined && named.columns === undefined))
        return { what: 'unknown' };
    return { what: 'missing', of: 'entry' };
}
/** The entry that a qualified `*` or a row reference names. */
export function entryNamed(level, schema, name) {
    for (let at = level; at !== undefined; at = at.parent) {
        const found = at.entries.find((entry) => entry.name === name && (schema === undefined || entry.schema === schema));
        if (found !== undefined)
            return found;
    }
    return undefined;
}
/** True when the entry is the one that its name reaches from this level. */
export function sameEntry(level, entry) {
    return entry.name !== undefined && entryNamed(level, entry.schema, entry.name) === entry;
}
function findBare(level, name) {
    for (let at = level; at !== undefined; at = at.parent) {
        const columns = at.columns.filter((column) => column.name === name);
        if (columns.length > 1)
            return { what: 'ambiguous', columns };
        if (columns.length === 1)
            return { what: 'column', column: columns[0], entry: undefined };
        if (at.open) {
            // The column may be one of the open entry; outer columns of that name are then hidden. The server knows.
            const outer = findBare(at.parent, name);
            if (outer.what === 'column')
                return { what: 'ambiguous', columns: [outer.column] };
            return outer.what === 'missing' ? { what: 'unknown' } : outer;
        }
    }
    if (systemColumns.has(name))
        return { what: 'unknown' };
    const entry = entryNamed(level, undefined, name);
    if (entry !== undefined)
        return { what: 'row', entry };
    return level === undefined ? { what: 'unknown' } : { what: 'missing', of: 'column' };
}
function findIn(entry, name) {
    if (entry?.columns === undefined)
        return { what: 'unknown' };
    const columns = entry.columns.filter((column) => column.name === name);
    if (columns.length > 1)
        return { what: 'ambiguous', columns };
    if (columns.length === 1)
        return { what: 'column', column: columns[0], entry };
    if (systemColumns.has(name))
        return { what: 'unknown' };
    // `u.name` that is no column is PostgreSQL's functional notation for name(u).
    return { what: 'row', entry };
}
//# sourceMappingURL=scope.js.map