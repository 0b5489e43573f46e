import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
/** What the service answers in place of a result: an HTTP status and a sentence. */
export class TransitError extends Error {
    status;
    constructor(status, message) {
        super(message);
        this.status = status;
    }
}
export function newKey(type, derived, convergent) {
    const key = { type, derived, convergent, versions: [], minDecryptionVersion: 1 };
    rotate(key);
    return key;
}
export function rotate(key) {
    key.versions.push({ secret: randomBytes(32), hmac: randomBytes(32) });
}
/** A key that is not derived takes no notice of the context, as the real service. */
function secretOf(key, version, context) {
    const { secret } = key.versions[version - 1];
    if (!key.derived)
        return secret;
    if (context === undefined || context === '')
        throw new TransitError(400, "missing 'context' for key derivation");
    return Buffer.from(hkdfSync('sha256', secret, Buffer.alloc(0), Buffer.from(context, 'base64'), 32));
}
// vault:vN: and base64 of 12 nonce, ciphertext, 16 tag
export function encrypt(key, plaintext, context) {
    const version = key.versions.length;
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', secretOf(key, version, context), nonce, { authTagLength: 16 });
    const ciphertext = Buffer.concat([cipher.update(plaintext), cipher.final()]);
    return `vault:v${version}:${Buffer.concat([nonce, ciphertext, cipher.getAuthTag()]).toString('base64')}`;
}
export function decrypt(key, ciphertext, context) {
    const [, number, base64] = /^vault:v(\d+):(.+)$/.exec(ciphertext) ?? [];
    if (number === undefined)
        throw new TransitError(400, 'invalid ciphertext: no prefix');
    const version = Number(number);
    if (version < 1 || version > key.versions.length)
        throw new TransitError(400, 'invalid ciphertext: version is too new');
    if (version < key.minDecryptionVersion) {
        throw new TransitError(400, 'ciphertext or signature version is disallowed by policy (too old)');
    }
    const bytes = Buffer.from(base64, 'base64');
    const nonce = bytes.subarray(0, 12);
    const decipher = createDecipheriv('aes-256-gcm', secretOf(key, version, context), nonce, { authTagLength: 16 });
    try {
        decipher.setAuthTag(bytes.subarray(-16));
        return Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]);
    }
    catch {
        throw new TransitError(400, 'invalid ciphertext: unable to decrypt');
    }
}
export function hmac(key, input, version) {
    const used = key.versions[(version === 0 ? key.versions.length : version) - 1];
    if (used === undefined)
        throw new TransitError(400, 'version does not exist or cannot be found');
    return `vault:v${version}:${createHmac('sha256', used.hmac).update(input).digest('base64')}`;
}
//# sourceMappingURL=transit-keys.js.map