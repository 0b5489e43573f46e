import { BodyReader } from './body-reader.ts'
import { backend } from './message-codes.ts'
import { decodeMessageFields, encodeMessageFields, type MessageField } from './message-fields.ts'

export type ErrorResponse = { readonly type: 'ErrorResponse'; readonly fields: readonly MessageField[] }

// ErrorResponse (B) 'E': message-fields.ts has the layout.
export function decodeErrorResponse(body: Buffer): ErrorResponse {
  return { type: 'ErrorResponse', fields: decodeMessageFields(new BodyReader(body, 'ErrorResponse')) }
}

export function encodeErrorResponse(message: ErrorResponse): Buffer {
  return encodeMessageFields(backend.errorResponse, message.fields)
}
