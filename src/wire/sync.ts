import { BodyReader } from './body-reader.ts'
import { frontend } from './message-codes.ts'

export type Sync = { readonly type: 'Sync' }

const message: Sync = { type: 'Sync' }
const frame = Buffer.from([frontend.sync, 0, 0, 0, 4])

// Sync (F) 'S', no body.
export function decodeSync(body: Buffer): Sync {
  new BodyReader(body, 'Sync').end()
  return message
}

/** One frame shared by all callers: never write into it. */
export function encodeSync(_message: Sync = message): Buffer {
  return frame
}
