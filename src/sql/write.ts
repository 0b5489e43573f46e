import type { Context } from './context.ts'
import { deleteStatement } from './delete.ts'
import { insertStatement } from './insert.ts'
import { mergeStatement } from './merge.ts'
import { refuseShape } from './refusal.ts'
import { type Output, query } from './select.ts'
import { updateStatement } from './update.ts'
import { as, tagOf } from './walk.ts'

/** SELECT, INSERT, UPDATE or DELETE: what it returns, or undefined when it returns no rows. Other statements are refused. */
export function writeStatement(context: Context, node: unknown): Output | undefined {
  const tag = tagOf(node) ?? ''
  const fields = as(node, tag)
  if (fields === undefined) refuseShape(context.analysis, 'a statement of an unknown kind')
  switch (tag) {
    case 'SelectStmt':
      return query(context, fields)
    case 'InsertStmt':
      return insertStatement(context, fields)
    case 'UpdateStmt':
      return updateStatement(context, fields)
    case 'DeleteStmt':
      return deleteStatement(context, fields)
    case 'MergeStmt':
      return mergeStatement(context, fields)
    default:
      return refuseShape(context.analysis, tag)
  }
}
