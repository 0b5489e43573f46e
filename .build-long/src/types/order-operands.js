// Where the operand of `column < operand` stands among the values that the column can hold. The operand may be of another
// type, finer than the column or beyond it: then it stands between two values, and the comparison is still PostgreSQL's.
import { PgsealError } from '../errors.js';
import { casts } from './casts.js';
import { infinityDay, minusInfinityDay, storeDate } from './date.js';
import { readFloat, storeFloat } from './float.js';
import { integerWidth, readInteger } from './integer.js';
import { interval } from './interval.js';
import { isNumericNaN, numericInfinity, numericLimits } from './numeric.js';
import { integerForm, orderForm, scaledUnits } from './order-form.js';
import { withoutTrailingBlanks } from './text.js';
import { infinityMicros, joinMicros, minusInfinityMicros, splitMicros, storeMicros } from './timestamp.js';
/** A text beyond this is above and below the same values as its beginning. */
const maxTextForm = 161;
/**
 * How operands of type `from` are placed in the order of a column; undefined where the column has no order form, or where
 * PostgreSQL would convert the column's values in a way that does not keep them apart: such a comparison is refused.
 */
export function orderOperand(from, column) {
    const own = orderForm(column);
    return own === undefined ? undefined : operandOf(from, column, own);
}
function operandOf(from, column, own) {
    const exactly = (convert) => {
        return (stored, settings) => ({ form: own.of(convert(stored, settings)), exact: true });
    };
    switch (column.name) {
        case 'int2':
        case 'int4':
        case 'int8':
            return integerOperand(from, column.name);
        case 'numeric':
            return numericOperand(from, column.typmod, own);
        case 'float4':
            return float4Operand(from, own);
        case 'float8': {
            if (from === 'float8')
                return exactly(same);
            const cast = from === 'float4' || isInteger(from) || from === 'numeric' ? casts[from]?.float8 : undefined;
            return cast === undefined ? undefined : exactly(cast.convert);
        }
        case 'varchar':
            return from === 'varchar' || from === 'text' ? textOperand(same) : undefined;
        case 'bpchar':
            // A text keeps its own trailing blanks, while the column loses them.
            if (from === 'text')
                return textOperand(same);
            return from === 'bpchar' || from === 'varchar' ? textOperand(withoutTrailingBlanks) : undefined;
        case 'date':
            if (from === 'date')
                return exactly(same);
            return from === 'timestamp' ? (stored) => dayOf(stored, own) : undefined;
        case 'timestamp':
            if (from === 'timestamp')
                return exactly(same);
            return from === 'date' ? instantOperand('date', 'timestamp', own) : undefined;
        case 'timestamptz':
            if (from === 'timestamptz')
                return exactly(same);
            return from === 'date' || from === 'timestamp' ? instantOperand(from, 'timestamptz', own) : undefined;
        case 'time':
            if (from === 'time')
                return exactly(same);
            return from === 'interval' ? (stored) => timeOfInterval(stored, own) : undefined;
        default:
            return from === column.name ? exactly(same) : undefined;
    }
}
function same(stored) {
    return stored;
}
function isInteger(name) {
    return name === 'int2' || name === 'int4' || name === 'int8';
}
function textOperand(convert) {
    return (stored) => ({ form: convert(stored).subarray(0, maxTextForm), exact: true });
}
function integerOperand(from, to) {
    const width = integerWidth[to];
    const greatest = (1n << BigInt(width * 8 - 1)) - 1n;
    const place = (value, exact) => {
        if (value > greatest)
            return 'above';
        return value < -greatest - 1n ? 'below' : { form: integerForm(value, width), exact };
    };
    if (isInteger(from))
        return (stored) => place(readInteger(stored), true);
    if (from === 'numeric') {
        return (stored) => {
            if (isNumericNaN(stored) || numericInfinity(stored) === 1)
                return 'above';
            if (numericInfinity(stored) === -1)
                return 'below';
            const { units, exact } = scaledUnits(stored, 0);
            return place(units, exact);
        };
    }
    // The column becomes a double, which several values of int8 would become together.
    if ((from !== 'float4' && from !== 'float8') || to === 'int8')
        return undefined;
    return (stored) => {
        const value = readFloat(from, stored);
        if (Number.isNaN(value) || value === Infinity)
            return 'above';
        if (value === -Infinity)
            return 'below';
        const floor = Math.floor(value);
        return place(BigInt(floor), floor === value);
    };
}
function numericOperand(from, typmod, own) {
    const limits = numericLimits(typmod);
    const greatest = 10n ** BigInt(limits.precision) - 1n;
    const place = (stored) => {
        if (isNumericNaN(stored))
            return { form: own.of(stored), exact: true };
        // Above every number, and below NaN.
        const above = { form: integerForm(greatest, own.width), exact: false };
        if (numericInfinity(stored) !== 0)
            return numericInfinity(stored) === 1 ? above : 'below';
        const { units, exact } = scaledUnits(stored, limits.scale);
        if (units > greatest)
            return above;
        return units < -greatest ? 'below' : { form: integerForm(units, own.width), exact };
    };
    if (from === 'numeric')
        return place;
    const cast = isInteger(from) ? casts[from]?.numeric : undefined;
    return cast === undefined ? undefined : (stored, settings) => place(cast.convert(stored, settings));
}
/** The column becomes a double. */
function float4Operand(from, own) {
    const place = (value) => {
        const single = Math.fround(value);
        const form = own.of(storeFloat('float4', single));
        if (Number.isNaN(value) || single === value)
            return { form, exact: true };
        if (single < value)
            return { form, exact: false };
        const before = Buffer.allocUnsafe(4);
        before.writeUInt32BE(form.readUInt32BE() - 1);
        return { form: before, exact: false };
    };
    if (from === 'float4' || from === 'float8')
        return (stored) => place(readFloat(from, stored));
    const cast = isInteger(from) || from === 'numeric' ? casts[from]?.float8 : undefined;
    return cast === undefined
        ? undefined
        : (stored, settings) => place(readFloat('float8', cast.convert(stored, settings)));
}
/** A date is the midnight that begins it. */
function dayOf(stored, own) {
    const micros = stored.readBigInt64BE();
    if (micros === infinityMicros)
        return { form: own.of(storeDate(infinityDay)), exact: true };
    if (micros === minusInfinityMicros)
        return { form: own.of(storeDate(minusInfinityDay)), exact: true };
    const { days, time } = splitMicros(micros);
    return { form: own.of(storeDate(days)), exact: time === 0 };
}
/** What is beyond the range of instants is beyond all of them, and still this side of infinity. */
function instantOperand(from, to, own) {
    const { convert } = casts[from][to];
    return (stored, settings) => {
        try {
            return { form: own.of(convert(stored, settings)), exact: true };
        }
        catch (error) {
            if (!(error instanceof PgsealError) || error.sqlstate !== '22008')
                throw error;
            const isNegative = (stored[0] & 0x80) !== 0;
            return { form: own.of(storeMicros(isNegative ? minusInfinityMicros : infinityMicros - 1n)), exact: false };
        }
    };
}
/** A time of day becomes an interval, and intervals compare by their total. */
function timeOfInterval(stored, own) {
    const total = interval.comparisonForm(stored);
    const micros = (total.readBigInt64BE(0) << 64n) + total.readBigUInt64BE(8);
    if (micros < 0n)
        return 'below';
    return micros > joinMicros(1, 0) ? 'above' : { form: own.of(storeMicros(micros)), exact: true };
}
//# sourceMappingURL=order-operands.js.map