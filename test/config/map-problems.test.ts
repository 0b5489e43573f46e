import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseConfig } from '../../src/config/load-config.ts'
import { mapText, sentences } from './map-text.ts'

const problems = (text: string, environment: Record<string, string> = {}) =>
  sentences(() => parseConfig(text, 'm.yaml', { environment }))
const column = (text: string) => mapText({ tables: `  public.users:\n    columns:\n      email: { ${text} }` })
const columnPlace = 'tables."public.users".columns.email'

// [name, map, sentences]
const cases: readonly (readonly [string, string, ...string[]])[] = [
  [
    'a key at the top',
    mapText({ top: 'listne: 127.0.0.1:1' }),
    'm.yaml:3:1: unrecognized key "listne"; did you mean "listen"?',
  ],
  [
    'a key of a column',
    column('type: text, serach: [equality]'),
    `m.yaml:8:28: ${columnPlace}: unrecognized key "serach"; did you mean "search"?`,
  ],
  [
    'a misplaced key',
    mapText({ top: 'dataKeys: branch' }),
    'm.yaml:3:1: unrecognized key "dataKeys"; it belongs to a key',
  ],
  [
    'a key of another provider',
    mapText({ keys: '  default: { kms: local, keyFile: k, region: x }' }),
    'm.yaml:4:38: keys.default: "region" does not apply to kms: local',
  ],
  ['a key unlike any', mapText({ top: 'colour: red' }), 'm.yaml:3:1: unrecognized key "colour"'],
  ['a missing key', 'upstream: postgres://localhost/a\n', 'm.yaml:1:1: missing key "control"'],
  ['a missing keyId', mapText({ keys: '  default: { kms: aws }' }), 'm.yaml:4:3: keys.default: missing key "keyId"'],
  [
    'an unknown provider',
    mapText({ keys: '  default: { kms: awz, keyId: k }' }),
    'm.yaml:4:14: keys.default.kms: expected "aws" or "transit" or "local" or "insecure-test-key", not "awz"; did you mean "aws"?',
  ],
  [
    'a word that is not one of the choices',
    mapText({ top: 'mode: ful' }),
    'm.yaml:3:1: mode: expected "full" or "encrypt-only", not "ful"; did you mean "full"?',
  ],
  ['not a mapping', '- a\n', 'm.yaml:1:1: expected a mapping of keys to values'],
  ['a number for a text', mapText({ top: 'listen: 5' }), 'm.yaml:3:1: listen: expected a text (put numbers in quotes)'],
  ['a pad of nothing', column('type: text, pad: 0'), `m.yaml:8:28: ${columnPlace}.pad: must be at least 1`],
  [
    'a column without type and a table without columns',
    mapText({ tables: '  public.users: { columns: { email: {} } }\n  a.b: {}' }),
    'm.yaml:6:30: tables."public.users".columns.email: missing key "type"',
    'm.yaml:7:3: tables."a.b": missing key "columns"',
  ],
  ['an unset variable', mapText({ top: 'mode: ${MODE}' }), 'm.yaml:3:7: mode: environment variable "MODE" is not set'],
  [
    'a broken variable',
    mapText({ top: 'mode: ${MODE' }),
    'm.yaml:3:7: mode: expected the name of an environment variable as ${NAME}; write $${ for the characters themselves',
  ],
  [
    'a variable in braces without quotes',
    mapText({ keys: '  default: { kms: local, keyFile: ${FILE} }' }),
    'm.yaml:4:36: inside braces and brackets ${NAME} must stand in quotes',
  ],
  ['a repeated key', mapText({ top: 'mode: full\nmode: full' }), 'm.yaml:4:1: the key is given twice'],
  ['a key in two spellings', mapText({ tables: '  1: {}\n  "1": {}' }), 'm.yaml:7:3: tables: the key is given twice'],
  ['an anchor', mapText({ top: 'mode: &m full' }), 'm.yaml:3:10: mode: YAML anchors are not allowed in a map'],
  [
    'an alias',
    mapText({ top: 'listen: &x a:1\nmode: *x' }),
    'm.yaml:3:12: listen: YAML anchors are not allowed in a map',
    'm.yaml:4:7: mode: YAML aliases are not allowed in a map',
  ],
  [
    'a merge key',
    mapText({ keys: '  default: { <<: {}, kms: local, keyFile: k }' }),
    'm.yaml:4:14: keys.default: YAML merge keys are not allowed in a map',
  ],
  ['a tag', mapText({ top: 'mode: !!str full' }), 'm.yaml:3:13: mode: YAML tags are not allowed in a map'],
  ['two documents', `${mapText()}---\na: 1\n`, 'm.yaml:7:1: expected one YAML document'],
  [
    'an upstream with a password',
    mapText({ upstream: 'postgres://u:p@localhost/app' }),
    'm.yaml:1:1: upstream: must not hold a user or password: clients keep their own',
  ],
  [
    'an sslmode unlike any',
    mapText({ upstream: 'postgres://db/app?sslmode=sometimes' }),
    'm.yaml:1:1: upstream: unrecognized sslmode in the URL',
  ],
  [
    'a certificate without its key',
    mapText({ upstream: 'postgres://db/app?sslcert=a.crt' }),
    'm.yaml:1:1: upstream: sslcert and sslkey belong together',
  ],
  [
    'certificates without TLS',
    mapText({ upstream: 'postgres://db/app?sslmode=disable&sslrootcert=a.crt' }),
    'm.yaml:1:1: upstream: certificates are given, but TLS is not asked for',
  ],
  [
    'direct TLS that may be none',
    mapText({ upstream: 'postgres://db/app?sslmode=prefer&sslnegotiation=direct' }),
    'm.yaml:1:1: upstream: sslnegotiation=direct needs sslmode=require, verify-ca or verify-full',
  ],
  [
    'certificates of clients without an authority',
    mapText({ top: 'tls: { certificate: a, key: b, clientCertificates: require }' }),
    'm.yaml:3:32: tls.clientCertificates: require needs clientCa, to know a good certificate by',
  ],
  [
    'two places for secrets',
    mapText({ top: 'auth: { secretsFile: a, secretsQuery: b }' }),
    'm.yaml:3:1: auth: needs one of secretsFile and secretsQuery',
  ],
  [
    'certificates in place of passwords, without passwords for the server',
    mapText({ top: 'tls: { certificate: a, key: b, clientCa: c }\nauth: { secretsFile: a, certificates: true }' }),
    'm.yaml:4:25: auth.certificates: needs serverPasswordsFile: a certificate gives no password for the server',
  ],
  [
    'an upstream without database',
    mapText({ upstream: 'postgres://localhost:5432' }),
    'm.yaml:1:1: upstream: the URL must name one database',
  ],
  [
    'another database for control',
    mapText({ upstream: 'postgres://localhost/other' }),
    'm.yaml:2:1: control: must name the same database as upstream',
  ],
  [
    'an unknown parameter of the URL',
    mapText({ upstream: 'postgres://localhost/app?application_name=x' }),
    'm.yaml:1:1: upstream: unrecognized parameter "application_name" in the URL',
  ],
  ['a listen address without port', mapText({ top: 'listen: localhost' }), 'm.yaml:3:1: listen: expected host:port'],
  [
    'a bare table name',
    mapText({ tables: '  users: { columns: { email: { type: text } } }' }),
    'm.yaml:6:3: tables.users: expected schema.table, with double quotes around a name that holds a dot or a quote',
  ],
  [
    'one table in two spellings',
    mapText({
      tables:
        '  public.users: { columns: { a: { type: text } } }\n  \'public."users"\': { columns: { b: { type: text } } }',
    }),
    'm.yaml:7:3: tables."public.\\"users\\"": the table is given twice',
  ],
  [
    'a table of PostgreSQL',
    mapText({ tables: '  pg_catalog.pg_class: { columns: { relname: { type: text } } }' }),
    'm.yaml:6:3: tables."pg_catalog.pg_class": tables of schema "pg_catalog" cannot be sealed',
  ],
  [
    'a table without columns',
    mapText({ tables: '  public.users: { columns: {} }' }),
    'm.yaml:6:19: tables."public.users".columns: the table names no column',
  ],
  [
    'a type that cannot be sealed',
    column('type: citext'),
    `m.yaml:8:16: ${columnPlace}.type: cannot seal columns of type "citext"; did you mean "text"?`,
  ],
  ['a missing key', column('type: text, key: phnoe'), `m.yaml:8:28: ${columnPlace}.key: no key "phnoe" below keys`],
  [
    'no default key',
    mapText({ keys: '  phone: { kms: local, keyFile: k }' }),
    `m.yaml:6:30: ${columnPlace}.key: no key "default" below keys, which serves columns without key:`,
  ],
  [
    'equality on json',
    column('type: json, search: [equality]'),
    `m.yaml:8:28: ${columnPlace}.search: type "json" has no equality; jsonb has`,
  ],
  [
    'a group without equality',
    column('type: text, indexGroup: g'),
    `m.yaml:8:28: ${columnPlace}.indexGroup: applies to columns with search: [equality] or [order]`,
  ],
  [
    'a cache for data keys of rows',
    mapText({ keys: '  default: { kms: local, keyFile: k, cache: { maxAge: 1m } }' }),
    'm.yaml:4:38: keys.default.cache: applies to dataKeys: branch',
  ],
  [
    'a cache without a duration',
    mapText({ keys: '  default: { kms: local, keyFile: k, dataKeys: branch, cache: { maxAge: soon } }' }),
    'm.yaml:4:65: keys.default.cache.maxAge: expected a duration such as 30s, 5m or 1h',
  ],
  [
    'a reserved pair in the context',
    mapText({ keys: '  default: { kms: local, keyFile: k, context: { "pgseal:table": x } }' }),
    'm.yaml:4:49: keys.default.context."pgseal:table": names that begin with pgseal: or aws: are reserved',
  ],
  [
    'proof of rights that are not apart',
    mapText({ top: 'mode: encrypt-only\nprove: true' }),
    'm.yaml:6:14: keys.default.kms: prove: true cannot be met, local keys do not keep the rights to seal and open apart',
  ],
]

for (const [name, text, ...expected] of cases) {
  test(`refused with its place: ${name}`, () => assert.deepEqual(problems(text), expected))
}

test('keys whose feature is not built are refused by name', () => {
  for (const search of ['match']) {
    assert.deepEqual(problems(column(`type: text, search: [equality, ${search}]`)), [
      `m.yaml:8:47: ${columnPlace}.search[1]: search "${search}" is not built yet`,
    ])
  }
})

test('labels and their tags tell columns apart', () => {
  const two = (first: string, second: string) =>
    mapText({
      tables: `  a.b: { columns: { c: { type: text, label: ${first} }, d: { type: text, label: ${second} } } }`,
    })
  assert.match(problems(two('same', 'same'))[0]!, /label "same" is used by two columns$/)
  // Found by trying l0, l1, ... until two had the same first four bytes of SHA-256.
  const [first, second] = ['l1098', 'l63979']
  assert.match(problems(two(first, second))[0]!, /has the tag of label .*; give one of them another label$/)
})

test('order needs a type that has one, and the word of the operator', () => {
  const first = (more: string) => problems(column(more))[0]?.replace(/^.*?: tables\S+: /, '')
  assert.match(first('type: date, search: [order]')!, /needs acceptLeakage: true/)
  assert.match(
    first('type: date, search: [equality], acceptLeakage: true')!,
    /applies to columns with search: \[order\]/,
  )
  assert.match(first('type: text, search: [order], acceptLeakage: true')!, /does not serve type "text"/)
  assert.match(first('type: interval, search: [order], acceptLeakage: true')!, /does not serve type "interval"/)
  assert.match(first('type: varchar, search: [order], acceptLeakage: true')!, /n up to 40/)
  assert.match(first('type: char(41), search: [order], acceptLeakage: true')!, /n up to 40/)
  assert.match(first('type: numeric, search: [order], acceptLeakage: true')!, /needs a precision/)
  assert.match(first('type: "numeric(386)", search: [order], acceptLeakage: true')!, /precision up to 385/)
  assert.match(first('type: varchar(9), search: [order], acceptLeakage: true, pad: 16')!, /hides no length/)
  for (const type of ['date', 'varchar(40)', 'char(40)', '"numeric(385,3)"', 'uuid', 'timestamptz(3)', 'bool']) {
    const text = column(`type: ${type}, search: [order], acceptLeakage: true`)
    assert.deepEqual(parseConfig(text, 'm.yaml', { environment: {} }).tables[0]?.columns[0]?.search, ['order'])
  }
})

test('columns of an index group have one type, one key and a name of their own', () => {
  const group = (first: string, second: string) =>
    problems(
      mapText({
        keys: '  default: { kms: local, keyFile: k }\n  other: { kms: local, keyFile: k }',
        tables: `  a.b: { columns: { c: { search: [equality], ${first} }, d: { search: [equality], ${second} } } }`,
      }),
    )[0]!
  assert.match(
    group('type: text, indexGroup: g', 'type: varchar, indexGroup: g'),
    /must have one type, not "text" and "varchar"$/,
  )
  assert.match(
    group('type: text, indexGroup: g', 'type: text, indexGroup: g, key: other'),
    /one key, not "default" and "other"$/,
  )
  assert.match(group('type: text', 'type: text, indexGroup: a.b.c'), /"a.b.c" is the label of a column/)
})

test('encrypt-only searches need an index key that opens nothing', () => {
  const text = (more: string) =>
    mapText({
      top: 'mode: encrypt-only',
      keys: `  default: { kms: aws, keyId: k${more} }`,
      tables: '  a.b: { columns: { c: { type: text, search: [equality] } } }',
    })
  assert.match(problems(text(''))[0]!, /needs indexKeyId on key "default"/)
  assert.equal(parseConfig(text(', indexKeyId: i'), 'm.yaml', { environment: {} }).mode, 'encrypt-only')
})
