/** What the server does instead of answering as it should. */
export type KmsFault =
  | { readonly kind: 'throttle' }
  /** An answer that is an error: `type` is the exception's name. */
  | { readonly kind: 'error'; readonly status: number; readonly type: string }
  /** The connection ends without an answer; `reset` by RST. */
  | { readonly kind: 'drop' }
  | { readonly kind: 'reset' }
  /** No answer ever: the connection stays open until the caller gives up. */
  | { readonly kind: 'hang' }
  /** The right answer, late. */
  | { readonly kind: 'slow'; readonly ms: number }

/** Decides for one call, told its operation, how many calls there were before, and milliseconds since the schedule began. */
export type FaultSchedule = (operation: string, index: number, elapsedMs: number) => KmsFault | undefined

/** Which call meets which fault: first those that were ordered one by one, then what the schedule says. */
export class KmsFaults {
  readonly #ordered: { readonly fault: KmsFault; readonly operation: string | undefined }[] = []
  #schedule: { readonly decide: FaultSchedule; readonly since: number } | undefined
  #index = 0

  order(fault: KmsFault, times: number, operation: string | undefined): void {
    for (let i = 0; i < times; i++) this.#ordered.push({ fault, operation })
  }

  schedule(decide: FaultSchedule): void {
    this.#schedule = { decide, since: performance.now() }
    this.#index = 0
  }

  clear(): void {
    this.#ordered.length = 0
    this.#schedule = undefined
  }

  next(operation: string): KmsFault | undefined {
    const place = this.#ordered.findIndex((entry) => entry.operation === undefined || entry.operation === operation)
    if (place !== -1) return this.#ordered.splice(place, 1)[0]!.fault
    if (this.#schedule === undefined) return undefined
    return this.#schedule.decide(operation, this.#index++, performance.now() - this.#schedule.since)
  }
}

/** Well for `upMs`, then `fault` for `downMs`, and so on. */
export function flapping(upMs: number, downMs: number, fault: KmsFault): FaultSchedule {
  return (_operation, _index, elapsedMs) => (elapsedMs % (upMs + downMs) < upMs ? undefined : fault)
}

/** Each call meets one of the faults with the given probability; `random` gives numbers from 0 to below 1. */
export function unreliable(probability: number, faults: readonly KmsFault[], random: () => number): FaultSchedule {
  return () => (random() < probability ? faults[Math.floor(random() * faults.length)] : undefined)
}
