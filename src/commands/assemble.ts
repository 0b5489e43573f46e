import type { Config } from '../config/config.ts'
import { isLoopback } from '../config/connection-url.ts'
import { Connection } from '../connection/connection.ts'
import { TableHolds } from '../connection/table-holds.ts'
import { TransparentConnection } from '../connection/transparent-connection.ts'
import type { FindKeyWait, FindKeyWaitElsewhere } from '../net/cancel.ts'
import type { ConnectionFactory } from '../net/connection-port.ts'
import { startServer } from '../net/server.ts'
import type { ConnectionAudit } from '../observe/audit/statement-audit.ts'
import { countedConnection, countedLog } from '../observe/counted-log.ts'
import { Counts } from '../observe/counts.ts'
import type { Readiness } from '../observe/http-port.ts'
import type { ConnectionLog, Log } from '../observe/log.ts'
import type { MetricFamily } from '../observe/metric-text.ts'
import { type Auditing, startAuditing } from './auditing.ts'
import { type RunningInstance, startInstance } from './instance.ts'
import { type LoginRules, openLoginRules } from './login-rules.ts'
import { MapInForce, type PreparedMap } from './map-in-force.ts'
import { metricFamilies } from './metric-families.ts'
import { packageVersion } from './package-version.ts'
import { readinessOf } from './readiness.ts'
import { type Sealing, startSealing } from './sealing.ts'

export type RunningProxy = {
  readonly host: string
  readonly port: number
  connections(): number
  /** For a cancel request that another process of the address got. */
  readonly findKeyWait: FindKeyWait
  metrics(): readonly MetricFamily[]
  /** `deep: false` leaves out what is the same for every process of a machine. */
  ready(deep: boolean): Promise<Readiness>
  /** Lets clients finish what is under way, for so long at most, then ends everything. */
  stop(milliseconds: number): Promise<void>
  /** Makes ready for another map; rejects with what is wrong with it, and then nothing has changed. */
  prepare(config: Config): Promise<PreparedMap>
}

/** Puts the parts together and listens. Rejects with a PgsealError that says what is wrong, having closed what was open. */
export async function startProxy(
  config: Config,
  log: Log,
  findKeyWaitElsewhere?: FindKeyWaitElsewhere,
): Promise<RunningProxy> {
  const counts = new Counts()
  const sealing = config.tables.length === 0 ? undefined : await startSealing(config, log, counts)
  let auditing: Auditing
  try {
    auditing = await startAuditing(config, sealing?.keyRing, log, packageVersion(), counts)
  } catch (error) {
    await sealing?.close()
    throw error
  }
  // The trail's key and anchors are those of the keys at start.
  const auditRing = config.audit === undefined ? undefined : sealing?.shared.ring.take()
  const map = new MapInForce(config, sealing, log, counts)
  const holds = new TableHolds()
  let instance: RunningInstance | undefined
  const close = async (): Promise<void> => {
    await instance?.stop()
    await auditing.close()
    await auditRing?.release()
    await map.close()
  }
  const { slowMs } = config.log
  const connectionFactory: ConnectionFactory = (pipes, session) => {
    const connectionLog = countedConnection(log.connection(session.id), counts)
    // Without a map, or in another database, there is nothing to analyse.
    if (session.database !== config.upstream.database) return new TransparentConnection(connectionLog, pipes)
    const audit = auditing.connection(session)
    const ownLog = auditedLog(connectionLog, audit)
    const slow = slowMs === undefined ? undefined : { milliseconds: slowMs, tell: connectionLog.slow }
    const joined = map.join((inForce) => ({ ...inForce.dependencies(ownLog, session.user, audit), holds, slow }))
    if (joined === undefined) return new TransparentConnection(connectionLog, pipes)
    const destroy = (): void => {
      joined.left()
      pipes.destroy()
    }
    const connection = new Connection(joined.deps, { ...pipes, destroy })
    joined.made(connection)
    return connection
  }
  let rules: LoginRules | undefined
  try {
    instance = sealing === undefined ? undefined : await startOwnInstance(map, holds, log)
    rules = openLoginRules(config, log)
    const { tls, termination } = rules
    const server = await startServer({
      listen: config.listen,
      upstream: config.upstream,
      ...(tls === undefined ? {} : { tls }),
      ...(termination === undefined ? {} : { termination }),
      tablesMapped: config.tables.length > 0,
      passthroughDatabases: config.passthroughDatabases,
      connectionFactory,
      loginMilliseconds: config.timeouts.loginMs,
      connectionsPerUser: () => map.config.limits.connectionsPerUser,
      findKeyWaitElsewhere,
      log: countedLog(log, counts),
    })
    let draining = false
    const ready = readinessOf({
      config,
      keyRing: () => map.sealing?.keyRing,
      keys: () => map.config.keys.keys(),
      counts,
      draining: () => draining,
    })
    const { host, port } = server.address
    warnOfWeakness(config, log)
    log.started({ host, port, mode: config.mode, tables: config.tables.length })
    return {
      host,
      port,
      connections: () => server.connections(),
      findKeyWait: server.findKeyWait,
      metrics: () => metricFamilies({ config: map.config, counts, server, sealing: map.sealing }),
      ready,
      prepare: async (next) => {
        const prepared = await map.prepare(next)
        const commit = (): void => {
          prepared.commit()
          warnOfWeakness(next, log)
          log.reloaded({ tables: next.tables.length })
        }
        return { ...prepared, commit }
      },
      stop: async (milliseconds) => {
        draining = true
        await server.drain(milliseconds)
        await rules?.close()
        await close()
      },
    }
  } catch (error) {
    await rules?.close()
    await close()
    throw error
  }
}

/** Makes the process known to jobs, and keeps them told of what it serves. */
async function startOwnInstance(map: MapInForce, holds: TableHolds, log: Log): Promise<RunningInstance> {
  let heard: Sealing | undefined
  const instance = await startInstance({
    database: map.sealing!.database,
    holds,
    catalog: () => (map.isSettled() ? map.sealing?.catalogSource.current() : undefined),
    refresh: () => map.refresh(),
    onError: (error) => log.failed({ during: 'telling jobs of this process', error }),
    onOpen: (columns) => {
      log.weakness({ what: `columns that the map names are served as plain: ${columns.join(', ')}` })
    },
  })
  const hear = (): void => {
    const { sealing } = map
    if (sealing !== heard) sealing?.catalogSource.onChange(() => instance.changed())
    heard = sealing
    instance.changed()
  }
  map.onSettled = hear
  hear()
  return instance
}

/** Refusals of a user's rights are lines of the trail too. */
function auditedLog(log: ConnectionLog, audit: ConnectionAudit | undefined): ConnectionLog {
  if (audit === undefined) return log
  return {
    ...log,
    refused(event) {
      log.refused(event)
      audit.refused(event.error)
    },
  }
}

function warnOfWeakness(config: Config, log: Log): void {
  if (!isLoopback(config.listen.host) && config.tls?.mode !== 'require') {
    log.weakness({ what: 'clients from other machines may reach the listen address without TLS: see "tls" of the map' })
  }
  const { host, tls } = config.upstream
  if (!isLoopback(host) && !tls.mode.startsWith('verify')) {
    log.weakness({ what: `sslmode=${tls.mode} of "upstream" does not prove that the server is the right one` })
  }
  for (const [name, { kms }] of config.keys) {
    if (kms === 'insecure-test-key')
      log.weakness({ what: `key "${name}" is insecure-test-key: everybody can open its values` })
  }
}
