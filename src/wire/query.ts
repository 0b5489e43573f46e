import { BodyReader } from './body-reader.ts'
import { frontend } from './message-codes.ts'
import { MessageWriter } from './message-writer.ts'

export type Query = {
  readonly type: 'Query'
  /** SQL as it came, without the NUL: a view into the body. */
  readonly query: Buffer
}

// Query (F) 'Q'   PROTOCOL-MESSAGE-FORMATS-QUERY
//   string   query; it ends the body, so that nothing hides behind the NUL
export function decodeQuery(body: Buffer): Query {
  const reader = new BodyReader(body, 'Query')
  const query = reader.cstring()
  reader.end()
  return { type: 'Query', query }
}

export function encodeQuery(message: Query): Buffer {
  return new MessageWriter(frontend.query, message.query.length + 1).cstring(message.query).finish()
}
