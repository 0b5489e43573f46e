import type { Socket } from 'node:net'
import { PgsealError } from '../errors.ts'
import type { ConnectionLog } from '../observe/log.ts'
import { encodeErrorFrame } from '../wire/error-frame.ts'
import { type FindKeyWait, handleCancel } from './cancel.ts'
import type { ConnectionFactory } from './connection-port.ts'
import { relayLogin } from './login.ts'
import { type Opening, readOpening } from './opening.ts'
import { Pipe } from './pipe.ts'
import { checkStartup, type StartupRules } from './startup-check.ts'
import { connectUpstream, type Upstream } from './upstream.ts'

export type SessionOptions = StartupRules & {
  readonly upstream: Upstream
  readonly connectionFactory: ConnectionFactory
  readonly loginMilliseconds: number
  readonly findKeyWait: FindKeyWait
}

/** A client's socket from accept to close: opening packets, login, then a Pipe. Nothing that happens in it throws outside. */
export class Session {
  private readonly id: number
  private readonly client: Socket
  private readonly options: SessionOptions
  private readonly log: ConnectionLog
  private readonly abort = new AbortController()
  private pipe: Pipe | undefined
  private server: Socket | undefined

  constructor(id: number, client: Socket, options: SessionOptions, log: ConnectionLog) {
    this.id = id
    this.client = client
    this.options = options
    this.log = log
    client.on('error', () => undefined)
  }

  async run(): Promise<void> {
    const { client } = this
    // The clock runs until the login is done (pitfall A34).
    const clock = setTimeout(() => this.destroy(), this.options.loginMilliseconds)
    client.once('close', () => {
      clearTimeout(clock)
      if (this.pipe === undefined) this.giveUp()
    })
    try {
      const opening = await readOpening(client)
      if (opening === undefined) client.destroy()
      else if (opening.kind === 'cancel')
        await handleCancel(client, opening.body, this.options.upstream, this.abort.signal, this.options.findKeyWait)
      else await this.open(opening)
    } catch (error) {
      this.refuse(error)
    }
    clearTimeout(clock)
  }

  /** This session's wait for keys, if a cancel request with this key is about it. */
  keyWait(...key: Parameters<FindKeyWait>): ReturnType<FindKeyWait> {
    return this.pipe?.keyWait(...key)
  }

  /** Ends the connection as soon as nothing is under way; before the login is done, at once. */
  drain(): void {
    if (this.pipe !== undefined) this.pipe.drain()
    else this.refuse(new PgsealError('shuttingDown'))
  }

  destroy(): void {
    this.giveUp()
    this.client.destroy()
  }

  private async open(opening: Opening): Promise<void> {
    const { client, options } = this
    const startup = checkStartup(opening.body, options)
    if (startup === undefined) {
      client.destroy()
      return
    }
    if (startup.negotiate !== undefined) client.write(startup.negotiate)
    const server = await connectUpstream(options.upstream, this.abort.signal)
    this.server = server
    server.write(startup.packet)
    const loggedIn = await relayLogin(client, server, opening.rest)
    if (loggedIn === undefined) {
      server.destroy()
      client.end()
      client.resume()
      return
    }
    const { user, database, parameters } = startup
    const clientAddress = client.remoteAddress ?? ''
    const session = { id: this.id, user, database, parameters, clientAddress }
    this.pipe = new Pipe(client, server, options.connectionFactory, session, this.log)
    this.pipe.start(loggedIn)
  }

  /** Before the login is done: tells the client, closes both sides. */
  private refuse(error: unknown): void {
    this.giveUp()
    const { client } = this
    if (client.destroyed) return
    const told = error instanceof PgsealError ? error : new PgsealError('internal')
    if (error instanceof PgsealError) this.log.closed({ reason: error.errorName })
    if (!(error instanceof PgsealError) || error.logDetail !== undefined) this.log.failed({ error })
    client.end(encodeErrorFrame(told, 'FATAL'))
    client.resume()
    // A client that doesn't close its side is not waited for.
    setTimeout(() => client.destroy(), 2_000).unref()
  }

  private giveUp(): void {
    this.abort.abort()
    this.server?.destroy()
  }
}
