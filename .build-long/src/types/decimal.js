import { PgsealError } from '../errors.js';
const maxWeight = 32767;
const maxShown = 16383;
function overflow() {
    return new PgsealError('valueOutOfRange', { type: 'numeric' });
}
const pattern = /^([+-]?)(?:(\d+)(?:\.(\d*))?|\.(\d+))(?:e([+-]?\d+))?/i;
/** Reads `-12.50e3` and the like; undefined when it is none. 22003 when the exponent alone is beyond 2^30. */
export function parseDecimal(text) {
    const match = pattern.exec(text);
    if (match === null)
        return undefined;
    const fraction = match[3] ?? match[4] ?? '';
    const exponent = Number(match[5] ?? '0');
    if (Math.abs(exponent) >= 0x3fffffff)
        throw overflow();
    if (match[0].length !== text.length)
        return undefined;
    const digits = `${match[2] ?? ''}${fraction}`.replace(/^0+/, '');
    const scale = fraction.length - exponent;
    return { negative: match[1] === '-' && digits !== '', digits, scale, shown: Math.max(0, scale) };
}
/** Rounds half away from zero to `scale` digits after the point, which may be negative. */
export function roundDecimal(value, scale) {
    const shown = Math.max(0, scale);
    if (value.scale <= scale)
        return { ...value, shown };
    const cut = value.digits.length - (value.scale - scale);
    if (cut < 0)
        return { negative: false, digits: '', scale, shown };
    let digits = value.digits.slice(0, cut);
    if (value.digits.charCodeAt(cut) >= 0x35)
        digits = increment(digits);
    return { negative: value.negative && digits !== '', digits, scale, shown };
}
function increment(digits) {
    const nines = /9*$/.exec(digits)[0].length;
    const at = digits.length - nines;
    const head = at === 0 ? '1' : digits.slice(0, at - 1) + (Number(digits[at - 1]) + 1);
    return head + '0'.repeat(nines);
}
/** Rounded to numeric(precision, scale), as the input function does; 22003 when too many digits are left of the point. */
export function fitDecimal(value, precision, scale) {
    const rounded = roundDecimal(value, scale);
    const significant = rounded.digits.length;
    if (significant > 0 && significant - rounded.scale > precision - scale) {
        throw new PgsealError('numericFieldOverflow', { precision: `${precision}`, scale: `${scale}` });
    }
    return rounded;
}
/** Throws 22003 for a decimal beyond what numeric holds: 131072 digits before the point, 16383 after it. */
export function requireNumericRange(value) {
    const { digits, scale, shown } = value;
    if (shown > maxShown || (digits !== '' && digits.length - scale > (maxWeight + 1) * 4))
        throw overflow();
}
/** The stored form of numeric. */
export function storeDecimal(value) {
    requireNumericRange(value);
    const groups = [];
    let weight = 0;
    const digits = value.digits.replace(/0+$/, '');
    if (digits !== '') {
        // Position of the last digit: it counts 10^-scale; groups end at exponents that are multiples of four.
        const scale = value.scale - (value.digits.length - digits.length);
        const tail = (((-scale % 4) + 4) % 4);
        const aligned = digits + '0'.repeat(tail);
        weight = (-scale - tail) / 4 + Math.ceil(aligned.length / 4) - 1;
        for (let end = aligned.length; end > 0; end -= 4) {
            groups.push(Number(aligned.slice(Math.max(0, end - 4), end)));
        }
        groups.reverse();
    }
    const stored = Buffer.allocUnsafe(8 + groups.length * 2);
    stored.writeUInt16BE(groups.length, 0);
    stored.writeInt16BE(weight, 2);
    stored.writeUInt16BE(value.negative && groups.length > 0 ? 0x4000 : 0, 4);
    stored.writeUInt16BE(value.shown, 6);
    for (let index = 0; index < groups.length; index++)
        stored.writeUInt16BE(groups[index], 8 + index * 2);
    return stored;
}
/** A finite numeric in stored or wire form; digits beyond the display scale are cut, as numeric_recv does. */
export function readDecimal(bytes) {
    const count = bytes.readUInt16BE(0);
    const weight = bytes.readInt16BE(2);
    const shown = bytes.readUInt16BE(6);
    let digits = '';
    for (let index = 0; index < count; index++) {
        digits += bytes
            .readUInt16BE(8 + index * 2)
            .toString()
            .padStart(4, '0');
    }
    let scale = (count - 1 - weight) * 4;
    if (scale > shown) {
        digits = digits.slice(0, Math.max(0, digits.length - (scale - shown)));
        scale = shown;
    }
    digits = digits.replace(/^0+/, '');
    return { negative: bytes.readUInt16BE(4) === 0x4000 && digits !== '', digits, scale, shown };
}
/** As numeric_out writes it: exactly `shown` digits after the point, no exponent. */
export function formatDecimal(value) {
    let { digits } = value;
    if (digits !== '' && value.shown > value.scale)
        digits += '0'.repeat(value.shown - value.scale);
    digits = digits.padStart(value.shown + 1, '0');
    const whole = digits.slice(0, digits.length - value.shown);
    const sign = value.negative ? '-' : '';
    return value.shown === 0 ? sign + whole : `${sign}${whole}.${digits.slice(-value.shown)}`;
}
/** Equal for equal values: no trailing zeros, plain exponent form. */
export function canonicalDecimal(value) {
    const digits = value.digits.replace(/0+$/, '');
    if (digits === '')
        return '0';
    return `${value.negative ? '-' : ''}${digits}e${value.digits.length - digits.length - value.scale}`;
}
//# sourceMappingURL=decimal.js.map