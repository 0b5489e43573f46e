// The cryptography that 10,000 rows of two sealed columns need, by node:crypto alone, in a process of its own: a data key
// unwrapped for each row, two values opened. Answers each message of its parent with microseconds of CPU. What it reads
// lies in one Buffer, as rows lie in the chunks of a socket: a Buffer of its own for each piece would be paid for by the
// garbage collector, and make the figure that others are held against too large.
import { createCipheriv, createDecipheriv, createSecretKey, randomBytes, randomFillSync, } from 'node:crypto';
const rowCount = Number(process.argv[2]);
const algorithm = 'aes-256-gcm';
const tag = { authTagLength: 16 };
const wrappedKey = { plain: 32, associated: 60 };
const email = { plain: 5, associated: 110 };
const name = { plain: 13, associated: 90 };
const sealedBytes = ({ plain, associated }) => 12 + associated + plain + 16;
const rowBytes = sealedBytes(wrappedKey) + sealedBytes(email) + sealedBytes(name);
const store = Buffer.alloc(rowCount * rowBytes);
const branch = createSecretKey(randomBytes(32));
for (let row = 0; row < rowCount; row++) {
    const raw = randomBytes(32);
    const key = createSecretKey(raw);
    let at = row * rowBytes;
    at = seal(branch, raw, wrappedKey, at);
    at = seal(key, randomBytes(email.plain), email, at);
    seal(key, randomBytes(name.plain), name, at);
}
process.on('message', () => {
    const started = process.cpuUsage();
    for (let row = 0; row < rowCount; row++) {
        let at = row * rowBytes;
        const key = createSecretKey(open(branch, wrappedKey, at));
        at += sealedBytes(wrappedKey);
        open(key, email, at);
        at += sealedBytes(email);
        open(key, name, at);
    }
    const { user, system } = process.cpuUsage(started);
    process.send?.(user + system);
});
// Nonce, associated data, ciphertext, tag; returns where the next begins.
function seal(key, plain, sizes, at) {
    const data = at + 12;
    const text = data + sizes.associated;
    const end = text + sizes.plain;
    randomFillSync(store, at, text - at);
    const cipher = createCipheriv(algorithm, key, store.subarray(at, data), tag);
    cipher.setAAD(store.subarray(data, text));
    cipher.update(plain).copy(store, text);
    cipher.final();
    cipher.getAuthTag().copy(store, end);
    return end + 16;
}
function open(key, sizes, at) {
    const data = at + 12;
    const text = data + sizes.associated;
    const end = text + sizes.plain;
    const decipher = createDecipheriv(algorithm, key, store.subarray(at, data), tag);
    decipher.setAAD(store.subarray(data, text));
    decipher.setAuthTag(store.subarray(end, end + 16));
    const plain = decipher.update(store.subarray(text, end));
    decipher.final();
    return plain;
}
//# sourceMappingURL=crypto-operations.js.map