import type { ConnectionFactory } from '../../src/net/connection-port.ts'

/** A connection that passes everything on, for tests of the sockets around it. */
export const passThrough: ConnectionFactory = (pipes) => ({
  fromClient: (chunk) => pipes.toServer(chunk),
  fromServer: (chunk) => pipes.toClient(chunk),
  clientEnded: () => pipes.closeServer(),
  serverEnded: () => pipes.closeClient(),
  drain: () => pipes.destroy(),
  isIdle: () => true,
  owedReplies: () => 0,
})
