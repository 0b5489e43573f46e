import type { Catalog } from '../catalog/catalog.ts'
import type { Access } from './access.ts'
import type { Plan } from './plan.ts'

/**
 * A Query or Parse text, parsed once and kept by text. `names` are the unqualified relation names (folded, as the parser
 * gives them) that could mean a relevant relation: only when one of them is in catalog.relevantNames must the connection
 * ask the server what the names of that statement mean, before `plan` is called.
 */
export type ParsedText = {
  readonly statements: readonly ParsedStatement[]
  readonly bytes: number
}

/** Positions of errors that analysis finds count from the start of the whole text, as PostgreSQL's do. */
export type ParsedStatement = {
  /** The statement's own bytes within the text: no leading or trailing blanks, no semicolon. */
  readonly text: Buffer
  /** Byte offset of `text` within the Query or Parse text, and how many characters stand before it. */
  readonly start: number
  readonly characterStart: number
  /** Node tag of libpg_query. */
  readonly statement: string
  /** Every unqualified relation name in it, CTE names included. */
  readonly names: readonly string[]
  readonly parse: unknown
}

/** What the server says that unqualified names mean on this connection: name to relation OID, 0 for no such relation. */
export type ResolvedNames = ReadonlyMap<string, number>

export type AnalysisInput = {
  readonly statement: ParsedStatement
  readonly catalog: Catalog
  readonly names: ResolvedNames
  readonly declaredOids: readonly number[]
  readonly mode: 'full' | 'encrypt-only'
  /** What the user of the connection may see. */
  readonly access: Access
  /** Schema in which an unqualified CREATE TABLE would put its table: the server's current_schema(); undefined when not asked. */
  readonly currentSchema: string | undefined
}

export type Analyze = (input: AnalysisInput) => Plan
