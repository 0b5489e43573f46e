import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseConfig } from '../../src/config/load-config.js';
import { mapText, sentences } from './map-text.js';
const table = (record) => mapText({ tables: `  public.users:\n    record: ${record}\n    columns: { email: { type: text } }` });
const load = (record) => parseConfig(table(record), 'm.yaml', { environment: {} }).tables[0].record;
const problems = (record) => sentences(() => load(record));
const place = 'tables."public.users".record';
test('a template is text with columns in braces, alone or in a mapping', () => {
    const users = { text: 'users/{id}', literals: ['users/', ''], columns: ['id'], verify: 'always' };
    assert.deepEqual(load('"users/{id}"'), users);
    assert.deepEqual(load('users/{id}'), users);
    assert.deepEqual(load('{ template: "users/{id}" }'), users);
    assert.deepEqual(load('{ template: "users/{id}", rebind: false, verify: always }'), users);
    assert.deepEqual(load('"{Tenant id}/100%/{größe}.x"').columns, ['Tenant id', 'größe']);
    assert.deepEqual(load('"{Tenant id}/100%/{größe}.x"').literals, ['', '/100%/', '.x']);
    assert.equal(parseConfig(mapText(), 'm.yaml', { environment: {} }).tables[0].record, undefined);
});
const cases = [
    ['"users"', 'names no column in braces, such as users/{id}'],
    ['"users/{id"', 'braces stand around the name of a column, such as users/{id}, and nowhere else'],
    ['"users/}{id}"', 'braces stand around the name of a column, such as users/{id}, and nowhere else'],
    ['"users/{{id}}"', 'braces stand around the name of a column, such as users/{id}, and nowhere else'],
    ['"users/{}"', 'a name in braces has 1 to 63 bytes and no NUL'],
    ['"users/{email}"', 'column "email" is sealed, and a record must be readable'],
    ['"{id}/{id}"', 'names column "id" twice'],
    ['"{org}-{id}"', 'needs a "/" between "org" and "id": two rows could get one record'],
];
for (const [record, problem] of cases) {
    test(`refused with its place: ${record}`, () => assert.deepEqual(problems(record), [`m.yaml:7:5: ${place}: ${problem}`]));
}
test('what is wrong inside a mapping is named there', () => {
    const inside = (record) => problems(record).map((sentence) => sentence.replace(/^m.yaml:7:\d+: /, ''));
    assert.deepEqual(inside('{ template: "x" }'), [`${place}.template: ${cases[0][1]}`]);
    assert.deepEqual(inside('{ verify: always }'), [`${place}: missing key "template"`]);
    assert.deepEqual(inside('{ template: "u/{id}", colour: red }'), [`${place}: unrecognized key "colour"`]);
    assert.deepEqual(inside('{ template: "u/{id}", verify: never }'), [
        `${place}.verify: expected "always" or "when-known", not "never"`,
    ]);
    assert.deepEqual(inside('[a]'), [`${place}: expected a template such as "users/{id}", or a mapping with one`]);
    assert.deepEqual(inside('5'), [`${place}: expected a template such as "users/{id}", or a mapping with one`]);
    assert.deepEqual(inside('""'), [`${place}: must not be empty`]);
});
//# sourceMappingURL=record-template.test.js.map