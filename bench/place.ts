import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { startPostgres, type TestPostgres } from '../test/support/postgres.ts'
import { runPgseal } from '../test/support/run-pgseal.ts'
import { type MeasuredProcess, startMeasured } from './measured-process.ts'

/** A server with one database twice: plain, and with two columns sealed; and what stands before it. */
export type Place = {
  readonly server: TestPostgres
  readonly plain: { readonly name: string; readonly url: string }
  readonly sealed: { readonly name: string; readonly url: string }
  /** Two sockets, nothing looked at. */
  readonly relay: MeasuredProcess
  /** `serve` with an empty map before the plain database. */
  readonly empty: MeasuredProcess
  /** `serve` with a map before the sealed one; kms: local, dataKeys: branch. */
  readonly mapped: MeasuredProcess
  close(): Promise<void>
}

/** Rows of `people`: id and email are the same number, so that a load can search for what is there. */
export const peopleRows = 10_000

const tables = [
  'create table people (id int primary key, email text, name text)',
  'create index on people (email)',
  'create table notes (id bigserial primary key, body text)',
]

const map = `
keys:
  default: { kms: local, keyFile: keys, dataKeys: branch }
tables:
  public.people:
    columns:
      email: { type: text, search: [equality] }
      name: { type: text }
  public.notes:
    columns:
      body: { type: text }
`

export async function openPlace(): Promise<Place> {
  const server = await startPostgres()
  const folder = mkdtempSync(join(tmpdir(), 'pgseal-bench-'))
  const started: MeasuredProcess[] = []
  const close = async (): Promise<void> => {
    for (const process of started) await process.stop()
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  const start = async (program: string, ...args: string[]): Promise<MeasuredProcess> => {
    const process = await startMeasured(program, args)
    started.push(process)
    return process
  }
  try {
    const plain = await server.createDatabase('plain')
    const sealed = await server.createDatabase('sealed')
    for (const { url } of [plain, sealed]) await run(url, tables)
    await run(plain.url, [fill()])
    const main = '../src/main.js'
    const emptyMap = writeMap(folder, 'empty.yaml', plain.url, 'passthrough: true\n')
    const fullMap = writeMap(folder, 'full.yaml', sealed.url, map)
    await command('keygen', join(folder, 'keys'))
    await run(sealed.url, [fill()])
    await command('apply', '--yes', '--config', fullMap)
    const relay = await start('./relay.js', '0', String(server.port))
    const empty = await start(main, 'serve', '--config', emptyMap)
    const mapped = await start(main, 'serve', '--config', fullMap)
    for (const { url } of [plain, sealed]) await run(url, ['vacuum analyze'])
    return { server, plain, sealed, relay, empty, mapped, close }
  } catch (error) {
    await close()
    throw error
  }
}

function fill(): string {
  return `insert into people select i, i::text, 'name of ' || i from generate_series(1, ${peopleRows}) i`
}

function writeMap(folder: string, name: string, url: string, body: string): string {
  const file = join(folder, name)
  const upstream = new URL(url)
  upstream.username = ''
  writeFileSync(file, `listen: 127.0.0.1:0\nupstream: ${upstream.href}\ncontrol: ${url}\n${body}`)
  return file
}

async function command(...args: string[]): Promise<void> {
  const { code, stderr } = await runPgseal(args)
  if (code !== 0) throw new Error(`pgseal ${args[0]} failed:\n${stderr}`)
}

async function run(url: string, statements: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  for (const statement of statements) await client.query(statement)
  await client.end()
}
