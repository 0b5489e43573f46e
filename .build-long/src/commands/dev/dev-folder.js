import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chownSync, existsSync, linkSync, lstatSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join, resolve } from 'node:path';
import { PgsealError } from '../../errors.js';
// sun_path holds 104 bytes on macOS and 108 on Linux, with the terminator.
const maxSocketPath = 103;
const longestSocketName = '/.s.PGSQL.65535'.length;
/**
 * Makes the folder and takes it for this process. PostgreSQL refuses to run as root: root runs it as another user, and
 * where that user cannot enter the folder the cluster lies below /var/tmp, under a name made from the folder's path.
 * Throws devRunning when another process has the folder, devFolderUnusable when this user may not write there.
 */
export function openDevFolder(path) {
    const folder = resolve(path);
    const release = madeAndTaken(folder);
    try {
        const runAs = process.getuid?.() === 0 ? unprivilegedUser() : undefined;
        const name = `pgseal-${createHash('sha256').update(folder).digest('hex').slice(0, 16)}`;
        const within = join(folder, 'cluster');
        const clusterFolder = runAs === undefined || canEnter(folder, runAs) ? within : join('/var/tmp', name);
        ownFolder(clusterFolder, runAs);
        const near = join(clusterFolder, 'run');
        const socketFolder = Buffer.byteLength(near) + longestSocketName <= maxSocketPath ? near : join(tmpdir(), `${name}-run`);
        ownFolder(socketFolder, runAs);
        return { folder, clusterFolder, socketFolder, runAs, release };
    }
    catch (error) {
        release();
        throw error;
    }
}
function madeAndTaken(folder) {
    try {
        mkdirSync(folder, { recursive: true, mode: process.getuid?.() === 0 ? 0o755 : 0o700 });
        return takeFolder(folder);
    }
    catch (error) {
        if (error instanceof PgsealError)
            throw error;
        const { code } = error;
        const reasons = {
            EACCES: 'permission denied',
            EPERM: 'permission denied',
            EROFS: 'the file system is read-only',
            ENOSPC: 'no space is left',
            EEXIST: 'it is not a folder',
            ENOTDIR: 'a part of its path is not a folder',
        };
        throw new PgsealError('devFolderUnusable', {
            folder,
            reason: reasons[code ?? ''] ?? code ?? 'it could not be made',
        });
    }
}
// The file is only a note of the process: a note whose process is gone, or is another program by now, is stale. It is put
// there whole by a link, which fails where there is one: of two that start at once only one goes on.
function takeFolder(folder) {
    const note = join(folder, 'dev.pid');
    const own = `${note}.${process.pid}`;
    writeFileSync(own, `${process.pid}\n`);
    try {
        while (!linked(own, note)) {
            const holder = holderOf(note);
            if (holder > 0 && holder !== process.pid && isRunning(holder, /(pgseal|main\.js) dev\b/)) {
                throw new PgsealError('devRunning', { folder, process: String(holder) });
            }
            rmSync(note, { force: true });
        }
    }
    finally {
        rmSync(own, { force: true });
    }
    return () => {
        if (holderOf(note) === process.pid)
            rmSync(note, { force: true });
    };
}
function holderOf(note) {
    try {
        return Number.parseInt(readFileSync(note, 'utf8'), 10);
    }
    catch (error) {
        if (error.code === 'ENOENT')
            return Number.NaN;
        throw error;
    }
}
function linked(from, to) {
    try {
        linkSync(from, to);
        return true;
    }
    catch (error) {
        if (error.code === 'EEXIST')
            return false;
        throw error;
    }
}
/** True when the process exists and its command line, where the system shows it, matches. */
export function isRunning(pid, commandLine) {
    try {
        process.kill(pid, 0);
    }
    catch (error) {
        if (error.code !== 'EPERM')
            return false;
    }
    try {
        return commandLine.test(readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' '));
    }
    catch {
        const listed = spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
        return listed.status !== 0 || commandLine.test(listed.stdout);
    }
}
/** Makes a folder that only `owner` can enter; refuses one that somebody else put there. */
function ownFolder(path, owner) {
    if (!existsSync(path)) {
        mkdirSync(path, { recursive: true, mode: 0o700 });
        if (owner !== undefined)
            chownSync(path, owner.uid, owner.gid);
    }
    const facts = lstatSync(path);
    const uid = owner?.uid ?? process.getuid?.();
    const foreign = uid !== undefined && (facts.uid !== uid || (facts.mode & 0o022) !== 0);
    if (!facts.isDirectory() || foreign)
        throw new PgsealError('devFolderForeign', { folder: path });
}
function canEnter(folder, user) {
    return spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { cwd: '/', stdio: 'ignore', ...user }).status === 0;
}
function unprivilegedUser() {
    const lines = existsSync('/etc/passwd') ? readFileSync('/etc/passwd', 'utf8').split('\n') : [];
    for (const wanted of ['postgres', 'nobody']) {
        const [, , uid, gid] = lines.find((line) => line.startsWith(`${wanted}:`))?.split(':') ?? [];
        // macOS writes nobody as -2.
        if (Number(uid) > 0 && Number(gid) > 0)
            return { uid: Number(uid), gid: Number(gid) };
    }
    throw new PgsealError('devNoUser', { user: userInfo().username });
}
//# sourceMappingURL=dev-folder.js.map