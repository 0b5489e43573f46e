import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { peopleRows } from './place.js';
export const loads = {
    plainRead: { name: 'plain-read', sql: 'select id from people where id = :n' },
    equality: { name: 'equality', sql: 'select email from people where email = :n' },
    insert: { name: 'insert', sql: 'insert into notes (body) values (:n)' },
};
export const hasPgbench = spawnSync('pgbench', ['--version']).status === 0;
const clients = 8;
/** Statements a second of eight clients, by pgbench where it is installed, else by `pg` in this process. */
export function runLoad(load, target, seconds) {
    return hasPgbench ? runPgbench(load, target, seconds) : runClients(load, target, seconds);
}
async function runPgbench(load, target, seconds) {
    const folder = mkdtempSync(join(tmpdir(), 'pgseal-load-'));
    const file = join(folder, 'script.sql');
    writeFileSync(file, `\\set n random(1, ${peopleRows})\n${load.sql};\n`);
    const address = ['-h', '127.0.0.1', '-p', String(target.port), '-U', 'postgres', target.database];
    const timing = ['-n', '-M', 'prepared', '-c', String(clients), '-T', String(seconds), '-f', file];
    const child = spawn('pgbench', [...timing, ...address], { stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    let complaints = '';
    child.stdout.on('data', (chunk) => {
        output += chunk;
    });
    child.stderr.on('data', (chunk) => {
        complaints += chunk;
    });
    await once(child, 'close');
    rmSync(folder, { recursive: true, force: true });
    const rate = /tps = ([\d.]+) \(without/.exec(output)?.[1];
    if (rate === undefined || /error|aborted/.test(complaints))
        throw new Error(`pgbench failed:\n${complaints}`);
    return Number(rate);
}
async function runClients(load, target, seconds) {
    const text = load.sql.replace(':n', '$1');
    const connected = await Promise.all(Array.from({ length: clients }, async () => {
        const client = new pg.Client({ host: '127.0.0.1', user: 'postgres', ...target });
        await client.connect();
        return client;
    }));
    const started = performance.now();
    const until = started + seconds * 1000;
    let count = 0;
    await Promise.all(connected.map(async (client) => {
        while (performance.now() < until) {
            const n = 1 + Math.floor(Math.random() * peopleRows);
            await client.query({ name: load.name, text, values: [n] });
            count += 1;
        }
    }));
    const rate = count / ((performance.now() - started) / 1000);
    await Promise.all(connected.map((client) => client.end()));
    return rate;
}
//# sourceMappingURL=load.js.map