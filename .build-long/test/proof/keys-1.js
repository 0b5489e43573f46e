import pg from 'pg';
import { proxiedDatabase } from '../integration/proxied-database.js';
import { KmsServer } from '../kms-server/kms-server.js';
import { sharedPostgres } from '../support/postgres.js';
const rowsRead = 1_000;
const latencyMs = 20;
const limitMs = 1_500;
const tables = `
  create table people (id bigserial primary key, email text, phone text);
  create table many (id int primary key, email text)`;
const map = (endpoint, keyId) => `
keys:
  default: { kms: aws, keyId: "${keyId}", endpoint: "${endpoint}", dataKeys: per-row }
tables:
  public.people: { record: "people/{id}", columns: { email: { type: text }, phone: { type: text } } }
  public.many: { record: "many/{id}", columns: { email: { type: text } } }
`;
/**
 * A data key a row, with ids from a sequence: the KMS's own log names each row that was written and each that was read, once.
 * And 1,000 such rows in one result, with a KMS that takes 20 ms for each of their keys.
 */
export const prove = async (print) => {
    const kms = new KmsServer();
    const endpoint = await kms.listen();
    const keyId = kms.keys.create('ENCRYPT_DECRYPT', false).arn;
    const before = { ...process.env };
    Object.assign(process.env, { AWS_ACCESS_KEY_ID: 'AKIDPROOF', AWS_SECRET_ACCESS_KEY: 'not checked' });
    const database = await proxiedDatabase(await sharedPostgres(), { tables, map: map(endpoint, keyId) });
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    const during = async (run) => {
        const from = kms.calls.length;
        await run();
        return kms.calls.slice(from);
    };
    try {
        const ids = [];
        let right = 0;
        const written = await during(async () => {
            for (let n = 0; n < 100; n += 1) {
                const { rows } = await client.query('insert into people (email, phone) values ($1, $2) returning id', [
                    `e${n}@example.com`,
                    `+${n}`,
                ]);
                ids.push(rows[0].id);
            }
        });
        const read = await during(async () => {
            for (const [n, id] of ids.entries()) {
                const { rows, fields } = await client.query('select email, phone from people where id = $1', [id]);
                const [row] = rows;
                if (fields.length === 2 && row.email === `e${n}@example.com` && row.phone === `+${n}`)
                    right += 1;
            }
        });
        const wanted = ids.map((id) => `people/${id}`);
        const exact = (calls, operation) => calls.every((call) => call.operation === operation && call.error === undefined) &&
            calls.map(({ context }) => context['pgseal:record']).join() === wanted.join();
        const named = (calls) => new Set(calls.map(({ context }) => context['pgseal:record'])).size;
        print(`100 inserts, ids ${ids[0]} to ${ids.at(-1)} of a sequence: ${written.length} calls, ${named(written)} records`);
        print(`100 reads, ${right} right: ${read.length} calls, ${named(read)} records`);
        const both = exact(written, 'GenerateDataKey') && exact(read, 'Decrypt');
        print(`each a GenerateDataKey or a Decrypt with the record of its row, in order: ${both ? 'yes' : 'no'}`);
        for (let from = 0; from < rowsRead; from += 100) {
            const values = Array.from({ length: 100 }, (_, n) => `(${from + n}, 'm${from + n}@example.com')`).join();
            await client.query(`insert into many values ${values}`);
        }
        kms.delayMs = latencyMs;
        kms.mostActive = 0;
        const times = [];
        const cpuBefore = process.cpuUsage();
        let opened = 0;
        const calls = await during(async () => {
            for (let run = 0; run < 3; run += 1) {
                const begun = performance.now();
                const { rows } = await client.query('select email from many order by id');
                times.push(performance.now() - begun);
                opened += rows.filter(({ email }, n) => email === `m${n}@example.com`).length;
            }
        });
        kms.delayMs = 0;
        const cpu = process.cpuUsage(cpuBefore);
        print(`processor time of proxy, client and KMS together: ${Math.round((cpu.user + cpu.system) / 3000)} ms a result`);
        print(`${rowsRead} rows with a KMS of ${latencyMs} ms: ${times.map((ms) => `${Math.round(ms)} ms`).join(', ')} ` +
            `(${calls.length} Decrypt, at most ${kms.mostActive} at once)`);
        return (both &&
            right === 100 &&
            written.length === 100 &&
            read.length === 100 &&
            opened === 3 * rowsRead &&
            calls.length === 3 * rowsRead &&
            Math.max(...times) < limitMs);
    }
    finally {
        await client.end();
        await database.close();
        await kms.close();
        process.env = before;
    }
};
//# sourceMappingURL=keys-1.js.map