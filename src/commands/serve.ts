import { createLog } from '../observe/log.ts'
import { startProxy } from './assemble.ts'
import { loadMap } from './load-map.ts'
import { answersOf, openHttp } from './open-http.ts'
import { stopSignal } from './stop-signal.ts'

export type ServeOptions = { readonly config: string; readonly insecureTestKey: boolean }

/** How long clients may take to end what is under way once the process was asked to stop. */
const drainMilliseconds = 30_000

/** Serves clients until SIGINT, SIGTERM or SIGHUP; a second one ends the process at once. */
export async function serve(options: ServeOptions): Promise<void> {
  const config = await loadMap(options.config, options)
  const log = createLog()
  const signal = stopSignal()
  try {
    const proxy = await startProxy(config, log)
    const http = await openHttp(config, answersOf(proxy), log).catch(async (error: unknown) => {
      await proxy.stop(0)
      throw error
    })
    process.stdout.write(`listening on ${shownHost(proxy.host)}:${proxy.port}\n`)
    const received = await signal.received
    log.stopping({ signal: received, connections: proxy.connections() })
    await proxy.stop(drainMilliseconds)
    await http?.close()
    log.stopped()
  } finally {
    signal.forget()
  }
}

function shownHost(host: string): string {
  return host.includes(':') ? `[${host}]` : host
}
