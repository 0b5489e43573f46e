import { PgsealError } from '../errors.ts'
import { BodyReader } from './body-reader.ts'
import { backend } from './message-codes.ts'
import { MessageWriter } from './message-writer.ts'

/** `values` are views into the body; null is SQL NULL. */
export type DataRow = { readonly type: 'DataRow'; readonly values: readonly (Buffer | null)[] }

// DataRow (B) 'D'   PROTOCOL-MESSAGE-FORMATS-DATAROW
//   uint16   number of fields; int32 length (-1 NULL) and bytes each
export function decodeDataRow(body: Buffer): DataRow {
  const reader = new BodyReader(body, 'DataRow')
  const count = reader.count(4)
  const values: (Buffer | null)[] = []
  for (let i = 0; i < count; i++) values.push(reader.value())
  reader.end()
  return { type: 'DataRow', values }
}

export function encodeDataRow(message: DataRow): Buffer {
  const writer = new MessageWriter(backend.dataRow, 256).uint16(message.values.length)
  for (const value of message.values) writer.value(value)
  return writer.finish()
}

/**
 * Reads the DataRow frame (header included) that begins at `at` without allocating: for field i, offsets[2i] is where its
 * bytes start in `bytes` and offsets[2i + 1] how many there are, -1 for NULL. Returns the number of fields. A frame that
 * is malformed, or has more fields than `offsets` has room for, throws protocolViolation.
 */
export function readDataRow(bytes: Buffer, offsets: Int32Array, at = 0): number {
  if (bytes.length - at < 7) return refuseRow('is too short')
  const end = at + 1 + int32(bytes, at + 1)
  if (end > bytes.length) return refuseRow('is too short')
  const count = (bytes[at + 5]! << 8) | bytes[at + 6]!
  if (count * 2 > offsets.length) return refuseRow('has more fields than were described')
  let position = at + 7
  for (let i = 0; i < count; i++) {
    if (end - position < 4) return refuseRow('is too short')
    const length = int32(bytes, position)
    position += 4
    offsets[2 * i] = position
    offsets[2 * i + 1] = length
    if (length === -1) continue
    if (length < 0) return refuseRow('has a negative length')
    if (length > end - position) return refuseRow('is too short')
    position += length
  }
  if (position !== end) return refuseRow('has bytes left over')
  return count
}

// By hand: readInt32BE costs a call and its checks for each field of each row.
function int32(bytes: Buffer, at: number): number {
  return (bytes[at]! << 24) | (bytes[at + 1]! << 16) | (bytes[at + 2]! << 8) | bytes[at + 3]!
}

function refuseRow(what: string): never {
  throw new PgsealError('protocolViolation', { what: `DataRow ${what}` })
}
