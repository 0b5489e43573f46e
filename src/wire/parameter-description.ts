import { BodyReader } from './body-reader.ts'
import { backend } from './message-codes.ts'
import { MessageWriter } from './message-writer.ts'

export type ParameterDescription = { readonly type: 'ParameterDescription'; readonly typeOids: readonly number[] }

// ParameterDescription (B) 't'   PROTOCOL-MESSAGE-FORMATS-PARAMETERDESCRIPTION
//   uint16   number of parameters, uint32 type OID each
export function decodeParameterDescription(body: Buffer): ParameterDescription {
  const reader = new BodyReader(body, 'ParameterDescription')
  const count = reader.count(4)
  const typeOids: number[] = []
  for (let i = 0; i < count; i++) typeOids.push(reader.uint32())
  reader.end()
  return { type: 'ParameterDescription', typeOids }
}

export function encodeParameterDescription(message: ParameterDescription): Buffer {
  const writer = new MessageWriter(backend.parameterDescription).uint16(message.typeOids.length)
  for (const oid of message.typeOids) writer.uint32(oid)
  return writer.finish()
}
