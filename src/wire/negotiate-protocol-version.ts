import { BodyReader } from './body-reader.ts'
import { backend } from './message-codes.ts'
import { MessageWriter } from './message-writer.ts'

export type NegotiateProtocolVersion = {
  readonly type: 'NegotiateProtocolVersion'
  /** Newest version served. PostgreSQL sends the full number (196608), not the minor part that its page speaks of. */
  readonly version: number
  /** `_pq_.` options that were not recognized. */
  readonly options: readonly string[]
}

// NegotiateProtocolVersion (B) 'v'   PROTOCOL-MESSAGE-FORMATS-NEGOTIATEPROTOCOLVERSION
//   int32    newest version served
//   int32    number of options not recognized, string each
export function decodeNegotiateProtocolVersion(body: Buffer): NegotiateProtocolVersion {
  const reader = new BodyReader(body, 'NegotiateProtocolVersion')
  const version = reader.int32()
  const count = reader.uint32()
  if (count > reader.remaining) reader.refuse('has fewer items than it counts')
  const options: string[] = []
  for (let i = 0; i < count; i++) options.push(reader.name())
  reader.end()
  return { type: 'NegotiateProtocolVersion', version, options }
}

export function encodeNegotiateProtocolVersion(message: NegotiateProtocolVersion): Buffer {
  const writer = new MessageWriter(backend.negotiateProtocolVersion).int32(message.version)
  writer.uint32(message.options.length)
  for (const option of message.options) writer.name(option)
  return writer.finish()
}
