import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { FrameReader } from '../src/wire/frame-reader.ts'
import { backend } from '../src/wire/message-codes.ts'
import { encodeQuery } from '../src/wire/query.ts'
import { encodeStartupMessage, protocol30 } from '../src/wire/startup-message.ts'
import type { Target } from './load.ts'
import type { MeasuredProcess } from './measured-process.ts'

export type MemoryGrowth = {
  /** Bytes in use after a garbage collection, when the first number of statements had run and when the second had. */
  readonly early: number
  readonly late: number
  /** Resident set at the same moments: what the parser and other native code hold too, and what the system hasn't got back. */
  readonly earlyResident: number
  readonly lateResident: number
}

/** Runs statements one after the other in one connection; `text` gives the SQL of each by its number. */
export async function memoryGrowth(
  proxy: MeasuredProcess,
  database: string,
  text: (n: number) => string,
  counts: { readonly early: number; readonly late: number },
): Promise<MemoryGrowth> {
  const stream = await StatementStream.open({ port: proxy.port, database })
  await stream.run(0, counts.early, text)
  const early = await proxy.usage('memory')
  await stream.run(counts.early, counts.late, text)
  const late = await proxy.usage('memory')
  stream.close()
  return { early: early.memory, late: late.memory, earlyResident: early.rss, lateResident: late.rss }
}

const batch = 200

/** A client that sends simple queries in batches and only counts what comes back: it must cost less than the proxy. */
class StatementStream {
  private readonly socket: Socket
  private readonly reader = new FrameReader({ wholeFrame: 1 << 20 })
  private owed = 1
  private done: () => void = () => undefined

  private constructor(socket: Socket) {
    this.socket = socket
    socket.on('data', (chunk: Buffer) => {
      this.reader.push(chunk)
      for (let frame = this.reader.take(); frame !== undefined; frame = this.reader.take()) {
        if (frame[0] === backend.errorResponse) socket.destroy(new Error('a statement failed'))
        if (frame[0] === backend.readyForQuery && --this.owed === 0) this.done()
      }
    })
  }

  static async open(target: Target): Promise<StatementStream> {
    const socket = connect({ host: '127.0.0.1', port: target.port, noDelay: true })
    await once(socket, 'connect')
    const stream = new StatementStream(socket)
    const parameters = [
      ['user', 'postgres'],
      ['database', target.database],
    ] as const
    await stream.send([encodeStartupMessage({ type: 'StartupMessage', protocolVersion: protocol30, parameters })], 1)
    return stream
  }

  async run(from: number, to: number, text: (n: number) => string): Promise<void> {
    for (let n = from; n < to; n += batch) {
      const size = Math.min(batch, to - n)
      const queries = Array.from({ length: size }, (_, i) => {
        return encodeQuery({ type: 'Query', query: Buffer.from(text(n + i)) })
      })
      await this.send(queries, size)
    }
  }

  close(): void {
    this.socket.destroy()
  }

  private send(frames: readonly Buffer[], owed: number): Promise<void> {
    this.owed = owed
    return new Promise((resolve, reject) => {
      this.done = resolve
      this.socket.once('error', reject)
      this.socket.write(Buffer.concat(frames), () => this.socket.off('error', reject))
    })
  }
}
