import { BodyReader } from './body-reader.ts'
import { backend } from './message-codes.ts'

export type CloseComplete = { readonly type: 'CloseComplete' }

const message: CloseComplete = { type: 'CloseComplete' }
const frame = Buffer.from([backend.closeComplete, 0, 0, 0, 4])

// CloseComplete (B) '3', no body.
export function decodeCloseComplete(body: Buffer): CloseComplete {
  new BodyReader(body, 'CloseComplete').end()
  return message
}

/** One frame shared by all callers: never write into it. */
export function encodeCloseComplete(_message: CloseComplete = message): Buffer {
  return frame
}
