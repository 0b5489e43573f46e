import { PgsealError } from '../errors.js';
import { same } from './binary-form.js';
import { requireText, trimmedLatin } from './characters.js';
import { fitDecimal, formatDecimal, parseDecimal, readDecimal, storeDecimal } from './decimal.js';
import { otherNotation } from './integer.js';
// Stored form, 16-bit big-endian words: count of digits, weight, sign, display scale, then digits base 10000 without
// leading or trailing zeros. Zero has weight 0 and sign 0. The signs C000, D000, F000 are NaN, Infinity, -Infinity.
const nan = Buffer.from('00000000c0000000', 'hex');
// The scale of the infinities is what numeric_send makes of the bits of their header.
const infinity = Buffer.from('00000000d0000020', 'hex');
const minusInfinity = Buffer.from('00000000f0000020', 'hex');
const header = 8;
const dscaleMask = 0x3fff;
export const isNumericNaN = (stored) => stored.readUInt16BE(4) === 0xc000;
/** 1 and -1 for the infinities, else 0. */
export function numericInfinity(stored) {
    const sign = stored.readUInt16BE(4);
    return sign === 0xd000 ? 1 : sign === 0xf000 ? -1 : 0;
}
/** Precision and scale of a type modifier; undefined for -1. */
export function numericLimits(typmod) {
    if (typmod < 4)
        return undefined;
    const packed = typmod - 4;
    return { precision: (packed >> 16) & 0xffff, scale: ((packed & 0x7ff) ^ 1024) - 1024 };
}
/** Stored form of a decimal under the type modifier; 22003 when it does not fit. */
export function storeNumeric(value, typmod) {
    const limit = numericLimits(typmod);
    return storeDecimal(limit === undefined ? value : fitDecimal(value, limit.precision, limit.scale));
}
/** A stored numeric under another type modifier. */
export function fitNumeric(stored, typmod) {
    const limit = numericLimits(typmod);
    if (limit === undefined || isNumericNaN(stored))
        return stored;
    if (numericInfinity(stored) !== 0)
        throw cannotHoldInfinity(limit);
    return storeDecimal(fitDecimal(readDecimal(stored), limit.precision, limit.scale));
}
function cannotHoldInfinity(limit) {
    return new PgsealError('numericFieldOverflow', { precision: `${limit.precision}`, scale: `${limit.scale}` });
}
/** The stored forms of the values that are no decimals, by their sign. */
export function storeSpecial(sign, typmod) {
    return fitNumeric(sign === 'NaN' ? nan : sign === 1 ? infinity : minusInfinity, typmod);
}
export const numeric = {
    fromText(bytes, typmod) {
        requireText(bytes);
        const text = trimmedLatin(bytes);
        const word = /^(?:(nan)|([+-]?)inf(?:inity)?)$/i.exec(text);
        if (word !== null)
            return storeSpecial(word[1] !== undefined ? 'NaN' : word[2] === '-' ? -1 : 1, typmod);
        if (otherNotation.test(text))
            throw new PgsealError('numberSpelling', { type: 'numeric' });
        const value = parseDecimal(text);
        if (value === undefined)
            throw new PgsealError('invalidText', { type: 'numeric' });
        return storeNumeric(value, typmod);
    },
    fromBinary(bytes, typmod) {
        if (bytes.length < header)
            throw new PgsealError('binaryTooShort', { type: 'numeric' });
        const count = bytes.readUInt16BE(0);
        const sign = bytes.readUInt16BE(4);
        const dscale = bytes.readUInt16BE(6);
        const known = sign === 0 || sign === 0x4000 || sign === 0xc000 || sign === 0xd000 || sign === 0xf000;
        if (!known || dscale > dscaleMask)
            throw new PgsealError('invalidBinary', { type: 'numeric' });
        const end = header + count * 2;
        if (bytes.length < end)
            throw new PgsealError('binaryTooShort', { type: 'numeric' });
        for (let at = header; at < end; at += 2) {
            if (bytes.readUInt16BE(at) > 9999)
                throw new PgsealError('invalidBinary', { type: 'numeric' });
        }
        if (bytes.length > end)
            throw new PgsealError('invalidBinary', { type: 'numeric' });
        if (sign === 0xc000)
            return storeSpecial('NaN', typmod);
        if (sign === 0xd000 || sign === 0xf000)
            return storeSpecial(sign === 0xd000 ? 1 : -1, typmod);
        return storeNumeric(readDecimal(bytes), typmod);
    },
    toText(stored) {
        if (isNumericNaN(stored))
            return Buffer.from('NaN', 'latin1');
        const infinite = numericInfinity(stored);
        if (infinite !== 0)
            return Buffer.from(infinite === 1 ? 'Infinity' : '-Infinity', 'latin1');
        return Buffer.from(formatDecimal(readDecimal(stored)), 'latin1');
    },
    toBinary: same,
    comparisonForm(stored) {
        if (isNumericNaN(stored) || numericInfinity(stored) !== 0 || stored.readUInt16BE(6) === 0)
            return stored;
        const form = Buffer.from(stored);
        form.writeUInt16BE(0, 6);
        return form;
    },
};
//# sourceMappingURL=numeric.js.map