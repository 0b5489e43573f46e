import { PgsealError } from '../errors.js';
import { requireLength, same, sqlName } from './binary-form.js';
import { requireText, trimmedLatin } from './characters.js';
export const integerWidth = { int2: 2, int4: 4, int8: 8 };
/** Stored form of a number; 22003 when it does not fit. */
export function storeInteger(name, value) {
    const width = integerWidth[name];
    if (BigInt.asIntN(width * 8, value) !== value)
        throw new PgsealError('valueOutOfRange', { type: sqlName[name] });
    const stored = Buffer.allocUnsafe(width);
    if (width === 8)
        stored.writeBigInt64BE(value);
    else
        stored.writeIntBE(Number(value), 0, width);
    return stored;
}
export function readInteger(stored) {
    return stored.length === 8 ? stored.readBigInt64BE() : BigInt(stored.readIntBE(0, stored.length));
}
/** Servers from version 16 read these, older ones refuse them. */
export const otherNotation = /^[+-]?(?:0x_?[0-9a-f]|0o_?[0-7]|0b_?[01]|\d+_\d)/i;
function codec(name) {
    const width = integerWidth[name];
    const type = sqlName[name];
    return {
        fromText(bytes) {
            requireText(bytes);
            const text = trimmedLatin(bytes);
            const digits = /^[+-]?\d+/.exec(text)?.[0];
            if (otherNotation.test(text))
                throw new PgsealError('numberSpelling', { type });
            if (digits === undefined)
                throw new PgsealError('invalidText', { type });
            if (width < 8 && digits.length < 16) {
                const value = Number(digits);
                if (value >= -(2 ** (width * 8 - 1)) && value < 2 ** (width * 8 - 1)) {
                    if (digits.length !== text.length)
                        throw new PgsealError('invalidText', { type });
                    const stored = Buffer.allocUnsafe(width);
                    stored.writeIntBE(value, 0, width);
                    return stored;
                }
            }
            const value = parseLong(digits, type);
            if (digits.length === text.length)
                return storeInteger(name, value);
            // Of two errors the server reports the overflow when one digit less is beyond the limit already.
            const beyond = (value < 0n ? -value : value) / 10n > 2n ** BigInt(width * 8 - 1) / 10n;
            throw new PgsealError(beyond ? 'valueOutOfRange' : 'invalidText', { type });
        },
        fromBinary(bytes) {
            requireLength(bytes, width, name);
            return bytes;
        },
        toText: (stored) => Buffer.from(width === 8 ? stored.readBigInt64BE().toString() : stored.readIntBE(0, width).toString(), 'latin1'),
        toBinary: same,
        comparisonForm: same,
    };
}
// BigInt() takes time quadratic in the digits, and knows no leading plus.
function parseLong(digits, type) {
    const magnitude = digits.replace(/^[+-]/, '').replace(/^0+(?=\d)/, '');
    if (magnitude.length > 19)
        throw new PgsealError('valueOutOfRange', { type });
    return digits.startsWith('-') ? -BigInt(magnitude) : BigInt(magnitude);
}
export const int2 = codec('int2');
export const int4 = codec('int4');
export const int8 = codec('int8');
//# sourceMappingURL=integer.js.map