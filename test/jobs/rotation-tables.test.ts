import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { MappedTable } from '../../src/config/config.ts'
import { openDatabase } from '../../src/control/database.ts'
import { openKeyTable } from '../../src/control/key-table.ts'
import type { RecordContext } from '../../src/keys/key-ring.ts'
import { eqTerm } from '../../src/seal/eq-term.ts'
import { sealValue } from '../../src/seal/seal-value.ts'
import { runAs } from '../support/owned-database.ts'
import { fillPeople, map, people, type RotationPlace, rotationPlace } from './rotation-place.ts'

let place: RotationPlace

before(async () => {
  place = await rotationPlace('rotation_tables')
})

after(() => place.close())

test('rows are paged by composite keys of any type, in partitions and in tables that inherit', async () => {
  const visits = map('visits', { note: { search: [] } })
  await runAs(place.ownerUrl, [
    `create table visits (day date not null, place text collate "C" not null, nr numeric(6,2) not null, tag bit(3) not null, at timestamptz not null, "Odd ""key""" char(4) not null, note text,
      primary key (day, place, nr, tag, at, "Odd ""key""")) partition by range (day)`,
    "create table visits_old partition of visits for values from (minvalue) to ('2020-01-01')",
    "create table visits_new partition of visits for values from ('2020-01-01') to (maxvalue) partition by list (place)",
    "create table visits_a partition of visits_new for values in ('ä''', '', 'x/y')",
    'create table visits_rest partition of visits_new default',
    `insert into visits select date '2019-12-20' + g % 20, (array['ä''', '', 'x/y', 'other'])[1 + g % 4], g / 100.0, (g % 8)::bit(3), timestamptz '2024-01-01 00:00:00.123456+02' + g * interval '1 hour', 'k' || g, 'note ' || g from generate_series(1, 700) g`,
  ])
  await place.apply([visits], place.keys())
  const report = await place.run('rotate', [visits], place.keys())
  assert.deepEqual(
    [report.complete, report.tables[0]?.valuesMoved, report.tables[0]?.verifiedRows],
    [true, 700, 700],
    JSON.stringify(report.tables),
  )
  const parent = map('parents', { note: { search: [] } })
  await runAs(place.ownerUrl, [
    'create table parents (id int primary key, note text)',
    'create table children (extra int, primary key (id)) inherits (parents)',
    "insert into parents select g, 'p' || g from generate_series(1, 20) g",
    "insert into children select g, 'c' || g from generate_series(1, 20) g",
  ])
  await place.apply([parent], place.keys())
  const both = await place.run('rotate', [parent], place.keys())
  assert.deepEqual([both.complete, both.tables[0]?.valuesMoved], [true, 40])
})

test('tables that cannot be gone through are refused by name', async () => {
  const keyless = map('keyless', { note: { search: [] } })
  const nullable = map('nullable', { note: { search: [] } })
  await runAs(place.ownerUrl, [
    'create table keyless (id int, note text)',
    'create table nullable (id int unique, nr int not null, note text)',
    'create unique index on nullable (nr) where nr > 0',
    "insert into keyless values (1, 'x')",
  ])
  await place.apply([keyless, nullable], place.keys())
  for (const table of [keyless, nullable]) {
    await assert.rejects(place.run('rotate', [table], place.keys()), {
      errorName: 'rotationNotReady',
      message: /has no primary key/,
    })
  }
  await runAs(place.ownerUrl, ['create unique index on nullable (nr)'])
  assert.equal((await place.run('rewrap', [nullable], place.keys())).complete, true)
  const plain = map('plain', { note: { search: [] } })
  await runAs(place.ownerUrl, ['create table plain (id int primary key, note text)'])
  await assert.rejects(place.run('rotate', [plain], place.keys()), {
    errorName: 'rotationNotReady',
    message: /column "note" is not sealed/,
  })
  const otherPad = map('keyless', { note: { search: [], pad: 8 } })
  await assert.rejects(place.run('rotate', [otherPad], place.keys()), { message: /is refused: the map's "pad"/ })
  const absent = map('nowhere', { note: {} })
  const nothing = await place.run('rotate', [absent], place.keys())
  assert.deepEqual([nothing.complete, nothing.tables], [true, []])
})

test('triggers of users run or not as is said, under the path of their login; it has to be said', async () => {
  await fillPeople(place, 12, place.keys())
  await runAs(place.superuserUrl, [
    'drop table if exists seen',
    'create table seen (name text)',
    'grant all on seen to public',
    `create or replace function note_update() returns trigger language plpgsql as $$begin insert into seen values (tg_name); return new; end$$`,
    'create trigger ordinary before update on people for each row execute function note_update()',
    'create trigger of_email after update of email on people for each row execute function note_update()',
    'create trigger of_hits after update of hits on people for each row execute function note_update()',
    'create trigger off before update on people for each row execute function note_update()',
    'create trigger always after update on people for each row execute function note_update()',
    'alter table people disable trigger off, enable always trigger always',
  ])
  const run = (triggers: 'fire' | 'skip' | undefined, options = {}) =>
    place.run('rotate', [people], place.keys(), { triggers, ...options })
  await assert.rejects(run(undefined), {
    errorName: 'rotationTriggers',
    message:
      'table "public.people" has triggers that an UPDATE sets off: always on public.people, of_email on public.people, ordinary on public.people',
  })
  const begins: unknown[] = []
  const seen = () => runAs(place.superuserUrl, ['select name, count(*)::int as n from seen group by 1 order by 1'])
  assert.equal((await run('fire', { onTable: (begin: unknown) => begins.push(begin) })).complete, true)
  assert.deepEqual(await seen(), [
    { name: 'always', n: 12 },
    { name: 'of_email', n: 12 },
    { name: 'ordinary', n: 12 },
  ])
  await assert.rejects(run('skip'), {
    errorName: 'rotationDenied',
    sqlstate: '42501',
    logDetail: /session_replication_role/,
  })
  const superuser = openDatabase(place.superuserUrl)
  try {
    const keyTable = openKeyTable(superuser)
    const skipped = await run('skip', {
      database: superuser,
      keyTable,
      onTable: (begin: unknown) => begins.push(begin),
    })
    assert.equal(skipped.complete, true)
  } finally {
    await superuser.close()
  }
  assert.deepEqual(await seen(), [
    { name: 'always', n: 24 },
    { name: 'of_email', n: 12 },
    { name: 'ordinary', n: 12 },
  ])
  const on = (name: string) => `${name} on public.people`
  assert.deepEqual(
    begins.map((begin) => [(begin as { firing: string[] }).firing, (begin as { skipped: string[] }).skipped]),
    [
      [[on('always'), on('of_email'), on('ordinary')], []],
      [[on('always')], [on('of_email'), on('ordinary')]],
    ],
  )
  await runAs(place.superuserUrl, [
    `create or replace function note_update() returns trigger language plpgsql as $$begin return null; end$$`,
  ])
  await assert.rejects(run('fire'), { errorName: 'rotationRowKept' })
})

test('a login without rights, and a schema of before, end it with what is lacking', async () => {
  await fillPeople(place, 3, place.keys())
  const control = openDatabase(place.controlUrl)
  const asControl = { database: control, keyTable: openKeyTable(control) }
  try {
    await assert.rejects(place.run('rotate', [people], place.keys(), asControl), {
      errorName: 'rotationDenied',
      logDetail: 'permission denied for table people',
    })
    await runAs(place.ownerUrl, [`grant select, update on people to ${place.control}`])
    assert.equal((await place.run('rotate', [people], place.keys(), asControl)).complete, true)
    // Rows that a policy holds back would be left behind without a word.
    await runAs(place.ownerUrl, ['alter table people enable row level security'])
    await assert.rejects(place.run('rotate', [people], place.keys(), asControl), {
      errorName: 'rotationDenied',
      logDetail: /row-level security/,
    })
    await runAs(place.ownerUrl, ['alter table pgseal.jobs rename to jobs_gone'])
    await assert.rejects(place.run('rotate', [people], place.keys()), { errorName: 'schemaOutdated' })
  } finally {
    await runAs(place.ownerUrl, ['alter table if exists pgseal.jobs_gone rename to jobs'])
    await control.close()
  }
})

/** `docs` in rows of two tenants, each bound to its own record; sealed here as the proxy does it. */
async function fillDocs(): Promise<MappedTable> {
  const record = {
    text: 'docs/{org}/{id}',
    literals: ['docs/', '/', ''],
    columns: ['org', 'id'],
    rebind: false,
    verify: 'always',
  } as const
  const docs: MappedTable = {
    ...map('docs', { title: {}, body: { namedKey: 'phone', search: [] } }),
    record,
    tenant: 'org',
  }
  await place.apply([docs], place.keys())
  await runAs(place.ownerUrl, [
    'create table docs (org text not null, id numeric not null, title pgseal.text_eq, body pgseal.text_none, primary key (org, id))',
    ...['title', 'body'].map((name) => `alter table docs add check (${name} is null or ${name} is not null)`),
  ])
  await place.apply([docs], place.keys())
  const ring = await place.ring(place.keys())
  const [index] = await runAs(place.ownerUrl, [
    "select index_key as id from pgseal.columns where label = 'public.docs.title'",
  ])
  await ring.loadIndexKeys([String(index?.id)])
  for (let id = 1; id <= 30; id++) {
    const org = id % 2 === 0 ? 'a/b' : 'ünï'
    const name = `docs/${org.replace('/', '%2F')}/${id}.50`
    const context: RecordContext = { table: docs.mapName, record: name, tenant: org }
    const sealed = async (at: number) => {
      const column = docs.columns[at]!
      const stored = Buffer.from(`${column.name} ${id}`)
      const terms = at === 0 ? [eqTerm(ring.indexKey(String(index?.id))!, stored)] : []
      const [key] = await ring.generate(column.namedKey, [context])
      const described = { ...column, logicalType: 'text', terms: at === 0 ? (['eq'] as const) : [] }
      return [sealValue(described, key!, Buffer.from(name), stored, terms), ...terms]
    }
    const hex = (parts: Buffer[]) => parts.map((part) => `'\\x${part.toString('hex')}'`).join(', ')
    await runAs(place.ownerUrl, [
      `insert into docs values ('${org}', ${id}.50, row('1', ${hex(await sealed(0))})::pgseal.text_eq, row('1', ${hex(await sealed(1))})::pgseal.text_none)`,
    ])
  }
  return docs
}

test('rows with a record and a tenant are opened and sealed under their own; what was moved between rows stays and is named', async () => {
  const docs = await fillDocs()
  place.addLine()
  for (const kind of ['rewrap', 'rotate'] as const) {
    const report = await place.run(kind, [docs], place.keys())
    assert.deepEqual([report.complete, report.tables[0]?.failures], [true, []], kind)
    assert.equal(report.tables[0]?.valuesMoved, kind === 'rewrap' ? 30 : 60)
  }
  const opened = await place.open(docs, 'title', place.keys({ keyFile: place.newestLineAlone() }), 'id')
  assert.equal(opened['7.50'], 'title 7')
  const tenants = await runAs(place.ownerUrl, [
    `select d.org, k.tenant, count(*)::int as n from docs d join pgseal.keys k on substring((d.body).c from 5 for 16) = decode(replace(k.id::text, '-', ''), 'hex') group by 1, 2 order by 1`,
  ])
  assert.deepEqual(tenants, [
    { org: 'a/b', tenant: 'a/b', n: 15 },
    { org: 'ünï', tenant: 'ünï', n: 15 },
  ])
  await runAs(place.ownerUrl, ['update docs set title = (select title from docs where id = 3.5) where id = 5.5'])
  const moved = await place.run('rotate', [docs], place.keys())
  assert.equal(moved.complete, false)
  assert.deepEqual(
    moved.tables[0]?.failures.map(({ label, reason }) => [label, reason]),
    [['public.docs.title', "misplaced: the record is not the row's own"]],
  )
})
