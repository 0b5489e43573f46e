// Where the time of slow statements goes. A connection has a clock only where the map asks for slow statements: without
// one nothing here runs, and no time is looked at.
import { performance } from 'node:perf_hooks'
import type { KeyRing } from '../keys/key-ring.ts'
import type { Plan } from '../sql/plan.ts'
import type { Dependencies } from './dependencies.ts'
import type { Owed } from './owed-replies.ts'

/** Milliseconds of one execution, from its first message to the end of its result. */
export type StatementTimes = {
  readonly total: number
  /** The text. */
  readonly parse: number
  /** Analysis. */
  readonly plan: number
  /** Waiting for a key service. */
  readonly kms: number
  readonly seal: number
  readonly open: number
  /** Waiting for the client: it does not take the result, or has not sent all its copy data. */
  readonly client: number
  /** All else: the way to the server, its work, hidden statements, and what was before it on the connection. */
  readonly server: number
}

export type SlowStatement = {
  /** Node tag of libpg_query; Query for several in one text. */
  readonly statement: string
  readonly plan: Plan['kind']
  /** libpg_query's, of the first statement; '' where the text was not parsed. */
  readonly fingerprint: string
  /** `ok`, or the SQLSTATE. */
  readonly outcome: string
  readonly times: StatementTimes
}

export type SlowStatements = {
  readonly milliseconds: number
  tell(statement: SlowStatement): void
}

type Phase = 'parse' | 'plan' | 'kms' | 'seal' | 'open' | 'client'

/** One execution under way. */
export class Timing {
  readonly began: number
  readonly spent: Record<Phase, number> = { parse: 0, plan: 0, kms: 0, seal: 0, open: 0, client: 0 }
  /** Of a text that goes to the server as it came: what its statements were planned as. */
  plans: readonly Plan[] = []
  outcome = 'ok'
  #waits = 0
  #waitBegan = 0
  #clientBegan: number | undefined

  constructor(now: number) {
    this.began = now
  }

  /** Several calls to a key service at once are one wait. */
  keysAsked(): void {
    if (this.#waits === 0) this.#waitBegan = performance.now()
    this.#waits += 1
  }

  keysCame(): void {
    this.#waits -= 1
    if (this.#waits === 0) this.spent.kms += performance.now() - this.#waitBegan
  }

  clientBegins(): void {
    this.#clientBegan ??= performance.now()
  }

  clientEnds(): void {
    if (this.#clientBegan === undefined) return
    this.spent.client += performance.now() - this.#clientBegan
    this.#clientBegan = undefined
  }
}

export class StatementClock {
  readonly #slow: SlowStatements
  readonly #fingerprint: Dependencies['fingerprint']
  /** Of the message under work and those before it, until the statement is sent. */
  #next: Timing | undefined = undefined
  readonly #head: () => Owed | undefined

  constructor(slow: SlowStatements, fingerprint: Dependencies['fingerprint'], head: () => Owed | undefined) {
    this.#slow = slow
    this.#fingerprint = fingerprint
    this.#head = head
  }

  /** A message of the client's comes that a statement may begin with. */
  begin(): void {
    this.#next ??= new Timing(performance.now())
  }

  /** Whatever is not sent yet is no statement's. */
  forget(): void {
    this.#next = undefined
  }

  /** The statement is sent; `plans` of a text that goes as it came. */
  sent(owed: Owed, plans: readonly Plan[] = []): void {
    const timing = this.#next ?? new Timing(performance.now())
    timing.plans = plans
    owed.timing = timing
    this.#next = undefined
  }

  /** It has ended; told when that took long. */
  ended(owed: Owed, outcome?: string): void {
    const { timing } = owed
    if (timing === undefined) return
    owed.timing = undefined
    timing.clientEnds()
    const total = performance.now() - timing.began
    if (total < this.#slow.milliseconds || owed.hidden) return
    const { parse, plan, kms, seal, open, client } = timing.spent
    const server = Math.max(0, total - parse - plan - kms - seal - open - client)
    const made = timing.plans[0] ?? owed.plan
    this.#slow.tell({
      statement: timing.plans.length > 1 ? 'Query' : made?.kind === 'refused' ? '' : (made?.effects.statement ?? ''),
      plan: made?.kind ?? 'passthrough',
      fingerprint: made === undefined ? '' : (this.#fingerprint?.(made) ?? ''),
      outcome: outcome ?? timing.outcome,
      times: { total, parse, plan, kms, seal, open, client, server },
    })
  }

  /** The same dependencies, whose work is counted. */
  over(deps: Dependencies): Dependencies {
    return {
      ...deps,
      parse: (text) => this.#during('parse', () => deps.parse(text)),
      analyze: (input) => this.#during('plan', () => deps.analyze(input)),
      keyRing: this.#ring(deps.keyRing),
    }
  }

  #during<T>(phase: Phase, work: () => T): T {
    const timing = this.#next
    if (timing === undefined) return work()
    const began = performance.now()
    try {
      return work()
    } finally {
      timing.spent[phase] += performance.now() - began
    }
  }

  /** Seals the values of the statement that is not sent yet, or of the COPY under way. */
  sealing<T>(work: () => T | Promise<T>): T | Promise<T> {
    const timing = this.#next ?? this.#head()?.timing
    if (timing === undefined) return work()
    const began = performance.now()
    const { kms } = timing.spent
    const done = (): void => {
      timing.spent.seal += performance.now() - began - (timing.spent.kms - kms)
    }
    const made = work()
    if (made instanceof Promise) return made.finally(done)
    done()
    return made
  }

  /** Opens rows of the result that comes. Waits for keys are not part of it. */
  opening<T>(work: () => T): T {
    const timing = this.#head()?.timing
    if (timing === undefined) return work()
    const began = performance.now()
    try {
      return work()
    } finally {
      timing.spent.open += performance.now() - began
    }
  }

  /** The client does not take what it is sent, or is to send its copy data; until it has. */
  clientWaitedFor(waits: boolean): void {
    const timing = this.#head()?.timing
    if (waits) timing?.clientBegins()
    else timing?.clientEnds()
  }

  #ring(ring: KeyRing): KeyRing {
    const own = Object.create(ring) as { -readonly [name in keyof KeyRing]: KeyRing[name] }
    own.generate = (namedKey, contexts, onCall, signal) =>
      this.#asked(this.#next ?? this.#head()?.timing, ring.generate(namedKey, contexts, onCall, signal))
    own.open = (namedKey, keyPart, context, label, onCall) => {
      const head = this.#head()
      const timing = head?.opener === undefined ? (this.#next ?? head?.timing) : head.timing
      return this.#asked(timing, ring.open(namedKey, keyPart, context, label, onCall))
    }
    return own
  }

  #asked<T>(timing: Timing | undefined, answer: T | Promise<T>): T | Promise<T> {
    if (timing === undefined || !(answer instanceof Promise)) return answer
    timing.keysAsked()
    const came = (): void => timing.keysCame()
    answer.then(came, came)
    return answer
  }
}
