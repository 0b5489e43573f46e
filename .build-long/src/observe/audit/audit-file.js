// The file of the audit trail: whole lines are appended, or nothing is. Full files are numbered: FILE.1, FILE.2 and on.
import { closeSync, constants, existsSync, fdatasync, fstatSync, ftruncateSync, openSync, readdirSync, readSync, renameSync, rmSync, statSync, writeSync, } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { AuditSetupError } from './audit-setup-error.js';
/** A line could not be written; what had been written of it is taken back. */
export class AuditWriteError extends Error {
    constructor(reason) {
        super(reason);
        this.name = 'AuditWriteError';
    }
}
export class AuditFile {
    #options;
    #write;
    #descriptor;
    #size;
    /** Bytes beyond `size` may be in the file: nothing is written behind them. */
    #torn = false;
    #dirty = false;
    /** Opens or makes the file, readable by its owner alone. Throws AuditSetupError. */
    constructor(options) {
        this.#options = options;
        this.#write = options.write ?? writeSync;
        try {
            this.#descriptor = openAppending(options.path);
            this.#size = fstatSync(this.#descriptor).size;
        }
        catch (error) {
            throw new AuditSetupError(`could not open audit file "${options.path}": ${reasonOf(error)}`);
        }
    }
    /** Hands bytes, whole lines, to the operating system. Throws AuditWriteError: nothing of them is in the file then. */
    append(bytes) {
        if (this.#torn)
            this.#takeBack();
        let written = 0;
        try {
            while (written < bytes.length)
                written += this.#write(this.#descriptor, bytes, written);
        }
        catch (error) {
            if (written > 0) {
                this.#torn = true;
                this.#takeBack(reasonOf(error));
            }
            throw new AuditWriteError(reasonOf(error));
        }
        this.#size += written;
        this.#dirty = true;
    }
    #takeBack(because = 'a line was cut short') {
        try {
            ftruncateSync(this.#descriptor, this.#size);
            this.#torn = false;
        }
        catch (error) {
            throw new AuditWriteError(`${because}, and could not be taken back: ${reasonOf(error)}`);
        }
    }
    /** Puts a full file aside. Throws AuditWriteError when that fails; the old file is written on then. */
    rotateIfFull() {
        const { path, rotateBytes, keep } = this.#options;
        if (this.#size < rotateBytes)
            return;
        const numbers = rotatedNumbers(path);
        try {
            if (existsSync(path))
                renameSync(path, `${path}.${(numbers.at(-1) ?? 0) + 1}`);
            const fresh = openAppending(path);
            closeSync(this.#descriptor);
            this.#descriptor = fresh;
            this.#size = 0;
            if (keep !== undefined) {
                for (const number of numbers.slice(0, Math.max(0, numbers.length + 1 - keep)))
                    rmSync(`${path}.${number}`);
            }
        }
        catch (error) {
            throw new AuditWriteError(`could not rotate: ${reasonOf(error)}`);
        }
    }
    /** Asks for what was written to be made durable; calls back with why that failed, or with nothing. */
    sync(done) {
        if (!this.#dirty)
            return;
        this.#dirty = false;
        fdatasync(this.#descriptor, (error) => done(error === null ? undefined : reasonOf(error)));
    }
    /** Why lines no longer land where they should: the file was removed, put aside or cut by somebody else. */
    misplaced() {
        try {
            const [open, named] = [fstatSync(this.#descriptor), statSync(this.#options.path)];
            if (open.ino !== named.ino || open.dev !== named.dev)
                return 'the file was replaced';
            if (open.size < this.#size)
                return 'the file was cut';
            return undefined;
        }
        catch {
            return 'the file was removed';
        }
    }
    /** Goes on in the file that has the name now. Throws AuditWriteError. */
    reopen() {
        try {
            const fresh = openAppending(this.#options.path);
            closeSync(this.#descriptor);
            this.#descriptor = fresh;
            this.#size = fstatSync(fresh).size;
            this.#torn = false;
        }
        catch (error) {
            throw new AuditWriteError(reasonOf(error));
        }
    }
    close() {
        closeSync(this.#descriptor);
    }
}
function openAppending(path) {
    return openSync(path, constants.O_RDWR | constants.O_CREAT | constants.O_APPEND, 0o600);
}
/** Numbers of the files put aside, oldest first. */
function rotatedNumbers(path) {
    const prefix = `${basename(path)}.`;
    return readdirSync(dirname(path))
        .filter((name) => name.startsWith(prefix) && /^[1-9]\d{0,14}$/.test(name.slice(prefix.length)))
        .map((name) => Number(name.slice(prefix.length)))
        .sort((a, b) => a - b);
}
/** The files of a trail that are there, oldest first. */
export function auditFiles(path) {
    const names = rotatedNumbers(path).map((number) => `${path}.${number}`);
    return existsSync(path) ? [...names, path] : names;
}
/** Looks for the last line of a file that `accept` takes, from its end. Memory for what is read: the rest and a chunk. */
export function findLastLine(path, accept) {
    const descriptor = openSync(path, constants.O_RDONLY);
    try {
        let start = fstatSync(descriptor).size;
        let tail = Buffer.alloc(0);
        for (;;) {
            const chunk = Buffer.alloc(Math.min(64 * 1024, start));
            start -= chunk.length;
            for (let read = 0; read < chunk.length;)
                read += readSync(descriptor, chunk, read, chunk.length - read, start + read);
            tail = Buffer.concat([chunk, tail]);
            // Lines whose beginning is in `tail`.
            for (let end = tail.lastIndexOf(10); end !== -1; end = end === 0 ? -1 : tail.lastIndexOf(10, end - 1)) {
                const before = end === 0 ? -1 : tail.lastIndexOf(10, end - 1);
                if (before === -1 && start > 0)
                    break;
                const line = tail.subarray(before + 1, end);
                if (accept(line))
                    return { last: Buffer.from(line), rest: Buffer.from(tail.subarray(end + 1)) };
            }
            if (start === 0)
                return { last: undefined, rest: tail };
        }
    }
    finally {
        closeSync(descriptor);
    }
}
export function reasonOf(error) {
    const { code } = error;
    switch (code) {
        case 'ENOSPC':
            return 'no space is left';
        case 'EDQUOT':
            return 'the quota is used up';
        case 'EACCES':
        case 'EPERM':
            return 'permission denied';
        case 'EROFS':
            return 'the file system is read-only';
        case 'ENOENT':
            return 'no such folder';
        case 'EISDIR':
            return 'it is a folder';
        default:
            return code ?? 'no reason given';
    }
}
/** Where the note of the process that writes the trail lies. */
export function lockPath(path) {
    return join(dirname(path), `${basename(path)}.lock`);
}
//# sourceMappingURL=audit-file.js.map