// The key service in every kind of trouble, under load. Longer than most files: each stage is a load, its figures and a check.
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { proxiedDatabase } from '../integration/proxied-database.js';
import { flapping, unreliable } from '../kms-server/kms-faults.js';
import { KmsServer } from '../kms-server/kms-server.js';
import { sharedPostgres } from '../support/postgres.js';
import { Random } from '../support/random.js';
import { readCases } from '../twin/case-file.js';
import { figuresText, runAll } from '../twin/run-all.js';
import { startTwins } from '../twin/twins.js';
/** docs/architecture.md: a call lasts 10 s at most. A statement asks for all its keys at once. */
const longestMs = 10_000;
/** What the statement itself and a busy machine may add. */
const slackMs = 1_500;
/** An attempt that began in the silence and that a statement shares, the longest pause of the breaker, the statement. */
const recoveryMs = 5_000 + 2_000 + slackMs;
/** Three statements that need no key, on a busy machine. */
const plainMs = 3_000;
const branchKeyMs = 2_000;
const sealedWorkers = 12;
const plainWorkers = 4;
const tables = `
  create table people (id int primary key, name text, email text, phone text);
  create table notes (id int primary key, body text)`;
const map = (endpoint, keyId) => `
keys:
  default: { kms: aws, keyId: "${keyId}", endpoint: "${endpoint}" }
  branch: { kms: aws, keyId: "${keyId}", endpoint: "${endpoint}", dataKeys: branch, cache: { maxAge: ${branchKeyMs / 1000}s } }
tables:
  public.people:
    columns:
      email: { type: text }
      phone: { type: text, key: branch }
`;
const scheduled = (name, seconds, decide) => ({
    name,
    seconds,
    begin: (kms) => kms.schedule(decide),
    end: (kms) => kms.clearFaults(),
});
const random = new Random(5);
const stages = [
    { name: 'well', seconds: 4, served: true, begin: () => undefined, end: () => undefined },
    scheduled('throttling every call', 5, () => ({ kind: 'throttle' })),
    scheduled('failing every call (500)', 5, () => ({ kind: 'error', status: 500, type: 'KMSInternalException' })),
    { name: 'down (connections refused)', seconds: 5, begin: (kms) => kms.refuse(), end: (kms) => kms.listen() },
    scheduled('silent', 14, () => ({ kind: 'hang' })),
    {
        name: 'slow (1 s a call)',
        seconds: 6,
        served: true,
        begin: (kms) => {
            kms.delayMs = 1_000;
        },
        end: (kms) => {
            kms.delayMs = 0;
        },
    },
    scheduled('flapping (0.4 s well, 0.6 s resets)', 8, flapping(400, 600, { kind: 'reset' })),
    scheduled('unreliable (a third of the calls)', 8, unreliable(1 / 3, [{ kind: 'drop' }, { kind: 'throttle' }, { kind: 'error', status: 503, type: 'X' }, { kind: 'slow', ms: 500 }], () => random.below(1_000) / 1_000)),
];
/** What clients were told, and what must therefore be there. */
class Ledger {
    rows = new Map();
    notes = new Set();
    wrong = [];
    codes = new Map();
    served = 0;
    longest = 0;
    plainServed = 0;
    plainLongest = 0;
    nextId = 1;
    beginStage() {
        this.codes.clear();
        this.served = this.longest = this.plainServed = this.plainLongest = 0;
    }
    refused(error, where) {
        const { code, message } = error;
        if (code !== '58000' && code !== '53000')
            this.wrong.push(`${where}: ${code} ${message}`);
        else
            this.codes.set(code, (this.codes.get(code) ?? 0) + 1);
    }
}
async function connected(url) {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    return client;
}
/** Writes and reads people until told to stop; each answer is held against the ledger. */
async function sealedWorker(client, ledger, going) {
    const mine = [];
    const timed = async (where, statement) => {
        const since = performance.now();
        try {
            const answer = await statement();
            ledger.served += 1;
            return answer;
        }
        catch (error) {
            ledger.refused(error, where);
            return undefined;
        }
        finally {
            ledger.longest = Math.max(ledger.longest, performance.now() - since);
        }
    };
    const row = (id) => ({ email: `canary-${id}@example.org`, phone: `+canary ${id}` });
    const insert = async (id, end) => {
        const { email, phone } = row(id);
        const text = 'insert into people (id, name, email, phone) values ($1, $2, $3, $4)';
        if ((await timed('insert', () => client.query(text, [id, 'n', email, phone]))) === undefined)
            return;
        await end();
        ledger.rows.set(id, { email, phone });
        mine.push(id);
    };
    while (going()) {
        await insert(ledger.nextId++, async () => undefined);
        const both = ledger.nextId++;
        await client.query('begin');
        await client.query('insert into notes values ($1, $2)', [both, 'with a person']);
        await insert(both, async () => {
            await client.query('commit');
            ledger.notes.add(both);
        });
        await client.query('rollback');
        const some = mine.slice(-10);
        const read = await timed('select', () => client.query('select id, email, phone from people where id = any($1) order by id', [some]));
        if (read !== undefined) {
            const expected = some.map((id) => ({ id, ...ledger.rows.get(id) }));
            if (JSON.stringify(read.rows) !== JSON.stringify(expected))
                ledger.wrong.push(`select: ${read.rowCount} rows`);
        }
        const changed = mine.at(-1);
        if (changed === undefined)
            continue;
        const email = `canary-${changed}-again@example.org`;
        const update = await timed('update', () => client.query('update people set email = $1 where id = $2', [email, changed]));
        if (update?.rowCount === 1)
            ledger.rows.set(changed, { ...ledger.rows.get(changed), email });
    }
}
/** Statements that need no key, beside all this. */
async function plainWorker(client, ledger, going) {
    while (going()) {
        const since = performance.now();
        const id = -ledger.nextId++;
        await client.query('insert into notes values ($1, $2)', [id, 'plain']);
        const { rows } = await client.query('select body from notes where id = $1', [id]);
        const people = await client.query('select count(email)::int as people from people where id <= $1', [1]);
        if (rows[0]?.body !== 'plain' || people.rowCount !== 1)
            ledger.wrong.push('plain: another row');
        ledger.plainServed += 3;
        ledger.plainLongest = Math.max(ledger.plainLongest, performance.now() - since);
        await delay(5);
    }
}
async function load(database, ledger, seconds) {
    const count = sealedWorkers + plainWorkers;
    const clients = await Promise.all(Array.from({ length: count }, () => connected(database.url)));
    const until = performance.now() + 1_000 * seconds;
    const going = () => performance.now() < until;
    await Promise.all(clients.map((client, at) => (at < sealedWorkers ? sealedWorker : plainWorker)(client, ledger, going)));
    await Promise.all(clients.map((client) => client.end()));
}
/** Milliseconds until a statement that seals and one that opens are served. */
async function recovery(database, ledger) {
    const client = await connected(database.url);
    const since = performance.now();
    for (;;) {
        const id = ledger.nextId++;
        const row = { email: `canary-${id}`, phone: `canary ${id}` };
        try {
            await client.query('insert into people (id, email, phone) values ($1, $2, $3)', [id, row.email, row.phone]);
            ledger.rows.set(id, row);
            await client.query('select email, phone from people where id = $1', [id]);
            await client.end();
            return performance.now() - since;
        }
        catch (error) {
            if (performance.now() - since > 2 * recoveryMs)
                throw error;
            await delay(50);
        }
    }
}
/** Everything that clients were told is there, nothing else, and nothing of it in the clear. */
async function checkRows(database, ledger) {
    const [proxied, direct] = await Promise.all([connected(database.url), connected(database.directUrl)]);
    const { rows } = await proxied.query('select id, email, phone from people order by id');
    const notes = await proxied.query('select id from notes where id > 0');
    const raw = await direct.query("select count(*)::int as found from people p where p::text like '%canary%'");
    await Promise.all([proxied.end(), direct.end()]);
    const wrong = [];
    if (rows.length !== ledger.rows.size)
        wrong.push(`${rows.length} rows, but ${ledger.rows.size} were confirmed`);
    for (const { id, email, phone } of rows) {
        const expected = ledger.rows.get(id);
        if (expected?.email !== email || expected?.phone !== phone)
            wrong.push(`row ${id} is another`);
    }
    if (notes.rowCount !== ledger.notes.size)
        wrong.push(`${notes.rowCount} notes, not ${ledger.notes.size}`);
    if (raw.rows[0].found !== 0)
        wrong.push('plaintext in the table');
    return wrong;
}
/** Milliseconds from the disabling of the KMS key until values under branch keys open no more. */
async function untilClosed(database, kms, keyId, ledger) {
    const client = await connected(database.url);
    const id = [...ledger.rows.keys()].at(-1);
    await client.query('select phone from people where id = $1', [id]);
    kms.keys.enable(keyId, false);
    const since = performance.now();
    try {
        const perRow = await client.query('select email from people where id = $1', [id]).catch((error) => error);
        if (perRow.code !== '58000')
            ledger.wrong.push('a disabled KMS key opened a value');
        for (;;) {
            await client.query('select phone from people where id = $1', [id]);
            if (performance.now() - since > 4 * branchKeyMs)
                return Number.POSITIVE_INFINITY;
            await delay(20);
        }
    }
    catch (error) {
        ledger.refused(error, 'disabled');
        return performance.now() - since;
    }
    finally {
        kms.keys.enable(keyId, true);
        await client.end();
    }
}
export const prove = async (print) => {
    const kms = new KmsServer();
    const endpoint = await kms.listen();
    const keyId = kms.keys.create('ENCRYPT_DECRYPT', false).arn;
    const environment = { AWS_ACCESS_KEY_ID: 'AKIDPROOF', AWS_SECRET_ACCESS_KEY: 'not checked' };
    Object.assign(process.env, environment);
    const database = await proxiedDatabase(await sharedPostgres(), { tables, map: map(endpoint, keyId), environment });
    const ledger = new Ledger();
    let holds = true;
    const demand = (condition, what) => {
        if (condition)
            return;
        holds = false;
        print(`NOT: ${what}`);
    };
    try {
        for (const stage of stages) {
            ledger.beginStage();
            await stage.begin(kms);
            await load(database, ledger, stage.seconds);
            await stage.end(kms);
            const { served, codes, longest, plainServed, plainLongest } = ledger;
            const refused = [...codes].map(([code, count]) => `${count} of ${code}`).join(', ');
            const back = await recovery(database, ledger);
            print(`${stage.name}: ${served} served, ${refused === '' ? 'none' : refused} refused, the longest ${ms(longest)}; ` +
                `without keys ${plainServed} served, the longest three ${ms(plainLongest)}; served again after ${ms(back)}`);
            demand(longest <= longestMs + slackMs, 'a statement lasted longer than it may');
            demand(plainServed > 0 && plainLongest <= plainMs, 'statements that need no key were held up');
            demand(back <= recoveryMs, 'it took too long to recover');
            demand(stage.served !== true || codes.size === 0, 'a statement was refused');
        }
        const closed = await untilClosed(database, kms, keyId, ledger);
        print(`disabled KMS key: refused at once under per-row keys, under branch keys of ${ms(branchKeyMs)} after ${ms(closed)}`);
        demand(closed <= branchKeyMs + slackMs, 'a disabled key went on opening');
        demand((await recovery(database, ledger)) <= recoveryMs, 'an enabled key is not used again');
        const wrong = [...ledger.wrong, ...(await checkRows(database, ledger))];
        print(`${ledger.rows.size} rows confirmed to clients: all there as confirmed, none else, ${wrong.length} wrong answers`);
        for (const line of wrong.slice(0, 20))
            print(`  ${line}`);
        demand(wrong.length === 0, 'a wrong answer');
        demand(await plainTwins(print, kms, endpoint, keyId, environment), 'plain tables are served otherwise');
        return holds;
    }
    finally {
        await database.close();
        await kms.close();
    }
};
/** All cases of the twins that touch no sealed table, through a proxy whose key service is silent. */
async function plainTwins(print, kms, endpoint, keyId, environment) {
    const mapText = `
keys: { default: { kms: aws, keyId: "${keyId}", endpoint: "${endpoint}" } }
tables: { public.vault: { columns: { a: { type: text } } } }
`;
    const twins = await startTwins({ mapText, environment });
    kms.schedule(() => ({ kind: 'hang' }));
    const client = await twins.sealed.connect('postgres');
    const waiting = client.query("update vault set a = 'x' where id = 1").catch(() => undefined);
    try {
        const cases = readCases().filter((one) => one.expect === 'served' && !one.statements.some(({ sql }) => /\bvault\b/.test(sql)));
        const figures = await runAll(twins, cases);
        for (const text of figures.disagreements.slice(0, 10))
            print(text);
        print(`twins on plain tables while the key service is silent: ${figuresText(figures)}`);
        return figures.disagreements.length === 0 && figures.served > 1_000;
    }
    finally {
        kms.clearFaults();
        await waiting;
        await client.close();
        await twins.stop();
    }
}
function ms(value) {
    return `${Math.round(value)} ms`;
}
//# sourceMappingURL=keys-5.js.map