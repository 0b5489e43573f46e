import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './postgres.js';
import { buildRoot } from './root.js';
const program = join(buildRoot, 'src/main.js');
/** Runs `pgseal ARGS` to its end. */
export async function pgseal(args, environment = {}) {
    const child = spawn(process.execPath, [program, ...args], {
        stdio: ['ignore', 'pipe', 'pipe'],
        env: { ...process.env, ...environment },
    });
    const stdout = [];
    const stderr = [];
    child.stdout.on('data', (chunk) => stdout.push(chunk));
    child.stderr.on('data', (chunk) => stderr.push(chunk));
    const [code] = (await once(child, 'close'));
    return { code, stdout: Buffer.concat(stdout).toString(), stderr: Buffer.concat(stderr).toString() };
}
/** As `pgseal`, for a command that must succeed. */
export async function mustPgseal(args, environment = {}) {
    const finished = await pgseal(args, environment);
    if (finished.code !== 0)
        throw new Error(`pgseal ${args.join(' ')} ended with ${finished.code}:\n${finished.stderr}`);
    return finished;
}
/**
 * A folder with a map for `databaseUrl` and a fresh key file for `kms: local`. `body` is the map without listen,
 * upstream and control; `{keyFile}` in it becomes the key file's path.
 */
export async function writeMap(databaseUrl, body) {
    const folder = mkdtempSync(join(tmpdir(), 'pgseal-map-'));
    const port = await freePort();
    const keyFile = join(folder, 'keys');
    const file = join(folder, 'pgseal.yaml');
    const upstream = new URL(databaseUrl);
    const control = upstream.href;
    upstream.username = '';
    upstream.password = '';
    const head = `listen: 127.0.0.1:${port}\nupstream: ${upstream.href}\ncontrol: ${control}\n`;
    writeFileSync(file, head + body.replaceAll('{keyFile}', keyFile), { mode: 0o600 });
    if (body.includes('{keyFile}'))
        await mustPgseal(['keygen', keyFile]);
    return { folder, file, keyFile, port, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
/** Starts `pgseal serve` as a process of its own and waits until it listens. It ends with this process. */
export async function startProxy(map, databaseUrl, environment = {}, nodeOptions = []) {
    const child = spawn(process.execPath, [...nodeOptions, program, 'serve', '--config', map.file], {
        stdio: ['ignore', 'pipe', 'pipe'],
        env: { ...process.env, ...environment },
    });
    const end = () => child.kill('SIGKILL');
    process.once('exit', end);
    const stdout = [];
    const stderr = [];
    const closed = once(child, 'close');
    const address = await new Promise((resolve, reject) => {
        child.stderr.on('data', (chunk) => stderr.push(chunk));
        child.stdout.on('data', (chunk) => {
            stdout.push(chunk);
            const line = /^listening on (\S+):(\d+)$/m.exec(Buffer.concat(stdout).toString());
            if (line !== null)
                resolve({ host: line[1], port: Number(line[2]) });
        });
        child.once('close', (code) => reject(new Error(`pgseal serve ended with ${code}:\n${Buffer.concat(stderr).toString()}`)));
    });
    child.unref();
    for (const stream of [child.stdout, child.stderr])
        stream.unref();
    return {
        ...address,
        pid: child.pid ?? 0,
        output: () => Buffer.concat([...stdout, ...stderr]).toString(),
        url: (user = 'postgres') => {
            const url = new URL(databaseUrl);
            url.username = user;
            url.hostname = address.host;
            url.port = String(address.port);
            return url.href;
        },
        stop: async () => {
            child.ref();
            child.kill('SIGTERM');
            const [code] = (await closed);
            process.off('exit', end);
            return { code, stdout: Buffer.concat(stdout).toString(), stderr: Buffer.concat(stderr).toString() };
        },
    };
}
//# sourceMappingURL=pgseal.js.map