// INSERT ... SELECT of many rows: what rests in the database, and who may have values copied.
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import pg from 'pg';
import { runAs } from '../../support/owned-database.js';
import { sharedPostgres } from '../../support/postgres.js';
import { proxiedDatabase } from '../proxied-database.js';
const tables = `
  create table people (id int primary key, email text, phone text, note text);
  create table copies (id int primary key, email text, note text);
  grant all on people, copies to public;`;
const clerk = `clerk_${randomBytes(4).toString('hex')}`;
const map = (mode) => `
mode: ${mode}
keys: { default: { kms: local, keyFile: "{keyFile}", dataKeys: per-row } }
limits: { rowsPerStatement: 100 }
tables:
  public.people: { columns: { email: { type: text, search: [equality] }, phone: { type: text, search: [equality] } } }
  public.copies: { columns: { email: { type: text, search: [equality] } } }
`;
test('a row of a query has a data key of its own, also where its value is a copy', async (t) => {
    const server = await sharedPostgres();
    await runAs(server.url, [`create role ${clerk} login`]);
    const roles = `roles: { ${clerk}: { mask: { public.people.email: hidden }, refuse: [public.people.phone], else: open } }\n`;
    const database = await proxiedDatabase(server, { tables, map: map('full') });
    const encrypts = await database.startProxy(map('encrypt-only'));
    const limited = await database.startProxy(map('full') + roles);
    const clients = [database.url, database.directUrl, encrypts.url, limited.url].map((url, at) => {
        const asUser = new URL(url);
        if (at === 3)
            asUser.username = clerk;
        return new pg.Client({ connectionString: asUser.href });
    });
    const [client, direct, encryptOnly, asClerk] = clients;
    await Promise.all(clients.map((one) => one.connect()));
    t.after(async () => {
        await Promise.all(clients.map((one) => one.end()));
        await database.close();
    });
    const number = async (text) => Number((await direct.query(text)).rows[0].count);
    await client.query("insert into people (id, email) select i, 'canary@x.org' from generate_series(1, 20) as i");
    assert.equal(await number('select count(distinct (email).c) from people'), 20);
    assert.equal(await number('select count(distinct (email).eq) from people'), 1);
    const copied = await client.query('insert into copies (id, email) select id, email from people returning email');
    assert.deepEqual(new Set(copied.rows.map(({ email }) => email)), new Set(['canary@x.org']));
    assert.equal(await number('select count(distinct c) from (select (email).c from people union select (email).c from copies) x'), 40);
    const shared = `select count(*) from people p join copies c on substr((p.email).c, 1, 60) = substr((c.email).c, 1, 60)`;
    assert.equal(await number(shared), 0);
    const found = await client.query("select count(*) from copies where email = 'canary@x.org'");
    assert.equal(Number(found.rows[0].count), 20);
    const tooMany = "insert into people (id, email) select i, 'x' from generate_series(1000, 1100) as i";
    await assert.rejects(client.query(tooMany), { code: '54000' });
    const copy = 'insert into copies (id, email) select id + 100, email from people';
    await assert.rejects(encryptOnly.query(copy), { code: /^(42501|0A000)$/ });
    await assert.rejects(asClerk.query(copy), { code: '0A000' });
    await assert.rejects(asClerk.query(copy.replace(', email from', ', phone from')), { code: '42501' });
    await encryptOnly.query("insert into copies (id, email) select i, 'new' from generate_series(201, 203) as i");
    assert.equal(await number('select count(distinct (email).c) from copies'), 23);
});
//# sourceMappingURL=inserted.test.js.map