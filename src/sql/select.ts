// SELECT and VALUES: what the result columns come from. Over 400 lines, for the clauses of one query share one scope.

import { countUse } from './carried.ts'
import { plainArguments, sortNode, windowDefinition } from './clauses.ts'
import { locationOfNode } from './combine.ts'
import { computedItem } from './computed.ts'
import { condition } from './condition.ts'
import type { Context } from './context.ts'
import { checkDistinctOrder } from './distinct-order.ts'
import { columnUse, expression, ordinalOf, plainExpression } from './expression.ts'
import { fromClause } from './from.ts'
import {
  checkGroupable,
  distinctRows,
  type Groups,
  groupedOutput,
  groupHere,
  groupItems,
  groupMembers,
  groupOutput,
  outputPath,
  writtenPath,
} from './grouping.ts'
import type { GroupMember } from './grouping-text.ts'
import { isUsing, orderedExpression, orderedOutput } from './ordering.ts'
import { refuse, refuseShape, refuseUse } from './refusal.ts'
import { refuseAdded } from './row-source.ts'
import { entryNamed, find, Level } from './scope.ts'
import { setOperation, wrapSet } from './set-operation.ts'
import type { SetForm } from './set-text.ts'
import { checkFields } from './shape.ts'
import type { Reference } from './statement.ts'
import { targetName } from './target-name.ts'
import { noteStar } from './using.ts'
import { type ColumnValue, plain, type Value } from './value.ts'
import { as, type Fields, list, locationOf, names, struct, text } from './walk.ts'
import { withClause } from './with.ts'

/** A result column. `leaf`: the node of a column that is nothing but a constant or parameter, and whether AS names it. */
export type OutputColumn = ColumnValue & {
  /** Sealed on its way into a table: the server has something else here. */
  readonly made?: true
  readonly leaf?: { readonly node: unknown; readonly named: boolean }
  /** Of a column that is named and no more: as it is written. */
  readonly written?: readonly string[] | undefined
  /** Of a column that `*` gives: the one in scope. */
  readonly starred?: ColumnValue
  /** Its item in the list, and the sealed columns that are named there. */
  readonly target?: unknown
  readonly references?: readonly Reference[]
}

/** Result columns in order; `open` when a `*` over a relation that is not known stands among them. */
export type Output = {
  readonly columns: readonly OutputColumn[]
  readonly open: boolean
  /** Where further columns may be added without changing the rows; undefined where they may not. */
  readonly list?: SelectList | undefined
  /** Of a UNION ALL with sealed columns: its queries in order, those of a UNION ALL among them in its place. */
  readonly arms?: readonly Output[]
  /** Of a set operation with sealed columns: what becomes of it, and of those in it. */
  readonly set?: SetForm
  readonly sets?: readonly SetForm[]
}

/** A select list or RETURNING as the tree has it, and what names mean in it. */
export type SelectList = {
  readonly targets: readonly unknown[]
  readonly level: Level | undefined
  /** In a grouped query a further column is that of a member of the group. */
  readonly member?: GroupMember | undefined
}

const selectFields = [
  'distinctClause',
  'intoClause',
  'targetList',
  'fromClause',
  'whereClause',
  'groupClause',
  'groupDistinct',
  'havingClause',
  'windowClause',
  'valuesLists',
  'sortClause',
  'limitOffset',
  'limitCount',
  'limitOption',
  'lockingClause',
  'withClause',
  'op',
  'all',
  'larg',
  'rarg',
]

/** Analyses a SelectStmt of any form. `context.level` is the level outside it. */
export function query(context: Context, select: Fields): Output {
  checkFields(context.analysis, 'SelectStmt', select, selectFields)
  if (select.intoClause !== undefined) refuseShape(context.analysis, 'SELECT INTO')
  const inner = withClause(context, struct(select.withClause))
  const level = new Level(inner.level)
  const here: Context = { ...inner, level }
  const inSetOperation = text(select.op) !== '' && text(select.op) !== 'SETOP_NONE'
  const groups: Groups = { columns: new Set(), sets: false, references: [] }
  let output: Output
  if (inSetOperation) {
    const left = query(inner, struct(select.larg) ?? {})
    output = setOperation(inner, select, left, query(inner, struct(select.rarg) ?? {}))
  } else if (select.valuesLists !== undefined) output = valuesOutput(inner, select)
  else output = simpleOutput(here, level, select, groups)
  const beforeOrder = context.analysis.references.length
  for (const item of list(select.sortClause)) orderBy(here, item, output, inSetOperation ? select : undefined)
  checkDistinctOrder(here, select, output)
  groups.references.push(...context.analysis.references.slice(beforeOrder))
  groupMembers(here, level, groups, output)
  for (const field of ['limitOffset', 'limitCount']) {
    if (select[field] !== undefined) plainExpression(inner, select[field], field === 'limitOffset' ? 'OFFSET' : 'LIMIT')
  }
  return output
}

function simpleOutput(here: Context, level: Level, select: Fields, groups: Groups): Output {
  fromClause({ ...here, level: level.parent }, list(select.fromClause), level)
  const { references } = here.analysis
  let from = references.length
  const listed = targetList(here, list(select.targetList))
  groups.references.push(...references.slice(from))
  if (select.whereClause !== undefined) condition(here, select.whereClause, 'WHERE')
  for (const item of groupItems(list(select.groupClause), groups)) groupBy(here, item, listed, groups)
  const output = groupedOutput(here, groups, listed)
  from = references.length
  if (select.havingClause !== undefined) condition(here, select.havingClause, 'HAVING')
  for (const item of list(select.windowClause)) {
    const window = as(item, 'WindowDef')
    if (window === undefined) refuseShape(here.analysis, 'WINDOW')
    windowDefinition(here, window)
  }
  const clause = list(select.distinctClause)
  const told = distinct(here, clause, select, output)
  groups.references.push(...references.slice(from))
  // DISTINCT over the whole row would look at what is added.
  return told ? output : { columns: output.columns, open: output.open }
}

/** The columns that a target list or RETURNING gives; `*` is expanded as the scope has it. */
export function targetList(context: Context, targets: readonly unknown[]): Output {
  const columns: OutputColumn[] = []
  let open = false
  const named = context.analysis.references
  for (const target of targets) {
    const fields = as(target, 'ResTarget')
    if (fields === undefined) refuseShape(context.analysis, 'a target list')
    const before = named.length
    const renames = context.analysis.renames
    checkFields(context.analysis, 'ResTarget', fields, ['name', 'val', 'location'])
    const path = names(as(fields.val, 'ColumnRef')?.fields)
    const { inserting } = context.analysis
    const taken = inserting?.targets === targets ? inserting.take(context, target, columns.length) : undefined
    if (taken !== undefined) {
      columns.push(...taken)
      continue
    }
    if (path.at(-1) === '*') {
      const starred = star(context, path, locationOf(fields))
      if (path.length === 1) noteStar(context, fields.val, context.level)
      if (open || starred.open) refuseSealedAfterOpen(context, starred.columns, locationOf(fields))
      columns.push(...starred.columns)
      open ||= starred.open
      continue
    }
    const computed =
      context.analysis.final?.targets === targets ? computedItem(context, target, columns.length) : undefined
    const given = computed ?? expression(context, fields.val, 'the target list')
    const written = writtenPath(context, fields.val)
    const value =
      given.kind === 'sealed' && written === undefined && computed === undefined
        ? { ...given, source: undefined }
        : given
    const name = text(fields.name) || targetName(fields.val)
    if (context.analysis.renames > renames && text(fields.name) === '')
      context.analysis.claim(target, { to: 'named', name })
    const column: OutputColumn =
      value.kind === 'operand'
        ? {
            name,
            value: plain,
            blocked: undefined,
            attnum: undefined,
            leaf: { node: fields.val, named: text(fields.name) !== '' },
          }
        : {
            name,
            value,
            blocked: undefined,
            attnum: undefined,
            binds: bindsOf(context, value, path),
            ...(named.length > before ? { target, written, references: named.slice(before) } : {}),
          }
    if (open) refuseSealedAfterOpen(context, [column], locationOf(fields))
    columns.push(column)
  }
  return { columns, open, list: selectList(context, targets) }
}

/** A column that is named and no more is still of its row. */
function bindsOf(context: Context, value: Value, path: readonly string[]): ColumnValue['binds'] {
  if (value.kind === 'sealed' || path.length === 0) return undefined
  const found = find(context.level, path)
  return found.what === 'column' ? found.column.binds : undefined
}

/** `TABLE t` has no list in its text; a view's text is the server's. */
function selectList(context: Context, targets: readonly unknown[]): SelectList | undefined {
  const last = as(targets.at(-1), 'ResTarget')
  if (context.analysis.inView || last === undefined || locationOf(last) === undefined) return undefined
  return { targets, level: context.level }
}

/** The columns of `*` or `x.*`. */
function star(context: Context, path: readonly string[], location: number | undefined): Output {
  const entry =
    path.length === 1 ? undefined : entryNamed(context.level, path.length > 2 ? path.at(-3) : undefined, path.at(-2)!)
  if (path.length > 1 && entry === undefined) {
    refuse(context.analysis, 'missingEntry', { table: path.at(-2)! }, location)
  }
  const columns = path.length === 1 ? context.level?.columns : entry?.columns
  return {
    columns: (columns ?? []).map((column) => {
      countUse(column)
      const value = columnUse(context, column, location)
      return value.kind === 'sealed'
        ? { ...column, value, written: undefined, starred: column }
        : { ...column, value: plain }
    }),
    open: path.length === 1 ? context.level?.open === true : entry?.columns === undefined,
  }
}

/** Past a `*` of unknown width, the place of a sealed column is not known. */
function refuseSealedAfterOpen(context: Context, columns: readonly OutputColumn[], location: number | undefined): void {
  if (!columns.some((column) => column.value.kind === 'sealed')) return
  refuseShape(context.analysis, '* over a relation that the catalog does not know', location)
}

/** ORDER BY: a bare name means a result column first, a number its position (C35). */
function orderBy(context: Context, item: unknown, output: Output, set: Fields | undefined): void {
  const node = sortNode(context, item)
  const isTerm = !isUsing(item)
  const path = names(as(node, 'ColumnRef')?.fields)
  const bare = path.length === 1 && path[0] !== '*' ? path[0] : undefined
  const named = bare === undefined ? [] : output.columns.filter((column) => column.name === bare)
  const ordinal = ordinalOf(node)
  if (ordinal !== undefined) {
    if (output.open) refuseShape(context.analysis, 'an ordinal beside * over a relation that is not known')
    checkOrdinal(context, output, ordinal, 'ORDER BY', node)
    const column = output.columns[ordinal - 1]
    if (set !== undefined && column?.value.kind === 'sealed') wrapSet(context, set, output, column.value)
    orderOutput(context, node, column, isTerm, 'ORDER BY')
  } else if (named.length > 0) {
    const sealed = named.find(({ value }) => value.kind === 'sealed')?.value
    if (set !== undefined && sealed?.kind === 'sealed') wrapSet(context, set, output, sealed)
    orderNamed(context, node, named, isTerm, 'ORDER BY')
  } else if (set !== undefined) {
    // Only result columns may be named here; around a set operation the server would take more.
    if (output.set !== undefined) refuseShape(context.analysis, 'ORDER BY of a set operation by an expression')
    if (!output.open) plainArguments({ ...context, level: undefined }, [node], 'ORDER BY')
    else refuseShape(context.analysis, 'ORDER BY of a set operation over a relation that is not known')
  } else if (isTerm) orderedExpression(context, node, 'ORDER BY')
  else plainExpression(context, node, 'ORDER BY USING')
}

/** Columns of one name are one column, or the server finds the name ambiguous. */
function orderNamed(
  context: Context,
  node: unknown,
  named: readonly OutputColumn[],
  isTerm: boolean,
  clause: string,
): void {
  if (named.length === 1) {
    orderOutput(context, node, named[0], isTerm, clause)
    return
  }
  const paths = new Set(named.map(({ written }) => JSON.stringify(written)))
  const isOne =
    paths.size === 1 && named.every(({ value, written }) => value.kind === 'sealed' && written !== undefined)
  if (isOne) orderOutput(context, node, named[0], isTerm, clause)
  else for (const column of named) refuseSealed(context, column, clause, locationOfNode(node))
}

function orderOutput(
  context: Context,
  node: unknown,
  column: OutputColumn | undefined,
  isTerm: boolean,
  clause: string,
): void {
  if (column?.value.kind !== 'sealed') return
  if (isTerm) orderedOutput(context, node, column, clause)
  else refuseSealed(context, column, clause, locationOfNode(node))
}

function checkOrdinal(context: Context, output: Output, ordinal: number, clause: string, node: unknown): void {
  const location = locationOfNode(node)
  refuseAdded(context.analysis, output.columns, ordinal, 'an ordinal', location)
  if (output.open || (ordinal >= 1 && ordinal <= output.columns.length)) return
  refuse(context.analysis, 'positionNotInList', { clause, ordinal: String(ordinal) }, location)
}

/** GROUP BY: a bare name means a column of FROM first, then a result column; a number a position (C34). */
function groupBy(context: Context, item: unknown, output: Output, groups: Groups): void {
  const path = names(as(item, 'ColumnRef')?.fields)
  const ordinal = ordinalOf(item)
  if (ordinal !== undefined) {
    if (output.open) refuseShape(context.analysis, 'an ordinal beside * over a relation that is not known')
    checkOrdinal(context, output, ordinal, 'GROUP BY', item)
    const column = output.columns[ordinal - 1]
    if (column?.value.kind === 'sealed') groupOutput(context, item, column, groups)
    return
  }
  const found = path.length === 1 ? find(context.level, path).what : 'column'
  const named = output.columns.filter((column) => column.name === path[0])
  if (found !== 'missing' || named.length === 0) {
    const value = expression(context, item, 'GROUP BY')
    if (value.kind === 'sealed') groupHere(context, item, value, 'GROUP BY', groups)
  }
  if (found !== 'missing' && found !== 'unknown') return
  const sealed = named.find((column) => column.value.kind === 'sealed')
  if (sealed === undefined) return
  if (named.length > 1 || found === 'unknown') refuseSealed(context, sealed, 'GROUP BY', locationOfNode(item))
  groupOutput(context, item, sealed, groups)
}

/** Returns whether further columns would leave the rows as they are. */
function distinct(context: Context, clause: readonly unknown[], select: Fields, output: Output): boolean {
  if (clause.length === 0) return true
  const expressions = clause.filter((item) => Object.keys(item as object).length > 0)
  for (const node of expressions) {
    if (select.sortClause === undefined) toldByGroup(context, node, output)
    else orderByLike(context, node, output)
  }
  if (expressions.length > 0) return true
  if (!output.columns.some(({ value }) => value.kind === 'sealed')) return false
  distinctRows(context, clause, select, output)
  return true
}

/** DISTINCT ON without ORDER BY: the first row of each group that the server comes by. */
function toldByGroup(context: Context, node: unknown, output: Output): void {
  const clause = 'DISTINCT ON'
  const path = names(as(node, 'ColumnRef')?.fields)
  const ordinal = ordinalOf(node)
  if (ordinal !== undefined) checkOrdinal(context, output, ordinal, clause, node)
  const named = path.length === 1 ? output.columns.filter((column) => column.name === path[0]) : []
  const column = ordinal === undefined ? named[0] : output.columns[ordinal - 1]
  if (named.length > 1) return orderNamed(context, node, named, true, clause)
  if (column === undefined) {
    const value = expression(context, node, clause)
    if (value.kind === 'sealed') groupHere(context, node, value, clause)
  } else if (column.value.kind === 'sealed') {
    const term = checkGroupable(context, column.value, clause)
    context.analysis.claim(node, { to: 'term-of', path: outputPath(context, column, clause), term })
  }
}

/** DISTINCT ON reads names and numbers as ORDER BY does. */
function orderByLike(context: Context, node: unknown, output: Output): void {
  const path = names(as(node, 'ColumnRef')?.fields)
  const ordinal = ordinalOf(node)
  if (ordinal !== undefined) {
    checkOrdinal(context, output, ordinal, 'DISTINCT ON', node)
    orderOutput(context, node, output.columns[ordinal - 1], true, 'DISTINCT ON')
    return
  }
  const named = path.length === 1 ? output.columns.filter((column) => column.name === path[0]) : []
  if (named.length === 0) orderedExpression(context, node, 'DISTINCT ON')
  else orderNamed(context, node, named, true, 'DISTINCT ON')
}

function refuseSealed(
  context: Context,
  column: OutputColumn | undefined,
  clause: string,
  location: number | undefined,
): void {
  if (column?.value.kind !== 'sealed') return
  refuseUse(context.analysis, location === undefined ? column.value : { ...column.value, location }, clause)
}

function valuesOutput(context: Context, select: Fields): Output {
  let width = 0
  for (const row of list(select.valuesLists)) {
    const items = list(as(row, 'List')?.items)
    width = items.length
    plainArguments(context, items, 'VALUES')
  }
  const columns = Array.from({ length: width }, (_, at): OutputColumn => {
    return { name: `column${at + 1}`, value: plain, blocked: undefined, attnum: undefined }
  })
  return { columns, open: false }
}
