import { refuse } from './refusal.js';
import { find } from './scope.js';
import { searchTerm } from './search-term.js';
import { as, list, names, number, struct, text, walk } from './walk.js';
export function refuseShape(analysis, many, shape) {
    refuse(analysis, 'updateNotPinned', { column: many.column, shape });
}
/** Refuses what the statement as a whole must not be. */
export function checkWhole(analysis, many) {
    const { fields, target } = many;
    for (const item of list(struct(fields.withClause)?.ctes)) {
        if (as(as(item, 'CommonTableExpr')?.ctequery, 'SelectStmt') === undefined) {
            refuseShape(analysis, many, 'a statement that writes in WITH');
        }
    }
    const { relation } = target;
    if (as(fields.whereClause, 'CurrentOfExpr') !== undefined && relation?.record !== undefined) {
        const reason = 'WHERE CURRENT OF does not say which row it is';
        const table = `${relation.schema}.${relation.name}`;
        refuse(analysis, 'recordNotKnown', { table, template: relation.record.template, reason });
    }
    if (target.relation?.hasRowSecurity === true && !readsTargetAnywhere(many)) {
        // PostgreSQL applies the policies for SELECT only to an UPDATE that reads the table; the two statements would.
        refuseShape(analysis, many, 'row level security and no column that is read');
    }
}
function readsTargetAnywhere(many) {
    const { fields } = many;
    let reads = false;
    walk([fields.whereClause, fields.targetList, fields.returningClause], (tag, node) => {
        if (tag === 'ColumnRef' && isTarget(many, names(node.fields)))
            reads = true;
        return undefined;
    });
    return reads;
}
/** True when a column reference in SET, WHERE or RETURNING can only mean the target. */
export function isTarget(many, path) {
    const { target, context, others } = many;
    const { entry } = target;
    if (path.length > 1) {
        const table = path.at(-2);
        if (table === entry.name)
            return true;
        return !others.entries.some((other) => other.name === table) && returnedRows(many).has(table);
    }
    if (path[0] === '*')
        return others.entries.length === 0;
    const found = find(context.level, path);
    if (found.what === 'column')
        return entry.columns?.includes(found.column) === true;
    return found.what === 'row' ? found.entry === entry : found.what === 'unknown' && others.entries.length === 0;
}
/** The names of the row before and after in RETURNING. */
function returnedRows(many) {
    const found = new Set(['old', 'new']);
    for (const item of list(struct(many.fields.returningClause)?.options))
        found.add(text(as(item, 'ReturningOption')?.value));
    return found;
}
/** What an expression of SET or RETURNING reads. */
export function readsOf(many, node) {
    const reads = { target: false, others: false, subquery: false };
    walk(node, (tag, fields) => {
        if (tag === 'SubLink')
            reads.subquery = true;
        if (tag === 'ColumnRef') {
            if (isTarget(many, names(fields.fields)))
                reads.target = true;
            else
                reads.others = true;
        }
        return undefined;
    });
    return reads;
}
/** True when a sealed column's new value may be its old one, which would stay bound to the old record: CASE ... ELSE email END. */
export function keepsItself(many, name) {
    let keeps = false;
    for (const item of list(many.fields.targetList)) {
        const target = as(item, 'ResTarget');
        if (text(target?.name) !== name)
            continue;
        walk(target?.val, (tag, fields) => {
            if (tag === 'ColumnRef' && names(fields.fields).at(-1) === name)
                keeps = true;
            return undefined;
        });
    }
    return keeps;
}
/**
 * Columns of a unique key of the whole relation whose values are never NULL: one of plain columns rather than over terms, and
 * then the smallest. Throws updateWithoutKey.
 */
export function uniqueKey(analysis, many) {
    const { relation } = many.target;
    const only = struct(many.fields.relation)?.inh !== true;
    // A plain table's keys say nothing of its inheritance children, unless ONLY leaves them out.
    const whole = relation?.kind === 'p' || (relation?.kind === 'r' && (!relation.hasChildren || only));
    const keys = (whole ? relation.uniqueKeys : [])
        .map(({ attnums }) => attnums.map((attnum) => relation.columns.find((column) => column.attnum === attnum)))
        .filter((columns) => columns.length > 0 && columns.every((column) => column?.notNull === true))
        .map((columns) => columns.map((column) => ({ name: column.name, term: keyTerm(column.mapped) })));
    const cost = (key) => key.length + (key.some(({ term }) => term !== undefined) ? 1000 : 0);
    const [best] = keys.sort((a, b) => cost(a) - cost(b));
    if (best === undefined)
        refuse(analysis, 'updateWithoutKey', { column: many.column });
    return best;
}
function keyTerm(mapped) {
    return mapped?.physical === undefined ? undefined : searchTerm(mapped.column);
}
/** The targets of SET that share one value, beginning at `at`: (a, b) = (1, 2). */
export function groupAt(targets, at) {
    let end = at + 1;
    while (number(as(targets[end]?.val, 'MultiAssignRef')?.colno) > 1)
        end += 1;
    return targets.slice(at, end);
}
//# sourceMappingURL=many-rows-reads.js.map