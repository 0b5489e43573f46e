import { BodyReader } from './body-reader.ts'
import { frontend } from './message-codes.ts'

export type Flush = { readonly type: 'Flush' }

const message: Flush = { type: 'Flush' }
const frame = Buffer.from([frontend.flush, 0, 0, 0, 4])

// Flush (F) 'H', no body.
export function decodeFlush(body: Buffer): Flush {
  new BodyReader(body, 'Flush').end()
  return message
}

/** One frame shared by all callers: never write into it. */
export function encodeFlush(_message: Flush = message): Buffer {
  return frame
}
