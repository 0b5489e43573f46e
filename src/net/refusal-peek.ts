import type { Socket } from 'node:net'
import { backend } from '../wire/message-codes.ts'

/**
 * Whether the server's first word is an error, as libpq asks before it tries another way (sslmode allow and prefer). What
 * was read goes back into the socket, which is paused. A server that hangs up refuses too.
 */
export function refusesAtOnce(server: Socket): Promise<boolean> {
  return new Promise((resolve) => {
    const settle = (refused: boolean): void => {
      server.pause()
      server.off('data', onData).off('close', onClose)
      resolve(refused)
    }
    const onData = (chunk: Buffer): void => {
      settle(chunk[0] === backend.errorResponse)
      server.unshift(chunk)
    }
    const onClose = (): void => settle(true)
    if (server.destroyed) {
      resolve(true)
      return
    }
    server.on('data', onData).on('close', onClose)
    server.resume()
  })
}
