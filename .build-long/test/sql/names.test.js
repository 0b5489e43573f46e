import assert from 'node:assert/strict';
import { test } from 'node:test';
import { namesOf } from '../../src/sql/names.js';
import { parseText } from '../../src/sql/parser.js';
const cases = [
    ['select 1', []],
    ['select * from users', ['users']],
    ['select * from public.users', []],
    ['select * from USERS', ['users']],
    ['select * from "Users", U&"\\0075sers"', ['Users', 'users']],
    ['select * from only (users) u', ['users']],
    ['select (select 1 from a) from b join c on exists (select from d)', ['a', 'b', 'c', 'd']],
    ['with w as (insert into a select * from b returning *) select * from w', ['a', 'b', 'w']],
    ['insert into users select 1', ['users']],
    ['update users set a = 1 from other', ['users', 'other']],
    ['delete from users using other', ['users', 'other']],
    ['merge into t using s on true when matched then delete', ['t', 's']],
    ['select null::users', ['users']],
    ["select '{}'::_users", ['_users', 'users']],
    ['select 1::int4', []],
    ['copy users from stdin', ['users']],
    ['copy (select * from users) to stdout', ['users']],
    ['lock users, b', ['users', 'b']],
    ['truncate users', ['users']],
    ['create table users (a int references other)', ['users', 'other']],
    ['create table x (like users) inherits (p)', ['x', 'users', 'p']],
    ['create table x as select * from users', ['x', 'users']],
    ['select 1 into users', ['users']],
    ['create view v as select * from users', ['v', 'users']],
    ['create rule r as on insert to users do also insert into log values (1)', ['users', 'log']],
    [
        'create constraint trigger x after insert on users from other for each row execute function f()',
        ['users', 'other'],
    ],
    ['create policy p on users using (exists (select from other))', ['users', 'other']],
    ['create index on users (email)', ['users']],
    ['alter table users rename to other', ['users']],
    ['alter table users attach partition p default', ['users', 'p']],
    ['drop table users, b.c', ['users']],
    ['drop view users', ['users']],
    ['drop policy p on users', ['users']],
    ['drop trigger x on a.users', []],
    ['drop function users', []],
    ["comment on column users.email is 'x'", ['users']],
    ["comment on table users is 'x'", ['users']],
    ['alter sequence s owned by users.id', ['s', 'users']],
    ['create publication p for table users', ['users']],
    ['grant select on users to x', ['users']],
    ['vacuum users', ['users']],
    ['explain select * from users', ['users']],
    ['prepare p as select * from users', ['users']],
    ['declare c cursor for select * from users', ['users']],
    ['create function f(users) returns setof other language sql as $$$$', ['users', 'other']],
    ['create function f(a users.email%type) returns int language sql as $$$$', ['users']],
    ['create function f() returns int language sql begin atomic select 1 from users; end', ['users']],
    ["select 'users'::pg_catalog.regclass", []],
];
for (const [sql, names] of cases) {
    test(`names of: ${sql}`, () => {
        const found = namesOf(parseText(Buffer.from(sql))[0].stmt);
        assert.deepEqual(found.filter((name) => !/^(int4|text|regclass)$/.test(name)).sort(), [...names].sort());
    });
}
//# sourceMappingURL=names.test.js.map