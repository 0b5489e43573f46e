import assert from 'node:assert/strict';
import { test } from 'node:test';
import { maskProblem } from '../../src/commands/load-map.js';
import { parseConfig } from '../../src/config/load-config.js';
import { mapText, sentences } from './map-text.js';
const parse = (text) => parseConfig(text, 'm.yaml', { environment: {}, maskProblem });
const problems = (text) => sentences(() => parse(text));
const tables = `  public.users:
    columns:
      email: { type: text, search: [equality] }
      phone: { type: varchar(8) }
      born: { type: date }
  a."b.c":
    columns: { "d.e": { type: int4 } }`;
const roles = (body, top = '') => mapText({ top: `${top}roles:\n  support: ${body}`, tables });
const reads = (body, type = 'text', mode = 'encrypt-only') => mapText({ top: `mode: ${mode}`, tables: `  a.b:\n    columns:\n      c: { type: ${type}, reads: ${body} }` });
test('what is wrong with roles is said at its place', () => {
    const cases = [
        [roles('{ opne: [] }'), 'm.yaml:4:14: roles.support: unrecognized key "opne"; did you mean "open"?'],
        [roles('{ else: mask }'), 'm.yaml:4:14: roles.support.else: expected "open" or "refuse", not "mask"'],
        [
            roles('{ open: [public.users.emial] }'),
            'm.yaml:4:21: roles.support.open[0]: the map has no column "public.users.emial"; did you mean "public.users.email"?',
        ],
        [
            roles('{ refuse: [users.email] }'),
            'm.yaml:4:23: roles.support.refuse[0]: expected schema.table.column, with double quotes around a name that holds a dot or a quote',
        ],
        [
            roles('{ open: [public.users.email], mask: { public.users.email: "x" } }'),
            'm.yaml:4:50: roles.support.mask."public.users.email": the column is given twice',
        ],
        [roles('{ search: [public.users.phone] }'), 'm.yaml:4:23: roles.support.search[0]: the column has no "search"'],
        [
            roles('{ mask: { public.users.phone: "{last}" } }'),
            'm.yaml:4:22: roles.support.mask."public.users.phone": expected {firstN} or {lastN} in a mask; write {{ and }} for the characters themselves',
        ],
        [
            roles('{ mask: { public.users.phone: "***-**-{last4}" } }'),
            'm.yaml:4:22: roles.support.mask."public.users.phone": the mask has 11 characters and the column takes 8',
        ],
        [
            roles('{ mask: { public.users.born: "***" } }'),
            `m.yaml:4:22: roles.support.mask."public.users.born": the mask is not a value of the column's type: invalid input syntax for type date`,
        ],
        [
            roles('{ else: open }', 'mode: encrypt-only\n').replace('search: [equality]', ''),
            'm.yaml:4:1: roles: applies to mode: full; in mode: encrypt-only each column says "reads"',
        ],
        [mapText({ top: 'roles:\n  "": { else: open }' }), 'm.yaml:4:3: roles."": a name has 1 to 63 bytes and no NUL'],
    ];
    for (const [text, ...expected] of cases)
        assert.deepEqual(problems(text), expected);
});
test('what is wrong with reads is said at its place', () => {
    const place = 'm.yaml:9:24: tables."a.b".columns.c.reads';
    const cases = [
        [
            reads('none'),
            `${place}: expected "refuse" or "null" or "mask" or "token", not "none", or a mask as { mask: VALUE }`,
        ],
        [reads('{ maks: x }'), `${place}: expected "refuse" or "null" or "mask" or "token", or a mask as { mask: VALUE }`],
        [reads('null', 'text', 'full'), `${place}: applies to mode: encrypt-only; in mode: full "roles" says who may read`],
        [reads('{ mask: "x{last4}" }'), `${place}: a mask without a right to open is a constant: {last4} shows a value`],
        [
            reads('mask', 'int4'),
            `${place}: the mask is not a value of the column's type: invalid input syntax for type integer; write a mask of your own as { mask: VALUE }`,
        ],
        [
            reads('mask', 'varchar(2)'),
            `${place}: the mask is not a value of the column's type: value too long for type character varying(2); write a mask of your own as { mask: VALUE }`,
        ],
    ];
    for (const [text, ...expected] of cases) {
        assert.deepEqual(problems(text).map((line) => line.replace(/:9:\d+:/, ':9:24:')), expected);
    }
});
test('tokens need a record, a key of their own and a type without a length', () => {
    const place = 'tables."a.b".columns.c.reads: reads: token';
    const of = (table, column, key = '{ kms: local, keyFile: k }') => problems(mapText({
        top: 'mode: encrypt-only',
        keys: `  default: ${key}`,
        tables: `  a.b:\n${table}    columns:\n      c: { ${column}, reads: token }`,
    })).map((line) => line.replace(/^m.yaml:\d+:\d+: /, ''));
    const record = '    record: "b/{id}"\n';
    const needsType = `${place} needs a column of type text, bytea, or varchar without a length`;
    assert.deepEqual(of('', 'type: text'), [`${place} needs "record" on the table, so that a token is of one row`]);
    for (const type of ['varchar(10)', 'char(10)', 'json', 'int4']) {
        assert.deepEqual(of(record, `type: ${type}`), [needsType]);
    }
    assert.deepEqual(of(`${record}    tenant: t\n`, 'type: bytea'), [`${place} does not go with a tenant`]);
    assert.deepEqual(of(record, 'type: varchar', '{ kms: aws, keyId: k }'), [
        `${place} needs indexKeyId on key "default"`,
    ]);
});
test('probe goes with mode encrypt-only, and prove with the probe', () => {
    assert.deepEqual(problems(mapText({ top: 'probe: false' })), ['m.yaml:3:1: probe: applies to mode: encrypt-only']);
    const keys = '  default: { kms: aws, keyId: k }';
    assert.deepEqual(problems(mapText({ top: 'mode: encrypt-only\nprove: true\nprobe: false', keys })), [
        'm.yaml:5:1: probe: prove: true cannot be met without the probe',
    ]);
    assert.equal(parse(mapText({ top: 'mode: encrypt-only\nprobe: false', keys })).probe, false);
});
test('a role says something of every column', () => {
    const config = parse(roles('{ open: [public.users.email, a."b.c"."d.e"], mask: { public.users.phone: "+{last4}" }, refuse: ["public.users.born"] }'));
    assert.deepEqual([...config.roles.get('support')], [
        ['public.users.email', { reads: 'open', search: true }],
        ['public.users.phone', { reads: { mask: '+{last4}' }, search: false }],
        ['public.users.born', { reads: 'refuse', search: false }],
        ['a."b.c"."d.e"', { reads: 'open', search: true }],
    ]);
});
//# sourceMappingURL=roles.test.js.map