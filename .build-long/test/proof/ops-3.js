// Drain and reload under load lose no statement in flight; a bad map changes nothing; a rolling restart of two instances
// behind a TCP balancer loses none in a client that reconnects between transactions.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { startBalancer } from '../support/balancer.js';
import { runAs } from '../support/owned-database.js';
import { mustPgseal, startProxy, writeMap } from '../support/pgseal.js';
import { freePort, startPostgres } from '../support/postgres.js';
const clients = 8;
const reloads = 12;
let nextId = 0;
/** One client: transactions of an INSERT and a prepared SELECT of what it wrote, until `stopped`. */
async function work(url, tally, stopped) {
    let client;
    while (!stopped()) {
        const id = ++nextId;
        const email = `canary-${id}@example.com`;
        let begun = false;
        try {
            if (client === undefined) {
                const fresh = new pg.Client({ connectionString: url });
                fresh.on('error', () => undefined);
                await fresh.connect();
                client = fresh;
            }
            await client.query('begin');
            begun = true;
            await client.query('insert into people (id, email) values ($1, $2)', [id, email]);
            const { rows } = await client.query({
                name: 'by_email',
                text: 'select id, email from people where email = $1',
                values: [email],
            });
            if (rows.length !== 1 || rows[0].id !== id || rows[0].email !== email)
                tally.lost.push(`row ${id}: another answer`);
            await client.query('commit');
            tally.rows.set(id, email);
            tally.transactions += 1;
            tally.statements += 4;
        }
        catch (error) {
            // Where nothing was begun nothing is lost: the client reconnects, as one does that holds a pool.
            if (begun)
                tally.lost.push(error.message);
            else
                tally.again += 1;
            await client?.end().catch(() => undefined);
            client = undefined;
            await delay(10);
        }
    }
    await client?.end().catch(() => undefined);
}
async function underLoad(url, during) {
    const tally = { statements: 0, transactions: 0, again: 0, lost: [], rows: new Map() };
    let stop = false;
    const working = Array.from({ length: clients }, () => work(url, tally, () => stop));
    try {
        await delay(500);
        await during();
        await delay(500);
    }
    finally {
        stop = true;
        await Promise.all(working);
    }
    return tally;
}
/** Every transaction that was answered is there as it was written. */
async function missing(url, tally) {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    const { rows } = await client.query('select id, email from people');
    await client.end();
    const found = new Map(rows.map(({ id, email }) => [id, email]));
    return [...tally.rows].filter(([id, email]) => found.get(id) !== email).length;
}
const body = `
keys: { default: { kms: local, keyFile: "{keyFile}", dataKeys: branch } }
tables:
  public.people: { columns: { email: { type: text, search: [equality] } } }
  public.notes: { columns: { note: { type: text } } }
`;
export const prove = async (print) => {
    const server = await startPostgres();
    const database = await server.createDatabase('reload');
    await runAs(database.url, [
        'create table people (id int primary key, email text)',
        'create table notes (id int primary key, note text)',
        'create role reader login superuser',
    ]);
    const first = await writeMap(database.url, body);
    await mustPgseal(['apply', '--yes', '--config', first.file, '--admin-url', database.url]);
    const text = readFileSync(first.file, 'utf8');
    const port = await freePort();
    const second = { ...first, file: join(first.folder, 'second.yaml'), port };
    writeFileSync(second.file, text.replace(`127.0.0.1:${first.port}`, `127.0.0.1:${port}`));
    let holds = true;
    const demand = (condition, what) => {
        if (condition)
            return;
        holds = false;
        print(`NOT: ${what}`);
    };
    const running = new Set();
    const start = async (map) => {
        // Its port is one that a connection going out may hold for a moment.
        const again = () => delay(500).then(() => startProxy(map, database.url));
        const proxy = await startProxy(map, database.url).catch(again).catch(again);
        running.add(proxy);
        return proxy;
    };
    const stop = async (proxy) => {
        running.delete(proxy);
        const { code } = await proxy.stop();
        demand(code === 0, `an instance ended with ${code}`);
    };
    const events = (proxy, event) => proxy
        .output()
        .split('\n')
        .filter((line) => event.test(line)).length;
    const until = async (proxy, event, count) => {
        for (let waited = 0; events(proxy, event) < count && waited < 10_000; waited += 20)
            await delay(20);
        demand(events(proxy, event) >= count, `the log has no event ${event}`);
    };
    const reloaded = /"event":"reloaded"/;
    const failed = /"during":"reloading the map"/;
    const put = (proxy, map) => {
        writeFileSync(first.file, map);
        process.kill(proxy.pid, 'SIGHUP');
    };
    try {
        const one = await start(first);
        const good = await underLoad(one.url(), async () => {
            for (let turn = 1; turn <= reloads; turn += 1) {
                const keys = turn % 2 === 0 ? '' : '\n  other: { kms: local, keyFile: "{keyFile}" }'.replace('{keyFile}', first.keyFile);
                const changed = keys === '' ? text : text.replace(/^keys: \{ (default: .*) \}$/m, `keys:\n  $1${keys}`);
                put(one, `${changed}limits: { rowsPerStatement: ${100 + turn} }\n`);
                await until(one, reloaded, turn);
            }
        });
        print(`${events(one, reloaded)} reloads, every other one with other keys, while ${clients} clients ran ${good.statements} statements: ` +
            `${good.lost.length} failed, ${good.again} asked again, ${await missing(one.url(), good)} rows missing`);
        for (const line of new Set(good.lost))
            print(`  ${line}`);
        demand(good.lost.length === 0 && good.again === 0 && good.transactions > 50, 'a statement failed');
        demand((await missing(one.url(), good)) === 0, 'a row is missing');
        const open = new pg.Client({ connectionString: one.url('reader') });
        await open.connect();
        const read = async () => {
            try {
                return (await open.query({ name: 'read', text: 'select email from people where id = 1' })).rows[0].email;
            }
            catch (error) {
                return error.code;
            }
        };
        const readAnew = async () => {
            const reader = new pg.Client({ connectionString: one.url('reader') });
            await reader.connect();
            const told = await reader.query('select email from people where id = 1').catch((error) => error.code);
            await reader.end();
            return told;
        };
        const before = await read();
        await open.query('begin');
        put(one, `${text}roles: { public: { else: open }, reader: { else: refuse } }\n`);
        // The file is looked at besides the signal, so that reloads can't be counted: a new connection says what is in force.
        for (let waited = 0; (await readAnew()) !== '42501' && waited < 10_000; waited += 50)
            await delay(50);
        const inBlock = await read();
        await open.query('commit');
        const after = await read();
        print(`roles taken away from an open connection: read ${before}, in its open block ${inBlock}, behind that ${after}`);
        demand(before === inBlock && before.includes('@') && after === '42501', 'the new map is not in force');
        await open.end();
        const bad = ['tables: [', `${text}limits: { rowsPerStatement: none }\n`, text.replace(/^tables:/m, 'tabels:')];
        const wrong = await underLoad(one.url(), async () => {
            for (const [at, map] of bad.entries()) {
                put(one, map);
                await until(one, failed, at + 1);
            }
            put(one, text.replace(`127.0.0.1:${first.port}`, `127.0.0.1:${port}`));
            await until(one, /mapNeedsRestart.*can change: listen"/, 1);
        });
        print(`${events(one, failed)} maps that are no good: each said in the log, ${wrong.statements} statements meanwhile, ${wrong.lost.length} failed`);
        demand(wrong.lost.length === 0 && wrong.again === 0, 'a statement failed');
        // None of the bad maps has the roles that take the right away.
        demand((await readAnew()) === '42501', 'a bad map was taken');
        const taken = events(one, reloaded);
        writeFileSync(first.file, text);
        await until(one, reloaded, taken + 1);
        print('the file changed back: taken without a signal');
        const balancer = await startBalancer([first.port, second.port]);
        let instances = [one, await start(second)];
        const url = new URL(one.url());
        url.port = String(balancer.port);
        let drainMs = 0;
        const rolling = await underLoad(url.href, async () => {
            for (const [at, map] of [first, second].entries()) {
                const since = performance.now();
                await stop(instances[at]);
                drainMs = Math.max(drainMs, performance.now() - since);
                await delay(300);
                const fresh = await start(map);
                instances = instances.map((proxy, place) => (place === at ? fresh : proxy));
                await delay(300);
            }
        });
        const gone = await missing(url.href, rolling);
        print(`rolling restart of two instances: ${rolling.transactions} transactions, ${rolling.lost.length} lost, ${gone} rows missing, ` +
            `${rolling.again} BEGINs asked again; the longest drain ${Math.round(drainMs)} ms`);
        for (const line of new Set(rolling.lost))
            print(`  ${line}`);
        demand(rolling.lost.length === 0 && gone === 0 && rolling.transactions > 50, 'a transaction was lost');
        await balancer.close();
        return holds;
    }
    finally {
        for (const proxy of running)
            await proxy.stop();
        await server.stop();
        first.remove();
    }
};
//# sourceMappingURL=ops-3.js.map