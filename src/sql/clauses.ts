import type { Context } from './context.ts'
import { expression, plainExpression } from './expression.ts'
import { groupHere } from './grouping.ts'
import { isUsing, orderedExpression } from './ordering.ts'
import { refuseShape } from './refusal.ts'
import { checkFields } from './shape.ts'
import { as, type Fields, list, locationOf, number } from './walk.ts'

/** Every expression of a list must be plain. */
export function plainArguments(context: Context, nodes: unknown, clause: string): void {
  for (const node of list(nodes)) plainExpression(context, node, clause)
}

/** Expressions that rows are grouped or told apart by: sealed columns by their terms. */
export function groupedArguments(context: Context, nodes: unknown, clause: string): void {
  for (const node of list(nodes)) {
    const value = expression(context, node, clause)
    if (value.kind === 'sealed') groupHere(context, node, value, clause)
  }
}

/** A window definition, inline after OVER or in the WINDOW clause. */
export function windowDefinition(context: Context, fields: Fields): void {
  checkFields(context.analysis, 'WindowDef', fields, [
    'name',
    'refname',
    'partitionClause',
    'orderClause',
    'frameOptions',
    'startOffset',
    'endOffset',
    'location',
  ])
  groupedArguments(context, fields.partitionClause, 'PARTITION BY')
  const claims = context.analysis.claims.size
  for (const item of list(fields.orderClause)) sortedBy(context, item, 'ORDER BY of a window')
  const isOffset = fields.startOffset !== undefined || fields.endOffset !== undefined
  if (isOffset && (number(fields.frameOptions) & frameOfRange) !== 0 && context.analysis.claims.size > claims) {
    refuseShape(context.analysis, 'RANGE with an offset over a sealed column', locationOf(fields))
  }
  if (fields.startOffset !== undefined) plainExpression(context, fields.startOffset, 'a window frame')
  if (fields.endOffset !== undefined) plainExpression(context, fields.endOffset, 'a window frame')
}

/** FRAMEOPTION_RANGE of nodes/parsenodes.h. */
const frameOfRange = 2

/** An item of ORDER BY that can mean no column of the result. */
export function sortedBy(context: Context, item: unknown, clause: string): void {
  const node = sortNode(context, item)
  if (isUsing(item)) plainExpression(context, node, `${clause} USING`)
  else orderedExpression(context, node, clause)
}

/** The expression of a SortBy. */
export function sortNode(context: Context, item: unknown): unknown {
  const sort = as(item, 'SortBy')
  if (sort === undefined) refuseShape(context.analysis, 'ORDER BY')
  checkFields(context.analysis, 'SortBy', sort, ['node', 'sortby_dir', 'sortby_nulls', 'useOp', 'location'])
  if (sort.node === undefined) refuseShape(context.analysis, 'ORDER BY', locationOf(sort))
  return sort.node
}
