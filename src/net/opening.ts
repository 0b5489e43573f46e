import type { Socket } from 'node:net'
import { PgsealError } from '../errors.ts'
import { decodeGSSENCRequest } from '../wire/gssenc-request.ts'
import { startupCodes } from '../wire/message-codes.ts'
import { decodeSSLRequest } from '../wire/ssl-request.ts'
import { StartupReader } from '../wire/startup-reader.ts'
import type { ClientTls, SecuredClient } from './client-tls.ts'

/** What a client came for: `body` is its packet without the length word, `rest` what it sent behind it. */
export type Opening = {
  readonly kind: 'startup' | 'cancel'
  readonly body: Buffer
  readonly rest: Buffer
  /** Undefined in the clear; else `client` is to be used no more, and this socket is in its place. */
  readonly secured: SecuredClient | undefined
}

const yes = Buffer.from('S')
const no = Buffer.from('N')
/** First byte of a TLS handshake record; no start-up packet begins with it, since none is that long. */
const handshakeRecord = 0x16

/**
 * Reads the untyped packets that open a connection and answers those that ask for encryption (pitfalls A2, A5, A6). Without
 * `tls` the client goes on in the clear or leaves, as its sslmode says. Resolves to undefined when the client left or sent
 * what PostgreSQL too would only hang up on (pitfalls A1, A7: HTTP, wrong lengths, a request made twice or under TLS).
 * Rejects with what the client must be told. The socket is paused afterwards.
 */
export async function readOpening(client: Socket, tls?: ClientTls): Promise<Opening | undefined> {
  const first = await readPackets(client, tls === undefined ? 'clear' : 'negotiates')
  if (first === undefined) return undefined
  if (isOpening(first)) return { ...first, secured: undefined }
  const secured = await tls?.secure(client, first.kind === 'direct')
  if (secured === undefined) return undefined
  const inner = await readPackets(secured.socket, 'encrypted')
  return inner === undefined || !isOpening(inner) ? undefined : { ...inner, secured }
}

function isOpening(packet: Packet): packet is Packet & { kind: 'startup' | 'cancel' } {
  return packet.kind === 'startup' || packet.kind === 'cancel'
}

type Packet = { readonly kind: 'startup' | 'cancel' | 'tls' | 'direct'; readonly body: Buffer; readonly rest: Buffer }

const nothing = Buffer.alloc(0)

function readPackets(client: Socket, leg: 'clear' | 'negotiates' | 'encrypted'): Promise<Packet | undefined> {
  return new Promise((resolve, reject) => {
    const reader = new StartupReader()
    const asked = new Set<number>()
    let begun = false

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
      if (!begun && leg === 'negotiates' && chunk[0] === handshakeRecord) {
        stop()
        // Not read yet by anybody: the handshake takes it from the socket's buffer.
        client.unshift(chunk)
        resolve({ kind: 'direct', body: nothing, rest: nothing })
        return
      }
      begun = true
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
      if (asked.has(code) || leg === 'encrypted') {
        onClose()
        return
      }
      asked.add(code)
      try {
        checkRequest(code, body, reader.buffered)
      } catch (error) {
        stop()
        reject(error)
        return
      }
      if (code === startupCodes.sslRequest && leg === 'negotiates') {
        stop()
        client.write(yes)
        resolve({ kind: 'tls', body: nothing, rest: nothing })
      } else client.write(no)
    }
    client.on('data', onData)
    client.on('close', onClose)
    client.resume()
  })
}

// Pitfall A3: what came before the answer came in the clear, and could be taken for what is said under encryption.
function checkRequest(code: number, body: Buffer, buffered: number): void {
  const ssl = code === startupCodes.sslRequest
  if (ssl) decodeSSLRequest(body)
  else decodeGSSENCRequest(body)
  if (buffered > 0) {
    throw new PgsealError('unencryptedData', { request: ssl ? 'SSL request' : 'GSSAPI encryption request' })
  }
}
