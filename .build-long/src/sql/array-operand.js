import { elementTypeOfArrayOid } from '../types/logical-type.js';
import { namedType } from './type-name.js';
import { as, number, struct, text } from './walk.js';
/**
 * The array beside `= ANY` as PostgreSQL would read it: a parameter, a string literal, or either under array casts.
 * What has no type is read as an array of `element`. Undefined for everything else (B15).
 */
export function arrayOperandOf(node, declaredOids, element) {
    const constant = as(node, 'A_Const');
    if (constant !== undefined) {
        const string = struct(constant.sval);
        const bytes = string === undefined ? null : Buffer.from(text(string.sval), 'utf8');
        if (bytes === null && constant.isnull !== true)
            return undefined;
        return { source: { from: 'constant', text: bytes }, type: element, casts: [], array: true };
    }
    const parameter = as(node, 'ParamRef');
    if (parameter !== undefined) {
        const index = number(parameter.number) - 1;
        const declared = declaredOids[index] ?? 0;
        const name = declared === 0 || declared === 705 ? element.name : elementTypeOfArrayOid(declared);
        if (index < 0 || name === undefined)
            return undefined;
        return {
            source: { from: 'parameter', index },
            type: declared === 0 || declared === 705 ? element : { name, typmod: -1 },
            casts: [],
            array: true,
        };
    }
    const cast = as(node, 'TypeCast');
    const named = arrayCast(cast?.typeName);
    if (cast === undefined || named === undefined)
        return undefined;
    const bare = { name: named.name, typmod: -1 };
    const inner = arrayOperandOf(cast.arg, declaredOids, bare);
    if (inner === undefined)
        return undefined;
    const last = inner.casts.at(-1) ?? inner.type;
    return last.name === named.name && named.typmod === -1 ? inner : { ...inner, casts: [...inner.casts, named] };
}
/** The element type of a cast to an array of a logical type. */
export function arrayCast(typeName) {
    const fields = struct(typeName);
    const named = fields === undefined ? undefined : namedType(fields);
    return named?.array === true ? named.type : undefined;
}
//# sourceMappingURL=array-operand.js.map