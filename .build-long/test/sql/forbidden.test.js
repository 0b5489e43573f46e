import assert from 'node:assert/strict';
import { test } from 'node:test';
import { forbiddenIn } from '../../src/sql/forbidden.js';
import { parseText } from '../../src/sql/parser.js';
import { catalogOf } from './catalog-builder.js';
const catalog = catalogOf([]);
function judge(sql, relevant = true) {
    return forbiddenIn(parseText(Buffer.from(sql))[0].stmt, catalog, relevant)?.errorName;
}
for (const sql of [
    'select * from pgseal.keys',
    'select * from "pgseal"."keys"',
    'select 1 from db.pgseal.keys',
    'select x::pgseal.text_eq',
    'select null::pgseal.text_eq[]',
    'select cast(row(1, 2, 3) as pgseal.text_eq)',
    'select pgseal.refuse(x)',
    'select a operator(pgseal.=) b',
    'select pgseal.keys.id from x',
    'insert into pgseal.columns values (1)',
    'drop schema pgseal',
    'drop type pgseal.text_eq',
    'drop function f(pgseal.text_eq)',
    'create table t (a pgseal.text_eq)',
    'create domain d as pgseal.text_eq',
    'alter table t set schema pgseal',
    'grant all on all tables in schema pgseal to x',
    'grant usage on schema pgseal to x',
    'comment on schema pgseal is $$x$$',
    'create extension x schema pgseal',
    'create function f(a pgseal.text_eq) returns int language sql as $$select 1$$',
    'import foreign schema pgseal from server s into x',
]) {
    test(`names schema pgseal: ${sql}`, () => assert.equal(judge(sql, false), 'pgsealSchemaNamed'));
}
for (const sql of [
    'set search_path = pgseal',
    'set local search_path to public, "pgseal"',
    "set search_path = 'a, pgseal'",
    "set schema 'pgseal'",
    'alter role x set search_path = pgseal',
    'create function f() returns int language sql set search_path = pgseal as $$select 1$$',
    "select set_config('search_path', 'public,pgseal', false)",
    "select 1 where set_config('SEARCH_PATH', $1, false) is null",
    'select set_config($1, $2, false)',
    "select set_config(new_value => 'off', setting_name => 'standard_conforming_strings', is_local => true)",
    "select pg_catalog.set_config('client_encoding'::text, 'SJIS'::text, true)",
    'set standard_conforming_strings = off',
    'set standard_conforming_strings = 0',
    "set names 'SJIS'",
    "set client_encoding = 'SQL_ASCII'",
    "alter role x set client_encoding = 'LATIN1'",
    "update pg_settings set setting = 'off' where name = 'standard_conforming_strings'",
    "update pg_catalog.pg_settings set setting = 'off'",
]) {
    test(`B24, B25: setting is kept: ${sql}`, () => assert.equal(judge(sql, false), 'settingNotServed'));
}
for (const sql of [
    'prepare pgseal_guard (text, oid) as select 1',
    "execute pgseal_update('{1}')",
    'explain execute pgseal_rows',
    'create table x as execute pgseal_rows',
    'deallocate pgseal_guard',
    'declare pgseal_rows cursor for select 1',
    'fetch all from pgseal_rows',
    'close pgseal_rows',
]) {
    test(`names a statement of the proxy: ${sql}`, () => assert.equal(judge(sql, false), 'ownStatementName'));
}
for (const sql of [
    'select (email).c from users',
    'select (u.email).eq from users u',
    'select (users.email).v from users',
    'select c(email) from users',
    "update users set email.c = 'x'",
    "insert into users (email.c) values ('x')",
    'select 1 from users where (email).eq = $1',
    'insert into users values (1) on conflict (id) do update set email.eq = $1',
]) {
    test(`parts of a sealed value are kept: ${sql}`, () => assert.equal(judge(sql), 'sealedPart'));
}
for (const sql of [
    "select * from x where name = 'pgseal'",
    "select 'pgseal.keys'::regclass",
    'grant select on t to pgseal',
    'set role pgseal',
    'alter role pgseal with login',
    'notify pgseal, $$pgseal$$',
    "comment on table t is 'pgseal'",
    'set search_path = public, app_pgseal',
    'set standard_conforming_strings = on',
    "set names 'UTF8'",
    'reset client_encoding',
    'set client_encoding to default',
    "select set_config('app.tenant', $1, true)",
    "select set_config('search_path', 'a,b', true)",
    "select set_config(name, 'view, foreign-table', false) from pg_settings where name = 'restrict_nonsystem_relation_kind'",
    'select (x).email from (select row(1) as x) y',
    'update pg_settings_copy set a = 1',
]) {
    test(`let through: ${sql}`, () => assert.equal(judge(sql), undefined));
}
test('parts of other composites are let through where no sealed column is near', () => {
    assert.equal(judge('select (x).c from plain_table', false), undefined);
});
//# sourceMappingURL=forbidden.test.js.map