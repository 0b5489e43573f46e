// Functions, casts and || of a sealed column in the list that a statement returns: the server gives the column itself, and
// what is asked for is computed on the opened value. Never within a subquery, nor where rows are grouped or told apart.
import { castStep, folds, functionStep, type ValueStep } from '../types/functions.ts'
import type { LogicalType } from '../types/logical-type.ts'
import { readRefused } from './access.ts'
import { combinedItem } from './combined-item.ts'
import type { Context } from './context.ts'
import { columnUse, ordinalOf } from './expression.ts'
import { isBuiltInCall } from './functions.ts'
import { keepsValue } from './own-cast.ts'
import { refuseUse } from './refusal.ts'
import { find } from './scope.ts'
import { targetName } from './target-name.ts'
import { typeOfTypeName } from './type-name.ts'
import { noteMerged } from './using.ts'
import type { SealedValueOf } from './value.ts'
import { as, type Fields, list, locationOf, names, number, struct, text } from './walk.ts'

type Chain = { readonly column: unknown; readonly value: SealedValueOf; readonly steps: readonly ValueStep[] }

/** What the client gets of this item of the statement's own list; undefined for what is not computed here. */
export function computedItem(context: Context, item: unknown, at: number): SealedValueOf | undefined {
  const { analysis } = context
  const fields = as(item, 'ResTarget') ?? {}
  if (analysis.inView || as(fields.val, 'ColumnRef') !== undefined) return undefined
  const chain = chainOf(context, fields.val)
  if (chain === undefined) return combinedItem(context, item, at)
  if (chain.steps.length === 0 || onlyOwnCasts(chain)) return undefined
  const { value, column } = chain
  const name = text(fields.name) || targetName(fields.val)
  checkComputed(context, value, name, at)
  analysis.claim(item, { to: 'item', column, name })
  for (const { from } of chain.steps) analysis.noteType(from)
  analysis.computes = true
  return { ...value, logical: chain.steps.at(-1)!.to, computed: chain.steps, source: { relation: 0, attnum: 0 } }
}

/** Refuses it for who does not get the values, and where rows are ordered by the result. */
export function checkComputed(context: Context, value: SealedValueOf, name: string, at: number): void {
  const { analysis } = context
  for (const { column: origin } of value.origins) {
    const reading = analysis.input.access.reading(origin.label)
    if (reading.as === 'refused') throw readRefused(reading.by, value.name)
    if (reading.as !== 'value') {
      refuseUse(analysis, value, 'a function', { detail: 'This user does not get the values themselves.' })
    }
  }
  for (const sort of list(analysis.final?.sortClause)) {
    const node = as(sort, 'SortBy')?.node
    const path = names(as(node, 'ColumnRef')?.fields)
    if (ordinalOf(node) === at + 1 || (path.length === 1 && path[0] === name)) refuseUse(analysis, value, 'ORDER BY')
  }
}

function onlyOwnCasts({ value, steps }: Chain): boolean {
  let from = value.logical
  return steps.every(({ step, to }) => {
    const keeps = step === 'cast' && keepsValue(from, to)
    from = to
    return keeps
  })
}

function typeOf({ value, steps }: Chain): LogicalType {
  return steps.at(-1)?.to ?? value.logical
}

function then(chain: Chain | undefined, step: (from: LogicalType) => ValueStep | undefined): Chain | undefined {
  const next = chain === undefined ? undefined : step(typeOf(chain))
  return chain === undefined || next === undefined ? undefined : { ...chain, steps: [...chain.steps, next] }
}

function chainOf(context: Context, node: unknown): Chain | undefined {
  const column = as(node, 'ColumnRef')
  if (column !== undefined) return columnChain(context, node, column)
  const cast = as(node, 'TypeCast')
  if (cast !== undefined) {
    const typeName = struct(cast.typeName)
    const to = typeName === undefined ? undefined : typeOfTypeName(typeName)
    return to === undefined ? undefined : then(chainOf(context, cast.arg), (from) => castStep(from.name, to))
  }
  const call = as(node, 'FuncCall')
  if (call !== undefined) return callChain(context, call)
  const expression = as(node, 'A_Expr')
  return expression === undefined ? undefined : joinedChain(context, expression)
}

function columnChain(context: Context, node: unknown, column: Fields): Chain | undefined {
  const path = names(column.fields)
  if (path.at(-1) === '*') return undefined
  const found = find(context.level, path)
  if (found.what !== 'column') return undefined
  noteMerged(context, node, found.column)
  const value = columnUse(context, found.column, locationOf(column))
  return value.kind === 'sealed' && !value.constants && value.computed === undefined && value.nested === undefined
    ? { column: node, value, steps: [] }
    : undefined
}

const callFields = new Set(['funcname', 'args', 'funcformat', 'location'])

function callChain(context: Context, call: Fields): Chain | undefined {
  const path = names(call.funcname)
  const { catalog } = context.analysis.input
  if (!isBuiltInCall(path, catalog) || (folds.has(path.at(-1)!) && !catalog.foldsAscii)) return undefined
  for (const field in call) if (!callFields.has(field)) return undefined
  const [first, ...others] = list(call.args)
  const given = others.map(constantOf)
  if (given.some((one) => one === undefined)) return undefined
  const constants = given as (string | number)[]
  return then(chainOf(context, first), (from) => functionStep(path.at(-1)!, from.name, constants))
}

/** column || 'x' and 'x' || column */
function joinedChain(context: Context, expression: Fields): Chain | undefined {
  const path = names(expression.name)
  if (text(expression.kind) !== 'AEXPR_OP' || path.length !== 1 || path[0] !== '||') return undefined
  if (context.analysis.input.catalog.hasUserOperator('||')) return undefined
  const [left, right] = [constantOf(expression.lexpr), constantOf(expression.rexpr)]
  if (typeof right === 'string') {
    return then(chainOf(context, expression.lexpr), (from) => functionStep('||', from.name, [right]))
  }
  if (typeof left === 'string') {
    return then(chainOf(context, expression.rexpr), (from) => functionStep('|| before', from.name, [left]))
  }
  return undefined
}

/** A string without a type, or an integer. */
function constantOf(node: unknown): string | number | undefined {
  const cast = as(node, 'TypeCast')
  if (cast !== undefined) {
    // The grammar puts a cast around the number of `substring(x for 2)`.
    const value = constantOf(cast.arg)
    const isInteger = typeOfTypeName(struct(cast.typeName) ?? {})?.name === 'int4'
    return isInteger && typeof value === 'number' ? value : undefined
  }
  const constant = as(node, 'A_Const')
  if (constant === undefined || constant.isnull === true) return undefined
  const string = struct(constant.sval)
  if (string !== undefined) return text(string.sval)
  const integer = struct(constant.ival)
  return integer === undefined ? undefined : number(integer.ival)
}
