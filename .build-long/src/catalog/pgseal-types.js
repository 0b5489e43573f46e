export function readTypes(rows, domains) {
    const composites = new Map();
    const byName = new Map();
    const arrays = new Map();
    const pgseal = new Set(rows.map(([oid]) => oid));
    for (const [oid, name, kind, , attributes] of rows) {
        if (kind !== 'c' || attributes === null)
            continue;
        const physical = physicalTypeOf(oid, name, attributes);
        if (physical === undefined)
            continue;
        composites.set(oid, physical);
        byName.set(name, physical);
    }
    for (const [oid, , , element] of rows) {
        const physical = composites.get(element);
        if (physical !== undefined)
            arrays.set(oid, physical);
    }
    // A domain may stand on another one made later: until nothing is added.
    for (let before = -1; before !== pgseal.size;) {
        before = pgseal.size;
        for (const [oid, base, array] of domains)
            if (pgseal.has(base))
                pgseal.add(oid).add(array);
    }
    const nameOf = (logicalType, terms) => `${logicalType}_${terms.length === 0 ? 'none' : terms.join('_')}`;
    return {
        composite: (oid) => composites.get(oid),
        arrayElement: (oid) => arrays.get(oid),
        isPgseal: (oid) => pgseal.has(oid),
        named: (logicalType, terms) => byName.get(nameOf(logicalType, terms)),
        nameOf,
    };
}
const termNames = ['eq', 'eq_lower', 'ord', 'tri'];
/** undefined for the row type of a table of the schema. */
function physicalTypeOf(oid, name, attributes) {
    const [version, envelope, ...terms] = attributes;
    if (version?.[0] !== 'v' || envelope?.[0] !== 'c' || !terms.every(([term]) => termNames.includes(term)))
        return undefined;
    return {
        oid,
        name,
        versionOid: version[1],
        envelopeOid: envelope[1],
        terms: terms.map(([term, type]) => ({ name: term, oid: type })),
    };
}
//# sourceMappingURL=pgseal-types.js.map