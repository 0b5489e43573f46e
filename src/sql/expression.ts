// Expressions: an allow-list of node kinds. Each gives what it is (value.ts), and refuses a sealed column where the database
// would have to compute with it.

import { countUse } from './carried.ts'
import { groupedArguments, plainArguments, sortedBy, windowDefinition } from './clauses.ts'
import { combine } from './combine.ts'
import { comparison, equalityOf } from './comparison.ts'
import { condition } from './condition.ts'
import type { Context } from './context.ts'
import { extreme, isExtreme } from './extremes.ts'
import { givesOneValue, isAggregate, ofSomeRow } from './grouping.ts'
import { arrayOf, buildsNested, elementOf, nestedCall } from './nested-calls.ts'
import { ownCast } from './own-cast.ts'
import { refuse, refuseBlocked, refuseShape, refuseUse } from './refusal.ts'
import { refuseAdded } from './row-source.ts'
import { entryNamed, find } from './scope.ts'
import { query } from './select.ts'
import { checkFields, onlyNode } from './shape.ts'
import { subqueryEquality, testedNodes } from './subquery-equality.ts'
import { toldOutside } from './subquery-row.ts'
import { totalOrConstant } from './totals.ts'
import { noteMerged } from './using.ts'
import { type ColumnValue, plain, type Value } from './value.ts'
import { as, type Fields, list, locationOf, names, number, struct, tagOf, text } from './walk.ts'

/** What an expression is. `clause` names the place in messages. */
export function expression(context: Context, node: unknown, clause: string): Value {
  const { analysis } = context
  const { tag, fields } = onlyNode(analysis, node)
  switch (tag) {
    case 'A_Const':
    case 'ParamRef':
      return { kind: 'operand', node }
    case 'ColumnRef':
      return columnReference(context, node, fields, clause)
    case 'TypeCast':
      return typeCast(context, node, fields)
    case 'A_Expr':
      return comparison(context, node, fields)
    case 'BoolExpr':
      checkFields(analysis, tag, fields, ['boolop', 'args', 'location'])
      for (const argument of list(fields.args)) condition(context, argument, clause)
      return plain
    case 'NullTest':
      checkFields(analysis, tag, fields, ['arg', 'nulltesttype', 'argisrow', 'location'])
      expression(context, fields.arg, 'IS NULL')
      return plain
    case 'BooleanTest':
      checkFields(analysis, tag, fields, ['arg', 'booltesttype', 'location'])
      condition(context, fields.arg, 'IS TRUE')
      return plain
    case 'FuncCall':
      return functionCall(context, node, fields)
    case 'CoalesceExpr':
      checkFields(analysis, tag, fields, ['args', 'location'])
      return coalesce(context, node, fields)
    case 'CaseExpr':
      return caseExpression(context, fields)
    case 'MinMaxExpr':
      checkFields(analysis, tag, fields, ['op', 'args', 'location'])
      plainArguments(context, fields.args, text(fields.op) === 'IS_LEAST' ? 'LEAST' : 'GREATEST')
      return plain
    case 'SubLink':
      return subLink(context, fields)
    case 'A_ArrayExpr':
      checkFields(analysis, tag, fields, ['elements', 'list_start', 'list_end', 'location'])
      plainArguments(context, fields.elements, 'ARRAY')
      return plain
    case 'RowExpr':
      checkFields(analysis, tag, fields, ['args', 'row_format', 'location'])
      plainArguments(context, fields.args, 'ROW')
      return plain
    case 'A_Indirection':
      return indirection(context, fields)
    case 'CollateClause':
      checkFields(analysis, tag, fields, ['arg', 'collname', 'location'])
      plainExpression(context, fields.arg, 'COLLATE')
      return plain
    case 'NamedArgExpr':
      checkFields(analysis, tag, fields, ['arg', 'name', 'argnumber', 'location'])
      plainExpression(context, fields.arg, clause)
      return plain
    case 'GroupingFunc':
      checkFields(analysis, tag, fields, ['args', 'location'])
      groupedArguments(context, fields.args, 'GROUPING')
      return plain
    case 'SQLValueFunction':
    case 'MergeSupportFunc':
    case 'CurrentOfExpr':
      return plain
    default:
      if (!generic.has(tag)) return refuseShape(analysis, tag, locationOf(fields))
      plainChildren(context, fields, tag)
      return plain
  }
}

/** An expression that must not be a sealed value: the database computes with it, compares it, or orders by it. */
export function plainExpression(context: Context, node: unknown, clause: string): void {
  const value = expression(context, node, clause)
  if (value.kind === 'sealed') refuseUse(context.analysis, value, clause)
}

/** Constructors of JSON and XML: every expression in them must be plain. */
const generic = new Set([
  'XmlExpr',
  'XmlSerialize',
  'JsonObjectConstructor',
  'JsonArrayConstructor',
  'JsonObjectAgg',
  'JsonArrayAgg',
  'JsonKeyValue',
  'JsonValueExpr',
  'JsonIsPredicate',
  'JsonParseExpr',
  'JsonScalarExpr',
  'JsonSerializeExpr',
])

function plainChildren(context: Context, fields: Fields, clause: string): void {
  for (const field in fields) plainSlot(context, fields[field], clause)
}

function plainSlot(context: Context, value: unknown, clause: string): void {
  if (Array.isArray(value)) {
    for (const item of value) plainSlot(context, item, clause)
    return
  }
  const tag = tagOf(value)
  if (tag === 'ResTarget') {
    plainSlot(context, as(value, tag)!.val, clause)
    return
  }
  if (tag !== undefined) {
    plainExpression(context, value, clause)
    return
  }
  const fields = struct(value)
  if (fields !== undefined && !Array.isArray(fields.names)) plainChildren(context, fields, clause)
}

function columnReference(context: Context, node: unknown, fields: Fields, clause: string): Value {
  const { analysis } = context
  checkFields(analysis, 'ColumnRef', fields, ['fields', 'location'])
  const path = names(fields.fields)
  const location = locationOf(fields)
  if (path.at(-1) === '*') return wholeRow(context, path, clause, location)
  const found = find(context.level, path)
  switch (found.what) {
    case 'column': {
      const { level, aggregateOf } = context
      countUse(found.column)
      noteMerged(context, node, found.column)
      if (found.column.value.kind === 'sealed') {
        analysis.references.push({ node, column: found.column, level, aggregateOf })
      }
      return columnUse(context, found.column, location)
    }
    case 'ambiguous': {
      const sealed = found.columns.find((column) => column.value.kind === 'sealed' || column.blocked !== undefined)
      if (sealed !== undefined) refuse(analysis, 'ambiguousColumn', { column: sealed.name }, location)
      return plain
    }
    case 'row':
      refuseRow(context, found.entry.columns, clause, location)
      return plain
    case 'unknown':
      return plain
    case 'missing':
      return found.of === 'column'
        ? refuse(analysis, 'missingColumn', { column: `"${path[0]}"` }, location)
        : refuse(analysis, 'missingEntry', { table: path.at(-2)! }, location)
  }
}

/** A reference to this column: its value, or a refusal when it must not be named. */
export function columnUse(context: Context, column: ColumnValue, location: number | undefined): Value {
  if (column.blocked !== undefined) refuseBlocked(context.analysis, column.blocked, location)
  return column.value.kind === 'sealed' ? { ...column.value, location } : plain
}

/** `x.*` as a value: a row (count(x.*), ROW(x.*), x.* IS NULL). */
function wholeRow(context: Context, path: readonly string[], clause: string, location: number | undefined): Value {
  const entry =
    path.length === 1 ? undefined : entryNamed(context.level, path.length > 2 ? path.at(-3) : undefined, path.at(-2)!)
  refuseRow(context, path.length === 1 ? context.level?.columns : entry?.columns, clause, location)
  return plain
}

function refuseRow(
  context: Context,
  columns: readonly ColumnValue[] | undefined,
  clause: string,
  location: number | undefined,
): void {
  for (const column of columns ?? []) {
    countUse(column)
    const value = columnUse(context, column, location)
    if (value.kind === 'sealed') refuseUse(context.analysis, value, `a whole-row value in ${clause}`)
  }
}

function typeCast(context: Context, node: unknown, fields: Fields): Value {
  checkFields(context.analysis, 'TypeCast', fields, ['arg', 'typeName', 'location'])
  const value = expression(context, fields.arg, 'a cast')
  if (value.kind === 'sealed') return ownCast(context, node, fields, value)
  return value.kind === 'operand' ? { kind: 'operand', node } : plain
}

function coalesce(context: Context, node: unknown, fields: Fields): Value {
  const values = list(fields.args).map((argument) => expression(context, argument, 'COALESCE'))
  return totalOrConstant(context, node, values) ?? combine(context, values, 'COALESCE')
}

function caseExpression(context: Context, fields: Fields): Value {
  const { analysis } = context
  checkFields(analysis, 'CaseExpr', fields, ['arg', 'args', 'defresult', 'location'])
  const compared: unknown[] = []
  const results: Value[] = []
  for (const item of list(fields.args)) {
    const when = as(item, 'CaseWhen')
    if (when === undefined) refuseShape(analysis, 'CASE')
    checkFields(analysis, 'CaseWhen', when, ['expr', 'result', 'location'])
    if (fields.arg === undefined) condition(context, when.expr, 'CASE WHEN')
    else compared.push(when.expr)
    results.push(expression(context, when.result, 'CASE'))
  }
  // CASE x WHEN y asks x = y for each.
  if (fields.arg !== undefined) equalityOf(context, [fields.arg, ...compared], 'CASE', false)
  if (fields.defresult !== undefined) results.push(expression(context, fields.defresult, 'CASE'))
  const value = combine(context, results, 'CASE')
  if (fields.defresult !== undefined || value.kind !== 'sealed') return value
  // ELSE NULL is implied, and a NULL has no length or scale.
  return { ...value, logical: { name: value.logical.name, typmod: -1 }, source: undefined }
}

/** Aggregates that ask of a boolean whether it is true. */
const booleanAggregates = new Set(['bool_and', 'bool_or', 'every'])

function functionCall(context: Context, node: unknown, fields: Fields): Value {
  const { analysis } = context
  checkFields(analysis, 'FuncCall', fields, [
    'funcname',
    'args',
    'agg_order',
    'agg_filter',
    'over',
    'agg_within_group',
    'agg_star',
    'agg_distinct',
    'func_variadic',
    'funcformat',
    'location',
  ])
  const path = names(fields.funcname)
  const name = path.at(-1) ?? ''
  const builtIn = path.length > 1 ? path[0] === 'pg_catalog' : analysis.input.catalog.isBuiltInFunction(name)
  if (!builtIn) analysis.unknownObjects = true
  const clause = fields.agg_distinct === true ? `${name}(DISTINCT)` : `${name}()`
  const counts = name === 'count' && builtIn && fields.agg_distinct !== true && fields.agg_order === undefined
  const inner = builtIn && isAggregate(name, fields) ? { ...context, aggregateOf: context.level } : context
  const [first, ...others] = list(fields.args)
  let result: Value = plain
  if (builtIn && name === 'count' && fields.agg_distinct === true && fields.agg_order === undefined) {
    groupedArguments(inner, fields.args, clause)
  } else if (counts) {
    // count(column) asks only whether the value is null.
    for (const argument of list(fields.args)) expression(inner, argument, clause)
  } else if (builtIn && buildsNested(name, fields)) {
    result = nestedCall(inner, node, name, fields)
  } else if (builtIn && booleanAggregates.has(name) && list(fields.args).length === 1) {
    condition(inner, first, clause)
  } else if (builtIn && isExtreme(name, fields)) {
    result = extreme(inner, node, name, fields)
  } else if (builtIn && givesOneValue(name, fields)) {
    const value = expression(inner, first, clause)
    if (value.kind === 'sealed') result = ofSomeRow(inner, value, name, locationOf(fields))
    plainArguments(inner, others, clause)
  } else plainArguments(inner, fields.args, clause)
  for (const order of list(fields.agg_order)) {
    // WITHIN GROUP takes values, not only their order.
    if (fields.agg_within_group === true) plainExpression(inner, as(order, 'SortBy')?.node, `WITHIN GROUP of ${clause}`)
    else sortedBy(inner, order, `ORDER BY in ${clause}`)
  }
  if (fields.agg_filter !== undefined) condition(inner, fields.agg_filter, 'FILTER')
  const over = struct(fields.over)
  if (over !== undefined) windowDefinition(context, over)
  return result
}

function indirection(context: Context, fields: Fields): Value {
  const { analysis } = context
  checkFields(analysis, 'A_Indirection', fields, ['arg', 'indirection'])
  const value = expression(context, fields.arg, 'a field or element reference')
  for (const step of list(fields.indirection)) {
    const indices = as(step, 'A_Indices')
    if (indices === undefined) continue
    checkFields(analysis, 'A_Indices', indices, ['is_slice', 'lidx', 'uidx'])
    for (const index of [indices.lidx, indices.uidx]) {
      if (index !== undefined) plainExpression(context, index, 'a subscript')
    }
  }
  if (value.kind !== 'sealed') return plain
  const [subscript, ...further] = list(fields.indirection)
  const indices = as(subscript, 'A_Indices')
  const element = indices === undefined || indices.is_slice === true ? undefined : elementOf(value, value.location)
  if (element !== undefined && further.length === 0) return element
  if (value.nested !== undefined) return refuseUse(analysis, value, 'a field or element reference')
  // A stored view holds predicates on terms as PostgreSQL wrote them down.
  const [field, ...more] = list(fields.indirection)
  const term = text(as(field, 'String')?.sval)
  if (analysis.inView && more.length === 0 && value.origins[0]!.column.terms.some((name) => name === term)) {
    for (const origin of value.origins) analysis.searches.add(origin.column.label)
    return plain
  }
  return refuseUse(analysis, value, 'a field or element reference')
}

function subLink(context: Context, fields: Fields): Value {
  const { analysis } = context
  checkFields(analysis, 'SubLink', fields, [
    'subLinkType',
    'subLinkId',
    'testexpr',
    'operName',
    'subselect',
    'location',
  ])
  const select = as(fields.subselect, 'SelectStmt')
  if (select === undefined) refuseShape(analysis, 'a subquery that is no SELECT')
  const kind = text(fields.subLinkType)
  const nodes = fields.testexpr === undefined ? [] : testedNodes(fields.testexpr)
  const tested = nodes.map((node) => expression(context, node, 'IN (subquery)'))
  const result = query(context, select)
  if (kind === 'EXISTS_SUBLINK') return plain
  if (nodes.length > 0) {
    subqueryEquality(context, fields, nodes, tested, select, result)
    return plain
  }
  refuseAdded(analysis, result.columns, result.columns.length, 'a subquery')
  if (kind === 'EXPR_SUBLINK') {
    const value = result.columns[0]?.value ?? plain
    if (value.kind !== 'sealed') return plain
    return { ...toldOutside(context, select, result, value), location: locationOf(fields) }
  }
  const [column] = result.columns
  if (column?.value.kind !== 'sealed') return plain
  const array = arrayOf(context, column.value, 'ARRAY (subquery)', locationOf(fields))
  // The subquery's type stays with its modifier.
  return { ...array, logical: column.value.logical }
}

/** Ordinal of `ORDER BY 2`, `GROUP BY 2`; undefined for every other expression. */
export function ordinalOf(node: unknown): number | undefined {
  const value = struct(as(node, 'A_Const')?.ival)
  return value === undefined ? undefined : number(value.ival)
}
