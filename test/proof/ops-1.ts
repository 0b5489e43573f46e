// A table in use, with a view and a unique index on the column, is sealed online, its plaintext dropped and searched for, its
// index key rotated, and the columns unsealed, while clients read and write it through two instances, with and without column
// lists, and the job is killed twice on the way.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'
import type { Needle } from '../canary/needles.ts'
import { findNeedles } from '../canary/search.ts'
import { runAs } from '../support/owned-database.ts'
import { type MapFolder, mustPgseal, type RunningProxy, startProxy, writeMap } from '../support/pgseal.ts'
import { freePort, startPostgres } from '../support/postgres.ts'
import { buildRoot } from '../support/root.ts'
import type { Proof } from './run.ts'

const clients = 6
const program = join(buildRoot, 'src/main.js')

const before = `
keys: { default: { kms: local, keyFile: "{keyFile}", dataKeys: branch } }
tables:
  public.other: { columns: { note: { type: text } } }
`
const sealing = `${before}  public.people:
    record: "people/{id}"
    columns:
      email: { type: text, search: [equality], online: true }
      phone: { type: varchar(30), online: true }
`
const after = sealing.replaceAll(', online: true', '')
const leaving = sealing.replaceAll('online: true', 'unseal: true')

type Tally = { statements: number; readonly failed: string[]; readonly rows: Map<number, string | undefined> }

/** One client, until `stopped`: what it wrote last of each of its own rows is kept, undefined for a row that it deleted. */
async function work(url: string, worker: number, known: number, tally: Tally, stopped: () => boolean): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  for (let turn = 0; !stopped(); turn += 1) {
    const id = 10_000_000 + worker * 1_000_000 + turn
    const email = `canary-${id}@example.com`
    const run = async (text: string, values: unknown[] = [], name?: string) => {
      const { rows } = await client.query(name === undefined ? { text, values } : { name, text, values })
      tally.statements += 1
      return rows
    }
    const expect = (rows: readonly object[], wanted: readonly (string | number | null)[]) => {
      const [row] = rows
      if (rows.length !== 1 || JSON.stringify(Object.values(row!)) !== JSON.stringify(wanted)) {
        tally.failed.push(`another answer: ${JSON.stringify(rows)}`)
      }
    }
    try {
      const phone = turn % 4 === 0 ? null : `+${id}`
      if (turn % 2 === 0) await run('insert into people values ($1, $2, $3, $4)', [id, email, 1, phone], 'all')
      else await run('insert into people (email, id, phone, n) values ($1, $2, $3, 1)', [email, id, phone], 'some')
      tally.rows.set(id, email)
      expect(await run('select * from people where email = $1', [email], 'find'), [id, email, 1, phone, 'x'])
      expect(await run(`select email from contacts where id = ${id}`), [email])
      if (turn % 3 === 0) {
        await run('begin')
        await run('update people set n = n + 1 where id = $1', [1 + (turn % known)])
        expect(await run('update people set email = $1 where id = $2 returning email', [`new ${email}`, id]), [
          `new ${email}`,
        ])
        await run('commit')
        tally.rows.set(id, `new ${email}`)
      }
      if (turn % 7 === 0) {
        await run('delete from people where id = $1', [id], 'gone')
        tally.rows.set(id, undefined)
      }
      const old = 1 + ((turn * 7919 + worker) % known)
      expect(await run('select email from people where id = $1', [old], 'old'), [`canary ${old}`])
    } catch (error) {
      tally.failed.push((error as Error).message)
      await client.query('rollback').catch(() => undefined)
    }
  }
  await client.end()
}

function startJob(
  map: string,
  url: string,
): { readonly child: ChildProcess; readonly ended: Promise<number | null>; said(): string } {
  const child = spawn(process.execPath, [program, 'apply', '--online', '--yes', '--config', map, '--admin-url', url], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said: string[] = []
  child.stdout.on('data', (chunk: Buffer) => said.push(chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => said.push(chunk.toString()))
  return { child, ended: once(child, 'close').then(([code]) => code as number | null), said: () => said.join('') }
}

/** Hits of plaintext in the files of a database. */
function search(dataDir: string): { readonly hits: string[]; readonly bytes: number } {
  const text = Buffer.from('canary')
  const wanted: Needle[] = [
    { bytes: text, what: 'text' },
    { bytes: Buffer.from(text.toString('hex')), what: 'hex' },
    ...['Y2FuYX', 'NhbmFye', 'jYW5hcn'].map((base64) => ({ bytes: Buffer.from(base64), what: 'base64' })),
  ]
  const hits: string[] = []
  let bytes = 0
  for (const base of ['base', 'global']) {
    for (const name of readdirSync(join(dataDir, base), { recursive: true }) as string[]) {
      const file = join(dataDir, base, name)
      if (!statSync(file).isFile()) continue
      const content = readFileSync(file)
      bytes += content.length
      for (const hit of findNeedles(wanted, content)) hits.push(`${base}/${name}: ${hit}`)
    }
  }
  return { hits, bytes }
}

export const prove: Proof = async (print, options) => {
  const rows = options?.amount ?? 1_000_000
  const server = await startPostgres({ settings: { max_wal_size: '4GB' } })
  const database = await server.createDatabase('online')
  await runAs(database.url, [
    'create table other (note text)',
    "create table people (id int primary key, email text not null, n int not null, phone varchar(30), note text default 'x')",
    `insert into people select g, 'canary ' || g, 1, '+' || g from generate_series(1, ${rows}) g`,
    'create unique index people_email on people (email)',
    'create view contacts as select id, email from people',
    'vacuum analyze people',
  ])
  const first = await writeMap(database.url, before)
  await mustPgseal(['apply', '--yes', '--config', first.file, '--admin-url', database.url])
  const head = readFileSync(first.file, 'utf8').split('\nkeys:')[0]!
  const write = (map: MapFolder, body: string) =>
    writeFileSync(
      map.file,
      `${head.replace(/listen: .*/, `listen: 127.0.0.1:${map.port}`)}${body.replaceAll('{keyFile}', first.keyFile)}`,
    )
  const second: MapFolder = { ...first, file: join(first.folder, 'second.yaml'), port: await freePort() }
  const job: MapFolder = { ...first, file: join(first.folder, 'job.yaml'), port: await freePort() }
  write(second, before)
  write(job, sealing)
  const proxies: RunningProxy[] = []
  let holds = true
  const demand = (condition: boolean, what: string): void => {
    if (condition) return
    holds = false
    print(`NOT: ${what}`)
  }
  const admin = new pg.Client({ connectionString: database.url })
  await admin.connect()
  const one = async (text: string) => (await admin.query(text)).rows[0]
  const until = async (text: string, milliseconds = 3_600_000): Promise<void> => {
    for (let waited = 0; waited < milliseconds; waited += 50) {
      if ((await one(text))?.yes === true) return
      await delay(50)
    }
    throw new Error(`waited in vain for: ${text}`)
  }
  const tally: Tally = { statements: 0, failed: [], rows: new Map() }
  let stop = false
  const began = performance.now()
  try {
    proxies.push(await startProxy(first, database.url), await startProxy(second, database.url))
    const working = Array.from({ length: clients }, (_, worker) =>
      work(proxies[worker % proxies.length]!.url(), worker, rows, tally, () => stop),
    )
    await delay(1000)
    const kill = async (running: ReturnType<typeof startJob>, when: string): Promise<void> => {
      await Promise.race([
        until(when),
        running.ended.then((code) => {
          throw new Error(`the job ended with ${code}:\n${running.said()}`)
        }),
      ])
      running.child.kill('SIGKILL')
      await running.ended
      const at = await one('select phase, rows_copied, rows_verified from pgseal.remakes')
      print(`killed while ${at.phase}, ${at.rows_copied} rows copied, ${at.rows_verified} verified`)
    }
    const started = startJob(job.file, database.url)
    await until("select exists (select from pgseal.columns where state = 'sealing') as yes")
    // The job has said so; now the instances get the map.
    for (const [at, map] of [first, second].entries()) {
      write(map, sealing)
      process.kill(proxies[at]!.pid, 'SIGHUP')
    }
    await kill(started, `select exists (select from pgseal.remakes where rows_copied > ${rows / 5}) as yes`)
    await kill(
      startJob(job.file, database.url),
      `select exists (select from pgseal.remakes where phase = 'verifying' and rows_verified > ${rows / 5}) as yes`,
    )
    const last = startJob(job.file, database.url)
    const code = await last.ended
    demand(code === 0, `the job ended with ${code}:\n${last.said()}`)
    const seconds = (performance.now() - began) / 1000
    for (const map of [first, second]) write(map, after)
    await delay(3000)
    stop = true
    await Promise.all(working)
    const remake = await one(
      'select rows_copied, rows_verified, rows_again, locked_ms from pgseal.remakes where locked_ms is not null',
    )
    print(
      `${rows} rows sealed in ${seconds.toFixed(0)} s while ${clients} clients ran ${tally.statements} statements: ${tally.failed.length} failed; ` +
        `${remake?.rows_again} rows copied again, table locked for ${remake?.locked_ms} ms`,
    )
    for (const line of [...new Set(tally.failed)].slice(0, 5)) print(`  ${line}`)
    demand(tally.failed.length === 0, 'a statement failed')
    demand(Number(remake?.locked_ms) < 1000, 'the table was locked for a second or more')
    const reader = new pg.Client({ connectionString: proxies[0]!.url() })
    await reader.connect()
    const found = new Map<number, string>()
    for (const row of (await reader.query('select id, email from people where id >= 10000000')).rows)
      found.set(row.id, row.email)
    const counted = (
      await reader.query(`select count(*)::int as n from people where id < 10000000 and email is not null`)
    ).rows[0].n
    await reader.end()
    const lost = [...tally.rows].filter(([id, email]) => found.get(id) !== email).length
    print(`${tally.rows.size} rows written meanwhile: ${lost} not as written; ${counted} of ${rows} rows of before`)
    demand(lost === 0 && counted === rows, 'a write was lost')
    demand(
      found.size === [...tally.rows.values()].filter((email) => email !== undefined).length,
      'a row is there that nobody wrote',
    )
    const kept = server.dataDir === undefined ? undefined : await files(admin, server.dataDir)
    await mustPgseal(['apply', '--drop-plaintext', '--yes', '--config', first.file, '--admin-url', database.url])
    if (kept !== undefined && server.dataDir !== undefined) {
      const rest = await files(admin, server.dataDir)
      print(
        `canaries in data files: ${kept.hits.length} hits before --drop-plaintext, ${rest.hits.length} after, in ${(rest.bytes / 1e6).toFixed(0)} MB`,
      )
      for (const hit of rest.hits.slice(0, 5)) print(`  ${hit}`)
      demand(kept.hits.length > 0, 'the search finds nothing where there is something')
      demand(rest.hits.length === 0, 'plaintext is left')
    }
    // The same clients' work goes on while the index key is changed and the columns become plain again.
    const back: Tally = { statements: 0, failed: [], rows: new Map() }
    stop = false
    const again = Array.from({ length: clients }, (_, worker) =>
      work(proxies[worker % proxies.length]!.url(), clients + worker, rows, back, () => stop),
    )
    const locked = async (kind: string): Promise<number> =>
      Number(
        (await one(`select locked_ms from pgseal.remakes where kind = '${kind}' order by started desc limit 1`))
          ?.locked_ms,
      )
    const timed = async (what: string, kind: string, ...command: string[]): Promise<void> => {
      const from = performance.now()
      await mustPgseal([...command, '--config', first.file, '--admin-url', database.url])
      const lock = await locked(kind)
      print(`${what} in ${((performance.now() - from) / 1000).toFixed(0)} s, table locked for ${lock} ms`)
      demand(lock < 1000, `${what}: the table was locked for a second or more`)
    }
    const keyBefore = await one("select index_key from pgseal.columns where label = 'public.people.email'")
    await timed('index key rotated', 'reseal', 'rotate', '--index-keys', '--table', 'public.people')
    const keyNow = await one("select index_key from pgseal.columns where label = 'public.people.email'")
    demand(keyNow?.index_key !== keyBefore?.index_key, 'the index key is the one of before')
    for (const [at, map] of [first, second].entries()) {
      write(map, leaving)
      process.kill(proxies[at]!.pid, 'SIGHUP')
    }
    await timed('unsealed', 'unseal', 'unseal', '--online', '--yes')
    await delay(2000)
    stop = true
    await Promise.all(again)
    print(`meanwhile ${back.statements} statements: ${back.failed.length} failed`)
    for (const line of [...new Set(back.failed)].slice(0, 5)) print(`  ${line}`)
    demand(back.failed.length === 0, 'a statement failed on the way back')
    const plain = new Map<number, string>()
    const stored = await admin.query('select id, email from people where id >= 10000000')
    for (const row of stored.rows) plain.set(row.id, row.email)
    const missed = [...tally.rows, ...back.rows].filter(([id, email]) => plain.get(id) !== email).length
    const same = await one(
      `select count(*)::int as n, pg_typeof(min(email))::text as type from people where id <= ${rows} and email = 'canary ' || id and phone = '+' || id`,
    )
    print(
      `${tally.rows.size + back.rows.size} rows written in all: ${missed} not as written; ${same?.n} of ${rows} rows of before, ${same?.type}`,
    )
    demand(missed === 0 && same?.n === rows && same?.type === 'text', 'the way back lost something')
    return holds
  } finally {
    stop = true
    await admin.end().catch(() => undefined)
    for (const proxy of proxies) await proxy.stop().catch(() => undefined)
    await server.stop()
    first.remove()
  }
}

async function files(admin: pg.Client, dataDir: string): Promise<ReturnType<typeof search>> {
  await admin.query('checkpoint')
  return search(dataDir)
}
