import pg from 'pg';
import { proxiedDatabase } from '../integration/proxied-database.js';
import { KmsServer } from '../kms-server/kms-server.js';
import { sharedPostgres } from '../support/postgres.js';
const bound = 50;
const map = (endpoint, keyId, indexKeyId) => `
keys:
  default: { kms: aws, keyId: "${keyId}", indexKeyId: "${indexKeyId}", endpoint: "${endpoint}", dataKeys: branch }
  rows: { kms: aws, keyId: "${keyId}", indexKeyId: "${indexKeyId}", endpoint: "${endpoint}", dataKeys: per-row }
tables:
  public.many:
    columns:
      email: { type: text, search: [equality] }
  public.few:
    columns:
      email: { type: text, search: [equality], key: rows }
      phone: { type: text, key: rows }
`;
/** What the KMS's own log counts: branch keys for bulk, a call a row for per-row, never more at once than the bound. */
export const prove = async (print) => {
    const kms = new KmsServer();
    const endpoint = await kms.listen();
    const keyId = kms.keys.create('ENCRYPT_DECRYPT', false).arn;
    const indexKeyId = kms.keys.create('GENERATE_VERIFY_MAC', false).arn;
    const credentials = { AWS_ACCESS_KEY_ID: 'AKIDPROOF', AWS_SECRET_ACCESS_KEY: 'not checked' };
    Object.assign(process.env, credentials);
    const tables = 'create table many (id int, email text); create table few (id int, email text, phone text)';
    const database = await proxiedDatabase(await sharedPostgres(), { tables, map: map(endpoint, keyId, indexKeyId) });
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    const counted = async (run) => {
        const before = kms.calls.length;
        kms.mostActive = 0;
        await run();
        const made = kms.calls.slice(before);
        const count = (operation) => made.filter((call) => call.operation === operation).length;
        return { generated: count('GenerateDataKey'), opened: count('Decrypt'), most: kms.mostActive };
    };
    const insert = (table, columns, value, from, count) => client.query(`insert into ${table} (${columns}) values ${Array.from({ length: count }, (_, n) => value(from + n)).join()}`);
    try {
        const bulk = await counted(async () => {
            for (let from = 0; from < 10_000; from += 1_000) {
                await insert('many', 'id, email', (n) => `(${n}, 'u${n}@x.org')`, from, 1_000);
            }
        });
        print(`branch: 10,000 rows inserted with ${bulk.generated} GenerateDataKey`);
        const rows = await counted(() => insert('few', 'id, email, phone', (n) => `(${n}, 'u${n}@x.org', '+${n}')`, 0, 300));
        print(`per-row: 300 rows of two sealed columns inserted with ${rows.generated} GenerateDataKey, ${rows.most} at once`);
        kms.delayMs = 2;
        const read = await counted(() => client.query('select email, phone, email from few'));
        kms.delayMs = 0;
        print(`per-row: 300 wrapped keys opened with ${read.opened} Decrypt, ${read.most} at once`);
        return (bulk.generated <= 1 &&
            rows.generated === 300 &&
            read.opened === 300 &&
            Math.max(bulk.most, rows.most, read.most) <= bound);
    }
    finally {
        await client.end();
        await database.close();
        await kms.close();
    }
};
//# sourceMappingURL=main-6.js.map