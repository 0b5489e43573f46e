// The server's messages, read by hand from PROTOCOL-MESSAGE-FORMATS, without src/wire.

export type ResultField = {
  readonly name: string
  readonly tableOid: number
  readonly attnum: number
  readonly typeOid: number
  readonly typlen: number
  readonly typmod: number
  readonly format: number
}

export type ServerMessage =
  | { readonly type: 'Authentication'; readonly code: number; readonly data: Buffer }
  | { readonly type: 'ParameterStatus'; readonly name: string; readonly value: string }
  | { readonly type: 'BackendKeyData'; readonly pid: number; readonly secret: Buffer }
  | { readonly type: 'ReadyForQuery'; readonly status: string }
  | { readonly type: 'RowDescription'; readonly fields: readonly ResultField[] }
  | { readonly type: 'DataRow'; readonly values: readonly (Buffer | null)[] }
  | { readonly type: 'CommandComplete'; readonly tag: string }
  | { readonly type: 'ErrorResponse' | 'NoticeResponse'; readonly fields: Readonly<Record<string, string>> }
  | { readonly type: 'ParameterDescription'; readonly oids: readonly number[] }
  | { readonly type: 'NotificationResponse'; readonly pid: number; readonly channel: string; readonly payload: string }
  | { readonly type: 'NegotiateProtocolVersion'; readonly version: number; readonly unrecognized: readonly string[] }
  | { readonly type: 'CopyInResponse' | 'CopyOutResponse' | 'CopyBothResponse'; readonly formats: readonly number[] }
  | { readonly type: 'CopyData'; readonly data: Buffer }
  | { readonly type: 'FunctionCallResponse'; readonly value: Buffer | null }
  | { readonly type: (typeof bareNames)[keyof typeof bareNames] }

const bareNames = {
  '1': 'ParseComplete',
  '2': 'BindComplete',
  '3': 'CloseComplete',
  n: 'NoData',
  I: 'EmptyQueryResponse',
  s: 'PortalSuspended',
  c: 'CopyDone',
} as const

const copyNames = { G: 'CopyInResponse', H: 'CopyOutResponse', W: 'CopyBothResponse' } as const

/** `body` is everything after the length. Throws on a type that no server sends, and on left-over bytes. */
export function decodeServerMessage(type: string, body: Buffer): ServerMessage {
  const reader = new Reader(body)
  const message = decode(type, reader)
  if (reader.at !== body.length) throw new Error(`message ${type} has ${body.length - reader.at} left-over bytes`)
  return message
}

function decode(type: string, reader: Reader): ServerMessage {
  if (type in bareNames) return { type: bareNames[type as keyof typeof bareNames] }
  switch (type) {
    case 'R':
      return { type: 'Authentication', code: reader.int32(), data: reader.rest() }
    case 'S':
      return { type: 'ParameterStatus', name: reader.text(), value: reader.text() }
    case 'K':
      return { type: 'BackendKeyData', pid: reader.int32(), secret: reader.rest() }
    case 'Z':
      return { type: 'ReadyForQuery', status: reader.take(1).toString() }
    case 'T':
      return { type: 'RowDescription', fields: reader.list(reader.int16(), () => readField(reader)) }
    case 'D':
      return { type: 'DataRow', values: reader.list(reader.int16(), () => reader.value()) }
    case 'C':
      return { type: 'CommandComplete', tag: reader.text() }
    case 'E':
    case 'N':
      return { type: type === 'E' ? 'ErrorResponse' : 'NoticeResponse', fields: readErrorFields(reader) }
    case 't':
      return { type: 'ParameterDescription', oids: reader.list(reader.uint16(), () => reader.uint32()) }
    case 'A':
      return { type: 'NotificationResponse', pid: reader.int32(), channel: reader.text(), payload: reader.text() }
    case 'v': {
      const version = reader.int32()
      return {
        type: 'NegotiateProtocolVersion',
        version,
        unrecognized: reader.list(reader.int32(), () => reader.text()),
      }
    }
    case 'G':
    case 'H':
    case 'W':
      reader.take(1)
      return { type: copyNames[type], formats: reader.list(reader.int16(), () => reader.int16()) }
    case 'd':
      return { type: 'CopyData', data: reader.rest() }
    case 'V':
      return { type: 'FunctionCallResponse', value: reader.value() }
    default:
      throw new Error(`unrecognized message type ${JSON.stringify(type)}`)
  }
}

function readField(reader: Reader): ResultField {
  return {
    name: reader.text(),
    tableOid: reader.uint32(),
    attnum: reader.int16(),
    typeOid: reader.uint32(),
    typlen: reader.int16(),
    typmod: reader.int32(),
    format: reader.int16(),
  }
}

function readErrorFields(reader: Reader): Record<string, string> {
  const fields: Record<string, string> = {}
  for (let code = reader.take(1).toString('latin1'); code !== '\0'; code = reader.take(1).toString('latin1')) {
    fields[code] = reader.text()
  }
  return fields
}

class Reader {
  at = 0
  readonly #bytes: Buffer

  constructor(bytes: Buffer) {
    this.#bytes = bytes
  }

  take(length: number): Buffer {
    const part = this.#bytes.subarray(this.at, this.at + length)
    if (length < 0 || part.length !== length) throw new Error('message is too short')
    this.at += length
    return part
  }

  rest(): Buffer {
    return this.take(this.#bytes.length - this.at)
  }

  int16(): number {
    return this.take(2).readInt16BE()
  }

  uint16(): number {
    return this.take(2).readUInt16BE()
  }

  int32(): number {
    return this.take(4).readInt32BE()
  }

  uint32(): number {
    return this.take(4).readUInt32BE()
  }

  text(): string {
    const end = this.#bytes.indexOf(0, this.at)
    if (end === -1) throw new Error('text without end')
    const value = this.take(end - this.at).toString()
    this.at += 1
    return value
  }

  value(): Buffer | null {
    const length = this.int32()
    return length === -1 ? null : this.take(length)
  }

  list<T>(count: number, read: () => T): T[] {
    return Array.from({ length: count }, read)
  }
}
