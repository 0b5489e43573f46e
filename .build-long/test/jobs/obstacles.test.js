import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { planApply } from '../../src/jobs/apply-plan.js';
import { labelTag } from '../../src/seal/label-tag.js';
import { runAs } from '../support/owned-database.js';
import { mapTable } from '../support/sealed-schema.js';
import { applyPlace } from './apply-place.js';
let place;
before(async () => {
    place = await applyPlace('obstacles');
});
after(() => place.close());
// Design section 7: what cannot be carried over, each named.
const cases = {
    'primary key': {
        make: ['alter table t drop constraint t_pkey', 'alter table t add primary key (email)'],
        what: 'primary key "t_pkey" holds the column',
    },
    'foreign key': {
        make: [
            'create table other (e text primary key)',
            "insert into other values ('a'), ('b')",
            'alter table t add constraint t_fk foreign key (email) references other',
        ],
        what: 'foreign key "t_fk" holds the column',
        undo: ['alter table t drop constraint t_fk'],
    },
    'foreign key of another table': {
        make: [
            'alter table t add constraint t_u unique (email)',
            'create table other (e text constraint o_fk references t (email))',
        ],
        what: 'foreign key "o_fk" of public.other refers to the column',
        undo: ['drop table other'],
    },
    'foreign key to itself': {
        make: [
            'alter table t add constraint t_u unique (email)',
            'alter table t add constraint t_self foreign key (note) references t (email)',
        ],
        what: 'foreign key "t_self" holds the column',
    },
    deferrable: {
        make: ['alter table t add constraint t_u unique (email) deferrable'],
        what: 'unique constraint "t_u" is deferrable',
        undo: ['alter table t drop constraint t_u'],
    },
    'unique without equality': {
        make: ['alter table t add constraint t_u unique (email)'],
        column: { search: [] },
        what: 'unique constraint "t_u" holds the column',
        undo: ['alter table t drop constraint t_u'],
    },
    exclusion: {
        make: ['alter table t add constraint t_x exclude using btree (email with =)'],
        what: 'exclusion constraint "t_x" holds the column',
    },
    check: {
        make: ['alter table t add constraint t_c check (length(email) > 0)'],
        what: 'check constraint "t_c" reads the column',
        undo: ['alter table t drop constraint t_c'],
    },
    default: {
        make: ["alter table t alter email set default 'none'"],
        what: 'the column has a DEFAULT',
        undo: ['alter table t alter email drop default'],
    },
    generated: {
        make: ['alter table t drop email', "alter table t add email text generated always as (note || 'x') stored"],
        what: 'the column is generated',
    },
    'generated from it': {
        make: ['alter table t add g int generated always as (length(email)) stored'],
        what: 'generated column public.t.g reads the column',
    },
    'partition key': {
        make: ['drop table t', 'create table t (id int, email text) partition by list (email)'],
        what: 'the column is part of a partition key',
    },
    'partition key by expression': {
        make: ['drop table t', 'create table t (id int, email text) partition by hash (lower(email))'],
        what: 'the column is part of a partition key',
    },
    view: {
        make: ['create view v as select upper(email) from t'],
        what: 'view public.v reads the column',
        undo: ['drop view v'],
    },
    'materialized view': {
        make: ['create materialized view v as select email from t'],
        what: 'view public.v reads the column',
    },
    rule: {
        make: ['create rule r as on update to t do also delete from t where email = new.email'],
        what: 'rule r on public.t reads the column',
    },
    policy: {
        make: ['create policy p on t using (email = current_user)'],
        what: 'policy p on public.t reads the column',
        undo: ['drop policy p on t'],
    },
    trigger: {
        make: [
            'create function f() returns trigger language plpgsql as $$begin return new; end$$',
            'create trigger g before update of email on t for each row execute function f()',
        ],
        what: 'trigger g on public.t reads the column',
        undo: ['drop trigger g on t'],
    },
    'function with an SQL body': {
        make: ['create function f() returns text language sql begin atomic select email from t; end'],
        what: 'function public.f() reads the column',
        minVersion: 140000,
    },
    statistics: {
        make: ['create statistics s on email, note from t'],
        what: 'statistics object public.s reads the column',
        undo: ['drop statistics s'],
    },
    'publication with a row filter': {
        make: ["create publication p for table t where (email <> 'x')"],
        what: 'publication relation public.t in publication p reads the column',
        minVersion: 150000,
    },
    'replica identity full': {
        make: ['alter table t replica identity full'],
        what: 'public.t has REPLICA IDENTITY FULL',
        undo: ['alter table t replica identity default'],
    },
    'replica identity index': {
        make: [
            'alter table t alter email set not null',
            'create unique index t_u on t (email)',
            'alter table t replica identity using index t_u',
        ],
        what: 'index "t_u" is the replica identity',
    },
    domain: {
        make: ['create domain d as text', 'alter table t alter email type d'],
        what: 'the column has domain type public.d',
    },
    array: {
        make: ['alter table t alter email type text[] using array[email]'],
        what: 'the column has array type text[]',
    },
    'another type': {
        make: ['alter table t alter email type varchar(9)'],
        what: 'the column has type character varying(9), and the map says otherwise',
    },
    'another length': {
        make: ['alter table t alter email type varchar(9)'],
        column: { type: 'varchar', typmod: 14 },
        what: 'the column has type character varying(9), and the map says otherwise',
    },
    identity: {
        make: ['alter table t drop email', 'alter table t add email int generated by default as identity'],
        column: { type: 'int4' },
        what: 'the column is an identity column',
    },
    collation: {
        make: [
            "create collation nd (provider = icu, locale = 'und', deterministic = false)",
            'alter table t alter email type text collate nd',
        ],
        what: 'the column has a nondeterministic collation',
        undo: ['alter table t alter email type text collate "C"'],
    },
    'hash index': {
        make: ['create index t_h on t using hash (email)'],
        what: 'index "t_h" is of kind hash',
        undo: ['drop index t_h'],
    },
    'pattern index': {
        make: ['create index t_p on t (email text_pattern_ops)'],
        what: 'index "t_p" has operator class pg_catalog.text_pattern_ops',
        undo: ['drop index t_p'],
    },
    'expression index': {
        make: ['create index t_l on t (lower(email))'],
        what: 'index "t_l" has an expression or predicate over the column',
        undo: ['drop index t_l'],
    },
    'partial index': {
        make: ['create index t_l on t (id) where email is not null'],
        what: 'index "t_l" has an expression or predicate over the column',
        undo: ['drop index t_l'],
    },
    'included column': {
        make: ['create index t_i on t (id) include (email)'],
        what: 'index "t_i" includes the column',
        undo: ['drop index t_i'],
    },
    'inherited column': {
        make: ['drop table t', 'create table up (id int, email text)', 'create table t () inherits (up)'],
        what: 'the column is inherited',
    },
    'row type in use': {
        make: ['create table holder (row t)'],
        what: 'column public.holder."row" has its row type',
        undo: ['drop table holder'],
    },
    'not a table': { make: ['drop table t', "create view t as select 'x'::text as email"], what: 'it is not a table' },
};
for (const [name, { make, what, column, undo, minVersion }] of Object.entries(cases)) {
    test(`plan names and apply refuses: ${name}`, async (t) => {
        const [row] = await runAs(place.ownerUrl, ["select current_setting('server_version_num')::int as v"]);
        if (row?.v < (minVersion ?? 0))
            return t.skip('not on this version');
        await runAs(place.ownerUrl, [
            'drop schema public cascade',
            'create schema public',
            'create table t (id int primary key, email text, note text)',
            "insert into t values (1, 'a', null), (2, 'b', 'a')",
            ...make,
        ]);
        const mapped = mapTable('t', { email: column ?? {} });
        const tables = [
            { ...mapped, columns: mapped.columns.map((each) => ({ ...each, labelTag: labelTag(each.label) })) },
        ];
        const planned = (await planApply(place.owner, tables)).tables[0].columns[0];
        assert.equal(planned.action, 'refuse');
        const found = planned.obstacles.map((obstacle) => obstacle.what);
        assert.ok(found.includes(what), found.join('; '));
        for (const { hint } of planned.obstacles)
            assert.match(hint, /^[A-Z].*\.$/);
        const report = await place.apply(tables);
        assert.equal(report.complete, false);
        assert.equal(report.columns[0]?.outcome, 'refused');
        if (undo === undefined)
            return undefined;
        await runAs(place.ownerUrl, undo);
        const sealed = await place.apply(tables);
        assert.equal(sealed.complete, true, JSON.stringify(sealed.columns));
        assert.equal(sealed.columns[0]?.outcome, 'sealed');
        return undefined;
    });
}
test('what stays but changes its meaning is noted', async () => {
    await runAs(place.ownerUrl, [
        'drop schema public cascade',
        'create schema public',
        'create table t (id int primary key, email text unique, note text)',
        'create index t_note on t (note)',
        'create view whole as select t from t',
        'create function mails() returns text language plpgsql as $$begin return (select email from t); end$$',
        'create function audit() returns trigger language plpgsql as $$begin if old.* is distinct from new.* then return new; end if; return new; end$$',
        'create trigger changed before update on t for each row execute function audit()',
    ]);
    await runAs(place.superuserUrl, ['create publication everything for table public.t']);
    const mapped = mapTable('t', { email: {}, note: {} });
    const plan = await planApply(place.owner, [mapped]);
    const [email, note] = plan.tables[0].columns;
    assert.deepEqual(email.obstacles, []);
    assert.deepEqual(email.notes, [
        'function public.mails may read the column: it would get the sealed value, and comparisons fail',
        'trigger changed on public.t gets sealed values; OLD.* IS DISTINCT FROM NEW.* fails, since they have no equality',
        'publication "everything" sends sealed values to its subscribers',
        'view public.whole reads whole rows: they hold the sealed value',
        'unique constraint "t_email_key" becomes a unique index of that name: ON CONFLICT takes the column, not the constraint',
    ]);
    assert.ok(note.notes.includes('index "t_note" serves equality alone from then on'));
});
test('what the map changes of a sealed column is refused, but for a longer varchar, padding and a rename under its label', async () => {
    await runAs(place.ownerUrl, [
        'drop schema public cascade',
        'create schema public',
        'create table t (id int primary key, email varchar(9))',
        "insert into t values (1, 'a')",
    ]);
    const base = { type: 'varchar', typmod: 13, labelTag: labelTag('public.t.email') };
    const actionOf = async (change, name = 'email') => {
        const label = 'public.t.email';
        const plan = await planApply(place.owner, [mapTable('t', { [name]: { ...base, label, ...change } })]);
        return plan.tables[0].columns[0];
    };
    assert.equal((await place.apply([mapTable('t', { email: base })])).complete, true);
    assert.equal((await actionOf({})).action, 'none');
    for (const change of [
        { typmod: 12 },
        { type: 'text', typmod: -1 },
        { search: [] },
        { namedKey: 'phone' },
        { indexGroup: 'g' },
        { label: 'other' },
    ]) {
        const { action, obstacles } = await actionOf(change);
        assert.equal(action, 'refuse', JSON.stringify(change));
        assert.match(obstacles[0].what, /^the column/);
    }
    for (const change of [{ typmod: 20 }, { typmod: -1 }, { pad: 16 }]) {
        assert.equal((await actionOf(change)).action, 'register', JSON.stringify(change));
    }
    await runAs(place.ownerUrl, ['alter table t rename email to mail']);
    assert.equal((await actionOf({}, 'mail')).action, 'register');
});
//# sourceMappingURL=obstacles.test.js.map