import type { BodyReader } from './body-reader.ts'
import { MessageWriter } from './message-writer.ts'

/**
 * One field of an error or notice: `code` is its letter (PROTOCOL-ERROR-FIELDS). Texts stay bytes: before the login is
 * done they come in the server's encoding.
 */
export type MessageField = { readonly code: string; readonly value: Buffer }

// ErrorResponse 'E', NoticeResponse 'N' (B)
//   byte     field code, string its value; repeated
//   byte     0
export function decodeMessageFields(reader: BodyReader): MessageField[] {
  const fields: MessageField[] = []
  for (let code = reader.uint8(); code !== 0; code = reader.uint8()) {
    fields.push({ code: String.fromCharCode(code), value: reader.cstring() })
  }
  reader.end()
  return fields
}

export function encodeMessageFields(type: number, fields: readonly MessageField[]): Buffer {
  const writer = new MessageWriter(type, 256)
  for (const { code, value } of fields) writer.uint8(code.charCodeAt(0)).cstring(value)
  return writer.uint8(0).finish()
}

/** The text of the first field with this code. */
export function messageField(fields: readonly MessageField[], code: string): string | undefined {
  return fields.find((field) => field.code === code)?.value.toString('utf8')
}
