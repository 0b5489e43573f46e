import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { maskProblem } from '../../src/commands/load-map.ts'
import { plainText } from '../../src/config/connection-url.ts'
import { loadConfig, parseConfig } from '../../src/config/load-config.ts'
import { repoRoot } from '../support/root.ts'
import { mapText, sentences } from './map-text.ts'

const load = (text: string, environment: Record<string, string> = {}) =>
  parseConfig(text, '/etc/pgseal/m.yaml', { environment })

test('the minimal map loads, with everything optional filled in', async () => {
  const config = await loadConfig(join(repoRoot, 'config/minimal.yaml'), { environment: {} })
  assert.deepEqual(config.listen, { host: '127.0.0.1', port: 6432 })
  assert.deepEqual(config.upstream, { host: '127.0.0.1', port: 5432, database: 'app', tls: plainText })
  assert.equal(config.mode, 'full')
  assert.equal(config.keys.get('default')!.dataKeys, 'per-row')
  assert.equal(config.keys.get('default')!.keyFile, join(repoRoot, 'config/pgseal.key'))
  const table = config.tables[0]!
  assert.deepEqual(
    [table.schema, table.name, table.mapName, table.allowShadow],
    ['public', 'users', 'public.users', false],
  )
  const label = 'public.users.email'
  assert.deepEqual(table.columns, [
    {
      name: 'email',
      label,
      labelTag: createHash('sha256').update(label).digest().readUInt32BE(0),
      type: 'text',
      typmod: -1,
      namedKey: 'default',
      search: ['equality'],
      normalize: [],
      indexGroup: undefined,
      pad: 0,
      reads: 'refuse',
    },
  ])
})

test('the commented map loads', async () => {
  const environment = {
    PGSEAL_CONTROL_URL: 'postgres://pgseal@db.internal/app?sslmode=disable',
    PGSEAL_ANCHOR_TOKEN: 'token',
  }
  const config = await loadConfig(join(repoRoot, 'config/example.yaml'), { environment })
  assert.equal(config.control, environment.PGSEAL_CONTROL_URL)
  assert.deepEqual(config.passthroughDatabases, ['metrics'])
  assert.deepEqual(config.limits, {
    rowsPerStatement: 10_000,
    statementBytes: 4_194_304,
    memoryPerConnection: 268_435_456,
    connectionsPerUser: 100,
  })
  assert.deepEqual(config.log, { level: 'info', connections: true, slowMs: 500 })
  assert.deepEqual([...config.keys.keys()], ['default', 'phone', 'contracts', 'archive', 'vault'])
  assert.deepEqual(config.keys.get('phone')!.cache, { maxAgeMs: 300_000, maxUses: 2 ** 28, maxBytes: 2 ** 36 })
  assert.deepEqual(
    config.tables.flatMap((table) =>
      table.columns.map((column) => [column.label, column.type, column.typmod, column.pad]),
    ),
    [
      ['public.users.email', 'text', -1, 0],
      ['public.users.phone', 'varchar', 24, 0],
      ['public.users.name', 'varchar', 104, 32],
      ['public.users.notes', 'jsonb', -1, 0],
      ['public.users.birthday', 'date', -1, 0],
      ['public.users.nickname', 'text', -1, 0],
      ['public.contracts.terms', 'text', -1, 0],
      ['billing.customers.contact', 'text', -1, 0],
      ['billing.customers.limit', 'numeric', 655366, 0],
      ['billing.customers.birthday', 'date', -1, 0],
    ],
  )
})

test('the maps of config/ show roles and reads', async () => {
  const environment = {
    PGSEAL_CONTROL_URL: 'postgres://pgseal@db.internal/app?sslmode=disable',
    PGSEAL_ANCHOR_TOKEN: 'token',
  }
  const full = await loadConfig(join(repoRoot, 'config/example.yaml'), { environment, maskProblem })
  const support = full.roles!.get('support')!
  assert.deepEqual(support.get('public.users.phone'), { reads: { mask: '***-{last4}' }, search: false })
  assert.deepEqual(support.get('public.users.name'), { reads: 'open', search: true })
  assert.deepEqual(support.get('public.users.email'), { reads: 'refuse', search: true })
  assert.deepEqual(support.get('billing.customers.contact'), { reads: 'refuse', search: false })
  assert.deepEqual(full.roles!.get('public')!.get('public.users.notes'), { reads: 'open', search: true })
  assert.equal(support.size, 10)
  const writer = await loadConfig(join(repoRoot, 'config/encrypt-only.yaml'), { environment, maskProblem })
  assert.deepEqual([writer.mode, writer.prove, writer.probe, writer.roles], ['encrypt-only', true, true, undefined])
  assert.deepEqual(
    writer.tables[0]!.columns.map(({ reads }) => reads),
    ['refuse', { mask: '***' }, { mask: '1900-01-01' }, 'null', 'token'],
  )
})

test('names are exact, and one that holds a dot is quoted', () => {
  const config = load(mapText({ tables: `  '"My.App"."a""b"': { columns: { "E.mail": { type: text } } }` }))
  const table = config.tables[0]!
  assert.deepEqual([table.schema, table.name, table.mapName], ['My.App', 'a"b', '"My.App"."a""b"'])
  assert.equal(table.columns[0]!.label, '"My.App"."a""b"."E.mail"')
})

test('two tables may have one bare name in two schemas', () => {
  const tables = '  a.t: { columns: { c: { type: text } } }\n  b.t: { columns: { c: { type: text } } }'
  assert.deepEqual(
    load(mapText({ tables })).tables.map((table) => table.mapName),
    ['a.t', 'b.t'],
  )
})

test('environment variables fill scalars and are never read as YAML', () => {
  const tables = '  public.users: { columns: { email: { type: "${TYPE}", pad: "${PAD}", label: "$${TYPE}" } } }'
  const environment = { TYPE: 'varchar(7)', PAD: '16', PASS: 'true' }
  const config = load(mapText({ tables, top: 'passthrough: ${PASS}' }), environment)
  const column = config.tables[0]!.columns[0]!
  assert.deepEqual([column.type, column.typmod, column.pad, column.label], ['varchar', 11, 16, '${TYPE}'])
  assert.equal(config.passthrough, true)
  const hostile = load(mapText({ keys: '  default: { kms: local, keyFile: "${FILE}" }' }), {
    FILE: 'a }, x: { kms: aws',
  })
  assert.equal(hostile.keys.get('default')!.keyFile, '/etc/pgseal/a }, x: { kms: aws')
})

test('a Unix socket is a folder in the URL', () => {
  for (const upstream of ['postgres:///app?host=/run/pg', 'postgres://%2Frun%2Fpg/app']) {
    assert.deepEqual(load(mapText({ upstream })).upstream, {
      host: '/run/pg',
      port: 5432,
      database: 'app',
      tls: plainText,
      socketPath: '/run/pg/.s.PGSQL.5432',
    })
  }
  assert.equal(load(mapText({ upstream: 'postgres://[::1]:6000/app' })).upstream.host, '::1')
})

test('an empty map needs passthrough: true', () => {
  const text = 'upstream: postgres://localhost/app\ncontrol: postgres://p@localhost/app\n'
  assert.deepEqual(
    sentences(() => load(text)),
    ['/etc/pgseal/m.yaml:1:1: tables: the map names no table; passthrough: true lets it start like this'],
  )
  assert.equal(load(`${text}passthrough: true\n`).tables.length, 0)
})

test('insecure-test-key needs the flag and a loopback upstream', () => {
  const keys = '  default: { kms: insecure-test-key }'
  assert.match(sentences(() => load(mapText({ keys })))[0]!, /needs the flag --insecure-test-key$/)
  const allowed = (upstream: string) => () =>
    parseConfig(mapText({ keys, upstream }), 'm.yaml', { environment: {}, allowInsecureTestKey: true })
  assert.equal(allowed('postgres://127.0.0.1/app')().keys.get('default')!.kms, 'insecure-test-key')
  assert.match(sentences(allowed('postgres://db/app?sslmode=disable'))[0]!, /needs an upstream on loopback$/)
})

test('a map that cannot be read is one sentence', async () => {
  await assert.rejects(loadConfig('/nowhere/m.yaml'), {
    message: 'could not read the map "/nowhere/m.yaml": no such file',
  })
  const folder = mkdtempSync(join(tmpdir(), 'pgseal-map-'))
  try {
    await assert.rejects(loadConfig(folder), { message: `could not read the map "${folder}": it is a folder` })
    writeFileSync(join(folder, 'm.yaml'), Buffer.from([0x61, 0xff]))
    await assert.rejects(loadConfig(join(folder, 'm.yaml')), /it is not UTF-8/)
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test('no message shows what came from the environment or stands in a URL', () => {
  const text = mapText({ upstream: '${URL}', top: 'mode: ${MODE}\nlisten: ${LISTEN}' })
  const secret = 'hunter2'
  const all = sentences(() => load(text, { URL: `postgres://u:${secret}@h/app?x=1`, MODE: secret, LISTEN: secret }))
  assert.equal(all.length, 1, 'the shape is checked first')
  const later = sentences(() => load(text, { URL: `postgres://u:${secret}@h:5/app`, MODE: 'full', LISTEN: secret }))
  for (const sentence of [...all, ...later]) assert.ok(!sentence.includes(secret), sentence)
})
