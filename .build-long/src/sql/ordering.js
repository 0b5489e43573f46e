// ORDER BY of sealed columns by their order terms, which sort as the values do: in a query, in DISTINCT ON, in windows and in
// aggregates (C35). NULL has no term, so NULLS FIRST and LAST mean what they say.
import { refuseSearch } from './access.js';
import { locationOfNode } from './combine.js';
import { expression } from './expression.js';
import { outputPath } from './grouping.js';
import { refuseUse } from './refusal.js';
import { commonTerm, withoutTerm } from './search-term.js';
import { claimTermAt, termPlace } from './term-place.js';
import { as } from './walk.js';
/** Refuses a value without an order term, or whose order the user may not know. */
export function checkOrderable(context, value, clause) {
    const { analysis } = context;
    if (value.constants)
        refuseUse(analysis, value, `${clause} beside a constant`);
    if (value.nested !== undefined || value.computed !== undefined)
        refuseUse(analysis, value, `${clause} within an expression`);
    for (const { column } of value.origins)
        refuseSearch(analysis, column.label, value.name, value.location);
    if (commonTerm([value], 'order') === undefined)
        refuseUse(analysis, value, clause, withoutTerm('order'));
    for (const { column } of value.origins)
        analysis.searches.add(column.label);
}
/** An expression that rows are ordered by: a sealed column `x` becomes `(x).ord`. */
export function orderedExpression(context, node, clause) {
    const value = expression(context, node, clause);
    if (value.kind !== 'sealed')
        return;
    const place = termPlace(context.analysis, node);
    if (place === undefined || place.item !== undefined) {
        return refuseUse(context.analysis, value, `${clause} within an expression`);
    }
    checkOrderable(context, value, clause);
    claimTermAt(context.analysis, place, 'ord');
}
/** An ordinal or alias that means a sealed column of the select list. */
export function orderedOutput(context, node, column, clause) {
    const value = { ...column.value, location: locationOfNode(node) };
    checkOrderable(context, value, clause);
    context.analysis.claim(node, { to: 'term-of', path: outputPath(context, column, clause), term: 'ord' });
}
/** ORDER BY ... USING names an operator of the values themselves. */
export function isUsing(item) {
    return as(item, 'SortBy')?.useOp !== undefined;
}
//# sourceMappingURL=ordering.js.map