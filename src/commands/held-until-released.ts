/** Something that several maps in force use: closed when the last lets go of it. */
export class Shared<T> {
  readonly value: T
  readonly #close: (value: T) => void | Promise<void>
  #uses = 1

  constructor(value: T, close: (value: T) => void | Promise<void>) {
    this.value = value
    this.#close = close
  }

  take(): this {
    this.#uses += 1
    return this
  }

  async release(): Promise<void> {
    this.#uses -= 1
    if (this.#uses === 0) await this.#close(this.value)
  }
}
