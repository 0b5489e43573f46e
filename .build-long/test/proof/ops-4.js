// N workers: cancel reaches its statement from any, also while it waits for a key; metrics add up; kill -9 of one ends only
// its connections, and it is replaced; a reload and a drain reach all.
import { readFileSync, writeFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { KmsServer } from '../kms-server/kms-server.js';
import { cancel } from '../support/cancel.js';
import { runAs } from '../support/owned-database.js';
import { mustPgseal, startProxy, writeMap } from '../support/pgseal.js';
import { freePort, startPostgres } from '../support/postgres.js';
const workers = 3;
const clients = 12;
export const prove = async (print) => {
    const server = await startPostgres();
    const database = await server.createDatabase('workers');
    await runAs(database.url, ['create table people (id int primary key, email text)']);
    const kms = new KmsServer();
    const endpoint = await kms.listen();
    const keyId = kms.keys.create('ENCRYPT_DECRYPT', false).arn;
    const environment = { AWS_ACCESS_KEY_ID: 'AKIDPROOF', AWS_SECRET_ACCESS_KEY: 'not checked' };
    const httpPort = await freePort();
    const map = await writeMap(database.url, `http: ${httpPort}
workers: ${workers}
keys: { default: { kms: aws, keyId: "${keyId}", endpoint: "${endpoint}" } }
tables: { public.people: { columns: { email: { type: text } } } }
`);
    await mustPgseal(['apply', '--yes', '--config', map.file, '--admin-url', database.url], environment);
    const proxy = await startProxy(map, database.url, environment);
    let holds = true;
    const demand = (condition, what) => {
        if (condition)
            return;
        holds = false;
        print(`NOT: ${what}`);
    };
    const processes = () => readFileSync(`/proc/${proxy.pid}/task/${proxy.pid}/children`, 'utf8').trim().split(/\s+/).map(Number);
    const connect = async () => {
        const client = new pg.Client({ connectionString: proxy.url() });
        client.on('error', () => undefined);
        await client.connect();
        return client;
    };
    const metrics = async () => {
        const text = await (await fetch(`http://127.0.0.1:${httpPort}/metrics`)).text();
        return (name) => Number(text
            .split('\n')
            .find((line) => line.startsWith(`${name} `))
            ?.split(' ')
            .at(-1) ?? 'NaN');
    };
    /** Statements that take long, and for each a cancel request on a connection of its own. */
    const cancelled = async (text, reached) => {
        const running = open.map((client, at) => client.query(text(at)).then(() => 'ended', (error) => error.code));
        await reached();
        const since = performance.now();
        await Promise.all(open.map(({ processID, secretKey }) => cancel(proxy.port, processID, secretKey)));
        const codes = await Promise.all(running);
        return { count: codes.filter((code) => code === '57014').length, ms: performance.now() - since };
    };
    let open = [];
    try {
        demand(processes().length === workers, `${processes().length} workers run`);
        open = await Promise.all(Array.from({ length: clients }, connect));
        const sleeping = await cancelled(() => 'select pg_sleep(60)', () => delay(500));
        print(`cancel of ${clients} statements at work in the server: ${sleeping.count} ended by it, ${Math.round(sleeping.ms)} ms`);
        demand(sleeping.count === clients, 'a cancel request did not reach its statement');
        kms.schedule(() => ({ kind: 'hang' }));
        const asked = kms.reached(clients);
        const waiting = await cancelled((at) => `insert into people values (${-1 - at}, 'x')`, () => Promise.race([asked, delay(4_000)]));
        kms.clearFaults();
        print(`cancel of ${clients} statements that wait for a key: ${waiting.count} ended by it, ${Math.round(waiting.ms)} ms`);
        demand(waiting.count === clients && waiting.ms < 3_000, 'a cancel request did not reach its statement');
        const before = await metrics();
        const each = 25;
        await Promise.all(open.map(async (client, at) => {
            for (let i = 0; i < each; i += 1) {
                await client.query('insert into people values ($1, $2)', [at * each + i, `canary-${at}-${i}@example.com`]);
            }
        }));
        const after = await metrics();
        const grown = (name) => after(name) - before(name);
        const sealed = grown('pgseal_statements_total{outcome="sealed"}');
        const values = grown('pgseal_values_total{table="public.people",column="email",operation="seal"}');
        const calls = grown('pgseal_key_calls_total{key="default",outcome="ok"}');
        print(`${clients * each} rows inserted by ${clients} connections: metrics count ${sealed} statements, ${values} values, ${calls} key calls, ` +
            `${after('pgseal_connections')} connections, ${after('pgseal_workers')} workers`);
        demand(sealed === clients * each && values === sealed && calls >= sealed, 'metrics do not add up');
        demand(after('pgseal_connections') === clients, 'connections do not add up');
        const [victim] = processes();
        process.kill(victim, 'SIGKILL');
        const alive = await Promise.all(open.map((client) => client.query('select count(*) from people where email is not null').then(() => true, () => false)));
        const ended = alive.filter((one) => !one).length;
        for (let waited = 0; processes().length < workers && waited < 10_000; waited += 50)
            await delay(50);
        await delay(1_000);
        const left = (await metrics())('pgseal_connections');
        const fresh = await Promise.all(Array.from({ length: clients }, connect));
        const answers = await Promise.all(fresh.map((client) => client.query('select email from people where id = 0')));
        print(`kill -9 of one of ${workers}: ${ended} of ${clients} connections ended, ${left} go on, ${processes().length} workers, ` +
            `${answers.filter(({ rows }) => rows.length === 1).length} of ${clients} new connections served`);
        demand(ended > 0 && ended < clients && left === clients - ended, 'connections of other workers ended');
        demand(processes().length === workers && !processes().includes(victim), 'the worker was not replaced');
        open = [...open.filter((_, at) => alive[at]), ...fresh];
        writeFileSync(map.file, `${readFileSync(map.file, 'utf8')}roles: { public: { else: refuse } }\n`);
        process.kill(proxy.pid, 'SIGHUP');
        for (let waited = 0; proxy.output().split('"reloaded"').length <= workers && waited < 10_000; waited += 20)
            await delay(20);
        const codes = await Promise.all(open.map((client) => client.query('select email from people where id = 1').then(() => 'read', (error) => error.code)));
        const refused = codes.filter((code) => code === '42501').length;
        print(`a map that takes the right to read away: ${refused} of ${open.length} connections refuse`);
        demand(refused === open.length, 'a reload did not reach all');
        const since = performance.now();
        const finished = await proxy.stop();
        print(`drained in ${Math.round(performance.now() - since)} ms, exit code ${finished.code}`);
        demand(finished.code === 0, 'the drain failed');
        return holds;
    }
    finally {
        await Promise.all(open.map((client) => client.end().catch(() => undefined)));
        await kms.close();
        await proxy.stop().catch(() => undefined);
        await server.stop();
        map.remove();
    }
};
//# sourceMappingURL=ops-4.js.map