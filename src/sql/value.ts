import type { MappedColumn, RecordRule } from '../catalog/catalog.ts'
import type { ValueStep } from '../types/functions.ts'
import type { LogicalType } from '../types/logical-type.ts'
import type { Carried } from './carried.ts'
import type { Nested } from './nested.ts'
import type { Operand } from './plan.ts'

/** What an expression is, as far as sealing goes. A node that is only an operand is left to the position that holds it. */
export type Value = typeof plain | OperandValue | SealedValueOf

export const plain = { kind: 'plain' } as const

/** A literal or parameter, possibly under casts: its role is the holder's to decide. */
export type OperandValue = { readonly kind: 'operand'; readonly node: unknown }

/** An expression whose values come from sealed columns and nowhere else. */
export type SealedValueOf = {
  readonly kind: 'sealed'
  /** Every column a value may come from; all of one logical and one physical type. */
  readonly origins: readonly MappedColumn[]
  /** For each origin the row that a value comes from; undefined for a table whose values are bound to no row. */
  readonly rows: readonly (RowSource | undefined)[]
  readonly logical: LogicalType
  /** `schema.table.column` of one origin, for messages. */
  readonly name: string
  /** True when constants of the statement stand beside the columns: such a value is never compared. */
  readonly constants: boolean
  /** True when every such value was sealed by this very statement: it may be returned in encrypt-only mode. */
  readonly sealedHere: boolean
  /** The column of a table or view that this is and no more, as descriptions of results name it; zeros where they name none. */
  readonly source?: ColumnSource | undefined
  /** What the client gets is computed of the column's values by these steps; only in the statement's own list. */
  readonly computed?: readonly ValueStep[] | undefined
  /** The same of several values: which columns, added to the list, `at` of the operand's rows names; undefined for this one. */
  readonly combined?: { readonly operand: Operand; readonly leaves: readonly CombinedLeaf[] } | undefined
  /** JSON, an array or a joined text with such values in it: never compared, and no term of it exists. */
  readonly nested?: Nested<SealedValueOf> | undefined
  /** Byte offset of the column's name. */
  readonly location: number | undefined
}

export type CombinedLeaf = { readonly added: number | undefined; readonly type: LogicalType }

/**
 * The row that one naming of a relation stands for, in FROM or as the target of a write. Known by its object: two columns
 * that name the same one are of the same row wherever they meet.
 */
export type RowSource = {
  readonly rule: RecordRule
  /** By attribute number of the rule's columns: columns of an outer query that have the same values. */
  readonly told?: ReadonlyMap<number, ColumnValue>
}

export type ColumnSource = { readonly relation: number; readonly attnum: number }

/** A column in scope or in a result. */
export type ColumnValue = {
  readonly name: string
  readonly value: typeof plain | SealedValueOf
  /** Set for a mapped column that must not be named: why. */
  readonly blocked: Blocked | undefined
  readonly attnum: number | undefined
  /** Set for a plain column that its row's values are bound to. */
  readonly binds?: { readonly row: RowSource; readonly attnum: number } | undefined
  /** Values of the statement's own, from VALUES or UNNEST in FROM. */
  readonly carried?: Carried | undefined
  /** Of a column that JOIN ... USING merges over sealed ones: how it is named with its relation, and the column there. */
  readonly merges?: { readonly path: readonly string[]; readonly of: ColumnValue }
  /** Not the client's: put into a select list by the analysis, so that rows can be told. */
  readonly added?: true
}

export type Blocked = { readonly name: string; readonly reason: string; readonly state: 'plain' | 'refused' }
