// Lineage of a stored view: its definition, as the server gives it, is analysed like a statement, except that nothing in it
// can be replaced. Where PostgreSQL let a predicate on a term be stored, `((email).eq = ...)`, it is plain by then.
import type { Catalog, Relation } from '../catalog/catalog.ts'
import { PgsealError } from '../errors.ts'
import { parseStatements } from './parsed-text.ts'
import { query } from './select.ts'
import { Analysis } from './statement.ts'
import type { ColumnValue } from './value.ts'
import { as } from './walk.ts'

const known = new WeakMap<Catalog, Map<number, readonly ColumnValue[] | string>>()

/** The view's columns with what each comes from. Throws viewNotServed when its definition is more than is analysed. */
export function viewColumns(analysis: Analysis, view: Relation): readonly ColumnValue[] {
  const { catalog } = analysis.input
  let views = known.get(catalog)
  if (views === undefined) known.set(catalog, (views = new Map()))
  let columns = views.get(view.oid)
  if (columns === undefined) {
    // A view cannot contain itself, but a rule may make it seem so.
    views.set(view.oid, 'its definition refers to itself')
    columns = analyzeView(analysis, view)
    views.set(view.oid, columns)
  }
  if (typeof columns !== 'string') return columns
  throw new PgsealError('viewNotServed', { view: `${view.schema}.${view.name}` }, { detail: `Reason: ${columns}.` })
}

function analyzeView(outer: Analysis, view: Relation): readonly ColumnValue[] | string {
  if (view.viewDefinition === undefined) return 'its definition is not known'
  try {
    const parsed = parseStatements(Buffer.from(view.viewDefinition))
    const statement = parsed.statements[0]
    const select = as(statement?.parse, 'SelectStmt')
    if (statement === undefined || select === undefined || parsed.statements.length !== 1) return 'it is not a SELECT'
    const inner = new Analysis({ ...outer.input, statement, names: new Map(), declaredOids: [] }, true)
    const result = query({ analysis: inner, level: undefined, ctes: undefined }, select)
    if (result.open || result.columns.length !== view.columns.length) return 'its columns are not all known'
    return view.columns.map((column, at) => ({ ...result.columns[at]!, name: column.name, attnum: column.attnum }))
  } catch (error) {
    if (error instanceof PgsealError && error.severity === 'ERROR') return error.message
    throw error
  }
}
