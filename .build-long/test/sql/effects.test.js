import assert from 'node:assert/strict';
import { test } from 'node:test';
import { effectsOf } from '../../src/sql/effects.js';
import { parseText } from '../../src/sql/parser.js';
import { catalogOf, int4, text } from './catalog-builder.js';
const catalog = catalogOf([
    {
        oid: 1,
        name: 'users',
        columns: [
            { name: 'id', type: int4 },
            { name: 'email', type: text, sealed: true },
        ],
    },
    { oid: 2, name: 'v', kind: 'v', columns: [{ name: 'id', type: int4 }] },
], { userFunctions: ['audit_all'] });
const quiet = { mayWrite: false, forgetsNames: false, forgetsSettings: false, changesCatalog: false };
const writes = { ...quiet, mayWrite: true };
const forgets = { forgetsNames: true, forgetsSettings: true };
const ddl = { mayWrite: true, forgetsNames: true, forgetsSettings: false, changesCatalog: true };
const cases = [
    ['select 1', quiet],
    ['select * from users where id = $1', quiet],
    ['with w as (select 1) select * from w', quiet],
    ['select lower(a), count(*), pg_get_viewdef(1), pg_sleep(1) from users', quiet],
    ['select * from v', writes],
    ['select * from not_known', writes],
    ['select * from users for update', writes],
    ['select * from (select * from users for share) x', writes],
    ["select nextval('s')", writes],
    ["select setval('s', 1)", writes],
    ['select lo_unlink(1)', writes],
    ['select pg_advisory_lock(1)', writes],
    ['select txid_current()', writes],
    ["select pg_notify('a', 'b')", writes],
    ['with d as (delete from users returning *) select * from d', writes],
    ['select 1 into x', ddl],
    ["select set_config('TimeZone', 'UTC', true)", { ...quiet, ...forgets }],
    ['select audit_all()', { ...writes, ...forgets }],
    ['select other_schema.lower(1)', { ...writes, ...forgets }],
    ['update users set id = audit_all()', { ...writes, ...forgets }],
    ['insert into users values (1)', writes],
    ['merge into users using v on true when matched then delete', writes],
    ['begin', { ...quiet, transaction: 'begin' }],
    ['start transaction read only', { ...quiet, transaction: 'begin' }],
    ['commit', { ...writes, transaction: 'commit' }],
    ['end', { transaction: 'commit' }],
    ['commit and chain', { ...writes, transaction: 'commit', chains: true }],
    ['rollback', { ...quiet, ...forgets, transaction: 'rollback' }],
    ['rollback and chain', { transaction: 'rollback', chains: true }],
    ['abort', { transaction: 'rollback' }],
    ['savepoint a', { ...quiet, transaction: 'savepoint' }],
    ['release a', { ...quiet, transaction: 'release' }],
    ['rollback to a', { ...quiet, ...forgets, transaction: 'rollback-to' }],
    ["prepare transaction 'x'", { ...writes, ...forgets, transaction: 'prepare' }],
    ["commit prepared 'x'", { ...ddl, transaction: undefined }],
    ['set search_path = a', { ...quiet, forgetsNames: true }],
    ['set local search_path = a', { ...quiet, forgetsNames: true }],
    ["set schema 'a'", { ...quiet, forgetsNames: true }],
    ['set role a', { ...quiet, forgetsNames: true }],
    ['set session authorization a', { ...quiet, forgetsNames: true }],
    ["set time zone 'UTC'", { ...quiet, forgetsSettings: true }],
    ['set "DateStyle" = german', { ...quiet, forgetsSettings: true }],
    ['set statement_timeout = 1', quiet],
    ['reset all', { ...quiet, ...forgets }],
    ['reset timezone', { ...quiet, forgetsSettings: true }],
    ['discard all', { ...writes, ...forgets, deallocates: '*' }],
    ['discard plans', quiet],
    ['discard temp', { ...writes, forgetsNames: true }],
    ['deallocate a', { ...quiet, deallocates: 'a' }],
    ['deallocate all', { ...quiet, deallocates: '*' }],
    ['copy users from stdin', { ...writes, copiesIn: true }],
    ["copy users from '/x'", { ...writes, copiesIn: false }],
    ["copy users from program 'x'", { ...writes, copiesIn: false }],
    ['copy users to stdout', { ...quiet, copiesIn: false }],
    ['copy (delete from users returning 1) to stdout', writes],
    ['do $$begin end$$', { ...ddl, ...forgets }],
    ['call p()', { ...writes, ...forgets }],
    ['execute p', { ...writes, ...forgets }],
    ['fetch c', { ...writes, ...forgets }],
    ['declare c cursor for select 1', quiet],
    ['close c', quiet],
    ['explain delete from users', quiet],
    ['explain analyze delete from users', writes],
    ['explain (analyze) select 1', quiet],
    ['explain (analyze off) delete from users', quiet],
    ['explain analyze execute p', { ...writes, ...forgets }],
    ['create table x (a int)', ddl],
    ['alter table users add column b int', ddl],
    ['drop table users', ddl],
    ['create index on users (id)', ddl],
    ['create extension x', ddl],
    ['grant select on users to x', { ...writes, forgetsNames: true }],
    ['truncate users', writes],
    ['vacuum users', writes],
    ['lock users', writes],
    ['listen x', writes],
    ['show search_path', quiet],
];
for (const [sql, expected] of cases) {
    test(`effects of: ${sql}`, () => {
        const effects = effectsOf(parseText(Buffer.from(sql))[0].stmt, catalog);
        const named = Object.keys(expected);
        assert.deepEqual(Object.fromEntries(named.map((key) => [key, effects[key]])), expected);
    });
}
//# sourceMappingURL=effects.test.js.map