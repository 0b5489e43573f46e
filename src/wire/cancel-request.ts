import { BodyReader } from './body-reader.ts'
import { startupCodes } from './message-codes.ts'
import { MessageWriter } from './message-writer.ts'
import { checkSecretKey } from './secret-key.ts'

export type CancelRequest = {
  readonly type: 'CancelRequest'
  readonly processId: number
  /** 4 bytes in protocol 3.0, up to 256 since 3.2. */
  readonly secretKey: Buffer
}

// CancelRequest (F), untyped   PROTOCOL-MESSAGE-FORMATS-CANCELREQUEST
//   int32    80877102
//   int32    process id
//   bytes    secret key, up to the end
export function decodeCancelRequest(body: Buffer): CancelRequest {
  const reader = new BodyReader(body, 'CancelRequest')
  if (reader.int32() !== startupCodes.cancelRequest) reader.refuse('has another code')
  const processId = reader.int32()
  const secretKey = checkSecretKey(reader)
  return { type: 'CancelRequest', processId, secretKey }
}

export function encodeCancelRequest(message: CancelRequest): Buffer {
  const writer = new MessageWriter(undefined).int32(startupCodes.cancelRequest)
  return writer.int32(message.processId).bytes(message.secretKey).finish()
}
