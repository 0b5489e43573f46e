import { assignSealed, isSealed, WrittenRow } from './assignment.js';
import { plainExpression } from './expression.js';
import { fromClause } from './from.js';
import { functionName, isBuiltInCall } from './functions.js';
import { madeValue } from './made-value.js';
import { refuse } from './refusal.js';
import { Level } from './scope.js';
import { as, list, names, struct, text, walk } from './walk.js';
import { withClause } from './with.js';
/** PostgreSQL's own functions that are known to give one value, beside those that make one. */
const scalar = new Set([
    ...['abs', 'age', 'btrim', 'concat', 'concat_ws', 'currval', 'current_setting', 'date_part', 'date_trunc', 'extract'],
    ...['format', 'greatest', 'least', 'left', 'length', 'lower', 'lpad', 'ltrim', 'make_date', 'make_interval', 'md5'],
    ...['replace', 'right', 'round', 'rpad', 'rtrim', 'split_part', 'substr', 'substring', 'timezone', 'to_char'],
    ...['to_date', 'to_json', 'to_jsonb', 'to_timestamp', 'trim', 'upper', 'jsonb_build_object', 'json_build_object'],
]);
/** Claims the values and gives the row when the query has this form and sets a sealed column; else nothing was done. */
export function singleRow(context, columns, select, hasList) {
    const { analysis } = context;
    const values = list(select.targetList).map((target) => as(target, 'ResTarget')?.val);
    if (columns === undefined || !isOneRow(analysis.input.catalog, select))
        return undefined;
    if (!columns.slice(0, values.length).some((column) => column !== undefined && isSealed(column)))
        return undefined;
    if (values.some((node) => names(as(node, 'ColumnRef')?.fields).at(-1) === '*'))
        return undefined;
    if (values.length > columns.length)
        refuse(analysis, 'tooManyExpressions', {});
    if (hasList && values.length < columns.length)
        refuse(analysis, 'tooFewExpressions', {});
    const inner = withClause(context, struct(select.withClause));
    const level = new Level(inner.level);
    fromClause(inner, list(select.fromClause), level);
    const here = { ...inner, level };
    const written = new WrittenRow(here);
    for (const [at, node] of values.entries()) {
        const column = columns[at];
        if (column !== undefined && isSealed(column))
            assignSealed(here, column, node, written, new Set());
        else
            plainExpression(here, node, 'INSERT ... SELECT');
    }
    if (select.whereClause !== undefined)
        plainExpression(here, select.whereClause, 'WHERE');
    for (const field of ['limitOffset', 'limitCount']) {
        if (select[field] !== undefined)
            plainExpression(inner, select[field], field === 'limitOffset' ? 'OFFSET' : 'LIMIT');
    }
    return { written, values };
}
const fields = new Set([
    ...['targetList', 'fromClause', 'whereClause', 'limitCount', 'limitOffset', 'limitOption', 'withClause', 'op'],
]);
/** No FROM, or queries of one row in it, and no function that might return a set. */
function isOneRow(catalog, select) {
    if (text(select.op) !== 'SETOP_NONE' || select.valuesLists !== undefined)
        return false;
    if (Object.keys(select).some((field) => !fields.has(field)))
        return false;
    for (const item of list(select.fromClause)) {
        const from = as(item, 'RangeSubselect');
        const inner = as(from?.subquery, 'SelectStmt');
        if (inner === undefined || !isOneRow(catalog, inner))
            return false;
    }
    let one = true;
    walk(select.targetList, (tag, node) => {
        if (tag === 'SubLink')
            return false;
        if (tag === 'FuncCall')
            one &&= isScalar(catalog, node);
        if (tag === 'A_Expr')
            one &&= !catalog.hasUserOperator(names(node.name).at(-1) ?? '');
        return one;
    });
    return one;
}
function isScalar(catalog, call) {
    const path = names(call.funcname);
    if (madeValue({ FuncCall: call }, catalog) !== undefined)
        return true;
    return isBuiltInCall(path, catalog) && scalar.has(functionName(path).name);
}
//# sourceMappingURL=single-row.js.map