import { condition } from './condition.ts'
import type { Context } from './context.ts'
import { fromClause } from './from.ts'
import { itemOf, Level } from './scope.ts'
import type { Output } from './select.ts'
import { checkFields } from './shape.ts'
import { returning, writeTarget } from './target.ts'
import { type Fields, list, struct } from './walk.ts'
import { withClause } from './with.ts'

/** DELETE ... USING ... WHERE ... RETURNING (C29). */
export function deleteStatement(outer: Context, fields: Fields): Output | undefined {
  checkFields(outer.analysis, 'DeleteStmt', fields, [
    'relation',
    'usingClause',
    'whereClause',
    'returningClause',
    'withClause',
  ])
  const inner = withClause(outer, struct(fields.withClause))
  const target = writeTarget(inner, struct(fields.relation), 'DELETE')
  const others = new Level(inner.level)
  fromClause(inner, list(fields.usingClause), others)
  const level = new Level(inner.level)
  level.add(itemOf(target.entry))
  level.add(others)
  if (fields.whereClause !== undefined) condition({ ...inner, level }, fields.whereClause, 'WHERE')
  return returning(inner, struct(fields.returningClause), target, others, () => false)
}
