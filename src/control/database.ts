import pg from 'pg'
import { PgsealError } from '../errors.ts'
import { poolAddress } from './pool-address.ts'
import { quoteIdent } from './quote.ts'

export type Row = Readonly<Record<string, unknown>>

/** One connection; inside `transaction` and `reserve` all queries run on it. bytea comes as Buffer, json parsed, int8 as string. */
export type Session = {
  query<T = Row>(text: string, parameters?: readonly unknown[]): Promise<T[]>
}

/** What the server says beside an answer, as VACUUM (VERBOSE) does. */
export type Notice = { readonly message: string; readonly detail: string }

/** A connection that is held, so that what it is told can be heard. */
export type HeldSession = Session & {
  /** Runs one statement and gives its notices. */
  notices(text: string): Promise<Notice[]>
}

export type Listener = { close(): Promise<void> }

/** A pool of the proxy's own connections (or of the login that `apply` was given). */
export type Database = Session & {
  /** Commits when `work` resolves, rolls back and rejects with its error when it rejects. */
  transaction<T>(work: (session: Session) => Promise<T>): Promise<T>
  /** One connection without a transaction, for what cannot run in one. */
  reserve<T>(work: (session: HeldSession) => Promise<T>): Promise<T>
  /**
   * A connection of its own, outside the pool, that hears this channel. `onLost` is called once when the server ends it.
   */
  listen(channel: string, onNotification: (payload: string) => void, onLost: () => void): Promise<Listener>
  close(): Promise<void>
}

// Pitfall A14: the control connection never resolves a name by a path. The other settings make what it reads independent
// of role and database defaults, and what it writes durable. Catalog queries look dear to the planner: without jit off
// the compiler runs a second for a query of milliseconds.
const settings =
  "select pg_catalog.set_config('search_path', '', false), pg_catalog.set_config('synchronous_commit', 'on', false)," +
  " pg_catalog.set_config('standard_conforming_strings', 'on', false), pg_catalog.set_config('DateStyle', 'ISO, YMD', false)," +
  " pg_catalog.set_config('TimeZone', 'UTC', false), pg_catalog.set_config('bytea_output', 'hex', false)," +
  " pg_catalog.set_config('row_security', 'off', false), pg_catalog.set_config('statement_timeout', '0', false)," +
  " pg_catalog.set_config('jit', 'off', false)"

/**
 * Opens a pool; connects when first used. Rejections: PgsealError controlUnavailable when the server can't be reached or
 * refuses the login, schemaMissing when schema pgseal or one of its tables isn't there; else pg's own error with `code`.
 */
export function openDatabase(url: string, connections = 4): Database {
  const pool = new pg.Pool({
    ...poolAddress(url),
    max: connections,
    application_name: 'pgseal',
    client_encoding: 'UTF8',
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 60_000,
    allowExitOnIdle: true,
  } as pg.PoolConfig)
  // An idle connection that the server ended is not an event: the pool makes a new one.
  pool.on('error', () => undefined)
  const prepared = new WeakSet<pg.PoolClient>()

  async function reserve<T>(work: (session: HeldSession) => Promise<T>): Promise<T> {
    let client: pg.PoolClient
    try {
      client = await pool.connect()
    } catch (error) {
      throw unavailable(error)
    }
    let broken = true
    try {
      if (!prepared.has(client)) {
        await run(client, settings)
        // One that the server ends while it is held and idle: the next query says so.
        client.on('error', () => undefined)
        prepared.add(client)
      }
      const result = await work({
        query: (text, parameters) => run(client, text, parameters),
        notices: (text) => heard(client, text),
      })
      broken = false
      return result
    } catch (error) {
      broken = !isServerError(error)
      throw error
    } finally {
      client.release(broken)
    }
  }

  async function listen(
    channel: string,
    onNotification: (payload: string) => void,
    onLost: () => void,
  ): Promise<Listener> {
    const client = new pg.Client({
      ...poolAddress(url),
      application_name: 'pgseal',
      client_encoding: 'UTF8',
      connectionTimeoutMillis: 10_000,
      keepAlive: true,
    } as pg.ClientConfig)
    let closed = false
    const lost = (): void => {
      if (closed) return
      closed = true
      onLost()
    }
    client.on('error', lost)
    client.on('end', lost)
    client.on('notification', ({ payload }) => onNotification(payload ?? ''))
    try {
      await client.connect()
      await client.query(settings)
      await client.query(`listen ${quoteIdent(channel)}`)
    } catch (error) {
      closed = true
      await client.end().catch(() => undefined)
      throw translated(error)
    }
    return {
      close: async () => {
        closed = true
        await client.end().catch(() => undefined)
      },
    }
  }

  return {
    query: (text, parameters) => reserve((session) => session.query(text, parameters)),
    reserve,
    listen,
    transaction: (work) =>
      reserve(async (session) => {
        await session.query('begin')
        try {
          const result = await work(session)
          await session.query('commit')
          return result
        } catch (error) {
          await session.query('rollback').catch(() => undefined)
          throw error
        }
      }),
    close: () => pool.end(),
  }
}

async function run<T>(client: pg.PoolClient, text: string, parameters?: readonly unknown[]): Promise<T[]> {
  try {
    const result = await client.query(text, parameters === undefined ? undefined : [...parameters])
    return result.rows as T[]
  } catch (error) {
    throw translated(error)
  }
}

async function heard(client: pg.PoolClient, text: string): Promise<Notice[]> {
  const notices: Notice[] = []
  const listener = (notice: { message?: string | undefined; detail?: string | undefined }) => {
    notices.push({ message: notice.message ?? '', detail: notice.detail ?? '' })
  }
  client.on('notice', listener)
  try {
    await run(client, text)
  } finally {
    client.off('notice', listener)
  }
  return notices
}

function isServerError(error: unknown): boolean {
  return (
    (error instanceof pg.DatabaseError && !fatal(error)) ||
    (error instanceof PgsealError && error.errorName === 'schemaMissing')
  )
}

function fatal(error: pg.DatabaseError): boolean {
  return error.severity === 'FATAL' || error.severity === 'PANIC'
}

function translated(error: unknown): unknown {
  if (!(error instanceof pg.DatabaseError)) return unavailable(error)
  if (fatal(error)) return unavailable(error)
  // Words of the message depend on lc_messages; only these codes can come from a pgseal.* name that isn't there.
  if (error.code === '3F000' || (error.code === '42P01' && error.message.includes('pgseal.'))) {
    return new PgsealError('schemaMissing')
  }
  return error
}

function unavailable(error: unknown): PgsealError {
  if (error instanceof PgsealError) return error
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const words = error instanceof Error ? error.message : ''
  // A message of the driver names host and user at most; the URL with its password is never in it.
  return new PgsealError('controlUnavailable', {}, { logDetail: code === '' ? words : `${code}: ${words}` })
}
