import { PgsealError } from '../errors.ts'

/**
 * Builds one frame: type byte, length, body. The length is patched once, by `finish`, which gives the frame away. Buffers
 * handed in are copied. Without a code the frame is one of the untyped start-up packets.
 */
export class MessageWriter {
  private frame: Buffer
  private position: number
  private readonly lengthAt: number

  constructor(code: number | undefined, sizeHint = 64) {
    this.frame = Buffer.allocUnsafe(sizeHint + 5)
    this.lengthAt = code === undefined ? 0 : 1
    if (code !== undefined) this.frame[0] = code
    this.position = this.lengthAt + 4
  }

  uint8(value: number): this {
    this.space(1)
    this.position = this.frame.writeUInt8(value, this.position)
    return this
  }

  int16(value: number): this {
    this.space(2)
    this.position = this.frame.writeInt16BE(value, this.position)
    return this
  }

  uint16(value: number): this {
    this.space(2)
    this.position = this.frame.writeUInt16BE(value, this.position)
    return this
  }

  int32(value: number): this {
    this.space(4)
    this.position = this.frame.writeInt32BE(value, this.position)
    return this
  }

  uint32(value: number): this {
    this.space(4)
    this.position = this.frame.writeUInt32BE(value, this.position)
    return this
  }

  bytes(value: Buffer): this {
    this.space(value.length)
    this.frame.set(value, this.position)
    this.position += value.length
    return this
  }

  /** An int32 length and the bytes; null is -1. */
  value(value: Buffer | null): this {
    return value === null ? this.int32(-1) : this.int32(value.length).bytes(value)
  }

  /** The bytes and a NUL. A NUL within would let one string become two, so it is a bug of the caller. */
  cstring(value: Buffer): this {
    if (value.includes(0)) throw new PgsealError('internal', {}, { logDetail: 'NUL in a string of a message' })
    return this.bytes(value).uint8(0)
  }

  name(value: string): this {
    return value === '' ? this.uint8(0) : this.cstring(Buffer.from(value, 'utf8'))
  }

  finish(): Buffer {
    this.frame.writeInt32BE(this.position - this.lengthAt, this.lengthAt)
    return this.frame.subarray(0, this.position)
  }

  /** Makes room: `frame` may be another Buffer afterwards. */
  private space(length: number): void {
    const needed = this.position + length
    if (needed > this.frame.length) {
      const larger = Buffer.allocUnsafe(Math.max(needed, this.frame.length * 2))
      this.frame.copy(larger, 0, 0, this.position)
      this.frame = larger
    }
  }
}
