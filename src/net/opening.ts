import type { Socket } from 'node:net'
import { PgsealError } from '../errors.ts'
import { decodeGSSENCRequest } from '../wire/gssenc-request.ts'
import { startupCodes } from '../wire/message-codes.ts'
import { decodeSSLRequest } from '../wire/ssl-request.ts'
import { StartupReader } from '../wire/startup-reader.ts'
import { encryptionAnswer } from './encryption-answer.ts'

/** What a client came for: `body` is its packet without the length word, `rest` what it sent behind it. */
export type Opening = { readonly kind: 'startup' | 'cancel'; readonly body: Buffer; readonly rest: Buffer }

/**
 * Reads the untyped packets that open a connection and answers those that ask for encryption. Resolves to undefined when
 * the client left or sent what PostgreSQL too would only hang up on (pitfall A1: HTTP, TLS without asking, wrong lengths,
 * a request made twice). Rejects with what the client must be told. The socket is paused afterwards.
 */
export function readOpening(client: Socket): Promise<Opening | undefined> {
  return new Promise((resolve, reject) => {
    const reader = new StartupReader()
    const asked = new Set<number>()

    const stop = (): void => {
      client.pause()
      client.off('data', onData)
      client.off('close', onClose)
    }
    const onClose = (): void => {
      stop()
      resolve(undefined)
    }
    const onData = (chunk: Buffer): void => {
      reader.push(chunk)
      let body: Buffer | undefined
      try {
        body = reader.take()
      } catch {
        onClose()
        return
      }
      if (body === undefined) return
      const code = body.readInt32BE(0)
      if (code !== startupCodes.sslRequest && code !== startupCodes.gssEncRequest) {
        stop()
        resolve({ kind: code === startupCodes.cancelRequest ? 'cancel' : 'startup', body, rest: reader.rest() })
        return
      }
      if (asked.has(code)) {
        onClose()
        return
      }
      asked.add(code)
      try {
        client.write(answer(code, body, reader.buffered))
      } catch (error) {
        stop()
        reject(error)
      }
    }
    client.on('data', onData)
    client.on('close', onClose)
  })
}

// Pitfall A3: what came before the answer came in the clear, and could be taken for what is said under encryption.
function answer(code: number, body: Buffer, buffered: number): Buffer {
  const ssl = code === startupCodes.sslRequest
  if (ssl) decodeSSLRequest(body)
  else decodeGSSENCRequest(body)
  if (buffered > 0) {
    throw new PgsealError('unencryptedData', { request: ssl ? 'SSL request' : 'GSSAPI encryption request' })
  }
  return encryptionAnswer(ssl ? 'ssl' : 'gss')
}
