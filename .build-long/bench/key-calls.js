// npm run bench -- keys: calls to the key service and time for rows written and read, per-row and branch, by the service's
// own latency. The service is the tests' own, on this machine.
import pg from 'pg';
import { proxiedDatabase } from '../test/integration/proxied-database.js';
import { KmsServer } from '../test/kms-server/kms-server.js';
import { sharedPostgres } from '../test/support/postgres.js';
const rows = 5_000;
const rowsOfInsert = 500;
const latencies = [0, 5, 20];
/** Prints a line a mode and latency: calls and milliseconds for the same rows written, then read by another process's keys. */
export async function printKeyCalls(print) {
    Object.assign(process.env, { AWS_ACCESS_KEY_ID: 'AKIDBENCH', AWS_SECRET_ACCESS_KEY: 'not checked' });
    print(`${rows} rows of two sealed columns, INSERTs of ${rowsOfInsert} rows, one SELECT of all`);
    for (const dataKeys of ['per-row', 'branch']) {
        for (const latency of latencies) {
            const kms = new KmsServer();
            const endpoint = await kms.listen();
            const keyId = kms.keys.create('ENCRYPT_DECRYPT', false).arn;
            const map = [
                'keys:',
                `  default: { kms: aws, keyId: "${keyId}", endpoint: "${endpoint}", dataKeys: ${dataKeys} }`,
                'tables:',
                '  public.users: { columns: { email: { type: text }, phone: { type: text } } }',
            ].join('\n');
            const database = await proxiedDatabase(await sharedPostgres(), {
                tables: 'create table users (id int primary key, email text, phone text)',
                map,
            });
            // A second proxy reads, so that no key is at hand from the writing.
            const [writer, reader] = [await connected(database.url), await connected((await database.startProxy(map)).url)];
            kms.delayMs = latency;
            const written = await measured(kms, async () => {
                for (let first = 0; first < rows; first += rowsOfInsert) {
                    const values = Array.from({ length: rowsOfInsert }, (_, at) => `(${first + at}, 'u@example.org', '+1')`);
                    await writer.query(`insert into users values ${values.join()}`);
                }
            });
            const read = await measured(kms, () => reader.query('select email, phone from users'));
            print(`${dataKeys}, ${latency} ms: written with ${written.calls} calls in ${written.ms} ms, read with ${read.calls} in ${read.ms} ms`);
            await Promise.all([writer.end(), reader.end()]);
            await database.close();
            await kms.close();
        }
    }
}
async function connected(connectionString) {
    const client = new pg.Client({ connectionString });
    await client.connect();
    return client;
}
async function measured(kms, work) {
    const before = kms.calls.length;
    const begun = performance.now();
    await work();
    return { calls: kms.calls.length - before, ms: Math.round(performance.now() - begun) };
}
//# sourceMappingURL=key-calls.js.map