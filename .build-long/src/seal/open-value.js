import { createDecipheriv } from 'node:crypto';
import { associatedData } from './associated-data.js';
import { paddedFlag, tagLength } from './envelope.js';
import { openFailed } from './open-failed.js';
import { unpadPlaintext } from './padding.js';
const cipherOptions = { authTagLength: tagLength };
/**
 * Opens one value: `terms` are those that rest beside the envelope, in attribute order. Gives the stored form, which is the
 * caller's; nothing leaves before the tag is checked. Throws openFailed, class misplaced, malformed or tampered.
 */
export function openValue(column, envelope, key, terms) {
    if (envelope.labelTag !== column.labelTag)
        throw openFailed(column.label, 'misplaced', 'label tag of another column');
    if (terms.length !== column.terms.length)
        throw openFailed(column.label, 'malformed', 'number of terms');
    const decipher = createDecipheriv('aes-256-gcm', key, envelope.nonce, cipherOptions);
    decipher.setAAD(associatedData(column, envelope.flags, envelope.record, terms));
    decipher.setAuthTag(envelope.tag);
    const plaintext = decipher.update(envelope.ciphertext);
    try {
        decipher.final();
    }
    catch {
        plaintext.fill(0);
        throw openFailed(column.label, 'tampered', 'the tag of the value does not hold');
    }
    if ((envelope.flags & paddedFlag) === 0)
        return plaintext;
    const unpadded = unpadPlaintext(plaintext);
    if (unpadded === undefined)
        throw openFailed(column.label, 'tampered', 'padding of the value');
    return unpadded;
}
//# sourceMappingURL=open-value.js.map