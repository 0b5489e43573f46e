import assert from 'node:assert/strict';
import { test } from 'node:test';
import { describePlan, typeText } from '../../src/sql/describe-plan.js';
import { planOf } from './utility-cases.js';
const cases = [
    ['select * from logs', ['passed on as it is: names no mapped table']],
    ['fetch c', ['passed on as it is: reads a cursor', 'its result is described first: it must hold no sealed value']],
    [
        "select id, email from users where email = 'canary'",
        [
            'carried out on sealed columns',
            'searches public.users.email',
            'opens public.users.email',
            'server gets: select id, email from users where (email).eq = $1',
            '  $1: equality term of a constant read as text for public.users.email',
            'result columns: plain, public.users.email as text',
        ],
    ],
    [
        'insert into users (id, email, phone) values ($1, $2, cast($3 as text))',
        [
            'carried out on sealed columns',
            'seals public.users.email, public.users.phone',
            'server gets: insert into users (id, email, phone) values ($1, $2, $3)',
            '  $1: parameter $1 as it comes',
            '  $2: parameter $2 read as text, sealed for public.users.email',
            '  $3: parameter $3 read as text, sealed for public.users.phone',
        ],
    ],
    [
        'create index i on users (email)',
        ['carried out on sealed columns', 'server gets: create index i on users ( ((email).eq) )'],
    ],
    [
        'select hashtext(email) from users',
        [
            'refused: ERROR: 0A000: cannot use sealed column "public.users.email" in hashtext()',
            'DETAIL: Stored values are sealed: the database cannot compute with them.',
            'HINT: docs/sql.md lists what is served on sealed columns.',
        ],
    ],
];
for (const [sql, lines] of cases) {
    test(`plan in words: ${sql}`, () => assert.deepEqual(describePlan(planOf(sql)), lines));
}
test('a statement that follows another is shown', () => {
    const lines = describePlan(planOf('create table people (email text unique)'));
    const last = 'then, in the same transaction: create unique index "people_email_key" on "public"."people" ((("email").eq))';
    assert.equal(lines.at(-1), last);
});
test('types with modifiers are written as in SQL', () => {
    assert.equal(typeText({ name: 'numeric', typmod: ((10 << 16) | 2) + 4 }), 'numeric(10,2)');
    assert.equal(typeText({ name: 'numeric', typmod: ((3 << 16) | (-2 & 0x7ff)) + 4 }), 'numeric(3,-2)');
    assert.equal(typeText({ name: 'bpchar', typmod: 9 }), 'bpchar(5)');
    assert.equal(typeText({ name: 'timestamptz', typmod: 3 }), 'timestamptz(3)');
});
//# sourceMappingURL=describe-plan.test.js.map