// `x IN (SELECT y ...)`, `= ANY`, `<> ALL`, for one value or a row: sealed columns on both sides by their terms.
import { claimTerm, comparable, comparedType } from './comparison.js';
import { expression } from './expression.js';
import { refuseUse } from './refusal.js';
import { refuseAdded } from './row-source.js';
import { claimTermAt, itemPlace, termPlace } from './term-place.js';
import { plain } from './value.js';
import { as, list, names } from './walk.js';
const clause = 'IN (subquery)';
/** What is held against a subquery: the items of a row, or the one expression. */
export function testedNodes(node) {
    const row = as(node, 'RowExpr');
    return row === undefined ? [node] : list(row.args);
}
/** `tested`: what each of `nodes` is. `result`: what the subquery gives. Refuses what terms cannot decide. */
export function subqueryEquality(context, link, nodes, tested, select, result) {
    const { analysis } = context;
    const operator = names(link.operName);
    const sealed = tested.find((value) => value.kind === 'sealed') ?? sealedIn(result);
    if (sealed === undefined)
        return;
    if (operator.length > 1 || !['=', '<>', undefined].includes(operator[0])) {
        refuseUse(analysis, sealed, `operator ${operator.join('.')} with a subquery`);
    }
    refuseAdded(analysis, result.columns, result.columns.length, 'a subquery');
    if (select.valuesLists !== undefined) {
        nodes.forEach((node, at) => {
            const value = tested[at];
            if (value.kind === 'sealed')
                valuesEquality(context, node, value, select, at);
        });
        return;
    }
    const targets = list(select.targetList);
    // With `*` an item of the list is not the column in its place.
    const isListed = targets.length === nodes.length && result.columns.length === nodes.length;
    nodes.forEach((node, at) => {
        const [left, right] = [tested[at], result.columns[at]?.value ?? plain];
        if (left.kind !== 'sealed' && right.kind !== 'sealed')
            return;
        const place = isListed && right.kind === 'sealed' ? itemPlace(analysis, targets[at]) : undefined;
        if (place === undefined || right.kind !== 'sealed') {
            refuseUse(analysis, left.kind === 'sealed' ? left : sealed, clause, {
                detail: 'It is compared by its term, so the subquery must give a sealed column of the same index group.',
            });
        }
        const by = comparable(context, [node, place.node], [left, right], clause);
        if (left.kind === 'sealed')
            claimTermAt(analysis, termPlace(analysis, node), by.term);
        else {
            const type = comparedType(by.target.logical, false);
            claimTerm(context, node, by, analysis.operand(node, type), type);
        }
        claimTermAt(analysis, place, by.term);
    });
}
function sealedIn(result) {
    for (const { value } of result.columns)
        if (value.kind === 'sealed')
            return value;
    return undefined;
}
/** `x IN (VALUES (...), (...))`: column `at` of the list. What has no type there takes that of the others, else text. */
function valuesEquality(context, node, value, select, at) {
    const { analysis } = context;
    const items = list(select.valuesLists).map((row) => list(as(row, 'List')?.items)[at]);
    const isMore = ['sortClause', 'limitOffset', 'limitCount', 'withClause'].some((field) => select[field] !== undefined);
    if (isMore)
        refuseUse(analysis, value, 'IN (VALUES) with more than a list');
    const values = items.map((item) => expression(context, item, 'IN (VALUES)'));
    const by = comparable(context, [node, ...items], [value, ...values], 'IN (VALUES)');
    const said = items.map((item) => analysis.typeSaid(item)).filter((type) => type !== undefined);
    if (said.some((type) => type.name !== said[0].name)) {
        refuseUse(analysis, value, 'IN (VALUES)', { detail: 'The values of the list are of different types.' });
    }
    const type = { name: said[0]?.name ?? 'text', typmod: -1 };
    claimTermAt(analysis, termPlace(analysis, node), by.term);
    values.forEach((one, index) => {
        if (one.kind === 'sealed')
            refuseUse(analysis, one, 'IN (VALUES)');
        // The first is a parameter even if it is NULL: of NULLs alone the server would make a list of text.
        claimTerm(context, items[index], by, analysis.operand(items[index], type), type, index > 0);
    });
}
//# sourceMappingURL=subquery-equality.js.map