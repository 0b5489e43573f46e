// What a function of several values is, for the files that hold such functions.
import type { LogicalTypeName } from './logical-type.ts'
import type { ValueSettings } from './value-settings.ts'

/** Stored forms of the arguments, in the types that the function takes; null is SQL NULL. */
export type Computed = (values: readonly (Buffer | null)[], settings: ValueSettings) => Buffer | null

export type Scalar = {
  /** The types in which the arguments are taken. */
  readonly takes: readonly LogicalTypeName[]
  readonly to: LogicalTypeName
  readonly compute: Computed
}

/** The type of an argument; undefined for a literal or parameter without one. */
export type ArgumentType = LogicalTypeName | undefined

/** NULL for any NULL. */
export function strict(compute: (values: readonly Buffer[], settings: ValueSettings) => Buffer | null): Computed {
  return (values, settings) =>
    values.some((value) => value === null) ? null : compute(values as readonly Buffer[], settings)
}
