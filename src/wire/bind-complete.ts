import { BodyReader } from './body-reader.ts'
import { backend } from './message-codes.ts'

export type BindComplete = { readonly type: 'BindComplete' }

const message: BindComplete = { type: 'BindComplete' }
const frame = Buffer.from([backend.bindComplete, 0, 0, 0, 4])

// BindComplete (B) '2', no body.
export function decodeBindComplete(body: Buffer): BindComplete {
  new BodyReader(body, 'BindComplete').end()
  return message
}

/** One frame shared by all callers: never write into it. */
export function encodeBindComplete(_message: BindComplete = message): Buffer {
  return frame
}
