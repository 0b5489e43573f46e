import { BodyReader } from './body-reader.ts'
import { frontend } from './message-codes.ts'
import { MessageWriter } from './message-writer.ts'

/** The server quotes `reason` in its error and in its log. */
export type CopyFail = { readonly type: 'CopyFail'; readonly reason: Buffer }

// CopyFail (F) 'f'   PROTOCOL-MESSAGE-FORMATS-COPYFAIL
//   string   reason
export function decodeCopyFail(body: Buffer): CopyFail {
  const reader = new BodyReader(body, 'CopyFail')
  const reason = reader.cstring()
  reader.end()
  return { type: 'CopyFail', reason }
}

export function encodeCopyFail(message: CopyFail): Buffer {
  return new MessageWriter(frontend.copyFail).cstring(message.reason).finish()
}
