// The record of a row that is about to be written, from the parts that the plan names.
import { PgsealError } from '../errors.ts'
import { makeRecord } from '../seal/make-record.ts'
import type { RecordValue, RowRecord } from '../sql/plan.ts'
import { codecs } from '../types/codecs.ts'
import { assignment } from '../types/conversion.ts'
import { recordText } from '../types/record-text.ts'
import type { ValueSettings } from '../types/value-settings.ts'
import { operandValue } from './operand-value.ts'
import type { ClientValues } from './parameters.ts'

/** What the hidden statement of a plan's Evaluation gave: values in binary. */
export type EvaluatedRows = readonly (readonly (Buffer | null)[])[]

/** UTF-8 bytes of the record. Throws as PostgreSQL does for a value that the column refuses, NULL included (23502). */
export function rowRecord(
  record: RowRecord,
  client: ClientValues,
  settings: ValueSettings,
  evaluated: EvaluatedRows,
): Buffer {
  const { literals, columns } = record.rule
  const parts = columns.slice(0, literals.length - 1)
  return makeRecord(
    literals,
    parts.map((_, at) => partText(record, at, client, settings, evaluated)),
  )
}

/** The tenant whose keys are to seal the row; '' where the table has none. Throws as rowRecord, and tenantEmpty. */
export function rowTenant(
  record: RowRecord,
  client: ClientValues,
  settings: ValueSettings,
  evaluated: EvaluatedRows,
): string {
  const { columns, tenantAt } = record.rule
  if (tenantAt === -1) return ''
  const tenant = partText(record, tenantAt, client, settings, evaluated).toString('utf8')
  // The keys of no tenant have this name.
  if (tenant === '') throw new PgsealError('tenantEmpty', { column: columns[tenantAt]!.name, table: record.table })
  return tenant
}

function partText(
  record: RowRecord,
  at: number,
  client: ClientValues,
  settings: ValueSettings,
  evaluated: EvaluatedRows,
): Buffer {
  const { name, type } = record.rule.columns[at]!
  const value = record.values[at]!
  if (value.from === 'compared') {
    const given = operandValue(value.operand, client, settings)
    if (given === null) throw new PgsealError('internal', {}, { logDetail: 'the record of a row that cannot be' })
    return recordText((value.operand.casts.at(-1) ?? value.operand.type).name, given)
  }
  const stored = storedValue(value, type, client, settings, evaluated)
  if (stored === null) throw new PgsealError('recordColumnNull', { column: name, table: tableName(record) })
  return recordText(type.name, stored)
}

/** True where a column of the record is compared with NULL: no row is written, so nothing is to be sealed for it. */
export function isOfNoRow(record: RowRecord, client: ClientValues): boolean {
  return record.values.some((value) => {
    if (value.from !== 'compared') return false
    const { source } = value.operand
    // A value that is not there at all is no NULL.
    return (
      (source.from === 'constant'
        ? source.text
        : source.from === 'parameter'
          ? client.values[source.index]
          : undefined) === null
    )
  })
}

function storedValue(
  value: Exclude<RecordValue, { readonly from: 'compared' }>,
  type: RowRecord['rule']['columns'][number]['type'],
  client: ClientValues,
  settings: ValueSettings,
  evaluated: EvaluatedRows,
): Buffer | null {
  if (value.from === 'evaluated') {
    const bytes = evaluatedCell(evaluated, value)
    return bytes === null ? null : codecs[type.name].fromBinary(bytes, type.typmod)
  }
  const given = operandValue(value.operand, client, settings)
  if (given === null) return null
  const from = value.operand.casts.at(-1) ?? value.operand.type
  const convert = assignment(from.name, type)
  if (convert === undefined) throw new PgsealError('internal', {}, { logDetail: 'a record of an unknown conversion' })
  return convert(given, settings)
}

/** Throws where the hidden statement gave no such cell: nothing stands in for a value. */
export function evaluatedCell(
  evaluated: EvaluatedRows,
  { row, column }: { readonly row: number; readonly column: number },
): Buffer | null {
  const cell = evaluated[row]?.[column]
  if (cell === undefined) throw new PgsealError('internal', {}, { logDetail: 'a default that was not evaluated' })
  return cell
}

function tableName({ table }: RowRecord): string {
  return table.slice(table.indexOf('.') + 1)
}
