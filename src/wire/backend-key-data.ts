import { BodyReader } from './body-reader.ts'
import { backend } from './message-codes.ts'
import { MessageWriter } from './message-writer.ts'
import { checkSecretKey } from './secret-key.ts'

export type BackendKeyData = {
  readonly type: 'BackendKeyData'
  readonly processId: number
  /** 4 bytes in protocol 3.0, up to 256 since 3.2. */
  readonly secretKey: Buffer
}

// BackendKeyData (B) 'K'   PROTOCOL-MESSAGE-FORMATS-BACKENDKEYDATA
//   int32    process id
//   bytes    secret key, up to the end
export function decodeBackendKeyData(body: Buffer): BackendKeyData {
  const reader = new BodyReader(body, 'BackendKeyData')
  const processId = reader.int32()
  const secretKey = checkSecretKey(reader)
  return { type: 'BackendKeyData', processId, secretKey }
}

export function encodeBackendKeyData(message: BackendKeyData): Buffer {
  return new MessageWriter(backend.backendKeyData, message.secretKey.length + 4)
    .int32(message.processId)
    .bytes(message.secretKey)
    .finish()
}
