import { hasOneText } from './pinning.js';
import { find } from './scope.js';
import { as, list, names, text } from './walk.js';
/** `context`: that of the subquery's place. `result`: its own. */
export function toldOutside(context, select, result, value) {
    const { list: own } = result;
    if (!context.analysis.exposesRows || own === undefined)
        return value;
    const told = new Map();
    const rows = value.rows.map((row) => {
        if (row === undefined)
            return undefined;
        const known = told.get(row) ?? rowOutside(context, select, own.level, row);
        told.set(row, known);
        return known;
    });
    return { ...value, rows };
}
function rowOutside(context, select, inner, row) {
    const told = new Map();
    for (const column of row.rule.columns) {
        const outer = equalOutside(context, select.whereClause, inner, row, column);
        if (outer === undefined)
            return row;
        told.set(column.attnum, outer);
    }
    return { rule: row.rule, told };
}
/** The column of a query around the subquery that every row of it has as the value of `column`. */
function equalOutside(context, where, inner, row, column) {
    const bool = as(where, 'BoolExpr');
    if (bool !== undefined) {
        if (text(bool.boolop) !== 'AND_EXPR')
            return undefined;
        for (const part of list(bool.args)) {
            const found = equalOutside(context, part, inner, row, column);
            if (found !== undefined)
                return found;
        }
        return undefined;
    }
    const fields = as(where, 'A_Expr');
    const operator = names(fields?.name);
    if (text(fields?.kind) !== 'AEXPR_OP' || operator.length !== 1 || operator[0] !== '=')
        return undefined;
    const sides = [fields?.lexpr, fields?.rexpr].map((side) => names(as(side, 'ColumnRef')?.fields));
    for (const [own, other] of [sides, [...sides].reverse()]) {
        const left = columnAt(inner, own);
        if (left?.binds?.row !== row || left.binds.attnum !== column.attnum)
            continue;
        const right = columnAt(inner, other);
        if (right === undefined || right !== columnAt(context.level, other))
            continue;
        if (column.exact && hasOneText(column.type.name) && typeOf(context.level, right) === column.typeOid)
            return right;
    }
    return undefined;
}
function columnAt(level, path) {
    if (path.length === 0 || path.at(-1) === '*')
        return undefined;
    const found = find(level, path);
    return found.what === 'column' ? found.column : undefined;
}
/** pg_attribute.atttypid, where it is known. */
function typeOf(level, column) {
    const { binds } = column;
    if (binds !== undefined)
        return binds.row.rule.columns.find(({ attnum }) => attnum === binds.attnum)?.typeOid;
    for (let at = level; at !== undefined; at = at.parent) {
        for (const { columns, relation } of at.entries) {
            if (columns?.includes(column) !== true)
                continue;
            return relation?.columns.find(({ attnum }) => attnum === column.attnum)?.typeOid;
        }
    }
    return undefined;
}
//# sourceMappingURL=subquery-row.js.map