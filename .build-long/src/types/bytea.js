import { PgsealError } from '../errors.js';
import { same } from './binary-form.js';
import { requireText } from './characters.js';
// Stored form: the bytes.
const backslash = 0x5c;
/** `text` is `\x` and pairs of digits, with white space between the pairs only. */
function fromHex(text) {
    const hex = text.toString('latin1', 2);
    const bytes = Buffer.from(hex, 'hex');
    return bytes.length * 2 === hex.length ? bytes : fromSpacedHex(text);
}
function fromSpacedHex(text) {
    const digits = Buffer.allocUnsafe(text.length);
    let length = 0;
    for (let at = 2; at < text.length; at++) {
        const byte = text[at];
        if (length % 2 === 0 && (byte === 0x20 || byte === 0x0a || byte === 0x09 || byte === 0x0d))
            continue;
        digits[length++] = byte;
    }
    const bytes = Buffer.from(digits.toString('latin1', 0, length), 'hex');
    // A digit that is none and an odd number of them have the same code.
    if (bytes.length * 2 !== length)
        throw new PgsealError('invalidParameterValue', { what: 'invalid hexadecimal data' });
    return bytes;
}
function fromEscape(text) {
    if (!text.includes(backslash))
        return text;
    const bytes = Buffer.allocUnsafe(text.length);
    let length = 0;
    for (let at = 0; at < text.length; at++) {
        const byte = text[at];
        if (byte !== backslash) {
            bytes[length++] = byte;
        }
        else if (text[at + 1] === backslash) {
            bytes[length++] = backslash;
            at++;
        }
        else {
            const octal = text.toString('latin1', at + 1, at + 4);
            if (!/^[0-3][0-7]{2}$/.test(octal))
                throw new PgsealError('invalidText', { type: 'bytea' });
            bytes[length++] = Number.parseInt(octal, 8);
            at += 3;
        }
    }
    return bytes.subarray(0, length);
}
function toEscape(bytes) {
    let length = 0;
    for (const byte of bytes)
        length += byte === backslash ? 2 : byte < 0x20 || byte > 0x7e ? 4 : 1;
    if (length === bytes.length)
        return bytes;
    const text = Buffer.allocUnsafe(length);
    let at = 0;
    for (const byte of bytes) {
        if (byte >= 0x20 && byte <= 0x7e && byte !== backslash) {
            text[at++] = byte;
            continue;
        }
        text[at++] = backslash;
        if (byte === backslash) {
            text[at++] = backslash;
        }
        else {
            text[at++] = 0x30 + (byte >> 6);
            text[at++] = 0x30 + ((byte >> 3) & 7);
            text[at++] = 0x30 + (byte & 7);
        }
    }
    return text;
}
export const bytea = {
    fromText(text) {
        requireText(text);
        return text[0] === backslash && text[1] === 0x78 ? fromHex(text) : fromEscape(text);
    },
    fromBinary: same,
    toText(stored, settings) {
        if (settings.byteaOutput === 'escape')
            return toEscape(stored);
        const text = Buffer.allocUnsafe(2 + stored.length * 2);
        text.write('\\x', 0, 'latin1');
        text.write(stored.toString('hex'), 2, 'latin1');
        return text;
    },
    toBinary: same,
    comparisonForm: same,
};
//# sourceMappingURL=bytea.js.map