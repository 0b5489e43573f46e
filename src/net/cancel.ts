import type { Socket } from 'node:net'
import { decodeCancelRequest, encodeCancelRequest } from '../wire/cancel-request.ts'
import { connectUpstream, type Upstream } from './upstream.ts'

/**
 * Passes a CancelRequest on, over a connection of its own (pitfalls A18-A21: the key is the server's own, so any process
 * can pass it). libpq takes the close of its socket as the sign that the request was handled, so the client's closes only
 * after the server's. Rejects when the server can't be reached.
 */
export async function passCancel(client: Socket, body: Buffer, upstream: Upstream, signal: AbortSignal): Promise<void> {
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
