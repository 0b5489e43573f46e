// The key file of the audit chain: one line, `pgseal-audit-key 1 SEGMENT BASE64`, mode 0600. The process replaces it at each
// start by the key of the segment after its own; a copy of it, made before and kept elsewhere, verifies from there on.
import { randomBytes } from 'node:crypto';
import { closeSync, constants, fstatSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeSync, } from 'node:fs';
import { dirname } from 'node:path';
import { AuditSetupError } from './audit-setup-error.js';
import { nextSegmentKey } from './line-chain.js';
const pattern = /^pgseal-audit-key 1 (\d{1,15}) ([A-Za-z0-9+/]{43}=)\n$/;
/** Makes a key file for segment 1; one that is there is never overwritten. */
export function makeAuditKeyFile(path) {
    const key = randomBytes(32);
    write(path, path, { segment: 1, key });
    key.fill(0);
}
/** Throws AuditSetupError. */
export function readAuditKeyFile(path) {
    let descriptor;
    try {
        descriptor = openSync(path, constants.O_RDONLY);
    }
    catch (error) {
        throw new AuditSetupError(`could not open audit key file "${path}": ${reason(error)}`);
    }
    try {
        const facts = fstatSync(descriptor);
        if (!facts.isFile())
            throw new AuditSetupError(`audit key file "${path}" is not a regular file`);
        if (process.platform !== 'win32' && (facts.mode & 0o077) !== 0) {
            throw new AuditSetupError(`audit key file "${path}" can be used by others: its mode must be 0600`);
        }
        const bytes = readFileSync(descriptor);
        const [, segment, base64] = pattern.exec(bytes.toString('latin1')) ?? [];
        bytes.fill(0);
        if (segment === undefined || base64 === undefined) {
            throw new AuditSetupError(`"${path}" is not an audit key file: "pgseal audit --new-key FILE" makes one`);
        }
        return { segment: Number(segment), key: Buffer.from(base64, 'base64') };
    }
    finally {
        closeSync(descriptor);
    }
}
/**
 * Takes the key of one segment and leaves that of the next in its place, durably: nothing is written under a key that the
 * file still holds. Throws AuditSetupError.
 */
export function takeSegmentKey(path) {
    const taken = readAuditKeyFile(path);
    const next = nextSegmentKey(taken.key);
    const fresh = `${path}.next`;
    try {
        rmSync(fresh, { force: true });
        write(fresh, path, { segment: taken.segment + 1, key: next });
        renameSync(fresh, path);
        syncFolder(dirname(path));
    }
    catch (error) {
        taken.key.fill(0);
        if (error instanceof AuditSetupError)
            throw error;
        throw new AuditSetupError(`could not replace audit key file "${path}": ${reason(error)}`);
    }
    finally {
        next.fill(0);
    }
    return taken;
}
function write(path, named, { segment, key }) {
    let descriptor;
    try {
        descriptor = openSync(path, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL, 0o600);
    }
    catch (error) {
        throw new AuditSetupError(`could not make audit key file "${named}": ${reason(error)}`);
    }
    const line = Buffer.from(`pgseal-audit-key 1 ${segment} ${key.toString('base64')}\n`, 'latin1');
    try {
        if (writeSync(descriptor, line) !== line.length)
            throw new Error('short write');
        fsyncSync(descriptor);
    }
    catch {
        rmSync(path, { force: true });
        throw new AuditSetupError(`could not write audit key file "${named}"`);
    }
    finally {
        line.fill(0);
        closeSync(descriptor);
    }
}
/** A rename is durable once its folder is. */
function syncFolder(path) {
    const descriptor = openSync(path, constants.O_RDONLY);
    try {
        fsyncSync(descriptor);
    }
    catch {
        // Some file systems have no such thing.
    }
    finally {
        closeSync(descriptor);
    }
}
function reason(error) {
    const { code } = error;
    if (code === 'EEXIST')
        return 'it exists already';
    if (code === 'ENOENT')
        return 'no such file or folder';
    return code ?? 'no reason given';
}
//# sourceMappingURL=key-file.js.map