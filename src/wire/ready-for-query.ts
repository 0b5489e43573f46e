import { BodyReader } from './body-reader.ts'
import { backend } from './message-codes.ts'
import { MessageWriter } from './message-writer.ts'

/** I idle, T in a transaction block, E in a failed one. */
export type TransactionStatus = 'I' | 'T' | 'E'

export type ReadyForQuery = { readonly type: 'ReadyForQuery'; readonly status: TransactionStatus }

// ReadyForQuery (B) 'Z'   PROTOCOL-MESSAGE-FORMATS-READYFORQUERY
//   byte     transaction status
// `start`: where the body begins in the bytes given, which end with it.
export function decodeReadyForQuery(body: Buffer, start = 0): ReadyForQuery {
  const reader = new BodyReader(body, 'ReadyForQuery', start)
  const status = String.fromCharCode(reader.uint8())
  reader.end()
  if (status !== 'I' && status !== 'T' && status !== 'E') return reader.refuse('has a status that is not known')
  return { type: 'ReadyForQuery', status }
}

export function encodeReadyForQuery(message: ReadyForQuery): Buffer {
  return new MessageWriter(backend.readyForQuery, 1).uint8(message.status.charCodeAt(0)).finish()
}
