import { BodyReader } from './body-reader.ts'
import { frontend } from './message-codes.ts'
import { MessageWriter } from './message-writer.ts'

export type Execute = {
  readonly type: 'Execute'
  readonly portal: string
  /** Rows after which the server suspends the portal; zero or less means all. */
  readonly maxRows: number
}

// Execute (F) 'E'   PROTOCOL-MESSAGE-FORMATS-EXECUTE
//   string   portal
//   int32    most rows
// `start`: where the body begins in the bytes given, which end with it.
export function decodeExecute(body: Buffer, start = 0): Execute {
  const reader = new BodyReader(body, 'Execute', start)
  const portal = reader.name()
  const maxRows = reader.int32()
  reader.end()
  return { type: 'Execute', portal, maxRows }
}

export function encodeExecute(message: Execute): Buffer {
  return new MessageWriter(frontend.execute).name(message.portal).int32(message.maxRows).finish()
}
