import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type Database, openDatabase } from '../../control/database.ts'
import { PgsealError } from '../../errors.ts'
import { createLog } from '../../observe/log.ts'
import { openMapJob } from '../apply-map.ts'
import { type RunningProxy, startProxy } from '../assemble.ts'
import { makeKeyFile } from '../keygen.ts'
import { loadMap } from '../load-map.ts'
import { answersOf, openHttp } from '../open-http.ts'
import { reportText } from '../plan-text.ts'
import { stopSignal } from '../stop-signal.ts'
import { type Cluster, startCluster } from './cluster.ts'
import { type DevFolder, openDevFolder } from './dev-folder.ts'
import { freePort } from './free-port.ts'
import { postgresPrograms } from './postgres-programs.ts'
import {
  controlUser,
  insertRows,
  makeDatabase,
  makeTable,
  rowsAreIn,
  sampleDatabase,
  samplePassword,
  sampleUser,
  writeMap,
} from './sample.ts'

export type DevOptions = {
  /** Where everything is kept. */
  readonly folder: string
  /** The map; made when it is not there. */
  readonly map: string | undefined
}

const firstDatabasePort = 5433
const drainMilliseconds = 3_000

/**
 * Runs a PostgreSQL of its own and the proxy before it until a signal ends both. Each step leaves a state from which the
 * next start goes on, also when it was cut short.
 */
export async function dev(options: DevOptions): Promise<void> {
  const signal = stopSignal()
  const where = openDevFolder(options.folder)
  let cluster: Cluster | undefined
  let proxy: RunningProxy | undefined
  try {
    const map = options.map ?? join(where.folder, 'pgseal.yaml')
    const starting = start(where, map, (started) => {
      cluster = started
    })
    starting.catch(() => undefined)
    const first = await Promise.race([starting, signal.received])
    if (typeof first === 'string') {
      // Let the step that is under way end, so that nothing outlives this process.
      proxy = await starting.catch(() => undefined)
      return
    }
    proxy = first
    process.stdout.write(welcome(proxy, cluster!.port, where, map))
    const ended = cluster!.ended.then(() => 'postgres' as const)
    if ((await Promise.race([signal.received, ended])) === 'postgres') {
      throw new PgsealError('devPostgresFailed', { reason: 'it ended by itself' })
    }
  } finally {
    await proxy?.stop(drainMilliseconds)
    await cluster?.stop()
    where.release()
    signal.forget()
  }
}

async function start(where: DevFolder, map: string, started: (cluster: Cluster) => void): Promise<RunningProxy> {
  const programs = postgresPrograms(where)
  const keyFile = join(where.folder, 'pgseal.key')
  const hasCluster = existsSync(join(where.clusterFolder, 'data'))
  if (!existsSync(keyFile)) {
    if (hasCluster) throw new PgsealError('devKeyLost', { file: keyFile, folder: where.clusterFolder })
    makeKeyFile(keyFile, { append: false })
  }
  const cluster = await startCluster(programs, where, await freePort(firstDatabasePort))
  started(cluster)
  await withDatabase(cluster.superuserUrl('postgres'), makeDatabase)
  const adminUrl = cluster.superuserUrl(sampleDatabase)
  const rowsMissing = await withDatabase(adminUrl, makeTable)
  writeMap(
    map,
    keyFile,
    `postgres://127.0.0.1:${cluster.port}/${sampleDatabase}`,
    adminUrl.replace('//postgres@', `//${controlUser}@`),
  )

  const config = await loadMap(map)
  const log = createLog('warn')
  const job = openMapJob(config, adminUrl)
  const report = await job.apply(log, () => undefined).finally(() => job.close())
  // Columns that cannot be sealed are refused in statements, and everything else is served.
  if (!report.complete) process.stderr.write(reportText(report))
  const listen = { host: config.listen.host, port: await freePort(config.listen.port) }
  const proxy = await startProxy({ ...config, listen }, log)
  // It ends with the process.
  await openHttp(config, answersOf(proxy), log).catch(async (error: unknown) => {
    await proxy.stop(0)
    throw error
  })
  if (rowsMissing) {
    try {
      await withDatabase(clientUrl(proxy.port), insertRows)
      await withDatabase(adminUrl, rowsAreIn)
    } catch (error) {
      await proxy.stop(0)
      throw error
    }
  }
  return proxy
}

async function withDatabase<T>(url: string, work: (database: Database) => Promise<T>): Promise<T> {
  const database = openDatabase(url, 1)
  return work(database).finally(() => database.close())
}

function clientUrl(port: number): string {
  return `postgres://${sampleUser}:${samplePassword}@127.0.0.1:${port}/${sampleDatabase}`
}

function welcome(proxy: RunningProxy, databasePort: number, where: DevFolder, map: string): string {
  const [proxyUrl, databaseUrl] = [clientUrl(proxy.port), clientUrl(databasePort)]
  return `
pgseal is listening on ${proxy.host}:${proxy.port}, in front of a PostgreSQL of its own.

  through pgseal   ${proxyUrl}
  the database     ${databaseUrl}
  the map          ${map}

Try both sides. Through pgseal a client reads and writes plaintext:

  psql ${proxyUrl} -c "insert into users (name, email) values ('Alan', 'alan@example.com')"
  psql ${proxyUrl} -c "select * from users where email = 'ada@example.com'"

The database itself holds sealed values:

  psql ${databaseUrl} -c "select name, email from users"

Without psql, in this folder:

  node -e "new (require('pg').Pool)({connectionString:'${proxyUrl}',allowExitOnIdle:true}).query('select * from users').then(r=>console.table(r.rows))"

${kept(where)}
Ctrl-C ends all of it.
`
}

function kept({ folder, clusterFolder }: DevFolder): string {
  const line = `The database is kept in ${clusterFolder}`
  if (clusterFolder.startsWith(folder)) return line
  return `${line}\n(not in ${folder}, which the user that PostgreSQL runs as cannot enter).`
}
