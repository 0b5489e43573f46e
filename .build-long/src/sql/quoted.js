/** An identifier as SQL reads it back, whatever is in it. */
export function quoted(name) {
    return `"${name.replaceAll('"', '""')}"`;
}
//# sourceMappingURL=quoted.js.map