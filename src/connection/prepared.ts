// Prepared statements and portals of one connection: the client's names and what the proxy made of them (pitfalls A40 to
// A47). Entries are made when the message is sent and taken back when the server fails or skips it, so that a pipeline
// sees its own statements before any reply has come.
import type { KeyObject } from 'node:crypto'
import type { Catalog } from '../catalog/catalog.ts'
import type { StatementAudit } from '../observe/audit/statement-audit.ts'
import type { ParsedStatement } from '../sql/analysis.ts'
import type { Plan } from '../sql/plan.ts'
import type { FieldDescription } from '../wire/row-description.ts'
import { Cursors } from './cursors.ts'
import type { Opener } from './opener.ts'

export type Statement = {
  readonly name: string
  /** undefined for an empty text. */
  readonly parsed: ParsedStatement | undefined
  readonly declaredOids: readonly number[]
  plan: Plan
  /** What the plan was made from: another version or catalog means that it is made again (pitfall A41). */
  namesVersion: number
  catalog: Catalog | undefined
  /** TableHolds.exchanged when the server was given its text. */
  exchanged?: number
} & Sent

/** An entry is made when its message is sent; only the server's answer tells that it is there. */
export type Sent = {
  /** Number of the pipeline in which it was sent. */
  readonly pipeline: number
  confirmed: boolean
}

export type Portal = {
  readonly name: string
  /** Held by the portal, which outlives its statement (pitfall A46). */
  readonly plan: Plan
  /** Result formats as the client asked for them: none, one for all, or one a column. */
  readonly resultFormats: readonly number[]
  /** Values sealed by this Bind: what RETURNING gives back of them needs no key. */
  readonly sealedHere: SealedHere | undefined
  /** Key of the constants beside sealed columns (key source 3). */
  readonly constantKey: KeyObject | undefined
  /** An UPDATE of many rows. */
  readonly many: ManyPortal | undefined
  /** Its result was described since the Bind, or the plan's was before. */
  described: boolean
  /** What is said of its first execution. */
  readonly audit?: StatementAudit | undefined
  /** Opener of an execution that the server suspended. */
  opener: Opener | undefined
} & Sent

export type ManyPortal = {
  /** Link.writes when its rows were selected: they are known to be all only as long as nothing else has written. */
  writes: number | undefined
  /** For each result column that the SELECT computed, its description there. */
  readonly fields: readonly (FieldDescription | undefined)[]
}

/** Envelopes made by one statement, with their stored forms. Key: the envelope as latin1. */
export type SealedHere = Map<string, Buffer>

export class Prepared {
  readonly statements = new Map<string, Statement>()
  readonly portals = new Portals()
  readonly cursors = new Cursors()

  /** Enters a statement; gives back what undoes it. */
  setStatement(statement: Statement): () => void {
    return set(this.statements, statement.name, statement)
  }

  deleteStatement(name: string): () => void {
    return set(this.statements, name, undefined)
  }

  setPortal(portal: Portal): () => void {
    return set(this.portals, portal.name, portal)
  }

  deletePortal(name: string): () => void {
    const portal = set(this.portals, name, undefined)
    const cursor = this.cursors.close(name)
    return () => {
      portal()
      cursor()
    }
  }

  /** DEALLOCATE name; '*' is DEALLOCATE ALL and DISCARD ALL. Gives back what undoes it. */
  deallocate(name: string): () => void {
    if (name !== '*') return this.deleteStatement(name)
    const before = [...this.statements]
    this.statements.clear()
    return () => {
      for (const [known, statement] of before) if (!this.statements.has(known)) this.statements.set(known, statement)
    }
  }
}

/** Portals by name. Nearly every statement makes the unnamed one anew and loses it at its end: it is in no map. */
export class Portals {
  #unnamed: Portal | undefined
  readonly #named = new Map<string, Portal>()

  get(name: string): Portal | undefined {
    return name === '' ? this.#unnamed : this.#named.get(name)
  }

  has(name: string): boolean {
    return this.get(name) !== undefined
  }

  set(name: string, portal: Portal): void {
    if (name === '') this.#unnamed = portal
    else this.#named.set(name, portal)
  }

  delete(name: string): void {
    if (name === '') this.#unnamed = undefined
    else this.#named.delete(name)
  }

  clear(): void {
    this.#unnamed = undefined
    if (this.#named.size > 0) this.#named.clear()
  }
}

type Named<T> = Pick<Map<string, T>, 'get'> & { set(name: string, value: T): unknown; delete(name: string): unknown }

function set<T>(map: Named<T>, name: string, value: T | undefined): () => void {
  const before = map.get(name)
  if (value === undefined) map.delete(name)
  else map.set(name, value)
  return () => {
    if (before === undefined) map.delete(name)
    else map.set(name, before)
  }
}
