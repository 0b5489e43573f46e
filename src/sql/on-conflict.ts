import { refuseSearch } from './access.ts'
import { assignSealed, isSealed, WrittenRow } from './assignment.ts'
import { plainArguments } from './clauses.ts'
import { condition } from './condition.ts'
import type { Context } from './context.ts'
import { columnUse, expression, plainExpression } from './expression.ts'
import { foldedDecider, loweredColumn } from './folded.ts'
import { refuseRecordColumn } from './record-column.ts'
import { refuse, refuseShape, refuseUse } from './refusal.ts'
import { itemOf, Level } from './scope.ts'
import { searchTerm } from './search-term.ts'
import { setTargets } from './set-targets.ts'
import { checkFields } from './shape.ts'
import { refuseViewTarget, type Target } from './target.ts'
import type { ColumnValue } from './value.ts'
import { as, type Fields, list, locationOf, struct, text } from './walk.ts'

/**
 * ON CONFLICT (C25). A constant of DO UPDATE SET lands in the one row that the single VALUES row meets; with more rows it
 * would land in several, so only EXCLUDED is served there. Returns the attribute numbers of sealed columns that DO UPDATE
 * sets; undefined for DO NOTHING.
 */
export function onConflict(
  outer: Context,
  clause: Fields,
  target: Target,
  rows: readonly WrittenRow[],
): ReadonlySet<number | undefined> | undefined {
  const { analysis } = outer
  checkFields(analysis, 'OnConflictClause', clause, ['action', 'infer', 'targetList', 'whereClause', 'location'])
  const level = new Level(outer.level)
  level.add(itemOf(target.entry))
  const infer = struct(clause.infer)
  if (infer !== undefined) conflictTarget({ ...outer, level }, infer, target)
  if (text(clause.action) === 'ONCONFLICT_NOTHING') return undefined
  if (text(clause.action) !== 'ONCONFLICT_UPDATE') refuseShape(analysis, text(clause.action))
  const excluded = {
    ...target.entry,
    name: 'excluded',
    schema: undefined,
    columns: target.entry.columns?.map((column) => ({ ...column })),
  }
  level.add(itemOf(excluded))
  const context: Context = { ...outer, level }
  const updated = new Set<number | undefined>()
  // The row that is updated is the one that would have been inserted: one of the two lands.
  const row = rows.length === 1 ? rows[0]! : new WrittenRow(context)
  const usedBefore = row.isUsed
  for (const set of setTargets(context, list(clause.targetList), target, 'ON CONFLICT DO UPDATE')) {
    if (set.column !== undefined) refuseRecordColumn(context, target, set.column, set.location)
    if (set.column === undefined || !isSealed(set.column)) {
      if (set.value !== undefined) plainExpression(context, set.value, 'SET of a plain column')
      continue
    }
    if (target.below?.columns.has(set.column.attnum!) !== true) {
      refuseViewTarget(context, target, set.column, 'ON CONFLICT DO UPDATE')
    }
    updated.add(set.column.attnum)
    if (set.value === undefined) refuseUse(analysis, set.column.value, 'SET ... = (subquery)')
    const other = excluded.columns?.find((column) => column.attnum === set.column!.attnum)
    const sameRow = new Set<ColumnValue>([set.column, ...(other === undefined ? [] : [other])])
    assignSealed(context, set.column, set.value, row, sameRow)
    if (rows.length !== 1 && row.isUsed && !usedBefore) {
      refuse(analysis, 'conflictConstant', { column: set.column.value.name }, set.location)
    }
  }
  if (updated.size > 0) requireRecordTarget(context, infer, target)
  if (clause.whereClause !== undefined) condition(context, clause.whereClause, 'WHERE of ON CONFLICT')
  return updated
}

/**
 * A table with `record`: the row in the way is the one whose record was made only if the conflict target holds every column
 * of the template, and equal values there have one text.
 */
function requireRecordTarget(context: Context, infer: Fields | undefined, target: Target): void {
  const rule = target.relation?.record
  if (rule === undefined) return
  const held = new Set(target.relation?.uniqueKeys.find((one) => one.name === infer?.conname)?.attnums)
  // Expressions and a predicate may name indexes that the catalog does not hold, as a view's table does.
  let known = infer?.whereClause === undefined && target.below === undefined
  for (const item of list(infer?.indexElems)) {
    const element = as(item, 'IndexElem')
    if (element === undefined || element.collation !== undefined || element.opclass !== undefined) continue
    const column = target.entry.columns?.find((one) => one.name === text(element.name))
    if (column?.attnum === undefined) known = false
    else held.add(column.attnum)
  }
  // A list of columns means every unique index over them, whatever its collation.
  const loose = (target.relation?.looseKeys ?? []).some(({ name, attnums }) =>
    infer?.conname === undefined
      ? attnums.length === held.size && attnums.every((attnum) => held.has(attnum))
      : name === infer.conname,
  )
  if (known && !loose && rule.columns.every((column) => column.exact && held.has(column.attnum))) return
  refuse(
    context.analysis,
    'recordNotKnown',
    {
      table: `${target.relation!.schema}.${target.relation!.name}`,
      template: rule.template,
      reason: 'ON CONFLICT DO UPDATE may meet a row of another record',
    },
    infer === undefined ? undefined : locationOf(infer),
  )
}

function conflictTarget(context: Context, infer: Fields, target: Target): void {
  const { analysis } = context
  checkFields(analysis, 'InferClause', infer, ['indexElems', 'whereClause', 'conname', 'location'])
  refuseSealedKey(context, infer, target)
  list(infer.indexElems).forEach((item, at) => {
    const element = as(item, 'IndexElem')
    if (element === undefined) refuseShape(analysis, 'ON CONFLICT')
    checkFields(analysis, 'IndexElem', element, ['name', 'expr', 'collation', 'opclass', 'ordering', 'nulls_ordering'])
    if (element.expr !== undefined) {
      if (!loweredKey(context, element)) plainArguments(context, [element.expr], 'ON CONFLICT')
      return
    }
    const column = target.entry.columns?.find((one) => one.name === text(element.name))
    if (column === undefined) return
    const value = columnUse(context, column, locationOf(infer))
    if (value.kind !== 'sealed') return
    const term = searchTerm(value.origins[0]!.column)
    if (element.collation !== undefined || element.opclass !== undefined || term === undefined) {
      refuseUse(analysis, value, 'ON CONFLICT', {
        hint: 'A column with `search: [equality]` or `[order]` can be the conflict target.',
      })
    }
    const { label } = value.origins[0]!.column
    refuseSearch(analysis, label, value.name, value.location)
    analysis.searches.add(label)
    analysis.claim(item, { to: 'index-term', list: locationOf(infer)!, at, term })
  })
  if (infer.whereClause !== undefined) plainExpression(context, infer.whereClause, 'WHERE of ON CONFLICT')
}

/** ON CONFLICT (lower(email)). */
function loweredKey(context: Context, element: Fields): boolean {
  const column = loweredColumn(context, element.expr)
  if (column === undefined) return false
  const value = expression(context, column, 'ON CONFLICT')
  if (value.kind !== 'sealed') return false
  if (element.collation !== undefined || element.opclass !== undefined) {
    refuseUse(context.analysis, value, 'ON CONFLICT')
  }
  foldedDecider(context, [value], 'ON CONFLICT')
  context.analysis.claim(element.expr, { to: 'lower-term', column })
  return true
}

/** ON CONSTRAINT: a unique constraint of a sealed column is only an index of its term, which has no constraint. */
function refuseSealedKey(context: Context, infer: Fields, target: Target): void {
  const key = target.relation?.uniqueKeys.find((one) => one.name === infer.conname)
  for (const column of target.entry.columns ?? []) {
    if (key === undefined || column.attnum === undefined || !key.attnums.includes(column.attnum)) continue
    const value = columnUse(context, column, locationOf(infer))
    if (value.kind === 'sealed') {
      refuseUse(context.analysis, value, 'ON CONFLICT ON CONSTRAINT', {
        hint: 'Name the columns of the constraint in its place.',
      })
    }
  }
}
