import { BodyReader } from './body-reader.ts'
import { type CopyResponse, decodeCopyResponse, encodeCopyResponse } from './copy-response.ts'
import { backend } from './message-codes.ts'

export type CopyOutResponse = CopyResponse & { readonly type: 'CopyOutResponse' }

// CopyOutResponse (B) 'H': copy-response.ts has the layout.
export function decodeCopyOutResponse(body: Buffer): CopyOutResponse {
  return { type: 'CopyOutResponse', ...decodeCopyResponse(new BodyReader(body, 'CopyOutResponse')) }
}

export function encodeCopyOutResponse(message: CopyOutResponse): Buffer {
  return encodeCopyResponse(backend.copyOutResponse, message)
}
