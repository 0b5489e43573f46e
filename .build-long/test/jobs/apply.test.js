import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { PgsealError } from '../../src/errors.js';
import { planApply } from '../../src/jobs/apply-plan.js';
import { readStatus } from '../../src/jobs/status.js';
import { labelTag } from '../../src/seal/label-tag.js';
import { runAs } from '../support/owned-database.js';
import { mapTable } from '../support/sealed-schema.js';
import { applyPlace } from './apply-place.js';
let place;
before(async () => {
    place = await applyPlace('apply');
});
after(() => place.close());
function map(...args) {
    const table = mapTable(...args);
    return { ...table, columns: table.columns.map((column) => ({ ...column, labelTag: labelTag(column.label) })) };
}
const hex = (text) => Buffer.from(text).toString('hex');
const users = map('users', {
    email: {},
    phone: { type: 'varchar', typmod: 24, namedKey: 'phone', search: [] },
    note: { search: [], pad: 32 },
});
test('existing rows are sealed in place; position, comments, grants, NOT NULL and indexes stay', async () => {
    await runAs(place.ownerUrl, [
        `create table users (id int4 generated always as identity primary key, gone int, email text not null, phone varchar(20), "No" int, note text,
       constraint users_email_key unique (email))`,
        'alter table users drop column gone',
        'create index users_phoneless on users ("No")',
        `create unique index users_two on users (lower("No"::text) collate "C" text_pattern_ops desc nulls last, email desc) include (id) with (fillfactor = 70) where "No" > 0`,
        "comment on column users.email is 'where it''s at'",
        "comment on constraint users_email_key on users is 'one each'",
        `grant select (id, email), update (note) on users to ${place.control.replace(/control$/, 'client')}`,
        "insert into users (email, phone, \"No\", note) select 'user' || g || '@example.org', nullif('+49' || g, '+493'), g, repeat('n', g) from generate_series(1, 250) g",
        "insert into users (email) values ('')",
    ]);
    const attributes = `select attnum, attname, attnotnull, attacl::text, col_description(attrelid, attnum) as comment from pg_attribute
    where attrelid = 'public.users'::regclass and attnum > 0 order by attnum`;
    const before = await runAs(place.ownerUrl, [attributes]);
    const steps = [];
    const report = await place.apply([users], {
        onProgress: ({ phase, rows, total }) => steps.push(`${phase} ${rows} ${total}`),
    });
    assert.equal(report.complete, true);
    assert.deepEqual(report.columns.map(({ label, outcome, rows }) => [label, outcome, rows]), [
        ['public.users.email', 'sealed', 251],
        ['public.users.phone', 'sealed', 251],
        ['public.users.note', 'sealed', 251],
    ]);
    assert.deepEqual(report.plan.tables[0]?.carried, ['users_email_key', 'users_two']);
    assert.deepEqual(await runAs(place.ownerUrl, [attributes]), before);
    assert.ok(steps.includes('rewrite 251 -1') || steps.some((step) => step.startsWith('rewrite 251')), steps.join());
    const indexes = await runAs(place.ownerUrl, [
        "select indexdef from pg_indexes where tablename = 'users' order by indexname",
    ]);
    assert.deepEqual(indexes.map(({ indexdef }) => indexdef), [
        'CREATE UNIQUE INDEX users_email_key ON public.users USING btree (((email).eq))',
        'CREATE INDEX users_phoneless ON public.users USING btree ("No")',
        'CREATE UNIQUE INDEX users_pkey ON public.users USING btree (id)',
        `CREATE UNIQUE INDEX users_two ON public.users USING btree (lower(("No")::text) COLLATE "C" text_pattern_ops DESC NULLS LAST, ((email).eq) DESC) INCLUDE (id) WITH (fillfactor='70') WHERE ("No" > 0)`,
    ]);
    const [comment] = await runAs(place.ownerUrl, ["select obj_description('users_email_key'::regclass) as comment"]);
    assert.equal(comment?.comment, 'one each');
    const emails = await place.open(users, 'email', 'id');
    const phones = await place.open(users, 'phone', 'id');
    const notes = await place.open(users, 'note', 'id');
    for (let id = 1; id <= 250; id++) {
        assert.equal(emails[id], hex(`user${id}@example.org`));
        assert.equal(phones[id], id === 3 ? null : hex(`+49${id}`));
        assert.equal(notes[id], hex('n'.repeat(id)));
    }
    assert.equal(emails[251], '');
    assert.equal(phones[251], null);
});
test('every row has a data key of its own, shared by its columns under one named key', async () => {
    // Key part of source 1: u16 length and blob after 20 bytes of head.
    const part = (column) => `substring((${column}).c for 22 + get_byte((${column}).c, 20) * 256 + get_byte((${column}).c, 21))`;
    const [row] = await runAs(place.ownerUrl, [
        `select count(*)::int as n, count(distinct ${part('email')})::int as keys, count(*) filter (where substring(${part('email')} from 4) = substring(${part('note')} from 4))::int as shared,
       count(note)::int as notes, count(distinct substring((phone).c for 16))::int as heads, min(get_byte((phone).c, 3))::int as source from users`,
    ]);
    assert.deepEqual(row, { n: 251, keys: 251, shared: 250, notes: 250, heads: 1, source: 0 });
});
test('a second run does nothing', async () => {
    const state = () => runAs(place.ownerUrl, [
        "select relfilenode, (select max(changed) from pgseal.columns)::text as c, (select count(*)::int from pgseal.keys) as k from pg_class where relname = 'users'",
    ]);
    const before = await state();
    assert.equal((await planApply(place.owner, [users])).workLeft, false);
    const report = await place.apply([users]);
    assert.deepEqual(report.columns.map(({ outcome }) => outcome), ['unchanged', 'unchanged', 'unchanged']);
    assert.deepEqual(await state(), before);
});
test('status says what is sealed and under which keys', async () => {
    const status = await readStatus(place.owner, [users, map('nothing', { here: {} })]);
    assert.equal(status.schemaVersion, 1);
    assert.deepEqual(status.columns.map(({ label, state, problem }) => [label, state, problem]), [
        ['public.users.email', 'sealed', undefined],
        ['public.users.phone', 'sealed', undefined],
        ['public.users.note', 'sealed', undefined],
        ['public.nothing.here', 'absent', 'run pgseal apply'],
    ]);
    assert.deepEqual(status.keys.map(({ kind, namedKey, group }) => `${kind} ${namedKey} ${group}`).sort(), [
        'branch phone ',
        'index default public.users.email',
        'kms default ',
    ]);
    assert.deepEqual(status.leftovers, []);
});
test('a column that does not exist is prepared, and registered once it does', async () => {
    const later = map('later', { secret: {}, more: { search: [] } });
    const first = await place.apply([users, later]);
    assert.deepEqual(first.columns.slice(3).map(({ outcome }) => outcome), ['prepared', 'prepared']);
    assert.equal((await planApply(place.owner, [users, later])).workLeft, false);
    await runAs(place.clientUrl, ['create table public.later (id int, secret pgseal.text_eq, more pgseal.text_none)']);
    const plan = await planApply(place.owner, [users, later]);
    assert.deepEqual(plan.tables[1]?.columns.map(({ action, addCheck }) => [action, addCheck]), [
        ['register', true],
        ['register', true],
    ]);
    await runAs(place.superuserUrl, [`alter table public.later owner to ${place.control.replace(/control$/, 'owner')}`]);
    assert.equal((await place.apply([users, later])).complete, true);
    assert.equal((await planApply(place.owner, [users, later])).workLeft, false);
    await assert.rejects(runAs(place.ownerUrl, ["update later set secret.eq = '\\x00112233445566778899aabbccddeeff'"]).then(() => runAs(place.ownerUrl, [
        'insert into later values (1)',
        "update later set secret.eq = '\\x00112233445566778899aabbccddeeff'",
    ])), { code: '23514' });
    // The map names it no longer, though it is sealed.
    const orphan = await planApply(place.owner, [users]);
    assert.equal(orphan.orphans.length, 2);
    assert.equal((await place.apply([users])).complete, false);
    await runAs(place.ownerUrl, ['drop table later']);
    const gone = await place.apply([users]);
    assert.deepEqual(gone.columns.map(({ label, outcome }) => [label, outcome]).slice(0, 2), [
        ['public.later.more', 'forgotten'],
        ['public.later.secret', 'forgotten'],
    ]);
});
test('partitions and children are sealed with their table', async () => {
    const parted = map('parted', { email: {} });
    const parent = map('parent', { email: { search: [] } });
    await runAs(place.ownerUrl, [
        'create table parted (id int4, email text, primary key (id)) partition by range (id)',
        'create table parted_1 partition of parted for values from (0) to (50)',
        'create table parted_2 (email text, extra int, id int4 not null)',
        'alter table parted_2 drop column extra',
        'alter table parted attach partition parted_2 for values from (50) to (1000)',
        'create index parted_email on parted (email)',
        'create index parted_2_own on parted_2 (email, id)',
        "insert into parted select g, 'p' || g from generate_series(0, 99) g",
        'create table parent (id int4, email text)',
        'create table child (more int) inherits (parent)',
        "insert into parent values (1, 'one')",
        "insert into child values (2, 'two', 3)",
    ]);
    const report = await place.apply([users, parted, parent]);
    assert.equal(report.complete, true);
    const opened = await place.open(parted, 'email', 'id');
    for (let id = 0; id < 100; id++)
        assert.equal(opened[id], hex(`p${id}`));
    assert.deepEqual(await place.open(parent, 'email', 'id'), { 1: hex('one'), 2: hex('two') });
    const [count] = await runAs(place.ownerUrl, [
        "select count(*)::int as n from pg_indexes where tablename like 'parted%' and indexdef like '%((email).eq)%'",
    ]);
    assert.equal(count?.n, 4);
});
test('a failing key service leaves the table as it was', async () => {
    const failing = map('failing', { email: {} });
    await runAs(place.ownerUrl, [
        'create table failing (id int, email text unique)',
        "insert into failing select g, 'x' || g from generate_series(1, 500) g",
    ]);
    let calls = 0;
    const keyRing = {
        ...place.keyRing,
        generate: (namedKey, contexts) => {
            if (++calls > 1)
                throw new PgsealError('openFailed', { column: 'x' });
            return place.keyRing.generate(namedKey, contexts);
        },
    };
    await assert.rejects(place.apply([users, failing], { keyRing }), PgsealError);
    const rows = await runAs(place.ownerUrl, ["select count(*)::int as n from failing where email = 'x7'"]);
    assert.equal(rows[0]?.n, 1);
    const report = await place.apply([users, failing]);
    assert.equal(report.columns.find(({ label }) => label === 'public.failing.email')?.rows, 500);
});
test('row security of the owner himself hides no row', async () => {
    const guarded = map('guarded', { email: {} });
    await runAs(place.ownerUrl, [
        'create table guarded (id int, email text)',
        "insert into guarded values (1, 'seen'), (2, 'hidden')",
        'alter table guarded enable row level security, force row level security',
        'create policy only_one on guarded using (id = 1)',
    ]);
    await assert.rejects(place.apply([guarded, users]), (error) => error instanceof PgsealError || error.code === '42501');
    await runAs(place.ownerUrl, ['alter table guarded no force row level security']);
    await place.apply([guarded, users]);
    await runAs(place.ownerUrl, ['alter table guarded disable row level security']);
    assert.deepEqual(await place.open(guarded, 'email', 'id'), { 1: hex('seen'), 2: hex('hidden') });
});
test('a login that does not own the table is told so, and two runs exclude each other', async () => {
    const other = map('other', { email: {} });
    await runAs(place.superuserUrl, ['create table other (id int, email text)']);
    await assert.rejects(place.apply([users, other]), (error) => error instanceof PgsealError && error.errorName === 'applyDenied');
    await runAs(place.superuserUrl, ['drop table other']);
    await place.owner.reserve(async (session) => {
        await session.query('select pg_advisory_lock($1::int8)', [0x7067_7365_616c]);
        await assert.rejects(place.apply([users]), (error) => error instanceof PgsealError && error.errorName === 'applyRunning');
        await session.query('select pg_advisory_unlock($1::int8)', [0x7067_7365_616c]);
    });
});
//# sourceMappingURL=apply.test.js.map