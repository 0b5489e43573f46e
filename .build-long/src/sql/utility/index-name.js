const maxNameBytes = 63;
/**
 * The name that PostgreSQL would choose for an index or unique constraint (ChooseIndexName, makeObjectName): table, columns
 * and `idx` or `key` joined by `_`, the longer of the first two cut to fit, with a number where the name is taken.
 */
export function chosenIndexName(catalog, schema, table, columns, label, taken = new Set()) {
    for (let pass = 0;; pass += 1) {
        const name = objectName(table, columns.join('_'), pass === 0 ? label : `${label}${pass}`);
        if (!taken.has(name) && catalog.relationNamed(schema, name) === undefined)
            return name;
    }
}
function objectName(first, second, label) {
    const available = maxNameBytes - label.length - 2;
    let firstBytes = Buffer.byteLength(first);
    let secondBytes = Buffer.byteLength(second);
    while (firstBytes + secondBytes > available) {
        if (firstBytes > secondBytes)
            firstBytes -= 1;
        else
            secondBytes -= 1;
    }
    return `${clipped(first, firstBytes)}_${clipped(second, secondBytes)}_${label}`;
}
/** At most this many bytes, never a part of a character. */
function clipped(name, bytes) {
    const buffer = Buffer.from(name);
    let end = Math.min(bytes, buffer.length);
    while (end > 0 && end < buffer.length && (buffer[end] & 0xc0) === 0x80)
        end -= 1;
    return buffer.toString('utf8', 0, end);
}
//# sourceMappingURL=index-name.js.map