import assert from 'node:assert/strict'
import { test } from 'node:test'
import { analyze } from '../../src/sql/analyze.ts'
import { parseStatements } from '../../src/sql/parsed-text.ts'
import type { Plan } from '../../src/sql/plan.ts'
import { catalogOf, int4, resolvedIn, text } from './catalog-builder.ts'

const catalog = catalogOf(
  [
    {
      oid: 1,
      name: 'users',
      columns: [
        { name: 'id', type: int4 },
        { name: 'email', type: text, sealed: true },
        { name: 'phone', type: { name: 'varchar', typmod: 24 }, sealed: true, terms: [] },
        { name: 'note', type: text },
      ],
    },
    { oid: 2, name: 'logs', columns: [{ name: 'id', type: int4 }] },
    {
      oid: 3,
      name: 'v',
      kind: 'v',
      columns: [{ name: 'id', type: int4 }],
      viewDefinition: 'select id from public.users',
    },
    { oid: 4, schema: 'other', name: 'users', columns: [{ name: 'email', type: text }] },
  ],
  {
    userFunctions: ['mine'],
    absent: [
      {
        name: 'people',
        columns: [
          { name: 'email', type: text },
          { name: 'phone', type: { name: 'varchar', typmod: 24 }, terms: [] },
          { name: 'born', type: { name: 'timestamptz', typmod: -1 } },
        ],
      },
      { name: 'users', columns: [{ name: 'ssn', type: text }] },
    ],
  },
)

function planOf(sql: string, overrides: Readonly<Record<string, number>> = {}): Plan {
  const statement = parseStatements(Buffer.from(sql)).statements[0]!
  const names = resolvedIn(catalog, statement.names)
  for (const name in overrides) names.set(name, overrides[name]!)
  return analyze({ statement, catalog, names, declaredOids: [], mode: 'full', currentSchema: 'public' })
}

function shown(plan: Plan): string {
  if (plan.kind === 'passthrough') return plan.describeFirst ? 'passed, described' : 'passed'
  if (plan.kind === 'refused') return `${plan.error.sqlstate} ${plan.error.message}`
  return [plan.text, ...plan.after].map((sql) => sql.toString().replaceAll(/\s+/g, ' ')).join('; ')
}

function cases(title: string, list: readonly (readonly [sql: string, expected: string])[]): void {
  for (const [sql, expected] of list) {
    test(`${title}: ${sql}`, () => assert.equal(shown(planOf(sql)), expected))
  }
}

const guard = (column: string) => `check ("${column}" is null or "${column}" is not null)`

cases('C52: state and maintenance pass', [
  ['begin', 'passed'],
  ['commit and chain', 'passed'],
  ['savepoint users', 'passed'],
  ["set timezone = 'UTC'", 'passed'],
  ['show search_path', 'passed'],
  ['reset client_encoding', 'passed'],
  ['discard all', 'passed'],
  ['listen users', 'passed'],
  ["notify users, 'x'", 'passed'],
  ['lock users', 'passed'],
  ['vacuum users', 'passed'],
  ['analyze users (email)', 'passed'],
  ['grant select (email) on users to x', 'passed'],
  ['reindex table users', 'passed'],
  ['truncate users', 'passed'],
  ['cluster users', 'passed'],
  ['checkpoint', 'passed'],
  ['drop table users', 'passed'],
  ['drop index users_email_key', 'passed'],
  ["comment on column users.email is 'x'", 'passed'],
  ['alter table users owner to x', 'passed'],
  ['deallocate all', 'passed'],
  ['refresh materialized view v', 'passed'],
])

cases('A77, A81: COPY', [
  ['copy users from stdin', '0A000 cannot use COPY on mapped table "public.users"'],
  ['copy public.users (id) to stdout', '0A000 cannot use COPY on mapped table "public.users"'],
  ['copy v to stdout', '0A000 cannot use COPY on mapped table "public.v"'],
  ['copy (select email from users) to stdout', '0A000 cannot use COPY on mapped table "public.users"'],
  [
    "copy users from '/tmp/x'",
    '42501 cannot use COPY of mapped table "public.users" with a file or program of the server',
  ],
  [
    "copy users to program 'cat'",
    '42501 cannot use COPY of mapped table "public.users" with a file or program of the server',
  ],
  ['copy logs from stdin', 'passed'],
  ['copy (select * from logs) to stdout', 'passed'],
  ["copy logs from '/tmp/x'", 'passed'],
  [
    "copy (select query_to_xml('select 1', true, true, '')) to stdout",
    '0A000 cannot use function query_to_xml() while tables are mapped',
  ],
])

cases('A41, C46, C48: PREPARE, DECLARE and friends', [
  ['prepare p as select * from users', '0A000 cannot use PREPARE on mapped table "public.users"'],
  ['prepare p as select * from public.users', '0A000 cannot use PREPARE on mapped table "public.users"'],
  ['prepare p as insert into people values ($1)', '0A000 cannot use PREPARE on mapped table "people"'],
  ['prepare p as select * from logs', 'passed'],
  ['declare c cursor for select email from users', '0A000 cannot use DECLARE on mapped table "public.users"'],
  ['declare c cursor for select * from logs', 'passed'],
  ['execute p(1)', 'passed, described'],
  ['fetch c', 'passed, described'],
  ['close c', 'passed'],
  [
    'merge into users u using logs l on u.id = l.id when matched then delete',
    '0A000 cannot use MERGE on mapped table "public.users"',
  ],
])

test('A40: EXECUTE names the prepared statement for the connection to check', () => {
  for (const sql of ["execute p('x')", "explain execute p('x')", "create table t as execute p('x')"]) {
    const plan = planOf(sql)
    assert.equal(plan.kind === 'passthrough' ? plan.executes : undefined, 'p')
  }
})

test('A41: PREPARE is refused for a mapped bare name whatever it means now', () => {
  assert.equal(planOf('prepare p as select * from users', { users: 4 }).kind, 'refused')
})

cases('C47: EXPLAIN is planned as the statement under it', [
  ['explain select id from users where id = 1', 'passed'],
  ["explain select email from users where email = 'a'", 'explain select email from users where (email).eq = $1'],
  [
    "explain (analyze, format json) update users set email = 'x' where email = 'y'",
    '0A000 cannot set sealed column "public.users.email" in an UPDATE that may change several rows',
  ],
  ["explain insert into users (email) values ('x')", 'explain insert into users (email) values ($1)'],
  [
    'explain (generic_plan) select 1 from users where email = $1',
    '0A000 cannot use EXPLAIN (GENERIC_PLAN) in a statement on a mapped table',
  ],
  ['explain select * from logs', 'passed'],
  ['explain select lower(email) from users', '0A000 cannot use sealed column "public.users.email" in lower()'],
  [
    'explain declare c cursor for select * from users',
    '0A000 cannot use EXPLAIN of a utility statement on mapped table "public.users"',
  ],
])

cases('C10, C49: code is let through where no word of it is a mapped name', [
  ["do $$begin insert into users values (1, 'x'); end$$", '0A000 cannot use DO that mentions "users"'],
  ['do $$begin perform 1 from "Users"; end$$', '0A000 cannot use DO that mentions "users"'],
  ['do $$begin perform 1; end$$', 'passed'],
  ['do $$begin perform 1 from pgseal.keys; end$$', '0A000 cannot use DO that mentions "pgseal"'],
  [
    "create function f() returns int language sql as 'select 1 from people'",
    '0A000 cannot use CREATE FUNCTION that mentions "people"',
  ],
  [
    'create function f() returns int language sql begin atomic select id from users; end',
    '0A000 cannot use CREATE FUNCTION that mentions "users"',
  ],
  [
    'create function f(users) returns int language sql as $$select 1$$',
    '0A000 cannot use CREATE FUNCTION that mentions "users"',
  ],
  ['create function f() returns trigger language plpgsql as $$begin new.at = now(); return new; end$$', 'passed'],
  ['create procedure p() language sql as $$select my_users$$', 'passed'],
  ["call p('insert into users')", '0A000 cannot use CALL that mentions "users"'],
  ['call p(1)', 'passed, described'],
])

cases('C8, C50: relations made of queries', [
  ['create view w as select id, email from users', 'passed'],
  [
    'create or replace view w as select u.id, coalesce(u.email, p.email) as e from users u join users p on u.email = p.email',
    'create or replace view w as select u.id, coalesce(u.email, p.email) as e from users u join users p on (u.email).eq = (p.email).eq',
  ],
  [
    "create view w as select id from users where email = 'x'",
    '0A000 cannot use a value for a sealed column in CREATE VIEW in a statement on a mapped table',
  ],
  ['create view w as select lower(email) from users', '0A000 cannot use sealed column "public.users.email" in lower()'],
  ['create view people as select 1', '0A000 cannot use CREATE VIEW under its name on mapped table "public.people"'],
  ['create temp view users as select 1', '0A000 relation "users" is not the mapped table "public.users"'],
  ['create view w as select * from logs', 'passed'],
  [
    'create table x as select email from users',
    '0A000 cannot use CREATE TABLE AS over sealed columns in a statement on a mapped table',
  ],
  [
    "create table x as select id from users where email = 'x'",
    '0A000 cannot use CREATE TABLE AS over sealed columns in a statement on a mapped table',
  ],
  ['create table x as select id, note from users', 'passed'],
  [
    "create table people as select 'a'::text as email",
    '0A000 cannot use CREATE TABLE AS under its name on mapped table "public.people"',
  ],
  [
    "explain analyze create table people as select 'a'::text as email",
    '0A000 cannot use CREATE TABLE AS under its name on mapped table "public.people"',
  ],
  [
    'create materialized view m as select email from users',
    '0A000 cannot use CREATE MATERIALIZED VIEW over sealed columns in a statement on a mapped table',
  ],
  [
    'select email into x from users',
    '0A000 cannot use SELECT INTO over sealed columns in a statement on a mapped table',
  ],
  [
    "select 'a'::text as email into people",
    '0A000 cannot use SELECT INTO under its name on mapped table "public.people"',
  ],
  [
    "select 'a'::text as email into people union all select 'b'",
    '0A000 cannot use SELECT INTO under its name on mapped table "public.people"',
  ],
  ["select 'a'::text as email into temp users", '0A000 relation "users" is not the mapped table "public.users"'],
  ['select id into x from users', 'passed'],
])

cases('C5: CREATE TABLE of a mapped table', [
  [
    'create table people (id int primary key, email text)',
    `create table people (id int primary key, email pgseal."text_eq" ${guard('email')} )`,
  ],
  [
    "create table people (email text unique not null, note text default 'x')",
    `create table people (email pgseal."text_eq" ${guard('email')} not null, note text default 'x'); create unique index "people_email_key" on "public"."people" ((("email").eq))`,
  ],
  [
    'create table if not exists public.people (email text constraint only_one unique nulls not distinct null)',
    `create table if not exists public.people (email pgseal."text_eq" ${guard('email')} null); create unique index if not exists "only_one" on "public"."people" ((("email").eq)) nulls not distinct`,
  ],
  [
    'create table people (id int, email text, phone character varying(20) default null, unique (id, email), constraint a check (id > 0))',
    `create table people (id int, email pgseal."text_eq" ${guard('email')} , phone pgseal."varchar" ${guard('phone')} default null , constraint a check (id > 0)); create unique index "people_id_email_key" on "public"."people" ("id", (("email").eq))`,
  ],
  [
    'create table people (constraint u unique (email), "email" text,born timestamp with time zone)',
    `create table people ( "email" pgseal."text_eq" ${guard('email')} ,born pgseal."timestamptz_eq" ${guard('born')} ); create unique index "u" on "public"."people" ((("email").eq))`,
  ],
  ['create table people (id int, unique (id))', 'passed'],
  ['create table other.people (email text)', 'passed'],
  ['create temp table people (email text)', '0A000 relation "people" is not the mapped table "public.people"'],
  ['create table pg_temp.people (email text)', '0A000 relation "people" is not the mapped table "public.people"'],
  [
    'create table people (email varchar(30))',
    '42804 column "public.people.email" is defined as varchar(30), but the map says text',
  ],
  [
    'create table people (email citext)',
    '42804 column "public.people.email" is defined as citext, but the map says text',
  ],
  ["create table people (email text default 'x')", '0A000 cannot use sealed column "public.people.email" in DEFAULT'],
  [
    "create table people (email text check (email <> 'x'))",
    '0A000 cannot use sealed column "public.people.email" in CHECK',
  ],
  [
    "create table people (email text, check (email <> 'x'))",
    '0A000 cannot use sealed column "public.people.email" in CHECK',
  ],
  [
    'create table people (email text, id int check (people is not null))',
    '0A000 cannot use sealed column "public.people.email" in CHECK',
  ],
  [
    'create table people (email text primary key)',
    '0A000 cannot use sealed column "public.people.email" in PRIMARY KEY',
  ],
  [
    'create table people (email text, primary key (email))',
    '0A000 cannot use sealed column "public.people.email" in PRIMARY KEY',
  ],
  [
    'create table people (email text references logs (x))',
    '0A000 cannot use sealed column "public.people.email" in REFERENCES',
  ],
  [
    'create table people (email text, foreign key (email) references logs (x))',
    '0A000 cannot use sealed column "public.people.email" in REFERENCES',
  ],
  [
    "create table people (email text generated always as ('x') stored)",
    '0A000 cannot use sealed column "public.people.email" in GENERATED',
  ],
  [
    'create table people (email text, low text generated always as (lower(email)) stored)',
    '0A000 cannot use sealed column "public.people.email" in GENERATED',
  ],
  [
    'create table people (email text collate "C")',
    '0A000 cannot use sealed column "public.people.email" in COLLATE of its definition',
  ],
  [
    'create table people (email text unique deferrable)',
    '0A000 cannot use sealed column "public.people.email" in DEFERRABLE',
  ],
  [
    'create table people (email text unique with (fillfactor = 50))',
    '0A000 cannot use sealed column "public.people.email" in UNIQUE with options',
  ],
  [
    'create table people (email text, unique (email) include (id))',
    '0A000 cannot use sealed column "public.people.email" in UNIQUE with options',
  ],
  ['create table people (phone varchar(20) unique)', '0A000 cannot use sealed column "public.people.phone" in UNIQUE'],
  [
    'create table people (email text, exclude using gist (email with =))',
    '0A000 cannot use sealed column "public.people.email" in EXCLUDE',
  ],
  [
    'create table people (email text) partition by list (email)',
    '0A000 cannot use sealed column "public.people.email" in PARTITION BY',
  ],
  [
    'create table people (email text) inherits (logs)',
    '0A000 cannot use CREATE TABLE with INHERITS, PARTITION OF or OF on mapped table "public.people"',
  ],
  ['create table people (like logs)', '0A000 cannot use CREATE TABLE with LIKE on mapped table "public.people"'],
  ['create table t (like users)', '0A000 cannot use CREATE TABLE over its columns on mapped table "public.users"'],
  [
    'create table t () inherits (users)',
    '0A000 cannot use CREATE TABLE over its columns on mapped table "public.users"',
  ],
  [
    'create table t partition of users default',
    '0A000 cannot use CREATE TABLE over its columns on mapped table "public.users"',
  ],
  ['create table t (a users)', '0A000 cannot use CREATE TABLE over its columns on mapped table "public.users"'],
  ['create table t (a int references users (id))', 'passed'],
  ['create table t (a int references users)', 'passed'],
  [
    'create table t (a text references users (email))',
    '0A000 cannot use sealed column "public.users.email" in REFERENCES',
  ],
  ['create table logs2 (email text)', 'passed'],
  ['create schema s create table people (email text)', '0A000 cannot use CREATE SCHEMA that mentions "people"'],
])

cases('C5, C51: ALTER TABLE', [
  [
    'alter table users add column ssn text unique',
    `alter table users add column ssn pgseal."text_eq" ${guard('ssn')} ; create unique index "users_ssn_key" on "public"."users" ((("ssn").eq))`,
  ],
  [
    'alter table public.users add ssn text, add other int default 5',
    `alter table public.users add ssn pgseal."text_eq" ${guard('ssn')} , add other int default 5`,
  ],
  ["alter table users add column ssn text default 'x'", '0A000 cannot use sealed column "public.users.ssn" in DEFAULT'],
  ['alter table users add column ssn int', '42804 column "public.users.ssn" is defined as int4, but the map says text'],
  ["alter table users add column other text default 'x'", 'passed'],
  [
    'alter table users add column low text generated always as (lower(email)) stored',
    '0A000 cannot use sealed column "public.users.email" in GENERATED',
  ],
  ['alter table users drop column email', 'passed'],
  ['alter table users alter email set not null, alter email drop not null', 'passed'],
  ['alter table users alter email drop default', 'passed'],
  ['alter table users alter email set default null', 'passed'],
  [
    "alter table users alter email set default 'x'",
    '0A000 cannot use sealed column "public.users.email" in SET DEFAULT',
  ],
  ["alter table users alter note set default 'x'", 'passed'],
  [
    'alter table users alter email type varchar(5)',
    '0A000 cannot use sealed column "public.users.email" in ALTER COLUMN TYPE',
  ],
  [
    'alter table users alter note type text using email::text',
    '0A000 cannot use sealed column "public.users.email" in ALTER COLUMN TYPE ... USING',
  ],
  ['alter table users alter note type varchar(10)', 'passed'],
  ["alter table users add check (email <> 'x')", '0A000 cannot use sealed column "public.users.email" in CHECK'],
  ['alter table users add check (users is not null)', '0A000 cannot use sealed column "public.users.email" in CHECK'],
  [
    'alter table users add constraint u unique (email)',
    '0A000 cannot use sealed column "public.users.email" in UNIQUE',
  ],
  ['alter table users add primary key (id)', 'passed'],
  [
    'alter table users add foreign key (email) references logs (id)',
    '0A000 cannot use sealed column "public.users.email" in REFERENCES',
  ],
  ['alter table users replica identity full', '0A000 cannot use REPLICA IDENTITY FULL on mapped table "public.users"'],
  ['alter table users replica identity default', 'passed'],
  [
    'alter table users attach partition logs default',
    '0A000 cannot use ALTER TABLE ATTACH PARTITION on mapped table "public.users"',
  ],
  [
    'alter table logs attach partition users default',
    '0A000 cannot use ALTER TABLE ATTACH PARTITION on mapped table "public.users"',
  ],
  ['alter table users inherit logs', '0A000 cannot use ALTER TABLE ADD INHERIT on mapped table "public.users"'],
  ['alter table users enable row level security', 'passed'],
  ['alter view v alter id set default 5', 'passed'],
  ['alter table logs add column a int', 'passed'],
  [
    'alter table logs add foreign key (id) references users (email)',
    '0A000 cannot use sealed column "public.users.email" in REFERENCES',
  ],
  ['alter table logs add column u users', '0A000 cannot use ALTER TABLE ADD COLUMN on mapped table "public.users"'],
])

cases('C6: CREATE INDEX', [
  ['create index on users (email)', 'create index "users_email_idx" on users ( ((email).eq) )'],
  [
    'create unique index concurrently if not exists i on public.users using btree (id, "email") where email is not null',
    'create unique index concurrently if not exists i on public.users using btree (id, (("email").eq) ) where email is not null',
  ],
  ['create index i on only (users) (email, note desc)', 'create index i on only (users) ( ((email).eq) , note desc)'],
  ['create index i on users (id)', 'passed'],
  ['create index i on users (lower(note))', 'passed'],
  [
    'create index i on users (lower(email))',
    '0A000 cannot use sealed column "public.users.email" in an index expression',
  ],
  [
    "create index i on users (id) where email = 'x'",
    '0A000 cannot use sealed column "public.users.email" in an index predicate',
  ],
  [
    'create index i on users using hash (email)',
    '0A000 cannot use sealed column "public.users.email" in an index that is not a plain btree',
  ],
  [
    'create index i on users (email desc)',
    '0A000 cannot use sealed column "public.users.email" in an index that is not a plain btree',
  ],
  [
    'create index i on users (email text_pattern_ops)',
    '0A000 cannot use sealed column "public.users.email" in an index that is not a plain btree',
  ],
  ['create index i on users (phone)', '0A000 cannot use sealed column "public.users.phone" in an index'],
  ['create index i on users (id) include (email)', '0A000 cannot use sealed column "public.users.email" in INCLUDE'],
  ['create index i on logs (id)', 'passed'],
])

cases('C9, C11: policies, triggers, rules and the like', [
  ['create policy p on users using (id = 1)', 'passed'],
  [
    'create policy p on users using (email = current_user)',
    '0A000 cannot use sealed column "public.users.email" in a policy',
  ],
  [
    'alter policy p on users with check (users.email is not null)',
    '0A000 cannot use sealed column "public.users.email" in a policy',
  ],
  [
    'create policy p on logs using (exists (select from users))',
    '0A000 cannot use a policy on mapped table "public.users"',
  ],
  ['create trigger t before update of email on users for each row execute function mine()', 'passed'],
  [
    "create trigger t before update on users for each row when (new.email = 'x') execute function mine()",
    '0A000 cannot use sealed column "public.users.email" in WHEN of a trigger',
  ],
  [
    'create trigger t before update on users for each row when (old.* is distinct from new.*) execute function mine()',
    '0A000 cannot use sealed column "public.users.email" in WHEN of a trigger',
  ],
  [
    'create rule r as on insert to users do also notify x',
    '0A000 cannot use CREATE RULE on mapped table "public.users"',
  ],
  [
    'create rule r as on insert to logs do also delete from users',
    '0A000 cannot use CREATE RULE on mapped table "public.users"',
  ],
  ['create rule r as on insert to logs do nothing', 'passed'],
  ['create statistics s on id, note from users', 'passed'],
  [
    'create statistics s on id, email from users',
    '0A000 cannot use sealed column "public.users.email" in CREATE STATISTICS',
  ],
  ['create publication p for table users', 'passed'],
  [
    "create publication p for table users where (email = 'x')",
    '0A000 cannot use sealed column "public.users.email" in a publication',
  ],
  ['alter table users rename to u', '0A000 cannot use RENAME on mapped table "public.users"'],
  ['alter table users rename email to mail', '0A000 cannot use RENAME COLUMN on mapped table "public.users"'],
  ['alter table users rename note to ssn', '0A000 cannot use RENAME COLUMN on mapped table "public.users"'],
  ['alter table users rename note to remark', 'passed'],
  ['alter table users rename constraint a to b', 'passed'],
  [
    'alter table logs rename to people',
    '0A000 cannot use RENAME of another relation to its name on mapped table "public.people"',
  ],
  ['alter table logs rename to logs2', 'passed'],
  ['alter table logs rename id to email', 'passed'],
  ['alter table users set schema other', '0A000 cannot use SET SCHEMA on mapped table "public.users"'],
  [
    'alter table other.users set schema public',
    '0A000 cannot use SET SCHEMA of another relation to its schema on mapped table "public.users"',
  ],
  ['alter index users_email_key rename to k', 'passed'],
])

cases('C62: a statement that is not known in detail passes only without mapped names', [
  ['create domain d as text', 'passed'],
  ['create type c as (a users)', '0A000 cannot use COMPOSITE TYPE that mentions "users"'],
  ['create extension hstore', 'passed'],
  ['create foreign table people (email text) server s', '0A000 cannot use CREATE FOREIGN TABLE that mentions "people"'],
  [
    'import foreign schema x from server s into public',
    '0A000 cannot use IMPORT FOREIGN SCHEMA into its schema on mapped table "public.people"',
  ],
  ['create event trigger e on ddl_command_end execute function mine()', 'passed'],
  ["load 'x'", 'passed'],
])

test('a name of a mapped table that means another relation is not created upon or altered', () => {
  assert.match(shown(planOf('alter table users add column ssn text', { users: 4 })), /^0A000 relation "users" is not/)
  assert.match(shown(planOf('create index on users (email)', { users: 4 })), /^0A000 relation "users" is not/)
})

test('without sealed types CREATE TABLE of a mapped table says what to run', () => {
  const bare = catalogOf([], {
    absent: [{ name: 'people', columns: [{ name: 'email', type: text }] }],
    typesMade: false,
  })
  const statement = parseStatements(Buffer.from('create table people (email text)')).statements[0]!
  const input = { statement, catalog: bare, names: new Map([['people', 0]]), declaredOids: [], currentSchema: 'public' }
  const plan = analyze({ ...input, mode: 'full' })
  assert.equal(plan.kind === 'refused' && plan.error.hint, 'Run `pgseal apply`.')
})
