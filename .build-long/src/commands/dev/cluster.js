import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, createWriteStream, existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { PgsealError } from '../../errors.js';
import { isRunning } from './dev-folder.js';
const halfMade = '.new-';
// Messages are recognised, so they must be in one language; nothing of the caller's environment decides anything else.
const environment = { PATH: process.env.PATH ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };
/** Makes the cluster if there is none, and starts it on 127.0.0.1:port. */
export async function startCluster(bin, where, port) {
    const data = join(where.clusterFolder, 'data');
    if (!existsSync(data))
        await makeCluster(bin, where, data);
    await stopLeftOver(data);
    const child = spawn(join(bin, 'postgres'), ['-D', data, ...settings({ port: String(port), unix_socket_directories: where.socketFolder })], 
    // A process group of its own: Ctrl-C is for this process, which stops clients first and the server last.
    { cwd: '/', env: environment, stdio: ['ignore', 'ignore', 'pipe'], detached: true, ...where.runAs });
    const failure = await ready(child, join(where.folder, 'postgres.log'));
    if (failure !== undefined)
        throw new PgsealError('devPostgresFailed', { reason: failure });
    let stopping = false;
    const exited = once(child, 'exit');
    return {
        port,
        superuserUrl: (database) => `postgres://postgres@${encodeURIComponent(where.socketFolder)}:${port}/${encodeURIComponent(database)}`,
        ended: new Promise((resolve) => {
            void exited.then(() => {
                if (!stopping)
                    resolve();
            });
        }),
        stop: async () => {
            stopping = true;
            // SIGINT is PostgreSQL's fast shutdown: it rolls back and writes a checkpoint.
            if (child.exitCode === null && child.signalCode === null)
                child.kill('SIGINT');
            await exited;
        },
    };
}
// Nobody but the superuser's owner reaches the socket, and logins over TCP need a password; the superuser has none, so
// that no password has to be kept in a file.
async function makeCluster(bin, where, data) {
    removeHalfMade(where);
    const fresh = mkdtempSync(`${data}${halfMade}`);
    if (where.runAs !== undefined)
        chownSync(fresh, where.runAs.uid, where.runAs.gid);
    const child = spawn(join(bin, 'initdb'), [
        `--pgdata=${fresh}`,
        '--username=postgres',
        '--auth-local=trust',
        '--auth-host=scram-sha-256',
        '--encoding=UTF8',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        '--locale=C',
        '--no-instructions',
    ], { cwd: '/', env: environment, stdio: ['ignore', 'ignore', 'pipe'], detached: true, ...where.runAs });
    const failure = await failureOf(child);
    if (failure !== undefined) {
        removeHalfMade(where);
        throw new PgsealError('devPostgresFailed', { reason: failure });
    }
    // A cluster is whole once it has its name: one that was interrupted is made anew.
    renameSync(fresh, data);
}
function settings(more) {
    const all = {
        listen_addresses: '127.0.0.1',
        unix_socket_permissions: '0700',
        // The log is for the server's own failures. Errors of statements stay out: their texts quote what a client sent.
        log_min_error_statement: 'panic',
        log_min_messages: 'log',
        ...more,
    };
    return Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}
// A server that an earlier `pgseal dev` could not stop, for it was killed itself.
async function stopLeftOver(data) {
    const file = join(data, 'postmaster.pid');
    if (!existsSync(file))
        return;
    const pid = Number.parseInt(readFileSync(file, 'utf8'), 10);
    if (!(pid > 0) || !isRunning(pid, /postgres/))
        return;
    process.kill(pid, 'SIGINT');
    const deadline = Date.now() + 20_000;
    while (isRunning(pid, /postgres/)) {
        if (Date.now() > deadline)
            throw new PgsealError('devPostgresFailed', { reason: `process ${pid} does not end` });
        await new Promise((resolve) => setTimeout(resolve, 50));
    }
}
/** Resolves with undefined when the server takes connections, with its last words when it ended instead. */
function ready(child, logFile) {
    const log = createWriteStream(logFile, { flags: 'w', mode: 0o600 });
    let last;
    return new Promise((resolve) => {
        const lines = createInterface({ input: child.stderr });
        lines.on('line', (line) => {
            log.write(`${line}\n`);
            if (/\b(FATAL|ERROR): /.test(line))
                last ??= line.replace(/^.*?\b(FATAL|ERROR): +/, '');
            if (line.includes('ready to accept connections'))
                resolve(undefined);
        });
        child.on('error', (error) => resolve(error.message));
        lines.on('close', () => {
            log.end();
            resolve(last ?? 'the server ended');
        });
    });
}
/** The last line of what a program said, when it did not end with 0. */
function failureOf(child) {
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (chunk) => {
        said += chunk;
    });
    return new Promise((resolve) => {
        child.on('error', (error) => resolve(error.message));
        child.on('close', (code) => {
            const last = said
                .trim()
                .split('\n')
                .at(-1)
                .replace(/^initdb: error: /, '');
            resolve(code === 0 ? undefined : last === '' ? 'initdb ended without a word' : last);
        });
    });
}
// Of an earlier start that was killed; its initdb may still be writing, and then the next start removes the folder.
function removeHalfMade({ clusterFolder }) {
    for (const name of readdirSync(clusterFolder)) {
        if (!name.startsWith(`data${halfMade}`))
            continue;
        try {
            rmSync(join(clusterFolder, name), { recursive: true, force: true });
        }
        catch { }
    }
}
//# sourceMappingURL=cluster.js.map