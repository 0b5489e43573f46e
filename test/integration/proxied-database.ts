// A proxy in this process before a database of its own, and beside it a twin: the same tables on plain columns, so that a
// driver's answers from the one can be held against those from the other.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type RunningProxy, startProxy } from '../../src/commands/assemble.ts'
import { loadConfig } from '../../src/config/load-config.ts'
import { createLog } from '../../src/observe/log.ts'
import { runAs } from '../support/owned-database.ts'
import { mustPgseal } from '../support/pgseal.ts'
import type { TestPostgres } from '../support/postgres.ts'

export type ProxiedDatabaseOptions = {
  /** Statements that make the tables, on both sides. */
  readonly tables: string
  /** The map without listen, upstream and control. `{keyFile}` becomes the path of a fresh key file. */
  readonly map: string
  /** For `apply`, which is a process of its own. */
  readonly environment?: Readonly<Record<string, string>>
}

export type ProxiedDatabase = {
  readonly proxy: RunningProxy
  /** Through the proxy. */
  readonly url: string
  /** The database behind it. */
  readonly directUrl: string
  readonly plainUrl: string
  /** A second proxy with the head of the first and another map, such as one of another mode. */
  startProxy(map: string): Promise<{ readonly proxy: RunningProxy; readonly url: string }>
  /** A file of a map with the same head, for commands. */
  writeMap(map: string): string
  /** The log of the proxies so far. */
  log(): string
  close(): Promise<void>
}

export async function proxiedDatabase(
  server: TestPostgres,
  { tables, map, environment = {} }: ProxiedDatabaseOptions,
): Promise<ProxiedDatabase> {
  const [behind, plain] = [await server.createDatabase('sealed'), await server.createDatabase('plain')]
  const folder = mkdtempSync(join(tmpdir(), 'pgseal-proxied-'))
  const keyFile = join(folder, 'pgseal.key')
  const lines: string[] = []
  const log = createLog('debug', { write: (line: string) => void lines.push(line) })
  const proxies: RunningProxy[] = []
  let maps = 0
  const upstream = new URL(behind.url)
  upstream.username = ''
  const head = `listen: 127.0.0.1:0\nupstream: ${upstream.href}\ncontrol: ${behind.url}\n`
  const write = (name: string, body: string) => {
    const file = join(folder, name)
    writeFileSync(file, head + body.replaceAll('{keyFile}', keyFile))
    return file
  }
  const start = async (file: string) => {
    const proxy = await startProxy(await loadConfig(file, { allowInsecureTestKey: false }), log)
    proxies.push(proxy)
    const url = new URL(behind.url)
    url.port = String(proxy.port)
    return { proxy, url: url.href }
  }
  const config = write('pgseal.yaml', map)
  await Promise.all([behind.url, plain.url].map((url) => runAs(url, [tables])))
  if (map.includes('{keyFile}')) await mustPgseal(['keygen', keyFile])
  await mustPgseal(['apply', '--yes', '--config', config, '--admin-url', behind.url], environment)
  const { proxy, url } = await start(config)
  return {
    proxy,
    url,
    directUrl: behind.url,
    plainUrl: plain.url,
    startProxy: (other) => start(write(`pgseal-${proxies.length}.yaml`, other)),
    writeMap: (other) => write(`pgseal-map-${++maps}.yaml`, other),
    log: () => lines.join(''),
    close: async () => {
      await Promise.all(proxies.map((one) => one.stop(0)))
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
