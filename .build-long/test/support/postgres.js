import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { appendFileSync, chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { findBinaries } from './postgres-binaries.js';
/**
 * Starts a throw-away PostgreSQL on loopback with trust authentication and superuser `postgres`, or uses the server of
 * PGSEAL_TEST_DATABASE_URL. The server ends and its folder is removed when `stop` is called or this process ends, however
 * it ends. It does not keep the process alive.
 */
export async function startPostgres(options = {}) {
    const named = process.env.PGSEAL_TEST_DATABASE_URL;
    if (named !== undefined && named !== '')
        return external(named);
    const binaries = findBinaries();
    for (let attempt = 1;; attempt += 1) {
        const folder = mkdtempSync(join(tmpdir(), 'pgseal-test-'));
        handOver(folder, binaries);
        const dataDir = join(folder, 'data');
        copyTemplate(binaries, dataDir);
        const logFile = join(folder, 'log');
        appendFileSync(logFile, '');
        handOver(logFile, binaries);
        const port = await freePort();
        writeSettings(dataDir, { ...defaultSettings, ...options.settings, port: String(port) });
        const child = startServer(binaries, folder, dataDir, logFile);
        if (await ready(child, dataDir))
            return started(child, { folder, dataDir, logFile, port });
        const log = readFileSync(logFile, 'utf8');
        // Another process may have taken the port in between.
        if (attempt < 3 && log.includes('could not create any TCP/IP sockets'))
            continue;
        throw new Error(`PostgreSQL did not start:\n${log}`);
    }
}
let shared;
/** One server for the whole process, started when first asked for; it ends with the process. */
export function sharedPostgres() {
    shared ??= startPostgres();
    return shared;
}
/** A port of loopback that was free a moment ago. */
export async function freePort() {
    const server = createServer();
    await new Promise((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
    const address = server.address();
    await new Promise((resolve) => server.close(resolve));
    if (address === null || typeof address === 'string')
        throw new Error('no port');
    return address.port;
}
const defaultSettings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
    shared_buffers: '32MB',
    max_connections: '100',
    autovacuum: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    lc_messages: 'C',
    log_checkpoints: 'off',
};
// The watcher in the background ends the server and removes its folder when the pipe to this process breaks.
const startScript = `
exec 3<&0 0</dev/null
(
  read _ <&3
  kill -QUIT $$ 2>/dev/null
  while kill -0 $$ 2>/dev/null; do sleep 0.05; done
  rm -rf "$1"
) >/dev/null 2>&1 &
exec 3<&-
exec "$2" -D "$3" >>"$4" 2>&1
`;
function startServer(binaries, folder, dataDir, logFile) {
    const child = spawn('/bin/sh', ['-c', startScript, 'sh', folder, join(binaries.bin, 'postgres'), dataDir, logFile], {
        cwd: folder,
        env: { PATH: process.env.PATH ?? '/usr/bin:/bin', LC_ALL: 'C' },
        stdio: ['pipe', 'ignore', 'ignore'],
        detached: true,
        ...binaries.user,
    });
    child.unref();
    child.stdin.unref();
    child.stdin?.on('error', () => undefined);
    return child;
}
/** False when the server ended instead. Line 8 of postmaster.pid tells the server's state. */
async function ready(child, dataDir) {
    const pidFile = join(dataDir, 'postmaster.pid');
    for (;;) {
        if (child.exitCode !== null || child.signalCode !== null)
            return false;
        if (existsSync(pidFile) && readFileSync(pidFile, 'utf8').split('\n')[7]?.trim() === 'ready')
            return true;
        await delay(15);
    }
}
async function started(child, place) {
    const url = `postgres://postgres@127.0.0.1:${place.port}/postgres?sslmode=disable`;
    const [row] = await run(url, "select current_setting('server_version_num')::int as version");
    return {
        url,
        host: '127.0.0.1',
        port: place.port,
        user: 'postgres',
        dataDir: place.dataDir,
        logFile: place.logFile,
        version: row?.version,
        createDatabase: (name) => createDatabase(url, name),
        stop: async () => {
            if (child.exitCode !== null || child.signalCode !== null)
                return;
            child.ref();
            const ended = new Promise((resolve) => child.once('exit', resolve));
            child.stdin?.end();
            await ended;
            rmSync(place.folder, { recursive: true, force: true, maxRetries: 5 });
        },
    };
}
async function external(url) {
    const parsed = new URL(url);
    const [row] = await run(url, "select current_setting('server_version_num')::int as version");
    const made = [];
    return {
        url,
        host: parsed.hostname,
        port: parsed.port === '' ? 5432 : Number(parsed.port),
        user: decodeURIComponent(parsed.username),
        dataDir: undefined,
        logFile: undefined,
        version: row?.version,
        createDatabase: async (name) => {
            const database = await createDatabase(url, name);
            made.push(database.name);
            return database;
        },
        stop: async () => {
            for (const name of made.splice(0))
                await run(url, `drop database if exists ${name} with (force)`);
        },
    };
}
async function createDatabase(url, name) {
    const full = `${name.replace(/\W/g, '_').toLowerCase()}_${randomBytes(4).toString('hex')}`;
    await run(url, `create database ${full}`);
    const own = new URL(url);
    own.pathname = `/${full}`;
    return { name: full, url: own.href };
}
async function run(url, sql) {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
        return (await client.query(sql)).rows;
    }
    finally {
        await client.end();
    }
}
/** initdb runs once for each version; what it made is copied from then on. */
function copyTemplate(binaries, dataDir) {
    const owner = binaries.user?.uid ?? process.getuid?.() ?? 0;
    const parent = join(tmpdir(), `pgseal-test-template-${binaries.version}-${owner}`);
    const template = join(parent, 'data');
    if (!existsSync(template)) {
        mkdirSync(parent, { recursive: true, mode: 0o700 });
        handOver(parent, binaries);
        const fresh = join(parent, `fresh-${process.pid}`);
        const locale = Number.parseInt(binaries.version, 10) >= 17
            ? ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C']
            : ['--no-locale'];
        must(join(binaries.bin, 'initdb'), ['-D', fresh, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-sync', ...locale], binaries);
        try {
            renameSync(fresh, template);
        }
        catch {
            rmSync(fresh, { recursive: true, force: true });
        }
    }
    must('cp', ['-R', template, dataDir], binaries);
}
function writeSettings(dataDir, settings) {
    const lines = Object.entries(settings).map(([name, value]) => `${name} = '${value.replaceAll("'", "''")}'\n`);
    appendFileSync(join(dataDir, 'postgresql.conf'), lines.join(''));
}
function must(command, args, binaries) {
    const env = { PATH: process.env.PATH ?? '/usr/bin:/bin', LC_ALL: 'C' };
    const result = spawnSync(command, args, { encoding: 'utf8', cwd: tmpdir(), env, ...binaries.user });
    if (result.status !== 0)
        throw new Error(`${command} failed: ${result.error?.message ?? result.stderr}`);
}
function handOver(path, binaries) {
    if (binaries.user !== undefined)
        chownSync(path, binaries.user.uid, binaries.user.gid);
}
//# sourceMappingURL=postgres.js.map