import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { PgsealError } from '../../src/errors.ts'
import { planApply } from '../../src/jobs/apply-plan.ts'
import { readStatus } from '../../src/jobs/status.ts'
import { labelTag } from '../../src/seal/label-tag.ts'
import { runAs } from '../support/owned-database.ts'
import { mapTable } from '../support/sealed-schema.ts'
import { type ApplyPlace, applyPlace } from './apply-place.ts'

let place: ApplyPlace

before(async () => {
  place = await applyPlace('unseal')
})

after(() => place.close())

function map(...args: Parameters<typeof mapTable>): ReturnType<typeof mapTable> {
  const table = mapTable(...args)
  return { ...table, columns: table.columns.map((column) => ({ ...column, labelTag: labelTag(column.label) })) }
}

const all = { all: true }

/** Everything that the database says of tables whose name begins so, without OIDs and places on disk. */
async function shape(prefix: string): Promise<unknown> {
  const ask = (text: string) => runAs(place.ownerUrl, [text])
  const tables = `(select oid from pg_class where relname like '${prefix}%' and relkind in ('r', 'p'))`
  return {
    columns: await ask(
      `select attrelid::regclass::text, attnum, attname, format_type(atttypid, atttypmod), attnotnull, attstorage, attcompression, attcollation,
       attstattarget, attacl::text, attoptions, attndims, col_description(attrelid, attnum) as comment from pg_attribute
       where attrelid in ${tables} and attnum > 0 order by 1, 2`,
    ),
    indexes: await ask(
      `select pg_get_indexdef(indexrelid), indisunique, indisvalid, indisclustered, obj_description(indexrelid, 'pg_class') as comment
       from pg_index where indrelid in ${tables} order by 1`,
    ),
    constraints: await ask(
      `select conrelid::regclass::text, conname, pg_get_constraintdef(oid), obj_description(oid, 'pg_constraint') as comment
       from pg_constraint where conrelid in ${tables} order by 1, 2`,
    ),
  }
}

const users = map('users', {
  email: {},
  phone: { type: 'varchar', typmod: 24, namedKey: 'phone', search: [] },
  note: { search: [], pad: 32 },
  born: { type: 'date', search: ['equality', 'order'] },
})

test('indexes on lower(column) come back as they were', async () => {
  await runAs(place.ownerUrl, [
    'create table fans (id int primary key, "E Mail" text, nick varchar(20) collate "C")',
    'create unique index fans_mail on fans (lower("E Mail"))',
    'create index fans_nick on fans (id, lower(nick) desc nulls last, nick)',
    "insert into fans values (1, 'A@x', 'N'), (2, 'b@X', null)",
  ])
  const fans = map('fans', {
    'E Mail': { normalize: ['lower'] },
    nick: { type: 'varchar', typmod: 24, normalize: ['lower'] },
  })
  const shapeBefore = await shape('fans')
  assert.equal((await place.apply([fans])).complete, true)
  assert.equal((await place.unseal([fans], all)).complete, true)
  assert.deepEqual(await shape('fans'), shapeBefore)
})

test('unseal gives back the column as it was: type, storage, collation, indexes, unique constraints, comments, values', async () => {
  await runAs(place.ownerUrl, [
    `create table users (id int4 generated always as identity primary key, gone int, email text collate "C" not null, phone varchar(20),
       "No" int, note text, born date, constraint users_email_key unique (email) with (fillfactor = 70))`,
    'alter table users drop column gone',
    'alter table users alter column note set storage external, alter column note set statistics 17, alter column phone set compression pglz',
    'create index users_born on users (born desc nulls last)',
    'create index users_mail on users (email collate "POSIX", "No")',
    `create unique index users_two on users (lower("No"::text) collate "C" text_pattern_ops desc nulls last, email desc) include (id) with (fillfactor = 70) where "No" > 0`,
    'alter table users cluster on users_mail',
    "comment on column users.email is 'where it''s at'",
    "comment on constraint users_email_key on users is 'one each'",
    "comment on index users_mail is 'two'",
    `grant select (id, email), update (note) on users to ${place.control.replace(/control$/, 'client')}`,
    `insert into users (email, phone, "No", note, born) select 'user' || g || '@example.org', nullif('+49' || g, '+493'), g, repeat('n', g * 50), date '1970-01-01' + g from generate_series(1, 250) g`,
    "insert into users (email) values ('')",
    'analyze users',
  ])
  const shapeBefore = await shape('users')
  const rows = 'select * from users order by id'
  const before = await runAs(place.ownerUrl, [rows])
  assert.equal((await place.apply([users])).complete, true)
  assert.notDeepEqual(await shape('users'), shapeBefore)
  const report = await place.unseal([users], all)
  assert.equal(report.complete, true)
  assert.deepEqual(
    report.columns.map(({ label, outcome, rows: count }) => [label, outcome, count]),
    ['email', 'phone', 'note', 'born'].map((name) => [`public.users.${name}`, 'unsealed', 251]),
  )
  assert.deepEqual(await shape('users'), shapeBefore)
  assert.deepEqual(await runAs(place.ownerUrl, [rows]), before)
  // Again it does nothing; the map decides whether the columns are sealed anew or stay.
  const again = await place.unseal([users], all)
  assert.deepEqual(new Set(again.columns.map(({ outcome }) => outcome)), new Set(['unchanged']))
  const leaving = { ...users, columns: users.columns.map((column) => ({ ...column, unseal: true as const })) }
  assert.equal((await planApply(place.owner, [leaving])).workLeft, false)
  const status = await readStatus(place.owner, [leaving])
  assert.deepEqual(
    status.columns.map(({ state, problem }) => [state, problem]),
    users.columns.map(() => ['unsealed', 'served as plain: take it out of the map']),
  )
  assert.equal((await place.apply([users])).complete, true)
  assert.equal((await place.open(users, 'email', 'id'))['7'], Buffer.from('user7@example.org').toString('hex'))
  await place.unseal([users], all)
  assert.deepEqual(await shape('users'), shapeBefore)
})

test('every type comes back bit by bit, also within partitions and children that number columns otherwise', async () => {
  const columns = {
    a: { type: 'bool', search: [] },
    b: { type: 'bytea', search: [] },
    c: { type: 'int8', search: ['equality' as const] },
    d: { type: 'int2', search: [] },
    e: { type: 'json', search: [] },
    f: { type: 'float8', search: [] },
    g: { type: 'bpchar', typmod: 9, search: [] },
    h: { type: 'time', typmod: 3, search: [] },
    i: { type: 'timestamptz', search: ['equality' as const] },
    j: { type: 'interval', search: [] },
    k: { type: 'numeric', typmod: 655366, search: [] },
    l: { type: 'uuid', search: [] },
    m: { type: 'jsonb', search: [] },
    n: { type: 'float4', search: [] },
    o: { type: 'int4', search: [] },
    p: { type: 'timestamp', search: [] },
  }
  const kinds = map('kinds', columns)
  await runAs(place.ownerUrl, [
    `create table kinds (id int, a bool, b bytea, c int8 unique, d int2, e json, f float8, g char(5), h time(3), i timestamptz, j interval,
       k numeric(10,2), l uuid, m jsonb, n float4, o int4, p timestamp)`,
    'create table kinds_child (x int, id int, y int) ',
    'alter table kinds_child drop column x',
    ...'a bool,b bytea,c int8,d int2,e json,f float8,g char(5),h time(3),i timestamptz,j interval,k numeric(10,2),l uuid,m jsonb,n float4,o int4,p timestamp'
      .split(/,(?=[a-z] )/)
      .map((column) => `alter table kinds_child add column ${column}`),
    'alter table kinds_child inherit kinds',
    `insert into kinds select g, g % 2 = 0, decode(md5(g::text), 'hex'), g * 10000000000, g, '{"x":  1}', -0.0, 'ab', '12:34:56.789', now(), '1 mon -3 days 00:00:01.5',
       g + 0.1, gen_random_uuid(), '{"b": [1, 2.50]}', 'nan', -g, 'infinity' from generate_series(1, 5) g`,
    `insert into kinds_child (y, id, k, g, b) values (1, 9, 12345678.9, '', '')`,
    'insert into kinds default values',
  ])
  const shapeBefore = await shape('kinds')
  const names = Object.keys(columns)
  const sends =
    'bool bytea int8 int2 json_ float8 bpchar time_ timestamptz_ interval_ numeric_ uuid_ jsonb_ float4 int4 timestamp_'.split(
      ' ',
    )
  const rows = `select tableoid::regclass::text, id, ${names.map((name, at) => `${sends[at]}send(${name}) as ${name}`).join(', ')} from kinds order by 1, 2`
  const before = await runAs(place.ownerUrl, [rows])
  assert.equal((await place.apply([kinds])).complete, true)
  const report = await place.unseal([kinds], all)
  assert.equal(report.complete, true, JSON.stringify(report.columns))
  assert.deepEqual(await runAs(place.ownerUrl, [rows]), before)
  assert.deepEqual(await shape('kinds'), shapeBefore)
})

test('one column of two is unsealed: an index over both keeps one term, and is a constraint again with the last', async () => {
  const pairs = map('pairs', { one: {}, two: {} })
  await runAs(place.ownerUrl, [
    'create table pairs (id int primary key, one text, two text, constraint pairs_key unique (one, two))',
    "insert into pairs select g, 'one' || g, 'two' || g from generate_series(1, 3) g",
  ])
  const before = await shape('pairs')
  await place.apply([pairs])
  await place.unseal([pairs], { all: false, table: 'public.pairs', columns: ['one'] })
  const half = await runAs(place.ownerUrl, ["select indexdef from pg_indexes where indexname = 'pairs_key'"])
  assert.equal(half[0]?.indexdef, 'CREATE UNIQUE INDEX pairs_key ON public.pairs USING btree (one, ((two).eq))')
  await place.unseal([pairs], { all: false, table: 'public.pairs' })
  assert.deepEqual(await shape('pairs'), before)
})

test('what is in the way is named, and nothing is changed', async () => {
  const orders = map('orders', { email: {}, note: { search: [] } })
  await runAs(place.ownerUrl, [
    'create table orders (id int primary key, email text, note text)',
    "insert into orders values (1, 'one', 'x'), (2, 'two', null)",
  ])
  await place.apply([orders])
  await runAs(place.ownerUrl, [
    'create view orders_seen as select id, email from orders',
    'create index orders_there on orders (id) where email is not null',
    'alter table orders add constraint orders_has check (email is not null)',
  ])
  const report = await place.unseal([orders], all)
  assert.equal(report.complete, false)
  const email = report.columns.find(({ label }) => label.endsWith('email'))!
  assert.equal(email.outcome, 'refused')
  assert.deepEqual(
    email.obstacles.map(({ what }) => what),
    [
      'constraint "orders_has" holds the column',
      'index "orders_there" has an expression or predicate over the column',
      'view public.orders_seen reads the column',
    ],
  )
  assert.equal(report.columns.find(({ label }) => label.endsWith('note'))!.outcome, 'unsealed')
  assert.equal((await place.unseal([orders], all, { dropSchema: true })).schemaDropped, false)
  await runAs(place.ownerUrl, [
    'drop view orders_seen',
    'drop index orders_there',
    'alter table orders drop constraint orders_has',
  ])
  assert.equal((await place.unseal([orders], all)).complete, true)
})

test('a value that does not open keeps its whole table sealed, and its place is said', async () => {
  const secrets = map('secrets', { email: { search: [] } })
  await runAs(place.ownerUrl, [
    'create table secrets (id int primary key, email text)',
    "insert into secrets select g, 'value-' || g from generate_series(1, 20) g",
  ])
  await place.apply([secrets])
  await runAs(place.ownerUrl, [
    `update secrets set email = row('1'::json, set_byte((email).c, octet_length((email).c) - 1, (get_byte((email).c, octet_length((email).c) - 1) + 1) % 256))::pgseal.text_none where id = 7`,
  ])
  const report = await place.unseal([secrets], all)
  const [column] = report.columns
  assert.equal(column?.outcome, 'refused')
  assert.match(column!.obstacles[0]!.what, /^a value could not be opened, the first at ctid \(0,21\)$/)
  assert.equal((await readStatus(place.owner, [secrets])).columns[0]?.state, 'sealed')
  await runAs(place.ownerUrl, ['delete from secrets where id = 7'])
  assert.equal((await place.unseal([secrets], all)).complete, true)
})

test('--drop-schema waits for objects that need the schema, then removes every trace', async () => {
  await runAs(place.ownerUrl, ['create function mine(pgseal.text_eq) returns int language sql as $$select 1$$'])
  await assert.rejects(
    place.unseal([users], all, { dropSchema: true }),
    (error) => error instanceof PgsealError && error.errorName === 'schemaInUse' && /public\.mine/.test(error.message),
  )
  await runAs(place.ownerUrl, ['drop function mine(pgseal.text_eq)'])
  // A sealed column that the map does not name is in the way too.
  const extra = map('extra', { email: {} })
  await runAs(place.ownerUrl, ['create table extra (id int primary key, email text)'])
  await place.apply([users, extra])
  const report = await place.unseal([users], all, { dropSchema: true })
  assert.equal(report.schemaDropped, false)
  assert.deepEqual(
    report.plan.unmapped.map(({ label }) => label),
    ['public.extra.email'],
  )
  assert.equal((await place.unseal([users, extra], all, { dropSchema: true })).schemaDropped, true)
  const [left] = await runAs(place.ownerUrl, [
    `select count(*)::int as n from (select 1 from pg_namespace where nspname = 'pgseal'
       union all select 1 from pg_depend d join pg_proc p on p.oid = d.objid where p.proname like 'pgseal%'
       union all select 1 from pg_description where description like '%pgseal%'
       union all select 1 from pg_attribute a join pg_type t on t.oid = a.atttypid where t.typname ~ '_(none|eq|ord)$' and t.oid >= 16384) x`,
  ])
  assert.equal(left?.n, 0)
  const nothing = await place.unseal([users], all, { dropSchema: true })
  assert.equal(nothing.complete, true)
  assert.equal(nothing.schemaDropped, false)
})
