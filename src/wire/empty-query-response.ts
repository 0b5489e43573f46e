import { BodyReader } from './body-reader.ts'
import { backend } from './message-codes.ts'

export type EmptyQueryResponse = { readonly type: 'EmptyQueryResponse' }

const message: EmptyQueryResponse = { type: 'EmptyQueryResponse' }
const frame = Buffer.from([backend.emptyQueryResponse, 0, 0, 0, 4])

// EmptyQueryResponse (B) 'I', no body.
export function decodeEmptyQueryResponse(body: Buffer): EmptyQueryResponse {
  new BodyReader(body, 'EmptyQueryResponse').end()
  return message
}

/** One frame shared by all callers: never write into it. */
export function encodeEmptyQueryResponse(_message: EmptyQueryResponse = message): Buffer {
  return frame
}
