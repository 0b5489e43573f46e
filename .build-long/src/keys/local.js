import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { secretKey } from '../seal/data-key.js';
import { dataKeyLength, nonceLength, tagLength } from '../seal/envelope.js';
import { encodeParts } from '../seal/parts.js';
import { CiphertextRefused } from './provider.js';
// The local provider: docs/envelope-format.md section 6.6.
const blobVersion = 1;
const wrapInfo = Buffer.from('pgseal/local/wrap/1');
const cipherOptions = { authTagLength: tagLength };
/** 32 bytes from a key by HKDF-SHA256 with an empty salt. */
export function deriveKey(key, info) {
    return Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), info, 32));
}
/** `keys`: newest last, as `readKeyFile` gives them. */
export function createLocalProvider(keys) {
    const fileKeys = new Map(keys.map(({ id, key }) => [id, key]));
    const wrapKeys = new Map(keys.map(({ id, key }) => [id, secretKey(deriveKey(key, wrapInfo))]));
    const newest = keys.at(-1).id;
    return {
        name: 'local',
        immediate: true,
        describe: () => ({ arn: newest, trusted: [...wrapKeys.keys()], indexArn: newest }),
        trusts: (arn) => wrapKeys.has(arn),
        trustsForIndex: (arn) => wrapKeys.has(arn),
        generate(context) {
            const plaintext = randomBytes(dataKeyLength);
            return { plaintext, wrapped: wrap(newest, wrapKeys.get(newest), plaintext, context) };
        },
        decrypt: (arn, wrapped, context) => unwrap(arn, wrapKeys.get(arn), wrapped, context),
        rewrap(fromArn, wrapped, fromContext, toContext) {
            const plaintext = unwrap(fromArn, wrapKeys.get(fromArn), wrapped, fromContext);
            try {
                return wrap(newest, wrapKeys.get(newest), plaintext, toContext);
            }
            finally {
                plaintext.fill(0);
            }
        },
        mac: (arn, message) => deriveKey(fileKeys.get(arn), message),
        dryRunDecrypt: () => Promise.resolve('inseparable'),
        close() {
            fileKeys.clear();
            wrapKeys.clear();
        },
    };
}
// u8 version, u8 length of the id, id, 12 nonce, 32 ciphertext, 16 tag
function wrap(id, key, plaintext, context) {
    const nonceStart = 2 + id.length;
    const ciphertextStart = nonceStart + nonceLength;
    const nonce = randomBytes(nonceLength);
    const blob = Buffer.allocUnsafe(ciphertextStart + dataKeyLength + tagLength);
    blob[0] = blobVersion;
    blob[1] = id.length;
    blob.write(id, 2, 'latin1');
    nonce.copy(blob, nonceStart);
    const cipher = createCipheriv('aes-256-gcm', key, nonce, cipherOptions);
    cipher.setAAD(contextData(id, context));
    cipher.update(plaintext).copy(blob, ciphertextStart);
    cipher.final();
    cipher.getAuthTag().copy(blob, ciphertextStart + dataKeyLength);
    return blob;
}
function unwrap(id, key, blob, context) {
    const nonceStart = 2 + id.length;
    const ciphertextStart = nonceStart + nonceLength;
    const tagStart = ciphertextStart + dataKeyLength;
    if (blob.length !== tagStart + tagLength ||
        blob[0] !== blobVersion ||
        blob[1] !== id.length ||
        blob.toString('latin1', 2, nonceStart) !== id) {
        throw new CiphertextRefused('the wrapped key is not one of this line of the key file');
    }
    const decipher = createDecipheriv('aes-256-gcm', key, blob.subarray(nonceStart, ciphertextStart), cipherOptions);
    decipher.setAAD(contextData(id, context));
    decipher.setAuthTag(blob.subarray(tagStart));
    const plaintext = decipher.update(blob.subarray(ciphertextStart, tagStart));
    try {
        decipher.final();
    }
    catch {
        plaintext.fill(0);
        throw new CiphertextRefused('the wrapped key does not unwrap under its context');
    }
    return plaintext;
}
function contextData(id, context) {
    const pairs = Object.entries(context).map(([key, value]) => [Buffer.from(key), Buffer.from(value)]);
    pairs.sort(([a], [b]) => Buffer.compare(a, b));
    return encodeParts(['pgseal/local/1', id, ...pairs.flat()]);
}
//# sourceMappingURL=local.js.map