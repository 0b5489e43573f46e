import type { Socket } from 'node:net'
import { decodeCancelRequest, encodeCancelRequest } from '../wire/cancel-request.ts'
import type { ConnectionPort } from './connection-port.ts'
import { connectUpstream, type Upstream } from './upstream.ts'

/** The wait for keys that a cancel request is about, on any connection of the process. */
export type FindKeyWait = NonNullable<ConnectionPort['keyWait']>

/** Longest that a server is waited for before a wait for keys ends: whoever cancels wants it at once. */
const askServerMilliseconds = 1_000

/**
 * Carries out a CancelRequest. A connection of this process that waits for a key service is told, and the server is left
 * alone, for it is not at work: the request might hit the next statement (pitfall A21). Where it may be at work too, it is
 * asked first. Everything else goes to the server.
 */
export async function handleCancel(
  client: Socket,
  body: Buffer,
  upstream: Upstream,
  signal: AbortSignal,
  findKeyWait: FindKeyWait,
): Promise<void> {
  const { processId, secretKey } = decodeCancelRequest(body)
  const wait = findKeyWait(processId, secretKey)
  if (wait !== undefined && !wait.serverMayWork) {
    wait.end()
    client.end()
    client.resume()
    return
  }
  const clock = wait === undefined ? undefined : setTimeout(() => wait.end(), askServerMilliseconds)
  try {
    await passCancel(client, body, upstream, signal)
  } finally {
    clearTimeout(clock)
    wait?.end()
  }
}

/**
 * Passes a CancelRequest on, over a connection of its own (pitfalls A18-A21: the key is the server's own, so any process
 * can pass it). libpq takes the close of its socket as the sign that the request was handled, so the client's closes only
 * after the server's. Rejects when the server can't be reached.
 */
async function passCancel(client: Socket, body: Buffer, upstream: Upstream, signal: AbortSignal): Promise<void> {
  const packet = encodeCancelRequest(decodeCancelRequest(body))
  const server = await connectUpstream(upstream, signal)
  await new Promise<void>((resolve) => {
    const give = (): void => {
      server.destroy()
    }
    server.once('close', resolve)
    client.once('close', give)
    signal.addEventListener('abort', give, { once: true })
    server.resume()
    server.write(packet)
    if (client.destroyed) give()
  })
  client.end()
  client.resume()
}
