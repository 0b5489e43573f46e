import { as, list, names } from './walk.js';
/**
 * The column that an expression is: by its name, under casts that the analysis takes away, or as what a subquery for one
 * value selects. Undefined for everything else.
 */
export function termPlace(analysis, node) {
    const column = as(node, 'ColumnRef');
    if (column !== undefined)
        return names(column.fields).at(-1) === '*' ? undefined : { node, item: undefined };
    if (as(node, 'TypeCast') !== undefined) {
        const claim = analysis.claims.get(node);
        return claim?.to === 'inner' ? termPlace(analysis, claim.node) : undefined;
    }
    const link = as(node, 'SubLink');
    if (link?.subLinkType !== 'EXPR_SUBLINK')
        return undefined;
    const targets = list(as(link.subselect, 'SelectStmt')?.targetList);
    return targets.length === 1 ? itemPlace(analysis, targets[0]) : undefined;
}
/** The column that an item of a select list is. */
export function itemPlace(analysis, item) {
    const place = termPlace(analysis, as(item, 'ResTarget')?.val);
    return place === undefined ? undefined : { node: place.node, item: place.item ?? item };
}
/** `x` becomes `(x).eq`, or the term given. A column that is grouped there is grouped by its term: no member of its group is needed. */
export function claimTermAt(analysis, { node, item }, term) {
    if (item !== undefined)
        analysis.unclaimMember(node, item);
    analysis.claim(node, { to: 'term', term });
}
//# sourceMappingURL=term-place.js.map