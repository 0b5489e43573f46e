import { logicalTypeOfOid } from '../types/logical-type.js';
import { find } from './scope.js';
import { finalType } from './statement.js';
import { as, list, names, tagOf, text, walk } from './walk.js';
/** True when the clause pins one row of the whole relation, children included. */
export function pinsOneRow(context, target, rangeVar, where) {
    const { relation } = target;
    if (relation === undefined || (relation.kind !== 'r' && relation.kind !== 'p'))
        return false;
    // The one row at which the cursor stands.
    if (as(where, 'CurrentOfExpr') !== undefined)
        return true;
    // A plain table's keys say nothing of its inheritance children, unless ONLY leaves them out.
    if (relation.kind === 'r' && relation.hasChildren && rangeVar.inh === true)
        return false;
    const pinned = new Map();
    collect(context, target, where, pinned);
    return relation.uniqueKeys.some((key) => key.attnums.length > 0 && key.attnums.every((attnum) => pinned.has(attnum)));
}
/**
 * The record of the one row that the clause pins, from what its columns are compared with: no other row is written.
 * Undefined where the clause does not say all of it, or a value equal to the row's may have another text.
 */
export function pinnedRecord(context, target, where) {
    const { relation } = target;
    const rule = relation?.record;
    // A tenant that no row has may have no keys either: rows are looked for first.
    if (relation === undefined || rule === undefined || rule.tenantAt !== -1)
        return undefined;
    const pinned = new Map();
    collect(context, target, where, pinned);
    const values = [];
    for (const { name, type, exact: oneText } of rule.columns) {
        const node = pinned.get(relation.columns.find((column) => column.name === name)?.attnum ?? 0);
        if (node === undefined || !oneText)
            return undefined;
        const operand = context.analysis.operand(node, { name: type.name, typmod: -1 });
        const alike = readAlike.find((set) => set.includes(type.name));
        if (alike?.includes(finalType(operand).name) !== true)
            return undefined;
        values.push({ from: 'compared', operand });
    }
    return { rule, table: `${relation.schema}.${relation.name}`, values };
}
/** Types of which equal values have one text, across each line. */
const readAlike = [
    ['int2', 'int4', 'int8'],
    ['text', 'varchar'],
    ['uuid'],
    ['bool'],
    ['date'],
    ['timestamp'],
    ['timestamptz'],
];
/** True for types of which equal values have one text. */
export function hasOneText(type) {
    return readAlike.some((set) => set.includes(type));
}
function collect(context, target, node, pinned) {
    const bool = as(node, 'BoolExpr');
    if (bool !== undefined) {
        if (text(bool.boolop) === 'AND_EXPR')
            for (const part of list(bool.args))
                collect(context, target, part, pinned);
        return;
    }
    const fields = as(node, 'A_Expr');
    const path = names(fields?.name);
    if (fields === undefined || text(fields.kind) !== 'AEXPR_OP' || path.length !== 1 || path[0] !== '=')
        return;
    for (const [column, operand] of [
        [fields.lexpr, fields.rexpr],
        [fields.rexpr, fields.lexpr],
    ]) {
        const attnum = pinnedColumn(context, target, column, operand);
        if (attnum !== undefined && !pinned.has(attnum))
            pinned.set(attnum, operand);
    }
}
function pinnedColumn(context, target, column, operand) {
    const reference = as(column, 'ColumnRef');
    if (reference === undefined)
        return undefined;
    const found = find(context.level, names(reference.fields));
    if (found.what !== 'column' || !target.entry.columns?.includes(found.column))
        return undefined;
    const { attnum } = found.column;
    if (attnum === undefined)
        return undefined;
    // The term was claimed for an operand already, or the analysis ended.
    if (found.column.value.kind === 'sealed')
        return isOperand(operand) ? attnum : undefined;
    const typeOid = target.relation?.columns.find((one) => one.attnum === attnum)?.typeOid ?? 0;
    return isOperand(operand) && comparesExactly(context, operand, logicalTypeOfOid(typeOid)) ? attnum : undefined;
}
function isOperand(node) {
    const tag = tagOf(node);
    if (tag === 'TypeCast')
        return isOperand(as(node, tag).arg);
    return tag === 'A_Const' || tag === 'ParamRef';
}
const exact = [
    ['int2', 'int4', 'int8', 'numeric'],
    ['text', 'varchar'],
];
/**
 * True when `column = operand` cannot hold for two different values of the column: int8 = float8 rounds, citext folds.
 * An operand without a type takes the column's; a parameter only if nothing else in the statement gives it a type.
 */
function comparesExactly(context, operand, column) {
    const { analysis } = context;
    if (!analysis.isOpen(operand)) {
        const type = analysis.typeSaid(operand);
        if (type === undefined || column === undefined)
            return false;
        return type.name === column || exact.some((set) => set.includes(type.name) && set.includes(column));
    }
    const number = as(operand, 'ParamRef')?.number;
    if (number === undefined)
        return true;
    let uses = 0;
    walk(analysis.input.statement.parse, (tag, fields) => {
        if (tag === 'ParamRef' && fields.number === number)
            uses += 1;
        return undefined;
    });
    return uses === 1;
}
//# sourceMappingURL=pinning.js.map