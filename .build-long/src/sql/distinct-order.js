// SELECT DISTINCT is given to the server as DISTINCT ON, which may be ordered by more than what is selected: what PostgreSQL
// says of that is said here.
import { locationOfNode } from './combine.js';
import { ordinalOf } from './expression.js';
import { refuse } from './refusal.js';
import { find } from './scope.js';
import { as, list, names } from './walk.js';
/** Throws 42P10 where an item of ORDER BY is not in the select list. */
export function checkDistinctOrder(context, select, output) {
    const [first] = list(select.distinctClause);
    if (first === undefined || Object.keys(first).length > 0)
        return;
    if (context.analysis.claims.get(list(select.distinctClause))?.to !== 'distinct-on')
        return;
    for (const item of list(select.sortClause)) {
        const node = as(item, 'SortBy')?.node;
        if (isListed(context, select, output, node))
            continue;
        refuse(context.analysis, 'orderNotSelected', {}, locationOfNode(node));
    }
}
function isListed(context, select, output, node) {
    if (ordinalOf(node) !== undefined)
        return true;
    const path = names(as(node, 'ColumnRef')?.fields);
    if (path.length === 1 && output.columns.some(({ name }) => name === path[0]))
        return true;
    if (path.length > 0) {
        const found = find(context.level, path);
        // A column that the catalog does not know is the server's to judge.
        if (found.what !== 'column')
            return true;
        if (output.columns.some(({ starred }) => starred === found.column))
            return true;
    }
    return list(select.targetList).some((target) => same(context, as(target, 'ResTarget')?.val, node));
}
const places = new Set(['location', 'list_start', 'list_end', 'rexpr_list_start', 'rexpr_list_end']);
/** True for expressions that the server takes for one: columns by what their names mean. */
function same(context, left, right) {
    if (typeof left !== 'object' || left === null || typeof right !== 'object' || right === null)
        return left === right;
    const [a, b] = [as(left, 'ColumnRef'), as(right, 'ColumnRef')];
    if (a !== undefined && b !== undefined)
        return sameColumn(context, names(a.fields), names(b.fields));
    if (Array.isArray(left) !== Array.isArray(right))
        return false;
    const [before, after] = [left, right];
    const keys = new Set([...Object.keys(before), ...Object.keys(after)].filter((key) => !places.has(key)));
    return [...keys].every((key) => same(context, before[key], after[key]));
}
function sameColumn(context, left, right) {
    if (left.join('\0') === right.join('\0'))
        return true;
    if (left.at(-1) === '*' || right.at(-1) === '*')
        return false;
    const [a, b] = [find(context.level, left), find(context.level, right)];
    return a.what === 'column' && b.what === 'column' && a.column === b.column;
}
//# sourceMappingURL=distinct-order.js.map