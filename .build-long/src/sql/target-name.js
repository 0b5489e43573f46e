// The name of a result column without AS, as FigureColname of PostgreSQL's parser gives it (parse_target.c).
import { as, list, names, tagOf, text } from './walk.js';
/** Name of an unnamed target. */
export function targetName(node) {
    return figure(node).name ?? '?column?';
}
/** `strength` 2 is a column or function name, 1 a name of a type or construct, 0 none. */
function figure(node) {
    const tag = tagOf(node);
    if (tag === undefined)
        return { name: undefined, strength: 0 };
    const fields = node[tag];
    switch (tag) {
        case 'ColumnRef':
            return { name: names(fields.fields).findLast((name) => name !== '*'), strength: 2 };
        case 'A_Indirection': {
            const field = list(fields.indirection)
                .map((step) => text(as(step, 'String')?.sval))
                .findLast((name) => name !== '');
            return field === undefined ? figure(fields.arg) : { name: field, strength: 2 };
        }
        case 'FuncCall':
            return { name: names(fields.funcname).at(-1), strength: 2 };
        case 'A_Expr':
            return text(fields.kind) === 'AEXPR_NULLIF' ? { name: 'nullif', strength: 2 } : { name: undefined, strength: 0 };
        case 'TypeCast': {
            const inner = figure(fields.arg);
            if (inner.strength > 1)
                return inner;
            return { name: names(fields.typeName?.names).at(-1), strength: 1 };
        }
        case 'MinMaxExpr':
            return { name: text(fields.op) === 'IS_LEAST' ? 'least' : 'greatest', strength: 2 };
        case 'SQLValueFunction':
            // SVFOP_CURRENT_TIMESTAMP_N and the like: the precision is not part of the name.
            return {
                name: text(fields.op)
                    .replace(/^SVFOP_/, '')
                    .replace(/_N$/, '')
                    .toLowerCase(),
                strength: 2,
            };
        case 'XmlExpr':
            return { name: text(fields.op).replace(/^IS_/, '').toLowerCase(), strength: 2 };
        case 'CollateClause':
            return figure(fields.arg);
        case 'CaseExpr': {
            const inner = figure(fields.defresult);
            return inner.strength > 1 ? inner : { name: 'case', strength: 1 };
        }
        case 'SubLink':
            return subLink(fields);
        default:
            return constructs[tag] === undefined ? { name: undefined, strength: 0 } : { name: constructs[tag], strength: 2 };
    }
}
const constructs = {
    GroupingFunc: 'grouping',
    A_ArrayExpr: 'array',
    RowExpr: 'row',
    CoalesceExpr: 'coalesce',
    XmlSerialize: 'xmlserialize',
    JsonParseExpr: 'json',
    JsonScalarExpr: 'json_scalar',
    JsonSerializeExpr: 'json_serialize',
    JsonObjectConstructor: 'json_object',
    JsonArrayConstructor: 'json_array',
    JsonObjectAgg: 'json_objectagg',
    JsonArrayAgg: 'json_arrayagg',
};
function subLink(fields) {
    const kind = text(fields.subLinkType);
    if (kind === 'EXISTS_SUBLINK')
        return { name: 'exists', strength: 2 };
    if (kind === 'ARRAY_SUBLINK')
        return { name: 'array', strength: 2 };
    if (kind !== 'EXPR_SUBLINK')
        return { name: undefined, strength: 0 };
    let select = as(fields.subselect, 'SelectStmt');
    while (select?.larg !== undefined)
        select = select.larg;
    if (select?.valuesLists !== undefined)
        return { name: 'column1', strength: 2 };
    const target = as(list(select?.targetList)[0], 'ResTarget');
    if (target === undefined)
        return { name: undefined, strength: 0 };
    const name = text(target.name);
    return name === '' ? figure(target.val) : { name, strength: 2 };
}
//# sourceMappingURL=target-name.js.map