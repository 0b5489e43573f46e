// Rows whose record changes: what is sealed in them is opened under the record that they have, to be sealed anew under the
// one that they get. Plaintext lives in this process alone, as long as the statement does.
import type { KeyObject } from 'node:crypto'
import type { MappedColumn } from '../catalog/catalog.ts'
import { PgsealError } from '../errors.ts'
import type { KeyRing } from '../keys/key-ring.ts'
import { parseEnvelope } from '../seal/envelope.ts'
import { openValue } from '../seal/open-value.ts'
import { readSealedRecord } from '../seal/sealed-record.ts'
import type { ManyCopy, ManyRebind, ManyRecord, ManyRows, RowRecord, ServerParameter } from '../sql/plan.ts'
import { codecs } from '../types/codecs.ts'
import { assignment } from '../types/conversion.ts'
import { logicalTypeOfOid } from '../types/logical-type.ts'
import type { ValueSettings } from '../types/value-settings.ts'
import type { FieldDescription } from '../wire/row-description.ts'
import { formatOf } from './formats.ts'
import { carriedValues } from './ordinals.ts'
import type { ClientValues } from './parameters.ts'
import { rowRecord, rowTenant } from './row-record.ts'
import type { SelectedRow } from './selected-rows.ts'

const noRecord = Buffer.alloc(0)
const noValues: ClientValues = { formats: [], values: [] }

/** The record that a row of the SELECT has. */
export function recordOf({ rule, table, columns }: ManyRecord, row: number): RowRecord {
  return { rule, table, values: columns.map((column) => ({ from: 'evaluated', row, column })) }
}

/** The record that it gets. `columns`: where `newRecordValues` put those that the SELECT computed. */
export function newRecordOf(record: ManyRecord, { values }: ManyRebind, row: number): RowRecord {
  const { rule, table, columns } = record
  return {
    rule,
    table,
    values: values.map((value, at) => {
      if (value.from === 'operand') return value
      return { from: 'evaluated', row, column: value.from === 'kept' ? columns[at]! : value.column }
    }),
  }
}

/**
 * The rows with the computed columns of their new records as PostgreSQL would assign them, in binary of the columns' types,
 * and the OIDs of these types by column of the SELECT. Throws where that is not known, and as PostgreSQL for bad values.
 */
export function assignedRows(
  record: ManyRecord,
  { values }: ManyRebind,
  fields: readonly FieldDescription[],
  rows: readonly SelectedRow[],
  settings: ValueSettings,
): { readonly rows: readonly SelectedRow[]; readonly types: ReadonlyMap<number, number> } {
  const types = new Map<number, number>()
  const converts = values.flatMap((value, at) => {
    if (value.from !== 'column') return []
    const { name, type, typeOid } = record.rule.columns[at]!
    const field = fields[value.column]
    const from = field === undefined ? undefined : logicalTypeOfOid(field.typeOid)
    const convert = from === undefined ? undefined : assignment(from, type)
    if (from === undefined || convert === undefined) {
      const reason = `the value of column "${name}" is of a type that is not served`
      throw new PgsealError('recordNotKnown', { table: record.table, template: record.rule.template, reason })
    }
    types.set(value.column, typeOid)
    const assigned = (bytes: Buffer): Buffer =>
      codecs[type.name].toBinary(convert(codecs[from].fromBinary(bytes, field!.typeModifier), settings))
    return [{ column: value.column, assigned }]
  })
  if (converts.length === 0) return { rows, types }
  return {
    rows: rows.map((row) => {
      const changed = [...row]
      for (const { column, assigned } of converts) {
        const value = row[column]
        if (value !== null && value !== undefined) changed[column] = assigned(value)
      }
      return changed
    }),
    types,
  }
}

/** The stored forms of what `reseals` names in each row; null is SQL NULL. Rejects with openFailed, and as the key ring. */
export async function openedRows(
  keyRing: KeyRing,
  record: ManyRecord,
  { reseals }: ManyRebind,
  rows: readonly SelectedRow[],
  settings: ValueSettings,
): Promise<readonly (readonly (Buffer | null)[])[]> {
  if (reseals.length === 0) return rows.map(() => [])
  return await Promise.all(
    rows.map(async (row, at) => {
      const of = recordOf(record, at)
      const bytes = rowRecord(of, noValues, settings, rows)
      const tenant = rowTenant(of, noValues, settings, rows)
      // The values of a row mostly share a data key.
      const keys = new Map<string, KeyObject | Promise<KeyObject>>()
      return await Promise.all(
        reseals.map(({ target, column }) => {
          const stored = row[column] ?? null
          return stored === null ? null : opened(keyRing, keys, target, stored, bytes, tenant)
        }),
      )
    }),
  )
}

/** The stored forms of what `copies` names in each row; null is SQL NULL. Rejects with openFailed, and as the key ring. */
export async function openedCopies(
  keyRing: KeyRing,
  copies: readonly ManyCopy[],
  rows: readonly SelectedRow[],
): Promise<readonly (readonly (Buffer | null)[])[]> {
  return await Promise.all(
    rows.map(async (row) => {
      const keys = new Map<string, KeyObject | Promise<KeyObject>>()
      return await Promise.all(
        copies.map(({ source, column }) => {
          const stored = row[column] ?? null
          return stored === null ? null : opened(keyRing, keys, source, stored, noRecord, '')
        }),
      )
    }),
  )
}

/**
 * In each row what values are computed from, in binary of its type; null is SQL NULL. `record`: what values of the updated row
 * are bound to. Rejects with openFailed, and as the key ring.
 */
export async function readRows(
  keyRing: KeyRing,
  { reads, record }: Pick<ManyRows, 'reads' | 'record'>,
  rows: readonly SelectedRow[],
  client: ClientValues,
  settings: ValueSettings,
): Promise<readonly (readonly (Buffer | null)[])[]> {
  const lists = reads.map(({ carried }) => (carried === undefined ? [] : carriedValues(carried, client, settings)))
  const bindsRow = reads.some(({ own, sealed }) => own && sealed !== undefined)
  return await Promise.all(
    rows.map(async (row, at) => {
      const of = record === undefined || !bindsRow ? undefined : recordOf(record, at)
      const bytes = of === undefined ? noRecord : rowRecord(of, noValues, settings, rows)
      const tenant = of === undefined ? '' : rowTenant(of, noValues, settings, rows)
      const keys = new Map<string, KeyObject | Promise<KeyObject>>()
      return await Promise.all(
        reads.map(async ({ column, sealed, own, carried, type }, index) => {
          const stored = row[column] ?? null
          if (stored !== null && carried !== undefined) {
            const value = lists[index]![stored.readInt32BE() - 1] ?? null
            return value === null ? null : codecs[type.name].toBinary(value)
          }
          if (stored === null || sealed === undefined) return stored
          const form = await opened(keyRing, keys, sealed, stored, own ? bytes : noRecord, own ? tenant : '')
          return codecs[sealed.logical.name].toBinary(form)
        }),
      )
    }),
  )
}

async function opened(
  keyRing: KeyRing,
  keys: Map<string, KeyObject | Promise<KeyObject>>,
  target: MappedColumn,
  stored: Buffer,
  record: Buffer,
  tenant: string,
): Promise<Buffer> {
  const { label, namedKey } = target.column
  const { envelope: bytes, terms } = readSealedRecord(target.physical!, stored, 0, stored.length, label)
  const envelope = parseEnvelope(bytes, label)
  if (!envelope.record.equals(record)) {
    throw new PgsealError(
      'openFailed',
      { column: label },
      { logDetail: 'record mismatch: the value is of another row' },
    )
  }
  const context = { table: target.table, record: record.toString('utf8'), tenant }
  const name = `${namedKey} ${envelope.keyPartBytes.toString('latin1')}`
  const key = keys.get(name) ?? keyRing.open(namedKey, envelope.keyPart, context, label)
  keys.set(name, key)
  return openValue(target.column, envelope, await key, terms)
}

/**
 * The opened values as if the client had given them: its values with these behind, and for each row the parameters that seal
 * them. What is sealed in the row has the column's type and length already.
 */
export function asClientValues(
  client: ClientValues,
  reseals: readonly { readonly target: MappedColumn }[],
  openedForms: readonly (readonly (Buffer | null)[])[],
): { readonly client: ClientValues; readonly parameters: readonly (readonly ServerParameter[])[] } {
  const formats = client.values.map((_, index) => formatOf(client.formats, index))
  const values = [...client.values]
  const parameters = openedForms.map((forms, row) =>
    forms.map((stored, at): ServerParameter => {
      const { target } = reseals[at]!
      const index = values.push(stored === null ? null : codecs[target.logical.name].toBinary(stored)) - 1
      formats.push(1)
      const type = { name: target.logical.name, typmod: -1 }
      return {
        role: 'seal',
        operand: { source: { from: 'parameter', index }, type, casts: [], array: false },
        target,
        row,
      }
    }),
  )
  return { client: { formats, values }, parameters }
}
