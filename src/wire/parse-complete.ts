import { BodyReader } from './body-reader.ts'
import { backend } from './message-codes.ts'

export type ParseComplete = { readonly type: 'ParseComplete' }

const message: ParseComplete = { type: 'ParseComplete' }
const frame = Buffer.from([backend.parseComplete, 0, 0, 0, 4])

// ParseComplete (B) '1', no body.
export function decodeParseComplete(body: Buffer): ParseComplete {
  new BodyReader(body, 'ParseComplete').end()
  return message
}

/** One frame shared by all callers: never write into it. */
export function encodeParseComplete(_message: ParseComplete = message): Buffer {
  return frame
}
