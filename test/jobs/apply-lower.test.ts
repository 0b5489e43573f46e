import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openDatabase } from '../../src/control/database.ts'
import { type LetterCase, readLetterCase } from '../../src/control/letter-case.ts'
import { foldText } from '../../src/types/fold.ts'
import { runAs } from '../support/owned-database.ts'
import { mapTable } from '../support/sealed-schema.ts'
import { type ApplyPlace, applyPlace } from './apply-place.ts'

let place: ApplyPlace

before(async () => {
  place = await applyPlace('apply_lower')
})

after(() => place.close())

const lower = { normalize: ['lower'] } as const

test('indexes on lower(column) become indexes on its term, and pgseal.columns keeps the collation (C39c)', async () => {
  await runAs(place.ownerUrl, [
    'create table readers (id int primary key, "E Mail" text, alias varchar(20) collate "C", plain text)',
    'create unique index readers_mail on readers (lower("E Mail"))',
    'create index readers_alias on readers (plain, lower(alias) desc)',
    "insert into readers values (1, 'A@x', 'Ab', 'p'), (2, 'b@X', 'aB', 'p'), (3, null, null, null)",
  ])
  const readers = mapTable('readers', { 'E Mail': lower, alias: { ...lower, type: 'varchar', typmod: 24 } })
  const report = await place.apply([readers])
  assert.ok(report.complete, JSON.stringify(report.columns))
  const indexes = await runAs(place.ownerUrl, [
    "select regexp_replace(indexdef, ' ON .* USING ', ' ') as made from pg_indexes where tablename = 'readers' order by 1",
  ])
  assert.deepEqual(
    indexes.map(({ made }) => made),
    [
      'CREATE INDEX readers_alias btree (plain, ((alias).eq_lower) DESC)',
      'CREATE UNIQUE INDEX readers_mail btree ((("E Mail").eq_lower))',
      'CREATE UNIQUE INDEX readers_pkey btree (id)',
    ],
  )
  const alike = await runAs(place.ownerUrl, [
    'select (a.alias).eq_lower = (b.alias).eq_lower as lower, (a.alias).eq = (b.alias).eq as own from readers a, readers b where a.id = 1 and b.id = 2',
  ])
  assert.deepEqual(alike, [{ lower: true, own: false }])
  const kept = await runAs(place.ownerUrl, ['select terms, normalizers from pgseal.columns order by label'])
  assert.deepEqual(kept[0]!.terms, ['eq', 'eq_lower'])
  const texts = kept.map(({ normalizers }) =>
    (normalizers as string[]).map((text) => text.replace(/[0-9a-f]{32}$/, '')),
  )
  assert.deepEqual(texts, [['lower:default:'], ['lower:C:']])
  assert.equal((await place.apply([readers])).plan.workLeft, false)
})

test('an index of another expression, or a predicate over the column, stands in the way', async () => {
  await runAs(place.ownerUrl, [
    'create table others (id int primary key, mail text, nick text)',
    'create index others_mail on others (lower(mail)) where mail is not null',
    'create index others_nick on others (lower(nick), upper(nick))',
  ])
  const others = mapTable('others', { mail: lower, nick: lower })
  const report = await place.apply([others])
  const obstacles = report.columns.flatMap((column) => column.obstacles.map(({ what }) => what))
  for (const index of ['others_mail', 'others_nick']) {
    assert.ok(obstacles.includes(`index "${index}" has an expression or predicate over the column`), index)
  }
})

test('a collation that was made in the database is refused by name', async () => {
  await runAs(place.ownerUrl, [
    'create collation mine from "C"',
    'create table named (id int primary key, mail text collate mine)',
  ])
  const report = await place.apply([mapTable('named', { mail: lower })])
  const refused = report.columns.find(({ label }) => label === 'public.named.mail')
  assert.match(refused!.obstacles[0]!.what, /a collation that was made in this database/)
})

test('lower() by letters is what the server says of whole texts', async () => {
  const database = openDatabase(place.ownerUrl)
  try {
    const words = ['ÀÉÎ ß ẞ İ ı', 'Ǆ ǅ ǆ Ω K Å', '\u{10400}\u{1E900}', 'Zürich STRASSE', 'Ⅷ Ⓐ', 'A\u0301É']
    for (const collation of ['default', 'C']) {
      const letters = (await readLetterCase(database, collation)) as LetterCase
      const rows = await database.query<{ text: string; low: string }>(
        `select text, lower(text collate "${collation}") as low from unnest($1::text[]) as text`,
        [words],
      )
      for (const { text, low } of rows) assert.equal(foldText(letters, Buffer.from(text)).toString(), low, collation)
    }
  } finally {
    await database.close()
  }
})

test('ICU: a capital sigma depends on its neighbours, and Turkish has more of that', async (t) => {
  const database = openDatabase(place.ownerUrl)
  try {
    const [icu] = await database.query("select 1 from pg_collation where collname = 'tr-x-icu'")
    if (icu === undefined) return t.skip('a server without ICU')
    const root = (await readLetterCase(database, 'und-x-icu')) as LetterCase
    assert.deepEqual([...root.contextual], [0x3a3])
    assert.throws(() => foldText(root, Buffer.from('ΟΔΟΣ')), { errorName: 'caseNotKnown' })
    for (const collation of ['tr-x-icu', 'lt-x-icu']) {
      assert.match(JSON.stringify(await readLetterCase(database, collation)), /depends on the letters beside it/)
    }
  } finally {
    await database.close()
  }
})
