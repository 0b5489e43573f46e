import { BodyReader } from './body-reader.ts'
import { backend } from './message-codes.ts'

export type NoData = { readonly type: 'NoData' }

const message: NoData = { type: 'NoData' }
const frame = Buffer.from([backend.noData, 0, 0, 0, 4])

// NoData (B) 'n', no body.
export function decodeNoData(body: Buffer): NoData {
  new BodyReader(body, 'NoData').end()
  return message
}

/** One frame shared by all callers: never write into it. */
export function encodeNoData(_message: NoData = message): Buffer {
  return frame
}
