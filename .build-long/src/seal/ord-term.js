// The order term: docs/envelope-format.md section 7.1, after Chenette, Lewi, Weis and Wu (FSE 2016).
import { createCipheriv, createHmac, createSecretKey, hkdfSync } from 'node:crypto';
import { encodeParts } from './parts.js';
/** Bytes of a term for each byte of the order form. */
export const ordExpansion = 16;
/** An index row of PostgreSQL holds no more. */
export const maxOrderForm = 160;
const purpose = 'pgseal/ord/1';
const segmentLength = 12;
const blockLength = 16;
const modulus = 65535;
const none = Buffer.alloc(0);
/** Made once for each index key; most order forms have one segment, whose key is the same for all values of a column. */
const orderKeys = new WeakMap();
/**
 * The order term of a value from its order form: terms under one index key compare byte by byte as their order forms do.
 * What it tells besides: the first bit in which two values differ (docs/threat-model.md). The term is the caller's.
 */
export function ordTerm(indexKey, orderForm) {
    const term = Buffer.allocUnsafe(orderForm.length * ordExpansion);
    const { key, first } = orderKey(indexKey);
    for (let start = 0; start < orderForm.length; start += segmentLength) {
        const segment = orderForm.subarray(start, start + segmentLength);
        const cipher = start === 0 ? first : segmentCipher(key, start / segmentLength, orderForm.subarray(0, start));
        writeSegment(cipher, segment, term, start * ordExpansion);
    }
    return term;
}
function orderKey(indexKey) {
    let known = orderKeys.get(indexKey);
    if (known === undefined) {
        const key = createSecretKey(Buffer.from(hkdfSync('sha256', indexKey, none, purpose, 32)));
        known = { key, first: segmentCipher(key, 0, none) };
        orderKeys.set(indexKey, known);
    }
    return known;
}
/** Gives whole blocks back at once and keeps nothing, so it can be used again. */
function segmentCipher(key, segment, before) {
    const number = Buffer.alloc(4);
    number.writeUInt32BE(segment);
    const segmentKey = createHmac('sha256', key)
        .update(encodeParts([purpose, number, before]))
        .digest();
    return createCipheriv('aes-256-ecb', segmentKey, null).setAutoPadding(false);
}
function writeSegment(cipher, segment, term, start) {
    const bits = segment.length * 8;
    const blocks = Buffer.alloc(bits * blockLength);
    for (let bit = 0; bit < bits; bit += 1) {
        const block = bit * blockLength;
        blocks[block] = bit;
        const whole = bit >> 3;
        blocks.set(segment.subarray(0, whole), block + 1);
        blocks[block + 1 + whole] = segment[whole] & ~(0xff >> (bit & 7));
    }
    const random = cipher.update(blocks);
    for (let bit = 0; bit < bits; bit += 1) {
        const value = (segment[bit >> 3] >> (7 - (bit & 7))) & 1;
        term.writeUInt16BE((random.readUInt32BE(bit * blockLength) % modulus) + value, start + bit * 2);
    }
}
/** True for bytes that a term of some order form may have: the length says no more. */
export function isOrdLength(length) {
    return length % ordExpansion === 0 && length <= maxOrderForm * ordExpansion;
}
//# sourceMappingURL=ord-term.js.map