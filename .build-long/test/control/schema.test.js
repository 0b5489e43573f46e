import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { forgetColumn, readRegisteredColumns, registerColumn } from '../../src/control/column-registry.js';
import { openDatabase } from '../../src/control/database.js';
import { openKeyTable } from '../../src/control/key-table.js';
import { parsePhysicalTypeName, physicalTypeName } from '../../src/control/physical-type.js';
import { checkSchemaVersion, controlGrants, missingSchema, readSchemaFacts } from '../../src/control/schema.js';
import { PgsealError } from '../../src/errors.js';
import { createOwnedDatabase, runAs } from '../support/owned-database.js';
import { sharedPostgres } from '../support/postgres.js';
const types = [
    { logicalType: 'text', terms: ['eq'] },
    { logicalType: 'text', terms: [] },
    { logicalType: 'int4', terms: ['eq'] },
];
let place;
let owner;
let control;
before(async () => {
    place = await createOwnedDatabase(await sharedPostgres(), 'control_schema');
    owner = openDatabase(place.ownerUrl);
    control = openDatabase(place.controlUrl);
});
after(async () => {
    await owner.close();
    await control.close();
});
async function applySchema() {
    return owner.transaction(async (session) => {
        const statements = missingSchema(await readSchemaFacts(session), types);
        for (const statement of statements)
            await session.query(statement);
        return statements;
    });
}
test('before apply the control login is told that the schema is missing', async () => {
    await assert.rejects(checkSchemaVersion(control), (error) => {
        assert.ok(error instanceof PgsealError);
        assert.equal(error.errorName, 'schemaMissing');
        return true;
    });
});
test('the owner of the database makes the schema without superuser rights, once', async () => {
    assert.ok((await applySchema()).length > 10);
    assert.deepEqual(await applySchema(), []);
    await owner.transaction(async (session) => {
        for (const grant of controlGrants(place.control))
            await session.query(grant);
    });
    await checkSchemaVersion(control);
});
test('a string type that comes later gets its refusing cast with the next apply', async (t) => {
    const made = await runAs(place.superuserUrl, ["select 1 from pg_available_extensions where name = 'citext'"]);
    if (made.length === 0)
        return t.skip('this server has no citext');
    await runAs(place.superuserUrl, ['create extension citext']);
    const statements = await applySchema();
    assert.equal(statements.filter((statement) => statement.startsWith('create cast')).length, 3);
    await assert.rejects(runAs(place.ownerUrl, ['select null::pgseal.text_eq::public.citext']), { code: '0A000' });
    return undefined;
});
test('a sealed value is turned into no string type, null or not', async () => {
    for (const type of ['text', 'varchar', 'varchar(3)', 'char(3)', 'name', 'bytea']) {
        await assert.rejects(runAs(place.clientUrl, [`select null::pgseal.text_none::${type}`]), { code: '0A000' }, type);
    }
});
test('clients may use the types and read none of the tables', async () => {
    await runAs(place.clientUrl, [
        'create table public.own (a pgseal.text_eq, b pgseal.int4_eq)',
        'drop table public.own',
    ]);
    for (const table of ['keys', 'columns', 'schema_version']) {
        await assert.rejects(runAs(place.clientUrl, [`select * from pgseal.${table}`]), { code: '42501' });
    }
    await assert.rejects(runAs(place.clientUrl, ['create table pgseal.own (a int)']), { code: '42501' });
});
test('the key table keeps rows as they are and one row for an identity', async () => {
    const keys = openKeyTable(control);
    const row = (change) => ({
        id: randomUUID(),
        kind: 'kms',
        namedKey: 'default',
        provider: 'local',
        arn: 'one',
        tenant: '',
        group: '',
        slot: null,
        wrapped: null,
        context: { app: 'billing', zone: 'eu' },
        created: new Date('2024-02-03T04:05:06.789Z'),
        retired: null,
        ...change,
    });
    const first = row({});
    assert.deepEqual(await keys.obtain(first), first);
    assert.deepEqual(await keys.obtain(row({ context: { zone: 'eu', app: 'billing' } })), first);
    const other = row({ context: {} });
    assert.deepEqual(await keys.obtain(other), other);
    const branch = row({ kind: 'branch', wrapped: Buffer.from([0, 1, 2, 255]), tenant: 'acme' });
    await keys.insert(branch);
    await assert.rejects(keys.insert(branch), { code: '23505' });
    const index = row({ kind: 'index', group: 'public.users.email', slot: 'current' });
    const raced = await Promise.all([keys.obtain(index), keys.obtain(row({ ...index, id: randomUUID() }))]);
    assert.deepEqual(raced[0], raced[1]);
    assert.deepEqual(await keys.find([branch.id, randomUUID()]), [branch]);
    assert.deepEqual(await keys.find([]), []);
    assert.equal((await keys.all()).length, 4);
});
test('column rows are added, changed and forgotten by label', async () => {
    const column = {
        label: 'public.users.email',
        tableName: 'public.users',
        columnName: 'email',
        relation: null,
        position: null,
        logicalType: 'text',
        typmod: -1,
        terms: ['eq'],
        normalizers: [],
        namedKey: 'default',
        indexGroup: 'public.users.email',
        indexKey: null,
        pad: 0,
        record: 'users/{id}',
        state: 'absent',
    };
    await registerColumn(owner, column);
    await registerColumn(owner, { ...column, relation: 4294967295, position: 3, state: 'sealed' });
    assert.deepEqual(await readRegisteredColumns(control), [
        { ...column, relation: 4294967295, position: 3, state: 'sealed' },
    ]);
    await assert.rejects(registerColumn(control, column), { code: '42501' });
    await forgetColumn(owner, column.label);
    assert.deepEqual(await readRegisteredColumns(control), []);
});
test('a schema from before records gets the column for them, and is read until then', async () => {
    await owner.query('alter table pgseal.columns drop column record');
    await owner.query(`insert into pgseal.columns (label, table_name, column_name, logical_type, typmod, terms, named_key, index_group, pad, state)
    values ('l', 't', 'c', 'text', -1, '{}', 'default', 'l', 0, 'absent')`);
    assert.equal((await readRegisteredColumns(control))[0].record, '');
    await applySchema();
    await registerColumn(owner, { ...(await readRegisteredColumns(control))[0], record: 't/{id}' });
    assert.equal((await readRegisteredColumns(control))[0].record, 't/{id}');
    await forgetColumn(owner, 'l');
});
test('what an older pgseal left out is named to serve, and added by apply without a loss', async () => {
    await owner.transaction(async (session) => {
        for (const statement of [
            'drop index pgseal.keys_retired',
            'drop index pgseal.keys_kms',
            "create unique index keys_kms on pgseal.keys (named_key, provider, arn, context) where kind = 'kms'",
            'drop table pgseal.leftovers',
            'alter table pgseal.jobs drop constraint jobs_kind_check',
            "alter table pgseal.jobs add constraint jobs_kind_check check (kind = any (array['rewrap', 'of a newer one']))",
            'alter table pgseal.unused_keys drop column counted',
            'alter table pgseal.keys add column of_a_newer_one int',
            `insert into pgseal.unused_keys values ('${randomUUID()}')`,
        ]) {
            await session.query(statement);
        }
    });
    await assert.rejects(checkSchemaVersion(control), (error) => {
        assert.ok(error instanceof PgsealError);
        assert.equal(error.errorName, 'schemaOutdated');
        assert.equal(error.detail, 'Missing: table leftovers, columns of index keys_kms, index keys_retired,' +
            ' a longer list in the check of jobs.kind, column unused_keys.counted.');
        return true;
    });
    assert.equal((await applySchema()).length, 7);
    await owner.transaction(async (session) => {
        for (const grant of controlGrants(place.control))
            await session.query(grant);
    });
    await checkSchemaVersion(control);
    assert.deepEqual(await applySchema(), []);
    const [index] = await owner.query("select pg_get_indexdef('pgseal.keys_kms'::regclass) as text");
    assert.match(index.text, /tenant/);
    const [check] = await owner.query("select pg_get_constraintdef(oid) as text from pg_constraint where conname = 'jobs_kind_check'");
    for (const kind of ['rewrap', 'rotate', 'of a newer one'])
        assert(check.text.includes(`'${kind}'`), check.text);
    await owner.query('delete from pgseal.unused_keys');
    await owner.query('alter table pgseal.keys drop column of_a_newer_one');
});
test('a schema of another version is neither used nor changed', async () => {
    await owner.query('update pgseal.schema_version set version = 99');
    for (const attempt of [() => checkSchemaVersion(control), applySchema]) {
        await assert.rejects(attempt, (error) => error instanceof PgsealError && error.errorName === 'schemaVersionDiffers');
    }
});
test('an unreachable database gives one error that names no login', async () => {
    const nowhere = openDatabase('postgres://someone:secret@127.0.0.1:1/db');
    await assert.rejects(nowhere.query('select 1'), (error) => {
        assert.ok(error instanceof PgsealError);
        assert.equal(error.errorName, 'controlUnavailable');
        assert.doesNotMatch(`${error.message} ${error.hint} ${error.logDetail}`, /secret/);
        return true;
    });
    await nowhere.close();
});
test('names of physical types read back as what they were made from', () => {
    for (const logicalType of ['text', 'int4', 'timestamptz']) {
        for (const terms of [[], ['eq'], ['eq_lower'], ['eq', 'eq_lower'], ['eq', 'ord', 'tri'], ['ord']]) {
            const name = physicalTypeName({ logicalType, terms });
            assert.deepEqual(parsePhysicalTypeName(name), { logicalType, terms });
        }
    }
    for (const name of ['version', 'keys', 'schema_version', 'text_', '_text_eq', 'text_eqx', 'text_eq_no']) {
        assert.equal(parsePhysicalTypeName(name), undefined, name);
    }
});
//# sourceMappingURL=schema.test.js.map