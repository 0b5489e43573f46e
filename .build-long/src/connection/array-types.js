const known = new WeakMap();
const query = `select t.oid::pg_catalog.int8, t.typarray::pg_catalog.int8 from pg_catalog.pg_type t
  where t.oid operator(pg_catalog.=) any ($1::pg_catalog.oid[])`;
/** The OIDs of the array types of these types, 0 where there is none. Asks the server in the client's transaction. */
export async function arrayTypes(link, elements) {
    const catalog = link.deps.catalog();
    let types = known.get(catalog);
    if (types === undefined)
        known.set(catalog, (types = new Map()));
    const missing = [...new Set(elements)].filter((oid) => !types.has(oid));
    if (missing.length > 0) {
        const rows = await link.hiddenQuery(query, [`{${missing.join(',')}}`]);
        for (const [oid, array] of rows)
            types.set(Number(oid), Number(array));
    }
    return types;
}
//# sourceMappingURL=array-types.js.map