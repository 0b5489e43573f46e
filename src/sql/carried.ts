// Columns of a VALUES list or of UNNEST in FROM whose values go into sealed columns. The server never gets the values: in their
// place it gets the number of the row, or NULL for NULL, and joins, filters and sorts rows by whatever else they hold. With
// the rows of the statement the numbers come back, and each stands for its value (many-rows.ts).
import type { MappedColumn } from '../catalog/catalog.ts'
import { type LogicalType, type LogicalTypeName, typeNumbers } from '../types/logical-type.ts'
import { commonType } from '../types/scalar-choice.ts'
import { arrayCast, arrayOperandOf } from './array-operand.ts'
import { locationOfNode } from './combine.ts'
import { computedOperand } from './computed-operand.ts'
import type { Context } from './context.ts'
import { operandOf } from './operand.ts'
import type { Operand } from './plan.ts'
import { refuseShape } from './refusal.ts'
import { type Analysis, finalType } from './statement.ts'
import type { ColumnValue } from './value.ts'
import { as, type Fields, list, number } from './walk.ts'

/** What such a column holds: a node for each row, or one that is an array. `uses` counts where else it is named. */
export type Carried = {
  readonly nodes: readonly unknown[]
  readonly array: boolean
  uses: number
  taken: CarriedValues | undefined
  /** A function in FROM without a name for its columns, and what they were named. */
  readonly unnamed?: Fields | undefined
}

/** The operands behind the numbers, all of one type. */
export type CarriedValues = { readonly type: LogicalType; readonly operands: readonly Operand[] }

const text: LogicalType = { name: 'text', typmod: -1 }

/** What each column of a bare VALUES list carries; nothing for any other query. */
export function carriedLists(select: Fields, width: number): readonly (Carried | undefined)[] {
  const isBare = select.valuesLists !== undefined && select.sortClause === undefined
  const rows = isBare ? list(select.valuesLists).map((row) => list(as(row, 'List')?.items)) : []
  return Array.from({ length: width }, (_, at) => {
    return isBare ? { nodes: rows.map((row) => row[at]), array: false, uses: 0, taken: undefined } : undefined
  })
}

export function carriedArray(node: unknown, unnamed?: Fields): Carried {
  return { nodes: [node], array: true, uses: 0, taken: undefined, unnamed }
}

/**
 * Puts numbers in the place of the values and gives the values; undefined for such as the server computes. `place`: the
 * parameter of an array stands for this node, which is none of the client's.
 */
export function take(
  context: Context,
  carried: Carried,
  goal: MappedColumn,
  place?: object,
): CarriedValues | undefined {
  if (carried.taken !== undefined) return carried.taken
  const { analysis } = context
  if (analysis.inView) return undefined
  const type = carried.array ? elementType(analysis, carried.nodes[0]) : listType(context, carried.nodes)
  if (type === undefined) return undefined
  const operands = carried.nodes.map((node, at) => {
    const operand = computedOperand(context, node) ?? analysis.operand(node, type, carried.array)
    const { oid, arrayOid } = typeNumbers[operand.type.name]
    const clientOid = carried.array ? arrayOid : oid
    const location = locationOfNode(node)
    analysis.claim(place ?? node, {
      to: 'parameter',
      ...(place === undefined ? {} : { made: true as const }),
      use: { role: 'ordinal', number: at + 1, operand, target: goal, row: 0, clientOid, location },
    })
    return operand
  })
  analysis.carried.add(carried)
  carried.taken = { type, operands }
  return carried.taken
}

/** The type of a column of a VALUES list. */
function listType(context: Context, nodes: readonly unknown[]): LogicalType | undefined {
  const { analysis } = context
  const types: LogicalTypeName[] = []
  for (const node of nodes) {
    const computed = computedOperand(context, node)
    if (computed !== undefined) types.push(finalType(computed).name)
    else if (operandOf(node, analysis.input.declaredOids, text) === undefined) return undefined
    else types.push(...[analysis.typeSaid(node)?.name].filter((type) => type !== undefined))
  }
  const name = commonType(types)
  return name === undefined ? undefined : { name, typmod: -1 }
}

/** Without a type of its own an array is none to unnest(). */
function elementType(analysis: Analysis, node: unknown): LogicalType | undefined {
  const { declaredOids } = analysis.input
  const cast = as(node, 'TypeCast')
  const parameter = as(node, 'ParamRef')
  const declared = parameter === undefined ? 0 : (declaredOids[number(parameter.number) - 1] ?? 0)
  if (cast === undefined && (declared === 0 || declared === 705)) return undefined
  const operand = arrayOperandOf(node, declaredOids, arrayCast(cast?.typeName) ?? text)
  return operand === undefined ? undefined : { name: finalType(operand).name, typmod: -1 }
}

/** The server has a number where the value was: nothing else may look at it. */
export function checkCarried(analysis: Analysis): void {
  for (const { uses } of analysis.carried) {
    if (uses > 0) refuseShape(analysis, 'values of VALUES or UNNEST that are sealed and used in another way too')
  }
}

/** A column is named where the server will look at its value. */
export function countUse(column: ColumnValue): void {
  if (column.carried !== undefined) column.carried.uses += 1
}
