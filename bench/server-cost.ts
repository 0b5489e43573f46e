// CPU that PostgreSQL itself spends on a statement, plain and sealed, past the proxy: the sealed one is sent with a value
// that is ready-made. What it costs more, no proxy can save.
import { readFileSync } from 'node:fs'
import pg from 'pg'
import { encodeBind } from '../src/wire/bind.ts'
import { encodeDescribe } from '../src/wire/describe.ts'
import { encodeExecute } from '../src/wire/execute.ts'
import { encodeParse } from '../src/wire/parse.ts'
import { encodeSync } from '../src/wire/sync.ts'
import { WireClient } from '../test/support/wire-client.ts'
import type { Place } from './place.ts'

/** Microseconds of CPU of the server's process a statement. */
export type ServerCost = {
  readonly plainRead: number
  readonly sealedRead: number
  readonly plainInsert: number
  readonly sealedInsert: number
}

/** Clock ticks a second of /proc/PID/stat. */
const ticks = 100
const statements = 10_000

/** undefined where the server's process cannot be looked at. The least of the rounds counts. */
export async function serverCost(place: Place, rounds: number): Promise<ServerCost | undefined> {
  if (place.server.dataDir === undefined || process.platform !== 'linux') return undefined
  const term = await ready(place, 'select (email).eq as value from people limit 1')
  const value = await ready(place, 'select record_send(body) as value from notes limit 1')
  const loads: Record<keyof ServerCost, () => Promise<number>> = {
    plainRead: () => costOf(place.plain.url, 'select email from people where email = $1', Buffer.from('4711'), 0),
    sealedRead: () => costOf(place.sealed.url, 'select email from people where (email).eq = $1', term, 1),
    plainInsert: () => costOf(place.plain.url, 'insert into notes (body) values ($1)', Buffer.from('4711'), 0),
    sealedInsert: () => costOf(place.sealed.url, 'insert into notes (body) values ($1)', value, 1),
  }
  const names = Object.keys(loads) as (keyof ServerCost)[]
  const least = { plainRead: Infinity, sealedRead: Infinity, plainInsert: Infinity, sealedInsert: Infinity }
  for (let round = 0; round < rounds; round += 1) {
    for (const name of names) least[name] = Math.min(least[name], await loads[name]())
  }
  return least
}

async function ready(place: Place, query: string): Promise<Buffer> {
  const client = new pg.Client({ connectionString: place.sealed.url })
  await client.connect()
  const { rows } = await client.query<{ value: Buffer }>(query)
  await client.end()
  if (rows[0] === undefined) throw new Error(`no row for: ${query}`)
  return rows[0].value
}

async function costOf(url: string, query: string, value: Buffer, format: number): Promise<number> {
  const client = await WireClient.connectUrl(url)
  try {
    const pid = Number((await client.rows('select pg_backend_pid()'))[0]![0])
    client.send(
      encodeParse({ type: 'Parse', name: 'load', query: Buffer.from(query), parameterTypes: [] }),
      encodeSync(),
    )
    await client.receiveUntil(({ type }) => type === 'ReadyForQuery')
    const portal = { type: 'Bind', portal: '', statement: 'load', values: [value], resultFormats: [1] } as const
    const frames = [
      encodeBind({ ...portal, parameterFormats: [format] }),
      encodeDescribe({ type: 'Describe', target: 'portal', name: '' }),
      encodeExecute({ type: 'Execute', portal: '', maxRows: 0 }),
      encodeSync(),
    ]
    const before = cpuOf(pid)
    for (let n = 0; n < statements; n += 1) {
      client.send(...frames)
      await client.receiveUntil(({ type }) => type === 'ReadyForQuery')
    }
    return ((cpuOf(pid) - before) * 1e6) / statements
  } finally {
    await client.close()
  }
}

/** Seconds. */
function cpuOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ')
  return (Number(fields[11]) + Number(fields[12])) / ticks
}
