import { BodyReader } from './body-reader.ts'
import { startupCodes } from './message-codes.ts'
import { MessageWriter } from './message-writer.ts'

export type GSSENCRequest = { readonly type: 'GSSENCRequest' }

// GSSENCRequest (F), untyped   PROTOCOL-MESSAGE-FORMATS-GSSENCREQUEST
//   int32    its code
export function decodeGSSENCRequest(body: Buffer): GSSENCRequest {
  const reader = new BodyReader(body, 'GSSENCRequest')
  if (reader.int32() !== startupCodes.gssEncRequest) reader.refuse('has another code')
  reader.end()
  return { type: 'GSSENCRequest' }
}

export function encodeGSSENCRequest(_message: GSSENCRequest = { type: 'GSSENCRequest' }): Buffer {
  return new MessageWriter(undefined).int32(startupCodes.gssEncRequest).finish()
}
