import { PgsealError } from '../errors.js';
import { requireLength, same, sqlName } from './binary-form.js';
import { requireText, trimmedLatin } from './characters.js';
const special = /^(?:nan|[+-]?(?:inf(?:inity)?))/i;
const decimal = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?/i;
// strtod also reads hexadecimal floats, signed NaNs and nan(...), as the platform's C library likes; those are refused.
function parseFloatText(name, bytes) {
    requireText(bytes);
    const text = trimmedLatin(bytes);
    const word = special.exec(text)?.[0];
    if (word !== undefined) {
        if (word.length !== text.length)
            throw new PgsealError('invalidText', { type: sqlName[name] });
        if (/^nan/i.test(word))
            return Number.NaN;
        return word.startsWith('-') ? -Infinity : Infinity;
    }
    const digits = decimal.exec(text)?.[0];
    if (digits === undefined)
        throw new PgsealError('invalidText', { type: sqlName[name] });
    const value = name === 'float8' ? Number(digits) : nearestFloat4(digits);
    // Out of range is found before what follows the number is looked at.
    if (!Number.isFinite(value) || (value === 0 && /[1-9]/.test(digits.replace(/e.*$/i, '')))) {
        throw new PgsealError('valueOutOfRange', { type: sqlName[name] });
    }
    if (digits.length !== text.length)
        throw new PgsealError('invalidText', { type: sqlName[name] });
    return value;
}
const float4View = new DataView(new ArrayBuffer(4));
/** The float4 next to a finite non-negative one, towards infinity or zero; beyond the largest: 2^128. */
function neighbour(value, step) {
    float4View.setFloat32(0, value);
    float4View.setUint32(0, float4View.getUint32(0) + step);
    const next = float4View.getFloat32(0);
    return next === Infinity ? 2 ** 128 : next;
}
/** strtof: rounds the decimal once. Going through a double rounds twice, which differs when the double is a midpoint. */
function nearestFloat4(digits) {
    const value = Number(digits);
    const magnitude = Math.abs(value);
    const rounded = Math.fround(magnitude);
    if (rounded === magnitude)
        return Math.fround(value);
    const up = rounded > magnitude;
    const bound = rounded === Infinity ? 2 ** 128 : rounded;
    const other = rounded === Infinity ? 2 ** 128 - 2 ** 104 : neighbour(rounded, up ? -1 : 1);
    if ((bound + other) / 2 !== magnitude)
        return Math.fround(value);
    const order = compareDecimal(digits.replace(/^[+-]/, ''), magnitude);
    if (order === 0 || order > 0 === up)
        return Math.fround(value);
    return (other === 2 ** 128 ? Infinity : other) * (value < 0 ? -1 : 1);
}
/** Sign of decimal - value, exactly; both non-negative. */
function compareDecimal(digits, value) {
    const [, whole = '', fraction = '', exponent = '0'] = /^(\d*)\.?(\d*)(?:e([+-]?\d+))?$/i.exec(digits);
    const tens = Number(exponent) - fraction.length;
    let left = BigInt(whole + fraction);
    let right = 1n;
    if (tens >= 0)
        left *= 10n ** BigInt(tens);
    else
        right *= 10n ** BigInt(-tens);
    let twos = 0;
    let mantissa = value;
    while (!Number.isInteger(mantissa)) {
        mantissa *= 2;
        twos++;
    }
    right *= BigInt(mantissa);
    left <<= BigInt(twos);
    return left === right ? 0 : left > right ? 1 : -1;
}
function split(text) {
    const at = text.indexOf('e');
    const digits = text.slice(0, at).replace('.', '').replace(/0+$/, '');
    return { digits: digits === '' ? '0' : digits, exponent: Number(text.slice(at + 1)) };
}
/** Rounded to some digits, an exact tie to even; JavaScript rounds a tie up. */
function roundDigits(value, precision) {
    const exact = split(value.toExponential(99));
    if (exact.digits.length === precision + 1 && exact.digits.endsWith('5')) {
        const kept = exact.digits.slice(0, precision);
        if (Number(kept.at(-1)) % 2 === 0)
            return { digits: kept.replace(/0+$/, ''), exponent: exact.exponent };
    }
    return split(value.toExponential(precision - 1));
}
/**
 * Fewest digits that read back as the value. PostgreSQL does not use a decimal that lies exactly between two floats, which
 * JavaScript does for an even mantissa (1e23), and of two that are equally near takes the even one. Neither can happen
 * below 2^52: such decimals have 17 digits and more.
 */
function shortest8(value) {
    const short = split(value.toExponential());
    if (value < 2 ** 52)
        return short;
    for (let precision = short.digits.length; precision < 17; precision++) {
        const candidate = roundDigits(value, precision);
        if (Number(`${candidate.digits}e${candidate.exponent - candidate.digits.length + 1}`) !== value)
            continue;
        if (!isMidpoint8(candidate))
            return candidate;
    }
    return roundDigits(value, 17);
}
/** Whether a decimal of 2^52 and more lies exactly half way between two doubles: an odd number of 54 bits times 2^n. */
function isMidpoint8({ digits, exponent }) {
    const tens = exponent - digits.length + 1;
    // 5^24 has more than 54 bits.
    if (tens > 23)
        return false;
    // Between 2^52 and 2^53 they end in .5.
    if (tens < 0)
        return tens === -1 && digits.endsWith('5');
    let odd = BigInt(digits) * 10n ** BigInt(tens);
    while (odd % 2n === 0n)
        odd /= 2n;
    return odd.toString(2).length === 54;
}
function shortest4(value) {
    for (let precision = 1; precision < 9; precision++) {
        const candidate = roundDigits(value, precision);
        const text = `${candidate.digits}e${candidate.exponent - candidate.digits.length + 1}`;
        if (Math.fround(Number(text)) === value && nearestFloat4(text) === value && !isMidpoint4(text, value))
            return candidate;
    }
    return roundDigits(value, 9);
}
function isMidpoint4(text, value) {
    const decimalValue = Number(text);
    if (decimalValue === value)
        return false;
    const other = neighbour(value, decimalValue > value ? 1 : -1);
    return (other + value) / 2 === decimalValue && compareDecimal(text, decimalValue) === 0;
}
/** Digits as printf's %g lays them out: an exponent below -4 or from `limit` on. */
function layout(digits, exponent, limit) {
    if (exponent < -4 || exponent >= limit) {
        const mantissa = digits.length > 1 ? `${digits[0]}.${digits.slice(1)}` : digits;
        const size = Math.abs(exponent);
        return `${mantissa}e${exponent < 0 ? '-' : '+'}${size < 10 ? '0' : ''}${size}`;
    }
    if (exponent < 0)
        return `0.${'0'.repeat(-exponent - 1)}${digits}`;
    if (digits.length <= exponent + 1)
        return digits + '0'.repeat(exponent + 1 - digits.length);
    return `${digits.slice(0, exponent + 1)}.${digits.slice(exponent + 1)}`;
}
/** `%.*g`. */
function fixedDigits(value, precision) {
    const { digits, exponent } = roundDigits(value, precision);
    return layout(digits, exponent, precision);
}
/** The text that PostgreSQL sends for a value of the type. */
export function floatText(name, value, extraFloatDigits) {
    if (Number.isNaN(value))
        return 'NaN';
    const sign = value < 0 || Object.is(value, -0) ? '-' : '';
    const magnitude = Math.abs(value);
    if (magnitude === 0)
        return `${sign}0`;
    if (magnitude === Infinity)
        return `${sign}Infinity`;
    if (extraFloatDigits <= 0) {
        return sign + fixedDigits(magnitude, Math.max(1, (name === 'float8' ? 15 : 6) + extraFloatDigits));
    }
    if (name === 'float8') {
        const { digits, exponent } = shortest8(magnitude);
        return sign + layout(digits, exponent, 15);
    }
    const { digits, exponent } = shortest4(magnitude);
    return sign + layout(digits, exponent, 6);
}
export function readFloat(name, stored) {
    return name === 'float8' ? stored.readDoubleBE() : stored.readFloatBE();
}
export function storeFloat(name, value) {
    const stored = Buffer.allocUnsafe(name === 'float8' ? 8 : 4);
    if (name === 'float8')
        stored.writeDoubleBE(value);
    else
        stored.writeFloatBE(value);
    return stored;
}
function codec(name) {
    const width = name === 'float8' ? 8 : 4;
    return {
        fromText: (text) => storeFloat(name, parseFloatText(name, text)),
        fromBinary(bytes) {
            requireLength(bytes, width, name);
            return bytes;
        },
        toText: (stored, settings) => Buffer.from(floatText(name, readFloat(name, stored), settings.extraFloatDigits), 'latin1'),
        toBinary: same,
        comparisonForm(stored) {
            const value = readFloat(name, stored);
            // One zero, one NaN.
            return value === 0 || Number.isNaN(value) ? storeFloat(name, value === 0 ? 0 : Number.NaN) : stored;
        },
    };
}
export const float4 = codec('float4');
export const float8 = codec('float8');
//# sourceMappingURL=float.js.map