// Logins by programs that we did not write. Each gives 'in', or the SQLSTATE or word of what stopped it.
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import type { Socket } from 'node:net'
import pg from 'pg'
import postgres from 'postgres'
import { certificate, password } from './tls-stage.ts'

export type Attempt = {
  readonly port: number
  readonly user: string
  readonly password?: string
  /** As libpq has it; the `pg` and `postgres` libraries are told what comes nearest. */
  readonly sslmode: 'disable' | 'require' | 'verify-full'
  readonly binding?: 'disable' | 'prefer' | 'require'
  readonly clientCertificate?: string
}

export const hasPsql: boolean = spawnSync('psql', ['--version']).status === 0

/** `binding`: prefer signs "y" where it is not offered, so this one tells what libpq and its like get. */
export async function byPsql(attempt: Attempt): Promise<string> {
  const parts = [
    `host=localhost port=${attempt.port} user=${attempt.user} dbname=postgres sslmode=${attempt.sslmode}`,
    `password='${attempt.password ?? password}' channel_binding=${attempt.binding ?? 'prefer'} connect_timeout=10`,
    attempt.sslmode === 'verify-full' ? `sslrootcert=${certificate('authority.crt')}` : '',
    attempt.clientCertificate === undefined
      ? 'sslcert=none'
      : `sslcert=${certificate(`${attempt.clientCertificate}.crt`)} sslkey=${certificate(`${attempt.clientCertificate}.key`)}`,
  ]
  const child = spawn('psql', ['-XAtw', '-c', 'select current_user', parts.join(' ')], {
    env: { ...process.env, LC_ALL: 'C', PGGSSENCMODE: 'disable' },
  })
  let said = ''
  let complaint = ''
  child.stdout.on('data', (chunk) => {
    said += chunk
  })
  child.stderr.on('data', (chunk) => {
    complaint += chunk
  })
  await once(child, 'close')
  if (said.trim() === attempt.user) return 'in'
  return (
    /channel binding|password authentication|certificate|SCRAM|SSL|encrypt|hba|log in/.exec(complaint)?.[0] ?? complaint
  )
}

export async function byPg(attempt: Attempt): Promise<string> {
  const client = new pg.Client({
    host: 'localhost',
    port: attempt.port,
    user: attempt.user,
    database: 'postgres',
    password: attempt.password ?? password,
    connectionTimeoutMillis: 10_000,
    enableChannelBinding: attempt.binding !== undefined && attempt.binding !== 'disable',
    ssl: sslOf(attempt),
  } as pg.ClientConfig)
  client.on('error', () => undefined)
  try {
    await client.connect()
    const { rows } = await client.query('select current_user as name')
    await client.end()
    return rows[0].name === attempt.user ? 'in' : 'another user'
  } catch (error) {
    // end() would wait for a close that pg has seen already when the handshake failed.
    ;(client as unknown as { connection: { stream: Socket } }).connection.stream.destroy()
    return reasonOf(error)
  }
}

export async function byPostgres(attempt: Attempt): Promise<string> {
  const sql = postgres({
    host: 'localhost',
    port: attempt.port,
    user: attempt.user,
    database: 'postgres',
    password: attempt.password ?? password,
    connect_timeout: 10,
    max: 1,
    ssl: sslOf(attempt),
    onnotice: () => undefined,
  })
  try {
    const [row] = await sql`select current_user as name`
    return row?.name === attempt.user ? 'in' : 'another user'
  } catch (error) {
    return reasonOf(error)
  } finally {
    await sql.end({ timeout: 1 })
  }
}

function sslOf(attempt: Attempt): false | object {
  if (attempt.sslmode === 'disable') return false
  const name = attempt.clientCertificate
  return {
    rejectUnauthorized: attempt.sslmode === 'verify-full',
    ca: readFileSync(certificate('authority.crt')),
    ...(name === undefined
      ? {}
      : { cert: readFileSync(certificate(`${name}.crt`)), key: readFileSync(certificate(`${name}.key`)) }),
  }
}

function reasonOf(error: unknown): string {
  const { code, message } = error as { code?: string; message?: string }
  return code ?? message ?? 'unknown'
}
