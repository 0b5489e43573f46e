import { BodyReader } from './body-reader.ts'
import { backend } from './message-codes.ts'
import { MessageWriter } from './message-writer.ts'

/** `value` stays bytes: it is in the client's encoding, which an empty map leaves to the client. */
export type ParameterStatus = { readonly type: 'ParameterStatus'; readonly name: string; readonly value: Buffer }

// ParameterStatus (B) 'S'   PROTOCOL-MESSAGE-FORMATS-PARAMETERSTATUS
//   string   name, string value
export function decodeParameterStatus(body: Buffer): ParameterStatus {
  const reader = new BodyReader(body, 'ParameterStatus')
  const name = reader.name()
  const value = reader.cstring()
  reader.end()
  return { type: 'ParameterStatus', name, value }
}

export function encodeParameterStatus(message: ParameterStatus): Buffer {
  return new MessageWriter(backend.parameterStatus).name(message.name).cstring(message.value).finish()
}
