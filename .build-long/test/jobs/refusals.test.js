// Done when, point 7: what a client without the proxy tries, the database itself refuses.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { labelTag } from '../../src/seal/label-tag.js';
import { runAs } from '../support/owned-database.js';
import { mapTable } from '../support/sealed-schema.js';
import { applyPlace } from './apply-place.js';
let place;
before(async () => {
    place = await applyPlace('refusals');
    await runAs(place.ownerUrl, [
        'create table users (id int4 primary key, email text, phone text, note text, tags text[], n name, b bytea, v varchar(50))',
        "insert into users (id, email, phone) values (1, 'one@example.org', '1'), (2, null, null), (3, 'three@example.org', '3')",
        `grant select, insert, update, delete on users to ${place.control.replace(/control$/, 'client')}`,
    ]);
    const mapped = mapTable('users', { email: {}, phone: { search: [] } });
    const users = {
        ...mapped,
        columns: mapped.columns.map((column) => ({ ...column, labelTag: labelTag(column.label) })),
    };
    assert.equal((await place.apply([users])).complete, true);
});
after(() => place.close());
const envelope = `'\\x01${'ab'.repeat(60)}'::bytea`;
const term = `'\\x${'cd'.repeat(16)}'::bytea`;
// Statement to the SQLSTATE with which the server refuses it.
const refused = [
    // Plaintext, in every way to write it.
    ["insert into users (id, email) values (9, 'plain@example.org')", '22P02'],
    ["insert into users (id, email) values (9, '')", '22P02'],
    ["insert into users (id, email) values (9, 'plain@example.org'::text)", '42804'],
    ['insert into users (id, email) select 9, note from users', '42804'],
    ["update users set email = 'plain@example.org'", '22P02'],
    ['update users set email = note', '42804'],
    ['update users set email = 5', '42804'],
    ["insert into users (id, email) values (9, '\\x706c61696e'::bytea)", '42804'],
    // Plaintext that looks like a record.
    [`insert into users (id, email) values (9, '(1,plain,plain)')`, '23514'],
    [`insert into users (id, email) values (9, '(1,"\\\\x${'70'.repeat(50)}","\\\\x${'71'.repeat(16)}")')`, '23514'],
    [`insert into users (id, email) values (9, '(2,"\\\\x01${'70'.repeat(50)}","\\\\x${'71'.repeat(16)}")')`, '23514'],
    [
        `insert into users (id, email) values (9, '("{""a"": 1}","\\\\x01${'70'.repeat(50)}","\\\\x${'71'.repeat(16)}")')`,
        '23514',
    ],
    [`insert into users (id, email) values (9, row('1', 'plain', 'plain'))`, '23514'],
    [`insert into users (id, email) values (9, row('1', ${envelope}, null))`, '23514'],
    [`insert into users (id, email) values (9, row(null, ${envelope}, ${term}))`, '23514'],
    [`insert into users (id, email) values (9, row(null, null, null))`, '23514'],
    [`insert into users (id, email) values (9, row('1', ${envelope}))`, '42846'],
    [`insert into users (id, phone) values (9, row('1', ${envelope}, ${term}))`, '42846'],
    ["insert into users (id, phone) values (9, row('1', 'plain'))", '23514'],
    // Sub-fields, on a value and on NULL.
    ["update users set email.c = 'plain@example.org' where id = 1", '23514'],
    ["update users set email.c = 'plain@example.org' where id = 2", '23514'],
    ["update users set email.eq = 'plain@example.o' where id = 1", '23514'],
    ["update users set email.v = '2' where id = 1", '23514'],
    [`update users set email.c = ${envelope} where id = 2`, '23514'],
    [`update users set email.eq = ${term} where id = 2`, '23514'],
    [`insert into users (id, email.c) values (9, ${envelope})`, '23514'],
    ['update users set email.c = null where id = 1', '23514'],
    ['update users set email.eq = null where id = 1', '23514'],
    // A sealed value into a plain column, and as text.
    ['update users set note = email', '0A000'],
    ['update users set note = phone', '0A000'],
    ['update users set v = email', '0A000'],
    ['update users set n = email', '0A000'],
    ['update users set b = email', '0A000'],
    ['update users set tags = array[email]', '0A000'],
    ['insert into users (id, note) select 9, email from users', '0A000'],
    ['select email::text from users', '0A000'],
    ['select cast(phone as varchar(3)) from users', '0A000'],
    ["select email || 'x' from users", '0A000'],
    ["select 'x' || email from users", '0A000'],
    ['select email::bytea from users', '0A000'],
    ['select null::pgseal.text_eq::text', '0A000'],
    // Comparisons and what is built on them.
    ["select * from users where email = 'one@example.org'", '0A000'],
    ["select * from users where email = 'one@example.org'::text", '42883'],
    ['select * from users where email = note', '42883'],
    ['select * from users a join users b using (email)', '42883'],
    ['select * from users where email = email', '42883'],
    ["select * from users where email in ('x', 'y')", '22P02'],
    ["select * from users where email like 'x%'", '42883'],
    ['select * from users where email is not distinct from email', '42883'],
    ['select distinct email from users', '42883'],
    ['select distinct on (phone) phone from users', '42883'],
    ['select email from users group by email', '42883'],
    ['select email from users order by email', '42883'],
    ['select email from users union select email from users', '42883'],
    ['select max(email) from users', '42883'],
    ['select count(distinct email) from users', '42883'],
    ['select length(email) from users', '42883'],
    ['select lower(email) from users', '42883'],
    ['select email::int from users', '42846'],
    ['create temp table t as select distinct * from users', '42883'],
    // An index over it, or over its text.
    ['create index on users (email)', '42883'],
    ['create index on users ((email::text))', '42P17'],
];
for (const [statement, ...sqlstates] of refused) {
    test(`the database refuses: ${statement.slice(0, 90)}`, async () => {
        const url = statement.startsWith('create index') ? place.ownerUrl : place.clientUrl;
        await assert.rejects(runAs(url, [statement]), (error) => {
            assert.ok(sqlstates.includes(error.code ?? ''), `${error.code}: ${error.message}`);
            return true;
        });
    });
}
test('messages of the guards hold no value', async () => {
    for (const [statement] of refused) {
        const error = await runAs(place.ownerUrl, [statement]).then(() => undefined, (failure) => failure);
        if (error?.code === '23514' || error?.code === '0A000') {
            assert.doesNotMatch(error.message, /plain|abab|example/, statement);
        }
    }
});
test('null, not null and count keep their meaning', async () => {
    const [row] = await runAs(place.clientUrl, [
        `select count(*)::int as n, count(email)::int as emails, count(*) filter (where email is null)::int as missing,
       count(*) filter (where email is not null)::int as there, count(coalesce(email, email))::int as either from users`,
    ]);
    assert.deepEqual(row, { n: 3, emails: 2, missing: 1, there: 2, either: 2 });
});
test('a view, a function and a trigger cannot compare or store it as text either', async () => {
    await assert.rejects(runAs(place.ownerUrl, ["create view v as select * from users where email = 'x'::text"]), {
        code: '42883',
    });
    await runAs(place.ownerUrl, ['create view v as select id, email::text as e from users']);
    await assert.rejects(runAs(place.ownerUrl, ['select * from v']), { code: '0A000' });
    await runAs(place.ownerUrl, [
        'create table copies (e text)',
        'create function keep() returns trigger language plpgsql as $$begin insert into copies values (new.email); return new; end$$',
        'create trigger k after update on users for each row execute function keep()',
    ]);
    await assert.rejects(runAs(place.ownerUrl, ['update users set note = 1 where id = 1']), { code: '0A000' });
    await runAs(place.ownerUrl, [
        'drop trigger k on users',
        'create function into_variable() returns void language plpgsql as $$declare t text; begin select email into t from users where id = 1; end$$',
    ]);
    await assert.rejects(runAs(place.ownerUrl, ['select into_variable()']), { code: '0A000' });
});
//# sourceMappingURL=refusals.test.js.map