// Functions that build JSON and arrays of sealed columns: json_agg(), json_build_object(), to_json(), row_to_json(),
// array_agg(), string_agg() and their kin.
import type { LogicalTypeName } from '../types/logical-type.ts'
import type { Total } from '../types/total.ts'
import { opensStored } from './access.ts'
import { countUse } from './carried.ts'
import { plainArguments } from './clauses.ts'
import type { Context } from './context.ts'
import { columnUse, expression } from './expression.ts'
import { asJsonb, eachLeaf, type NestedForm, type Shape, type ValueShape } from './nested.ts'
import { refuse, refuseUse } from './refusal.ts'
import { notTold, pathIn } from './row-source.ts'
import { type Entry, entryNamed, find } from './scope.ts'
import { totalled } from './totals.ts'
import { type ColumnValue, plain, type SealedValueOf, type Value } from './value.ts'
import { as, type Fields, list, locationOf, names, number, struct, text } from './walk.ts'

type Part = Shape<SealedValueOf>

const plainPart: Part = { is: 'plain' }

/** What each of PostgreSQL's functions builds. */
const builders: Readonly<Record<string, 'object' | 'tuple' | 'list' | 'map' | 'same' | 'array' | 'joined' | 'total'>> =
  {
    json_build_object: 'object',
    jsonb_build_object: 'object',
    json_build_array: 'tuple',
    jsonb_build_array: 'tuple',
    json_agg: 'list',
    jsonb_agg: 'list',
    json_object_agg: 'map',
    jsonb_object_agg: 'map',
    to_json: 'same',
    to_jsonb: 'same',
    row_to_json: 'same',
    array_to_json: 'same',
    array_agg: 'array',
    string_agg: 'joined',
    sum: 'total',
    avg: 'total',
  }

/** True for a call that may build something of stored values; the name is one of PostgreSQL's own. */
export function buildsNested(name: string, fields: Fields): boolean {
  const kind = Object.hasOwn(builders, name) ? builders[name] : undefined
  if (kind === undefined || fields.agg_distinct === true || fields.func_variadic === true) return false
  const given = list(fields.args)
  if (given.some((argument) => as(argument, 'NamedArgExpr') !== undefined)) return false
  switch (kind) {
    case 'object':
      return given.length > 0 && given.length % 2 === 0
    case 'tuple':
      return given.length > 0
    case 'map':
      return given.length === 2
    case 'joined':
      return given.length === 2 && fields.over === undefined
    default:
      return given.length === 1
  }
}

/** `inner`: what names mean within an aggregate. ORDER BY, FILTER and OVER are the caller's. */
export function nestedCall(inner: Context, node: unknown, name: string, fields: Fields): Value {
  const clause = `${name}()`
  const given = list(fields.args)
  const isJsonb = name.includes('jsonb')
  const location = locationOf(fields)
  switch (builders[name]!) {
    case 'object': {
      const parts = given.filter((_, at) => at % 2 === 1).map((argument) => part(inner, argument, clause))
      const keys = given.filter((_, at) => at % 2 === 0)
      plainArguments(inner, keys, `a key in ${clause}`)
      const shape: Part = { is: 'object', keys: keys.map(constantText), of: parts, sorted: false }
      return built(inner, shape, isJsonb, clause, location)
    }
    case 'tuple': {
      const parts = given.map((argument) => part(inner, argument, clause))
      return built(inner, { is: 'tuple', of: parts }, isJsonb, clause, location)
    }
    case 'list': {
      const of = part(inner, given[0], clause)
      return built(inner, { is: 'list', of, tight: of.is === 'value' }, isJsonb, clause, location)
    }
    case 'map': {
      plainArguments(inner, [given[0]], `a key in ${clause}`)
      return built(inner, { is: 'map', of: part(inner, given[1], clause) }, isJsonb, clause, location)
    }
    case 'same':
      return built(inner, part(inner, given[0], clause), isJsonb, clause, location)
    case 'array': {
      const value = expression(inner, given[0], clause)
      return value.kind === 'sealed' ? arrayOf(inner, value, clause, location) : plain
    }
    case 'total': {
      const value = expression(inner, given[0], clause)
      if (value.kind !== 'sealed') return plain
      return totalled(inner, node, value, name as Total, location)
    }
    case 'joined': {
      const value = expression(inner, given[0], clause)
      plainArguments(inner, [given[1]], `the delimiter of ${clause}`)
      if (value.kind !== 'sealed') return plain
      return joined(inner, node, value, given[1], clause, location)
    }
  }
}

function built(context: Context, shape: Part, isJsonb: boolean, clause: string, location: number | undefined): Value {
  const leaves = leavesOf(shape)
  const [first] = leaves
  if (first === undefined) return plain
  const whole = isJsonb ? asJsonb(shape) : shape
  if (whole === undefined) {
    return refuseUse(context.analysis, first, clause, {
      detail: 'A key of the object is not a constant, so the place of the value in the jsonb is not known.',
      hint: 'The functions of json, without b, are served with any keys.',
    })
  }
  return nestedValue(whole, isJsonb ? 'jsonb' : 'json', location)
}

/** A value that holds others. */
export function nestedValue(
  shape: Part,
  form: NestedForm,
  location: number | undefined,
  { delimiter, type }: { readonly delimiter?: Buffer; readonly type?: LogicalTypeName } = {},
): SealedValueOf {
  const leaves = leavesOf(shape)
  const origins = [...new Set(leaves.flatMap((leaf) => leaf.origins))]
  const first = leaves[0]!
  const name = form === 'joined' || form === 'text' ? 'text' : form === 'json' || form === 'jsonb' ? form : type
  return {
    kind: 'sealed',
    origins,
    rows: origins.map(() => undefined),
    logical: { name: name ?? first.logical.name, typmod: -1 },
    name: first.name,
    constants: leaves.some((leaf) => leaf.constants),
    sealedHere: leaves.every((leaf) => leaf.sealedHere),
    source: undefined,
    nested: { form, shape, delimiter },
    location,
  }
}

function leavesOf(shape: Part): readonly SealedValueOf[] {
  const leaves: SealedValueOf[] = []
  eachLeaf(shape, (leaf) => leaves.push(leaf))
  return leaves
}

/** What an argument is as a part of JSON. */
function part(context: Context, node: unknown, clause: string): Part {
  const row = rowOf(context, node)
  if (row !== undefined) return rowPart(context, row, clause, locationOf(as(node, 'ColumnRef') ?? {}))
  const made = as(node, 'RowExpr')
  if (made !== undefined && text(made.row_format) === 'COERCE_EXPLICIT_CALL') return madeRow(context, made, clause)
  const value = expression(context, node, clause)
  return value.kind === 'sealed' ? partOf(context, node, value, clause) : plainPart
}

function partOf(context: Context, node: unknown, value: SealedValueOf, clause: string): Part {
  const { nested } = value
  if (nested === undefined) return { ...leafOf(context, value, clause), row: rowBeside(context, node, value) }
  if (nested.form !== 'json' && nested.form !== 'jsonb' && nested.form !== 'array')
    return refuseUse(context.analysis, value, clause)
  return nested.form === 'array' ? ({ ...nested.shape, tight: false } as Part) : nested.shape
}

function leafOf({ analysis }: Context, value: SealedValueOf, clause: string): ValueShape<SealedValueOf> {
  for (const { column } of value.origins) {
    // Of the other terms the JSON is no text.
    if (column.terms.includes('tri')) refuseUse(analysis, value, clause)
  }
  if (value.computed !== undefined) refuseUse(analysis, value, `${clause} of a computed value`)
  return { is: 'value', leaf: value, inJsonb: false }
}

/** `ROW(a, b)`: members f1, f2. */
function madeRow(context: Context, row: Fields, clause: string): Part {
  const items = list(row.args)
  if (items.some((item) => names(as(item, 'ColumnRef')?.fields).at(-1) === '*')) {
    plainArguments(context, items, clause)
    return plainPart
  }
  const of = items.map((item) => part(context, item, clause))
  return { is: 'object', keys: of.map((_, at) => `f${at + 1}`), of, sorted: false }
}

/** The FROM item whose whole row this node is: `u` or `u.*`. */
function rowOf(context: Context, node: unknown): Entry | undefined {
  const path = names(as(node, 'ColumnRef')?.fields)
  if (path.length < 1) return undefined
  if (path.at(-1) === '*') {
    return path.length === 1
      ? undefined
      : entryNamed(context.level, path.length > 2 ? path.at(-3) : undefined, path.at(-2)!)
  }
  const found = find(context.level, path)
  // `u.name` would be a function.
  return found.what === 'row' && path.length === 1 ? found.entry : undefined
}

/** A row of a relation has the names of its columns, whatever an alias calls them; that of a subquery those of the alias. */
function rowPart(context: Context, entry: Entry, clause: string, location: number | undefined): Part {
  const { analysis } = context
  const { columns, relation } = entry
  if (columns === undefined) return plainPart
  for (const { added, binds } of columns) {
    // Members of the row that the client did not ask for.
    if (added !== true || binds === undefined) continue
    const { template } = binds.row.rule
    refuse(analysis, 'recordNotChecked', { column: sealedName(columns), template }, location)
  }
  const of = columns.map((column): Part => {
    countUse(column)
    const value = columnUse(context, column, location)
    if (value.kind !== 'sealed') return plainPart
    if (value.nested !== undefined) return partOf(context, undefined, value, clause)
    return { ...leafOf(context, value, clause), row: rowWithin(context, columns, value) }
  })
  const named = relation === undefined ? columns : relation.columns
  if (named.length !== columns.length) return refuseRow(context, of, clause)
  return { is: 'object', keys: named.map(({ name }) => name), of, sorted: false }
}

function sealedName(columns: readonly ColumnValue[]): string {
  for (const { value } of columns) if (value.kind === 'sealed') return value.name
  return ''
}

function refuseRow(context: Context, of: readonly Part[], clause: string): Part {
  const [first] = of.flatMap(leavesOf)
  return first === undefined ? plainPart : refuseUse(context.analysis, first, `a whole row in ${clause}`)
}

/** The rule of the one row that a value may be of; undefined where it is of none, or need not be told. */
function boundTo({ analysis }: Context, value: SealedValueOf): SealedValueOf['rows'][number] {
  const rows = value.rows.filter((row) => row !== undefined)
  if (rows.length === 0) return undefined
  const opens = value.origins.some((origin) => {
    const reading = analysis.input.access.reading(origin.column.label)
    return analysis.inView || opensStored(reading)
  })
  return opens ? rows[0] : undefined
}

/** The column becomes an array of itself and what tells its row. */
function rowBeside(context: Context, node: unknown, value: SealedValueOf): ValueShape<SealedValueOf>['row'] {
  const { analysis } = context
  const row = boundTo(context, value)
  if (row === undefined) return undefined
  const isOne = value.origins.length === 1 && as(node, 'ColumnRef') !== undefined && !analysis.inView
  const paths =
    isOne && row.rule.columns.every(({ type }) => readsInJson.has(type.name))
      ? row.rule.columns.map((column) => pathIn(context.level, row, column, false))
      : [undefined]
  if (paths.includes(undefined)) {
    notTold(analysis, value, row)
    return undefined
  }
  analysis.claim(node, { to: 'beside', paths: paths as readonly (readonly string[])[] })
  return { rule: row.rule, columns: 'beside' }
}

/** What tells the row stands in the same object. */
function rowWithin(
  context: Context,
  columns: readonly ColumnValue[],
  value: SealedValueOf,
): ValueShape<SealedValueOf>['row'] {
  const row = boundTo(context, value)
  if (row === undefined) return undefined
  const places = row.rule.columns.map(({ attnum, type }) =>
    value.origins.length === 1 && readsInJson.has(type.name)
      ? columns.findIndex(({ binds }) => binds?.row === row && binds.attnum === attnum)
      : -1,
  )
  if (places.includes(-1)) {
    notTold(context.analysis, value, row)
    return undefined
  }
  return { rule: row.rule, columns: places }
}

/** Types whose text in JSON is that of the record, but for the quotes. */
const readsInJson: ReadonlySet<string> = new Set(['int2', 'int4', 'int8', 'uuid', 'text', 'varchar', 'bool', 'bpchar'])

/** An array of values of this column. */
export function arrayOf(
  context: Context,
  value: SealedValueOf,
  clause: string,
  location: number | undefined,
): SealedValueOf {
  const { analysis } = context
  if (value.nested !== undefined) refuseUse(analysis, value, clause)
  const row = boundTo(context, value)
  if (row !== undefined) notTold(analysis, value, row)
  const leaf = { ...leafOf(context, value, clause) }
  return nestedValue({ is: 'list', of: leaf, tight: false }, 'array', location)
}

/** The server gives the values as an array. */
function joined(
  context: Context,
  node: unknown,
  value: SealedValueOf,
  delimiter: unknown,
  clause: string,
  location: number | undefined,
): SealedValueOf {
  const { analysis } = context
  const constant = constantText(delimiter)
  const isText = value.logical.name === 'text' || value.logical.name === 'varchar'
  if (constant === undefined || !isText || analysis.inView) {
    return refuseUse(analysis, value, clause, { detail: 'Served is a column of text with a constant delimiter.' })
  }
  const { nested } = arrayOf(context, value, clause, location)
  analysis.claim(node, { to: 'array-agg', delimited: true })
  analysis.renames += 1
  return nestedValue(nested!.shape, 'joined', location, { delimiter: Buffer.from(constant, 'utf8') })
}

/** The text of a constant string or integer. */
function constantText(node: unknown): string | undefined {
  const constant = as(node, 'A_Const')
  if (constant === undefined || constant.isnull === true) return undefined
  const string = struct(constant.sval)
  if (string !== undefined) return text(string.sval)
  const integer = struct(constant.ival)
  return integer === undefined ? undefined : String(number(integer.ival))
}

/** An element of an array of sealed values. */
export function elementOf(value: SealedValueOf, location: number | undefined): SealedValueOf | undefined {
  const { nested } = value
  if (nested?.form !== 'array' || nested.shape.is !== 'list' || nested.shape.of.is !== 'value') return undefined
  const { leaf } = nested.shape.of
  const rows = leaf.rows.map((row) => (row === undefined ? undefined : { rule: row.rule }))
  return { ...leaf, logical: { name: leaf.logical.name, typmod: -1 }, rows, source: undefined, location }
}

/** `x::json`, `x::jsonb` and `x::text` of JSON; undefined for every other cast. */
export function nestedCast(value: SealedValueOf, to: string, location: number | undefined): SealedValueOf | undefined {
  const { nested } = value
  if (nested === undefined || (nested.form !== 'json' && nested.form !== 'jsonb')) return undefined
  if (to === 'text') return nestedValue(nested.shape, 'text', location)
  if (to === nested.form) return value
  if (to === 'json') return nestedValue(nested.shape, 'json', location)
  const shape = to === 'jsonb' ? asJsonb(nested.shape) : undefined
  return shape === undefined ? undefined : nestedValue(shape, 'jsonb', location)
}

/** True for a constant that is an empty array or object, or null: all that may stand for a built value in its place. */
export function isEmptyConstant(node: unknown): boolean {
  const cast = as(node, 'TypeCast')
  const constant = as(cast?.arg ?? node, 'A_Const')
  if (constant === undefined) return false
  if (cast !== undefined) {
    const type = names(struct(cast.typeName)?.names).at(-1)
    if (type !== 'json' && type !== 'jsonb') return false
  }
  if (constant.isnull === true) return true
  return /^[ \t\n\r]*(\[[ \t\n\r]*\]|\{[ \t\n\r]*\}|null)[ \t\n\r]*$/.test(text(struct(constant.sval)?.sval))
}
