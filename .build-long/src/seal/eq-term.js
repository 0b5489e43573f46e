import { createHmac } from 'node:crypto';
export const termLength = 16;
/** The equality term of a value from its comparison form: the first 16 bytes of HMAC-SHA256 under the column's index key. */
export function eqTerm(indexKey, comparisonForm) {
    return createHmac('sha256', indexKey).update(comparisonForm).digest().subarray(0, termLength);
}
//# sourceMappingURL=eq-term.js.map