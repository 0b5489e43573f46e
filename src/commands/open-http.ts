import type { Config } from '../config/config.ts'
import { PgsealError } from '../errors.ts'
import { type HttpAnswers, type HttpPort, openHttpPort } from '../observe/http-port.ts'
import type { Log } from '../observe/log.ts'
import { ProcessMetrics } from '../observe/process-metrics.ts'
import type { RunningProxy } from './assemble.ts'
import { parserWorks } from './readiness.ts'

/** Opens the port that the map's `http` names, if any. Rejects with cannotListen. */
export async function openHttp(config: Config, answers: HttpAnswers, log: Log): Promise<HttpPort | undefined> {
  if (config.http === undefined) return undefined
  const { host, port } = config.http
  try {
    const opened = await openHttpPort(config.http, answers)
    log.httpStarted({ host, port: opened.port })
    return opened
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? 'the system refused'
    throw new PgsealError('cannotListen', { address: `${host}:${port}`, reason })
  }
}

/** What a process that serves by itself answers. */
export function answersOf(proxy: RunningProxy): HttpAnswers {
  const metrics = new ProcessMetrics()
  return {
    alive: () => parserWorks(),
    ready: () => proxy.ready(true),
    metrics: async () => [...proxy.metrics(), ...metrics.families('0')],
  }
}
