import assert from 'node:assert/strict';
import { test } from 'node:test';
import { kmsDatabase, principals } from './kms-database.js';
test('a principal that may not decrypt writes and searches, and every read is refused by name', async (t) => {
    const { kms, full, encryptOnly } = await kmsDatabase(t);
    const client = await encryptOnly();
    const rows = async (text, values = []) => (await client.query(text, values)).rows;
    const insert = 'insert into users (id, name, email, phone, age) values ($1, $2, $3, $4, $5)';
    assert.deepEqual(await rows(`${insert} returning id, email, phone, age`, [1, 'Ada', 'ada@x.org', '+1', 36]), [
        { id: 1, email: 'ada@x.org', phone: '+1', age: 36 },
    ]);
    await rows("insert into users values (2, 'Bob', 'bob@x.org', '+2', 40), (3, 'Cy', null, default, 40)");
    assert.deepEqual(await rows('update users set email = $1 where id = $2 returning email, id', ['ada@y.org', 1]), [
        { email: 'ada@y.org', id: 1 },
    ]);
    assert.deepEqual(await rows('select id, name from users where email = $1', ['ada@y.org']), [{ id: 1, name: 'Ada' }]);
    assert.deepEqual(await rows('select id from users where age = any($1) order by id', [[40, 41]]), [
        { id: 2 },
        { id: 3 },
    ]);
    assert.deepEqual(await rows('select count(*)::int, count(email)::int as emails from users where email is not null'), [
        { count: 2, emails: 2 },
    ]);
    const upsert = `${insert} on conflict (email) do update set phone = excluded.phone, name = 'again'`;
    assert.equal((await client.query(upsert, [9, 'x', 'bob@x.org', '+22', null])).rowCount, 1);
    assert.equal((await client.query(`${insert} on conflict do nothing`, [9, 'x', 'bob@x.org', '', null])).rowCount, 0);
    assert.equal((await client.query('delete from users where age = 40 and email is null')).rowCount, 1);
    await assert.rejects(rows(insert, [4, 'x', 'bob@x.org', null, null]), { code: '23505' });
    const reads = [
        ['select email from users', [], 'email'],
        ['select * from users where id = $1', [1], 'email'],
        ['select u.age from users u join users v on u.email = v.email', [], 'age'],
        ['select case when id = 1 then phone end from users', [], 'phone'],
        ["select coalesce(email, '') from users", [], 'email'],
        ['with c as (select * from users) select age from c', [], 'age'],
        ['update users set name = $1 where id = $2 returning phone', ['x', 1], 'phone'],
        ['update users set email = coalesce($1, email) where id = $2 returning email', [null, 1], 'email'],
        ['delete from users where id = $1 returning email', [1], 'email'],
        [`${upsert} returning age`, [9, 'x', 'bob@x.org', '+22', null], 'age'],
        ['select email from users where id = 1 union all select null', [], 'email'],
    ];
    for (const [text, values, column] of reads) {
        await assert.rejects(rows(text, values), (error) => {
            assert.match(error.message, new RegExp(`public\\.users\\.${column}`), text);
            assert.equal(error.code, '42501', text);
            return true;
        }, text);
    }
    const own = kms.calls.filter(({ principal }) => principal === principals.writer);
    assert.deepEqual(own.filter(({ operation }) => operation === 'Decrypt').map(({ dryRun, error }) => ({ dryRun, error })), [{ dryRun: true, error: 'AccessDeniedException' }]);
    assert.deepEqual(new Set(own.map(({ operation }) => operation)), new Set(['Decrypt', 'GenerateDataKey', 'GenerateMac']));
    // Nothing of the refused statements happened, and who may open reads what was written.
    assert.deepEqual((await full.query('select * from users order by id')).rows, [
        { id: 1, name: 'Ada', email: 'ada@y.org', phone: '+1', age: 36 },
        { id: 2, name: 'again', email: 'bob@x.org', phone: '+22', age: 40 },
    ]);
});
//# sourceMappingURL=encrypt-only.test.js.map