import { frontend } from './message-codes.ts'
import { MessageWriter } from './message-writer.ts'

/**
 * Password, SASL and GSS answers share the letter 'p'; which one it is depends on what the server asked for. The proxy
 * relays them, so the body stays closed: a secret that is never looked at.
 */
export type PasswordMessage = { readonly type: 'PasswordMessage'; readonly bytes: Buffer }

// PasswordMessage, SASLInitialResponse, SASLResponse, GSSResponse (F) 'p'
//   bytes    up to the end of the body
export function decodePasswordMessage(body: Buffer): PasswordMessage {
  return { type: 'PasswordMessage', bytes: body }
}

export function encodePasswordMessage(message: PasswordMessage): Buffer {
  return new MessageWriter(frontend.password, message.bytes.length).bytes(message.bytes).finish()
}
