// Entries of statements and portals are made and taken away when a message is sent. Messages of one pipeline fail together,
// so within it that is right; a message of a later pipeline must not build on an entry before the server has answered.
import type { Sent } from './prepared.ts'

export class Settling {
  /** Statements may have been closed by messages that are not answered yet. */
  closing = false
  private waiting: (() => void)[] = []

  /** True when `entry`, undefined for none, may be wrong: looked up in pipeline number `pipeline` while replies are owed. */
  unsure(entry: Sent | undefined, pipeline: number): boolean {
    return entry === undefined ? this.closing : !entry.confirmed && entry.pipeline !== pipeline
  }

  wait(): Promise<void> {
    return new Promise((resolve) => this.waiting.push(resolve))
  }

  /** Everything sent is answered, or (`all` false) nothing more will be before the client speaks. */
  done(all: boolean): void {
    if (all) this.closing = false
    if (this.waiting.length === 0) return
    const { waiting } = this
    this.waiting = []
    for (const resolve of waiting) resolve()
  }
}
