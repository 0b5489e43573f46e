// Copy data of the client: sealed, passed on as they are where no map names the relation, or dropped.
import type { FrameReader } from '../wire/frame-reader.ts'
import { frontend } from '../wire/message-codes.ts'
import type { Handled } from './client-messages.ts'
import type { CopyIn } from './copy-in.ts'
import type { Link } from './link.ts'
import { Owed, owedKind } from './owed-replies.ts'

/** For FrameReader.takeRun; the byte is the same both ways. */
export const onlyCopyData = new Uint8Array(256)
onlyCopyData[frontend.copyData] = 1

export class ClientCopyData {
  private readonly link: Link
  private readonly client: FrameReader
  private passes = false
  private copyIn: CopyIn | undefined = undefined

  constructor(link: Link, client: FrameReader) {
    this.link = link
    this.client = client
  }

  /** A part of copy data: sealed, passed on as it is where no map names the relation, or dropped. A promise holds the client. */
  take(): Handled | 'more' {
    const { link } = this
    // Decided once a message: its parts must not go different ways.
    const first = this.client.remaining === 0
    if (first) {
      this.copyIn = link.copyIn
      this.passes = this.copyIn === undefined && this.copies()
    }
    const run = first && this.copyIn === undefined ? this.client.takeRun(onlyCopyData, true) : undefined
    const part = run ?? this.client.takePart()
    if (part === undefined) return 'more'
    if (this.copyIn !== undefined) return this.copyIn.take(first ? part.subarray(5) : part)
    if (this.passes) {
      link.toServer.pass(part)
      link.copyDataSent = true
    }
    return undefined
  }

  /** CopyDone or CopyFail: the end of the data, after which a simple Query goes on. */
  end(fails: boolean, frame: Buffer): Handled {
    const { link } = this
    const { copyIn } = link
    const goOn = (): Handled => {
      const { afterCopy } = link
      if (fails || copyIn?.failed === true) return undefined
      link.afterCopy = undefined
      return afterCopy?.()
    }
    if (copyIn !== undefined) {
      if (fails) copyIn.fail(frame)
      const done = fails ? undefined : copyIn.done(frame)
      return done === undefined ? goOn() : done.then(goOn)
    }
    if (!this.copies()) return undefined
    link.toServer.pass(frame)
    link.copyEnded = true
    // A COPY that fails takes the rest of its Query with it.
    link.copiesExpected = fails ? 0 : Math.max(0, link.copiesExpected - 1)
    link.owed.push(new Owed(owedKind.copyEnd))
    return goOn()
  }

  /** False when the server would discard copy data: what follows a refused COPY goes no further than here. */
  private copies(): boolean {
    return this.link.copiesExpected > 0 || this.link.copyingIn
  }
}
