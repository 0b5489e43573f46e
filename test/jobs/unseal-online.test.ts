import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import pg from 'pg'
import { createOwnedDatabase, type OwnedDatabase, runAs } from '../support/owned-database.ts'
import { type MapFolder, mustPgseal, pgseal, type RunningProxy, startProxy, writeMap } from '../support/pgseal.ts'
import { sharedPostgres } from '../support/postgres.ts'

const body = (unseal: string) => `
keys: { default: { kms: local, keyFile: "{keyFile}", dataKeys: branch } }
tables:
  public.people:
    record: "people/{id}"
    columns:
      email: { type: text, search: [equality]${unseal} }
      spent: { type: "numeric(10,2)"${unseal} }
      span: { type: interval${unseal} }
      seen: { type: timestamptz${unseal} }
      kept: { type: text, search: [equality] }
`
let place: OwnedDatabase
let staying: MapFolder
let leaving: MapFolder
let proxy: RunningProxy

before(async () => {
  place = await createOwnedDatabase(await sharedPostgres(), 'unseal_online')
  await runAs(place.superuserUrl, [`grant pg_read_all_stats to ${new URL(place.ownerUrl).username}`])
  await runAs(place.ownerUrl, [
    `create table people (id int primary key, email text collate "C" not null, spent numeric(10,2), span interval, seen timestamptz, kept text,
       n int not null default 0, constraint people_email unique (email))`,
    'create index people_kept on people (kept)',
    "comment on constraint people_email on people is 'one each'",
    'alter table people alter column spent set statistics 33',
    `insert into people select g, 'canary' || g, g / 7.0, make_interval(months => g % 5, days => -g, secs => g / 8.0), now() - g * interval '1 hour', 'k' || g % 9
       from generate_series(1, 400) g`,
    'grant select, insert, update, delete on people to public',
  ])
  staying = await writeMap(place.controlUrl, body(''))
  leaving = await writeMap(place.controlUrl, body(', unseal: true').replace('{keyFile}', staying.keyFile))
})

after(async () => {
  await proxy?.stop()
  staying.remove()
  leaving.remove()
})

const shape = async () => ({
  columns: await runAs(place.ownerUrl, [
    `select attname, format_type(atttypid, atttypmod), attnotnull, attcollation, attstattarget, attacl::text from pg_attribute
     where attrelid = 'people'::regclass and attnum > 0 order by attnum`,
  ]),
  indexes: await runAs(place.ownerUrl, [
    "select indexdef from pg_indexes where tablename = 'people' order by indexname",
  ]),
  constraints: await runAs(place.ownerUrl, [
    `select conname, pg_get_constraintdef(oid) as definition, obj_description(oid) as comment from pg_constraint where conrelid = 'people'::regclass order by 1`,
  ]),
})
const values = (url: string) =>
  runAs(url, [
    "set intervalstyle = 'postgres_verbose'",
    'select id, email, spent::text, span::text, seen, kept from people where id <= 400 order by id',
  ])

type Load = { readonly errors: string[]; readonly written: Map<number, string>; end(): Promise<void> }

/** Clients that write and read until they are told to end. */
function load(workers: number): Load {
  const errors: string[] = []
  const written = new Map<number, string>()
  let isOver = false
  const work = async (worker: number): Promise<void> => {
    const url = new URL(proxy.url())
    url.username = new URL(place.clientUrl).username
    const client = new pg.Client({ connectionString: url.href })
    await client.connect()
    for (let turn = 0; !isOver; turn += 1) {
      const id = 10_000 + worker * 100_000 + turn
      const email = `canary-${id}`
      try {
        await client.query({
          name: 'in',
          text: 'insert into people (id, email, spent, kept) values ($1, $2, $3, $4)',
          values: [id, email, '1.50', 'k1'],
        })
        written.set(id, email)
        const { rows } = await client.query({
          name: 'out',
          text: 'select * from people where email = $1',
          values: [email],
        })
        if (rows.length !== 1 || rows[0].email !== email || rows[0].kept !== 'k1') errors.push(`read ${rows.length}`)
        if (turn % 5 === 0) {
          await client.query('begin')
          await client.query(`update people set email = '${email}-b' where id = ${id}`)
          await client.query('commit')
          written.set(id, `${email}-b`)
        }
        if (turn % 7 === 0) {
          await client.query('delete from people where id = $1', [id])
          written.delete(id)
        }
      } catch (error) {
        errors.push(error instanceof Error ? `${String((error as pg.DatabaseError).code)} ${error.message}` : 'failed')
      }
    }
    await client.end()
  }
  const all = Array.from({ length: workers }, (_, worker) => work(worker))
  return {
    errors,
    written,
    end: async () => {
      isOver = true
      await Promise.all(all)
    },
  }
}

test('columns of a table in use get other index keys and are unsealed: no statement fails, no write is lost, and the table is what it was', async () => {
  const [shapeBefore, before] = [await shape(), await values(place.ownerUrl)]
  await mustPgseal(['apply', '--yes', '--config', staying.file, '--admin-url', place.ownerUrl])
  await runAs(place.ownerUrl, [
    'create view addresses as select id, email, kept from people where n = 0',
    'grant select on addresses to public',
  ])
  const shapeSealed = await shape()
  proxy = await startProxy(leaving, place.clientUrl)
  const keys = () =>
    runAs(place.ownerUrl, [
      `select label, k.slot, k.id, state from pgseal.columns c join pgseal.keys k on k.id = c.index_key order by label`,
    ])
  const keysBefore = await keys()
  const terms = 'select id, (email).eq::text as email, (kept).eq::text as kept from people where id <= 400 order by id'
  const termsBefore = await runAs(place.ownerUrl, [terms])
  const clients = load(2)
  const admin = ['--config', leaving.file, '--admin-url', place.ownerUrl, '--wait', '60']
  const rotated = await pgseal(['rotate', '--index-keys', ...admin])
  assert.equal(rotated.code, 0, `${rotated.stderr}\n${rotated.stdout}`)
  assert.match(
    rotated.stdout,
    /public\.people\.email, public\.people\.kept\n {2}terms of \d+ rows are of other index keys/,
  )
  const keysNow = await keys()
  assert.deepEqual(
    keysNow.map(({ slot, state }) => [slot, state]),
    [
      ['current', 'sealed'],
      ['current', 'sealed'],
    ],
  )
  assert.ok(keysNow.every(({ id }) => !keysBefore.some((before) => before.id === id)))
  for (const [at, row] of (await runAs(place.ownerUrl, [terms])).entries()) {
    assert.notEqual(row.email, termsBefore[at]!.email)
    assert.notEqual(row.kept, termsBefore[at]!.kept)
  }
  assert.deepEqual(await shape(), shapeSealed)
  const done = await pgseal(['unseal', '--yes', '--online', ...admin])
  await new Promise((resolve) => setTimeout(resolve, 200))
  await clients.end()
  assert.equal(done.code, 0, `${done.stderr}\n${done.stdout}`)
  assert.match(done.stdout, /email: its values are opened into a new table, while clients go on/)
  assert.deepEqual(clients.errors, [])
  assert.ok(clients.written.size > 10, `${clients.written.size} rows were written meanwhile`)
  const stored = await runAs(place.ownerUrl, ['select id, email from people where id > 400'])
  assert.deepEqual(new Map(stored.map(({ id, email }) => [id, email])), clients.written)
  const now = await shape()
  // What stays sealed is as it was sealed; all else is as before apply.
  const isKept = (one: Record<string, unknown>) => /kept/.test(JSON.stringify(one))
  for (const part of ['columns', 'indexes', 'constraints'] as const) {
    assert.deepEqual(now[part].filter(isKept), shapeSealed[part].filter(isKept))
    assert.deepEqual(
      now[part].filter((one) => !isKept(one)),
      shapeBefore[part].filter((one) => !isKept(one)),
    )
  }
  assert.deepEqual(await values(proxy.url(new URL(place.clientUrl).username)), before)
  assert.deepEqual(
    await runAs(proxy.url(new URL(place.clientUrl).username), [
      "select email, kept from addresses where kept = 'k7' and id < 9",
    ]),
    [{ email: 'canary7', kept: 'k7' }],
  )
  const left = await runAs(place.ownerUrl, [
    "select relname from pg_class where relnamespace = 'pgseal'::regnamespace and relname ~ '^(old|new|dirty)_'",
  ])
  assert.deepEqual(left, [])
  const status = await mustPgseal(['status', '--config', leaving.file])
  assert.match(status.stdout, /public\.people\.email +unsealed /)
})
