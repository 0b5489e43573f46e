// Cursors that DECLARE makes over sealed columns. FETCH says nothing of what it reads: its plan is that of the cursor's query,
// kept by name. Portals of the protocol are in the same namespace, so FETCH reads them too (pitfall A40).
import type { KeyObject } from 'node:crypto'
import { PgsealError } from '../errors.ts'
import type { ParsedStatement } from '../sql/analysis.ts'
import type { Declares, PassthroughPlan, Plan, SealedPlan } from '../sql/plan.ts'
import type { Link } from './link.ts'
import type { Owed } from './owed-replies.ts'

export type Cursor = {
  readonly plan: SealedPlan
  readonly declares: Declares
  /** Key of the constants beside sealed columns (key source 3): the cursor's rows hold values under it. */
  readonly constantKey: KeyObject | undefined
  /** WITH HOLD, and the transaction that declared it is committed. */
  held: boolean
}

const nothingToUndo = (): void => undefined

/** The client's cursors over sealed columns. An entry may outlive its cursor: the server then has no such cursor. */
export class Cursors {
  readonly #byName = new Map<string, Cursor>()

  get(name: string): Cursor | undefined {
    return this.#byName.get(name)
  }

  /** Enters a cursor; gives back what undoes it. */
  set(cursor: Cursor): () => void {
    const { name } = cursor.declares
    const before = this.#byName.get(name)
    this.#byName.set(name, cursor)
    return () => {
      if (before === undefined) this.#byName.delete(name)
      else this.#byName.set(name, before)
    }
  }

  /** CLOSE name; '*' is CLOSE ALL. Gives back what undoes it. */
  close(name: string): () => void {
    if (this.#byName.size === 0) return nothingToUndo
    const before = [...this.#byName].filter(([known]) => name === '*' || known === name)
    for (const [known] of before) this.#byName.delete(known)
    return () => {
      for (const [known, cursor] of before) if (!this.#byName.has(known)) this.#byName.set(known, cursor)
    }
  }

  /** The end of a transaction: cursors without HOLD go, and after ROLLBACK those that it declared. */
  endTransaction(committed: boolean): void {
    if (this.#byName.size === 0) return
    for (const [name, cursor] of this.#byName) {
      if (committed && cursor.declares.hold) cursor.held = true
      else if (!cursor.held) this.#byName.delete(name)
    }
  }
}

const constantKeys = new WeakMap<Plan, KeyObject>()

/** The key under which a FETCH of this plan may find constants. */
export function constantKeyOf(plan: Plan): KeyObject | undefined {
  return constantKeys.get(plan)
}

/** The plan of a FETCH: the very plan where no cursor over sealed columns is known by the name. */
export function planFetch(link: Link, plan: PassthroughPlan, fetch: ParsedStatement): Plan {
  const name = plan.fetches ?? ''
  const cursor = link.prepared.cursors.get(name)
  if (cursor !== undefined) return fetchPlan(plan, fetch, cursor)
  const portal = link.prepared.portals.get(name)
  if (portal?.plan.kind !== 'sealed' || portal.plan.results?.some((result) => result !== undefined) !== true)
    return plan
  if (portal.many !== undefined || portal.plan.effects.statement !== 'SelectStmt') {
    const error = new PgsealError('shapeNotServed', { shape: 'FETCH of a portal that writes' })
    return { kind: 'refused', effects: plan.effects, error }
  }
  const declares = { ...portal.plan, name, binary: false, hold: false }
  return fetchPlan(plan, fetch, { plan: portal.plan, declares, constantKey: portal.constantKey })
}

function fetchPlan(
  plan: PassthroughPlan,
  fetch: ParsedStatement,
  { plan: fetched, declares, constantKey }: Omit<Cursor, 'held'>,
): SealedPlan {
  const { results, hidden, opens, usesSettings, binary } = declares
  const made: SealedPlan = {
    kind: 'sealed',
    effects: { ...declares.effects, statement: plan.effects.statement },
    text: fetch.text,
    edits: [],
    parameters: [],
    clientParameters: [],
    results,
    hidden,
    rows: 0,
    records: [],
    evaluates: undefined,
    usesSettings,
    after: [],
    fetched,
    ...(binary ? { binary: true as const } : {}),
    seals: [],
    searches: [],
    opens,
  }
  if (constantKey !== undefined) constantKeys.set(made, constantKey)
  return made
}

/** Enters the cursor of a DECLARE that was sent as `owed`. */
export function enterCursor(link: Link, plan: SealedPlan, constantKey: KeyObject | undefined, owed: Owed): void {
  const { declares } = plan
  if (declares !== undefined) owed.addUndo(link.prepared.cursors.set({ plan, declares, constantKey, held: false }))
}

/** A cursor of SQL gives its rows in the format that DECLARE says: in text nothing could be opened. */
export function refuseCursorPortal(link: Link, name: string): void {
  if (link.prepared.cursors.get(name) === undefined || link.prepared.portals.has(name)) return
  throw new PgsealError('shapeNotServed', { shape: 'Execute and Describe of a cursor that DECLARE made' })
}
