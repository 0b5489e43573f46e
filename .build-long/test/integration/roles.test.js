// `roles:` of a proxy in full mode: the user who has logged in decides what a sealed column gives, however it is reached.
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import pg from 'pg';
import { runAs } from '../support/owned-database.js';
import { sharedPostgres } from '../support/postgres.js';
import { proxiedDatabase } from './proxied-database.js';
const suffix = randomBytes(4).toString('hex');
const [support, auditor, stranger] = [`support_${suffix}`, `Auditor.${suffix}`, `stranger_${suffix}`];
const quoted = (name) => `"${name}"`;
const names = [support, auditor, stranger];
const tables = `
  create table people (id int primary key, name text, email text unique, ssn char(11), phone varchar(20), born date, age int);
  create table orders (id int primary key, person int, contact text);
  create table cards (id int primary key, number text);
  grant all on schema public to public;
  grant all on people, orders, cards to public;`;
const map = `
keys: { default: { kms: local, keyFile: "{keyFile}", dataKeys: branch } }
tables:
  public.people:
    columns:
      email: { type: text, search: [equality], indexGroup: mail }
      ssn: { type: char(11), search: [equality] }
      phone: { type: varchar(20), search: [equality] }
      born: { type: date }
      age: { type: int4, search: [equality] }
  public.orders:
    columns:
      contact: { type: text, search: [equality], indexGroup: mail }
  public.cards:
    record: { template: "cards/{id}", rebind: true }
    columns: { number: { type: text } }
roles:
  ${support}:
    open: [public.people.email]
    mask:
      public.people.ssn: "***-**-{last4}"
      public.people.phone: "hidden"
      public.people.born: "1900-01-01"
      public.cards.number: "****{last4}"
    search: [public.people.phone]
  "${auditor}": { refuse: [public.people.ssn], else: open }
  postgres: { else: open }
`;
let made = false;
async function place(t) {
    const server = await sharedPostgres();
    if (!made) {
        made = true;
        await runAs(server.url, names.map((name) => `create role ${quoted(name)} login`));
        await runAs(server.url, [`grant ${quoted(support)} to ${quoted(stranger)}`]);
    }
    const database = await proxiedDatabase(server, { tables, map });
    const clients = [];
    t.after(async () => {
        await Promise.all(clients.map((client) => client.end()));
        await database.close();
    });
    const as = async (user) => {
        const url = new URL(database.url);
        url.username = encodeURIComponent(user);
        const client = new pg.Client({ connectionString: url.href });
        await client.connect();
        clients.push(client);
        return client;
    };
    const owner = await as('postgres');
    await owner.query('create view mails as select id, email as mail, phone from people');
    await owner.query('create view contacts as select p.id as person, o.id as "order" from people p join orders o on o.contact = p.email');
    await owner.query('create view contacted as select person from contacts');
    await owner.query('grant select on mails, contacts, contacted to public');
    await owner.query(`insert into people values
    (1, 'Ada', 'ada@x.org', '123-45-6789', '+1', '1815-12-10', 36), (2, 'Bob', 'bob@x.org', '9', '+2', null, 40)`);
    await owner.query("insert into orders values (1, 1, 'ada@x.org')");
    return { as, directUrl: database.directUrl, log: database.log };
}
const refused = (code, message) => (error) => {
    assert.equal(error.code, code, error.message);
    assert.match(error.message, message);
    return true;
};
test('each user sees what roles give him, in text and binary, on every way to the column', async (t) => {
    const { as } = await place(t);
    const client = await as(support);
    const rows = async (text, values = []) => (await client.query(text, values)).rows;
    assert.deepEqual(await rows('select id, name, email, ssn, phone, born::text from people order by id').catch(() => []), []);
    assert.deepEqual(await rows('select id, email, ssn, phone, born from people order by id'), [
        { id: 1, email: 'ada@x.org', ssn: '***-**-6789', phone: 'hidden', born: new Date(1900, 0, 1) },
        { id: 2, email: 'bob@x.org', ssn: '***-**-****', phone: 'hidden', born: null },
    ]);
    const binary = await client.query({
        text: 'select ssn, born from people where id = $1',
        values: [1],
        binary: true,
    });
    assert.equal(String(binary.rows[0].ssn), '***-**-6789');
    // The type that clients see is the column's own.
    assert.deepEqual(binary.fields.map((field) => field.dataTypeID), [1042, 1082]);
    const masked = [
        ['select (select ssn from people where id = 1) as v', ['***-**-6789']],
        ['with c as (select * from people where id < 3) select c.phone as v from c order by c.id', ['hidden', 'hidden']],
        ['select p.phone as v from people p join orders o on o.person = p.id', ['hidden']],
        ['select phone as v from mails where id = 1', ['hidden']],
        ['select v from (select phone as v, id from mails) x where x.id = 1', ['hidden']],
        ["select coalesce(phone, 'none') as v from people where id = 1", ['hidden']],
        ["select case when id = 1 then phone else 'no' end as v from people order by id", ['hidden', 'no']],
        ['select phone as v from people where id = 1 union all select null', ['hidden', null]],
        ["update people set name = 'Ada' where id = 1 returning phone as v", ['hidden']],
        ["select phone as v from people where phone = '+2'", ['hidden']],
        ['select phone as v from people where id = 1 for update', ['hidden']],
    ];
    await client.query('prepare p (int) as select phone as v from people where id = $1');
    assert.deepEqual(await rows('execute p(1)'), [{ v: 'hidden' }]);
    await client.query('begin');
    await client.query('declare c cursor for select ssn as v, phone from people order by id');
    assert.deepEqual(await rows('fetch 1 from c'), [{ v: '***-**-6789', phone: 'hidden' }]);
    await client.query('commit');
    for (const [text, values] of masked) {
        assert.deepEqual((await rows(text)).map((row) => row.v), values, text);
    }
    // What the statement itself has sealed is its own.
    assert.deepEqual(await rows("update people set phone = '+11', age = 37 where id = 1 returning phone, age, ssn"), [
        { phone: '+11', age: 37, ssn: '***-**-6789' },
    ]);
    assert.deepEqual(await rows('insert into people (id, age) values (3, $1) returning *, (select phone from people where id = 1) as other', [5]), [{ id: 3, name: null, email: null, ssn: null, phone: null, born: null, age: 5, other: 'hidden' }]);
    assert.deepEqual(await rows('delete from people where id = 3 returning id'), [{ id: 3 }]);
    assert.deepEqual(await rows('select count(age)::int as n from people where age is not null'), [{ n: 2 }]);
    const owner = await as('postgres');
    assert.deepEqual((await owner.query('select ssn, phone, age from people where id = 1')).rows, [
        { ssn: '123-45-6789', phone: '+11', age: 37 },
    ]);
});
test('what roles refuse is refused on every way to the column, and so is a search for it', async (t) => {
    const { as } = await place(t);
    const client = await as(support);
    const read = /may not read sealed column "public\.(people\.age|orders\.contact)"/;
    const search = /may not search sealed column "public\.(people\.(age|ssn)|orders\.contact)"/;
    const cases = [
        ['select age from people', '42501', read],
        ['select * from people', '42501', read],
        ['table people', '42501', read],
        ['select (select age from people where id = 1)', '42501', read],
        ['select x.a from (select age as a from people) x', '42501', read],
        ['with c as (select age from people) select * from c', '42501', read],
        ['with c as (delete from people where id = 9 returning age) select * from c', '42501', read],
        ['select coalesce(age, 0) from people', '42501', read],
        ['select case when id = 1 then age end from people', '42501', read],
        ['select age from people union all select null', '42501', read],
        ['select null::int as a union all select age from people', '42501', read],
        ['delete from people where id = 1 returning age', '42501', read],
        ["update people set name = 'x' where id = 1 returning age", '42501', read],
        ['update people set age = coalesce(null, age) where id = 1 returning age', '42501', read],
        [
            'insert into people (id, age) values (1, 2) on conflict (id) do update set name = excluded.name returning age',
            '42501',
            read,
        ],
        ['select contact from orders', '42501', read],
        ['select o.contact from people p join orders o on o.person = p.id', '42501', read],
        // Two columns that are read differently are not mixed.
        ['select email from people union all select contact from orders', '42501', read],
        ['select ssn from people union all select phone from people', '0A000', /./],
        // A search is an oracle.
        ['select id from people where age = 36', '42501', search],
        ['select id from people where age = $1', '42501', search, [36]],
        ['select id from people where age = any($1)', '42501', search, [[36]]],
        ['select id from people where age in (36, 40)', '42501', search],
        ['select id from people where age is distinct from 36', '42501', search],
        ['select id from people where age <> 36', '42501', search],
        ['select case age when 36 then 1 end from people', '42501', search],
        ["select id from people where ssn = '9'", '42501', search],
        ['update people set name = name where ssn = $1', '42501', search, ['9']],
        ['delete from people where ssn = $1', '42501', search, ['9']],
        ['select p.id from people p join orders o on o.contact = p.email', '42501', search],
        ['select p.id from people p where email in (select contact from orders)', '42501', search],
        ['select exists (select from people where age = 36)', '42501', search],
        ['select count(*) filter (where age = 36) from people', '42501', search],
        ['insert into people (id, ssn) values (9, $1) on conflict (ssn) do nothing', '42501', search, ['9']],
        // A view that compares: with a guess written beside the column it would answer.
        ['select * from contacts where "order" = 9', '42501', search],
        ['select count(*) from contacted', '42501', search],
        ['select exists (select from contacted)', '42501', search],
        ['explain select from contacted', '42501', search],
        ['create view mine as select person from contacts', '42501', search],
        ['explain select id from people where age = 36', '42501', search],
        ['explain analyze update people set name = name where age = 36', '42501', search],
        ['select email from people union all select phone from people', '0A000', /./],
        ['select case when id = 1 then email else contact end from people, orders', '42501', read],
    ];
    for (const [text, code, message, values] of cases) {
        await assert.rejects(client.query(text, values), refused(code, message), text);
        // A simple query, where there is nothing to bind.
        if (values === undefined)
            await assert.rejects(client.query(`begin; ${text}; commit`), refused(code, message), text);
        await client.query('rollback');
    }
    await assert.rejects(client.query('declare c cursor for select age from people'), { code: '42501' });
    await assert.rejects(client.query('prepare p as select age from people'), { code: '42501' });
    await assert.rejects(client.query('copy people to stdout'), { code: '42501' });
});
test('who logged in counts: not SET ROLE, not membership, not the plan that another user has', async (t) => {
    const { as } = await place(t);
    const text = 'select ssn, phone from people where id = 1';
    const [owner, helper, inspector, other] = [
        await as('postgres'),
        await as(support),
        await as(auditor),
        await as(stranger),
    ];
    const open = [{ ssn: '123-45-6789', phone: '+1' }];
    const masked = [{ ssn: '***-**-6789', phone: 'hidden' }];
    const named = { name: 'p', text };
    for (let round = 0; round < 3; round += 1) {
        for (const query of [text, named]) {
            assert.deepEqual((await owner.query(query)).rows, open);
            assert.deepEqual((await helper.query(query)).rows, masked);
            await assert.rejects(inspector.query(query), refused('42501', /may not read sealed column "public.people.ssn"/));
            await assert.rejects(other.query(query), refused('42501', /may not read sealed column "public.people.ssn"/));
        }
    }
    assert.deepEqual((await inspector.query('select phone, age from people where id = 1')).rows, [
        { phone: '+1', age: 36 },
    ]);
    await assert.rejects(inspector.query("select 1 from people where ssn = '9'"), refused('42501', /may not search/));
    assert.deepEqual((await inspector.query('select * from contacts')).rows, [{ person: 1, order: 1 }]);
    assert.deepEqual((await inspector.query('select person from contacted where person = $1', [1])).rows, [{ person: 1 }]);
    // Members of a role are not that user, and the superuser who takes the role stays himself.
    await other.query(`set role ${quoted(support)}`);
    await assert.rejects(other.query(text), refused('42501', /may not read/));
    await owner.query(`set session authorization ${quoted(support)}`);
    assert.deepEqual((await owner.query(text)).rows, open);
    await owner.query('reset session authorization');
});
test("a trigger that puts another value in the place of one's own does not open it", async (t) => {
    const { as, directUrl } = await place(t);
    await runAs(directUrl, [
        `create function swap() returns trigger language plpgsql as $$begin
       select p.phone into new.phone from people p where p.id = 1; return new; end$$`,
        'create trigger swap before insert on orders for each row execute function swap()',
        'drop trigger swap on orders',
        'create trigger swap before insert on people for each row when (new.id = 7) execute function swap()',
    ]);
    const client = await as(auditor);
    const inspector = await as(stranger);
    // One's own value is replaced by a stored one of the same column: who may open it sees that, who may not gets an error.
    assert.deepEqual((await client.query("insert into people (id, phone) values (7, 'mine') returning phone")).rows, [
        { phone: '+1' },
    ]);
    await client.query('delete from people where id = 7');
    await assert.rejects(inspector.query("insert into people (id, phone) values (7, 'mine') returning phone"), refused('42501', /may not read sealed column "public.people.phone"/));
    assert.equal((await client.query('select from people where id = 7')).rowCount, 0, 'and the row is not there');
});
test('a mask of a value that is bound to its row is made in that row alone', async (t) => {
    const { as, directUrl } = await place(t);
    const owner = await as('postgres');
    await owner.query("insert into cards values (1, '4000123412341111'), (2, '4000123412342222')");
    const client = await as(support);
    const masked = ['****1111', '****2222'];
    const numbers = async (text) => (await client.query(text)).rows.map((row) => row.number);
    assert.deepEqual(await numbers('select number from cards order by id'), masked);
    assert.deepEqual(await numbers('select * from cards order by id'), masked);
    assert.deepEqual(await numbers('with c as (select id, number from cards) select number from c order by id'), masked);
    assert.deepEqual(await numbers("update cards set number = '9999888877776666' where id = 2 returning number"), [
        '9999888877776666',
    ]);
    // Sealed anew under another record by the proxy, which opens it: still no value of the user's.
    assert.deepEqual(await numbers('update cards set id = 5 where id = 1 returning number'), ['****1111']);
    await client.query('update cards set id = 1 where id = 5');
    await runAs(directUrl, ['update cards c set number = o.number from cards o where o.id = 3 - c.id']);
    await assert.rejects(client.query('select number from cards order by id'), { code: 'XX001' });
    await assert.rejects(client.query('update cards set id = id where id = 1 returning number'), {
        code: /XX001|0A000|42501/,
    });
});
//# sourceMappingURL=roles.test.js.map