import { logicalTypeOfOid } from '../types/logical-type.js';
import { typeOfTypeName } from './type-name.js';
import { as, list, names, number, struct, text } from './walk.js';
/** OIDs with which a client leaves a parameter's type open: none, and `unknown`. */
const openOids = new Set([0, 705]);
/**
 * A literal or parameter, possibly under casts, as PostgreSQL would read it beside `target`: a literal without a type and
 * a parameter without a declared one are read as `target` (without modifier where the position is a comparison: the
 * caller's to say). Every spelling of a literal comes here as its value (B26); 0, '' and false come as absent fields (B27).
 * Undefined for everything else: bit strings, other types, expressions. The caller refuses them.
 */
export function operandOf(node, declaredOids, target) {
    const constant = as(node, 'A_Const');
    if (constant !== undefined)
        return constantOperand(constant, target);
    const parameter = as(node, 'ParamRef');
    if (parameter !== undefined)
        return parameterOperand(parameter, declaredOids, target);
    const cast = as(node, 'TypeCast');
    if (cast !== undefined)
        return castOperand(cast, declaredOids);
    const expression = as(node, 'A_Expr');
    return expression === undefined ? undefined : signedOperand(expression, declaredOids, target);
}
function constantOperand(constant, target) {
    if (constant.isnull === true)
        return constantOf(null, target);
    const string = struct(constant.sval);
    if (string !== undefined)
        return constantOf(text(string.sval), target);
    const integer = struct(constant.ival);
    if (integer !== undefined)
        return constantOf(String(number(integer.ival)), { name: 'int4', typmod: -1 });
    const decimal = struct(constant.fval);
    if (decimal !== undefined)
        return numberOperand(text(decimal.fval));
    const boolean = struct(constant.boolval);
    if (boolean !== undefined)
        return constantOf(boolean.boolval === true ? 't' : 'f', { name: 'bool', typmod: -1 });
    return undefined;
}
const int4Max = 2147483647n;
const int8Max = 9223372036854775807n;
/** A number that the grammar keeps as text, by make_const's rule: the smallest of int4, int8 and numeric that holds it. */
function numberOperand(written) {
    const plain = written.replaceAll('_', '');
    const whole = /^(-?)(0[xX][0-9a-fA-F]+|0[oO][0-7]+|0[bB][01]+|[0-9]+)$/.exec(plain);
    if (whole === null) {
        return /^-?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?$/.test(plain)
            ? constantOf(plain, { name: 'numeric', typmod: -1 })
            : undefined;
    }
    const value = whole[1] === '-' ? -BigInt(whole[2]) : BigInt(whole[2]);
    const fits = (max) => value <= max && value >= -max - 1n;
    return constantOf(String(value), { name: fits(int4Max) ? 'int4' : fits(int8Max) ? 'int8' : 'numeric', typmod: -1 });
}
function parameterOperand(parameter, declaredOids, target) {
    const index = number(parameter.number) - 1;
    if (index < 0)
        return undefined;
    const type = parameterType(declaredOids[index] ?? 0, target);
    return type === undefined ? undefined : { source: { from: 'parameter', index }, type, casts: [], array: false };
}
function parameterType(declaredOid, open) {
    if (openOids.has(declaredOid))
        return open;
    const name = logicalTypeOfOid(declaredOid);
    return name === undefined ? undefined : { name, typmod: -1 };
}
/**
 * `x::type`: a literal or open parameter is read as the type without its modifier, which is then applied as an explicit
 * cast would ('abcdef'::varchar(3) is cut). Only for interval literals the modifier says how the text is read.
 */
function castOperand(cast, declaredOids) {
    const typeName = struct(cast.typeName);
    const type = typeName === undefined ? undefined : typeOfTypeName(typeName);
    if (type === undefined)
        return undefined;
    const bare = { name: type.name, typmod: -1 };
    const takesType = isOpen(cast.arg, declaredOids);
    const readByModifier = takesType && type.name === 'interval' && as(cast.arg, 'A_Const') !== undefined;
    const inner = operandOf(cast.arg, declaredOids, readByModifier ? type : bare);
    if (inner === undefined || readByModifier)
        return inner;
    return takesType && type.typmod === -1 ? inner : { ...inner, casts: [...inner.casts, type] };
}
/** True for what has no type of its own: a string, NULL, a parameter not declared. */
function isOpen(node, declaredOids) {
    const constant = as(node, 'A_Const');
    if (constant !== undefined)
        return constant.sval !== undefined || constant.isnull === true;
    const parameter = as(node, 'ParamRef');
    return parameter !== undefined && openOids.has(declaredOids[number(parameter.number) - 1] ?? 0);
}
/** `+5`; the grammar itself folds `-5`. */
function signedOperand(expression, declaredOids, target) {
    if (expression.kind !== 'AEXPR_OP' || expression.lexpr !== undefined)
        return undefined;
    if (names(expression.name).join('.') !== '+' || list(expression.name).length !== 1)
        return undefined;
    const constant = as(expression.rexpr, 'A_Const');
    if (constant === undefined || (constant.ival === undefined && constant.fval === undefined))
        return undefined;
    return operandOf(expression.rexpr, declaredOids, target);
}
function constantOf(value, type) {
    const bytes = value === null ? null : Buffer.from(value, 'utf8');
    return { source: { from: 'constant', text: bytes }, type, casts: [], array: false };
}
//# sourceMappingURL=operand.js.map