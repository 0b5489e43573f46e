import pg from 'pg';
import { proxiedDatabase } from '../integration/proxied-database.js';
import { KmsServer } from '../kms-server/kms-server.js';
import { sharedPostgres } from '../support/postgres.js';
import { readCases } from '../twin/case-file.js';
import { fitsSplit, runSplit, startWriter } from '../twin/encrypt-only.js';
import { startTwins } from '../twin/twins.js';
const principals = { all: 'AKIDALL', writer: 'AKIDWRITER' };
const clientsAtOnce = 4;
const letters = 20;
const tables = `
  create table people (id int primary key, name text, email text unique, phone varchar(20), born date, age int);
  create table notes (id serial primary key, body text);
  create table letters (id int primary key, seen bool, body text)`;
const map = (endpoint, keyId, indexKeyId, head, reads = '') => `
${head}
keys:
  default: { kms: aws, keyId: "${keyId}", indexKeyId: "${indexKeyId}", endpoint: "${endpoint}", context: { app: proof } }
tables:
  public.people:
    columns:
      email: { type: text, search: [equality] }
      phone: { type: varchar(20) }
      born: { type: date }
      age: { type: integer, search: [equality] }
  public.letters:
    record: "letters/{id}"
    columns:
      body: { type: text, search: [equality]${reads} }
`;
/**
 * A load that only writes and searches, by a process whose credentials may do GenerateDataKey and GenerateMac and nothing
 * else. What it wrote is read by another process and held against the same load on plain columns; the log of the KMS holds
 * no Decrypt of the writer's but the dry run at its start, which was denied.
 */
export const prove = async (print, options) => {
    const load = await proveLoad(print, options);
    if (options?.reduced === true)
        return load;
    return (await proveTwins(print)) && load;
};
/** The twin cases: written and searched through the mode that opens nothing, read through one that may. */
const proveTwins = async (print) => {
    const twins = await startTwins();
    try {
        const writer = await startWriter(twins);
        const cases = readCases().filter(fitsSplit);
        const { runs, served, read, ended, disagreements } = await runSplit(twins, writer, cases);
        print(`${cases.length} twin cases in ${runs} runs: ${served} statements served in mode encrypt-only, ${read} read through ` +
            `a full proxy, ${ended} runs ended at a read in a transaction, ${disagreements.length} disagreements`);
        for (const text of disagreements.slice(0, 5))
            print(text);
        await writer.stop();
        return disagreements.length === 0 && served > 1_000 && read > 500;
    }
    finally {
        await twins.stop();
    }
};
const proveLoad = async (print, options) => {
    const people = options?.reduced === true ? 60 : 1_500;
    const kms = new KmsServer();
    const endpoint = await kms.listen();
    const keyId = kms.keys.create('ENCRYPT_DECRYPT', false).arn;
    const indexKeyId = kms.keys.create('GENERATE_VERIFY_MAC', false).arn;
    kms.principals.allow(principals.writer, { operations: ['GenerateDataKey'], keys: [keyId] }, { operations: ['GenerateMac'], keys: [indexKeyId] });
    const before = { ...process.env };
    Object.assign(process.env, { AWS_ACCESS_KEY_ID: principals.all, AWS_SECRET_ACCESS_KEY: 'not checked' });
    const body = (head, reads = '') => map(endpoint, keyId, indexKeyId, head, reads);
    const encryptOnly = 'mode: encrypt-only\nprove: true';
    const database = await proxiedDatabase(await sharedPostgres(), { tables, map: body('mode: full') });
    try {
        const reader = await connected(database.url);
        // Whoever may decrypt is not let through.
        const mayDecrypt = await database.startProxy(body(encryptOnly)).then(() => 'started', (error) => error.message);
        print(`prove: true with credentials that may decrypt: ${mayDecrypt}`);
        process.env.AWS_ACCESS_KEY_ID = principals.writer;
        const { url } = await database.startProxy(body(encryptOnly, ', reads: token'));
        const steps = loadOf(people);
        const begun = performance.now();
        const outcomes = await run(url, steps);
        const seconds = (performance.now() - begun) / 1000;
        const plain = await run(database.plainUrl, steps);
        const differing = outcomes.filter((outcome, at) => outcome !== plain[at]).length;
        const tokens = await writeBack(url, database.directUrl, reader);
        print(`${letters} values read as tokens and written back: ${tokens} stored as before byte by byte, and opened by the reader`);
        const own = kms.calls.filter(({ principal }) => principal === principals.writer);
        const count = (operation) => own.filter((call) => call.operation === operation && !call.error).length;
        const decrypts = own.filter(({ operation }) => operation === 'Decrypt');
        const [probe] = decrypts;
        const wanted = steps.reduce((sum, { keys }) => sum + keys, letters);
        const others = own.filter(({ operation }) => !['Decrypt', 'GenerateDataKey', 'GenerateMac'].includes(operation));
        print(`${steps.length} statements in ${seconds.toFixed(1)} s, ${differing} answered otherwise than on plain columns`);
        print(`the writer's calls: ${count('GenerateDataKey')} GenerateDataKey (${wanted} rows sealed), ${count('GenerateMac')} ` +
            `GenerateMac, ${decrypts.length} Decrypt, ${others.length} others`);
        print(`that Decrypt: ${probe?.dryRun === true ? 'a dry run' : 'no dry run'}, ${probe?.error ?? 'permitted'}, ` +
            `pgseal:table ${probe?.context['pgseal:table']}`);
        const read = 'select * from people order by id';
        const twin = await connected(database.plainUrl);
        const [sealedRows, plainRows] = [(await reader.query(read)).rows, (await twin.query(read)).rows];
        const same = JSON.stringify(sealedRows) === JSON.stringify(plainRows);
        print(`read back by a process that may open: ${sealedRows.length} rows, ${same ? 'equal to' : 'NOT'} the plain twin's`);
        const writer = await connected(url);
        const reads = ['select email from people', 'select * from people', 'delete from people returning born'];
        const codes = [];
        for (const text of reads) {
            codes.push(await writer.query(text).then(() => 'served', (error) => error.code));
        }
        print(`reads through the writer: ${codes.join(', ')}`);
        await Promise.all([reader, twin, writer].map((client) => client.end()));
        return (/may decrypt/.test(mayDecrypt) &&
            differing === 0 &&
            tokens === letters &&
            count('GenerateDataKey') === wanted &&
            decrypts.length === 1 &&
            probe?.dryRun === true &&
            probe.error === 'AccessDeniedException' &&
            others.length === 0 &&
            same &&
            plainRows.length > people / 2 &&
            codes.every((code) => code === '42501'));
    }
    finally {
        await database.close();
        await kms.close();
        process.env = before;
    }
};
/** Statements of one client touch rows of its own, so that they may run in any order between clients. */
function loadOf(people) {
    const steps = [];
    for (let id = 1; id <= people; id += 1) {
        const email = `person${id}@example.com`;
        const row = [id, `name ${id}`, email, `+${id}`, '1990-01-02', id % 90];
        const insert = 'insert into people values ($1, $2, $3, $4, $5, $6)';
        steps.push({ text: `${insert} returning email, phone, age`, values: row, keys: 1 });
        switch (id % 6) {
            case 0:
                steps.push({ text: 'update people set phone = $1 where id = $2', values: [`+0${id}`, id], keys: 1 });
                break;
            case 1:
                steps.push({
                    text: 'update people set age = $1, born = null where email = $2 returning age',
                    values: [7, email],
                    keys: 1,
                });
                break;
            case 2:
                steps.push({
                    text: `${insert} on conflict (email) do update set phone = excluded.phone, name = 'again'`,
                    values: [id, 'x', email, `+${id}${id}`, null, 1],
                    keys: 1,
                });
                break;
            case 3:
                steps.push({ text: 'select id, name from people where email = any($1)', values: [[email, 'nobody']], keys: 0 });
                break;
            case 4:
                steps.push({ text: 'delete from people where email = $1 and born is not null', values: [email], keys: 0 });
                break;
            default:
                steps.push({ text: 'select count(phone)::int as n from people where id = $1', values: [id], keys: 0 });
                steps.push({ text: `update people set email = null where id = ${id} returning email, id`, keys: 0 });
        }
        if (id % 10 === 0)
            steps.push({ text: 'insert into notes (body) values ($1)', values: [`of ${id}`], keys: 0 });
    }
    return steps;
}
/** Rows as an application handles them: read whole, changed in one plain column, written back whole. Gives how many kept their value. */
async function writeBack(url, directUrl, reader) {
    const [writer, direct] = [await connected(url), await connected(directUrl)];
    let kept = 0;
    for (let id = 1; id <= letters; id += 1) {
        await writer.query('insert into letters values ($1, false, $2)', [id, `letter ${id}`]);
        const stored = async () => (await direct.query('select body from letters where id = $1', [id])).rows[0].body;
        const before = await stored();
        const [row] = (await writer.query('select * from letters where id = $1', [id])).rows;
        await writer.query('update letters set seen = true, body = $1 where id = $2', [row.body, row.id]);
        const opened = (await reader.query('select seen, body from letters where id = $1', [id])).rows[0];
        const same = opened.seen === true && opened.body === `letter ${id}` && (await stored()) === before;
        if (row.body.startsWith('pgseal:token:1:') && same)
            kept += 1;
    }
    await Promise.all([writer, direct].map((client) => client.end()));
    return kept;
}
/** What each statement gave: command, count and rows. */
async function run(url, steps) {
    const outcomes = [];
    // A row's statements stay on one connection, in order.
    const shares = Array.from({ length: clientsAtOnce }, () => []);
    let share = 0;
    steps.forEach(({ text }, at) => {
        if (text.endsWith('returning email, phone, age'))
            share = (share + 1) % clientsAtOnce;
        shares[share].push(at);
    });
    await Promise.all(shares.map(async (own) => {
        const client = await connected(url);
        for (const at of own) {
            const { text, values } = steps[at];
            const result = await client.query(text, values === undefined ? [] : [...values]);
            outcomes[at] = JSON.stringify([result.command, result.rowCount, result.rows]);
        }
        await client.end();
    }));
    return outcomes;
}
async function connected(connectionString) {
    const client = new pg.Client({ connectionString });
    await client.connect();
    return client;
}
//# sourceMappingURL=keys-2.js.map