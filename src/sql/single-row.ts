// INSERT ... SELECT of at most one row, as is written for a row that may be there already:
//   insert into t (a, b) select $1, $2 where not exists (select 1 from t where a = $1)
// Its values are sealed where they stand, as those of a VALUES list.
import type { Catalog } from '../catalog/catalog.ts'
import { assignSealed, isSealed, WrittenRow } from './assignment.ts'
import type { Context } from './context.ts'
import { plainExpression } from './expression.ts'
import { fromClause } from './from.ts'
import { functionName, isBuiltInCall } from './functions.ts'
import { madeValue } from './made-value.ts'
import { refuse } from './refusal.ts'
import { Level } from './scope.ts'
import type { ColumnValue } from './value.ts'
import { as, type Fields, list, names, struct, text, walk } from './walk.ts'
import { withClause } from './with.ts'

/** The row that is written, and its values in the order of the columns. */
export type SingleRow = { readonly written: WrittenRow; readonly values: readonly unknown[] }

/** PostgreSQL's own functions that are known to give one value, beside those that make one. */
const scalar = new Set([
  ...['abs', 'age', 'btrim', 'concat', 'concat_ws', 'currval', 'current_setting', 'date_part', 'date_trunc', 'extract'],
  ...['format', 'greatest', 'least', 'left', 'length', 'lower', 'lpad', 'ltrim', 'make_date', 'make_interval', 'md5'],
  ...['replace', 'right', 'round', 'rpad', 'rtrim', 'split_part', 'substr', 'substring', 'timezone', 'to_char'],
  ...['to_date', 'to_json', 'to_jsonb', 'to_timestamp', 'trim', 'upper', 'jsonb_build_object', 'json_build_object'],
])

/** Claims the values and gives the row when the query has this form and sets a sealed column; else nothing was done. */
export function singleRow(
  context: Context,
  columns: readonly (ColumnValue | undefined)[] | undefined,
  select: Fields,
  hasList: boolean,
): SingleRow | undefined {
  const { analysis } = context
  const values = list(select.targetList).map((target) => as(target, 'ResTarget')?.val)
  if (columns === undefined || !isOneRow(analysis.input.catalog, select)) return undefined
  if (!columns.slice(0, values.length).some((column) => column !== undefined && isSealed(column))) return undefined
  if (values.some((node) => names(as(node, 'ColumnRef')?.fields).at(-1) === '*')) return undefined
  if (values.length > columns.length) refuse(analysis, 'tooManyExpressions', {})
  if (hasList && values.length < columns.length) refuse(analysis, 'tooFewExpressions', {})
  const inner = withClause(context, struct(select.withClause))
  const level = new Level(inner.level)
  fromClause(inner, list(select.fromClause), level)
  const here: Context = { ...inner, level }
  const written = new WrittenRow(here)
  for (const [at, node] of values.entries()) {
    const column = columns[at]
    if (column !== undefined && isSealed(column)) assignSealed(here, column, node, written, new Set())
    else plainExpression(here, node, 'INSERT ... SELECT')
  }
  if (select.whereClause !== undefined) plainExpression(here, select.whereClause, 'WHERE')
  for (const field of ['limitOffset', 'limitCount']) {
    if (select[field] !== undefined) plainExpression(inner, select[field], field === 'limitOffset' ? 'OFFSET' : 'LIMIT')
  }
  return { written, values }
}

const fields = new Set([
  ...['targetList', 'fromClause', 'whereClause', 'limitCount', 'limitOffset', 'limitOption', 'withClause', 'op'],
])

/** No FROM, or queries of one row in it, and no function that might return a set. */
function isOneRow(catalog: Catalog, select: Fields): boolean {
  if (text(select.op) !== 'SETOP_NONE' || select.valuesLists !== undefined) return false
  if (Object.keys(select).some((field) => !fields.has(field))) return false
  for (const item of list(select.fromClause)) {
    const from = as(item, 'RangeSubselect')
    const inner = as(from?.subquery, 'SelectStmt')
    if (inner === undefined || !isOneRow(catalog, inner)) return false
  }
  let one = true
  walk(select.targetList, (tag, node) => {
    if (tag === 'SubLink') return false
    if (tag === 'FuncCall') one &&= isScalar(catalog, node)
    if (tag === 'A_Expr') one &&= !catalog.hasUserOperator(names(node.name).at(-1) ?? '')
    return one
  })
  return one
}

function isScalar(catalog: Catalog, call: Fields): boolean {
  const path = names(call.funcname)
  if (madeValue({ FuncCall: call }, catalog) !== undefined) return true
  return isBuiltInCall(path, catalog) && scalar.has(functionName(path).name)
}
