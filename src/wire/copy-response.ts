import type { BodyReader } from './body-reader.ts'
import { MessageWriter } from './message-writer.ts'

/** What the three answers that open a COPY share. */
export type CopyResponse = {
  /** 0 text (lines), 1 binary. */
  readonly format: number
  readonly columnFormats: readonly number[]
}

// CopyInResponse 'G', CopyOutResponse 'H', CopyBothResponse 'W' (B)
//   uint8    overall format
//   uint16   number of columns, int16 format each
export function decodeCopyResponse(reader: BodyReader): CopyResponse {
  const format = reader.uint8()
  const count = reader.count(2)
  const columnFormats: number[] = []
  for (let i = 0; i < count; i++) columnFormats.push(reader.int16())
  reader.end()
  return { format, columnFormats }
}

export function encodeCopyResponse(code: number, response: CopyResponse): Buffer {
  const writer = new MessageWriter(code).uint8(response.format).uint16(response.columnFormats.length)
  for (const format of response.columnFormats) writer.int16(format)
  return writer.finish()
}
