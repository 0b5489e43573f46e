import { BodyReader } from './body-reader.ts'
import { startupCodes } from './message-codes.ts'
import { MessageWriter } from './message-writer.ts'

export type SSLRequest = { readonly type: 'SSLRequest' }

// SSLRequest (F), untyped   PROTOCOL-MESSAGE-FORMATS-SSLREQUEST
//   int32    its code
export function decodeSSLRequest(body: Buffer): SSLRequest {
  const reader = new BodyReader(body, 'SSLRequest')
  if (reader.int32() !== startupCodes.sslRequest) reader.refuse('has another code')
  reader.end()
  return { type: 'SSLRequest' }
}

export function encodeSSLRequest(_message: SSLRequest = { type: 'SSLRequest' }): Buffer {
  return new MessageWriter(undefined).int32(startupCodes.sslRequest).finish()
}
