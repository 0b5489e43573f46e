import { createCipheriv, createDecipheriv, createHmac, randomBytes, randomUUID, timingSafeEqual } from 'node:crypto';
import { KmsError } from './kms-error.js';
/** Days before a key whose deletion is scheduled is gone, unless the caller says so; the real KMS takes 7 to 30. */
const deletionDays = 30;
/** On-demand rotations of one key that the real KMS allows. */
const mostRotations = 25;
/** The keys and aliases of the server: one account, one region. */
export class KmsKeys {
    region;
    account;
    #byId = new Map();
    #aliases = new Map();
    constructor(region, account) {
        this.region = region;
        this.account = account;
    }
    create(usage, multiRegion, id, secret = randomBytes(32)) {
        const keyId = id ?? (multiRegion ? `mrk-${randomBytes(16).toString('hex')}` : randomUUID());
        const arn = `arn:aws:kms:${this.region}:${this.account}:key/${keyId}`;
        const materials = [newMaterial(secret)];
        const key = { arn, id: keyId, usage, materials, state: 'Enabled', deletionDate: undefined };
        this.#byId.set(keyId, key);
        return key;
    }
    alias(name, keyId) {
        if (!/^alias\/[A-Za-z0-9/_-]+$/.test(name))
            throw new KmsError('InvalidAliasNameException');
        this.#aliases.set(name, this.find(keyId).id);
    }
    /** From now on the key encrypts under new material; what the old one wrapped still opens. */
    rotate(name) {
        const key = this.usable(name, 'ENCRYPT_DECRYPT');
        if (key.materials.length > mostRotations)
            throw new KmsError('LimitExceededException');
        key.materials.push(newMaterial(randomBytes(32)));
        return key;
    }
    enable(name, enabled) {
        const key = this.find(name);
        if (key.state === 'PendingDeletion')
            throw new KmsError('KMSInvalidStateException');
        key.state = enabled ? 'Enabled' : 'Disabled';
    }
    scheduleDeletion(name, days = deletionDays) {
        const key = this.find(name);
        if (days < 7 || days > 30)
            throw new KmsError('ValidationException');
        if (key.state === 'PendingDeletion')
            throw new KmsError('KMSInvalidStateException');
        key.state = 'PendingDeletion';
        key.deletionDate = new Date(Date.now() + days * 86_400_000);
        return key;
    }
    cancelDeletion(name) {
        const key = this.find(name);
        if (key.state !== 'PendingDeletion')
            throw new KmsError('KMSInvalidStateException');
        key.state = 'Disabled';
        key.deletionDate = undefined;
        return key;
    }
    /** The key and its aliases are gone, as when the waiting time of its deletion is over. */
    delete(name) {
        const { id } = this.find(name);
        this.#byId.delete(id);
        for (const [alias, target] of this.#aliases)
            if (target === id)
                this.#aliases.delete(alias);
    }
    /** By id, ARN, alias or ARN of an alias. */
    find(name) {
        const prefix = `arn:aws:kms:${this.region}:${this.account}:`;
        const bare = name.startsWith(prefix) ? name.slice(prefix.length).replace(/^key\//, '') : name;
        const id = bare.startsWith('alias/') ? this.#aliases.get(bare) : bare;
        const key = id === undefined ? undefined : this.#byId.get(id);
        if (key === undefined)
            throw new KmsError('NotFoundException', 'the key does not exist');
        return key;
    }
    /** A key that may be used now, of the right kind. */
    usable(name, usage) {
        const key = this.find(name);
        if (key.state === 'Disabled')
            throw new KmsError('DisabledException');
        if (key.state === 'PendingDeletion')
            throw new KmsError('KMSInvalidStateException');
        if (key.usage !== usage)
            throw new KmsError('InvalidKeyUsageException');
        return key;
    }
}
/** Pairs sorted by the bytes of their names, each name and value with its length: no two contexts give the same bytes. */
export function contextBytes(context) {
    const pairs = Object.entries(context).map(([name, value]) => [Buffer.from(name), Buffer.from(value)]);
    pairs.sort(([a], [b]) => Buffer.compare(a, b));
    return Buffer.concat(pairs.flat().flatMap((part) => {
        const length = Buffer.alloc(4);
        length.writeUInt32BE(part.length);
        return [length, part];
    }));
}
function newMaterial(secret) {
    return { id: randomBytes(32).toString('hex'), secret, since: new Date() };
}
/** The material that encrypts now. */
export function currentMaterial(key) {
    return key.materials.at(-1);
}
const materialLength = 32;
// u8 length of the key's id, id, 32 id of the material, 12 nonce, ciphertext, 16 tag
export function encrypt(key, plaintext, context) {
    const material = currentMaterial(key);
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', material.secret, nonce, { authTagLength: 16 });
    cipher.setAAD(contextBytes(context));
    const ciphertext = Buffer.concat([cipher.update(plaintext), cipher.final()]);
    const head = [Buffer.from([key.id.length]), Buffer.from(key.id), Buffer.from(material.id, 'hex')];
    return Buffer.concat([...head, nonce, ciphertext, cipher.getAuthTag()]);
}
/** The id of the key that made a blob. */
export function keyIdOfBlob(blob) {
    const length = blob[0] ?? 0;
    if (length === 0 || blob.length < 1 + length + materialLength + 12 + 16) {
        throw new KmsError('InvalidCiphertextException');
    }
    return blob.toString('latin1', 1, 1 + length);
}
/** The plaintext, and the material that the blob was made with. */
export function decrypt(key, blob, context) {
    const materialStart = 1 + key.id.length;
    const nonceStart = materialStart + materialLength;
    const id = blob.toString('hex', materialStart, nonceStart);
    const material = key.materials.find((candidate) => candidate.id === id);
    if (material === undefined)
        throw new KmsError('InvalidCiphertextException');
    const nonce = blob.subarray(nonceStart, nonceStart + 12);
    const decipher = createDecipheriv('aes-256-gcm', material.secret, nonce, { authTagLength: 16 });
    decipher.setAAD(contextBytes(context));
    decipher.setAuthTag(blob.subarray(-16));
    try {
        const plaintext = Buffer.concat([decipher.update(blob.subarray(nonceStart + 12, -16)), decipher.final()]);
        return { plaintext, material };
    }
    catch {
        throw new KmsError('InvalidCiphertextException');
    }
}
/** HMAC keys don't rotate. */
export function mac(key, message) {
    return createHmac('sha256', currentMaterial(key).secret).update(message).digest();
}
export function macHolds(key, message, given) {
    const expected = mac(key, message);
    return given.length === expected.length && timingSafeEqual(given, expected);
}
//# sourceMappingURL=kms-keys.js.map