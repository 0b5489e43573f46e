import { BodyReader } from './body-reader.ts'
import { frontend } from './message-codes.ts'
import { MessageWriter } from './message-writer.ts'
import { decodeTarget, encodeTarget, type Target } from './target.ts'

export type Close = { readonly type: 'Close'; readonly target: Target; readonly name: string }

// Close (F) 'C'   PROTOCOL-MESSAGE-FORMATS-CLOSE
//   byte     'S' a prepared statement, 'P' a portal
//   string   its name
export function decodeClose(body: Buffer): Close {
  const reader = new BodyReader(body, 'Close')
  const target = decodeTarget(reader)
  const name = reader.name()
  reader.end()
  return { type: 'Close', target, name }
}

export function encodeClose(message: Close): Buffer {
  return new MessageWriter(frontend.close).uint8(encodeTarget(message.target)).name(message.name).finish()
}
