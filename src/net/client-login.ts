// A login that ends at the proxy: the client proves its password to us (SASL-AUTHENTICATION). Until it has, the server
// hears nothing of it (pitfall A32).
import type { Socket } from 'node:net'
import { PgsealError } from '../errors.ts'
import { authenticationRequests, encodeAuthentication } from '../wire/authentication.ts'
import { BodyReader } from '../wire/body-reader.ts'
import { frontend } from '../wire/message-codes.ts'
import type { LoginFrames } from './login-frames.ts'
import type { ScramCredential } from './scram-client.ts'
import type { FoundSecret } from './scram-secret.ts'
import { ScramServer } from './scram-server.ts'

/**
 * Asks the client for its password's proof. Gives what the server can be logged in to with; undefined when the client left.
 * AuthenticationOk is not sent: the server has not been asked yet. Rejects with what the client must be told.
 */
export async function clientLogin(
  client: Socket,
  frames: LoginFrames,
  user: string,
  found: FoundSecret,
  binding: Buffer | undefined,
): Promise<ScramCredential | undefined> {
  const exchange = new ScramServer(user, found, binding)
  const names = exchange.mechanisms.flatMap((name) => [Buffer.from(name), Buffer.of(0)])
  ask(client, authenticationRequests.sasl, Buffer.concat([...names, Buffer.of(0)]))
  const initial = await answer(frames)
  if (initial === undefined) return undefined
  const { mechanism, message } = initialResponse(initial)
  ask(client, authenticationRequests.saslContinue, exchange.begin(mechanism, message))
  const final = await answer(frames)
  if (final === undefined) return undefined
  const verdict = exchange.finish(final)
  if (verdict === undefined || found.secret === undefined) throw new PgsealError('passwordRefused', { user })
  ask(client, authenticationRequests.saslFinal, verdict.message)
  return { clientKey: verdict.clientKey, secret: found.secret }
}

function ask(client: Socket, request: number, bytes: Buffer): void {
  client.write(encodeAuthentication({ type: 'Authentication', request, bytes }))
}

async function answer(frames: LoginFrames): Promise<Buffer | undefined> {
  const frame = await frames.next()
  if (frame === undefined) return undefined
  if (frame[0] !== frontend.password) {
    throw new PgsealError('protocolViolation', { what: 'expected an answer to the authentication request' })
  }
  return frame.subarray(5)
}

// SASLInitialResponse (F): string mechanism, int32 length of the message, the message.
function initialResponse(body: Buffer): { readonly mechanism: string; readonly message: Buffer } {
  const reader = new BodyReader(body, 'SASLInitialResponse')
  const mechanism = reader.name()
  const message = reader.value()
  reader.end()
  if (message === null) throw new PgsealError('loginMessage', { what: 'first message' })
  return { mechanism, message }
}
