// One connection's side of table-holds.ts.
import type { HoldMember, TableHolds } from './table-holds.ts'

/** What the gate must know of the connection. */
export type GateState = {
  /** In a transaction block or an open pipeline: what it has touched is locked on the server. */
  inTransaction(): boolean
  /** Replies are owed. */
  owes(): boolean
}

export class TableGate implements HoldMember {
  readonly #holds: TableHolds
  readonly #state: GateState
  /** Tables that statements of the open transaction were let through to. */
  readonly #touched = new Set<string>()
  /** Such a statement was sent since the last time nothing was owed. */
  #inFlight = false
  /** The client's message at hand has passed the gate: it must be sent before a hold is in force. */
  #passed = false
  /** A message of the client's is being worked on. */
  #busy = false
  #waits = false

  constructor(holds: TableHolds, state: GateState) {
    this.#holds = holds
    this.#state = state
    holds.join(this)
  }

  get exchanged(): number {
    return this.#holds.exchanged
  }

  /**
   * A statement with these bare relation names is to be planned: undefined when it may be now, else a promise after which
   * it asks again. `any`: its names do not say what it touches.
   */
  pass(names: readonly string[], any: boolean): Promise<void> | undefined {
    if (!this.#holds.active) return undefined
    if (!this.#state.inTransaction()) this.#touched.clear()
    const { own, all } = this.#holds.reach(names, any)
    if (all.length === 0) return undefined
    if (!this.#passed) {
      for (const key of all) {
        const released = this.#touched.has(key) ? undefined : (this.#holds.released(key) ?? this.#holds.lapsed())
        if (released === undefined) continue
        this.#waits = true
        this.#holds.look()
        return released.then(() => {
          this.#waits = false
        })
      }
    }
    this.#passed = true
    for (const key of own) this.#touched.add(key)
    return undefined
  }

  /** A message of the client's comes to be handled. */
  begin(): void {
    this.#passed = false
    this.#busy = true
  }

  /** It has been handled: what it asks of the server is sent. */
  end(): void {
    this.#busy = false
    if (this.#passed && this.#state.owes()) this.#inFlight = true
    this.#holds.look()
  }

  /** The server has answered something. */
  answered(): void {
    if (!this.#inFlight || this.#state.owes()) return
    this.#inFlight = false
    this.#holds.look()
  }

  /** ROLLBACK TO lets go of locks. */
  forgetTouched(): void {
    this.#touched.clear()
  }

  reaches(): boolean {
    if (this.#waits) return false
    return (this.#busy && this.#passed) || (this.#inFlight && this.#state.owes())
  }

  leave(): void {
    this.#holds.leave(this)
  }
}
