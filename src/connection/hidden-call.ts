import type { FieldDescription } from '../wire/row-description.ts'

/** A row of a hidden statement: values in text, null for NULL. */
export type HiddenRow = readonly (string | null)[]
/** The same as the bytes that came, the caller's own. */
export type HiddenBytes = readonly (Buffer | null)[]

/**
 * Thrown to whoever waits for a hidden statement that failed or was skipped. The client has, or will have, the server's
 * error in its place; nothing more is to be said for the message at hand.
 */
export class Skipped extends Error {
  constructor() {
    super('skipped')
    this.name = 'Skipped'
  }
}

/** One hidden statement under way: collects rows until the server has answered. */
export class HiddenCall {
  readonly rows: HiddenBytes[] = []
  readonly done: Promise<readonly HiddenBytes[]>
  private settle!: (error: Error | undefined) => void

  constructor() {
    this.done = new Promise((resolve, reject) => {
      this.settle = (error) => (error === undefined ? resolve(this.rows) : reject(error))
    })
    // A call whose connection ends has nobody left who waits.
    this.done.catch(() => undefined)
  }

  /** One row, values as the server sent them: views. */
  take(values: readonly (Buffer | null)[]): void {
    this.rows.push(values.map((value) => (value === null ? null : Buffer.from(value))))
  }

  /** The description of its rows, where one was asked for. */
  describe(_fields: readonly FieldDescription[]): void {}

  complete(): void {
    this.settle(undefined)
  }

  skip(): void {
    this.settle(new Skipped())
  }
}
