import { casts } from './casts.js';
import { codecs } from './codecs.js';
import { equalityOperands } from './equality-operands.js';
import { fitNumeric } from './numeric.js';
import { fitBpchar, fitVarchar } from './text.js';
const isString = (name) => name === 'text' || name === 'varchar' || name === 'bpchar';
/** The column's length, precision or scale applied to a value of its type; undefined where it has none. */
function coercion(to, explicit) {
    const { name, typmod } = to;
    if (typmod < 0)
        return undefined;
    switch (name) {
        case 'varchar':
            return (stored) => fitVarchar(stored, typmod, explicit);
        case 'bpchar':
            return (stored) => fitBpchar(stored, typmod, explicit);
        case 'numeric':
            return (stored) => fitNumeric(stored, typmod);
        case 'time':
        case 'timestamp':
        case 'timestamptz':
        case 'interval':
            return (stored) => codecs[name].fromBinary(stored, typmod);
        default:
            return undefined;
    }
}
function castOf(from, to, explicit) {
    if (from === to)
        return (stored) => stored;
    const cast = casts[from]?.[to];
    if (cast !== undefined)
        return explicit || cast.assignment ? cast.convert : undefined;
    // Any type becomes text by its output function, and text becomes any type by its input function.
    if (isString(to) && (explicit || from !== 'bytea'))
        return (stored, settings) => codecs[from].toText(stored, settings);
    if (isString(from) && explicit)
        return (stored, settings) => codecs[to].fromText(stored, -1, settings);
    return undefined;
}
function conversion(from, to, explicit) {
    const cast = castOf(from, to.name, explicit);
    const fit = coercion(to, explicit);
    if (cast === undefined || fit === undefined)
        return cast;
    return (stored, settings) => fit(cast(stored, settings));
}
/**
 * How a value of type `from` is assigned to a column of type `to` (INSERT, UPDATE SET), length and scale included;
 * undefined where PostgreSQL has no assignment cast (42804 there) or it is not served: bytea to a text column.
 */
export function assignment(from, to) {
    return conversion(from, to, false);
}
/**
 * An explicit cast (`x::type`, CAST): varchar(n) truncates, and so on; undefined where there is none (42846) or it is not
 * served: jsonb to numbers and booleans, and integers to and from bytea, which only version 18 has.
 */
export function explicitCast(from, to) {
    return conversion(from, to, true);
}
/**
 * How `column = operand` is decided by the column's own comparison form when the operand has type `from`; undefined where
 * that is not exact both ways: such a comparison is refused. A length or scale of the column does not matter.
 */
export function equalityOperand(from, column) {
    if (from === column.name)
        return from === 'json' ? undefined : (stored) => stored;
    return equalityOperands[column.name]?.[from];
}
//# sourceMappingURL=conversion.js.map