// A cast of a sealed column that changes no value: to its own type, or between text and varchar without a length. The server
// gets the column without it.
import type { LogicalType } from '../types/logical-type.ts'
import { locationOfNode } from './combine.ts'
import type { Context } from './context.ts'
import { nestedCast } from './nested-calls.ts'
import { refuseUse } from './refusal.ts'
import { termPlace } from './term-place.ts'
import { totalCast } from './totals.ts'
import { typeOfTypeName } from './type-name.ts'
import type { SealedValueOf } from './value.ts'
import { as, type Fields, struct } from './walk.ts'

export function ownCast(context: Context, node: unknown, fields: Fields, value: SealedValueOf): SealedValueOf {
  const { analysis } = context
  const typeName = struct(fields.typeName)
  const type = typeName === undefined ? undefined : typeOfTypeName(typeName)
  if (value.nested !== undefined) {
    const cast = type?.typmod === -1 ? nestedCast(value, type.name, locationOfNode(fields.arg)) : undefined
    return cast ?? totalCast(context, node, value, type) ?? refuseUse(analysis, value, 'a cast')
  }
  const isColumn = as(fields.arg, 'SubLink') === undefined && termPlace(analysis, fields.arg) !== undefined
  if (type === undefined || !isColumn || analysis.inView || !keepsValue(value.logical, type)) {
    return refuseUse(analysis, value, 'a cast', {
      detail: 'Served are casts of a column to its own type, and between text and varchar without a length.',
    })
  }
  analysis.claim(node, { to: 'inner', node: fields.arg })
  if (type.name === value.logical.name && type.typmod === value.logical.typmod) return value
  return { ...value, logical: type, source: { relation: 0, attnum: 0 } }
}

/** True for a cast that changes no value. */
export function keepsValue(from: LogicalType, to: LogicalType): boolean {
  if (from.name === to.name) return to.typmod === -1 || to.typmod === from.typmod
  return to.typmod === -1 && isText(from) && isText(to)
}

function isText({ name }: LogicalType): boolean {
  return name === 'text' || name === 'varchar'
}
