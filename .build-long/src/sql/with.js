import { carriedLists } from './carried.js';
import { refuseShape, refuseUse } from './refusal.js';
import { exposeRows, refuseAdded } from './row-source.js';
import { query } from './select.js';
import { checkFields } from './shape.js';
import { as, list, locationOf, names, tagOf, text } from './walk.js';
import { writeStatement } from './write.js';
/** The context below a WITH clause, its queries analysed in order; an absent clause changes nothing (C31). */
export function withClause(context, clause) {
    if (clause === undefined)
        return context;
    checkFields(context.analysis, 'WithClause', clause, ['ctes', 'recursive', 'location']);
    const expressions = list(clause.ctes).map((item) => {
        const fields = as(item, 'CommonTableExpr');
        if (fields === undefined)
            refuseShape(context.analysis, 'WITH');
        return fields;
    });
    if (clause.recursive === true)
        return recursive(context, expressions);
    let ctes = context.ctes;
    for (const fields of expressions)
        ctes = scopeOf(fields, columnsOf({ ...context, ctes }, fields), ctes);
    return { ...context, ctes };
}
const cteFields = [
    'ctename',
    'aliascolnames',
    'ctematerialized',
    'ctequery',
    'search_clause',
    'cycle_clause',
    'location',
];
function columnsOf(context, fields) {
    checkFields(context.analysis, 'CommonTableExpr', fields, cteFields);
    const select = as(fields.ctequery, 'SelectStmt');
    const output = select === undefined ? writeOutput(context, fields.ctequery) : withLists(select, query(context, select));
    return renamed(context, fields, exposeRows(context.analysis, output));
}
function withLists(select, output) {
    const lists = carriedLists(select, output.columns.length);
    return { ...output, columns: output.columns.map((column, at) => ({ ...column, carried: lists[at] })) };
}
function writeOutput(context, statement) {
    return writeStatement({ ...context, level: undefined }, statement) ?? { columns: [], open: false };
}
function renamed(context, fields, output) {
    const aliases = names(fields.aliascolnames);
    refuseAdded(context.analysis, output.columns, aliases.length, 'WITH that names the columns');
    const columns = output.columns.map((column, at) => ({
        name: aliases[at] ?? column.name,
        value: column.value,
        blocked: column.blocked,
        attnum: undefined,
        binds: column.binds,
        carried: column.carried,
        ...(column.added === true ? { added: true } : {}),
    }));
    if (!output.open)
        return columns;
    if (columns.some((column) => column.value.kind === 'sealed')) {
        refuseShape(context.analysis, 'a WITH query whose columns are not all known', locationOf(fields));
    }
    return undefined;
}
function scopeOf(fields, columns, parent) {
    return { name: text(fields.ctename), columns, pending: false, parent };
}
/** WITH RECURSIVE: every query sees every other. A query that refers to itself must give plain columns only. */
function recursive(context, expressions) {
    let known = context.ctes;
    expressions.forEach((fields, at) => {
        let ctes = known;
        for (const later of expressions.slice(at + 1)) {
            ctes = { name: text(later.ctename), columns: undefined, pending: true, parent: ctes };
        }
        const select = as(fields.ctequery, 'SelectStmt');
        const isUnion = select !== undefined && text(select.op) === 'SETOP_UNION' && tagOf(fields.ctequery) === 'SelectStmt';
        let columns;
        if (isUnion && mentions(select.rarg, text(fields.ctename))) {
            const first = query({ ...context, ctes }, select.larg);
            const own = renamed(context, fields, first);
            for (const column of first.columns) {
                if (column.value.kind === 'sealed')
                    refuseUse(context.analysis, column.value, 'WITH RECURSIVE');
            }
            const output = query({ ...context, ctes: scopeOf(fields, own, ctes) }, select.rarg);
            for (const column of output.columns) {
                if (column.value.kind === 'sealed')
                    refuseUse(context.analysis, column.value, 'WITH RECURSIVE');
            }
            checkFields(context.analysis, 'CommonTableExpr', fields, cteFields.filter((field) => !field.endsWith('_clause')));
            const whole = ['larg', 'rarg', 'op', 'all', 'limitOption'];
            checkFields(context.analysis, 'SelectStmt', select, whole);
            columns = own;
        }
        else {
            columns = columnsOf({ ...context, ctes }, fields);
        }
        known = scopeOf(fields, columns, known);
    });
    return { ...context, ctes: known };
}
function mentions(tree, name) {
    if (typeof tree !== 'object' || tree === null)
        return false;
    if (tree.relname === name && tree.schemaname === undefined)
        return true;
    return Object.values(tree).some((value) => mentions(value, name));
}
//# sourceMappingURL=with.js.map