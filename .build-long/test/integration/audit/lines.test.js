import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AuditedDatabase } from './audited-database.js';
const tables = 'create table users (id int primary key, name text, email text, phone varchar(20))';
const columns = `  public.users:
    columns:
      email: { type: text, search: [equality] }
      phone: { type: varchar(20) }`;
const email = 'public.users.email';
const phone = 'public.users.phone';
test('a line for each statement that seals, opens or searches: who, what, under which calls of the KMS', async (t) => {
    const place = await AuditedDatabase.start(t, { tables, columns });
    const { client, kms } = place;
    const calls = (operation) => kms.calls.filter((call) => call.operation === operation).map(({ requestId }) => requestId);
    const [inserted, ...noMore] = await place.during(() => client.query('insert into users values ($1, $2, $3, $4), (2, $2, $3, null)', [1, 'n', 'canary@x.org', '+canary']));
    assert.equal(noMore.length, 0);
    const { time, connection, id, fingerprint, keys, ...rest } = inserted;
    assert.ok(Math.abs(Date.parse(String(time)) - Date.now()) < 60_000);
    assert.equal(id, `${connection}/1`);
    assert.match(String(fingerprint), /^[0-9a-f]{16}$/);
    assert.match(String(keys), /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    const { v, segment, run, n, prev, mac, ...told } = rest;
    assert.deepEqual(told, {
        event: 'statement',
        user: 'postgres',
        application: 'audit test',
        client: '127.0.0.1',
        statement: 'InsertStmt',
        tables: ['public.users'],
        columns: { seals: [email, phone], searches: [], opens: [] },
        sealed: { [email]: 2, [phone]: 1 },
        opened: {},
        records: [],
        kmsCalls: 2,
        kmsRequests: calls('GenerateDataKey').slice(-2),
        cacheHits: 0,
        outcome: 'ok',
    });
    const [read] = await place.during(() => client.query('select email, phone from users'));
    assert.deepEqual(read.opened, { [email]: 2, [phone]: 1 });
    assert.deepEqual(new Set(read.kmsRequests), new Set(calls('Decrypt').slice(-2)));
    assert.deepEqual(read.keys, keys);
    const [other] = await place.during(() => client.query("select phone, email from users where id = '1'"));
    const [same] = await place.during(() => client.query('SELECT phone,email FROM users WHERE id = 2'));
    assert.equal(same.fingerprint, other.fingerprint);
    assert.notEqual(other.fingerprint, read.fingerprint);
    const [searched] = await place.during(() => client.query('select id from users where email = $1', ['canary@x.org']));
    assert.deepEqual(searched.columns, { seals: [], searches: [email], opens: [] });
    assert.equal(searched.kmsCalls, 0);
    assert.deepEqual(await place.during(() => client.query('select id, name from users')), []);
    assert.deepEqual(await place.during(() => client.query('delete from users where id = 77')), []);
    const [updated] = await place.during(() => client.query("update users set phone = 'canary' where id = 1 returning phone"));
    assert.deepEqual([updated.sealed, updated.opened], [{ [phone]: 1 }, { [phone]: 0 }], 'what it sealed itself is not opened');
});
test('failures are told with their SQLSTATE: of the server, of the KMS, of a value that does not open', async (t) => {
    const place = await AuditedDatabase.start(t, { tables, columns });
    const { client, kms } = place;
    await client.query("insert into users (id, email) values (1, 'canary')");
    const fails = (text) => place.during(() => assert.rejects(client.query(text)));
    const [unique] = await fails("insert into users (id, email) values (1, 'again')");
    assert.deepEqual([unique.outcome, unique.sealed], ['23505', { [email]: 1 }]);
    kms.deny('AKIDALL', 'Decrypt');
    const [denied] = await fails('select email from users');
    kms.deny('AKIDALL');
    assert.deepEqual([denied.outcome, denied.error, denied.opened], ['42501', 'keyServiceDenied', { [email]: 0 }]);
    assert.equal(denied.kmsRequests.length, 1, 'the refused call is in the log of the KMS too');
    const { default: pg } = await import('pg');
    const owner = new pg.Client({ connectionString: place.database.directUrl });
    await owner.connect();
    await owner.query('insert into users (id, email) select 2, row((email).v, set_byte((email).c, length((email).c) - 1, (get_byte((email).c, length((email).c) - 1) + 1) % 256), (email).eq)::pgseal.text_eq from users where id = 1');
    await owner.end();
    const [broken] = await fails('select email from users where id = 2');
    assert.deepEqual([broken.outcome, broken.error], ['XX001', 'openFailed']);
});
test('rows that leave before the end are on record first; a suspended portal is told each time', async (t) => {
    const place = await AuditedDatabase.start(t, { tables, columns, dataKeys: 'branch' });
    const { client } = place;
    const long = 'x'.repeat(1000);
    for (let first = 1; first <= 400; first += 100) {
        const rows = Array.from({ length: 100 }, (_, at) => `(${first + at}, '${long}')`);
        await client.query(`insert into users (id, email) values ${rows.join()}`);
    }
    const lines = await place.during(() => client.query('select email from users'));
    assert.deepEqual(lines.map(({ outcome }) => outcome), ['begun', 'ok']);
    assert.equal(lines[0].id, lines[1].id);
    assert.deepEqual(lines[1].opened, { [email]: 400 });
    assert.equal(lines[1].cacheHits, 400);
    const all = await place.during(async () => {
        await client.query('begin');
        await client.query({ text: 'select email from users', rows: 30 });
        await client.query('commit');
    });
    const suspended = all.filter(({ outcome }) => outcome !== 'begun');
    assert.equal(suspended.length, 14);
    const counts = suspended.map(({ opened }) => opened[email] ?? 0);
    assert.equal(counts.reduce((sum, count) => sum + count, 0), 400);
    assert.equal(suspended.filter(({ outcome }) => outcome === 'suspended').length, 13);
});
test('branch: the first statement tells the call for the branch key, the next ones that none was made', async (t) => {
    const place = await AuditedDatabase.start(t, { tables, columns, dataKeys: 'branch' });
    const { client } = place;
    const [first] = await place.during(() => client.query("insert into users (id, email) values (1, 'a')"));
    const [second] = await place.during(() => client.query("insert into users (id, email) values (2, 'a')"));
    assert.deepEqual([first.kmsCalls, second.kmsCalls], [1, 0]);
    assert.deepEqual(first.keys, second.keys);
    const [read] = await place.during(() => client.query('select email from users'));
    assert.deepEqual([read.kmsCalls, read.cacheHits], [0, 2]);
});
test('the application’s name is the one it has at the time; no value and no text is in any line', async (t) => {
    const place = await AuditedDatabase.start(t, { tables, columns });
    const { client } = place;
    await client.query("set application_name = 'another'");
    const [line] = await place.during(() => client.query("insert into users (id, email) values (1, 'canary secret')"));
    assert.equal(line.application, 'another');
    await client.query('select email from users where email = $1', ['canary secret']);
    await client.query("select id from users where email in ('canary secret', 'canary other')");
    await place.close();
    const text = place.text();
    for (const needle of ['canary', 'select', 'insert into', Buffer.from('canary').toString('hex'), 'Y2FuYXJ5']) {
        assert.ok(!text.includes(needle), needle);
    }
    const { code, stdout } = await place.verify();
    assert.equal(code, 0, stdout);
    assert.match(stdout, /: whole\n$/);
});
test('what a user may not do is told: a role of the map, a name of schema pgseal', async (t) => {
    const place = await AuditedDatabase.start(t, { tables, columns, alerts: 'roles: { public: { else: refuse } }\n' });
    const { client } = place;
    await client.query("insert into users (id, email) values (1, 'a')");
    await assert.rejects(client.query('select email from users'), { code: '42501' });
    await assert.rejects(client.query('select * from pgseal.keys'), { code: '42501' });
    await assert.rejects(client.query('select hashtext(email) from users'), { code: /0A000|42501/ });
    const refused = place.lines().filter(({ event }) => event === 'refused');
    assert.ok(refused.length >= 2);
    assert.deepEqual([refused[0].user, refused[0].outcome], ['postgres', '42501']);
    assert.match(String(refused[0].message), /public\.users\.email/);
});
test('columns that are compared with one another, by a view or a conflict, and values sealed anew have a line with their tables', async (t) => {
    const place = await AuditedDatabase.start(t, {
        tables: `${tables}; create unique index users_email on users (email); create table cards (id int primary key, number text)`,
        columns: `${columns}\n  public.cards: { record: { template: "cards/{id}", rebind: true }, columns: { number: { type: text } } }`,
        dataKeys: 'branch',
    });
    const { client } = place;
    await client.query("insert into users (id, email) values (1, 'a'); insert into cards values (1, '4711')");
    await client.query('create view twins as select a.id from users a join users b on a.email = b.email');
    const number = 'public.cards.number';
    const searches = { seals: [], searches: [email], opens: [] };
    const cases = [
        ['select a.id from users a join users b on a.email = b.email', 'public.users', searches],
        ['select count(*) from twins', 'public.users', searches],
        ['insert into users (id) values (2) on conflict (email) do nothing', 'public.users', searches],
        ['update cards set id = 2', 'public.cards', { seals: [number], searches: [], opens: [number] }],
    ];
    for (const [sql, table, told] of cases) {
        const lines = await place.during(() => client.query(sql));
        assert.deepEqual(lines.map((line) => [line.tables, line.columns]), [[[table], told]], sql);
    }
});
//# sourceMappingURL=lines.test.js.map