import { createCipheriv, createDecipheriv, createSecretKey, randomFillSync } from 'node:crypto';
import { branchWrappedLength, dataKeyLength, encodeKeyPart, envelopeFormat, envelopeSuite, keyIdLength, keySource, nonceLength, statementIdLength, tagLength, } from './envelope.js';
import { writeNonce } from './nonce.js';
import { openFailed } from './open-failed.js';
import { encodeParts } from './parts.js';
const cipherOptions = { authTagLength: tagLength };
const keyPartHeadLength = 1 + keyIdLength;
const zeroKeyId = Buffer.alloc(keyIdLength);
export function branchKey(key, keyId, namedKey, tenant) {
    const byte = (value) => Buffer.from([value]);
    const associatedData = encodeParts([
        byte(envelopeFormat),
        byte(envelopeSuite),
        byte(keySource.branch),
        keyId,
        namedKey,
        tenant,
    ]);
    return { key, keyId: Buffer.from(keyId), tenant, associatedData };
}
/** The raw bytes are wiped; the key object keeps its own copy. */
export function secretKey(raw) {
    const key = createSecretKey(raw);
    raw.fill(0);
    return key;
}
// Raw data keys drawn ahead: a call of the random source for each costs half as much as the cipher. Each is wiped once used.
const rawKeys = Buffer.allocUnsafeSlow(dataKeyLength * 64);
let rawKeysUsed = rawKeys.length;
function drawRawKey() {
    if (rawKeysUsed === rawKeys.length) {
        randomFillSync(rawKeys);
        rawKeysUsed = 0;
    }
    return rawKeys.subarray(rawKeysUsed, (rawKeysUsed += dataKeyLength));
}
/** A fresh random data key, wrapped under a branch key (key source 0). */
export function wrapUnderBranchKey(branch) {
    const keyPart = Buffer.allocUnsafe(keyPartHeadLength + branchWrappedLength);
    keyPart[0] = keySource.branch;
    keyPart.set(branch.keyId, 1);
    writeNonce(keyPart, keyPartHeadLength);
    const wrappedStart = keyPartHeadLength + nonceLength;
    const nonce = keyPart.subarray(keyPartHeadLength, wrappedStart);
    const cipher = createCipheriv('aes-256-gcm', branch.key, nonce, cipherOptions);
    cipher.setAAD(branch.associatedData);
    const raw = drawRawKey();
    keyPart.set(cipher.update(raw), wrappedStart);
    cipher.final();
    keyPart.set(cipher.getAuthTag(), wrappedStart + dataKeyLength);
    return { key: secretKey(raw), keyPart };
}
/** `wrapped`: nonce, ciphertext, tag. Throws openFailed, class tampered. */
export function unwrapUnderBranchKey(branch, wrapped, label) {
    if (wrapped.length !== branchWrappedLength)
        throw openFailed(label, 'malformed', 'length of the wrapped key');
    const decipher = createDecipheriv('aes-256-gcm', branch.key, wrapped.subarray(0, nonceLength), cipherOptions);
    decipher.setAAD(branch.associatedData);
    decipher.setAuthTag(wrapped.subarray(nonceLength + dataKeyLength));
    const plain = decipher.update(wrapped.subarray(nonceLength, nonceLength + dataKeyLength));
    try {
        decipher.final();
    }
    catch {
        plain.fill(0);
        throw openFailed(label, 'tampered', 'the data key does not unwrap under its branch key');
    }
    return secretKey(plain);
}
/** A data key of source 1: `plaintext` is wiped, `blob` is copied. */
export function kmsDataKey(keyId, plaintext, blob) {
    return { key: secretKey(plaintext), keyPart: encodeKeyPart(keySource.kms, keyId, blob) };
}
/** 32 ASCII bytes, public: docs/envelope-format.md section 6.5. */
export function insecureTestKey() {
    const key = createSecretKey(Buffer.from('pgseal insecure test key 0000000', 'ascii'));
    return { key, keyPart: encodeKeyPart(keySource.insecureTestKey, zeroKeyId, Buffer.alloc(0)) };
}
/** A random key for values that never leave one statement's result (key source 3), with a random statement id. */
export function statementDataKey() {
    const statementId = randomFillSync(Buffer.allocUnsafe(statementIdLength));
    const key = secretKey(randomFillSync(Buffer.allocUnsafeSlow(dataKeyLength)));
    return { key, keyPart: encodeKeyPart(keySource.statement, zeroKeyId, statementId) };
}
//# sourceMappingURL=data-key.js.map