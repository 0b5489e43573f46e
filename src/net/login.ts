import type { Socket } from 'node:net'
import { PgsealError } from '../errors.ts'
import { authenticationRequests, decodeAuthentication } from '../wire/authentication.ts'
import { FrameReader } from '../wire/frame-reader.ts'
import { backend, frontend } from '../wire/message-codes.ts'

/** PG_MAX_AUTH_TOKEN_LENGTH: most bytes of a password or token, the length word included (pitfall A34). */
const longestToken = 65_535

/** Most bytes that a client may send ahead of the end of its login before it is no longer read. */
const readAhead = 64 * 1024

/** What came behind the login, unread. */
export type LoggedIn = { readonly fromClient: Buffer; readonly fromServer: Buffer }

/**
 * Relays the login until AuthenticationOk has been passed on. The server asks, the client answers each request with one
 * message 'p'; anything else at its turn is refused. Secrets are passed unread. Resolves to undefined when either side left
 * or the server refused the login (its error was passed on). Rejects with what the client must be told. Both sockets are
 * paused afterwards.
 */
export function relayLogin(client: Socket, server: Socket, sentAhead: Buffer): Promise<LoggedIn | undefined> {
  return new Promise((resolve, reject) => {
    const fromClient = new FrameReader({ wholeFrame: longestToken + 1 })
    const fromServer = new FrameReader({ wholeFrame: longestToken + 1 })
    fromClient.push(sentAhead)
    let answersOwed = 0
    let refused = false

    const stop = (act: () => void): void => {
      client.pause()
      server.pause()
      client.off('data', onClientData).off('close', onClientClose)
      server.off('data', onServerData).off('close', onServerClose)
      act()
    }
    const guarded = (run: () => void): void => {
      try {
        run()
      } catch (error) {
        stop(() => reject(error))
      }
    }

    const passAnswers = (): void => {
      while (answersOwed > 0 && fromClient.head()) {
        if (fromClient.type !== frontend.password) {
          throw new PgsealError('protocolViolation', { what: 'expected an answer to the authentication request' })
        }
        const frame = fromClient.take()
        if (frame === undefined) break
        answersOwed -= 1
        server.write(frame)
      }
      if (fromClient.buffered > readAhead + longestToken) client.pause()
      else client.resume()
    }
    const passRequests = (): void => {
      for (let frame = fromServer.take(); frame !== undefined; frame = fromServer.take()) {
        const type = frame[0]
        if (type === backend.errorResponse || type === backend.noticeResponse) {
          client.write(frame)
          refused ||= type === backend.errorResponse
          continue
        }
        if (type !== backend.authentication)
          throw new PgsealError('upstreamLost', {}, { logDetail: 'unexpected message' })
        const { request } = decodeAuthentication(frame.subarray(5))
        client.write(frame)
        if (request === authenticationRequests.ok) {
          stop(() => resolve({ fromClient: fromClient.rest(), fromServer: fromServer.rest() }))
          return
        }
        if (request !== authenticationRequests.saslFinal) answersOwed += 1
      }
      passAnswers()
    }

    const onClientData = (chunk: Buffer): void => {
      fromClient.push(chunk)
      guarded(passAnswers)
    }
    const onServerData = (chunk: Buffer): void => {
      fromServer.push(chunk)
      guarded(passRequests)
    }
    const onClientClose = (): void => stop(() => resolve(undefined))
    const onServerClose = (): void => {
      stop(() => (refused ? resolve(undefined) : reject(new PgsealError('upstreamLost'))))
    }

    client.on('data', onClientData).on('close', onClientClose)
    server.on('data', onServerData).on('close', onServerClose)
    if (client.destroyed) onClientClose()
    else if (server.destroyed) onServerClose()
    else {
      client.resume()
      server.resume()
    }
  })
}
