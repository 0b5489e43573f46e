// UPDATE on tables with a record: rows whose values are sealed anew because a column of the record changes (C58, B17).
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { parseEnvelope } from '../../../src/seal/envelope.js';
import { KmsServer } from '../../kms-server/kms-server.js';
import { sharedPostgres } from '../../support/postgres.js';
import { WireClient } from '../../support/wire-client.js';
import { proxiedDatabase } from '../proxied-database.js';
const tables = `
  create table accounts (id int primary key, org varchar(8) not null, name text, email text, phone varchar(20), born date);
  create table fixed (id int primary key, email text);
  create table seen (what text)`;
const map = (endpoint, keyId, head) => `
${head}
keys:
  default: { kms: aws, keyId: "${keyId}", endpoint: "${endpoint}", dataKeys: per-row }
  phone: { kms: aws, keyId: "${keyId}", endpoint: "${endpoint}", dataKeys: branch }
tables:
  public.accounts:
    record: { template: "accounts/{org}/{id}", rebind: true }
    columns:
      email: { type: text }
      phone: { type: varchar(20), key: phone }
      born: { type: date }
  public.fixed:
    record: "fixed/{id}"
    columns: { email: { type: text } }
`;
const rows = `
  insert into accounts (id, org, name, email, phone, born) values
    (1, 'a', 'Ada', 'canary-ada@x.org', '+1', '1815-12-10'), (2, 'a', 'Bob', 'canary-bob@x.org', null, null),
    (3, 'b', 'Cyd', null, '+3', '2000-02-29'), (4, 'b', 'Dan', null, null, null)`;
const kms = new KmsServer();
let endpoint;
let keyId;
let database;
let sealed;
let plain;
let direct;
before(async () => {
    endpoint = await kms.listen();
    keyId = kms.keys.create('ENCRYPT_DECRYPT', false).arn;
    Object.assign(process.env, { AWS_ACCESS_KEY_ID: 'AKIDRECORD', AWS_SECRET_ACCESS_KEY: 'not checked' });
    database = await proxiedDatabase(await sharedPostgres(), { tables, map: map(endpoint, keyId, 'mode: full') });
    sealed = await WireClient.connectUrl(database.url);
    plain = await WireClient.connectUrl(database.plainUrl);
    direct = await WireClient.connectUrl(database.directUrl);
});
after(async () => {
    await Promise.all([sealed, plain, direct].map((client) => client.close()));
    await database.close();
    await kms.close();
});
beforeEach(async () => {
    for (const client of [sealed, plain]) {
        await client.rows('delete from accounts');
        await client.rows(rows);
    }
});
const summary = (outcome) => [
    outcome.error?.C ?? outcome.tags,
    outcome.rows.map((row) => row.map((value) => value?.toString() ?? null).join('|')).sort(),
];
/** The same statement on both twins, by both protocols. */
async function both(sql, values = []) {
    const [ours, theirs] = [await sealed.extended(sql, { values }), await plain.extended(sql, { values })];
    assert.deepEqual(summary(ours), summary(theirs), `${sql}: ${ours.error?.M} ${ours.error?.D}`);
    return summary(ours);
}
/** The records that the stored values of the table are bound to: each must be that of its own row. */
async function checkRecords() {
    let count = 0;
    for (const column of ['email', 'phone', 'born']) {
        const stored = await direct.rows(`select 'accounts/' || org || '/' || id, encode((${column}).c, 'hex') from accounts where ${column} is not null`);
        for (const [record, envelope] of stored) {
            assert.equal(parseEnvelope(Buffer.from(envelope, 'hex'), column).record.toString(), record);
            count += 1;
        }
    }
    return count;
}
const returning = 'returning id, org, email, phone, born';
test('a column of the record is set: every sealed value of the row is sealed anew, also when none is named', async () => {
    const before = kms.calls.length;
    await both(`update accounts set id = 11 where id = 1 ${returning}`);
    assert.equal(await checkRecords(), 6);
    const contexts = kms.calls.slice(before).map((call) => [call.operation, call.context['pgseal:record']]);
    assert.deepEqual(contexts, [
        ['Decrypt', 'accounts/a/1'],
        ['GenerateDataKey', 'accounts/a/11'],
    ]);
    await both(`update accounts set org = $1 where id = $2 ${returning}`, ['zz', '11']);
    await both(`update accounts set (id, org) = ($1, 'q'), name = 'x' where id = 11 or org = 'b' and id = 3 and false ${returning}`, ['12']);
    await both(`update accounts set id = 5 where id = 4 ${returning}`);
    assert.equal(await checkRecords(), 6);
});
test('the new record is computed with the row', async () => {
    await both(`update accounts set id = id + 100 ${returning}`);
    await both(`update accounts set org = org || id % 10, name = upper(name) where id < 103 ${returning}`);
    await both(`update accounts set id = length(name) * 1000 + id::numeric + 0.4, born = $1 where org = 'b' ${returning}`, ['1999-01-01']);
    await both(`update accounts a set id = o.id + 10000, email = $1 from accounts o where o.id = a.id and a.org like 'a%' ${returning.replace(/\b(id|org|email|phone|born)\b/g, 'a.$1')}`, ['canary-new@x.org']);
    assert.equal(await checkRecords(), 8 - 1);
    await both('update accounts set id = (select max(id) from accounts o) + accounts.id, phone = null');
    await checkRecords();
});
test('what the column refuses is refused as PostgreSQL does, and nothing is changed', async () => {
    await both('update accounts set org = null where id = 1');
    await both('update accounts set org = nullif(org, $1) where id < 3', ['a']);
    await both("update accounts set org = 'much longer than eight' where id = 1");
    await both("update accounts set org = org || 'much longer than eight'");
    await both('update accounts set id = $1 where id = 2', ['1']);
    await both('update accounts set id = 3000000000 where id = 2');
    await both("update accounts set id = 7, born = 'no date' where id = 2");
    assert.deepEqual(await direct.rows('select id, org from accounts order by id'), [
        ['1', 'a'],
        ['2', 'a'],
        ['3', 'b'],
        ['4', 'b'],
    ]);
    assert.equal(await checkRecords(), 6);
});
test('plain columns outside the record are none of its business', async () => {
    const before = kms.calls.length;
    await both("update accounts set name = name || '!' where org = 'a' returning name");
    assert.equal(kms.calls.length, before);
});
test('sealed columns of many rows are bound to the records of their rows', async () => {
    await both(`update accounts set email = $1, phone = '+9' where org = 'a' or id = 4 returning id, email, phone`, [
        'canary-many@x.org',
    ]);
    assert.equal(await checkRecords(), 9);
});
test('in a transaction and by a simple Query', async () => {
    for (const client of [sealed, plain]) {
        await client.rows('begin');
        await client.rows("update accounts set id = id + 50; update accounts set org = 'c' where id > 52");
        await client.rows('savepoint s');
        await client.rows('update accounts set id = id + 1000');
        await client.rows('rollback to s');
        await client.rows('commit');
    }
    const look = 'select id, org, name from accounts order by id';
    assert.deepEqual(await sealed.rows(look), await plain.rows(look));
    assert.equal(await checkRecords(), 6);
});
test('a value that was moved to another row is not opened, and not given a new record', async () => {
    await direct.rows('update accounts set email = (select email from accounts where id = 1) where id = 2');
    const outcome = await sealed.query('update accounts set id = id + 10');
    assert.equal(outcome.error?.C, 'XX001');
    assert.deepEqual(await direct.rows('select id from accounts order by id'), [['1'], ['2'], ['3'], ['4']]);
});
test('what would leave a value behind is refused by name', async () => {
    for (const [sql, code, words] of [
        ['update fixed set id = id + 1', '0A000', /bound to record/],
        ['update accounts set id = default where id = 1', '0A000', /"id" is set to its default/],
        ['update accounts set (id, org) = (select 1, 2) where id = 1', '0A000', /subquery/],
        ["update accounts set id = id + 1, email = coalesce(email, 'x')", '0A000', /keeps "email"/],
        [
            'with x as (update accounts set id = 9 where id = 1 returning id) select * from x',
            '0A000',
            /statement around it/,
        ],
    ]) {
        const { error } = await sealed.query(sql);
        assert.equal(error?.C, code, sql);
        assert.match(`${error?.M} ${error?.D}`, words);
    }
});
test('in mode encrypt-only nothing can be sealed anew', async () => {
    const { url } = await database.startProxy(map(endpoint, keyId, 'mode: encrypt-only'));
    const client = await WireClient.connectUrl(url);
    const outcome = await client.query('update accounts set id = 50 where id = 1');
    assert.equal(outcome.error?.C, '42501');
    assert.match(outcome.error.M, /encrypt-only/);
    await client.close();
});
//# sourceMappingURL=rebind.test.js.map