import { frontend } from './message-codes.ts'
import { MessageWriter } from './message-writer.ts'

/** `bytes` has nothing to do with rows when it comes from a client: split and merged at will. A view into the body. */
export type CopyData = { readonly type: 'CopyData'; readonly bytes: Buffer }

// CopyData (F and B) 'd'   PROTOCOL-MESSAGE-FORMATS-COPYDATA
//   bytes    up to the end of the body
export function decodeCopyData(body: Buffer): CopyData {
  return { type: 'CopyData', bytes: body }
}

export function encodeCopyData(message: CopyData): Buffer {
  return new MessageWriter(frontend.copyData, message.bytes.length).bytes(message.bytes).finish()
}
