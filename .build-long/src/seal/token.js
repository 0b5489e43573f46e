// Sealed tokens: what mode encrypt-only gives in place of a value that it may not open, to be written back unchanged.
// docs/envelope-format.md section 11.
import { createHmac, timingSafeEqual } from 'node:crypto';
import { termLength } from './eq-term.js';
import { encodeParts } from './parts.js';
/** What every token begins with. No other text of a sealed column may. */
export const tokenPrefix = 'pgseal:token:1:';
const prefixBytes = Buffer.from(tokenPrefix);
const macLength = 32;
/** The message from which the token key of a named key is made, as index keys are made from theirs. */
export function tokenKeyMessage(namedKey) {
    return Buffer.from(`pgseal/token/1/${namedKey}`);
}
/** True for what claims to be a token. */
export function isToken(stored) {
    return (stored.length >= prefixBytes.length &&
        stored.compare(prefixBytes, 0, prefixBytes.length, 0, prefixBytes.length) === 0);
}
/** The token of a value that rests in `column`: ASCII. */
export function makeToken(column, key, value) {
    const label = Buffer.from(column.label);
    const { envelope, terms } = value;
    const bytes = Buffer.allocUnsafe(2 + label.length + 4 + envelope.length + 1 + terms.length * termLength + macLength);
    let at = bytes.writeUInt16BE(label.length, 0);
    at += label.copy(bytes, at);
    at = bytes.writeUInt32BE(envelope.length, at);
    at += envelope.copy(bytes, at);
    at = bytes.writeUInt8(terms.length, at);
    for (const term of terms)
        at += term.copy(bytes, at);
    tokenMac(column, key, value).copy(bytes, at);
    return Buffer.from(tokenPrefix + bytes.toString('base64url'));
}
/** Takes a token apart; undefined when it is none. The result holds memory of its own. */
export function readToken(stored) {
    if (!isToken(stored))
        return undefined;
    const text = stored.toString('latin1', prefixBytes.length);
    const bytes = Buffer.from(text, 'base64url');
    // One spelling alone: Node reads past characters that are none of the alphabet.
    if (bytes.toString('base64url') !== text || bytes.length < 2)
        return undefined;
    const labelEnd = 2 + bytes.readUInt16BE(0);
    if (labelEnd + 4 > bytes.length)
        return undefined;
    const envelopeStart = labelEnd + 4;
    const envelopeEnd = envelopeStart + bytes.readUInt32BE(labelEnd);
    if (envelopeEnd + 1 + macLength > bytes.length)
        return undefined;
    const termCount = bytes[envelopeEnd];
    const macStart = envelopeEnd + 1 + termCount * termLength;
    if (macStart + macLength !== bytes.length)
        return undefined;
    const terms = Array.from({ length: termCount }, (_, index) => {
        const start = envelopeEnd + 1 + index * termLength;
        return bytes.subarray(start, start + termLength);
    });
    return {
        label: bytes.toString('utf8', 2, labelEnd),
        value: { envelope: bytes.subarray(envelopeStart, envelopeEnd), terms },
        mac: bytes.subarray(macStart),
    };
}
/** True when the token was made for this column under this key. */
export function tokenHolds(column, key, { value, mac }) {
    return value.terms.length === column.terms.length && timingSafeEqual(tokenMac(column, key, value), mac);
}
function tokenMac(column, key, { envelope, terms }) {
    const parts = ['pgseal/token/1', column.label, column.logicalType, column.namedKey, envelope];
    for (const [index, term] of terms.entries())
        parts.push(column.terms[index], term);
    return createHmac('sha256', key).update(encodeParts(parts)).digest();
}
//# sourceMappingURL=token.js.map