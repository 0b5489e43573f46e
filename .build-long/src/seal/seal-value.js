import { createCipheriv } from 'node:crypto';
import { PgsealError } from '../errors.js';
import { associatedData } from './associated-data.js';
import { envelopeLength, maxRecordLength, nonceLength, paddedFlag, tagLength, writeEnvelopeHead } from './envelope.js';
import { writeNonce } from './nonce.js';
import { padPlaintext } from './padding.js';
const cipherOptions = { authTagLength: tagLength };
/**
 * Seals one value: `stored` is its stored form, `terms` are those of the column in attribute order, `record` the UTF-8 text
 * of its record. The arguments are only read; the envelope is the caller's. Throws only on a bug of the caller.
 */
export function sealValue(column, key, record, stored, terms) {
    if (terms.length !== column.terms.length)
        throw internal('number of terms');
    if (record.length > maxRecordLength)
        throw internal('length of the record');
    const padded = column.pad > 0;
    const flags = padded ? paddedFlag : 0;
    const plaintext = padded ? padPlaintext(stored, column.pad) : stored;
    const envelope = Buffer.allocUnsafe(envelopeLength(key.keyPart.length, record.length, plaintext.length));
    const nonceStart = writeEnvelopeHead(envelope, flags, key.keyPart, column.labelTag, record);
    writeNonce(envelope, nonceStart);
    const ciphertextStart = nonceStart + nonceLength;
    const cipher = createCipheriv('aes-256-gcm', key.key, envelope.subarray(nonceStart, ciphertextStart), cipherOptions);
    cipher.setAAD(associatedData(column, flags, record, terms));
    const ciphertext = cipher.update(plaintext);
    // GCM is a stream: final() adds no bytes, but must run before the tag is there.
    cipher.final();
    if (ciphertext.length !== plaintext.length)
        throw internal('length of a ciphertext');
    envelope.set(ciphertext, ciphertextStart);
    envelope.set(cipher.getAuthTag(), ciphertextStart + ciphertext.length);
    return envelope;
}
function internal(what) {
    return new PgsealError('internal', {}, { logDetail: `sealing: ${what}` });
}
//# sourceMappingURL=seal-value.js.map