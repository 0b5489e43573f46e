// What an UPDATE computes the new value of a sealed column from, where that is more than constants and parameters: sealed
// columns, which are opened, and plain ones. Its SELECT brings them with the row (many-rows.ts).
import type { MappedColumn } from '../catalog/catalog.ts'
import { type LogicalType, logicalTypeOfOid } from '../types/logical-type.ts'
import { readRefused, resultReading } from './access.ts'
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
  readonly type: LogicalType
  readonly sealed: MappedColumn | undefined
  /** It is the updated row's own. */
  readonly own: boolean
}

/** Reads columns of the row into `reads`; what is no column of a type that is served stays unread. */
export function readsInto(context: Context, target: Target, reads: RowColumn[]): RowRead {
  return (node) => {
    const fields = as(node, 'ColumnRef')
    const path = names(fields?.fields)
    if (fields === undefined || path.at(-1) === '*') return undefined
    const found = find(context.level, path)
    if (found.what !== 'column') return undefined
    const own = target.entry.columns?.includes(found.column) === true
    const read = readOf(context, found.column, own, locationOf(fields))
    if (read === undefined) return undefined
    const known = reads.findIndex((one) => one.path.join('\0') === path.join('\0'))
    const at = known >= 0 ? known : reads.push({ path, own, ...read }) - 1
    return { source: { from: 'row', at }, type: { name: read.type.name, typmod: -1 }, casts: [], array: false }
  }
}

type Read = { readonly type: LogicalType; readonly sealed: MappedColumn | undefined }

function readOf(context: Context, column: ColumnValue, own: boolean, location: number | undefined): Read | undefined {
  const { analysis } = context
  const value = columnUse(context, column, location)
  if (value.kind !== 'sealed') {
    const type = plainType(context, column)
    return type === undefined ? undefined : { type, sealed: undefined }
  }
  const [origin] = value.origins
  const reading = resultReading(analysis, { ...value, sealedHere: false })
  if (reading.as === 'refused') throw readRefused(reading.by, value.name)
  if (reading.as !== 'value') {
    refuseUse(analysis, value, 'an expression of SET', { detail: 'This user does not get the values themselves.' })
  }
  const isOne = value.origins.length === 1 && !value.constants && value.computed === undefined
  if (origin === undefined || !isOne) return refuseUse(analysis, value, 'an expression of SET')
  if (!own && (origin.hasRecord || value.rows.some((row) => row !== undefined))) {
    // Nothing tells the row of another table's value.
    const template = value.rows.find((row) => row !== undefined)?.rule.template ?? ''
    return refuse(analysis, 'recordNotChecked', { column: value.name, template }, location)
  }
  return { type: value.logical, sealed: origin }
}

/** The type of a column of a relation in FROM; undefined for other columns and types. */
function plainType({ level }: Context, column: ColumnValue): LogicalType | undefined {
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
