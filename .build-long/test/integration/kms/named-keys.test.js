import assert from 'node:assert/strict';
import { test } from 'node:test';
import pg from 'pg';
import { KmsServer } from '../../kms-server/kms-server.js';
import { sharedPostgres } from '../../support/postgres.js';
import { proxiedDatabase } from '../proxied-database.js';
const tables = 'create table users (id int primary key, email text, phone varchar(20), notes text)';
/** Three named keys on one table: two key services in two regions, and a key file. */
const map = (eu, us) => `
mode: full
keys:
  default: { kms: aws, keyId: "${eu.arn}", endpoint: "${eu.endpoint}", region: eu-central-1, context: { app: billing } }
  phone: { kms: aws, keyId: "${us.arn}", endpoint: "${us.endpoint}", region: us-east-1, dataKeys: branch, context: { app: calls } }
  notes: { kms: local, keyFile: {keyFile} }
tables:
  public.users:
    columns:
      email: { type: text }
      phone: { type: varchar(20), key: phone }
      notes: { type: text, key: notes }
`;
test('columns of one row under named keys with key services, regions, contexts and modes of their own', async (t) => {
    Object.assign(process.env, { AWS_ACCESS_KEY_ID: 'AKIDALL', AWS_SECRET_ACCESS_KEY: 'not checked' });
    const [eu, us] = [new KmsServer(), new KmsServer()];
    const place = async (kms) => ({
        endpoint: await kms.listen(),
        arn: kms.keys.create('ENCRYPT_DECRYPT', false).arn,
    });
    const [euKey, usKey] = [await place(eu), await place(us)];
    const database = await proxiedDatabase(await sharedPostgres(), { tables, map: map(euKey, usKey) });
    const clients = [];
    const connect = async (connectionString) => {
        const client = new pg.Client({ connectionString });
        await client.connect();
        clients.push(client);
        return client;
    };
    t.after(async () => {
        await Promise.all(clients.map((client) => client.end()));
        await database.close();
        await Promise.all([eu.close(), us.close()]);
    });
    const client = await connect(database.url);
    const rows = [1, 2, 3].map((id) => ({ id, email: `u${id}@x.org`, phone: `+${id}`, notes: `note ${id}` }));
    for (const { id, email, phone, notes } of rows) {
        await client.query('insert into users values ($1, $2, $3, $4)', [id, email, phone, notes]);
    }
    const generated = (kms) => kms.calls.filter(({ operation }) => operation === 'GenerateDataKey');
    assert.deepEqual(generated(eu).map(({ keyId, context }) => [keyId, context]), rows.map(() => [euKey.arn, { 'pgseal:table': 'public.users', app: 'billing' }]), 'per-row: a call a row');
    assert.equal(generated(us).length, 1, 'branch: one call');
    assert.deepEqual([generated(us)[0]?.keyId, generated(us)[0]?.context['pgseal:key'], generated(us)[0]?.context.app], [usKey.arn, 'phone', 'calls']);
    const other = await connect((await database.startProxy(map(euKey, usKey))).url);
    assert.deepEqual((await other.query('select * from users order by id')).rows, rows);
    assert.deepEqual([eu.count('Decrypt'), us.count('Decrypt')], [3, 1]);
    // One key service away: its columns alone cannot be had.
    us.keys.find(usKey.arn).state = 'Disabled';
    const third = await connect((await database.startProxy(map(euKey, usKey))).url);
    await assert.rejects(third.query('select phone from users'), { code: '58000', message: /"phone"/ });
    assert.deepEqual((await third.query('select email, notes from users order by id')).rows, rows.map(({ email, notes }) => ({ email, notes })));
    us.keys.find(usKey.arn).state = 'Enabled';
    // A map that gives the columns each other's keys opens nothing: the name of the key is bound into every value.
    const exchanged = map(euKey, usKey).replace('type: text }', 'type: text, key: phone }');
    const fourth = await connect((await database.startProxy(exchanged)).url);
    await assert.rejects(fourth.query('select email from users'), /is not the one that it was sealed with|"key"/);
    const direct = await connect(database.directUrl);
    await direct.query("update pgseal.columns set named_key = 'phone' where column_name = 'email'");
    const fifth = await connect((await database.startProxy(exchanged)).url);
    await assert.rejects(fifth.query('select email from users'), { code: 'XX001' });
});
//# sourceMappingURL=named-keys.test.js.map