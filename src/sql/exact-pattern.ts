// LIKE and ILIKE without a wildcard ask for equality: `email ILIKE $1` becomes `(email).eq_lower = $1`. Whether a parameter holds
// a wildcard is seen when it is bound.

import { exactText } from '../types/like-pattern.ts'
import type { LogicalType } from '../types/logical-type.ts'
import { locationOfNode } from './combine.ts'
import { claimTerm, type Decider } from './comparison.ts'
import type { Context } from './context.ts'
import { expression, plainExpression } from './expression.ts'
import { foldedDecider, loweredColumn, requireText } from './folded.ts'
import { refuse, refuseUse } from './refusal.ts'
import { finalType } from './statement.ts'
import { claimTermAt, termPlace } from './term-place.ts'
import { plain, type SealedValueOf, type Value } from './value.ts'
import type { Fields } from './walk.ts'

const text: LogicalType = { name: 'text', typmod: -1 }

/** The operators of LIKE and ILIKE: whether they fold, and whether they ask for what does not match. */
export const patternOperators: ReadonlyMap<string, { readonly folds: boolean; readonly negated: boolean }> = new Map([
  ['~~', { folds: false, negated: false }],
  ['!~~', { folds: false, negated: true }],
  ['~~*', { folds: true, negated: false }],
  ['!~~*', { folds: true, negated: true }],
])

/** `left` is the value of the operator's left side, already looked at. */
function exactPattern(
  context: Context,
  node: unknown,
  fields: Fields,
  operator: string,
  left: SealedValueOf,
  clause: string,
): void {
  const { analysis } = context
  const { folds, negated } = patternOperators.get(operator)!
  const place = termPlace(analysis, fields.lexpr)
  if (place === undefined || place.item !== undefined) refuseUse(analysis, left, `${clause} within an expression`)
  const folded = foldedDecider(context, [left], clause)
  const by: Decider = folds ? folded : { target: folded.target, term: 'eq' }
  const value = expression(context, fields.rexpr, clause)
  if (value.kind !== 'operand') {
    refuseUse(analysis, left, `${clause} with an expression`, {
      detail: 'Served is a pattern that is a constant or a parameter.',
    })
  }
  const operand = analysis.operand(fields.rexpr, text)
  requireText(context, fields.rexpr, by, finalType(operand))
  const { source } = operand
  if (source.from === 'constant' && source.text !== null && exactText(source.text) === undefined) {
    refuse(analysis, 'patternNotServed', { column: left.name }, locationOfNode(fields.rexpr))
  }
  claimTermAt(analysis, place, by.term)
  claimTerm(context, fields.rexpr, by, operand, text, true, folds ? 'ilike' : 'like')
  analysis.claim(node, { to: 'equals', negated })
}

/** LIKE, ILIKE and their operators. */
export function like(context: Context, node: unknown, fields: Fields, operator: string, clause: string): Value {
  const lowered = loweredColumn(context, fields.lexpr)
  if (lowered !== undefined) {
    const value = expression(context, lowered, clause)
    if (value.kind === 'sealed') refuseUse(context.analysis, value, `${clause} of lower()`, { hint: 'Use ILIKE.' })
  }
  const left = expression(context, fields.lexpr, clause)
  if (left.kind === 'sealed') exactPattern(context, node, fields, operator, left, clause)
  else plainExpression(context, fields.rexpr, clause)
  return plain
}
