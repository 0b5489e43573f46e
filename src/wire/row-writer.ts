import { backend } from './message-codes.ts'

const slabBytes = 64 * 1024

/** Until there is something to write: most connections never write a row. */
const none = Buffer.alloc(0)

/** Below this much room a new slab is begun rather than the old one used on. */
const leastRoom = 4 * 1024

/**
 * Writes DataRow frames, and other frames between them, into slabs of 64 KB, without a Buffer a field. begin(), then field()
 * or nullField() for each, then end(); takeBytes() gives away what is finished, as one view that is never written again.
 */
export class RowWriter {
  private slab: Buffer = none
  private start = 0
  private position = 0
  private row = 0
  private fields = 0

  /** Bytes of finished frames not taken yet. */
  get pending(): number {
    return this.position - this.start
  }

  begin(): void {
    this.need(7)
    this.row = this.position
    this.slab[this.position] = backend.dataRow
    this.position += 7
    this.fields = 0
  }

  /** Copies bytes[from, to) as the next field. */
  field(bytes: Uint8Array, from = 0, to = bytes.length): void {
    const length = to - from
    this.need(4 + length)
    const slab = this.slab
    let position = this.position
    slab[position] = length >>> 24
    slab[position + 1] = length >>> 16
    slab[position + 2] = length >>> 8
    slab[position + 3] = length
    position += 4
    if (length <= 24) for (let i = from; i < to; i++) slab[position++] = bytes[i]!
    else {
      slab.set(from === 0 && to === bytes.length ? bytes : bytes.subarray(from, to), position)
      position += length
    }
    this.position = position
    this.fields += 1
  }

  nullField(): void {
    this.need(4)
    this.slab.fill(0xff, this.position, this.position + 4)
    this.position += 4
    this.fields += 1
  }

  end(): void {
    this.slab.writeInt32BE(this.position - this.row - 1, this.row + 1)
    this.slab.writeUInt16BE(this.fields, this.row + 5)
  }

  /** Forgets the row begun and not ended. */
  abandon(): void {
    this.position = this.row
  }

  /** Copies a complete frame, or several. Not between begin() and end(). */
  frame(frame: Buffer): void {
    this.need(frame.length)
    frame.copy(this.slab, this.position)
    this.position += frame.length
  }

  /** What is finished. Not between begin() and end(). */
  takeBytes(): Buffer {
    const bytes = this.slab.subarray(this.start, this.position)
    this.start = this.position
    if (this.slab.length - this.position < leastRoom) {
      this.slab = none
      this.start = 0
      this.position = 0
    }
    return bytes
  }

  private need(bytes: number): void {
    if (this.slab.length - this.position < bytes) {
      const used = this.position - this.start
      this.move(Math.max(slabBytes, used * 2, used + bytes))
    }
  }

  private move(size: number): void {
    const larger = Buffer.allocUnsafeSlow(size)
    this.slab.copy(larger, 0, this.start, this.position)
    this.row -= this.start
    this.position -= this.start
    this.start = 0
    this.slab = larger
  }
}
