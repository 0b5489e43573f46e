// UPDATE of columns that a table's `record` names, where the map says `rebind: true`: the row's sealed values are sealed anew
// under the record that it will have (many-rows.ts). What the record will be must be known before.
import type { RecordColumn, Relation } from '../catalog/catalog.ts'
import { assignment } from '../types/conversion.ts'
import { locationOfNode } from './combine.ts'
import type { Context } from './context.ts'
import { refuseUnknown, typeHere } from './insert-record.ts'
import { operandOf } from './operand.ts'
import type { Operand } from './plan.ts'
import { refuse } from './refusal.ts'
import type { SetTarget } from './set-targets.ts'
import { finalType } from './statement.ts'
import type { Target } from './target.ts'
import type { ColumnValue } from './value.ts'
import { tagOf } from './walk.ts'

/** Where the new value of a column of the record comes from: as the client gives it, or computed with the row. */
export type Rebound = { readonly from: 'operand'; readonly operand: Operand } | { readonly from: 'computed' }

/** The column of the target's record that `column` is, where it may be set. */
export function reboundColumn(target: Target, column: ColumnValue): RecordColumn | undefined {
  const rule = target.relation?.record
  return rule?.rebind === true ? rule.columns.find(({ attnum }) => attnum === column.attnum) : undefined
}

/** Throws for a value that only the server will know, and in mode encrypt-only, where nothing can be sealed anew. */
export function reboundValue(context: Context, relation: Relation, column: RecordColumn, set: SetTarget): Rebound {
  const { analysis } = context
  const table = `${relation.schema}.${relation.name}`
  if (analysis.input.mode === 'encrypt-only') {
    refuse(analysis, 'rebindNotAllowed', { column: column.name, table }, set.location)
  }
  const node = set.value
  if (node === undefined || tagOf(node) === 'SetToDefault') {
    const reason = `column "${column.name}" is set to ${node === undefined ? 'one of the columns of a subquery' : 'its default'}`
    refuseUnknown(context, relation, reason, set.location)
  }
  const type = typeHere(analysis, node, column.type)
  analysis.usesSettings = true
  if (operandOf(node, analysis.input.declaredOids, type) === undefined) return { from: 'computed' }
  const operand = analysis.operand(node, type)
  const from = finalType(operand)
  if (from.name !== column.type.name && assignment(from.name, column.type) === undefined) {
    const parameters = { column: column.name, to: column.type.name, from: from.name }
    refuse(analysis, 'assignmentTypesDiffer', parameters, locationOfNode(node))
  }
  return { from: 'operand', operand }
}
