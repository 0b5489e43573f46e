import { BodyReader } from './body-reader.ts'
import { frontend } from './message-codes.ts'
import { MessageWriter } from './message-writer.ts'

export type Bind = {
  readonly type: 'Bind'
  readonly portal: string
  readonly statement: string
  /** None (all text), one for all, or one a parameter; which counts fit is the server's to say. */
  readonly parameterFormats: readonly number[]
  /** Views into the body; null is SQL NULL. */
  readonly values: readonly (Buffer | null)[]
  readonly resultFormats: readonly number[]
}

// Bind (F) 'B'   PROTOCOL-MESSAGE-FORMATS-BIND
//   string   portal, string prepared statement
//   uint16   number of parameter formats, int16 each
//   uint16   number of parameters; int32 length (-1 NULL) and bytes each
//   uint16   number of result formats, int16 each
// The counts are unsigned: 40,000 parameters are legal.
// `start`: where the body begins in the bytes given, which end with it.
export function decodeBind(body: Buffer, start = 0): Bind {
  const reader = new BodyReader(body, 'Bind', start)
  const portal = reader.name()
  const statement = reader.name()
  const parameterFormats = readFormats(reader)
  const count = reader.count(4)
  const values: (Buffer | null)[] = []
  for (let i = 0; i < count; i++) values.push(reader.value())
  const resultFormats = readFormats(reader)
  reader.end()
  return { type: 'Bind', portal, statement, parameterFormats, values, resultFormats }
}

export function encodeBind(message: Bind): Buffer {
  let size = 16 + 3 * (message.portal.length + message.statement.length)
  size += 2 * (message.parameterFormats.length + message.resultFormats.length)
  for (const value of message.values) size += 4 + (value === null ? 0 : value.length)
  const writer = new MessageWriter(frontend.bind, size).name(message.portal).name(message.statement)
  writer.uint16(message.parameterFormats.length)
  for (const format of message.parameterFormats) writer.int16(format)
  writer.uint16(message.values.length)
  for (const value of message.values) writer.value(value)
  writer.uint16(message.resultFormats.length)
  for (const format of message.resultFormats) writer.int16(format)
  return writer.finish()
}

function readFormats(reader: BodyReader): number[] {
  const count = reader.count(2)
  const formats: number[] = []
  for (let i = 0; i < count; i++) formats.push(reader.int16())
  return formats
}
