// Loaded into a measured process ahead of its program (node --import): answers each message of its parent with what the
// process has used so far.
export type Usage = {
  /** Microseconds of CPU, user and system together. */
  readonly cpu: number
  /** Bytes: the heap in use and the buffers outside of it; not the parser's WASM memory, whose fixed 256 MB would hide growth. */
  readonly memory: number
  readonly rss: number
}

/** What the parent asks: memory is counted after a garbage collection, which also throws compiled code away. */
export type Question = 'cpu' | 'memory'

process.on('message', (question: Question) => {
  const { user, system } = process.cpuUsage()
  if (question === 'memory') {
    globalThis.gc?.()
    globalThis.gc?.()
  }
  const { heapUsed, arrayBuffers, rss } = process.memoryUsage()
  const usage: Usage = { cpu: user + system, memory: heapUsed + arrayBuffers, rss }
  process.send?.(usage)
})
// The program decides when the process ends.
process.channel?.unref()
