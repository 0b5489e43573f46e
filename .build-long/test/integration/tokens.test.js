// `reads: token` of mode encrypt-only: what is read can be written back to its column and row without loss, and nowhere else.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import pg from 'pg';
import { sharedPostgres } from '../support/postgres.js';
import { proxiedDatabase } from './proxied-database.js';
const tables = `
  create table people (id int primary key, name text, email text unique, data bytea, phone varchar(200));
  create table other (id int primary key, email text)`;
const map = (head, reads) => `
${head}
keys: { default: { kms: local, keyFile: "{keyFile}", dataKeys: branch } }
tables:
  public.people:
    record: "people/{id}"
    columns:
      email: { type: text, search: [equality]${reads} }
      data: { type: bytea${reads} }
      phone: { type: varchar(200) }
  public.other:
    record: "people/{id}"
    columns: { email: { type: text, search: [equality]${reads} } }
`;
test('a token is written back to its column and row unchanged, and refused everywhere else', async (t) => {
    const database = await proxiedDatabase(await sharedPostgres(), { tables, map: map('mode: full', '') });
    const { url } = await database.startProxy(map('mode: encrypt-only', ', reads: token'));
    const [client, direct, full] = [url, database.directUrl, database.url].map((connectionString) => {
        return new pg.Client({ connectionString });
    });
    await Promise.all([client, direct, full].map((one) => one.connect()));
    t.after(async () => {
        await Promise.all([client, direct, full].map((one) => one.end()));
        await database.close();
    });
    const rows = async (text, values = []) => (await client.query(text, values)).rows;
    const insert = 'insert into people (id, name, email, data) values ($1, $2, $3, $4)';
    await rows(insert, [1, 'Ada', 'ada@x.org', Buffer.from('one')]);
    await rows(insert, [2, 'Bob', 'bob@x.org', null]);
    await rows("insert into other values (1, 'ada@x.org')");
    const [ada] = await rows('select email, data from people where id = 1');
    assert.match(ada.email, /^pgseal:token:1:[\w-]+$/);
    assert.match(ada.data.toString(), /^pgseal:token:1:[\w-]+$/);
    assert.ok(!ada.email.includes(Buffer.from('ada@x.org').toString('base64url').slice(0, 8)));
    assert.deepEqual(await rows('select email, data from people where id = 1'), [ada], 'the same as long as the value is');
    const [byText] = (await client.query({ text: 'select data from people where id = 1' })).rows;
    assert.deepEqual(byText, { data: ada.data });
    const [bob] = await rows('select email, data from people where email = $1', ['bob@x.org']);
    assert.equal(bob.data, null);
    const both = await rows('select email from people where id = 1 union all select email from other');
    assert.equal(both[0].email, ada.email);
    assert.notEqual(both[1].email, ada.email);
    // Written back: by an upsert, and by a delete and an insert, in both formats of bytea.
    const stored = async () => (await direct.query('select * from people where id = 1')).rows[0];
    const before = await stored();
    const upsert = `${insert} on conflict (id) do update set email = excluded.email, data = excluded.data`;
    assert.equal((await client.query(upsert, [1, 'x', ada.email, ada.data])).rowCount, 1);
    assert.deepEqual(await stored(), before);
    await client.query('begin');
    await client.query('delete from people where id = 1');
    const returned = await client.query(`insert into people values (1, 'Ada', '${ada.email}', '\\x${ada.data.toString('hex')}') returning email, data`);
    assert.deepEqual(returned.rows, [ada], 'what the statement has not sealed reads as before');
    await client.query('commit');
    assert.deepEqual(await stored(), before);
    assert.deepEqual(await rows('select id from people where email = $1', ['ada@x.org']), [{ id: 1 }]);
    // UPDATE of one row, and of rows that are found first: a token is good for its own alone.
    for (const where of ['id = 1', "name = 'Ada'", "email = 'ada@x.org'"]) {
        const updated = await client.query(`update people set email = $1, name = 'Ada' where ${where} returning email`, [
            ada.email,
        ]);
        assert.deepEqual(updated.rows, [{ email: ada.email }], where);
        assert.deepEqual(await stored(), before);
    }
    for (const where of ['id > 0', "name = 'Bob'", 'id = 2']) {
        await assert.rejects(client.query(`update people set email = $1 where ${where}`, [ada.email]), {
            code: '22023',
            message: /is of another row/,
        });
    }
    const elsewhere = [
        [upsert, [2, 'Bob', ada.email, null], /token for sealed column "public.people.email" is of another row/],
        [upsert, [3, 'x', ada.email, null], /is of another row/],
        [upsert, [1, 'x', ada.data.toString(), null], /"public.people.email" is of another column/],
        [upsert, [1, 'x', null, Buffer.from(ada.email)], /"public.people.data" is of another column/],
        [
            'insert into other values ($1, $2) on conflict (id) do update set email = excluded.email',
            [1, ada.email],
            /"public.other.email" is of another column/,
        ],
        [upsert, [1, 'x', `${ada.email.slice(0, -2)}AA`, null], /invalid token for sealed column "public.people.email"/],
        [upsert, [1, 'x', ada.email.slice(0, -1), null], /invalid token/],
        [upsert, [1, 'x', 'pgseal:token:1:', null], /invalid token/],
        [
            'insert into people (id, phone) values (9, $1)',
            [ada.email.slice(0, 150)],
            /cannot take a token for sealed column "public.people.phone"/,
        ],
        [
            'select id from people where email = $1',
            [ada.email],
            /cannot compare sealed column "public.people.email" with a token/,
        ],
        ['select id from people where email = any($1)', [['x', ada.email]], /cannot compare/],
        [`select id from people where email in ('x', '${ada.email}')`, [], /cannot compare/],
        ['delete from people where email = $1', [ada.email], /cannot compare/],
    ];
    for (const [text, values, message] of elsewhere) {
        await assert.rejects(client.query(text, values), { code: '22023', message }, text);
    }
    const refused = [
        "select coalesce(email, 'none') from people",
        "select email from people union all select 'none'",
    ];
    for (const text of refused)
        await assert.rejects(client.query(text), { code: '0A000' }, text);
    // One that may open seals no token in the place of what it stands for.
    await assert.rejects(full.query(insert, [4, 'x', ada.email, null]), {
        code: '22023',
        message: /cannot take a token for sealed column "public.people.email"/,
    });
    assert.deepEqual(await stored(), before);
    assert.deepEqual((await full.query('select id, email, data from people order by id')).rows, [
        { id: 1, email: 'ada@x.org', data: Buffer.from('one') },
        { id: 2, email: 'bob@x.org', data: null },
    ]);
    assert.equal((await direct.query('select from people')).rowCount, 2);
    for (const line of database.log().split('\n'))
        assert.ok(!line.includes(ada.email.slice(20)), 'no token in the log');
});
//# sourceMappingURL=tokens.test.js.map