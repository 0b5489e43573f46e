import { BodyReader } from './body-reader.ts'
import { frontend } from './message-codes.ts'

export type Terminate = { readonly type: 'Terminate' }

const message: Terminate = { type: 'Terminate' }
const frame = Buffer.from([frontend.terminate, 0, 0, 0, 4])

// Terminate (F) 'X', no body.
export function decodeTerminate(body: Buffer): Terminate {
  new BodyReader(body, 'Terminate').end()
  return message
}

/** One frame shared by all callers: never write into it. */
export function encodeTerminate(_message: Terminate = message): Buffer {
  return frame
}
