import { BodyReader } from './body-reader.ts'
import { type CopyResponse, decodeCopyResponse, encodeCopyResponse } from './copy-response.ts'
import { backend } from './message-codes.ts'

export type CopyInResponse = CopyResponse & { readonly type: 'CopyInResponse' }

// CopyInResponse (B) 'G': copy-response.ts has the layout.
export function decodeCopyInResponse(body: Buffer): CopyInResponse {
  return { type: 'CopyInResponse', ...decodeCopyResponse(new BodyReader(body, 'CopyInResponse')) }
}

export function encodeCopyInResponse(message: CopyInResponse): Buffer {
  return encodeCopyResponse(backend.copyInResponse, message)
}
