// The client's messages, built by hand from PROTOCOL-MESSAGE-FORMATS: tests share no code with src/wire, so that an error
// there cannot hide itself here.

type Part = Buffer | string | number

const int16 = (value: number): Buffer => Buffer.from([(value >> 8) & 0xff, value & 0xff])
const int32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4)
  bytes.writeInt32BE(value | 0)
  return bytes
}
const text = (value: string | Buffer): Buffer => Buffer.concat([Buffer.from(value as string), Buffer.from([0])])

/** A message of any type; the length is filled in. */
export function frame(type: string, ...parts: readonly Buffer[]): Buffer {
  const body = Buffer.concat(parts)
  return Buffer.concat([Buffer.from(type, 'latin1'), int32(body.length + 4), body])
}

function untyped(...parts: readonly Part[]): Buffer {
  const body = Buffer.concat(
    parts.map((part) => (typeof part === 'number' ? int32(part) : Buffer.from(part as string))),
  )
  return Buffer.concat([int32(body.length + 4), body])
}

export const protocol30 = 196608

export function startup(parameters: Readonly<Record<string, string>>, version: number = protocol30): Buffer {
  const pairs = Object.entries(parameters).flatMap(([name, value]) => [text(name), text(value)])
  return untyped(version, Buffer.concat([...pairs, Buffer.from([0])]))
}

export const sslRequest = (): Buffer => untyped(80877103)
export const gssEncRequest = (): Buffer => untyped(80877104)
export const cancelRequest = (pid: number, secret: Buffer): Buffer => untyped(80877102, pid, secret)

export const query = (sql: string | Buffer): Buffer => frame('Q', text(sql))
export const sync = (): Buffer => frame('S')
export const flush = (): Buffer => frame('H')
export const terminate = (): Buffer => frame('X')
export const copyData = (data: string | Buffer): Buffer => frame('d', Buffer.from(data as string))
export const copyDone = (): Buffer => frame('c')
export const copyFail = (reason: string): Buffer => frame('f', text(reason))
export const password = (data: Buffer): Buffer => frame('p', data)

export function parse(sql: string | Buffer, options: { name?: string; oids?: readonly number[] } = {}): Buffer {
  const oids = options.oids ?? []
  return frame('P', text(options.name ?? ''), text(sql), int16(oids.length), ...oids.map(int32))
}

export type BindOptions = {
  readonly portal?: string
  readonly statement?: string
  readonly values?: readonly (Buffer | string | null)[]
  readonly formats?: readonly number[]
  readonly resultFormats?: readonly number[]
}

export function bind(options: BindOptions = {}): Buffer {
  const values = (options.values ?? []).map((value) => {
    if (value === null) return int32(-1)
    const bytes = Buffer.from(value as string)
    return Buffer.concat([int32(bytes.length), bytes])
  })
  const formats = options.formats ?? []
  const results = options.resultFormats ?? []
  return frame(
    'B',
    text(options.portal ?? ''),
    text(options.statement ?? ''),
    int16(formats.length),
    ...formats.map(int16),
    int16(values.length),
    ...values,
    int16(results.length),
    ...results.map(int16),
  )
}

export const describeStatement = (name = ''): Buffer => frame('D', Buffer.from('S'), text(name))
export const describePortal = (name = ''): Buffer => frame('D', Buffer.from('P'), text(name))
export const execute = (portal = '', maxRows = 0): Buffer => frame('E', text(portal), int32(maxRows))
export const closeStatement = (name = ''): Buffer => frame('C', Buffer.from('S'), text(name))
export const closePortal = (name = ''): Buffer => frame('C', Buffer.from('P'), text(name))

export function functionCall(oid: number, values: readonly (Buffer | null)[]): Buffer {
  const parts = values.map((value) => (value === null ? int32(-1) : Buffer.concat([int32(value.length), value])))
  return frame('F', int32(oid), int16(1), int16(1), int16(values.length), ...parts, int16(1))
}

/** SASLInitialResponse: the mechanism, then the first message with its length. */
export const saslInitial = (mechanism: string, first: string): Buffer =>
  password(Buffer.concat([text(mechanism), int32(first.length), Buffer.from(first)]))
