import { BodyReader } from './body-reader.ts'
import { backend } from './message-codes.ts'
import { decodeMessageFields, encodeMessageFields, type MessageField } from './message-fields.ts'

export type NoticeResponse = { readonly type: 'NoticeResponse'; readonly fields: readonly MessageField[] }

// NoticeResponse (B) 'N': message-fields.ts has the layout.
export function decodeNoticeResponse(body: Buffer): NoticeResponse {
  return { type: 'NoticeResponse', fields: decodeMessageFields(new BodyReader(body, 'NoticeResponse')) }
}

export function encodeNoticeResponse(message: NoticeResponse): Buffer {
  return encodeMessageFields(backend.noticeResponse, message.fields)
}
