import { quoted } from './quoted.js';
/** PostgreSQL 16 has any_value(). Before, an array of the group's values is made, of which the first is taken. */
export function memberOf(catalog, sets, term = 'eq') {
    return { some: catalog.isBuiltInFunction('any_value') ? 'any_value' : 'array_agg', sets, term };
}
export function memberText(column, { some, sets, term }) {
    const call = `pg_catalog.${some}(${column})`;
    const value = some === 'any_value' ? call : `(${call})[1]`;
    return sets ? `CASE WHEN GROUPING(${termText(column, term)}) = 0 THEN ${value} END` : value;
}
export function termText(column, term = 'eq') {
    return `(${column}).${term}`;
}
export function pathText(path) {
    return path.map(quoted).join('.');
}
/** `column`: the tree of the column. */
export function memberTree(column, { some, sets, term }) {
    const call = {
        FuncCall: {
            funcname: [string('pg_catalog'), string(some)],
            args: [column],
            funcformat: 'COERCE_EXPLICIT_CALL',
        },
    };
    const first = { A_Indices: { uidx: { A_Const: { ival: { ival: 1 } } } } };
    const value = some === 'any_value' ? call : { A_Indirection: { arg: call, indirection: [first] } };
    if (!sets)
        return value;
    const isGrouped = {
        A_Expr: {
            kind: 'AEXPR_OP',
            name: [string('=')],
            lexpr: { GroupingFunc: { args: [termTree(column, term)] } },
            rexpr: { A_Const: { ival: {} } },
        },
    };
    return { CaseExpr: { args: [{ CaseWhen: { expr: isGrouped, result: value } }] } };
}
export function termTree(column, term = 'eq') {
    return { A_Indirection: { arg: column, indirection: [string(term)] } };
}
export function pathTree(path) {
    return { ColumnRef: { fields: path.map(string) } };
}
export function ordinalTree(at) {
    return { A_Const: { ival: { ival: at } } };
}
function string(sval) {
    return { String: { sval } };
}
//# sourceMappingURL=grouping-text.js.map