import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeAuditKeyFile } from '../../src/observe/audit/key-file.ts'
import { type MapFolder, mustPgseal, type RunningProxy, startProxy, writeMap } from '../support/pgseal.ts'
import { startPostgres, type TestDatabase, type TestPostgres } from '../support/postgres.ts'
import { repoRoot } from '../support/root.ts'
import { WireClient } from '../support/wire-client.ts'

export type Twin = {
  readonly server: TestPostgres
  readonly database: TestDatabase
  /** Superuser, directly on the database. */
  readonly admin: WireClient
  /** As a client would connect: to the proxy for the sealed twin. */
  connect(user: string): Promise<WireClient>
  /** `schema.table` of a relation's OID. */
  relationName(oid: number): Promise<string>
  reset(): Promise<void>
}

export type Twins = {
  readonly plain: Twin
  readonly sealed: Twin
  readonly proxy: RunningProxy | undefined
  readonly map: MapFolder | undefined
  stop(): Promise<void>
}

export type TwinOptions = {
  /** False: the second twin is plain too and reached directly, to try the harness itself. */
  readonly sealed?: boolean
  /** A folder with schema.sql, rows.sql, map.yaml and views.sql in place of the twins' own. */
  readonly fixture?: string
  /** In place of the twins' own map, without listen, upstream and control. */
  readonly mapText?: string
  /** Gives each of these tables of the map a `record`: its name in the map to the template. */
  readonly records?: Readonly<Record<string, string>>
  /** How values of all these tables, and of those that have a record in the map, are read where nothing tells their row. */
  readonly verify?: 'always' | 'when-known'
  /** The proxy writes an audit trail, `audit.jsonl` in the map's folder. */
  readonly audit?: boolean
  /** With `sealed: false`: the second twin is reached through a proxy with an empty map. */
  readonly emptyMap?: boolean
  /** Settings of the sealed twin's server, which is then a server of its own. */
  readonly settings?: Readonly<Record<string, string>>
  /** Run directly on the sealed database after `apply`, before the proxy starts. */
  readonly afterApply?: (server: TestPostgres, database: TestDatabase) => Promise<void>
  readonly environment?: Readonly<Record<string, string>>
}

const ownFixture = join(repoRoot, 'test/twin/fixture')
export const fixtureText = (name: string, folder: string = ownFixture): string =>
  readFileSync(join(folder, name), 'utf8')

/** Two databases with the same tables and rows; the second is sealed in place by `pgseal apply` and served by the proxy. */
export async function startTwins(options: TwinOptions = {}): Promise<Twins> {
  const server = await startPostgres()
  const sealedServer = options.settings === undefined ? server : await startPostgres({ settings: options.settings })
  const plainDatabase = await server.createDatabase('plain')
  const sealedDatabase = await sealedServer.createDatabase('sealed')
  for (const one of new Set([plainDatabase, sealedDatabase])) await fill(one.url, options.fixture)
  let proxy: RunningProxy | undefined
  let map: MapFolder | undefined
  if (options.sealed !== false) {
    const audit = options.audit === true ? 'audit: { file: audit.jsonl, key: { keyFile: audit.key } }\n' : ''
    const body = options.mapText ?? fixtureText('map.yaml', options.fixture)
    const text = withRecords(body, options.records ?? {}, options.verify)
    map = await writeMap(sealedDatabase.url, audit + text)
    if (options.audit === true) makeAuditKeyFile(join(map.folder, 'audit.key'))
    await mustPgseal(['apply', '--yes', '--config', map.file])
  }
  let relay: RunningProxy | undefined
  if (options.emptyMap === true) {
    map = await writeMap(sealedDatabase.url, 'passthrough: true\n')
    relay = await startProxy(map, sealedDatabase.url)
  }
  await options.afterApply?.(sealedServer, sealedDatabase)
  for (const one of [plainDatabase, sealedDatabase]) await runFile(one.url, 'views.sql', options.fixture)
  if (map !== undefined && relay === undefined) proxy = await startProxy(map, sealedDatabase.url, options.environment)
  const plain = await makeTwin(server, plainDatabase, plainDatabase.url)
  const sealed = await makeTwin(sealedServer, sealedDatabase, (proxy ?? relay)?.url() ?? sealedDatabase.url)
  return {
    plain,
    sealed,
    proxy,
    map,
    stop: async () => {
      await plain.admin.close()
      await sealed.admin.close()
      await (proxy ?? relay)?.stop()
      map?.remove()
      await server.stop()
      if (sealedServer !== server) await sealedServer.stop()
    },
  }
}

function withRecords(map: string, records: Readonly<Record<string, string>>, verify?: string): string {
  let text = map
  for (const [table, template] of Object.entries(records)) {
    const line = `  ${table}:\n`
    if (!text.includes(line)) throw new Error(`the map of the twins has no table ${table}`)
    text = text.replace(line, `${line}    record: "${template}"\n`)
  }
  if (verify === undefined) return text
  return text.replace(/^ {4}record: (".*")$/gm, `    record: { template: $1, verify: ${verify} }`)
}

/** A record for every table of the twins. */
export const everyRecord: Readonly<Record<string, string>> = {
  'public.users': 'users/{id}',
  'public.orders': 'orders/{id}',
  'public.members': 'members/{org}/{role}',
  'public.tickets': '{id}',
  'other.tickets': '{id}',
  '"public.Odd Names"': 'odd names/{Id}',
  'public.kinds': '{id}',
  'public.ranks': '{id}',
  'public.vault': 'vault/{id}',
  'public.readings': 'readings/{region}/{id}',
  'public.notices': '{id}',
  'public.things': 'things/{id}',
  'public.parts': 'parts/{id}',
}

async function fill(url: string, folder: string | undefined): Promise<void> {
  const client = await WireClient.connectUrl(url)
  await client.rows("do $$ begin if to_regrole('app') is null then create role app login; end if; end $$")
  await client.close()
  await runFile(url, 'schema.sql', folder)
  await runFile(url, 'rows.sql', folder)
}

async function runFile(url: string, name: string, folder: string | undefined): Promise<void> {
  const client = await WireClient.connectUrl(url)
  await client.rows(fixtureText(name, folder))
  await client.close()
}

async function makeTwin(server: TestPostgres, database: TestDatabase, clientUrl: string): Promise<Twin> {
  const admin = await WireClient.connectUrl(database.url)
  const names = new Map<number, string>()
  return {
    server,
    database,
    admin,
    connect: (user) => {
      const url = new URL(clientUrl)
      // A server named by URL has one login; what a role may do is not what the twins compare.
      if (server.dataDir !== undefined) url.username = user
      return WireClient.connectUrl(url.href)
    },
    relationName: async (oid) => {
      if (oid === 0) return ''
      const known = names.get(oid)
      if (known !== undefined) return known
      const [row] = await admin.rows(
        `select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.oid = ${oid}`,
      )
      const name = row?.[0] ?? `relation that no longer exists`
      if (row !== undefined && oid >= 16384) names.set(oid, name)
      return name
    },
    reset: async () => {
      await admin.rows('call twin.reset()')
    },
  }
}
