import { BodyReader } from './body-reader.ts'
import { MessageWriter } from './message-writer.ts'

export type StartupMessage = {
  readonly type: 'StartupMessage'
  /** Major version in the high 16 bits: 196608 is 3.0, 196610 is 3.2. */
  readonly protocolVersion: number
  /** In order, repeated names included: the server takes the last, so every one must be looked at. */
  readonly parameters: readonly (readonly [name: string, value: string])[]
}

export const protocol30 = 3 << 16

// StartupMessage (F), untyped   PROTOCOL-MESSAGE-FORMATS-STARTUPMESSAGE
//   int32    protocol version
//   string   name, string value, repeated
//   byte     0
export function decodeStartupMessage(body: Buffer): StartupMessage {
  const reader = new BodyReader(body, 'StartupMessage')
  const protocolVersion = reader.int32()
  const parameters: [string, string][] = []
  for (let name = reader.name(); name !== ''; name = reader.name()) parameters.push([name, reader.name()])
  reader.end()
  return { type: 'StartupMessage', protocolVersion, parameters }
}

export function encodeStartupMessage(message: StartupMessage): Buffer {
  const writer = new MessageWriter(undefined, 256).int32(message.protocolVersion)
  for (const [name, value] of message.parameters) writer.name(name).name(value)
  return writer.uint8(0).finish()
}
