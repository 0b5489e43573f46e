// Order forms: bytes that compare as PostgreSQL compares the values (docs/types.md, Order).
import { codecs } from './codecs.js';
import { readDecimal } from './decimal.js';
import { isNumericNaN, numericLimits } from './numeric.js';
import { withoutTrailingBlanks } from './text.js';
/** Longest order form of a column's value. */
const maxBytes = 160;
/** undefined for types that have no order form, or no bound. */
export function orderForm(type) {
    switch (type.name) {
        case 'bool':
            return { of: (stored) => stored, width: 1 };
        case 'uuid':
            return { of: (stored) => stored, width: 16 };
        case 'int2':
            return { of: signInverted, width: 2 };
        case 'int4':
        case 'date':
            return { of: signInverted, width: 4 };
        case 'int8':
        case 'time':
        case 'timestamp':
        case 'timestamptz':
            return { of: signInverted, width: 8 };
        case 'float4':
        case 'float8': {
            const { comparisonForm } = codecs[type.name];
            return { of: (stored) => floatForm(comparisonForm(stored)), width: type.name === 'float4' ? 4 : 8 };
        }
        case 'numeric':
            return numericForm(type.typmod);
        case 'varchar':
            return isBounded(type.typmod) ? { of: (stored) => stored, width: 0 } : undefined;
        case 'bpchar':
            return isBounded(type.typmod) ? { of: withoutTrailingBlanks, width: 0 } : undefined;
        default:
            return undefined;
    }
}
/** A character has up to four bytes. */
function isBounded(typmod) {
    return typmod >= 4 && (typmod - 4) * 4 <= maxBytes;
}
function signInverted(stored) {
    const form = Buffer.from(stored);
    form[0] ^= 0x80;
    return form;
}
function floatForm(comparisonForm) {
    const form = Buffer.from(comparisonForm);
    if ((form[0] & 0x80) === 0)
        form[0] |= 0x80;
    else
        for (let at = 0; at < form.length; at += 1)
            form[at] ^= 0xff;
    return form;
}
function numericForm(typmod) {
    const limits = numericLimits(typmod);
    if (limits === undefined)
        return undefined;
    const width = numericWidth(limits.precision);
    if (width > maxBytes)
        return undefined;
    const nan = Buffer.alloc(width, 0xff);
    return {
        of: (stored) => (isNumericNaN(stored) ? nan : integerForm(scaledUnits(stored, limits.scale).units, width)),
        width,
    };
}
/** The fewest bytes n for which 10^precision < 2^(8n - 1). */
function numericWidth(precision) {
    const bits = (10n ** BigInt(precision)).toString(2).length;
    return Math.ceil((bits + 1) / 8);
}
/** Two's complement with its highest bit inverted. */
export function integerForm(value, width) {
    const shifted = value + (1n << BigInt(width * 8 - 1));
    return Buffer.from(shifted.toString(16).padStart(width * 2, '0'), 'hex');
}
/** A finite numeric in units of 10^-scale, rounded down, and whether it is a whole number of them. */
export function scaledUnits(stored, scale) {
    const decimal = readDecimal(stored);
    const digits = decimal.digits === '' ? 0n : BigInt(decimal.digits);
    const value = decimal.negative ? -digits : digits;
    const shift = scale - decimal.scale;
    if (shift >= 0)
        return { units: value * 10n ** BigInt(shift), exact: true };
    const divisor = 10n ** BigInt(-shift);
    const units = value / divisor;
    const exact = units * divisor === value;
    return { units: exact || value >= 0n ? units : units - 1n, exact };
}
//# sourceMappingURL=order-form.js.map