// How a value of a grouped column is written for the server, and what it must parse as.
import type { Catalog } from '../catalog/catalog.ts'
import type { SearchTerm } from './plan.ts'
import { quoted } from './quoted.ts'

/** `some`: the value of some row of the group. `sets`: NULL in rows whose grouping set leaves the column out. */
export type GroupMember = {
  readonly some: 'any_value' | 'array_agg'
  readonly sets: boolean
  /** The term that the column is grouped by. */
  readonly term: SearchTerm
}

/** PostgreSQL 16 has any_value(). Before, an array of the group's values is made, of which the first is taken. */
export function memberOf(catalog: Catalog, sets: boolean, term: SearchTerm = 'eq'): GroupMember {
  return { some: catalog.isBuiltInFunction('any_value') ? 'any_value' : 'array_agg', sets, term }
}

export function memberText(column: string, { some, sets, term }: GroupMember): string {
  const call = `pg_catalog.${some}(${column})`
  const value = some === 'any_value' ? call : `(${call})[1]`
  return sets ? `CASE WHEN GROUPING(${termText(column, term)}) = 0 THEN ${value} END` : value
}

export function termText(column: string, term: SearchTerm = 'eq'): string {
  return `(${column}).${term}`
}

export function pathText(path: readonly string[]): string {
  return path.map(quoted).join('.')
}

/** `column`: the tree of the column. */
export function memberTree(column: object, { some, sets, term }: GroupMember): object {
  const call = {
    FuncCall: {
      funcname: [string('pg_catalog'), string(some)],
      args: [column],
      funcformat: 'COERCE_EXPLICIT_CALL',
    },
  }
  const first = { A_Indices: { uidx: { A_Const: { ival: { ival: 1 } } } } }
  const value = some === 'any_value' ? call : { A_Indirection: { arg: call, indirection: [first] } }
  if (!sets) return value
  const isGrouped = {
    A_Expr: {
      kind: 'AEXPR_OP',
      name: [string('=')],
      lexpr: { GroupingFunc: { args: [termTree(column, term)] } },
      rexpr: { A_Const: { ival: {} } },
    },
  }
  return { CaseExpr: { args: [{ CaseWhen: { expr: isGrouped, result: value } }] } }
}

export function termTree(column: object, term: SearchTerm = 'eq'): object {
  return { A_Indirection: { arg: column, indirection: [string(term)] } }
}

export function pathTree(path: readonly string[]): object {
  return { ColumnRef: { fields: path.map(string) } }
}

export function ordinalTree(at: number): object {
  return { A_Const: { ival: { ival: at } } }
}

function string(sval: string): object {
  return { String: { sval } }
}
