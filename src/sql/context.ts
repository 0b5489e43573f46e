import type { Level } from './scope.ts'
import type { Analysis } from './statement.ts'
import type { ColumnValue } from './value.ts'

/** Where in a statement an expression stands: what names mean there. */
export type Context = {
  readonly analysis: Analysis
  readonly level: Level | undefined
  readonly ctes: CteScope | undefined
  /** Within the arguments of an aggregate: its level. */
  readonly aggregateOf?: Level | undefined
}

/** CTEs in scope, innermost first. */
export type CteScope = {
  readonly name: string
  /** Undefined when not all columns are known. */
  readonly columns: readonly ColumnValue[] | undefined
  /** True while it is analysed itself, or stands later in a WITH RECURSIVE. */
  readonly pending: boolean
  readonly parent: CteScope | undefined
}
