import { BodyReader } from './body-reader.ts'
import { type CopyResponse, decodeCopyResponse, encodeCopyResponse } from './copy-response.ts'
import { backend } from './message-codes.ts'

export type CopyBothResponse = CopyResponse & { readonly type: 'CopyBothResponse' }

// CopyBothResponse (B) 'W': copy-response.ts has the layout.
export function decodeCopyBothResponse(body: Buffer): CopyBothResponse {
  return { type: 'CopyBothResponse', ...decodeCopyResponse(new BodyReader(body, 'CopyBothResponse')) }
}

export function encodeCopyBothResponse(message: CopyBothResponse): Buffer {
  return encodeCopyResponse(backend.copyBothResponse, message)
}
