import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, test } from 'node:test'
import pg from 'pg'
import { type UnsealCommandOptions, unsealCommand } from '../../src/commands/unseal.ts'
import { runAs } from '../support/owned-database.ts'
import { type MapFolder, mustPgseal, pgseal, type RunningProxy, startProxy, writeMap } from '../support/pgseal.ts'
import { sharedPostgres } from '../support/postgres.ts'

const body = (unseal: string) => `
keys:
  default: { kms: local, keyFile: '{keyFile}' }
tables:
  public.users:
    record: "users/{id}"
    columns:
      email: { type: text, search: [equality]${unseal} }
      note: { type: text }
`
let url: string
let leaving: MapFolder
let staying: MapFolder
let proxies: RunningProxy[] = []

before(async () => {
  url = (await (await sharedPostgres()).createDatabase('unseal_command')).url
  await runAs(url, [
    'create table users (id int primary key, email text unique, note text)',
    "insert into users select g, 'mail-' || g, 'note-' || g from generate_series(1, 5) g",
  ])
  leaving = await writeMap(url, body(', unseal: true'))
  staying = await writeMap(url, body('').replace('{keyFile}', leaving.keyFile))
  await mustPgseal(['apply', '--config', staying.file, '--yes'])
  proxies = [await startProxy(leaving, url), await startProxy(staying, url)]
})

after(async () => {
  for (const proxy of proxies) await proxy.stop()
  leaving.remove()
  staying.remove()
})

test('a proxy whose map says unseal: true serves the column sealed until unseal has run, and as plain from then on', async () => {
  const clients = proxies.map((proxy) => new pg.Client({ connectionString: proxy.url() }))
  for (const client of clients) await client.connect()
  const [with_, without] = clients as [pg.Client, pg.Client]
  const find = { name: 'find', text: 'select id, email, note from users where email = $1', values: ['mail-3'] }
  const found = [{ id: 3, email: 'mail-3', note: 'note-3' }]
  assert.deepEqual((await with_.query(find)).rows, found)
  assert.deepEqual((await without.query(find)).rows, found)
  // The map that takes the column out seals nothing, and asks for nothing to be done.
  assert.equal((await pgseal(['plan', '--config', leaving.file, '--exit-code'])).code, 0)
  assert.match(
    (await mustPgseal(['status', '--config', leaving.file])).stdout,
    /public\.users\.email +sealed .*run pgseal unseal/,
  )

  const run = await mustPgseal(['unseal', '--config', leaving.file, '--yes'])
  assert.match(run.stdout, /email: its values are opened and stored as they are/)
  assert.match(run.stdout, /public\.users\.email: unsealed \(5 rows\)\nDone\.\n$/)
  assert.match(run.stderr, /"phase":"open","table":"public\.users"/)
  assert.doesNotMatch(run.stdout + run.stderr, /mail-|note-/)
  // A plan of before may be carried out until the catalog is read again: it fails, and gives nothing that is wrong.
  for (const client of clients) {
    await client.query(find).then(
      ({ rows }) => assert.deepEqual(rows, found),
      (error: pg.DatabaseError) => assert.match(String(error.code), /^(0A000|42|XX)/),
    )
    await client.query('create temporary table wake (id int)')
  }
  const fresh = { ...find, name: 'fresh' }
  assert.deepEqual((await with_.query(fresh)).rows, found)
  await with_.query("update users set email = 'other', note = 'new' where id = 3")
  await with_.query('insert into users (id, email, note) values ($1, $2, $3)', [6, 'mail-6', 'note-6'])
  assert.deepEqual((await with_.query('select email, note from users where id in (3, 6) order by id')).rows, [
    { email: 'other', note: 'new' },
    { email: 'mail-6', note: 'note-6' },
  ])
  assert.deepEqual((await with_.query("select id from users where email like 'mail-%' order by id")).rows.length, 5)
  assert.match(
    proxies[0]!.output(),
    /"event":"weakness","what":"columns that the map names are served as plain: public\.users\.email \(unsealed\)/,
  )
  const stored = await runAs(url, ['select email, pg_typeof(note)::text as type from users where id = 6'])
  assert.deepEqual(stored, [{ email: 'mail-6', type: 'pgseal.text_none' }])
  await assert.rejects(
    without.query(fresh),
    /cannot use column "public.users.email": it was unsealed, and the map has it sealed/,
  )
  assert.deepEqual((await without.query('select note from users where id = 6')).rows, [{ note: 'note-6' }])

  // Nobody who writes to the database alone makes a proxy send plaintext: the other map does not let it.
  await runAs(url, ["update pgseal.columns set state = 'sealed' where label like '%email'"])
  await with_.query('create temporary table wake_again (id int)')
  await assert.rejects(with_.query(fresh), /cannot use column "public.users.email"/)
  await runAs(url, ["update pgseal.columns set state = 'unsealed' where label like '%email'"])
  for (const client of clients) await client.end()
})

test('unseal --all --drop-schema leaves the tables as they were and nothing of pgseal', async () => {
  const flags = { workers: '1', wait: '10', online: false }
  const options = { ...flags, config: leaving.file, insecureTestKey: false, all: false, dropSchema: false, yes: true }
  const wrong: readonly [Partial<UnsealCommandOptions>, string][] = [
    [{ dropSchema: true }, '--drop-schema needs --all'],
    [{ all: true, table: 'public.users' }, '--all is for every table and column'],
    [{ column: ['email'] }, '--column needs --table'],
    [{ table: 'public.user' }, 'the map names no table "public.user"'],
    [{ yes: false }, 'unseal stores values in plain: it needs --yes, or a terminal to ask on'],
  ]
  for (const [change, message] of wrong) await assert.rejects(unsealCommand({ ...options, ...change }), { message })
  const run = await mustPgseal(['unseal', '--config', leaving.file, '--yes', '--all', '--drop-schema'])
  assert.match(run.stdout, /note: the map has no "unseal: true" for it/)
  assert.match(run.stdout, /schema pgseal: dropped\nDone\.\n$/)
  const columns = await runAs(url, [
    "select attname, atttypid::regtype::text as type from pg_attribute where attrelid = 'users'::regclass and attnum > 0 order by attnum",
  ])
  assert.deepEqual(
    columns.map(({ attname, type }) => `${attname} ${type}`),
    ['id integer', 'email text', 'note text'],
  )
  const keys = await runAs(url, [
    "select pg_get_constraintdef(oid) as definition from pg_constraint where conrelid = 'users'::regclass and contype = 'u'",
  ])
  assert.deepEqual(keys, [{ definition: 'UNIQUE (email)' }])
  assert.deepEqual(await runAs(url, ["select 1 from pg_namespace where nspname = 'pgseal'"]), [])
  const again = await mustPgseal(['unseal', '--config', leaving.file, '--yes', '--all', '--drop-schema'])
  assert.equal(again.stdout, 'Nothing is left to do.\n')
  assert.ok(readFileSync(leaving.keyFile).length > 0)
})
