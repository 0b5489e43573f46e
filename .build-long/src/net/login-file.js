// Files of `auth`: a line a user, `"name" "secret"`, in PgBouncer's form. Blank lines and lines that begin with # or ; count
// for nothing. They are read again when they change.
import { createHash } from 'node:crypto';
import { readFileSync, statSync, unwatchFile, watchFile } from 'node:fs';
import { PgsealError } from '../errors.js';
import { parseScramSecret } from './scram-secret.js';
const watchMilliseconds = 2_000;
/**
 * Reads the file; throws fileUnreadable when it is not there, not private to its owner or not in this form. A change that
 * cannot be read is told to `failed`, and what was read before holds.
 */
export function openLoginFile(file, check, failed) {
    let read = readFile(file, check);
    const changed = () => {
        try {
            read = readFile(file, check);
        }
        catch (error) {
            failed(error);
        }
    };
    watchFile(file, { interval: watchMilliseconds, persistent: false }, changed);
    return {
        get: (user) => read.lines.get(user),
        get digest() {
            return read.digest;
        },
        close: () => unwatchFile(file, changed),
    };
}
/** What is wrong with a SCRAM secret in words; undefined for a good one. */
export function secretProblem(secret) {
    return parseScramSecret(secret) === undefined ? 'it is not a SCRAM-SHA-256 secret' : undefined;
}
/** What is wrong with a password for the server. Others would have to be prepared by RFC 4013, which is not built. */
export function passwordProblem(password) {
    return /^[\x20-\x7e]+$/.test(password) ? undefined : 'a password for the server consists of printable ASCII';
}
/** Secrets out of a file whose lines were checked by secretProblem. */
export function secretsOf(file) {
    return {
        find: (user) => {
            const line = file.get(user);
            return { secret: line === undefined ? undefined : parseScramSecret(line), mockKey: file.digest };
        },
    };
}
function readFile(file, check) {
    const refuse = (reason) => {
        throw new PgsealError('fileUnreadable', { file, reason });
    };
    let bytes;
    try {
        const { mode } = statSync(file);
        if (process.platform !== 'win32' && (mode & 0o077) !== 0)
            refuse('it must be private to its owner (mode 0600)');
        bytes = readFileSync(file);
    }
    catch (error) {
        if (error instanceof PgsealError)
            throw error;
        return refuse(error.code ?? 'unreadable');
    }
    const lines = new Map();
    for (const [index, line] of bytes.toString('utf8').split(/\r?\n/).entries()) {
        if (/^\s*([#;].*)?$/.test(line))
            continue;
        const match = /^\s*"((?:[^"]|"")+)"\s+"((?:[^"]|"")+)"\s*$/.exec(line);
        if (match === null)
            return refuse(`line ${index + 1} is not of the form "user" "secret"`);
        const [user, secret] = [match[1], match[2]].map((word) => word.replaceAll('""', '"'));
        const problem = check(secret);
        if (problem !== undefined)
            return refuse(`line ${index + 1}: ${problem}`);
        if (lines.has(user))
            return refuse(`line ${index + 1} names a user for the second time`);
        lines.set(user, secret);
    }
    return { lines, digest: createHash('sha256').update(bytes).digest() };
}
//# sourceMappingURL=login-file.js.map