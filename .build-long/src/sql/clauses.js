import { expression, plainExpression } from './expression.js';
import { groupHere } from './grouping.js';
import { isUsing, orderedExpression } from './ordering.js';
import { refuseShape } from './refusal.js';
import { checkFields } from './shape.js';
import { as, list, locationOf, number } from './walk.js';
/** Every expression of a list must be plain. */
export function plainArguments(context, nodes, clause) {
    for (const node of list(nodes))
        plainExpression(context, node, clause);
}
/** Expressions that rows are grouped or told apart by: sealed columns by their terms. */
export function groupedArguments(context, nodes, clause) {
    for (const node of list(nodes)) {
        const value = expression(context, node, clause);
        if (value.kind === 'sealed')
            groupHere(context, node, value, clause);
    }
}
/** A window definition, inline after OVER or in the WINDOW clause. */
export function windowDefinition(context, fields) {
    checkFields(context.analysis, 'WindowDef', fields, [
        'name',
        'refname',
        'partitionClause',
        'orderClause',
        'frameOptions',
        'startOffset',
        'endOffset',
        'location',
    ]);
    groupedArguments(context, fields.partitionClause, 'PARTITION BY');
    const claims = context.analysis.claims.size;
    for (const item of list(fields.orderClause))
        sortedBy(context, item, 'ORDER BY of a window');
    const isOffset = fields.startOffset !== undefined || fields.endOffset !== undefined;
    if (isOffset && (number(fields.frameOptions) & frameOfRange) !== 0 && context.analysis.claims.size > claims) {
        refuseShape(context.analysis, 'RANGE with an offset over a sealed column', locationOf(fields));
    }
    if (fields.startOffset !== undefined)
        plainExpression(context, fields.startOffset, 'a window frame');
    if (fields.endOffset !== undefined)
        plainExpression(context, fields.endOffset, 'a window frame');
}
/** FRAMEOPTION_RANGE of nodes/parsenodes.h. */
const frameOfRange = 2;
/** An item of ORDER BY that can mean no column of the result. */
export function sortedBy(context, item, clause) {
    const node = sortNode(context, item);
    if (isUsing(item))
        plainExpression(context, node, `${clause} USING`);
    else
        orderedExpression(context, node, clause);
}
/** The expression of a SortBy. */
export function sortNode(context, item) {
    const sort = as(item, 'SortBy');
    if (sort === undefined)
        refuseShape(context.analysis, 'ORDER BY');
    checkFields(context.analysis, 'SortBy', sort, ['node', 'sortby_dir', 'sortby_nulls', 'useOp', 'location']);
    if (sort.node === undefined)
        refuseShape(context.analysis, 'ORDER BY', locationOf(sort));
    return sort.node;
}
//# sourceMappingURL=clauses.js.map