// What src/net and src/connection know of each other: sockets on this side, frames on that.

/**
 * One client's connection after the login, as the sockets see it. Chunks are given away. A Promise asks that no more is read
 * from that side until it settles; a rejection, or a throw, ends the connection.
 */
export type ConnectionPort = {
  fromClient(chunk: Buffer): void | Promise<void>
  fromServer(chunk: Buffer): void | Promise<void>
  /** The client does not take what it is sent, so the server is not read; then, that it does again. */
  clientFull?(full: boolean): void
  /** The client has gone without Terminate. */
  clientEnded(): void
  /** The client has closed its side, but what it sent is still being worked on: clientEnded comes behind that. */
  clientLeaving?(): void
  /**
   * For a cancel request: undefined unless the connection is that of the key and waits for a key service. `end` fails the
   * statement; with `serverMayWork` the server is to be asked first.
   */
  keyWait?(processId: number, secretKey: Buffer): { readonly serverMayWork: boolean; end(): void } | undefined
  /** The server has gone; what it said last was given to fromServer. */
  serverEnded(): void
  /** Finish when idle: FATAL 57P01, close. */
  drain(): void
  isIdle(): boolean
  /** Replies that the server owes, for metrics. */
  owedReplies(): number
}

/** Bytes are given away and leave in order. Nothing is sent after a close. */
export type Pipes = {
  toClient(bytes: Buffer): void
  toServer(bytes: Buffer): void
  /** FIN behind what was sent. */
  closeClient(): void
  closeServer(): void
  /** Ends both sides at once; what was sent to the client is still delivered if the client takes it. */
  destroy(): void
}

export type SessionFacts = {
  /** Counts the process's connections, for the log. */
  readonly id: number
  readonly user: string
  readonly database: string
  /** Start-up parameters; the last of those with one name. */
  readonly parameters: ReadonlyMap<string, string>
  readonly clientAddress: string
}

export type ConnectionFactory = (pipes: Pipes, session: SessionFacts) => ConnectionPort
