// MERGE: rows are joined, told apart and deleted as in any other statement. A value is sealed where it lands in one row: from a
// source of one row, in an INSERT, or in an UPDATE whose ON pins the target by a unique key.
import { assignSealed, claimSeal, isSealed, WrittenRow } from './assignment.ts'
import { take } from './carried.ts'
import { condition } from './condition.ts'
import type { Context } from './context.ts'
import { columnUse, plainExpression } from './expression.ts'
import { fromItem } from './from.ts'
import { refuseRecordColumn } from './record-column.ts'
import { refuse, refuseShape } from './refusal.ts'
import { find, itemOf, Level } from './scope.ts'
import type { Output } from './select.ts'
import { setTargets } from './set-targets.ts'
import { checkFields } from './shape.ts'
import { refuseMissingTarget, refuseViewTarget, returning, type Target, writeTarget } from './target.ts'
import type { ColumnValue } from './value.ts'
import { as, type Fields, list, locationOf, names, struct, tagOf, text } from './walk.ts'
import { withClause } from './with.ts'

/** What the clauses share: `pins`: a row of the source meets at most one of the target, and there is but one. */
type Merge = { readonly context: Context; readonly target: Target; readonly single: boolean; readonly pins: boolean }

export function mergeStatement(outer: Context, fields: Fields): Output | undefined {
  const { analysis } = outer
  checkFields(analysis, 'MergeStmt', fields, [
    'relation',
    'sourceRelation',
    'joinCondition',
    'mergeWhenClauses',
    'returningClause',
    'withClause',
  ])
  const inner = withClause(outer, struct(fields.withClause))
  const target = writeTarget(inner, struct(fields.relation), 'MERGE')
  const source = new Level(inner.level)
  source.add(fromItem({ ...inner, level: source }, fields.sourceRelation))
  const level = new Level(inner.level)
  level.add(itemOf(target.entry))
  level.add(source)
  const context: Context = { ...inner, level }
  const single = isOneRow(fields.sourceRelation)
  condition(context, fields.joinCondition, 'MERGE ... ON')
  const merge = { context, target, single, pins: single && pins(context, target, fields) }
  for (const item of list(fields.mergeWhenClauses)) {
    const when = as(item, 'MergeWhenClause')
    if (when === undefined) refuseShape(analysis, 'WHEN of MERGE')
    whenClause(merge, when)
  }
  const clause = struct(fields.returningClause)
  const stars = list(clause?.exprs).some((one) => {
    const path = names(as(as(one, 'ResTarget')?.val, 'ColumnRef')?.fields)
    return path.length === 1 && path[0] === '*'
  })
  if (stars) refuseShape(analysis, 'RETURNING * of MERGE')
  return returning(inner, clause, target, source, () => false)
}

function whenClause(merge: Merge, when: Fields): void {
  const { context, target } = merge
  const { analysis } = context
  checkFields(analysis, 'MergeWhenClause', when, [
    'matchKind',
    'commandType',
    'override',
    'condition',
    'targetList',
    'values',
  ])
  if (when.condition !== undefined) condition(context, when.condition, 'WHEN of MERGE')
  switch (text(when.commandType)) {
    case 'CMD_NOTHING':
    case 'CMD_DELETE':
      return
    case 'CMD_UPDATE': {
      const row = new WrittenRow(context)
      const one = merge.pins && text(when.matchKind) === 'MERGE_WHEN_MATCHED'
      for (const set of setTargets(context, list(when.targetList), target, 'MERGE ... UPDATE')) {
        if (set.column !== undefined) refuseRecordColumn(context, target, set.column, set.location)
        if (set.value === undefined) continue
        assign(merge, set.column, set.value, row, one)
      }
      return
    }
    case 'CMD_INSERT':
      inserted(merge, when)
      return
    default:
      refuseShape(analysis, 'WHEN of MERGE')
  }
}

function inserted(merge: Merge, when: Fields): void {
  const { context, target } = merge
  const row = new WrittenRow(context)
  const named = list(when.targetList).map((item) => {
    const fields = as(item, 'ResTarget') ?? {}
    const column = target.entry.columns?.find((one) => one.name === text(fields.name))
    if (column === undefined) refuseMissingTarget(context, target, text(fields.name), locationOf(fields))
    else columnUse(context, column, locationOf(fields))
    return column
  })
  const columns = named.length > 0 ? named : (target.entry.columns ?? [])
  list(when.values).forEach((value, at) => {
    assign(merge, columns[at], value, row, merge.single)
  })
}

function assign(merge: Merge, column: ColumnValue | undefined, value: unknown, row: WrittenRow, one: boolean): void {
  const { context, target } = merge
  const { analysis } = context
  if (column === undefined || !isSealed(column)) {
    if (tagOf(value) !== 'SetToDefault') plainExpression(context, value, 'MERGE')
    return
  }
  refuseViewTarget(context, target, column, 'MERGE')
  const carried = carriedBy(context, value)
  const taken = one && carried !== undefined ? take(context, carried, column.value.origins[0]!) : undefined
  if (taken !== undefined) claimSeal(context, column.value, value, row, taken.operands[0]!)
  else assignSealed(context, column, value, row, new Set([column]))
  if (!row.isUsed) return
  if (target.relation?.record !== undefined) {
    const { schema, name, record } = target.relation
    const reason = 'MERGE does not say which row it writes'
    refuse(analysis, 'recordNotKnown', { table: `${schema}.${name}`, template: record.template, reason })
  }
  if (!one) refuseShape(analysis, 'MERGE that may seal one value in several rows')
}

/** The one row of VALUES in the source whose value this column holds. */
function carriedBy(context: Context, node: unknown): ColumnValue['carried'] {
  const path = names(as(node, 'ColumnRef')?.fields)
  const found = path.length === 0 || path.at(-1) === '*' ? undefined : find(context.level, path)
  const carried = found?.what === 'column' ? found.column.carried : undefined
  return carried?.array === false && carried.nodes.length === 1 ? carried : undefined
}

/** VALUES of one row, or a query without FROM. */
function isOneRow(source: unknown): boolean {
  const select = as(as(source, 'RangeSubselect')?.subquery, 'SelectStmt')
  return select?.valuesLists !== undefined && list(select.valuesLists).length === 1
}

/** True when ON compares all columns of a unique key of the target with what the source gives. */
function pins(context: Context, target: Target, fields: Fields): boolean {
  const { relation } = target
  if (relation === undefined || (relation.kind !== 'r' && relation.kind !== 'p')) return false
  if (relation.kind === 'r' && relation.hasChildren && struct(fields.relation)?.inh === true) return false
  const own = new Set<number>()
  const visit = (node: unknown): void => {
    const bool = as(node, 'BoolExpr')
    if (bool !== undefined && text(bool.boolop) === 'AND_EXPR') for (const part of list(bool.args)) visit(part)
    const equal = as(node, 'A_Expr')
    if (equal === undefined || text(equal.kind) !== 'AEXPR_OP' || names(equal.name).join('.') !== '=') return
    for (const [side, other] of [
      [equal.lexpr, equal.rexpr],
      [equal.rexpr, equal.lexpr],
    ]) {
      const attnum = ownColumn(context, target, side)
      if (attnum !== undefined && isGiven(context, target, other)) own.add(attnum)
    }
  }
  visit(fields.joinCondition)
  return relation.uniqueKeys.some((key) => key.attnums.length > 0 && key.attnums.every((attnum) => own.has(attnum)))
}

function ownColumn(context: Context, target: Target, node: unknown): number | undefined {
  const path = names(as(node, 'ColumnRef')?.fields)
  const found = path.length === 0 ? undefined : find(context.level, path)
  return found?.what === 'column' && target.entry.columns?.includes(found.column) === true
    ? found.column.attnum
    : undefined
}

/** A constant, a parameter, or a column of the source. */
function isGiven(context: Context, target: Target, node: unknown): boolean {
  if (as(node, 'A_Const') !== undefined || as(node, 'ParamRef') !== undefined) return true
  return as(node, 'ColumnRef') !== undefined && ownColumn(context, target, node) === undefined
}
