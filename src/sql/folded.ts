// lower(column) beside something: by the term of the column's lower case (C39c). `lower(email) = lower($1)` becomes
// `((email).eq_lower) = $1`, where the server's $1 is the term of the lower case of the client's value.
import type { LogicalType } from '../types/logical-type.ts'
import { refuseSearch } from './access.ts'
import { locationOfNode } from './combine.ts'
import { claimTerm, type Decider } from './comparison.ts'
import type { Context } from './context.ts'
import { expression } from './expression.ts'
import { isBuiltInCall } from './functions.ts'
import { keepsValue } from './own-cast.ts'
import { refuse, refuseUse } from './refusal.ts'
import { find } from './scope.ts'
import { finalType } from './statement.ts'
import { typeOfTypeName } from './type-name.ts'
import type { SealedValueOf } from './value.ts'
import { as, list, names, struct } from './walk.ts'

const text: LogicalType = { name: 'text', typmod: -1 }
const callFields = new Set(['funcname', 'args', 'funcformat', 'location'])

/** What a call of PostgreSQL's own lower() is given. */
function lowered(context: Context, node: unknown): unknown {
  const call = as(node, 'FuncCall')
  const path = names(call?.funcname)
  if (call === undefined || path.at(-1) !== 'lower' || !isBuiltInCall(path, context.analysis.input.catalog))
    return undefined
  const args = list(call.args)
  if (args.length !== 1 || Object.keys(call).some((field) => !callFields.has(field))) return undefined
  return as(args[0], 'NamedArgExpr') === undefined ? args[0] : undefined
}

/** The name of a sealed column that lower() is taken of, under casts that change no value. */
export function loweredColumn(context: Context, node: unknown): unknown {
  let column = lowered(context, node)
  const casts: (LogicalType | undefined)[] = []
  for (let cast = as(column, 'TypeCast'); cast !== undefined; cast = as(column, 'TypeCast')) {
    const typeName = struct(cast.typeName)
    casts.unshift(typeName === undefined ? undefined : typeOfTypeName(typeName))
    column = cast.arg
  }
  const path = names(as(column, 'ColumnRef')?.fields)
  if (path.length === 0 || path.at(-1) === '*') return undefined
  const found = find(context.level, path)
  if (found.what !== 'column' || found.column.value.kind !== 'sealed') return undefined
  let from = found.column.value.logical
  for (const to of casts) {
    if (to === undefined || !keepsValue(from, to)) return undefined
    from = to
  }
  return column
}

/**
 * The first node beside each of the others, where lower() of a sealed column is among them: claimed and true. False where there
 * is none. Refuses what the terms of lower cases cannot decide.
 */
export function foldedComparison(
  context: Context,
  nodes: readonly unknown[],
  clause: string,
  wanted: 'equality' | 'order',
): boolean {
  const columns = nodes.map((node) => loweredColumn(context, node))
  const first = columns.find((column) => column !== undefined)
  if (first === undefined) return false
  const { analysis } = context
  const values = columns.map((column) => (column === undefined ? undefined : expression(context, column, 'lower()')))
  const sealed = values.filter((value) => value?.kind === 'sealed')
  const target = sealed[0]!
  if (wanted === 'order') refuseUse(analysis, target, `${clause} beside lower()`)
  const by = foldedDecider(context, sealed, 'lower()')
  nodes.forEach((node, at) => {
    if (columns[at] !== undefined) analysis.claim(node, { to: 'lower-term', column: columns[at] })
    else foldedOperand(context, node, by, clause)
  })
  return true
}

/** A constant or parameter beside lower(column): as it is, or under lower() itself. */
export function foldedOperand(context: Context, node: unknown, by: Decider, clause: string): void {
  const { analysis } = context
  const inner = lowered(context, node)
  const value = expression(context, inner ?? node, clause)
  if (value.kind !== 'operand') {
    refuseUse(analysis, by.target, `${clause} of lower() with an expression`, {
      detail:
        'Its lower case is compared by a term, which needs a constant, a parameter, or lower() of one or of a column.',
    })
  }
  const operand = analysis.operand(inner ?? node, text)
  if (inner !== undefined) requireText(context, inner, by, finalType(operand))
  claimTerm(context, node, by, operand, text, true, inner === undefined ? undefined : 'lower')
}

/** lower() and patterns take text: what else PostgreSQL would convert is refused. */
export function requireText(context: Context, node: unknown, by: Decider, { name }: LogicalType): void {
  if (name === 'text' || name === 'varchar') return
  const params = { column: by.target.name, left: 'text', right: name }
  refuse(context.analysis, 'comparisonTypesDiffer', params, locationOfNode(node))
}

/** The columns by whose terms of their lower cases they are compared: all of one group, their letters folded alike. */
export function foldedDecider(context: Context, sealed: readonly SealedValueOf[], clause: string): Decider {
  const { analysis } = context
  const target = sealed[0]!
  const group = target.origins[0]!
  for (const value of sealed) {
    if (value.constants || value.computed !== undefined || value.nested !== undefined) {
      refuseUse(analysis, value, `${clause} within an expression`)
    }
    for (const { column, indexGroup, logical, folds } of value.origins) {
      refuseSearch(analysis, column.label, value.name, value.location)
      if (!column.terms.includes('eq_lower') || folds === undefined) {
        refuseUse(analysis, value, clause, {
          detail: 'The column has no term of its lower case.',
          hint: 'Give the column `normalize: [lower]` beside `search: [equality]` in the map.',
        })
      }
      const alike = folds.column.digest === group.folds?.column.digest
      if (indexGroup !== group.indexGroup || logical.name !== group.logical.name || !alike) {
        refuseUse(analysis, value, `${clause} with another sealed column`, {
          detail: 'The columns have different index groups, types or collations, so their terms are not comparable.',
        })
      }
      analysis.searches.add(column.label)
    }
  }
  return { target, term: 'eq_lower' }
}
