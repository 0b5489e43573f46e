// Loaded into a measured process ahead of its program (node --import): answers each message of its parent with what the
// process has used so far, after a garbage collection where --expose-gc allows one.
export type Usage = {
  /** Microseconds of CPU, user and system together. */
  readonly cpu: number
  /** Bytes: the heap in use and what lies outside of it. */
  readonly memory: number
  readonly rss: number
}

process.on('message', () => {
  const { user, system } = process.cpuUsage()
  globalThis.gc?.()
  globalThis.gc?.()
  const { heapUsed, external, rss } = process.memoryUsage()
  const usage: Usage = { cpu: user + system, memory: heapUsed + external, rss }
  process.send?.(usage)
})
// The program decides when the process ends.
process.channel?.unref()
