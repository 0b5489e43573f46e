// What a job that makes a table anew must be told of its columns. Sealing, unsealing and other index keys are each one such
// change; everything else about the table, its rows and its place is the same for all.
import type { Session } from '../../control/database.ts'
import type { ValueFailure } from '../move-values.ts'
import type { TableFacts } from '../table-facts.ts'

/** A row as the statements of a job give it: bytea as Buffer, all else as text. Columns are named as ColumnChange says. */
export type SourceRow = Readonly<Record<string, string | Buffer | null>>

/** What is made of one row: the parts of all changes, one behind the other. */
export type MadeRow = readonly (Buffer | string | null)[]

/** A column that gets another type in the new table, at its place. */
export type ColumnChange = {
  readonly name: string
  /** Its new type, as SQL; with `collate`, where it has one. */
  readonly type: string
  /** Expressions over `t`, a row of the table as it is: what `make` and `verify` need. Bytea or text. As `s0`, `s1`, ... over all changes. */
  readonly source: readonly string[]
  /** SQL types of the parts that `make` gives for it. */
  readonly parts: readonly ('bytea' | 'text')[]
  /** The new value from its parts, of which one row is given by these names: an expression of the new type. */
  readonly assemble: (parts: readonly string[]) => string
  /** Expressions over `n`, a row of the new table: what `verify` needs. As `m0`, `m1`, ... over all changes. */
  readonly made: readonly string[]
  /** A constraint of the new table, without a name; it is added before rows are. */
  readonly check: string | undefined
}

export type TableChange = {
  readonly kind: 'seal' | 'unseal' | 'reseal'
  readonly changes: readonly ColumnChange[]
  /** More expressions over `t`: what a row is bound to. As `x0`, `x1`, ... */
  readonly extra: readonly string[]
  /** What is made, in a text that is equal when it is the same: a job that was interrupted goes on only then. */
  readonly target: string
  /** For each row `s*` and `x*`; the parts that it must make, in order of the changes. Rejections end the job. */
  make(rows: readonly SourceRow[]): Promise<readonly MadeRow[]>
  /** For each row `s*`, `x*` and `m*`: what is in the new table is opened and compared. Gives what is wrong. */
  verify(rows: readonly SourceRow[]): Promise<readonly ValueFailure[]>
  /**
   * Statements that make the indexes which hold a changed column. `facts` are of the table as it is, but with the name and
   * schema of the new one.
   */
  indexes(facts: TableFacts): readonly string[]
  /** In the transaction of the swap, as its last: `relation` is the new table, `positions` the columns' numbers in it. */
  swapped(session: Session, relation: number, positions: ReadonlyMap<string, number>): Promise<void>
}
