/**
 * The term by which a column is compared with values and indexed: `ord` where it has one, which tells equality too, so that one
 * index serves every comparison; else `eq`. undefined for a column that is not searched.
 */
export function searchTerm({ terms }) {
    return terms.includes('ord') ? 'ord' : terms.includes('eq') ? 'eq' : undefined;
}
/** The term that all origins of these values have, and by which they can be compared with one another. */
export function commonTerm(values, wanted) {
    if (values.some(({ nested }) => nested !== undefined))
        return undefined;
    const group = values[0].origins[0];
    const every = (holds) => values.every(({ origins }) => origins.every(holds));
    const has = (term) => every(({ column }) => column.terms.includes(term));
    const isOneGroup = every(({ indexGroup, logical }) => indexGroup === group.indexGroup && logical.name === group.logical.name);
    if (!isOneGroup)
        return undefined;
    if (has('ord') && every((origin) => sameOrder(origin, group)))
        return 'ord';
    return has('eq') && wanted === 'equality' ? 'eq' : undefined;
}
/** Order forms of numeric are in units of the scale. */
function sameOrder({ logical: a }, { logical: b }) {
    return a.name !== 'numeric' || a.typmod === b.typmod;
}
/** What is said of a column that lacks the term. */
export function withoutTerm(wanted) {
    return wanted === 'order'
        ? {
            detail: 'The column has no order term.',
            hint: 'Give the column `search: [order]` in the map; docs/threat-model.md says what it tells.',
        }
        : {
            detail: 'The column has no equality term.',
            hint: 'Give the column `search: [equality]` in the map and run `pgseal apply`.',
        };
}
//# sourceMappingURL=search-term.js.map