import { type AddressInfo, createServer, type Socket } from 'node:net'
import { PgsealError } from '../errors.ts'
import type { Log } from '../observe/log.ts'
import type { FindKeyWait, FindKeyWaitElsewhere } from './cancel.ts'
import type { ClientTls } from './client-tls.ts'
import type { ConnectionFactory } from './connection-port.ts'
import { Session } from './session.ts'
import { socketOptions } from './socket-options.ts'
import type { Termination } from './termination.ts'
import type { Upstream } from './upstream.ts'
import { UserSeats } from './user-seats.ts'

export type ServerOptions = {
  readonly listen: { readonly host: string; readonly port: number }
  readonly upstream: Upstream
  readonly tls?: ClientTls
  readonly termination?: Termination
  readonly tablesMapped: boolean
  readonly passthroughDatabases: readonly string[]
  readonly connectionFactory: ConnectionFactory
  readonly log: Log
  /** Time for a client to log in; 60 s. */
  readonly loginMilliseconds?: number
  /** Connections that one database user may have, asked at each login; undefined: as many as the server takes. */
  readonly connectionsPerUser?: () => number | undefined
  /** For cancel requests that no connection of this process is meant by. */
  readonly findKeyWaitElsewhere?: FindKeyWaitElsewhere | undefined
}

export type RunningServer = {
  /** Where it listens: the port is the real one where 0 was asked for. */
  readonly address: { readonly host: string; readonly port: number }
  connections(): number
  /** Replies that servers owe, over all connections. */
  owedReplies(): number
  findKeyWait: FindKeyWait
  /** No new clients; connections end when idle, after `timeoutMilliseconds` in any case (pitfall D1). */
  drain(timeoutMilliseconds: number): Promise<void>
  /** Ends everything at once. */
  close(): Promise<void>
}

/** Listens and serves. Rejects with cannotListen when the address can't be had. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const sessions = new Set<Session>()
  const { upstream, tablesMapped, passthroughDatabases, connectionFactory, log } = options
  const findKeyWait: FindKeyWait = (...key) => {
    for (const session of sessions) {
      const wait = session.keyWait(...key)
      if (wait !== undefined) return wait
    }
    return undefined
  }
  const sessionOptions = {
    upstream,
    tls: options.tls,
    termination: options.termination,
    tablesMapped,
    passthroughDatabases,
    connectionFactory,
    database: upstream.database,
    loginMilliseconds: options.loginMilliseconds ?? 60_000,
    seats: new UserSeats(options.connectionsPerUser ?? (() => undefined)),
    findKeyWait,
    findKeyWaitElsewhere: options.findKeyWaitElsewhere,
  }
  let count = 0
  let allGone: (() => void) | undefined

  const accept = (client: Socket): void => {
    const id = ++count
    const connectionLog = log.connection(id)
    const session = new Session(id, client, sessionOptions, connectionLog)
    sessions.add(session)
    connectionLog.opened({ remote: client.remoteAddress ?? '' })
    client.once('close', () => {
      connectionLog.closed({ reason: 'closed' })
      sessions.delete(session)
      if (sessions.size === 0) allGone?.()
    })
    void session.run()
  }

  const listener = createServer(socketOptions, accept)
  const { host, port } = options.listen
  await new Promise<void>((resolve, reject) => {
    listener.once('error', (error: NodeJS.ErrnoException) => {
      reject(new PgsealError('cannotListen', { address: `${host}:${port}`, reason: listenReason(error) }))
    })
    listener.listen({ host, port, backlog: 1024 }, resolve)
  })
  listener.removeAllListeners('error')
  listener.on('error', (error) => log.failed({ during: 'accept', error }))

  const stopListening = (): Promise<void> =>
    listener.listening ? new Promise((resolve) => listener.close(() => resolve())) : Promise.resolve()
  const destroyAll = (): void => {
    for (const session of sessions) session.destroy()
  }
  return {
    address: { host, port: (listener.address() as AddressInfo).port },
    connections: () => sessions.size,
    findKeyWait,
    owedReplies: () => {
      let owed = 0
      for (const session of sessions) owed += session.owedReplies()
      return owed
    },
    drain: async (timeoutMilliseconds) => {
      const closed = stopListening()
      const gone = new Promise<void>((resolve) => {
        allGone = resolve
        if (sessions.size === 0) resolve()
      })
      for (const session of sessions) session.drain()
      const timer = setTimeout(destroyAll, timeoutMilliseconds)
      await gone
      clearTimeout(timer)
      await closed
    },
    close: async () => {
      const closed = stopListening()
      destroyAll()
      await closed
    },
  }
}

function listenReason(error: NodeJS.ErrnoException): string {
  if (error.code === 'EADDRINUSE') return 'the address is in use'
  if (error.code === 'EACCES') return 'permission denied'
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') return 'this machine has no such address'
  return error.code ?? 'the system refused'
}
