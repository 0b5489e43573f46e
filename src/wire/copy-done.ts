import { BodyReader } from './body-reader.ts'
import { frontend } from './message-codes.ts'

export type CopyDone = { readonly type: 'CopyDone' }

const message: CopyDone = { type: 'CopyDone' }
const frame = Buffer.from([frontend.copyDone, 0, 0, 0, 4])

// CopyDone (F and B) 'c', no body.
export function decodeCopyDone(body: Buffer): CopyDone {
  new BodyReader(body, 'CopyDone').end()
  return message
}

/** One frame shared by all callers: never write into it. */
export function encodeCopyDone(_message: CopyDone = message): Buffer {
  return frame
}
