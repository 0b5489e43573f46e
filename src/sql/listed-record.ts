// Which row each row of a VALUES list in FROM becomes, where the table has a `record`: what the list does not give is
// evaluated first, and the list, the query over it and the INSERT get a further column.
import type { RecordColumn, Relation } from '../catalog/catalog.ts'
import { assignment } from '../types/conversion.ts'
import type { LogicalType } from '../types/logical-type.ts'
import type { WrittenRow } from './assignment.ts'
import { locationOfNode } from './combine.ts'
import type { Context } from './context.ts'
import { isIdentity, RowEvaluator, refuseIgnoredValues, refuseUnknown, typeHere } from './insert-record.ts'
import { type Listed, listedColumn } from './listed-rows.ts'
import { operandOf } from './operand.ts'
import type { RecordValue } from './plan.ts'
import { refuse } from './refusal.ts'
import { type EvaluatedUse, finalType } from './statement.ts'
import type { ColumnValue } from './value.ts'
import { type Fields, list } from './walk.ts'

export type ListedInsert = Listed & {
  readonly insert: Fields
  readonly relation: Relation
  readonly columns: readonly (ColumnValue | undefined)[]
  readonly select: Fields
  /** The values of the target list. */
  readonly targets: readonly unknown[]
  readonly written: readonly WrittenRow[]
}

const text: LogicalType = { name: 'text', typmod: -1 }

/** Names the rows in which a value is sealed. Throws recordNotKnown for a row whose record only the server will know. */
export function recordListed(context: Context, listed: ListedInsert): void {
  const { analysis } = context
  const { relation, written } = listed
  const rule = relation.record!
  if (!written.some((row) => row.isUsed)) return
  refuseIgnoredValues(context, listed)
  const given = rule.columns.map((column) => givenColumn(context, listed, column))
  const absent = rule.columns.filter((_, which) => given[which] === undefined)
  analysis.evaluation.inserted += written.length
  for (const [at, row] of written.entries()) {
    const evaluator = new RowEvaluator(analysis, relation)
    const more: EvaluatedUse[] = []
    const values = rule.columns.map((column, which): RecordValue => {
      const from = given[which]
      if (from !== undefined) return listedValue(context, column, listed.rows[at]![from.at], from)
      const use = evaluator.use(column)
      more.push(use)
      return { from: 'evaluated', row: use.row, column: use.column }
    })
    if (row.isUsed) analysis.records[row.number()] = { rule, table: `${relation.schema}.${relation.name}`, values }
    if (more.length > 0) analysis.claim(listed.nodes[at], { to: 'row', more })
  }
  if (absent.length === 0) return
  if (list(listed.insert.cols).length === 0)
    refuseUnknown(context, relation, 'the columns of the INSERT are not listed')
  const names = absent.map((_, at) => freeName(listed.names, at))
  analysis.claim(listed.select, { to: 'longer', field: 'targetList', names })
  analysis.claim(listed.alias, { to: 'longer', field: 'colnames', names })
  const identity = absent.some((column) => isIdentity(relation, column) === 'a')
  const overriding = identity && listed.insert.override !== 'OVERRIDING_SYSTEM_VALUE'
  const always = relation.columns.find(
    ({ identity: kind, attnum }) => kind === 'a' && listed.columns.some((column) => column?.attnum === attnum),
  )
  // The server must refuse it, and would not any more.
  if (overriding && always !== undefined) refuse(analysis, 'identityAlways', { column: always.name })
  analysis.claim(listed.insert, { to: 'insert', columns: absent.map(({ name }) => name), overriding })
}

/** A column of the list: under which casts it is inserted, and the type of what says none itself. */
type GivenColumn = { readonly at: number; readonly casts: readonly LogicalType[]; readonly open: LogicalType }

/** Where the list gives a column of the record; undefined where the INSERT leaves the column out. */
function givenColumn(context: Context, listed: ListedInsert, column: RecordColumn): GivenColumn | undefined {
  const place = listed.columns.findIndex((one) => one?.attnum === column.attnum)
  if (place === -1 || place >= listed.targets.length) return undefined
  const unknown = (reason: string, node: unknown): never =>
    refuseUnknown(context, listed.relation, `column "${column.name}" ${reason}`, locationOfNode(node))
  const found = listedColumn(listed, listed.targets[place])
  if (found === undefined) return unknown('is not a column of the list', listed.targets[place])
  const { analysis } = context
  const nodes = listed.rows.map((row) => row[found.at])
  let said: LogicalType | undefined
  for (const node of nodes) {
    if (operandOf(node, analysis.input.declaredOids, text) === undefined) {
      unknown('is an expression that is not evaluated first', node)
    }
    const own = analysis.typeSaid(node)
    if (own === undefined) continue
    // A column of a list has one type: where its rows differ, the server converts before the query reads them.
    if (said !== undefined && (own.name !== said.name || own.typmod !== said.typmod)) {
      unknown('has several types in the list', node)
    }
    said = own
  }
  return { ...found, open: said === undefined ? text : { name: said.name, typmod: -1 } }
}

function listedValue(context: Context, column: RecordColumn, node: unknown, { casts, open }: GivenColumn): RecordValue {
  const { analysis } = context
  const operand = analysis.withCasts(analysis.operand(node, typeHere(analysis, node, open)), casts, node)
  const from = finalType(operand)
  if (from.name !== column.type.name && assignment(from.name, column.type) === undefined) {
    const parameters = { column: column.name, to: column.type.name, from: from.name }
    refuse(analysis, 'assignmentTypesDiffer', parameters, locationOfNode(node))
  }
  return { from: 'operand', operand }
}

function freeName(taken: readonly string[], at: number): string {
  let name = `pgseal_${at}`
  while (taken.includes(name)) name += '_'
  return name
}
