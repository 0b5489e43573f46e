import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { createCatalogSource } from '../../src/catalog/catalog-source.js';
import { readRegisteredColumns } from '../../src/control/column-registry.js';
import { openDatabase } from '../../src/control/database.js';
import { createOwnedDatabase, runAs } from '../support/owned-database.js';
import { sharedPostgres } from '../support/postgres.js';
import { mapTable, prepareSchema } from '../support/sealed-schema.js';
const indexKey = '00000000-0000-4000-8000-000000000001';
const users = mapTable('users', { email: {}, phone: { search: [] } });
const later = mapTable('later', { secret: {} });
const old = mapTable('old', { name: {} });
const parted = mapTable('parted', { email: {} });
const tables = [users, later, old, parted];
let place;
let control;
let source;
let catalog;
const asked = [];
before(async () => {
    place = await createOwnedDatabase(await sharedPostgres(), 'catalog_source');
    await prepareSchema(place.ownerUrl, place.control, [users, later, parted], indexKey);
    await runAs(place.ownerUrl, [
        `create table public.users (id int4 generated always as identity, gone int, email pgseal.text_eq not null, phone pgseal.text_none,
       "e""mail" text, n numeric(8,2) default 5, twice int generated always as (1) stored, primary key (id))`,
        'alter table public.users drop column gone',
        'create unique index users_email on public.users (((email).eq), n)',
        'create unique index users_partial on public.users (n) where n > 0',
        'create unique index users_expression on public.users (upper("e""mail"))',
        'create table public.old (id int4 primary key, name text)',
        'create table public.parted (id int4, email pgseal.text_eq) partition by range (id)',
        'create table public.parted_1 partition of public.parted for values from (0) to (10)',
        'create table public.plain (id int4, note text)',
        'create view public.v1 as select id, email from public.users',
        'create view public.v2 as select v1.id, plain.note from public.v1 left join public.plain using (id)',
        'create view public.v3 as select * from public.plain',
        'create table public.ruled (a text)',
        'create rule r as on insert to public.ruled do also delete from public.users',
        'create domain public.my_sealed as pgseal.text_eq',
        "create function public.lower(a int) returns int language sql as 'select 1'",
        "create function public.own(a int) returns int language sql as 'select 1'",
        'create operator public.=# (leftarg = int, rightarg = int, function = int4eq)',
    ]);
    control = openDatabase(place.controlUrl);
    source = createCatalogSource({
        database: control,
        tables,
        readRegisteredColumns,
        loadIndexKeys: async (ids) => void asked.push(ids),
        interval: 20,
    });
    catalog = await source.start();
});
after(async () => {
    source.stop();
    await control.close();
});
function relation(name) {
    const found = catalog.relationNamed('public', name);
    assert.ok(found, name);
    return found;
}
test('a relation has its live columns in attribute order', () => {
    const { columns } = relation('users');
    assert.deepEqual(columns.map(({ attnum, name, typmod, notNull, hasDefault, generated, identity }) => [
        attnum,
        name,
        typmod,
        notNull,
        hasDefault,
        generated,
        identity, // biome-ignore format: a table
    ]), [
        [1, 'id', -1, true, false, false, 'a'],
        [3, 'email', -1, true, false, false, ''],
        [4, 'phone', -1, false, false, false, ''],
        [5, 'e"mail', -1, false, false, false, ''],
        [6, 'n', 524294, false, true, false, ''],
        [7, 'twice', -1, false, true, true, ''],
    ]);
    assert.deepEqual(catalog.relation(relation('users').oid), relation('users'));
});
test('system relations are known too', () => {
    const columns = catalog.relationNamed('pg_catalog', 'pg_class')?.columns.map(({ name }) => name);
    assert.ok(columns?.includes('relname'));
    assert.ok(catalog.relationNamed('information_schema', 'columns'));
});
test('unique keys are those that pin one row, also over the eq term', () => {
    assert.deepEqual(relation('users').uniqueKeys, [
        { name: 'users_pkey', attnums: [1] },
        { name: 'users_email', attnums: [3, 6] },
    ]);
});
test('a sealed column joins map, pgseal.columns and type', () => {
    const email = relation('users').columns[1].mapped;
    assert.equal(email.state, 'sealed');
    assert.equal(email.refused, undefined);
    assert.equal(email.indexKeyId, indexKey);
    assert.deepEqual(email.column.terms, ['eq']);
    assert.equal(email.physical?.name, 'text_eq');
    assert.deepEqual(email.physical, catalog.physicalTypeFor('text', ['eq']));
    assert.equal(email.table, 'public.users');
    const phone = relation('users').columns[2].mapped;
    assert.equal(phone.physical?.name, 'text_none');
    assert.equal(phone.indexKeyId, undefined);
    assert.equal(relation('users').columns[0].mapped, undefined);
});
test('a column that apply has not sealed is plain, one that does not exist is absent', () => {
    const name = relation('old').columns[1].mapped;
    assert.equal(name.state, 'plain');
    assert.equal(name.refused, undefined);
    const entry = catalog.mappedTables.find((table) => table.name === 'later');
    assert.equal(entry.relation, undefined);
    assert.equal(entry.absent.get('secret')?.physical?.name, 'text_eq');
    assert.equal(entry.absent.get('secret')?.refused, undefined);
});
test('a partition has the mapped columns of its parent (pitfall C13)', () => {
    assert.equal(relation('parted_1').columns[1].mapped?.column.label, 'public.parted.email');
    assert.equal(relation('parted_1').relevant, true);
});
test('views and rules over mapped tables are relevant, transitively; others are not (pitfalls C8, C13)', () => {
    const relevant = ['users', 'old', 'parted', 'parted_1', 'v1', 'v2', 'ruled'];
    for (const name of relevant)
        assert.equal(relation(name).relevant, true, name);
    for (const name of ['plain', 'v3'])
        assert.equal(relation(name).relevant, false, name);
    assert.deepEqual([...catalog.relevantNames].sort(), [...relevant, 'later'].sort());
    assert.match(relation('v1').viewDefinition, /FROM public\.users/);
    assert.equal(relation('v3').viewDefinition, undefined);
    assert.equal(relation('ruled').hasRules, true);
    assert.equal(relation('v1').hasRules, false);
});
test('types of schema pgseal are known by OID', () => {
    const physical = catalog.physicalTypeFor('text', ['eq']);
    assert.deepEqual(catalog.physicalType(physical.oid), physical);
    assert.equal(catalog.isPgsealType(physical.oid), true);
    assert.equal(catalog.isPgsealType(physical.envelopeOid), true);
    assert.equal(catalog.isPgsealType(25), false);
});
test('arrays and domains of sealed types are pgseal types', async () => {
    const rows = await runAs(place.ownerUrl, [
        "select 'pgseal.text_eq[]'::regtype::oid as a, 'public.my_sealed'::regtype::oid as d, 'public.my_sealed[]'::regtype::oid as da",
    ]);
    const { a, d, da } = rows[0];
    assert.equal(catalog.physicalArrayElement(a)?.name, 'text_eq');
    for (const oid of [a, d, da])
        assert.equal(catalog.isPgsealType(oid), true);
    assert.equal(catalog.physicalType(a), undefined);
});
test("only names that are PostgreSQL's alone are built-in functions", () => {
    assert.equal(catalog.isBuiltInFunction('upper'), true);
    assert.equal(catalog.isBuiltInFunction('lower'), false);
    assert.equal(catalog.isBuiltInFunction('own'), false);
    assert.equal(catalog.isBuiltInFunction('no_such_function'), false);
    assert.equal(catalog.hasUserOperator('=#'), true);
    assert.equal(catalog.hasUserOperator('='), false);
});
test('index keys are loaded before a catalog is given out', () => {
    assert.deepEqual(asked[0], [indexKey]);
});
test('a look that finds nothing new gives the same catalog; DDL gives a new one with a higher epoch', async () => {
    assert.equal(await source.refresh(), catalog);
    await runAs(place.ownerUrl, ['analyze', 'create temp table t (a int)']);
    assert.equal(await source.refresh(), catalog);
    const changed = new Promise((resolve) => source.onChange(resolve));
    await runAs(place.ownerUrl, ['alter table public.plain add column more text']);
    const next = await Promise.race([changed, delay(5000, undefined)]);
    assert.ok(next, 'the timer has not seen the change');
    assert.ok(next.epoch > catalog.epoch);
    assert.equal(next.relationNamed('public', 'plain')?.columns.length, 3);
});
test('what refresh gives is true after the call, though another load is under way', async () => {
    const first = source.refresh();
    await runAs(place.ownerUrl, ['create table public.during (a int)']);
    assert.ok((await source.refresh()).relationNamed('public', 'during'));
    await first;
});
test("the query runs on a client's connection with a hostile path, and sees its open transaction (pitfall A14)", async (t) => {
    const client = new pg.Client({ connectionString: place.clientUrl });
    await client.connect();
    t.after(() => client.end());
    await runAs(place.superuserUrl, [
        'create schema evil',
        "create function evil.yes(oid, oid) returns bool language sql as 'select true'",
        'create operator evil.= (leftarg = oid, rightarg = oid, function = evil.yes)',
        'create table evil.pg_class (oid oid)',
        'create function evil.json_build_array(variadic "any") returns json language internal as \'json_build_array\'',
        'grant usage on schema evil to public',
    ]);
    await client.query('set search_path = evil, public, pg_catalog');
    const answer = async () => (await client.query({ text: source.query, rowMode: 'array' })).rows[0];
    const shared = await source.refresh();
    assert.equal(source.privateCatalog(await answer()), shared);
    await client.query('begin');
    await client.query('create table public.later (id int, secret pgseal.text_eq)');
    await client.query('create temp table users (email text)');
    const own = source.privateCatalog(await answer());
    assert.ok(own.epoch > shared.epoch);
    assert.equal(own.relationNamed('public', 'later')?.columns[1]?.mapped?.state, 'sealed');
    assert.equal(own.relationNamed('public', 'later')?.columns[1]?.mapped?.refused, undefined);
    assert.equal(own.relationsNamed('users').length, 2);
    assert.match(own.relationNamed('public', 'v1').viewDefinition, /FROM public\.users/);
    await client.query('rollback');
    assert.equal(source.current().relationNamed('public', 'later'), undefined);
});
test('while index keys cannot be loaded the catalog is read on without them, and loaded when they can (pitfall D6)', async () => {
    let answer;
    let loaded = 0;
    const errors = [];
    const troubled = createCatalogSource({
        database: control,
        tables,
        readRegisteredColumns,
        loadIndexKeys: () => new Promise((resolve, reject) => {
            answer = (error) => {
                answer = undefined;
                if (error === undefined)
                    loaded += 1;
                if (error === undefined)
                    resolve();
                else
                    reject(error);
            };
        }),
        onError: (error) => errors.push(error),
        interval: 10,
    });
    const settled = async (done) => {
        while (!done())
            await delay(2);
    };
    try {
        const started = troubled.start();
        await settled(() => answer !== undefined);
        answer(new Error('away'));
        await started;
        assert.equal(errors.length, 1);
        await settled(() => answer !== undefined);
        // The service is silent: who wants a new catalog is not kept waiting.
        await runAs(place.ownerUrl, ['create table public.made_in_trouble (id int)']);
        assert.ok((await troubled.refresh()).relationNamed('public', 'made_in_trouble'));
        // The timer reads again all the time while keys are missing; none of its readings hangs either.
        await settled(() => troubled.refreshing() === undefined);
        answer();
        await settled(() => loaded === 1);
    }
    finally {
        troubled.stop();
    }
});
//# sourceMappingURL=catalog-source.test.js.map