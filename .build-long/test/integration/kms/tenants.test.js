import assert from 'node:assert/strict';
import { test } from 'node:test';
import pg from 'pg';
import { KmsServer } from '../../kms-server/kms-server.js';
import { sharedPostgres } from '../../support/postgres.js';
import { runPgseal } from '../../support/run-pgseal.js';
import { proxiedDatabase } from '../proxied-database.js';
const tables = `
  create table contracts (id int generated always as identity primary key, tenant_id text not null default current_setting('app.tenant', true),
    terms text, signed text not null) partition by range (id);
  create table contracts_low partition of contracts for values from (0) to (3);
  create table contracts_high partition of contracts default;
  create table letters (id int primary key, org int not null, body text);
  create table deals (id int primary key, tenant_id text not null, terms text, note text);
  create table files (id int primary key, tenant_id varchar(20) not null, title text, body text)`;
const map = (endpoint, { shared, acme }) => `
mode: full
keys:
  default: { kms: aws, keyId: "${shared}", endpoint: "${endpoint}", region: eu-central-1, dataKeys: branch }
  owned:
    { kms: aws, keyId: "${shared}", endpoint: "${endpoint}", region: eu-central-1,
      tenants: { column: tenant_id, keys: { acme: "${acme}" }, alias: "alias/tenant-{tenant}" } }
tables:
  public.contracts:
    columns:
      terms: { type: text, key: owned }
      signed: { type: text, key: owned }
  public.letters:
    tenant: org
    columns:
      body: { type: text }
`;
const moving = `
  public.deals:
    tenant: { column: tenant_id, rebind: true }
    columns:
      terms: { type: text, key: owned }
      note: { type: text }
  public.files:
    record: { template: "files/{id}", rebind: true }
    tenant: tenant_id
    columns:
      title: { type: text, key: owned }
      body: { type: text, key: owned }
`;
async function tenants(t, rows = '', more = '') {
    Object.assign(process.env, { AWS_ACCESS_KEY_ID: 'AKIDALL', AWS_SECRET_ACCESS_KEY: 'not checked' });
    const kms = new KmsServer();
    const endpoint = await kms.listen();
    const key = () => kms.keys.create('ENCRYPT_DECRYPT', false).arn;
    const keys = { kms, acme: key(), umbrella: key(), shared: key() };
    kms.keys.alias('alias/tenant-umbrella', keys.umbrella);
    const text = map(endpoint, keys) + more;
    const database = await proxiedDatabase(await sharedPostgres(), { tables: `${tables};${rows}`, map: text });
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
        await kms.close();
    });
    return {
        ...keys,
        database,
        text,
        connect,
        client: await connect(database.url),
        direct: await connect(database.directUrl),
    };
}
test('rows are sealed under the keys of their tenant, which a parameter, a constant or a default names', async (t) => {
    const { kms, client, acme, umbrella, shared, direct } = await tenants(t);
    await client.query('insert into contracts (tenant_id, terms, signed) values ($1, $2, $3), ($4, $5, $6)', [
        ...['acme', 'one', 's1'],
        ...['umbrella', 'two', 's2'],
    ]);
    await client.query("insert into contracts (tenant_id, terms, signed) values ('acme', 'three', 's3')");
    await client.query("set app.tenant = 'umbrella'");
    await client.query("insert into contracts (terms, signed) values ('four', 's4')");
    assert.deepEqual(kms.calls.filter(({ operation }) => operation === 'GenerateDataKey').map(({ keyId, context }) => [keyId, context]), [
        [acme, 'acme'],
        [umbrella, 'umbrella'],
        [acme, 'acme'],
        [umbrella, 'umbrella'],
    ].map(([arn, tenant]) => [arn, { 'pgseal:table': 'public.contracts', 'pgseal:tenant': tenant }]));
    await client.query('insert into letters values (1, $1, $2), (2, 8, $3)', [7, 'dear', 'sir']);
    const { rows } = await direct.query("select kind, tenant, arn from pgseal.keys where named_key = 'default' order by tenant");
    assert.deepEqual(rows, ['7', '8'].map((tenant) => ({ kind: 'branch', tenant, arn: shared })));
    // Nothing is sealed for a tenant that is not known, or not known beforehand.
    const before = kms.count('GenerateDataKey');
    const refused = [
        ["insert into contracts (tenant_id, terms, signed) values ('other', 'x', 'y')", '22023'],
        ["insert into contracts (tenant_id, terms, signed) values ('', 'x', 'y')", '22023'],
        ["insert into contracts (tenant_id, terms, signed) values (null, 'x', 'y')", '23502'],
        ["insert into contracts (tenant_id, terms, signed) values (upper('x'), 'x', 'y')", '0A000'],
        ["update contracts set tenant_id = 'acme'", '0A000'],
    ];
    for (const [text, code] of refused) {
        await assert.rejects(client.query(text), (error) => {
            assert.equal(error.code, code, text);
            assert.match(error.message, /tenant_id/);
            assert.doesNotMatch(JSON.stringify(error), /"other"|'other'/);
            return true;
        });
    }
    assert.equal(kms.count('GenerateDataKey'), before);
});
test('rows are opened under the keys of their tenant, and a value that was moved to another tenant is not', async (t) => {
    const { kms, client, direct, database, text, connect } = await tenants(t);
    const insert = 'insert into contracts (tenant_id, terms, signed) values ($1, $2, $3) returning terms';
    for (const tenant of ['acme', 'umbrella', 'acme']) {
        const { rows } = await client.query(insert, [tenant, `terms of ${tenant}`, 's']);
        assert.deepEqual(rows, [{ terms: `terms of ${tenant}` }]);
    }
    await client.query("insert into letters values (1, 7, 'dear'), (2, 8, 'sir')");
    const other = await connect((await database.startProxy(text)).url);
    const rowsOf = async (query) => (await other.query({ text: query, rowMode: 'array' })).rows;
    assert.deepEqual(await rowsOf('select terms, id from contracts order by id'), [
        ['terms of acme', 1],
        ['terms of umbrella', 2],
        ['terms of acme', 3],
    ]);
    assert.deepEqual(kms.calls
        .filter(({ operation }) => operation === 'Decrypt')
        .map(({ context }) => context['pgseal:tenant'])
        .toSorted(), ['acme', 'acme', 'umbrella']);
    assert.deepEqual(await rowsOf('select body from letters order by id'), [['dear'], ['sir']]);
    assert.deepEqual(await rowsOf('select c.terms, l.body from contracts c, letters l where c.id = 2 and l.org = 8'), [
        ['terms of umbrella', 'sir'],
    ]);
    const before = kms.calls.length;
    assert.equal((await client.query('update contracts set signed = $1 where id <= 2', ['new'])).rowCount, 2);
    assert.equal((await client.query('update contracts set signed = $1 where id = 3', ['newer'])).rowCount, 1);
    assert.deepEqual(kms.calls
        .slice(before)
        .filter(({ operation }) => operation === 'GenerateDataKey')
        .map(({ context }) => context['pgseal:tenant'])
        .toSorted(), ['acme', 'acme', 'umbrella'], 'an UPDATE seals anew under the keys of the tenant of each row');
    assert.deepEqual(await rowsOf('select signed from contracts order by id'), [['new'], ['new'], ['newer']]);
    // The writer of the database moves values between tenants: of one partition to another, and under one KMS key.
    await direct.query('update contracts set terms = (select terms from contracts where id = 1) where id = 2');
    await direct.query('update letters set body = (select body from letters where id = 1) where id = 2');
    const moved = { code: 'XX001', message: /could not open a sealed value/ };
    await assert.rejects(rowsOf('select terms from contracts where id = 2'), moved);
    await assert.rejects(rowsOf('select terms from contracts order by id'), moved);
    await assert.rejects(rowsOf('select body from letters'), moved);
    await assert.rejects(rowsOf('select c.terms from contracts c join letters l on l.id = c.id where l.id = 2'), moved);
    await assert.rejects(rowsOf('select terms from contracts union all select null'), moved);
    // Where nothing tells the row, nothing would tell whose value it is.
    const untold = { code: '0A000', message: /cannot tell which row/ };
    await assert.rejects(rowsOf('select (select body from letters where id = 2)'), untold);
    await assert.rejects(rowsOf('select coalesce(a.body, b.body) from letters a, letters b where a.id = 2'), untold);
    assert.deepEqual(await rowsOf('select signed from contracts where id = 2'), [['new']]);
    assert.deepEqual(await rowsOf('select body from letters where id = 1'), [['dear']]);
});
test('rows that exist are sealed under the keys of their tenant', async (t) => {
    const { kms, acme, umbrella, direct } = await tenants(t, "insert into contracts (tenant_id, terms, signed) values ('acme', 'a', 's'), ('umbrella', null, 's'), ('acme', 'b', 's')");
    assert.deepEqual(kms.calls
        .filter(({ operation }) => operation === 'GenerateDataKey')
        .map(({ keyId, context }) => [keyId, context['pgseal:tenant']])
        .toSorted(), [
        [acme, 'acme'],
        [acme, 'acme'],
        [umbrella, 'umbrella'],
    ].toSorted());
    const { rows } = await direct.query(`select c.tenant_id, k.tenant from contracts c join pgseal.keys k
      on k.id = encode(substring((c.signed).c::bytea from 5 for 16), 'hex')::uuid order by c.id`);
    assert.deepEqual(rows.map((row) => [row.tenant_id, row.tenant]), ['acme', 'umbrella', 'acme'].map((tenant) => [tenant, tenant]));
});
test('shred writes over a tenant with a KMS key of its own, and has the key deleted', async (t) => {
    const { kms, client, acme, umbrella, direct, database, text, connect } = await tenants(t);
    for (const tenant of ['acme', 'umbrella', 'acme']) {
        await client.query('insert into contracts (tenant_id, terms, signed) values ($1, $2, $3)', [tenant, 't', 's']);
    }
    const before = (await direct.query("select (terms).c as terms, (signed).c as signed from contracts where tenant_id = 'umbrella'")).rows;
    const config = database.writeMap(text);
    const command = (...more) => runPgseal(['shred', '--config', config, '--admin-url', database.directUrl, ...more]);
    assert.equal((await command('--tenant', 'acme')).code, 2, 'it asks');
    assert.equal((await command('--tenant', 'nobody', '--yes')).code, 1);
    kms.deny('AKIDALL', 'ScheduleKeyDeletion');
    const denied = await command('--tenant', 'acme', '--yes');
    assert.equal(denied.code, 1);
    assert.match(denied.stderr, /permission denied by the key service/);
    kms.deny('AKIDALL');
    const done = await command('--tenant', 'acme', '--yes', '--days', '7');
    assert.equal(done.code, 0);
    assert.match(done.stdout, /public\.contracts\.terms: 2 values; they become NULL/);
    assert.match(done.stdout, /public\.contracts\.signed: 2 values; they are written over/);
    assert.match(done.stdout, /public\.contracts\.terms: 2 written over\n/);
    assert.match(done.stdout, /write-ahead log/);
    assert.equal(kms.keys.find(acme).state, 'PendingDeletion');
    assert.equal(kms.keys.find(umbrella).state, 'Enabled');
    const { rows } = await direct.query("select terms is null as gone, octet_length((signed).c) as length from contracts where tenant_id = 'acme'");
    assert.deepEqual(rows, [
        { gone: true, length: 114 },
        { gone: true, length: 114 },
    ]);
    const after = (await direct.query("select (terms).c as terms, (signed).c as signed from contracts where tenant_id = 'umbrella'")).rows;
    assert.deepEqual(after, before, 'others are not touched');
    const again = await command('--tenant', 'acme', '--yes');
    assert.equal(again.code, 0);
    assert.match(again.stdout, /public\.contracts\.signed: 0 values/);
    const other = await connect((await database.startProxy(text)).url);
    const insert = 'insert into contracts (tenant_id, terms, signed) values ($1, $2, $3)';
    await assert.rejects(other.query(insert, ['acme', 't', 's']), { code: '55000' });
    await other.query(insert, ['umbrella', 't', 's']);
    assert.deepEqual((await other.query('select id, terms from contracts order by id')).rows.slice(0, 3), [
        { id: 1, terms: null },
        { id: 2, terms: 't' },
        { id: 3, terms: null },
    ]);
    await assert.rejects(other.query('select signed from contracts where id = 1'), { code: 'XX001' });
    assert.deepEqual((await other.query('select signed from contracts where id = 2')).rows, [{ signed: 's' }]);
});
test('shred of a tenant without a KMS key of its own says that it only locks out', async (t) => {
    const { kms, client, direct, database, text, connect } = await tenants(t);
    await client.query("insert into letters values (1, 7, 'dear'), (2, 8, 'sir')");
    await client.query("insert into letters values (3, 9, 'sir')");
    const config = database.writeMap(text.replace(/^ {2}public\.contracts:\n(?: {4}.*\n)*/m, ''));
    const done = await runPgseal([
        'shred',
        '--config',
        config,
        '--admin-url',
        database.directUrl,
        '--tenant',
        '7',
        '--yes',
    ]);
    assert.equal(done.code, 0, done.stderr);
    assert.match(done.stdout, /public\.letters\.body: 1 value; they stay, locked out/);
    assert.match(done.stdout, /this only locks it out/);
    assert.equal(kms.count('ScheduleKeyDeletion'), 0);
    assert.equal((await direct.query('select 1 from letters where body is not null')).rowCount, 3);
    const other = await connect((await database.startProxy(text)).url);
    await assert.rejects(other.query("insert into letters values (4, 7, 'more')"), { code: '55000' });
    await other.query("insert into letters values (5, 8, 'more')");
    await assert.rejects(other.query('select body from letters where org = 7'), { code: 'XX001' });
    assert.deepEqual((await other.query('select body from letters where org = 8 order by id')).rows, [
        { body: 'sir' },
        { body: 'more' },
    ]);
});
test('shred touches no KMS key that others use too', async (t) => {
    const { kms, client, umbrella, database, text } = await tenants(t);
    kms.keys.alias('alias/tenant-twin', umbrella);
    for (const tenant of ['umbrella', 'twin']) {
        await client.query('insert into contracts (tenant_id, terms, signed) values ($1, $2, $3)', [tenant, 't', 's']);
    }
    const done = await runPgseal([
        ...['shred', '--config', database.writeMap(text), '--admin-url', database.directUrl, '--tenant', 'twin', '--yes'],
    ]);
    assert.equal(done.code, 1);
    assert.match(done.stderr, /is used for others too/);
    assert.equal(kms.keys.find(umbrella).state, 'Enabled');
});
test('with rebind: true a row moves to another tenant: sealed anew under its keys, in one transaction', async (t) => {
    const { kms, client, direct, database, text, connect, acme, umbrella } = await tenants(t, '', moving);
    await client.query(`insert into deals values (1, 'acme', 'canary-terms-1', 'canary-note-1'), (2, 'acme', null, 'canary-note-2'),
    (3, 'umbrella', 'canary-terms-3', null)`);
    await client.query(`insert into files values (1, 'acme', 'canary-title-1', 'canary-body-1'), (2, 'acme', null, 'canary-body-2')`);
    await client.query('begin');
    const { rows, rowCount } = await client.query("update deals set tenant_id = $1 where tenant_id = 'acme' returning id, tenant_id, terms, note", ['umbrella']);
    assert.equal(rowCount, 2);
    assert.deepEqual(rows.toSorted((a, b) => a.id - b.id), [
        { id: 1, tenant_id: 'umbrella', terms: 'canary-terms-1', note: 'canary-note-1' },
        { id: 2, tenant_id: 'umbrella', terms: null, note: 'canary-note-2' },
    ]);
    await client.query('rollback');
    assert.deepEqual((await client.query('select terms from deals where id = 1')).rows, [{ terms: 'canary-terms-1' }]);
    // Moved together with the record, and by a value that is computed with the row.
    await client.query("update deals set tenant_id = 'umbrella', terms = 'canary-new' where id = 1");
    await client.query("update deals set tenant_id = replace(tenant_id, 'acme', 'umbrella') where id = 2");
    await client.query("update files set tenant_id = 'umbrella', id = id + 10");
    // Nothing rests on the keys that the rows had: another proxy opens them with those gone.
    kms.keys.find(acme).state = 'Disabled';
    const other = await connect((await database.startProxy(text)).url);
    const since = kms.calls.length;
    assert.deepEqual((await other.query('select * from deals order by id')).rows, [
        { id: 1, tenant_id: 'umbrella', terms: 'canary-new', note: 'canary-note-1' },
        { id: 2, tenant_id: 'umbrella', terms: null, note: 'canary-note-2' },
        { id: 3, tenant_id: 'umbrella', terms: 'canary-terms-3', note: null },
    ]);
    assert.deepEqual((await other.query('select * from files order by id')).rows, [
        { id: 11, tenant_id: 'umbrella', title: 'canary-title-1', body: 'canary-body-1' },
        { id: 12, tenant_id: 'umbrella', title: null, body: 'canary-body-2' },
    ]);
    const calls = kms.calls.slice(since).filter(({ operation }) => operation === 'Decrypt');
    assert(calls.length > 0 && calls.every(({ context }) => context['pgseal:tenant'] === 'umbrella'));
    assert(calls.some(({ keyId }) => keyId === umbrella));
    kms.keys.find(acme).state = 'Enabled';
    // Refused, and nothing is changed: a tenant without a key, none at all, one that only the server knows, and a value of another.
    const stored = (await direct.query('select * from deals order by id')).rows;
    for (const [query, code] of [
        ["update deals set tenant_id = 'other' where id = 1", '22023'],
        ["update deals set tenant_id = '' where id = 1", '22023'],
        ['update deals set tenant_id = null where id = 1', '23502'],
        ['update deals set tenant_id = default where id = 1', '0A000'],
    ]) {
        await assert.rejects(client.query(query), { code }, query);
    }
    assert.deepEqual((await direct.query('select * from deals order by id')).rows, stored);
    await direct.query("update deals set tenant_id = 'acme' where id = 3");
    await assert.rejects(client.query("update deals set tenant_id = 'umbrella' where id = 3"), { code: 'XX001' });
});
//# sourceMappingURL=tenants.test.js.map