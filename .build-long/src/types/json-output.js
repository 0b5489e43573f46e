// How PostgreSQL writes a value into JSON: to_json(), json_agg() and their kin (datum_to_json of utils/adt/json.c).
import { codecs } from './codecs.js';
import { storeJsonb } from './jsonb.js';
const isNumber = /^-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?$/;
const escapes = {
    '\b': '\\b',
    '\f': '\\f',
    '\n': '\\n',
    '\r': '\\r',
    '\t': '\\t',
    '"': '\\"',
    '\\': '\\\\',
};
/**
 * The JSON text, UTF-8, of a value in stored form. `inJsonb`: as a part of a jsonb, which writes numbers and json its own way.
 * Throws as the server does where a json is no jsonb.
 */
export function jsonText(type, stored, inJsonb, settings) {
    const text = plainText(type, stored, settings);
    return inJsonb && type !== 'jsonb' ? storeJsonb(text).subarray(1) : text;
}
function plainText(type, stored, settings) {
    switch (type) {
        case 'json':
        case 'jsonb':
            return codecs[type].toText(stored, settings);
        case 'bool':
            return Buffer.from(stored[0] === 0 ? 'false' : 'true', 'latin1');
        case 'int2':
        case 'int4':
        case 'int8':
        case 'float4':
        case 'float8':
        case 'numeric': {
            const text = codecs[type].toText(stored, settings);
            return isNumber.test(text.toString('latin1')) ? text : quotedText(text);
        }
        case 'date':
        case 'timestamp':
        case 'timestamptz':
            return quotedText(Buffer.from(isoText(codecs[type].toText(stored, { ...settings, dateStyle: 'ISO, MDY' }))));
        default:
            return quotedText(codecs[type].toText(stored, settings));
    }
}
/** `2024-01-02 03:04:05+01 BC` becomes `2024-01-02T03:04:05+01:00 BC`. */
function isoText(text) {
    return text
        .toString('latin1')
        .replace(/^([0-9]+-[0-9]{2}-[0-9]{2}) ([0-9])/, '$1T$2')
        .replace(/(T.*[+-][0-9]{2})( BC)?$/, '$1:00$2');
}
function quotedText(text) {
    // Latin-1 keeps each byte of the UTF-8.
    const escaped = text
        .toString('latin1')
        .replace(/["\\]|[^ -\xff]/g, (character) => escapes[character] ?? `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
    return Buffer.from(`"${escaped}"`, 'latin1');
}
//# sourceMappingURL=json-output.js.map