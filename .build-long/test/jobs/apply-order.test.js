import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { runAs } from '../support/owned-database.js';
import { mapTable } from '../support/sealed-schema.js';
import { applyPlace } from './apply-place.js';
let place;
before(async () => {
    place = await applyPlace('apply_order');
});
after(() => place.close());
const order = ['order'];
const both = ['equality', 'order'];
test('columns with order get an index on their terms where none begins with them', async () => {
    await runAs(place.ownerUrl, [
        'create table visits (id int primary key, day date, size int4, code varchar(8) collate "C")',
        'create index visits_size on visits (size desc, id)',
        'create unique index visits_code on visits (code)',
        "insert into visits select n, date '2000-01-01' + (n * 37 % 101), n * 7 % 50 - 25, 'c' || n from generate_series(1, 60) n",
        'insert into visits values (0)',
    ]);
    const visits = mapTable('visits', {
        day: { type: 'date', search: both },
        size: { type: 'int4', search: order },
        code: { type: 'varchar', typmod: 12, search: order },
    });
    const before = await runAs(place.ownerUrl, [
        'select id from visits order by day nulls first, id',
        'select id from visits order by size desc, code',
    ]);
    const report = await place.apply([visits]);
    assert.ok(report.complete);
    const indexes = await runAs(place.ownerUrl, [
        "select regexp_replace(indexdef, '^.* USING ', '') as made from pg_indexes where tablename = 'visits' order by 1",
    ]);
    assert.deepEqual(indexes.map(({ made }) => made), ['btree (((code).ord))', 'btree (((day).ord))', 'btree (((size).ord) DESC, id)', 'btree (id)']);
    const types = await runAs(place.ownerUrl, [
        "select format_type(atttypid, -1) as type from pg_attribute where attrelid = 'visits'::regclass and attnum > 1 order by attnum",
    ]);
    assert.deepEqual(types.map(({ type }) => type), ['pgseal.date_eq_ord', 'pgseal.int4_ord', 'pgseal.varchar_ord']);
    const sealed = await runAs(place.ownerUrl, [
        'select id from visits order by (day).ord nulls first, id',
        'select id from visits order by (size).ord desc, (code).ord',
    ]);
    assert.deepEqual(sealed, before);
    assert.equal((await place.apply([visits])).plan.workLeft, false);
});
test('text with order needs the collation "C"', async () => {
    await runAs(place.ownerUrl, [
        'create table cities (id int primary key, name varchar(20) collate "en_US.utf8" )',
    ]).catch(() => runAs(place.ownerUrl, ['create table cities (id int primary key, name varchar(20) collate "ucs_basic")']));
    const cities = mapTable('cities', { name: { type: 'varchar', typmod: 24, search: order } });
    const report = await place.apply([cities]);
    assert.equal(report.complete, false);
    const refused = report.columns.find(({ label }) => label === 'public.cities.name');
    assert.match(refused.obstacles[0].what, /another collation than "C"/);
});
//# sourceMappingURL=apply-order.test.js.map