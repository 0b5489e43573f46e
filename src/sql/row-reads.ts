// What an UPDATE computes the new value of a sealed column from, where that is more than constants and parameters: sealed
// columns, which are opened, and plain ones. Its SELECT brings them with the row (many-rows.ts).
import type { MappedColumn } from '../catalog/catalog.ts'
import { type LogicalType, logicalTypeOfOid } from '../types/logical-type.ts'
import { readRefused, resultReading } from './access.ts'
import { take } from './carried.ts'
import type { RowRead } from './computed-operand.ts'
import type { Context } from './context.ts'
import { columnUse } from './expression.ts'
import type { Operand } from './plan.ts'
import { refuse, refuseUse } from './refusal.ts'
import { find } from './scope.ts'
import type { Target } from './target.ts'
import type { ColumnValue } from './value.ts'
import { as, locationOf, names } from './walk.ts'

/** A column that is read with the row, under the name by which the statement knows it. */
export type RowColumn = {
  readonly path: readonly string[]
  readonly carried: readonly Operand[] | undefined
  readonly type: LogicalType
  readonly sealed: MappedColumn | undefined
  /** It is the updated row's own. */
  readonly own: boolean
}

/** Reads columns of the row into `reads`; what is no column of a type that is served stays unread. */
export function readsInto(
  context: Context,
  target: Pick<Target, 'entry'> & { readonly own?: false },
  reads: RowColumn[],
): RowRead {
  const goal = goalOf(target)
  return (node, known) => {
    const fields = as(node, 'ColumnRef')
    const path = names(fields?.fields)
    if (fields === undefined || path.at(-1) === '*') return undefined
    const column = known?.column ?? columnNamed(context, path)
    if (column === undefined) return undefined
    const own = target.own !== false && target.entry.columns?.includes(column) === true
    const read = readOf(context, column, own, known === undefined ? locationOf(fields) : undefined, goal)
    if (read === undefined) return undefined
    const same = reads.findIndex((one) => one.path.join('\0') === path.join('\0'))
    const at = same >= 0 ? same : reads.push({ path, own, ...read }) - 1
    return { source: { from: 'row', at }, type: { name: read.type.name, typmod: -1 }, casts: [], array: false }
  }
}

function columnNamed({ level }: Context, path: readonly string[]): ColumnValue | undefined {
  const found = find(level, path)
  return found.what === 'column' ? found.column : undefined
}

type Read = Pick<RowColumn, 'type' | 'sealed' | 'carried'>

/** Any column that the statement may seal for. */
function goalOf({ entry }: Pick<Target, 'entry'>): MappedColumn | undefined {
  for (const { value } of entry.columns ?? []) if (value.kind === 'sealed') return value.origins[0]
  return undefined
}

function readOf(
  context: Context,
  column: ColumnValue,
  own: boolean,
  location: number | undefined,
  goal: MappedColumn | undefined,
): Read | undefined {
  const { analysis } = context
  if (column.carried !== undefined && goal !== undefined) {
    const taken = take(context, column.carried, goal)
    return taken === undefined ? undefined : { type: taken.type, sealed: undefined, carried: taken.operands }
  }
  const value = columnUse(context, column, location)
  if (value.kind !== 'sealed') {
    const type = plainType(context, column)
    return type === undefined ? undefined : { type, sealed: undefined, carried: undefined }
  }
  const [origin] = value.origins
  const reading = resultReading(analysis, { ...value, sealedHere: false })
  if (reading.as === 'refused') throw readRefused(reading.by, value.name)
  if (reading.as !== 'value') {
    refuseUse(analysis, value, 'an expression of SET', { detail: 'This user does not get the values themselves.' })
  }
  const isOne =
    value.origins.length === 1 && !value.constants && value.computed === undefined && value.nested === undefined
  if (origin === undefined || !isOne) return refuseUse(analysis, value, 'an expression of SET')
  if (!own && (origin.hasRecord || value.rows.some((row) => row !== undefined))) {
    // Nothing tells the row of another table's value.
    const template = value.rows.find((row) => row !== undefined)?.rule.template ?? ''
    return refuse(analysis, 'recordNotChecked', { column: value.name, template }, location)
  }
  return { type: value.logical, sealed: origin, carried: undefined }
}

/** The type of a column of a relation in FROM; undefined for other columns and types. */
export function plainType({ level }: Context, column: ColumnValue): LogicalType | undefined {
  const entry = level?.entries.find((one) => one.columns?.includes(column) === true)
  const stored = entry?.relation?.columns.find(({ attnum }) => attnum === column.attnum)
  const name = stored === undefined || stored.mapped !== undefined ? undefined : logicalTypeOfOid(stored.typeOid)
  return name === undefined ? undefined : { name, typmod: stored!.typmod }
}

/** True where computing the value could fail for a row that the database would not compute it for. */
export function mayFail(operand: Operand): boolean {
  const { source } = operand
  if (source.from !== 'computed') return false
  return source.name === '/' || source.name === '%' || source.arguments.some(mayFail)
}
