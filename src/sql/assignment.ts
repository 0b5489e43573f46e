// A value for a sealed column: in VALUES, in SET, in ON CONFLICT DO UPDATE SET.
import { assignment } from '../types/conversion.ts'
import { type LogicalType, typeNumbers } from '../types/logical-type.ts'
import { locationOfNode } from './combine.ts'
import { condition } from './condition.ts'
import type { Context } from './context.ts'
import { expression, plainExpression } from './expression.ts'
import type { Operand } from './plan.ts'
import { refuse, refuseShape, refuseUse } from './refusal.ts'
import { find } from './scope.ts'
import { checkFields } from './shape.ts'
import { finalType, isNullConstant } from './statement.ts'
import type { ColumnValue, SealedValueOf } from './value.ts'
import { as, list, names, tagOf } from './walk.ts'

/** The row that a value lands in: numbered when its first value is sealed. */
export class WrittenRow {
  readonly #context: Context
  #number: number | undefined

  constructor(context: Context) {
    this.#context = context
  }

  /** The row's number; taken now if it has none yet. */
  number(): number {
    this.#number ??= this.#context.analysis.rows++
    return this.#number
  }

  get isUsed(): boolean {
    return this.#number !== undefined
  }
}

/**
 * Claims the value of sealed column `target`. Served: constants, parameters, NULL, DEFAULT, COALESCE and CASE over such,
 * and the columns in `sameRow`, which hold a value of this very cell already.
 */
export function assignSealed(
  context: Context,
  target: ColumnValue & { readonly value: SealedValueOf },
  node: unknown,
  row: WrittenRow,
  sameRow: ReadonlySet<ColumnValue>,
): void {
  const { analysis } = context
  const tag = tagOf(node)
  switch (tag) {
    case 'SetToDefault':
      return
    case 'CoalesceExpr': {
      const fields = as(node, tag)!
      checkFields(analysis, tag, fields, ['args', 'location'])
      for (const argument of list(fields.args)) assignSealed(context, target, argument, row, sameRow)
      return
    }
    case 'CaseExpr': {
      const fields = as(node, tag)!
      checkFields(analysis, tag, fields, ['arg', 'args', 'defresult', 'location'])
      if (fields.arg !== undefined) plainExpression(context, fields.arg, 'CASE')
      for (const item of list(fields.args)) {
        const when = as(item, 'CaseWhen')
        if (when === undefined) refuseShape(analysis, 'CASE')
        condition(context, when.expr, 'CASE WHEN')
        assignSealed(context, target, when.result, row, sameRow)
      }
      if (fields.defresult !== undefined) assignSealed(context, target, fields.defresult, row, sameRow)
      return
    }
    case 'ColumnRef': {
      const found = find(context.level, names(as(node, tag)!.fields))
      if (found.what === 'column' && sameRow.has(found.column)) return
      break
    }
  }
  const value = expression(context, node, 'an assignment')
  if (value.kind === 'sealed') {
    refuseUse(analysis, value, `an assignment to "${target.value.name}"`, {
      detail: 'A sealed value belongs to its own column and row; a copy would have to be opened and sealed anew.',
    })
  }
  if (value.kind === 'plain') {
    refuse(analysis, 'sealedAssignment', { column: target.value.name }, locationOfNode(node))
  }
  claimSeal(context, target.value, node, row, analysis.operand(node, target.value.logical))
}

/**
 * The value of one row of a VALUES list in FROM, which `casts` turn into the target's: what has no type is text there, not
 * the column's type.
 */
export function assignListed(
  context: Context,
  target: SealedValueOf,
  node: unknown,
  row: WrittenRow,
  casts: readonly LogicalType[],
): void {
  if (expression(context, node, 'an assignment').kind !== 'operand') {
    refuse(context.analysis, 'sealedAssignment', { column: target.name }, locationOfNode(node))
  }
  const operand = context.analysis.operand(node, { name: 'text', typmod: -1 })
  claimSeal(context, target, node, row, context.analysis.withCasts(operand, casts, node))
}

function claimSeal(context: Context, target: SealedValueOf, node: unknown, row: WrittenRow, operand: Operand): void {
  const { analysis } = context
  const from = finalType(operand)
  if (from.name !== target.logical.name && assignment(from.name, target.logical) === undefined) {
    refuse(
      analysis,
      'assignmentTypesDiffer',
      { column: target.name, to: target.logical.name, from: from.name },
      locationOfNode(node),
    )
  }
  if (isNullConstant(operand)) {
    if (tagOf(node) !== 'A_Const') analysis.claim(node, { to: 'null' })
    return
  }
  analysis.claim(node, {
    to: 'parameter',
    use: {
      role: 'seal',
      operand,
      target: target.origins[0]!,
      row: row.number(),
      clientOid: typeNumbers[operand.type.name].oid,
      location: locationOfNode(node),
    },
  })
}

/** Narrows a column to a sealed one. */
export function isSealed(column: ColumnValue): column is ColumnValue & { readonly value: SealedValueOf } {
  return column.value.kind === 'sealed'
}
