/** A seeded source of numbers (xorshift32), so that a failing run can be run again. */
export class Random {
  private state: number

  constructor(seed: number) {
    this.state = seed === 0 ? 1 : seed | 0
  }

  /** An integer in [0, limit). */
  below(limit: number): number {
    let x = this.state
    x ^= x << 13
    x ^= x >>> 17
    x ^= x << 5
    this.state = x
    return (x >>> 0) % limit
  }

  bytes(length: number): Buffer {
    return Buffer.from(Array.from({ length }, () => this.below(256)))
  }

  pick<T>(items: readonly T[]): T {
    return items[this.below(items.length)]!
  }

  list<T>(most: number, make: () => T): T[] {
    return Array.from({ length: this.below(most + 1) }, make)
  }
}
