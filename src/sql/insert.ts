import { assignSealed, isSealed, WrittenRow } from './assignment.ts'
import { locationOfNode } from './combine.ts'
import type { Context } from './context.ts'
import { columnUse, plainExpression } from './expression.ts'
import { recordRows, recordSingle, refuseUnknown } from './insert-record.ts'
import { listedRows } from './listed-rows.ts'
import { manyInserted } from './many-inserted.ts'
import { onConflict } from './on-conflict.ts'
import { refuse, refuseShape, refuseUse } from './refusal.ts'
import { type Output, query } from './select.ts'
import { checkFields } from './shape.ts'
import { insertedView } from './simple-view.ts'
import { type SingleRow, singleRow } from './single-row.ts'
import { refuseMissingTarget, refuseViewTarget, returning, type Target, writeTarget } from './target.ts'
import type { ColumnValue } from './value.ts'
import { as, type Fields, list, locationOf, struct, tagOf, text } from './walk.ts'
import { withClause } from './with.ts'

/** INSERT: each VALUES row is a row of its own, with its own data key (C21, C22, C23). */
export function insertStatement(outer: Context, fields: Fields): Output | undefined {
  const { analysis } = outer
  checkFields(analysis, 'InsertStmt', fields, [
    'relation',
    'cols',
    'selectStmt',
    'onConflictClause',
    'returningClause',
    'withClause',
    'override',
  ])
  const context = withClause(outer, struct(fields.withClause))
  const named = writeTarget(context, struct(fields.relation), 'INSERT')
  const columns = insertColumns(context, named, list(fields.cols))
  const select = as(fields.selectStmt, 'SelectStmt')
  const rows = select === undefined ? [] : valuesRows(select)
  const target = insertTarget(context, named, columns, select === undefined ? 0 : rows?.[0]?.length)
  const written: WrittenRow[] = []
  let single: SingleRow | undefined
  if (rows !== undefined) {
    for (const row of rows) written.push(valuesRow(context, columns, row, list(fields.cols).length > 0))
    if (rows.some((row) => row.length !== rows[0]!.length)) refuse(analysis, 'valuesLengths', {})
  } else if (select !== undefined && !listedRows(context, fields, target.relation, columns, select)) {
    single = singleRow(context, columns, select, list(fields.cols).length > 0)
    const row = new WrittenRow(context)
    if (single !== undefined) written.push(single.written)
    // Any number of rows is more than one.
    else if (manyInserted(context, fields, target, columns, select, row)) written.push(row, row)
    else selectSource(context, columns, query(context, select))
  }
  const conflict = struct(fields.onConflictClause)
  const updated = conflict === undefined ? undefined : onConflict(context, conflict, target, written)
  if (rows !== undefined && target.relation !== undefined && columns !== undefined) {
    const nodes = list(select?.valuesLists)
    recordRows(context, { insert: fields, relation: target.relation, columns, nodes, written })
  }
  if (single !== undefined && target.relation !== undefined && columns !== undefined) {
    recordSingle(context, { insert: fields, relation: target.relation, columns, nodes: [], written }, single.values)
  }
  const isInserted = ({ attnum }: ColumnValue): boolean => named.below === undefined || named.below.columns.has(attnum!)
  return returning(context, struct(fields.returningClause), target, undefined, (column) =>
    updated === undefined ? isInserted(column) : updated.has(column.attnum),
  )
}

/** A view as an INSERT of so many values sees it. Sealed columns are written only where they are those of one table. */
function insertTarget(
  context: Context,
  target: Target,
  columns: readonly (ColumnValue | undefined)[] | undefined,
  width: number | undefined,
): Target {
  const { relation, below } = target
  const sealed = (columns ?? []).slice(0, width).filter((column) => column !== undefined && isSealed(column))
  if (relation === undefined || sealed.length === 0) return target
  for (const column of sealed) {
    if (below?.columns.has(column!.attnum!) !== true) refuseViewTarget(context, target, column!, 'INSERT')
  }
  if (below === undefined) return target
  const view = insertedView(context.analysis.input.catalog, relation, below)
  if (typeof view === 'string') refuseUnknown(context, below.table, view)
  return { ...target, relation: view }
}

/** Target columns in the order of the values; undefined in places not known. */
function insertColumns(
  context: Context,
  target: Target,
  list: readonly unknown[],
): readonly (ColumnValue | undefined)[] | undefined {
  if (list.length === 0) return target.entry.columns
  return list.map((item) => {
    const fields = as(item, 'ResTarget')
    if (fields === undefined) refuseShape(context.analysis, 'a column list')
    checkFields(context.analysis, 'ResTarget', fields, ['name', 'indirection', 'location'])
    const column = target.entry.columns?.find((one) => one.name === text(fields.name))
    if (column === undefined) {
      refuseMissingTarget(context, target, text(fields.name), locationOf(fields))
      return undefined
    }
    const value = columnUse(context, column, locationOf(fields))
    if (value.kind === 'sealed' && fields.indirection !== undefined) {
      refuseUse(context.analysis, value, 'a field or element assignment')
    }
    return column
  })
}

/** The rows of a bare VALUES list, which PostgreSQL reads in the columns' types; undefined for a query. */
function valuesRows(select: Fields): readonly (readonly unknown[])[] | undefined {
  if (select.valuesLists === undefined) return undefined
  for (const field of ['sortClause', 'limitOffset', 'limitCount', 'lockingClause', 'withClause']) {
    if (select[field] !== undefined) return undefined
  }
  return list(select.valuesLists).map((row) => list(as(row, 'List')?.items))
}

function valuesRow(
  context: Context,
  columns: readonly (ColumnValue | undefined)[] | undefined,
  row: readonly unknown[],
  hasList: boolean,
): WrittenRow {
  const written = new WrittenRow(context)
  if (columns !== undefined && (row.length > columns.length || (hasList && row.length < columns.length))) {
    refuse(context.analysis, row.length > columns.length ? 'tooManyExpressions' : 'tooFewExpressions', {})
  }
  row.forEach((node, at) => {
    const column = columns?.[at]
    if (column !== undefined && !hasList) columnUse(context, column, locationOfNode(node))
    if (column !== undefined && isSealed(column)) assignSealed(context, column, node, written, new Set())
    else if (tagOf(node) !== 'SetToDefault') plainExpression(context, node, 'VALUES of a plain column')
  })
  return written
}

/** INSERT ... SELECT into plain columns from plain values (C24). */
function selectSource(
  context: Context,
  columns: readonly (ColumnValue | undefined)[] | undefined,
  output: Output,
): void {
  const { analysis } = context
  for (const column of output.columns) {
    if (column.value.kind === 'sealed') refuseUse(analysis, column.value, 'INSERT ... SELECT')
  }
  const targets = output.open ? (columns ?? []) : (columns ?? []).slice(0, output.columns.length)
  for (const column of targets) {
    if (column === undefined) continue
    const value = columnUse(context, column, undefined)
    if (value.kind !== 'sealed') continue
    refuseUse(analysis, value, 'INSERT ... SELECT', {
      detail: 'Values of a query cannot be sealed row by row.',
      hint: 'Use INSERT ... VALUES with constants or parameters.',
    })
  }
}
