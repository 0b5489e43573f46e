import { BodyReader } from './body-reader.ts'
import { backend } from './message-codes.ts'
import { MessageWriter } from './message-writer.ts'

export type RowDescription = { readonly type: 'RowDescription'; readonly fields: readonly FieldDescription[] }

export type FieldDescription = {
  /** A view into the body, in the client's encoding. */
  readonly name: Buffer
  /** 0 where the field is not a column of a table; so is columnNumber. */
  readonly tableOid: number
  readonly columnNumber: number
  readonly typeOid: number
  /** pg_type.typlen: negative means variable. */
  readonly typeLength: number
  readonly typeModifier: number
  /** 0 text, 1 binary; 0 where the formats are not known yet (Describe of a statement). */
  readonly format: number
}

// RowDescription (B) 'T'   PROTOCOL-MESSAGE-FORMATS-ROWDESCRIPTION
//   uint16   number of fields; each:
//     string name, uint32 table OID, int16 column number, uint32 type OID, int16 type length, int32 type modifier,
//     int16 format
export function decodeRowDescription(body: Buffer): RowDescription {
  const reader = new BodyReader(body, 'RowDescription')
  const count = reader.count(19)
  const fields: FieldDescription[] = []
  for (let i = 0; i < count; i++) {
    fields.push({
      name: reader.cstring(),
      tableOid: reader.uint32(),
      columnNumber: reader.int16(),
      typeOid: reader.uint32(),
      typeLength: reader.int16(),
      typeModifier: reader.int32(),
      format: reader.int16(),
    })
  }
  reader.end()
  return { type: 'RowDescription', fields }
}

export function encodeRowDescription(message: RowDescription): Buffer {
  const writer = new MessageWriter(backend.rowDescription, message.fields.length * 40).uint16(message.fields.length)
  for (const field of message.fields) {
    writer.cstring(field.name).uint32(field.tableOid).int16(field.columnNumber).uint32(field.typeOid)
    writer.int16(field.typeLength).int32(field.typeModifier).int16(field.format)
  }
  return writer.finish()
}

/** True when `test` holds for the type OID of some field; nothing is decoded into objects. As strict as the decoder. */
export function someTypeOid(body: Buffer, test: (oid: number) => boolean): boolean {
  const reader = new BodyReader(body, 'RowDescription')
  const count = reader.count(19)
  let found = false
  for (let i = 0; i < count; i++) {
    reader.cstring()
    reader.bytes(6)
    if (test(reader.uint32())) found = true
    reader.bytes(8)
  }
  reader.end()
  return found
}
