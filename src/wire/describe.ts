import { BodyReader } from './body-reader.ts'
import { frontend } from './message-codes.ts'
import { MessageWriter } from './message-writer.ts'
import { decodeTarget, encodeTarget, type Target } from './target.ts'

export type Describe = { readonly type: 'Describe'; readonly target: Target; readonly name: string }

// Describe (F) 'D'   PROTOCOL-MESSAGE-FORMATS-DESCRIBE
//   byte     'S' a prepared statement, 'P' a portal
//   string   its name
// `start`: where the body begins in the bytes given, which end with it.
export function decodeDescribe(body: Buffer, start = 0): Describe {
  const reader = new BodyReader(body, 'Describe', start)
  const target = decodeTarget(reader)
  const name = reader.name()
  reader.end()
  return { type: 'Describe', target, name }
}

export function encodeDescribe(message: Describe): Buffer {
  return new MessageWriter(frontend.describe).uint8(encodeTarget(message.target)).name(message.name).finish()
}
