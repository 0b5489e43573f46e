import type { Context } from './context.ts'
import { expression, plainExpression } from './expression.ts'
import { groupHere } from './grouping.ts'
import { refuseShape } from './refusal.ts'
import { checkFields } from './shape.ts'
import { as, type Fields, list, locationOf } from './walk.ts'

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
  for (const item of list(fields.orderClause)) plainExpression(context, sortNode(context, item), 'ORDER BY of a window')
  if (fields.startOffset !== undefined) plainExpression(context, fields.startOffset, 'a window frame')
  if (fields.endOffset !== undefined) plainExpression(context, fields.endOffset, 'a window frame')
}

/** The expression of a SortBy. */
export function sortNode(context: Context, item: unknown): unknown {
  const sort = as(item, 'SortBy')
  if (sort === undefined) refuseShape(context.analysis, 'ORDER BY')
  checkFields(context.analysis, 'SortBy', sort, ['node', 'sortby_dir', 'sortby_nulls', 'useOp', 'location'])
  if (sort.node === undefined) refuseShape(context.analysis, 'ORDER BY', locationOf(sort))
  return sort.node
}
