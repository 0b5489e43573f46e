import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { mustPgseal, startProxy, writeMap } from '../support/pgseal.js';
import { sharedPostgres } from '../support/postgres.js';
import { WireClient } from '../support/wire-client.js';
const map = (columns) => `
keys:
  default: { kms: local, keyFile: "{keyFile}", dataKeys: branch }
tables:
  public.people:
    columns:
${columns}
`;
test('cipherstash 437, C12: a mapped column that still holds plaintext is refused, with a hint, and never served as it is', async (t) => {
    const server = await sharedPostgres();
    const database = await server.createDatabase('half');
    const admin = await WireClient.connectUrl(database.url);
    t.after(() => admin.close());
    await admin.rows('create table people (id int primary key, email text, phone text, name text)');
    await admin.rows("insert into people values (1, 'canary@example.com', '+1 canary', 'Ada')");
    const folder = await writeMap(database.url, map('      email: { type: text, search: [equality] }'));
    t.after(() => folder.remove());
    await mustPgseal(['apply', '--yes', '--config', folder.file]);
    writeFileSync(folder.file, `${readFileSync(folder.file, 'utf8').trimEnd()}\n      phone: { type: text, search: [equality] }\n`);
    const proxy = await startProxy(folder, database.url);
    t.after(() => proxy.stop());
    const client = await WireClient.connectUrl(proxy.url());
    t.after(() => client.close());
    assert.deepEqual(await client.rows('select id, email, name from people'), [['1', 'canary@example.com', 'Ada']]);
    for (const sql of [
        'select phone from people',
        'select * from people',
        "select id from people where phone = '+1 canary'",
        "insert into people (id, phone) values (2, '+2 canary')",
        "insert into people values (2, 'x', '+2 canary', 'y')",
        "update people set phone = '+3 canary' where id = 1",
    ]) {
        const { error, rows, status } = await client.query(sql);
        assert.deepEqual([rows.length, status], [0, 'I'], sql);
        assert.match(`${error?.C} ${error?.M}`, /^(0A000|55000) .*people\.phone/, sql);
        assert.match(error?.H ?? '', /pgseal apply/, sql);
    }
    assert.deepEqual(await admin.rows('select count(*), min(phone) from people'), [['1', '+1 canary']]);
});
//# sourceMappingURL=mapped-not-sealed.test.js.map