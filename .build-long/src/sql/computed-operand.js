// Functions, operators and casts of constants and parameters where a sealed column takes the value: the proxy computes them
// before it seals, so the server never sees what they are made of. In an UPDATE they may read the row too, which is then
// brought by a SELECT first (many-rows.ts).
import { explicitCast } from '../types/conversion.js';
import { folds } from '../types/functions.js';
import { scalar } from '../types/scalar.js';
import { isBuiltInCall } from './functions.js';
import { operandOf } from './operand.js';
import { finalType } from './statement.js';
import { typeOfTypeName } from './type-name.js';
import { as, list, names, struct, tagOf, text } from './walk.js';
/**
 * The value of a computed expression; undefined for what the proxy does not compute, and for a constant, parameter or column
 * alone.
 */
export function computedOperand(context, node, rowRead) {
    if (context.analysis.inView)
        return undefined;
    const part = partOf(context, node, rowRead);
    if (part?.type === undefined)
        return undefined;
    const operand = part.read(part.type);
    return operand.source.from === 'computed' || operand.source.from === 'row' ? operand : undefined;
}
/** The constants, parameters and values of a row that an operand is made of; itself where it is one. */
export function leavesOf(operand) {
    return operand.source.from === 'computed' ? operand.source.arguments.flatMap(leavesOf) : [operand];
}
function partOf(context, node, rowRead) {
    const { analysis } = context;
    const tag = tagOf(node);
    const fields = tag === undefined ? undefined : as(node, tag);
    if (tag === undefined || fields === undefined)
        return undefined;
    if (operandOf(node, analysis.input.declaredOids, { name: 'text', typmod: -1 }) !== undefined) {
        return leaf(context, node);
    }
    switch (tag) {
        case 'ColumnRef': {
            const operand = rowRead?.(node);
            return operand === undefined ? undefined : typed(operand);
        }
        case 'TypeCast':
            return cast(context, fields, rowRead);
        case 'FuncCall':
            return call(context, fields, rowRead);
        case 'CoalesceExpr':
            return called(context, 'coalesce', list(fields.args), rowRead);
        case 'MinMaxExpr':
            return called(context, text(fields.op) === 'IS_LEAST' ? 'least' : 'greatest', list(fields.args), rowRead);
        case 'A_Expr':
            return operator(context, fields, rowRead);
        default:
            return undefined;
    }
}
function leaf({ analysis }, node) {
    const said = analysis.typeSaid(node);
    return { type: said?.name, read: (type) => analysis.operand(node, { name: type, typmod: -1 }) };
}
function typed(operand) {
    return { type: finalType(operand).name, read: () => operand };
}
function cast(context, fields, rowRead) {
    const typeName = struct(fields.typeName);
    const to = typeName === undefined ? undefined : typeOfTypeName(typeName);
    const part = partOf(context, fields.arg, rowRead);
    if (to === undefined || part?.type === undefined || explicitCast(part.type, to) === undefined)
        return undefined;
    const { type } = part;
    return {
        type: to.name,
        read: () => context.analysis.withCasts(part.read(type), [to], fields.arg),
    };
}
const callFields = new Set(['funcname', 'args', 'funcformat', 'location']);
function call(context, fields, rowRead) {
    const path = names(fields.funcname);
    const name = path.at(-1) ?? '';
    const { catalog } = context.analysis.input;
    if (Object.keys(fields).some((field) => !callFields.has(field)) || !isBuiltInCall(path, catalog))
        return undefined;
    if (folds.has(name) && !catalog.foldsAscii)
        return undefined;
    // Words of the grammar are no functions of these names.
    if (reserved.has(name) || (name === 'extract' && !catalog.isBuiltInFunction('extract')))
        return undefined;
    return called(context, name, list(fields.args), rowRead);
}
const reserved = new Set(['coalesce', 'nullif', 'greatest', 'least']);
/** Functions that take any type, and so give a parameter without one none. */
const anyTyped = new Set(['concat', 'concat_ws', 'format']);
function called(context, name, nodes, rowRead) {
    const parts = nodes.map((node) => partOf(context, node, rowRead));
    if (parts.some((part) => part === undefined))
        return undefined;
    const known = parts;
    if (anyTyped.has(name)) {
        const first = name === 'concat' ? 0 : 1;
        if (known.slice(first).some((part, at) => part.type === undefined && as(nodes[first + at], 'ParamRef') !== undefined))
            return undefined;
    }
    const found = scalar(name, known.map((part) => part.type));
    if (found === undefined)
        return undefined;
    const to = { name: found.to, typmod: -1 };
    return {
        type: found.to,
        read: () => {
            const given = known.map((part, at) => part.read(part.type ?? found.takes[at]));
            for (const { type } of given)
                context.analysis.noteType(type.name);
            context.analysis.noteType(found.to);
            return { source: { from: 'computed', name, arguments: given }, type: to, casts: [], array: false };
        },
    };
}
function operator(context, fields, rowRead) {
    const kind = text(fields.kind);
    if (kind === 'AEXPR_NULLIF')
        return called(context, 'nullif', [fields.lexpr, fields.rexpr], rowRead);
    const path = names(fields.name);
    const name = path.at(-1) ?? '';
    if (kind !== 'AEXPR_OP' || path.length !== 1 || !operators.has(name))
        return undefined;
    if (context.analysis.input.catalog.hasUserOperator(name))
        return undefined;
    const nodes = fields.lexpr === undefined ? [fields.rexpr] : [fields.lexpr, fields.rexpr];
    return called(context, name, nodes, rowRead);
}
const operators = new Set(['||', '+', '-', '*', '/', '%']);
//# sourceMappingURL=computed-operand.js.map