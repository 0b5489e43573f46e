// One of several processes that serve the same address. It is told everything by the first process, and ends with it.
import type { Config } from '../../config/config.ts'
import type { FindKeyWait } from '../../net/cancel.ts'
import { createLog } from '../../observe/log.ts'
import { ProcessMetrics } from '../../observe/process-metrics.ts'
import { type RunningProxy, startProxy } from '../assemble.ts'
import type { PreparedMap } from '../map-in-force.ts'
import { parserWorks } from '../readiness.ts'
import { Channel } from './channel.ts'

/** What a worker is told when it begins. */
export type Assignment = { readonly config: Config; readonly worker: number }

/** A wait for keys that a cancel request names, in whichever worker it was found. */
export type FoundWait = { readonly worker: number; readonly token: number; readonly serverMayWork: boolean }

export type WaitKey = { readonly processId: number; readonly secretKey: Uint8Array }

/** A wait that was found is kept so long for the request that asked. */
const foundMilliseconds = 15_000
const findMilliseconds = 1_000

/** Serves until the first process says stop. */
export async function work(): Promise<void> {
  // Signals to the group are for the first process, which tells its workers.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined)
  let stop: (milliseconds: number) => void = () => undefined
  const asked = new Promise<number>((resolve) => {
    stop = resolve
  })
  let running: Running | undefined
  const served = (): Running => {
    if (running === undefined) throw new Error('not started yet')
    return running
  }
  const peer = {
    send: (message: object) => void process.send?.(message, () => undefined),
    hear: (listener: (message: unknown) => void) => void process.on('message', listener),
  }
  const channel = new Channel(peer, {
    alive: () => parserWorks(),
    ready: (deep: boolean) => served().proxy.ready(deep),
    metrics: () => served().families(),
    connections: () => served().proxy.connections(),
    prepare: (config: Config) => served().prepare(config),
    commit: () => served().commit(),
    abort: () => served().abort(),
    find: (key: WaitKey) => served().find(key),
    end: (token: number) => served().end(token),
    stop: (milliseconds: number) => stop(milliseconds),
  })
  try {
    const { config, worker } = await channel.ask<Assignment>('assignment')
    const log = createLog(config.log.level, undefined, { worker }, config.log.connections)
    const findElsewhere = async (...[processId, secretKey]: Parameters<FindKeyWait>) => {
      const found = await channel
        .ask<FoundWait | undefined>('find', { processId, secretKey }, findMilliseconds)
        .catch(() => undefined)
      if (found === undefined) return undefined
      return { serverMayWork: found.serverMayWork, end: () => void channel.ask('end', found).catch(() => undefined) }
    }
    const proxy = await startProxy(config, log, findElsewhere)
    running = new Running(proxy, worker, (error) => log.failed({ during: 'reloading the map', error }))
    await channel.ask('started', { host: proxy.host, port: proxy.port })
    await proxy.stop(await asked)
    // Everything is closed; whatever a library still holds open must not keep the instance from ending.
    process.exit(0)
  } catch (error) {
    process.disconnect()
    throw error
  }
}

class Running {
  readonly proxy: RunningProxy
  readonly #worker: number
  readonly #onError: (error: unknown) => void
  readonly #metrics = new ProcessMetrics()
  readonly #found = new Map<number, () => void>()
  #prepared: PreparedMap | undefined
  #tokens = 0

  constructor(proxy: RunningProxy, worker: number, onError: (error: unknown) => void) {
    this.proxy = proxy
    this.#worker = worker
    this.#onError = onError
  }

  families() {
    return [...this.proxy.metrics(), ...this.#metrics.families(String(this.#worker))]
  }

  async prepare(config: Config): Promise<boolean> {
    try {
      this.#prepared = await this.proxy.prepare(config)
      return true
    } catch (error) {
      this.#onError(error)
      return false
    }
  }

  commit(): void {
    this.#prepared?.commit()
    this.#prepared = undefined
  }

  async abort(): Promise<void> {
    await this.#prepared?.abort()
    this.#prepared = undefined
  }

  find({ processId, secretKey }: WaitKey): FoundWait | undefined {
    const wait = this.proxy.findKeyWait(processId, Buffer.from(secretKey))
    if (wait === undefined) return undefined
    this.#tokens += 1
    const token = this.#tokens
    this.#found.set(token, () => wait.end())
    setTimeout(() => this.#found.delete(token), foundMilliseconds).unref()
    return { worker: this.#worker, token, serverMayWork: wait.serverMayWork }
  }

  end(token: number): void {
    this.#found.get(token)?.()
    this.#found.delete(token)
  }
}
