import { setTimeout as sleep } from 'node:timers/promises'
import { PgsealError } from '../errors.ts'
import { KeyServiceCounts } from '../observe/counts.ts'
import { type CallSlots, SlotTimeout } from './call-slots.ts'
import { CircuitBreaker } from './circuit-breaker.ts'

/** How long and how often a key service is asked. docs/architecture.md, "When the key service is in trouble". */
export type CallPolicy = {
  /** Of one attempt, to connect; the provider's client keeps to it. */
  readonly connectMs: number
  /** Of one attempt as a whole. */
  readonly attemptMs: number
  /** Of a call: waiting for a slot, attempts and pauses together. */
  readonly totalMs: number
  readonly attempts: number
  /** The longest first pause before an attempt is repeated; the second is up to twice as long. */
  readonly pauseMs: { readonly outage: number; readonly throttled: number }
  /** Repeated attempts that may be owed at once: a service in trouble is not asked three times as often as before. */
  readonly retryBudget: number
  readonly breaker: { readonly outages: number; readonly pauseMs: number; readonly longestPauseMs: number }
}

export const defaultCallPolicy: CallPolicy = {
  connectMs: 2_000,
  attemptMs: 5_000,
  totalMs: 10_000,
  attempts: 3,
  pauseMs: { outage: 100, throttled: 400 },
  retryBudget: 100,
  breaker: { outages: 5, pauseMs: 250, longestPauseMs: 2_000 },
}

/** A call that succeeds gives back this share of a repeated attempt. */
const budgetReturn = 0.2

export type ServiceCallsOptions = {
  readonly namedKey: string
  readonly slots: CallSlots
  readonly policy: CallPolicy
  /** Milliseconds on a clock that never goes back. */
  readonly now: () => number
  readonly log: { info(fields: object, message: string): void; warn(fields: object, message: string): void }
  /** From 0 to below 1, for the pauses. */
  readonly random?: () => number
  /** Where calls are counted. */
  readonly counts?: KeyServiceCounts
}

/** Thrown into `toError` when an attempt has used up its time. */
export class AttemptTimeout extends Error {
  constructor() {
    super('no answer in time')
    this.name = 'TimeoutError'
  }
}

/** The calls to one named key's service: bounded in number and time, repeated where that helps, stopped where it does not. */
export class ServiceCalls {
  readonly namedKey: string
  readonly policy: CallPolicy
  /** Calls that run at once in the process. */
  readonly bound: number
  readonly counts: KeyServiceCounts
  readonly #slots: CallSlots
  readonly #now: () => number
  readonly #random: () => number
  readonly #breaker: CircuitBreaker
  #budget: number

  constructor(options: ServiceCallsOptions) {
    const { namedKey, slots, policy, now, log, random = Math.random, counts = new KeyServiceCounts() } = options
    this.counts = counts
    // Those of an earlier ring of the same process may go on here, its breaker does not.
    counts.breakerOpen = false
    this.namedKey = namedKey
    this.policy = policy
    this.bound = slots.bound
    this.#slots = slots
    this.#now = now
    this.#random = random
    this.#budget = policy.retryBudget
    this.#breaker = new CircuitBreaker({
      ...policy.breaker,
      now,
      onChange: (state) => {
        counts.breakerOpen = state === 'open'
        if (state === 'open')
          log.warn({ key: namedKey }, 'the key service does not answer: it is asked again after a pause')
        else log.info({ key: namedKey }, 'the key service answers again')
      },
    })
  }

  /**
   * What `send` gives; it should end when the signal does, and is not waited for any longer. `toError` says what a failure
   * means: keyServiceUnavailable is an outage and keyServiceThrottled asks for a pause, both are tried again; everything
   * else is final. Rejects within the policy's total, with what `toError` made of the last failure.
   */
  async run<T>(send: (signal: AbortSignal) => Promise<T>, toError: (error: unknown) => Error): Promise<T> {
    const deadline = this.#now() + this.policy.totalMs
    let last: Error | undefined
    for (let attempt = 1; ; attempt += 1) {
      if (this.#breaker.pausedFor() !== undefined) throw last ?? this.#unavailable(leftAlone)
      try {
        const left = deadline - this.#now()
        return await this.#slots.run(() => this.#attempt(send, toError, deadline, last), left)
      } catch (error) {
        if (error instanceof SlotTimeout) throw last ?? this.#unavailable('too many calls are waiting for it')
        last = error as Error
        await this.#pause(last, attempt, deadline)
      }
    }
  }

  async #attempt<T>(
    send: (signal: AbortSignal) => Promise<T>,
    toError: (error: unknown) => Error,
    deadline: number,
    last: Error | undefined,
  ): Promise<T> {
    const passage = this.#breaker.enter()
    if (passage === undefined) throw last ?? this.#unavailable(leftAlone)
    const controller = new AbortController()
    const began = this.#now()
    let timer: NodeJS.Timeout | undefined
    const timeout = new Promise<never>((_, reject) => {
      const giveUp = (): void => {
        reject(new AttemptTimeout())
        controller.abort()
      }
      timer = setTimeout(giveUp, Math.max(0, Math.min(this.policy.attemptMs, deadline - this.#now())))
    })
    try {
      const answer = await Promise.race([send(controller.signal), timeout])
      passage.answered()
      this.#count('ok', began)
      this.#budget = Math.min(this.policy.retryBudget, this.#budget + budgetReturn)
      return answer
    } catch (thrown) {
      const error = toError(thrown)
      const kind = repeatable(error)
      this.#count(kind ?? 'refused', began)
      if (kind === 'outage') passage.failed()
      else passage.answered()
      throw error
    } finally {
      clearTimeout(timer)
    }
  }

  /** Waits before the next attempt, or throws `error` when there is to be none. */
  async #pause(error: Error, attempt: number, deadline: number): Promise<void> {
    const kind = repeatable(error)
    if (kind === undefined || attempt >= this.policy.attempts || this.#budget < 1) throw error
    const most = this.policy.pauseMs[kind] * 2 ** (attempt - 1)
    const pause = most / 2 + (this.#random() * most) / 2
    if (this.#now() + pause >= deadline) throw error
    this.#budget -= 1
    await sleep(pause)
  }

  #count(outcome: keyof KeyServiceCounts['outcomes'], began: number): void {
    const now = this.#now()
    this.counts.ended(outcome, now - began, now)
  }

  #unavailable(reason: string): PgsealError {
    return new PgsealError('keyServiceUnavailable', { key: this.namedKey, reason })
  }
}

const leftAlone = 'it did not answer several times and is left alone for a moment'

function repeatable(error: Error): 'outage' | 'throttled' | undefined {
  if (!(error instanceof PgsealError)) return undefined
  if (error.errorName === 'keyServiceUnavailable') return 'outage'
  return error.errorName === 'keyServiceThrottled' ? 'throttled' : undefined
}
