/** At most `bound` calls to key services run at once in a process; the others wait in order. */
export class CallSlots {
  readonly bound: number
  #free: number
  readonly #waiting: (() => void)[] = []

  constructor(bound: number) {
    this.bound = bound
    this.#free = bound
  }

  async run<T>(call: () => Promise<T>): Promise<T> {
    if (this.#free > 0) this.#free--
    else await new Promise<void>((resume) => this.#waiting.push(resume))
    try {
      return await call()
    } finally {
      // The slot goes straight to the next in line, so that a newcomer can't overtake.
      const next = this.#waiting.shift()
      if (next === undefined) this.#free++
      else next()
    }
  }
}

/** Maps in order with at most `bound` calls under way; after a failure no further call is begun. */
export async function mapBounded<T, R>(items: readonly T[], bound: number, map: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = new Array(items.length)
  let next = 0
  let failed = false
  const worker = async () => {
    while (!failed && next < items.length) {
      const index = next++
      try {
        results[index] = await map(items[index]!)
      } catch (error) {
        failed = true
        throw error
      }
    }
  }
  await Promise.all(Array.from({ length: Math.min(bound, items.length) }, worker))
  return results
}
