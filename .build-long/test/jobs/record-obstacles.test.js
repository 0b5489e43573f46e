// What stands in the way of a `record`: a record must be known before a row is written and readable from the row afterwards.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { planApply } from '../../src/jobs/apply-plan.js';
import { runAs } from '../support/owned-database.js';
import { mapTable } from '../support/sealed-schema.js';
import { applyPlace } from './apply-place.js';
let place;
before(async () => {
    place = await applyPlace('records');
});
after(() => place.close());
const record = {
    text: 't/{id}',
    literals: ['t/', ''],
    columns: ['id'],
    verify: 'always',
};
const body = (statements, language = 'plpgsql') => `create function f() returns trigger language ${language} as $$begin ${statements} end$$`;
const trigger = (when) => `create trigger g ${when} on t for each row execute function f()`;
// [what is made, what is said of it; undefined for what is in nobody's way]
const cases = {
    'a table as it should be': [[], undefined],
    'a column that is not there': [
        ['alter table t rename id to number'],
        'the "record" names column "id", which does not exist',
    ],
    'a column that may be NULL': [
        ['alter table t drop constraint t_pkey', 'alter table t alter id drop not null'],
        'the "record" names column "id", which is not NOT NULL',
    ],
    'a generated column': [
        ['alter table t drop id', 'alter table t add id int not null generated always as (length(note)) stored'],
        'the "record" names column "id", which is generated',
    ],
    'a type that is not served': [
        ['alter table t drop id', "alter table t add id point not null default '(1,2)'"],
        'the "record" names column "id", whose type is not served',
    ],
    'a domain': [
        ['create domain number as int4', 'alter table t drop id', 'alter table t add id number not null default 1'],
        undefined,
    ],
    'a trigger that sets the column': [
        [body('new.id := 1; return new;'), trigger('before insert')],
        'trigger g on public.t may change column "id" before a row is written',
    ],
    'a trigger that makes a row of its own': [
        [body("new := json_populate_record(new, '{}'); return new;"), trigger('before insert or update')],
        'trigger g on public.t may change column "id" before a row is written',
    ],
    'a trigger that selects into the row': [
        [body('select * into new from t; return new;'), trigger('before insert')],
        'trigger g on public.t may change column "id" before a row is written',
    ],
    'a trigger that returns another row': [
        [body('return (select t from t limit 1);'), trigger('before insert')],
        'trigger g on public.t may change column "id" before a row is written',
    ],
    'a trigger that sets another column': [
        [body("new.note := 'x'; return new;"), trigger('before insert or update')],
        undefined,
    ],
    'a trigger after the row is written': [[body('new.id := 1; return null;'), trigger('after insert')], undefined],
    'a trigger that is disabled': [
        [body('new.id := 1; return new;'), trigger('before insert'), 'alter table t disable trigger g'],
        undefined,
    ],
    'a foreign key that cascades': [
        [
            'create table other (id int primary key)',
            'insert into other values (1), (2)',
            'alter table t add constraint k foreign key (id) references other on update cascade',
        ],
        'foreign key k on public.t may change column "id", to which values are bound',
    ],
    'a foreign key that deletes whole rows': [
        [
            'create table other (id int primary key)',
            'insert into other values (1), (2)',
            'alter table t add constraint k foreign key (id) references other on delete cascade',
        ],
        undefined,
    ],
    'a role that may insert and not use the sequence': [
        [
            'create sequence s',
            'alter sequence s owned by t.id',
            "alter table t alter id set default nextval('s')",
            'grant insert on t to {client}',
        ],
        'role {client} may insert and may not evaluate the default of column "id", to which values are bound',
    ],
    'the same of an identity': [
        ['alter table t alter id add generated always as identity', 'grant insert (note) on t to {client}'],
        'role {client} may insert and may not evaluate the default of column "id", to which values are bound',
    ],
    'a role that may use the sequence': [
        [
            'alter table t alter id add generated always as identity',
            'grant insert on t to {client}',
            'grant usage on all sequences in schema public to {client}',
        ],
        undefined,
    ],
};
for (const [name, [make, what]] of Object.entries(cases)) {
    test(name, async () => {
        const client = new URL(place.clientUrl).username;
        const own = (text) => text.replaceAll('{client}', client);
        await runAs(place.ownerUrl, [
            'create table t (id int primary key, email text, note text)',
            "insert into t values (1, 'a', 'n'), (2, 'b', 'n')",
            ...make.map(own),
        ]);
        try {
            const table = { ...mapTable('t', { email: {} }), record };
            const plan = await planApply(place.owner, [table]);
            const [column] = plan.tables[0].columns;
            assert.deepEqual(column.obstacles.map((obstacle) => obstacle.what), what === undefined ? [] : [own(what)]);
            assert.equal(column.action, what === undefined ? 'seal' : 'refuse');
        }
        finally {
            await runAs(place.ownerUrl, [
                'drop table if exists t, other cascade',
                'drop function if exists f cascade',
                'drop domain if exists number',
                'drop sequence if exists s',
            ]);
        }
    });
}
test('values are not bound anew by a change of the map', async () => {
    const one = mapTable('t', { email: {} });
    const planned = async (change) => {
        const table = change === undefined ? one : { ...one, record: { ...record, ...change } };
        const [column] = (await planApply(place.owner, [table])).tables[0].columns;
        return [column.action, ...column.obstacles.map(({ what }) => what)];
    };
    const bound = `values of the column are bound to another "record" or "tenant" than the map's`;
    await runAs(place.ownerUrl, ['create table t (id int primary key, email text, other int not null default 1)']);
    await place.apply([{ ...one, record }]);
    assert.deepEqual(await planned({}), ['none']);
    assert.deepEqual(await planned({ text: 'x/{id}' }), ['register'], 'no value is there yet');
    await runAs(place.ownerUrl, [
        'drop table t',
        'create table t (id int primary key, email text, other int not null default 1)',
        "insert into t values (1, 'a')",
    ]);
    await place.apply([{ ...one, record }]);
    assert.deepEqual(await planned({}), ['none']);
    assert.deepEqual(await planned({ verify: 'when-known' }), ['none']);
    assert.deepEqual(await planned(undefined), ['refuse', bound]);
    assert.deepEqual(await planned({ text: 'x/{id}', literals: ['x/', ''] }), ['refuse', bound]);
    assert.deepEqual(await planned({ text: 't/{other}', columns: ['other'] }), ['refuse', bound]);
    await runAs(place.ownerUrl, ['alter table t rename id to number']);
    assert.deepEqual(await planned({ text: 't/{number}', columns: ['number'] }), ['register']);
    await runAs(place.ownerUrl, ['drop table t']);
});
//# sourceMappingURL=record-obstacles.test.js.map