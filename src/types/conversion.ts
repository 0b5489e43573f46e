import { codecs } from './codecs.ts'
import type { LogicalType, LogicalTypeName } from './logical-type.ts'
import type { ValueSettings } from './value-settings.ts'

/** Stored form of one type to stored form of another; throws what PostgreSQL's cast would throw. */
export type Conversion = (stored: Buffer, settings: ValueSettings) => Buffer

/** Stored form of the operand to stored form in the column's type, or undefined when no value of the column can equal it. */
export type EqualityOperand = (stored: Buffer, settings: ValueSettings) => Buffer | undefined

/** How a value of type `from` is assigned to a column of type `to` (INSERT, UPDATE SET), length and scale included; undefined where PostgreSQL has no assignment cast or it is not served. */
export function assignment(from: LogicalTypeName, to: LogicalType): Conversion | undefined {
  if (from !== to.name && !(isText(from) && isText(to.name))) return undefined
  if (to.typmod === -1) return (stored) => stored
  return (stored) => codecs[to.name].fromBinary(stored, to.typmod)
}

/** An explicit cast (`x::type`, CAST): varchar(n) truncates, and so on; undefined where there is none or it is not served. */
export function explicitCast(_from: LogicalTypeName, _to: LogicalType): Conversion | undefined {
  return undefined
}

/** How `column = operand` is decided by the column's own comparison form when the operand has type `from`; undefined where that is not exact both ways: such a comparison is refused. */
export function equalityOperand(from: LogicalTypeName, column: LogicalType): EqualityOperand | undefined {
  if (from === column.name || (isText(from) && isText(column.name))) return (stored) => stored
  return undefined
}

function isText(name: LogicalTypeName): boolean {
  return name === 'text' || name === 'varchar'
}
