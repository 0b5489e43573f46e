import { carriedLists } from './carried.ts'
import type { Context, CteScope } from './context.ts'
import { refuseShape, refuseUse } from './refusal.ts'
import { exposeRows, refuseAdded } from './row-source.ts'
import { type Output, type OutputColumn, query } from './select.ts'
import { checkFields } from './shape.ts'
import type { ColumnValue, SealedValueOf } from './value.ts'
import { as, type Fields, list, locationOf, names, tagOf, text } from './walk.ts'
import { writeStatement } from './write.ts'

/** The context below a WITH clause, its queries analysed in order; an absent clause changes nothing (C31). */
export function withClause(context: Context, clause: Fields | undefined): Context {
  if (clause === undefined) return context
  checkFields(context.analysis, 'WithClause', clause, ['ctes', 'recursive', 'location'])
  const expressions = list(clause.ctes).map((item) => {
    const fields = as(item, 'CommonTableExpr')
    if (fields === undefined) refuseShape(context.analysis, 'WITH')
    return fields
  })
  if (clause.recursive === true) return recursive(context, expressions)
  let ctes = context.ctes
  for (const fields of expressions) ctes = scopeOf(fields, columnsOf({ ...context, ctes }, fields), ctes)
  return { ...context, ctes }
}

const cteFields = [
  'ctename',
  'aliascolnames',
  'ctematerialized',
  'ctequery',
  'search_clause',
  'cycle_clause',
  'location',
]

function columnsOf(context: Context, fields: Fields): readonly ColumnValue[] | undefined {
  checkFields(context.analysis, 'CommonTableExpr', fields, cteFields)
  const select = as(fields.ctequery, 'SelectStmt')
  const output =
    select === undefined ? writeOutput(context, fields.ctequery) : withLists(select, query(context, select))
  return renamed(context, fields, exposeRows(context.analysis, output))
}

function withLists(select: Fields, output: Output): Output {
  const lists = carriedLists(select, output.columns.length)
  return { ...output, columns: output.columns.map((column, at) => ({ ...column, carried: lists[at] })) }
}

function writeOutput(context: Context, statement: unknown): Output {
  return writeStatement({ ...context, level: undefined }, statement) ?? { columns: [], open: false }
}

function renamed(context: Context, fields: Fields, output: Output): readonly ColumnValue[] | undefined {
  const aliases = names(fields.aliascolnames)
  refuseAdded(context.analysis, output.columns, aliases.length, 'WITH that names the columns')
  const columns = output.columns.map((column, at) => ({
    name: aliases[at] ?? column.name,
    value: column.value,
    blocked: column.blocked,
    attnum: undefined,
    binds: column.binds,
    carried: column.carried,
    ...(column.added === true ? { added: true as const } : {}),
  }))
  if (!output.open) return columns
  if (columns.some((column) => column.value.kind === 'sealed')) {
    refuseShape(context.analysis, 'a WITH query whose columns are not all known', locationOf(fields))
  }
  return undefined
}

function scopeOf(fields: Fields, columns: readonly ColumnValue[] | undefined, parent: CteScope | undefined): CteScope {
  return { name: text(fields.ctename), columns, pending: false, parent }
}

/** WITH RECURSIVE: every query sees every other. One that refers to itself gives sealed columns by UNION ALL alone. */
function recursive(context: Context, expressions: readonly Fields[]): Context {
  let known = context.ctes
  expressions.forEach((fields, at) => {
    let ctes = known
    for (const later of expressions.slice(at + 1)) {
      ctes = { name: text(later.ctename), columns: undefined, pending: true, parent: ctes }
    }
    const select = as(fields.ctequery, 'SelectStmt')
    const isUnion = select !== undefined && text(select.op) === 'SETOP_UNION' && tagOf(fields.ctequery) === 'SelectStmt'
    let columns: readonly ColumnValue[] | undefined
    if (isUnion && mentions(select.rarg, text(fields.ctename))) {
      const first = query({ ...context, ctes }, select.larg as Fields)
      const own = renamed(context, fields, { ...first, columns: repeated(context, first.columns, select.all === true) })
      const output = query({ ...context, ctes: scopeOf(fields, own, ctes) }, select.rarg as Fields)
      checkRepeated(context, first.columns, output.columns)
      checkFields(
        context.analysis,
        'CommonTableExpr',
        fields,
        cteFields.filter((field) => !field.endsWith('_clause')),
      )
      const whole = ['larg', 'rarg', 'op', 'all', 'limitOption']
      checkFields(context.analysis, 'SelectStmt', select, whole)
      columns = own
    } else {
      columns = columnsOf({ ...context, ctes }, fields)
    }
    known = scopeOf(fields, columns, known)
  })
  return { ...context, ctes: known }
}

/** Columns of a query that goes on from its own rows: which table's row a value is of is not known any more. */
function repeated(context: Context, columns: readonly OutputColumn[], all: boolean): readonly OutputColumn[] {
  return columns.map(({ name, value }): OutputColumn => {
    const base = { name, blocked: undefined, attnum: undefined }
    if (value.kind !== 'sealed') return { ...base, value }
    if (!all || value.constants || value.nested !== undefined || value.computed !== undefined) {
      refuseUse(context.analysis, value, 'WITH RECURSIVE', { hint: 'UNION ALL of columns is served.' })
    }
    const rows = value.rows.map((row) => (row === undefined ? undefined : { rule: row.rule }))
    return { ...base, value: { ...value, rows, source: undefined } }
  })
}

/** What the query gives of its own rows must come from where its first rows come from. */
function checkRepeated(context: Context, first: readonly OutputColumn[], next: readonly OutputColumn[]): void {
  next.forEach(({ value }, at) => {
    const known = first[at]?.value
    if (value.kind === 'plain' && known?.kind !== 'sealed') return
    const isKnown =
      value.kind === 'sealed' &&
      known?.kind === 'sealed' &&
      !value.constants &&
      value.nested === undefined &&
      value.origins.every((origin) => known.origins.includes(origin))
    if (isKnown) return
    const sealed = (value.kind === 'sealed' ? value : known) as SealedValueOf
    refuseUse(context.analysis, sealed, 'WITH RECURSIVE', {
      detail: 'Both queries of it must give the same sealed column there.',
    })
  })
}

function mentions(tree: unknown, name: string): boolean {
  if (typeof tree !== 'object' || tree === null) return false
  if ((tree as Fields).relname === name && (tree as Fields).schemaname === undefined) return true
  return Object.values(tree).some((value) => mentions(value, name))
}
