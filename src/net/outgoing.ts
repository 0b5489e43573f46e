import type { Socket } from 'node:net'

/** Writes shorter than this are put together before they leave. */
const small = 8 * 1024
const mostJoined = 64 * 1024

/**
 * The writing side of one socket. What is sent within one turn of the event loop leaves together: small pieces joined,
 * since a write each costs ten times as much (pitfall D24), large ones as they are.
 */
export class Outgoing {
  private readonly socket: Socket
  private readonly deferred: () => void
  private pieces: Buffer[] = []
  private held = false
  private scheduled = false
  private closing = false

  constructor(socket: Socket) {
    this.socket = socket
    this.deferred = () => {
      this.scheduled = false
      this.flush()
    }
  }

  /** More waits for the peer than should: whoever feeds this socket stops reading (pitfall D25). */
  get full(): boolean {
    return this.socket.writableNeedDrain
  }

  get waiting(): number {
    return this.socket.writableLength
  }

  send(bytes: Buffer): void {
    if (bytes.length === 0 || this.closing) return
    this.pieces.push(bytes)
    if (this.held || this.scheduled) return
    this.scheduled = true
    process.nextTick(this.deferred)
  }

  /** Between hold() and release() everything stays; release() sends it. */
  hold(): void {
    this.held = true
  }

  release(): void {
    this.held = false
    this.flush()
  }

  /** Ends this direction behind what was sent. */
  close(): void {
    this.flush()
    this.closing = true
    this.socket.end()
  }

  flush(): void {
    const pieces = this.pieces
    if (pieces.length === 0) return
    this.pieces = []
    if (this.socket.writable) {
      if (pieces.length === 1) this.socket.write(pieces[0]!)
      else this.writeAll(pieces)
    }
  }

  private writeAll(pieces: readonly Buffer[]): void {
    this.socket.cork()
    let first = 0
    let bytes = 0
    for (let i = 0; i <= pieces.length; i++) {
      const length = pieces[i]?.length ?? mostJoined
      if (length < small && bytes + length <= mostJoined) {
        bytes += length
        continue
      }
      if (i - first === 1) this.socket.write(pieces[first]!)
      else if (i > first) this.socket.write(Buffer.concat(pieces.slice(first, i), bytes))
      first = i
      bytes = length
      if (length >= small) {
        if (i < pieces.length) this.socket.write(pieces[i]!)
        first = i + 1
        bytes = 0
      }
    }
    this.socket.uncork()
  }
}
