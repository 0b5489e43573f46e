import { isUtf8 } from 'node:buffer'
import { PgsealError } from '../errors.ts'

/**
 * Reads the body of one message, front to back. Buffers that it returns are views into the body. Everything that does not
 * fit throws PgsealError protocolViolation, which names the message and never quotes its bytes.
 */
export class BodyReader {
  private readonly body: Buffer
  private readonly message: string
  private position: number

  /** `start`: where the body begins in the bytes given, which end with it. */
  constructor(body: Buffer, message: string, start = 0) {
    this.body = body
    this.message = message
    this.position = start
  }

  get remaining(): number {
    return this.body.length - this.position
  }

  uint8(): number {
    return this.body[this.advance(1)]!
  }

  int16(): number {
    return this.body.readInt16BE(this.advance(2))
  }

  uint16(): number {
    return this.body.readUInt16BE(this.advance(2))
  }

  int32(): number {
    return this.body.readInt32BE(this.advance(4))
  }

  uint32(): number {
    return this.body.readUInt32BE(this.advance(4))
  }

  /** A uint16 that counts items of at least `itemBytes` each: never more than the body can hold. */
  count(itemBytes: number): number {
    const count = this.uint16()
    if (count * itemBytes > this.remaining) this.refuse('has fewer items than it counts')
    return count
  }

  bytes(length: number): Buffer {
    if (length < 0) this.refuse('has a negative length')
    const start = this.advance(length)
    return this.body.subarray(start, start + length)
  }

  /** An int32 length and as many bytes; -1 is SQL NULL. */
  value(): Buffer | null {
    const length = this.int32()
    return length === -1 ? null : this.bytes(length)
  }

  /** Bytes up to a NUL, which is skipped. */
  cstring(): Buffer {
    const end = this.body.indexOf(0, this.position)
    if (end === -1) this.refuse('has a string without an end')
    const bytes = this.body.subarray(this.position, end)
    this.position = end + 1
    return bytes
  }

  /** A NUL-terminated string that must be UTF-8. */
  name(): string {
    if (this.body[this.position] === 0) {
      this.position += 1
      return ''
    }
    const ascii = this.asciiEnd()
    if (ascii !== -1) {
      const start = this.position
      this.position = ascii + 1
      return this.body.toString('latin1', start, ascii)
    }
    const bytes = this.cstring()
    if (!isUtf8(bytes)) this.refuse('has a name that is not UTF-8')
    return bytes.toString('utf8')
  }

  /** Where the NUL of a short string stands whose bytes are all ASCII; -1 for any other. */
  private asciiEnd(): number {
    const { body } = this
    const last = Math.min(body.length, this.position + 64)
    for (let at = this.position; at < last; at++) {
      const byte = body[at]!
      if (byte === 0) return at
      if (byte >= 0x80) return -1
    }
    return -1
  }

  rest(): Buffer {
    return this.bytes(this.remaining)
  }

  /** The body must be used up. */
  end(): void {
    if (this.remaining !== 0) this.refuse('has bytes left over')
  }

  refuse(what: string): never {
    throw new PgsealError('protocolViolation', { what: `${this.message} ${what}` })
  }

  private advance(length: number): number {
    const start = this.position
    if (length > this.body.length - start) this.refuse('is too short')
    this.position = start + length
    return start
  }
}
