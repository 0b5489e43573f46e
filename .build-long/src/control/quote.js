/** An SQL identifier, always quoted. */
export function quoteIdent(name) {
    return `"${name.replaceAll('"', '""')}"`;
}
/** `schema.name`, both quoted. */
export function quoteName(schema, name) {
    return `${quoteIdent(schema)}.${quoteIdent(name)}`;
}
/** An SQL string literal that reads the same whatever standard_conforming_strings says. */
export function quoteLiteral(text) {
    const body = text.replaceAll("'", "''");
    return body.includes('\\') ? ` E'${body.replaceAll('\\', '\\\\')}'` : `'${body}'`;
}
//# sourceMappingURL=quote.js.map