import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cases, planOf } from './utility-cases.ts'

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
  ['copy users (id, email) from stdin', 'copy users (id, email) from stdin'],
  ['copy public.users (id) to stdout', 'passed'],
  ['copy v to stdout', '42809 cannot copy from view "v"'],
  ['copy (select email from users) to stdout', 'select email from users'],
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
  ['prepare p as select * from users', 'PREPARE "p" AS select * from users'],
  [
    'prepare "As" (text, int[]) as select id from public.users where email = $1 and id = any($2)',
    'PREPARE "As" (pg_catalog.bytea, pg_catalog."int4"[]) AS select id from public.users where (email).eq = $1 and id = any($2)',
  ],
  [
    "prepare p as select id from users where id = $1 and email = 'x'",
    'PREPARE "p" (pg_catalog.unknown, pg_catalog.bytea) AS select id from users where id = $1 and (email).eq = $2',
  ],
  [
    'prepare p (no_type) as select email from users where id = $1',
    '0A000 cannot use PREPARE with a parameter of a type that is not served in a statement on a mapped table',
  ],
  ['prepare p as select * from logs', 'passed'],
  [
    "declare c cursor for select email from users where email = 'x'",
    'declare c cursor for select email from users where (email).eq = $1',
  ],
  [
    "declare c cursor with hold for select coalesce(email, 'x') from users",
    '0A000 cannot use a value beside a sealed column in a cursor WITH HOLD in a statement on a mapped table',
  ],
  ['declare c cursor for select * from logs', 'passed'],
  ['execute p(1)', 'passed, described'],
  ['fetch c', 'passed, described'],
  ['close c', 'passed'],
  [
    'merge into users u using logs l on u.id = l.id when matched then update set email = l.msg',
    '0A000 cannot assign an expression to sealed column "public.users.email"',
  ],
])

test('A40: EXECUTE names the prepared statement for the connection to check', () => {
  for (const sql of ["execute p('x')", "explain execute p('x')", "create table t as execute p('x')"]) {
    const plan = planOf(sql)
    assert.equal(plan.kind === 'passthrough' ? plan.executes : undefined, 'p')
  }
})

test('A41: PREPARE of a mapped bare name is kept, whatever it means now', () => {
  const plan = planOf('prepare p as select id from users')
  assert.equal(plan.kind === 'passthrough' ? plan.prepares?.statement.text.toString() : '', 'select id from users')
})

cases('C47: EXPLAIN is planned as the statement under it', [
  ['explain select id from users where id = 1', 'passed'],
  ["explain select email from users where email = 'a'", 'explain select email from users where (email).eq = $1'],
  [
    "explain (analyze, format json) update users set email = 'x' where email = 'y'",
    '0A000 cannot set sealed column "public.users.email" in an UPDATE that may change several rows, with EXPLAIN',
  ],
  ["explain insert into users (email) values ('x')", 'explain insert into users (email) values ($1)'],
  [
    'explain (generic_plan) select 1 from users where email = $1',
    '0A000 cannot use EXPLAIN (GENERIC_PLAN) in a statement on a mapped table',
  ],
  ['explain select * from logs', 'passed'],
  ['explain select initcap(email) from users', '0A000 cannot use sealed column "public.users.email" in initcap()'],
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

cases('B14, C45: no row of a mapped table is made of text', [
  [
    `select * from json_populate_record(null::users, '{"email":"x"}')`,
    '0A000 cannot use the row type on mapped table "public.users"',
  ],
  ["select ('(1,x)'::public.users).email", '0A000 cannot use the row type on mapped table "public.users"'],
  ["select '{}'::users[]", '0A000 cannot use the row type on mapped table "public.users"'],
  ["select users('(1,x)')", '0A000 cannot use the row type on mapped table "users"'],
  [
    `select * from jsonb_to_recordset('[]') as x(u users)`,
    '0A000 cannot use the row type on mapped table "public.users"',
  ],
  ['explain select null::users', '0A000 cannot use the row type on mapped table "public.users"'],
  ['select null::other.users', 'passed'],
  ['drop function f(users)', 'passed'],
])

cases('C20: a mapped table that does not exist is refused as the server would', [
  ["insert into people (email) values ('x')", '42P01 relation "people" does not exist'],
  ["insert into public.people (email) values ('x')", '42P01 relation "public.people" does not exist'],
  ["explain select * from logs, people where email = 'x'", '42P01 relation "people" does not exist'],
  ['with people as (select 1) select * from people', 'passed'],
  ['copy people from stdin', '42P01 relation "people" does not exist'],
  ["alter table people add column email text default 'x'", '42P01 relation "people" does not exist'],
  ['alter table if exists people add column n int', 'passed'],
  ['drop table if exists people', 'passed'],
])
