import pg from 'pg'
import type { TestPostgres } from './postgres.ts'

/** A database whose owner is no superuser, a client role that owns nothing, and a login for the proxy itself. */
export type OwnedDatabase = {
  readonly superuserUrl: string
  readonly ownerUrl: string
  readonly clientUrl: string
  readonly controlUrl: string
  readonly control: string
}

/** `name` becomes part of the names of database and roles. The client may use schema public. */
export async function createOwnedDatabase(server: TestPostgres, name: string): Promise<OwnedDatabase> {
  const database = await server.createDatabase(name)
  const role = (suffix: string) => `${database.name}_${suffix}`
  await runAs(server.url, [
    ...['owner', 'client', 'control'].map((suffix) => `create role ${role(suffix)} login`),
    `alter database ${database.name} owner to ${role('owner')}`,
  ])
  await runAs(database.url, [
    `alter schema public owner to ${role('owner')}`,
    `grant usage, create on schema public to ${role('client')}`,
  ])
  const urlOf = (suffix: string) => {
    const url = new URL(database.url)
    url.username = role(suffix)
    return url.href
  }
  return {
    superuserUrl: database.url,
    ownerUrl: urlOf('owner'),
    clientUrl: urlOf('client'),
    controlUrl: urlOf('control'),
    control: role('control'),
  }
}

/** Runs statements on a connection of its own, each by itself; gives the rows of the last one. */
export async function runAs(url: string, statements: readonly string[]): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    let rows: Record<string, unknown>[] = []
    for (const statement of statements) rows = (await client.query<Record<string, unknown>>(statement)).rows
    return rows
  } finally {
    await client.end()
  }
}
