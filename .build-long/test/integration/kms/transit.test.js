import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { startTransit } from '../../keys/test-transit.js';
import { sharedPostgres } from '../../support/postgres.js';
import { proxiedDatabase } from '../proxied-database.js';
const tables = 'create table users (id int primary key, name text, email text unique, phone text)';
const map = (address, keyId, indexKeyId) => `
keys:
  default:
    { kms: transit, address: "${address}", token: "\${PGSEAL_TEST_TRANSIT_TOKEN}", keyId: ${keyId}, indexKeyId: ${indexKeyId} }
  branch: { kms: transit, address: "${address}", token: "\${PGSEAL_TEST_TRANSIT_TOKEN}", keyId: ${keyId}, dataKeys: branch }
tables:
  public.users:
    record: "users/{id}"
    columns:
      email: { type: text, search: [equality] }
      phone: { type: text, key: branch }
`;
test('columns are sealed, searched and opened with keys of a transit engine; its trouble fails the statement alone', async (t) => {
    const engine = await startTransit(t);
    const [keyId, indexKeyId] = [await engine.create(), await engine.create({ type: 'hmac' })];
    const environment = { PGSEAL_TEST_TRANSIT_TOKEN: engine.token };
    Object.assign(process.env, environment);
    const server = await sharedPostgres();
    const database = await proxiedDatabase(server, { tables, map: map(engine.address, keyId, indexKeyId), environment });
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    t.after(async () => {
        await client.end();
        await database.close();
    });
    engine.server.calls.length = 0;
    const insert = 'insert into users values ($1, $2, $3, $4)';
    await client.query(insert, [1, 'Ada', 'ada@x.org', '+1']);
    await client.query(insert, [2, 'Bob', 'bob@x.org', '+2']);
    assert.equal(engine.server.count('datakey'), 3, 'one for each row, one for the branch key');
    const contexts = engine.server.calls.map(({ body }) => Buffer.from(String(body.context), 'base64').toString('latin1'));
    for (const record of ['users/1', 'users/2'])
        assert.ok(contexts.some((context) => context.includes(record)));
    const found = await client.query('select id, email, phone from users where email = $1', ['bob@x.org']);
    assert.deepEqual(found.rows, [{ id: 2, email: 'bob@x.org', phone: '+2' }]);
    await assert.rejects(client.query(insert, [3, 'x', 'ada@x.org', null]), { code: '23505' });
    engine.server.schedule(() => ({ kind: 'error', status: 503, type: 'Vault is sealed' }));
    await assert.rejects(client.query('select email from users'), {
        code: '58000',
        message: 'could not reach the key service of named key "default": it is sealed, or not ready',
    });
    assert.equal((await client.query('select id, phone from users')).rowCount, 2, 'a branch key is at hand');
    engine.server.clearFaults();
    // It is left alone for a moment first.
    for (let answer; answer === undefined; await delay(50)) {
        answer = await client.query('select email from users').catch(() => undefined);
    }
});
//# sourceMappingURL=transit.test.js.map