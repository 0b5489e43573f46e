/** PostgreSQL's NAMEDATALEN less the terminator: longer names are cut by the server. */
export const maxNameBytes = 63;
// What PostgreSQL or pgseal itself keeps there is never an application's column.
const reservedSchema = /^(pg_.*|information_schema|pgseal)$/;
/** Reads `schema.table`, exact catalog names, a name that holds a dot in double quotes. Returns the problem as text. */
export function parseTableName(text) {
    const match = /^("(?:[^"]|"")+"|[^".]+)\.("(?:[^"]|"")+"|[^".]+)$/.exec(text);
    if (match === null) {
        return { problem: 'expected schema.table, with double quotes around a name that holds a dot or a quote' };
    }
    const [schema, name] = [unquote(match[1]), unquote(match[2])];
    for (const part of [schema, name]) {
        if (!fitsName(part))
            return { problem: `a name has at most ${maxNameBytes} bytes and no NUL` };
    }
    if (reservedSchema.test(schema))
        return { problem: `tables of schema "${schema}" cannot be sealed` };
    return { schema, name };
}
/** Names joined by dots, each in double quotes where it needs them: the form of labels and map names. */
export function dottedName(...parts) {
    return parts.map((part) => (/[".]/.test(part) ? `"${part.replaceAll('"', '""')}"` : part)).join('.');
}
export function fitsName(name) {
    return name !== '' && !name.includes('\0') && Buffer.byteLength(name) <= maxNameBytes;
}
function unquote(part) {
    return part.startsWith('"') ? part.slice(1, -1).replaceAll('""', '"') : part;
}
//# sourceMappingURL=table-name.js.map