import assert from 'node:assert/strict';
import { test } from 'node:test';
import pg from 'pg';
import { KmsServer } from '../../kms-server/kms-server.js';
import { sharedPostgres } from '../../support/postgres.js';
import { proxiedDatabase } from '../proxied-database.js';
test('the log of the KMS shows a record for every row that is written', async (t) => {
    const kms = new KmsServer();
    const endpoint = await kms.listen();
    const { arn } = kms.keys.create('ENCRYPT_DECRYPT', false);
    Object.assign(process.env, { AWS_ACCESS_KEY_ID: 'AKIDALL', AWS_SECRET_ACCESS_KEY: 'not checked' });
    const database = await proxiedDatabase(await sharedPostgres(), {
        tables: `create table people (id bigint generated always as identity primary key, email text, phone text);
      insert into people (email) values ('one'), (null), ('three')`,
        map: `
keys: { default: { kms: aws, keyId: "${arn}", endpoint: "${endpoint}", context: { app: billing } } }
tables:
  public.people: { record: "people/{id}", columns: { email: { type: text }, phone: { type: text } } }
`,
    });
    const client = new pg.Client({ connectionString: database.url });
    t.after(async () => {
        await client.end();
        await database.close();
        await kms.close();
    });
    await client.connect();
    const generated = () => kms.calls.filter(({ operation }) => operation === 'GenerateDataKey').map(({ context }) => context['pgseal:record']);
    assert.deepEqual(generated().sort(), ['people/1', 'people/3'], 'rows that were there');
    for (let n = 0; n < 20; n += 1)
        await client.query('insert into people (email, phone) values ($1, $2)', [`e${n}`, 'p']);
    await client.query(`insert into people (email) values ${Array.from({ length: 30 }, (_, n) => `('m${n}')`).join()}`);
    const expected = Array.from({ length: 50 }, (_, n) => `people/${n + 4}`);
    assert.deepEqual(generated().slice(2).sort(), expected.sort());
    const before = kms.calls.length;
    await client.query('update people set email = $1, phone = $2 where id = $3', ['u', 'p', '7']);
    await client.query(`update people set phone = 'q' where id = 8 and email is not null`);
    await client.query(`update people set phone = $1 where id = $2`, ['none', null]);
    await client.query(`update people set phone = 'r' where id in (9, 10, 999)`);
    assert.deepEqual(kms.calls.slice(before).map(({ operation, context }) => `${operation} ${context['pgseal:record']}`), [7, 8, 9, 10].map((id) => `GenerateDataKey people/${id}`), 'one call for each row that is updated');
    for (const { operation, context } of kms.calls) {
        if (operation !== 'GenerateDataKey')
            continue;
        assert.deepEqual(Object.keys(context).sort(), ['app', 'pgseal:record', 'pgseal:table']);
        assert.equal(context['pgseal:table'], 'public.people');
    }
});
//# sourceMappingURL=kms-log.test.js.map