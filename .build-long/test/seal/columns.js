import { createSecretKey, randomBytes } from 'node:crypto';
import { branchKey, wrapUnderBranchKey } from '../../src/seal/data-key.js';
import { labelTag } from '../../src/seal/label-tag.js';
export const label = 'public.users.email';
export const emailColumn = {
    label,
    labelTag: labelTag(label),
    logicalType: 'text',
    namedKey: 'default',
    pad: 0,
    terms: ['eq'],
};
export const textEq = {
    oid: 90_000,
    name: 'text_eq',
    versionOid: 90_001,
    envelopeOid: 90_002,
    terms: [{ name: 'eq', oid: 90_003 }],
};
export const textPlain = { ...textEq, oid: 90_010, name: 'text', terms: [] };
export const noRecord = Buffer.alloc(0);
/** A data key under a branch key that nothing else knows. */
export function freshDataKey() {
    return wrapUnderBranchKey(branchKey(createSecretKey(randomBytes(32)), randomBytes(16), 'default', ''));
}
//# sourceMappingURL=columns.js.map