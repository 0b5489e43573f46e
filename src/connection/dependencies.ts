import type { Catalog } from '../catalog/catalog.ts'
import type { PgsealError } from '../errors.ts'
import type { KeyRing } from '../keys/key-ring.ts'
import type { ConnectionAudit } from '../observe/audit/statement-audit.ts'
import type { Counts } from '../observe/counts.ts'
import type { Access } from '../sql/access.ts'
import type { AnalysisInput, ParsedText } from '../sql/analysis.ts'
import type { Plan } from '../sql/plan.ts'
import type { SlowStatements } from './statement-clock.ts'
import type { TableHolds } from './table-holds.ts'
import type { TokenKeys } from './tokens.ts'

/** Where bytes go. Both take over what they are given and keep the order of calls. */
export type Outlets = {
  toClient(bytes: Buffer): void
  toServer(bytes: Buffer): void
  /** Ends both sides; nothing is written any more. */
  destroy(): void
}

/** A wait for keys that a cancel request may end. */
export type KeyWait = {
  /** The server may be at work for this connection too: it is to be asked first, so that it stops nothing later. */
  readonly serverMayWork: boolean
  /** Fails the statement with 57014, if it still waits. */
  end(): void
}

/** Names and counts only: no value, key or SQL text ever enters a log call. */
export type ConnectionLog = {
  refused(event: { readonly error: PgsealError; readonly statement: string }): void
  failed(event: { readonly error: unknown }): void
}

/** A row of a hidden statement: values in text, null for NULL. */
export type HiddenRow = readonly (string | null)[]

/** What a connection needs of the rest of the process. Everything is shared between connections but the log, the audit and the access. */
export type Dependencies = {
  readonly mode: 'full' | 'encrypt-only'
  /** Of this connection's user. */
  readonly access: Access
  readonly keyRing: KeyRing
  /** Absent where no column reads as a token. */
  readonly tokenKeys?: TokenKeys
  /** Rows in which one statement may seal values. */
  readonly rowsPerStatement: number
  /** Bytes of a message that must be held whole, and of the rows that one statement reads to seal them anew. */
  readonly memoryPerConnection: number
  readonly counts: Counts
  /** Of the process, whatever its map; absent where no job exchanges tables. */
  readonly holds?: TableHolds
  readonly log: ConnectionLog
  /** undefined where neither an audit trail nor alerts are wanted. */
  readonly audit?: ConnectionAudit | undefined
  /** undefined where slow statements are not told. */
  readonly slow?: SlowStatements | undefined
  /** libpg_query's, of the statement that a plan was made of. */
  readonly fingerprint?: (plan: Plan) => string
  /** Throws PgsealError 42601, 54000, 54001, 22021. Kept by text. */
  readonly parse: (text: Buffer) => ParsedText
  /** Kept by statement, declared types, names and epoch: the same plan object comes back as long as nothing changed. */
  readonly analyze: (input: AnalysisInput) => Plan
  readonly catalog: () => Catalog
  /** A reading that is under way because DDL was committed; statements wait for it. undefined when there is none. */
  readonly catalogUnderWay: () => Promise<Catalog> | undefined
  /** Reads the catalog again on the control connection; resolves with one that is not older than the call. */
  readonly refreshCatalog: () => Promise<Catalog>
  /** Reads the catalog by hidden statements of this connection, so that it holds what its open transaction did. */
  readonly readCatalog: (query: (sql: string) => Promise<readonly HiddenRow[]>) => Promise<Catalog>
}
