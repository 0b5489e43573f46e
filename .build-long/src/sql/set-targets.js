import { columnUse, plainExpression } from './expression.js';
import { refuseShape, refuseUse } from './refusal.js';
import { checkFields } from './shape.js';
import { refuseMissingTarget } from './target.js';
import { as, list, locationOf, number, text } from './walk.js';
/** The columns of a SET list with their values: `a = 1`, `(a, b) = (1, 2)`, `(a, b) = ROW (1, 2)`, `(a, b) = (SELECT ...)` (C28). */
export function setTargets(context, targets, target, clause) {
    const { analysis } = context;
    const { columns } = target.entry;
    shareSources(targets);
    return targets.map((item) => {
        const fields = as(item, 'ResTarget');
        if (fields === undefined)
            refuseShape(analysis, clause);
        checkFields(analysis, 'ResTarget', fields, ['name', 'indirection', 'val', 'location']);
        const column = columns?.find((one) => one.name === text(fields.name));
        const location = locationOf(fields);
        if (column === undefined) {
            refuseMissingTarget(context, target, text(fields.name), location);
        }
        else {
            const value = columnUse(context, column, location);
            if (value.kind === 'sealed' && fields.indirection !== undefined) {
                refuseUse(analysis, value, 'a field or element assignment');
            }
        }
        const multi = as(fields.val, 'MultiAssignRef');
        if (multi === undefined)
            return { column, value: fields.val, location };
        const row = as(multi.source, 'RowExpr');
        if (row !== undefined)
            return { column, value: list(row.args)[number(multi.colno) - 1], location };
        if (number(multi.colno) === 1)
            plainExpression(context, multi.source, 'SET ... = (subquery)');
        return { column, value: undefined, location };
    });
}
/** The columns of one tuple share one source; the tree repeats it for each. They are made one object again, so that a node of it is met once. */
function shareSources(targets) {
    let source;
    for (const target of targets) {
        const multi = as(as(target, 'ResTarget')?.val, 'MultiAssignRef');
        if (multi === undefined)
            continue;
        if (multi.colno === 1)
            source = multi.source;
        else
            multi.source = source;
    }
}
//# sourceMappingURL=set-targets.js.map