/** When a service that does not answer is left alone, and for how long. */
export type BreakerSettings = {
  /** Outages in a row that open it. */
  readonly outages: number
  /** The first pause; each further one is twice as long, up to the longest. */
  readonly pauseMs: number
  readonly longestPauseMs: number
  /** Milliseconds on a clock that never goes back. */
  readonly now: () => number
  /** Told when it opens first, and when it closes again. */
  readonly onChange: (state: 'open' | 'closed') => void
}

/** A call that was let through, to be ended by one of the two. */
export type Passage = {
  /** The service answered, be it with a refusal. */
  answered(): void
  /** It could not be reached, failed, or did not answer in time. */
  failed(): void
}

/**
 * Closed, it lets every call through. After so many outages in a row it opens and lets none through until its pause is
 * over; then one call goes ahead as a probe (half-open), and a longer pause begins. An answer closes it. A probe that is not
 * answered at all keeps nobody from the next one.
 * An outage counts only if its call began after the outage before it was counted: one break of many connections is one.
 */
export class CircuitBreaker {
  readonly #settings: BreakerSettings
  #outages = 0
  /** Counted outages and answers: tells whether a call began before the last of them. */
  #turn = 0
  #openUntil: number | undefined
  #pauseMs: number

  constructor(settings: BreakerSettings) {
    this.#settings = settings
    this.#pauseMs = settings.pauseMs
  }

  /** Milliseconds until a call may be let through again; undefined when one may now. */
  pausedFor(): number | undefined {
    if (this.#openUntil === undefined) return undefined
    const left = this.#openUntil - this.#settings.now()
    return left > 0 ? left : undefined
  }

  /** undefined: the call must not be made. */
  enter(): Passage | undefined {
    if (this.pausedFor() !== undefined) return undefined
    if (this.#openUntil !== undefined) this.#beginPause()
    const turn = this.#turn
    return {
      answered: () => this.#answered(),
      failed: () => {
        if (turn === this.#turn) this.#count()
      },
    }
  }

  #answered(): void {
    const wasOpen = this.#openUntil !== undefined
    this.#outages = 0
    this.#turn += 1
    this.#openUntil = undefined
    this.#pauseMs = this.#settings.pauseMs
    if (wasOpen) this.#settings.onChange('closed')
  }

  #count(): void {
    this.#turn += 1
    this.#outages += 1
    if (this.#outages < this.#settings.outages || this.#openUntil !== undefined) return
    this.#beginPause()
    this.#settings.onChange('open')
  }

  #beginPause(): void {
    this.#openUntil = this.#settings.now() + this.#pauseMs
    this.#pauseMs = Math.min(2 * this.#pauseMs, this.#settings.longestPauseMs)
  }
}
