import { connect, type Socket } from 'node:net'
import { PgsealError } from '../errors.ts'
import { socketOptions } from './socket-options.ts'
import { secureUpstream, type UpstreamTls } from './upstream-tls.ts'

/** Where the database is. `socketPath` is the file of a Unix socket, in place of host and port. */
export type Upstream = {
  readonly host: string
  readonly port: number
  readonly database: string
  readonly tls: UpstreamTls
  readonly socketPath?: string
}

const connectMilliseconds = 10_000

/**
 * Opens a socket to the server, encrypted where `encrypted` asks for it and the server speaks TLS. Rejects with
 * upstreamUnreachable or upstreamNotSecure; `signal` gives up. The socket is paused.
 */
export async function connectUpstream(upstream: Upstream, encrypted: boolean, signal: AbortSignal): Promise<Socket> {
  const server = await connectSocket(upstream, signal)
  return encrypted ? secureUpstream(server, upstream.host, upstream.tls, signal) : server
}

function connectSocket(upstream: Upstream, signal: AbortSignal): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const { host, port, socketPath } = upstream
    const server = connect({ ...socketOptions, ...(socketPath === undefined ? { host, port } : { path: socketPath }) })
    server.pause()
    // What an error means is told by the close that follows it.
    server.on('error', () => undefined)
    const timer = setTimeout(() => server.destroy(systemError('ETIMEDOUT')), connectMilliseconds)
    const onAbort = (): void => {
      server.destroy(systemError('ECANCELED'))
    }
    const settle = (): void => {
      clearTimeout(timer)
      signal.removeEventListener('abort', onAbort)
      server.off('error', onError)
    }
    const onError = (error: NodeJS.ErrnoException): void => {
      settle()
      reject(
        new PgsealError('upstreamUnreachable', {}, { logDetail: `could not connect: ${error.code ?? error.name}` }),
      )
    }
    server.once('error', onError)
    server.once('connect', () => {
      settle()
      resolve(server)
    })
    signal.addEventListener('abort', onAbort, { once: true })
    if (signal.aborted) onAbort()
  })
}

function systemError(code: string): Error {
  return Object.assign(new Error(code), { code })
}
