import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import pg from 'pg'
import { runAs } from '../support/owned-database.ts'
import { type MapFolder, mustPgseal, type RunningProxy, startProxy, writeMap } from '../support/pgseal.ts'
import { sharedPostgres } from '../support/postgres.ts'

let map: MapFolder
let proxy: RunningProxy

before(async () => {
  const { url } = await (await sharedPostgres()).createDatabase('log_limits')
  await runAs(url, ['create table notes (id int primary key, body text)'])
  map = await writeMap(
    url,
    `log: { connections: true, slowStatements: 300ms }
limits: { statementBytes: 2048, connectionsPerUser: 2, memoryPerConnection: 1048576 }
keys:
  default: { kms: local, keyFile: {keyFile} }
tables:
  public.notes:
    columns:
      body: { type: text }
`,
  )
  await mustPgseal(['apply', '--yes', '--config', map.file])
  proxy = await startProxy(map, url)
})

after(async () => {
  await proxy.stop()
  map.remove()
})

type Line = Readonly<Record<string, unknown>> & { readonly event: string }

const lines = (): Line[] =>
  proxy
    .output()
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Line)

async function connected(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: proxy.url() })
  client.on('error', () => undefined)
  await client.connect()
  return client
}

test('a slow statement is told with where its time went, and without any of its values', async () => {
  const client = await connected()
  await client.query('insert into notes values (1, $1)', ['canary-one'])
  await client.query("select body, pg_sleep(0.4) from notes where id = 1 and 'canary-two' <> $1", ['canary-three'])
  await client.query("select pg_sleep(0.35), 'canary-four'")
  await assert.rejects(client.query("set statement_timeout = 320; select pg_sleep(2), 'canary-five' from notes"))
  await client.end()
  const slow = lines().filter(({ event }) => event === 'slow-statement')
  // Others may have been slow too, where the machine is.
  const told = slow.map(({ statement, plan, outcome, level }) => [statement, plan, outcome, level].join(' '))
  for (const wanted of [
    'SelectStmt sealed ok warn',
    'SelectStmt passthrough ok warn',
    'Query passthrough 57014 warn',
  ]) {
    assert.ok(told.includes(wanted), told.join('\n'))
  }
  for (const { fingerprint, milliseconds } of slow) {
    assert.match(String(fingerprint), /^[0-9a-f]{16}$/)
    const { total, server, ...rest } = milliseconds as Record<string, number>
    assert.ok(total! >= 300 && server! > 0, JSON.stringify(milliseconds))
    assert.deepEqual(Object.keys(rest).sort(), ['client', 'kms', 'open', 'parse', 'plan', 'seal'])
  }
  assert.doesNotMatch(proxy.output(), /canary/)
})

test('a connection has three lines: it comes, it has logged in, it has left', async () => {
  const client = await connected()
  await client.end()
  const opened = lines().findLast(({ event }) => event === 'logged-in')!
  assert.deepEqual([opened.user, typeof opened.database], ['postgres', 'string'])
  for (let tries = 0; tries < 100; tries++) {
    if (lines().some((line) => line.event === 'connection-closed' && line.connection === opened.connection)) break
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  const own = lines().filter(({ connection }) => connection === opened.connection)
  assert.deepEqual(
    own.map(({ event }) => event),
    ['connection-opened', 'logged-in', 'connection-closed'],
  )
  assert.equal(typeof own[2]!.seconds, 'number')
})

test('limits: a text too long, one connection too many, and too many bytes of rows are refused by name', async () => {
  const [one, two] = [await connected(), await connected()]
  await assert.rejects(connected(), (error: pg.DatabaseError) => {
    assert.deepEqual([error.code, error.message], ['53300', 'too many connections for user "postgres"'])
    return true
  })
  await two.end()
  // The seat is free once the proxy has seen the end.
  let again: pg.Client | undefined
  for (let tries = 0; again === undefined && tries < 50; tries++) again = await connected().catch(() => undefined)
  await again!.end()
  await assert.rejects(one.query(`select '${'x'.repeat(2048)}'`), /statement is longer than 2048 bytes/)
  for (let id = 2; id < 6; id++) await one.query('insert into notes values ($1, $2)', [id, 'y'.repeat(300_000)])
  await assert.rejects(
    one.query('update notes set body = other.body from notes other where notes.id > 1 and other.id = notes.id'),
    /statement reads more than 1048576 bytes of rows to seal them anew/,
  )
  assert.equal(
    (await one.query('update notes set body = other.body from notes other where notes.id in (2, 3) and other.id = 4'))
      .rowCount,
    2,
  )
  await assert.rejects(one.query('insert into notes values (9, $1)', ['z'.repeat(1_100_000)]), /message is larger than/)
})
