// rotate under writes, killed twice: every row opens under the new keys alone, no value rests on an old key, and what clients
// wrote last is what they read. A ledger holds, for each row, what was last acknowledged.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { KmsServer } from '../kms-server/kms-server.js';
import { runAs } from '../support/owned-database.js';
import { mustPgseal, startProxy, writeMap } from '../support/pgseal.js';
import { sharedPostgres } from '../support/postgres.js';
import { buildRoot } from '../support/root.js';
const writers = 4;
export const prove = async (print, options) => {
    const reduced = options?.reduced === true;
    const rows = reduced ? 800 : 100_000;
    const rate = reduced ? ['--rate', '800'] : [];
    const kms = new KmsServer();
    const endpoint = await kms.listen();
    const [old, next] = [0, 1].map(() => kms.keys.create('ENCRYPT_DECRYPT', false).arn);
    const environment = { AWS_ACCESS_KEY_ID: 'AKIDALL', AWS_SECRET_ACCESS_KEY: 'not checked', AWS_REGION: 'eu-central-1' };
    const body = (keys) => `keys:
  default: { kms: aws, endpoint: "${endpoint}", ${keys}, dataKeys: branch, cache: { maxAge: ${reduced ? 1 : 5}s } }
  phone: { kms: local, keyFile: {keyFile} }
tables:
  public.accounts:
    columns:
      email: { type: text, search: [equality] }
      phone: { type: varchar(40), key: phone }
`;
    const server = await sharedPostgres();
    const { url } = await server.createDatabase('rotation_proof');
    const map = await writeMap(url, body(`keyId: "${old}"`));
    const useKeys = (keys) => {
        const [head] = /^(?:.*\n){3}/.exec(readFileSync(map.file, 'utf8'));
        writeFileSync(map.file, head + body(keys).replaceAll('{keyFile}', map.keyFile));
    };
    let stopLoad = false;
    try {
        await runAs(url, [
            'create table accounts (id int8 primary key, email text, phone varchar(40), visits int4 not null default 0)',
            `insert into accounts select g, 'first ' || g, case when g % 5 > 0 then '+1 ' || g end from generate_series(1, ${rows}) g`,
            'analyze accounts',
        ]);
        await mustPgseal(['apply', '--yes', '--config', map.file], environment);
        const keyPart = (column) => `substring((${column}).c from 4 for case get_byte((${column}).c, 3) when 1 then 19 + get_byte((${column}).c, 20) * 256 + get_byte((${column}).c, 21) else 77 end)`;
        await runAs(url, [
            `create table parts_before as select ${keyPart('email')} as part from accounts where email is not null
       union all select ${keyPart('phone')} from accounts where phone is not null`,
            'create table keys_before as select id, arn from pgseal.keys',
        ]);
        useKeys(`keyId: "${next}", previousKeyIds: ["${old}"]`);
        await mustPgseal(['keygen', '--append', map.keyFile]);
        const proxy = await startProxy(map, url, environment);
        const ledger = new Map();
        for (let id = 1; id <= rows; id++) {
            ledger.set(id, { email: `first ${id}`, phone: id % 5 > 0 ? `+1 ${id}` : null, visits: 0 });
        }
        const load = Array.from({ length: writers }, (_, worker) => write(proxy.url(), worker, rows, ledger, async () => {
            // Reduced, the table must not outgrow the test.
            if (reduced)
                await delay(20);
            return stopLoad;
        }));
        const command = ['rotate', '--config', map.file, ...rate];
        const runs = [
            await rotate(command, environment, rows / (reduced ? 10 : 4)),
            await rotate(command, environment, rows / (reduced ? 10 : 4)),
            await rotate(command, environment, undefined),
        ];
        stopLoad = true;
        const statements = (await Promise.all(load)).reduce((sum, count) => sum + count, 0);
        await proxy.stop();
        const last = runs[2];
        for (const [at, run] of runs.entries()) {
            const end = run.code === null ? `killed by SIGKILL after ${run.seen} rows` : `ended with ${run.code}`;
            print(`run ${at + 1}: ${end}; ${run.rowsPerSecond} rows a second in its first pass`);
        }
        const figures = last.stdout.split('\n').filter((line) => /sealed anew|verified|old keys/.test(line));
        for (const line of figures)
            print(line.trim());
        // Only the new keys: nothing of the past can help.
        useKeys(`keyId: "${next}"`);
        writeFileSync(map.keyFile, `${readFileSync(map.keyFile, 'utf8').trimEnd().split('\n').at(-1)}\n`, { mode: 0o600 });
        const { opened, lost } = await compare(await startProxy(map, url, environment), ledger);
        const [count] = await runAs(url, [
            `with now as materialized (select ${keyPart('email')} as part from accounts where email is not null
         union all select ${keyPart('phone')} from accounts where phone is not null)
       select (select count(*)::int from now join parts_before using (part)) as parts,
       (select count(*)::int from now join keys_before k on substring(now.part from 2 for 16) = decode(replace(k.id::text, '-', ''), 'hex')) as values`,
        ]);
        print(`${statements} statements of ${writers} clients were acknowledged meanwhile; ${opened} rows opened, ${lost} not as last acknowledged`);
        print(`data keys of before that are still there: ${count?.parts}; values on keys of before: ${count?.values}`);
        const killed = runs.slice(0, 2).every(({ code, signal }) => code === null && signal === 'SIGKILL');
        return killed && last.code === 0 && lost === 0 && count?.parts === 0 && count.values === 0 && statements > 0;
    }
    finally {
        stopLoad = true;
        map.remove();
        await kms.close();
    }
};
/** Runs the command; with `killAfter`, until it has said that it moved so many rows. */
async function rotate(command, environment, killAfter) {
    const child = spawn(process.execPath, [join(buildRoot, 'src/main.js'), ...command], {
        stdio: ['ignore', 'pipe', 'pipe'],
        env: { ...process.env, ...environment },
    });
    const stdout = [];
    child.stdout.on('data', (chunk) => stdout.push(chunk));
    const errors = [];
    let [seen, began, rowsPerSecond, pass] = [0, 0, 0, 1];
    createInterface({ input: child.stderr }).on('line', (line) => {
        if (!line.includes('"event":"progress"'))
            errors.push(line);
        const moved = /"phase":"move".*"rows":(\d+)/.exec(line);
        if (moved === null)
            return;
        const rows = Number(moved[1]);
        if (rows < seen)
            pass += 1;
        seen = rows;
        if (began === 0)
            began = performance.now() - 1;
        else if (pass === 1)
            rowsPerSecond = Math.round(rows / ((performance.now() - began) / 1000));
        if (killAfter !== undefined && seen >= killAfter)
            child.kill('SIGKILL');
    });
    const [code, signal] = (await once(child, 'close'));
    if (code !== null && code !== 0)
        throw new Error(`rotate ended with ${code}:\n${errors.join('\n')}\n${Buffer.concat(stdout)}`);
    return { code, signal, seen, rowsPerSecond, stdout: Buffer.concat(stdout).toString() };
}
/** One client that writes rows of its own, one statement after the other; gives how many were acknowledged. */
async function write(url, worker, rows, ledger, stopped) {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    let acknowledged = 0;
    try {
        for (let turn = 0; !(await stopped()); turn++) {
            const at = Math.floor(Math.random() * (rows / writers));
            const id = at * writers + worker + 1;
            const row = ledger.get(id);
            const value = `${worker} wrote ${turn}`;
            if (row === undefined) {
                await client.query('insert into accounts (id, email, phone) values ($1, $2, $3)', [id, value, value]);
                ledger.set(id, { email: value, phone: value, visits: 0 });
            }
            else if (turn % 10 === 9) {
                await client.query('delete from accounts where id = $1', [id]);
                ledger.set(id, undefined);
            }
            else if (turn % 10 === 8) {
                const fresh = rows + turn * writers + worker + 1;
                await client.query('insert into accounts (id, email) values ($1, $2)', [fresh, value]);
                ledger.set(fresh, { email: value, phone: null, visits: 0 });
            }
            else if (turn % 3 === 0) {
                await client.query('update accounts set email = $1, visits = visits + 1 where id = $2', [value, id]);
                ledger.set(id, { ...row, email: value, visits: row.visits + 1 });
            }
            else if (turn % 3 === 1) {
                await client.query('update accounts set phone = $1 where id = $2', [turn % 2 === 0 ? value : null, id]);
                ledger.set(id, { ...row, phone: turn % 2 === 0 ? value : null });
            }
            else {
                await client.query('update accounts set visits = visits + 1 where id = $1', [id]);
                ledger.set(id, { ...row, visits: row.visits + 1 });
            }
            acknowledged += 1;
        }
    }
    finally {
        await client.end();
    }
    return acknowledged;
}
async function compare(proxy, ledger) {
    const client = new pg.Client({ connectionString: proxy.url() });
    await client.connect();
    const wanted = new Map([...ledger].filter(([, row]) => row !== undefined));
    let [opened, lost] = [0, 0];
    try {
        const found = await client.query('select id, email, phone, visits from accounts');
        for (const { id, email, phone, visits } of found.rows) {
            const row = wanted.get(Number(id));
            opened += 1;
            if (row?.email !== email || row.phone !== phone || row.visits !== visits)
                lost += 1;
            wanted.delete(Number(id));
        }
        return { opened, lost: lost + wanted.size };
    }
    finally {
        await client.end();
        await proxy.stop();
    }
}
//# sourceMappingURL=keys-3.js.map