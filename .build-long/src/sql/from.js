// The FROM clause: which relations and columns are in scope.
import { elementTypeOfArrayOid } from '../types/logical-type.js';
import { arrayCast } from './array-operand.js';
import { carriedArray, carriedLists, countUse } from './carried.js';
import { condition } from './condition.js';
import { plainExpression } from './expression.js';
import { isBuiltInCall } from './functions.js';
import { refuseShape, refuseUse } from './refusal.js';
import { aliased, relationEntry, resolve } from './relations.js';
import { exposeRows, freshRows } from './row-source.js';
import { itemOf, Level } from './scope.js';
import { query } from './select.js';
import { checkFields, onlyNode } from './shape.js';
import { plain } from './value.js';
import { as, list, locationOf, names, number, struct, text } from './walk.js';
/** A new level below `context` that holds the items of a FROM clause; items see those to their left where LATERAL lets them. */
export function fromClause(context, items, level) {
    for (const item of items)
        level.add(fromItem({ ...context, level }, item));
}
/** `context.level` is the level that is being filled: what LATERAL items see. Others see its parent only. */
export function fromItem(context, item) {
    const { tag, fields } = onlyNode(context.analysis, item);
    switch (tag) {
        case 'RangeVar':
            return itemOf(tableItem(context, fields));
        case 'RangeSubselect':
            return subselect(context, fields);
        case 'JoinExpr':
            return join(context, fields);
        case 'RangeFunction':
            return functionItem(context, fields);
        case 'RangeTableSample': {
            checkFields(context.analysis, tag, fields, ['relation', 'method', 'args', 'repeatable', 'location']);
            for (const argument of list(fields.args))
                plainExpression(context, argument, 'TABLESAMPLE');
            if (fields.repeatable !== undefined)
                plainExpression(context, fields.repeatable, 'TABLESAMPLE');
            return fromItem(context, fields.relation);
        }
        default:
            return refuseShape(context.analysis, `${tag} in FROM`, locationOf(fields));
    }
}
function tableItem(context, fields) {
    const resolved = resolve(context, fields, true);
    if (resolved.what === 'relation')
        return relationEntry(context.analysis, resolved.relation, fields);
    const entry = {
        name: text(fields.relname),
        schema: text(fields.schemaname) || undefined,
        columns: resolved.what === 'cte' && resolved.columns !== undefined ? freshRows(resolved.columns) : undefined,
        relation: undefined,
    };
    const alias = struct(fields.alias);
    return alias === undefined ? entry : aliased(context.analysis, entry, alias);
}
function subselect(context, fields) {
    checkFields(context.analysis, 'RangeSubselect', fields, ['lateral', 'subquery', 'alias']);
    const outer = fields.lateral === true ? context : { ...context, level: context.level?.parent };
    const select = as(fields.subquery, 'SelectStmt');
    if (select === undefined)
        refuseShape(context.analysis, 'a subquery that is no SELECT');
    const result = exposeRows(context.analysis, query(outer, select));
    const lists = carriedLists(select, result.columns.length);
    const columns = result.columns.map((column, at) => lists[at] === undefined ? column : { ...column, carried: lists[at] });
    const entry = {
        name: undefined,
        schema: undefined,
        columns: result.open ? undefined : columns,
        relation: undefined,
    };
    if (result.open && result.columns.some((column) => column.value.kind === 'sealed')) {
        refuseShape(context.analysis, 'a subquery whose columns are not all known');
    }
    const alias = struct(fields.alias);
    return itemOf(alias === undefined ? entry : aliased(context.analysis, entry, alias));
}
function join(context, fields) {
    const { analysis } = context;
    checkFields(analysis, 'JoinExpr', fields, [
        'jointype',
        'isNatural',
        'larg',
        'rarg',
        'usingClause',
        'join_using_alias',
        'quals',
        'alias',
        'rtindex',
    ]);
    const left = fromItem(context, fields.larg);
    // The right side of a join sees the left side under LATERAL.
    const right = fromItem({ ...context, level: lateralLevel(context.level, left) }, fields.rarg);
    const merged = mergedColumns(context, fields, left, right);
    const isMerged = (column) => merged.some((one) => one.name === column.name);
    const item = {
        entries: [...left.entries, ...right.entries],
        columns: [
            ...merged,
            ...left.columns.filter((column) => !isMerged(column)),
            ...right.columns.filter((column) => !isMerged(column)),
        ],
        open: left.open || right.open,
    };
    if (fields.quals !== undefined) {
        const level = new Level(context.level?.parent);
        level.add({ entries: item.entries, columns: [...left.columns, ...right.columns], open: item.open });
        condition({ ...context, level }, fields.quals, 'JOIN ... ON');
    }
    const usingAlias = struct(fields.join_using_alias);
    const entries = [...item.entries];
    if (usingAlias !== undefined) {
        entries.push({ name: text(usingAlias.aliasname), schema: undefined, columns: merged, relation: undefined });
    }
    const alias = struct(fields.alias);
    if (alias === undefined)
        return { ...item, entries };
    const whole = {
        name: undefined,
        schema: undefined,
        columns: item.open ? undefined : item.columns,
        relation: undefined,
    };
    if (item.open && item.columns.some((column) => column.value.kind === 'sealed' || column.blocked !== undefined)) {
        refuseShape(analysis, 'an aliased join of a relation that the catalog does not know');
    }
    return itemOf(aliased(analysis, whole, alias));
}
/** A non-LATERAL item looks at the parent of the level it is given, so the left side must stand on that level itself. */
function lateralLevel(outer, left) {
    const level = new Level(outer?.parent);
    if (outer !== undefined)
        level.add(outer);
    level.add(left);
    return level;
}
/** Columns that USING or NATURAL merges; a sealed one is refused, since its equality would be asked of the raw type (C38). */
function mergedColumns(context, fields, left, right) {
    const { analysis } = context;
    const both = (name) => [...left.columns, ...right.columns].filter((column) => column.name === name);
    let shared = names(fields.usingClause);
    if (fields.isNatural === true) {
        if (left.open || right.open) {
            refuseShape(analysis, 'NATURAL JOIN with a relation that the catalog does not know');
        }
        const rightNames = new Set(right.columns.map((column) => column.name));
        shared = left.columns.map((column) => column.name).filter((name) => rightNames.has(name));
    }
    return shared.map((name) => {
        for (const column of both(name)) {
            countUse(column);
            if (column.value.kind === 'sealed')
                refuseUse(analysis, column.value, fields.isNatural === true ? 'NATURAL JOIN' : 'JOIN ... USING');
            if (column.blocked !== undefined)
                refuseShape(analysis, 'JOIN ... USING over a column that is not sealed yet');
        }
        return { name, value: plain, blocked: undefined, attnum: undefined };
    });
}
/** Functions of PostgreSQL that give one column, named as the function unless aliased. */
const oneColumnFunctions = new Set([
    'generate_series',
    'generate_subscripts',
    'regexp_matches',
    'regexp_split_to_table',
    'string_to_table',
    'json_array_elements_text',
    'jsonb_array_elements_text',
    'json_array_elements',
    'jsonb_array_elements',
    'json_object_keys',
    'jsonb_object_keys',
]);
/** Functions of PostgreSQL that give the columns key and value. */
const pairFunctions = new Set(['json_each', 'jsonb_each', 'json_each_text', 'jsonb_each_text']);
const valueNamed = new Set([
    'json_array_elements_text',
    'jsonb_array_elements_text',
    'json_array_elements',
    'jsonb_array_elements',
]);
/** unnest() of PostgreSQL over arrays of types that are known here: each gives one column. */
function isKnownUnnest({ analysis }, call) {
    const { catalog, declaredOids } = analysis.input;
    const known = new Set(['funcname', 'args', 'funcformat', 'location']);
    if (!isBuiltInCall(names(call.funcname), catalog) || Object.keys(call).some((field) => !known.has(field)))
        return false;
    return list(call.args).every((argument) => {
        if (arrayCast(as(argument, 'TypeCast')?.typeName) !== undefined)
            return true;
        const made = as(argument, 'A_ArrayExpr');
        if (made !== undefined)
            return list(made.elements).every((element) => as(element, 'A_Const') !== undefined);
        const parameter = as(argument, 'ParamRef');
        return elementTypeOfArrayOid(declaredOids[number(parameter?.number) - 1] ?? 0) !== undefined;
    });
}
function functionItem(context, fields) {
    const { analysis } = context;
    checkFields(analysis, 'RangeFunction', fields, [
        'lateral',
        'ordinality',
        'is_rowsfrom',
        'functions',
        'alias',
        'coldeflist',
    ]);
    const calls = [];
    for (const item of list(fields.functions)) {
        // Each is a list of the call and its own column definitions.
        const [call, definitions] = list(as(item, 'List')?.items);
        plainExpression(context, call, 'a function in FROM');
        const names = as(call, 'FuncCall');
        if (names !== undefined && (definitions === undefined || as(definitions, 'List') === undefined))
            calls.push(names);
    }
    const alias = struct(fields.alias);
    let columns;
    const defined = list(fields.coldeflist);
    const column = (name) => ({ name, value: plain, blocked: undefined, attnum: undefined });
    const functionName = names(calls[0]?.funcname).at(-1);
    if (defined.length > 0) {
        columns = defined.map((definition) => column(text(as(definition, 'ColumnDef')?.colname)));
    }
    else if (calls.length === 1 && list(fields.functions).length === 1 && functionName !== undefined) {
        if (oneColumnFunctions.has(functionName) || (functionName === 'unnest' && list(calls[0].args).length === 1)) {
            columns = [
                column(valueNamed.has(functionName) ? 'value' : alias === undefined ? functionName : text(alias.aliasname)),
            ];
        }
        else if (functionName === 'unnest' && isKnownUnnest(context, calls[0])) {
            columns = list(calls[0].args).map(() => column('unnest'));
        }
        else if (pairFunctions.has(functionName)) {
            columns = [column('key'), column('value')];
        }
    }
    if (functionName === 'unnest' && columns !== undefined && defined.length === 0 && isKnownUnnest(context, calls[0])) {
        const unnamed = alias === undefined && fields.ordinality !== true ? fields : undefined;
        columns = columns.map((one, at) => ({ ...one, carried: carriedArray(list(calls[0].args)[at], unnamed) }));
    }
    if (columns !== undefined && fields.ordinality === true)
        columns.push(column('ordinality'));
    const entry = { name: functionName, schema: undefined, columns, relation: undefined };
    return itemOf(alias === undefined ? entry : aliased(context.analysis, entry, alias));
}
//# sourceMappingURL=from.js.map