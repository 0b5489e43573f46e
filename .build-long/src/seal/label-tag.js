import { createHash } from 'node:crypto';
/** First 4 bytes of SHA-256(label), big-endian. Two labels of one map with one tag are refused at load. */
export function labelTag(label) {
    return createHash('sha256').update(label, 'utf8').digest().readUInt32BE(0);
}
//# sourceMappingURL=label-tag.js.map