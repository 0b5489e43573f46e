import { PgsealError } from '../errors.js';
import { requireText } from './characters.js';
import { canonicalDecimal, formatDecimal, parseDecimal, requireNumericRange } from './decimal.js';
import { parseJson } from './json-parser.js';
// Stored form: a byte 1, then the text as jsonb_out writes it: keys once (the last wins), ordered by length and then by
// bytes; numbers as numeric writes them; `, ` and `: ` between parts; escapes only where JSON needs them.
const version = 1;
const maxStringBytes = 0x0fffffff;
const shortEscapes = {
    '\b': '\\b',
    '\f': '\\f',
    '\n': '\\n',
    '\r': '\\r',
    '\t': '\\t',
    '"': '\\"',
    '\\': '\\\\',
};
const unescaped = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };
const mustEscape = /["\\]|[^ -\xff]/g;
function escapeOne(character) {
    return shortEscapes[character] ?? `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
function badSurrogate() {
    return new PgsealError('invalidText', { type: 'jsonb' });
}
/** The string's bytes (latin1) from what stands between the quotes. */
function unescapeString(raw) {
    let high = 0;
    let end = 0;
    const bytes = raw.replace(/\\(?:u(.{4})|(.))/g, (whole, hex, letter, at) => {
        if (high !== 0 && (at !== end || hex === undefined))
            throw badSurrogate();
        end = at + whole.length;
        if (hex === undefined)
            return unescaped[letter] ?? letter;
        let code = Number.parseInt(hex, 16);
        if (code >= 0xd800 && code <= 0xdbff) {
            if (high !== 0)
                throw badSurrogate();
            high = code;
            return '';
        }
        if (code >= 0xdc00 && code <= 0xdfff) {
            if (high === 0)
                throw badSurrogate();
            code = 0x10000 + ((high - 0xd800) << 10) + (code - 0xdc00);
            high = 0;
        }
        else if (high !== 0) {
            throw badSurrogate();
        }
        if (code === 0)
            throw new PgsealError('unsupportedUnicode');
        return Buffer.from(String.fromCodePoint(code), 'utf8').toString('latin1');
    });
    if (high !== 0)
        throw badSurrogate();
    return bytes;
}
function readString(raw, hasEscapes) {
    if (raw.length > maxStringBytes && (!hasEscapes || unescapeString(raw).length > maxStringBytes)) {
        throw new PgsealError('programLimit', { what: 'string too long to represent as jsonb string' });
    }
    // Without escapes in the text there is nothing to escape either.
    return hasEscapes ? `"${unescapeString(raw).replace(mustEscape, escapeOne)}"` : `"${raw}"`;
}
/** Length of a key's bytes, from its printed form. */
function keyLength(printed) {
    return printed.includes('\\') ? unescapeString(printed.slice(1, -1)).length : printed.length - 2;
}
function keyBytes(printed) {
    return printed.includes('\\') ? unescapeString(printed.slice(1, -1)) : printed.slice(1, -1);
}
function printObject(keys, values) {
    const members = new Map();
    for (let index = 0; index < keys.length; index++)
        members.set(keys[index], values[index]);
    const ordered = [...members.keys()].sort((left, right) => {
        const difference = keyLength(left) - keyLength(right);
        if (difference !== 0)
            return difference;
        return keyBytes(left) < keyBytes(right) ? -1 : 1;
    });
    return `{${ordered.map((key) => `${key}: ${members.get(key)}`).join(', ')}}`;
}
function printer(number) {
    return {
        string: readString,
        number,
        literal: (text) => text,
        array: (items) => `[${items.join(', ')}]`,
        object: printObject,
    };
}
function printNumber(text) {
    // Most numbers are printed as they came.
    if (text.length < 1000 && !/[eE]/.test(text) && !text.startsWith('-0'))
        return text;
    const value = parseDecimal(text);
    requireNumericRange(value);
    return formatDecimal(value);
}
const normalise = printer(printNumber);
const canonical = printer((text) => canonicalDecimal(parseDecimal(text)));
/** UTF-8 of a JSON text to the stored form. */
export function storeJsonb(text) {
    requireText(text);
    const printed = parseJson(text.toString('latin1'), 'jsonb', normalise);
    return Buffer.from(`\x01${printed}`, 'latin1');
}
export const jsonb = {
    fromText: storeJsonb,
    fromBinary(bytes) {
        if (bytes.length === 0)
            throw new PgsealError('binaryTooShort', { type: 'jsonb' });
        if (bytes[0] !== version)
            throw new PgsealError('unsupportedJsonbVersion');
        return storeJsonb(bytes.subarray(1));
    },
    toText: (stored) => stored.subarray(1),
    toBinary: (stored) => stored,
    comparisonForm: (stored) => Buffer.from(parseJson(stored.toString('latin1', 1), 'jsonb', canonical), 'latin1'),
};
//# sourceMappingURL=jsonb.js.map