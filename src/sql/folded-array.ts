import type { LogicalType } from '../types/logical-type.ts'
import { claimTerm } from './comparison.ts'
import type { Context } from './context.ts'
import { expression } from './expression.ts'
import { foldedDecider, foldedOperand } from './folded.ts'
import { refuseUse } from './refusal.ts'
import { checkFields } from './shape.ts'
import { plain, type Value } from './value.ts'
import { as, type Fields, list } from './walk.ts'

/** `lower(x) = ANY (array)`: an array parameter or constant, or an array constructor. */
export function loweredInArray(context: Context, fields: Fields, column: unknown, clause: string): Value {
  const { analysis } = context
  const left = expression(context, column, 'lower()')
  if (left.kind !== 'sealed') return plain
  const by = foldedDecider(context, [left], 'lower()')
  analysis.claim(fields.lexpr, { to: 'lower-term', column })
  const given = as(fields.rexpr, 'A_ArrayExpr')
  if (given !== undefined) {
    checkFields(analysis, 'A_ArrayExpr', given, ['elements', 'list_start', 'list_end', 'location'])
    const elements = list(given.elements)
    if (elements.length === 0) refuseUse(analysis, left, `${clause} with an empty array`)
    for (const element of elements) foldedOperand(context, element, by, clause)
    return plain
  }
  if (expression(context, fields.rexpr, clause).kind !== 'operand') {
    refuseUse(analysis, left, `${clause} of lower() with an expression`)
  }
  const type: LogicalType = { name: 'text', typmod: -1 }
  claimTerm(context, fields.rexpr, by, analysis.operand(fields.rexpr, type, true), type)
  return plain
}
