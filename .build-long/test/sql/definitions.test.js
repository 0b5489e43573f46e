import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openAccess } from '../../src/sql/access.js';
import { analyze } from '../../src/sql/analyze.js';
import { parseStatements } from '../../src/sql/parsed-text.js';
import { catalogOf, text } from './catalog-builder.js';
import { cases, planOf, shown } from './utility-cases.js';
const guard = (column) => `check ("${column}" is null or "${column}" is not null)`;
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
]);
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
]);
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
]);
test('a name of a mapped table that means another relation is not created upon or altered', () => {
    assert.match(shown(planOf('alter table users add column ssn text', { users: 4 })), /^0A000 relation "users" is not/);
    assert.match(shown(planOf('create index on users (email)', { users: 4 })), /^0A000 relation "users" is not/);
});
test('without sealed types CREATE TABLE of a mapped table says what to run', () => {
    const bare = catalogOf([], {
        absent: [{ name: 'people', columns: [{ name: 'email', type: text }] }],
        typesMade: false,
    });
    const statement = parseStatements(Buffer.from('create table people (email text)')).statements[0];
    const input = { statement, catalog: bare, names: new Map([['people', 0]]), declaredOids: [], currentSchema: 'public' };
    const plan = analyze({ ...input, mode: 'full', access: openAccess });
    assert.equal(plan.kind === 'refused' && plan.error.hint, 'Run `pgseal apply`.');
});
//# sourceMappingURL=definitions.test.js.map