/**
 * One direction of output. Frames that pass unchanged are views into one chunk, mostly one behind the other: such runs are
 * joined again and written as one view, so that passing costs no copy and no write a message.
 */
export class Outlet {
  private readonly write: (bytes: Buffer) => void
  /** The first frame of the run; `end` is where the run ends in what it is a view of. */
  private first: Buffer | undefined = undefined
  private end = 0

  constructor(write: (bytes: Buffer) => void) {
    this.write = write
  }

  /** A frame, or part of one, that may join the run before it. */
  pass(bytes: Buffer): void {
    const { first } = this
    const start = bytes.byteOffset
    if (first !== undefined) {
      if (start === this.end && bytes.buffer === first.buffer) {
        this.end = start + bytes.length
        return
      }
      this.flush()
    }
    this.first = bytes
    this.end = start + bytes.length
  }

  /** Bytes of our own. */
  send(bytes: Buffer): void {
    this.flush()
    if (bytes.length > 0) this.write(bytes)
  }

  flush(): void {
    const { first } = this
    if (first === undefined) return
    this.first = undefined
    const length = this.end - first.byteOffset
    this.write(length === first.length ? first : Buffer.from(first.buffer, first.byteOffset, length))
  }
}
