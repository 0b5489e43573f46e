import { frontend } from './message-codes.ts'
import { FrameSlab } from './row-sink.ts'

/** A frame is ended when it has so many bytes. */
const frameBytes = 32 * 1024

/** Writes copy data as CopyData frames of about 32 KB. Rows may begin and end anywhere in a frame. */
export class CopyDataWriter extends FrameSlab {
  private inFrame = false

  byte(byte: number): void {
    this.open(1)
    this.slab[this.position++] = byte
  }

  /** Copies bytes[from, to). */
  raw(bytes: Uint8Array, from = 0, to = bytes.length): void {
    this.open(to - from)
    this.slab.set(from === 0 && to === bytes.length ? bytes : bytes.subarray(from, to), this.position)
    this.position += to - from
  }

  int16(value: number): void {
    this.open(2)
    this.position = this.slab.writeInt16BE(value, this.position)
  }

  int32(value: number): void {
    this.open(4)
    this.position = this.slab.writeInt32BE(value, this.position)
  }

  /** ASCII. */
  ascii(text: string): void {
    this.open(text.length)
    this.position += this.slab.write(text, this.position, 'latin1')
  }

  /** After a row: ends the frame when it is long enough. */
  rowEnd(): void {
    if (this.inFrame && this.position - this.row >= frameBytes) this.close()
  }

  /** All that was written, in finished frames. */
  override takeBytes(): Buffer {
    this.close()
    return super.takeBytes()
  }

  private open(bytes: number): void {
    this.need(bytes + 5)
    if (this.inFrame) return
    this.inFrame = true
    this.row = this.position
    this.slab[this.position] = frontend.copyData
    this.position += 5
  }

  private close(): void {
    if (!this.inFrame) return
    this.inFrame = false
    this.slab.writeInt32BE(this.position - this.row - 1, this.row + 1)
  }
}
