import { createSecretKey, randomBytes } from 'node:crypto';
import { closeSync, constants, fstatSync, fsyncSync, ftruncateSync, openSync, readFileSync, writeSync } from 'node:fs';
const linePattern = /^([A-Za-z0-9_-]{1,64}) ([A-Za-z0-9+/]{43}=)$/;
/** What is wrong with a key file; the text names lines, never what they hold. */
export class KeyFileError extends Error {
    constructor(reason) {
        super(reason);
        this.name = 'KeyFileError';
    }
}
/** The keys of a key file, newest last (docs/envelope-format.md section 6.6). Throws KeyFileError. */
export function readKeyFile(path) {
    const descriptor = openKeyFile(path, constants.O_RDONLY);
    try {
        checkOwnerOnly(descriptor, path);
        const bytes = readFileSync(descriptor);
        const keys = parseKeyFile(bytes, path);
        bytes.fill(0);
        return keys;
    }
    finally {
        closeSync(descriptor);
    }
}
/**
 * Makes a key file with one fresh key, mode 0600; an existing file is never overwritten. With `append` a fresh key is added
 * as the last line of the file that is there: from then on it wraps, and the older ones open.
 * Gives the new line's id. Throws KeyFileError.
 */
export function writeKeyFile(path, options = {}) {
    const append = options.append === true;
    const flags = append
        ? constants.O_RDWR | constants.O_APPEND
        : constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL;
    const descriptor = openKeyFile(path, flags);
    try {
        let size = 0;
        if (append) {
            checkOwnerOnly(descriptor, path);
            const bytes = readFileSync(descriptor);
            size = bytes.length;
            parseKeyFile(bytes, path);
            bytes.fill(0);
        }
        const id = `${new Date().toISOString().slice(0, 10)}-${randomBytes(4).toString('hex')}`;
        const raw = randomBytes(32);
        const line = Buffer.from(`${id} ${raw.toString('base64')}\n`, 'latin1');
        try {
            if (writeSync(descriptor, line) !== line.length)
                throw new Error('short write');
            fsyncSync(descriptor);
        }
        catch {
            ftruncateSync(descriptor, size);
            throw new KeyFileError(`could not write key file "${path}"`);
        }
        finally {
            raw.fill(0);
            line.fill(0);
        }
        return id;
    }
    finally {
        closeSync(descriptor);
    }
}
function openKeyFile(path, flags) {
    try {
        return openSync(path, flags, 0o600);
    }
    catch (error) {
        const code = error.code;
        if (code === 'EEXIST')
            throw new KeyFileError(`key file "${path}" exists already`);
        if (code === 'ENOENT')
            throw new KeyFileError(`key file "${path}" does not exist`);
        throw new KeyFileError(`could not open key file "${path}": ${code ?? 'no reason given'}`);
    }
}
function checkOwnerOnly(descriptor, path) {
    const facts = fstatSync(descriptor);
    if (!facts.isFile())
        throw new KeyFileError(`key file "${path}" is not a regular file`);
    // Windows has no such bits.
    if (process.platform !== 'win32' && (facts.mode & 0o077) !== 0) {
        throw new KeyFileError(`key file "${path}" can be used by others: its mode must be 0600`);
    }
}
function parseKeyFile(bytes, path) {
    const text = bytes.toString('latin1');
    if (text === '')
        throw new KeyFileError(`key file "${path}" is empty`);
    if (!text.endsWith('\n'))
        throw new KeyFileError(`the last line of key file "${path}" is not complete`);
    const ids = new Set();
    return text
        .slice(0, -1)
        .split('\n')
        .map((line, index) => {
        const [, id, base64] = linePattern.exec(line) ?? [];
        if (id === undefined || base64 === undefined) {
            throw new KeyFileError(`line ${index + 1} of key file "${path}" is not an id and 32 bytes in base64`);
        }
        if (ids.has(id))
            throw new KeyFileError(`line ${index + 1} of key file "${path}" repeats an id`);
        ids.add(id);
        const raw = Buffer.from(base64, 'base64');
        // The last character of the base64 has unused bits: one spelling a key.
        if (raw.toString('base64') !== base64) {
            throw new KeyFileError(`line ${index + 1} of key file "${path}" is not an id and 32 bytes in base64`);
        }
        const key = createSecretKey(raw);
        raw.fill(0);
        return { id, key };
    });
}
//# sourceMappingURL=key-file.js.map