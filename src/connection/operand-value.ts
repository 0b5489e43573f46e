// What a client gave for an operand of the plan, read as PostgreSQL would read it.
import { PgsealError } from '../errors.ts'
import type { Operand, OperandSource } from '../sql/plan.ts'
import { codecs } from '../types/codecs.ts'
import { explicitCast } from '../types/conversion.ts'
import { asArgument, scalar } from '../types/scalar.ts'
import type { ValueSettings } from '../types/value-settings.ts'
import { formatOf } from './formats.ts'
import type { ClientValues } from './parameters.ts'

/** Stored form in the type of the operand's last cast. */
export function operandValue(operand: Operand, client: ClientValues, settings: ValueSettings): Buffer | null {
  const { source, type } = operand
  const codec = codecs[type.name]
  let value: Buffer
  if (source.from === 'computed') {
    const result = computedValue(source, client, settings)
    if (result === null) return null
    value = result
  } else if (source.from === 'row') {
    throw new PgsealError('internal', {}, { logDetail: 'a value of a row that was not read' })
  } else if (source.from === 'constant') {
    if (source.text === null) return null
    value = codec.fromText(source.text, type.typmod, settings)
  } else {
    const given = client.values[source.index]
    if (given === undefined || given === null) return null
    value =
      formatOf(client.formats, source.index) === 1
        ? codec.fromBinary(given, type.typmod)
        : codec.fromText(given, type.typmod, settings)
  }
  return applyCasts(operand, value, settings)
}

function computedValue(
  { name, arguments: given }: Extract<OperandSource, { from: 'computed' }>,
  client: ClientValues,
  settings: ValueSettings,
): Buffer | null {
  const types = given.map(({ type, casts }) => (casts.at(-1) ?? type).name)
  const found = scalar(name, types)
  if (found === undefined) throw new PgsealError('internal', {}, { logDetail: 'a function that no plan should have' })
  const values = given.map((argument, at) => {
    return asArgument(operandValue(argument, client, settings), types[at]!, found.takes[at]!, settings)
  })
  return found.compute(values, settings)
}

/** Calls `visit` for each constant, parameter and value of a row that the operand is made of. */
export function eachLeaf(operand: Operand, visit: (leaf: Operand) => void): void {
  if (operand.source.from === 'computed') for (const argument of operand.source.arguments) eachLeaf(argument, visit)
  else visit(operand)
}

/** True when the operand is computed from the row that is read first. */
export function readsRow(operand: Operand): boolean {
  let reads = false
  eachLeaf(operand, ({ source }) => {
    reads ||= source.from === 'row'
  })
  return reads
}

/** The operand with values of the row in the place of what `row` names, which are parameters from `first` on. */
export function ofRow(operand: Operand, first: number): Operand {
  const { source } = operand
  if (source.from === 'row') return { ...operand, source: { from: 'parameter', index: first + source.at } }
  if (source.from !== 'computed') return operand
  return { ...operand, source: { ...source, arguments: source.arguments.map((argument) => ofRow(argument, first)) } }
}

export function applyCasts(operand: Operand, value: Buffer, settings: ValueSettings): Buffer {
  let from = operand.type
  for (const cast of operand.casts) {
    const convert = explicitCast(from.name, cast)
    if (convert === undefined) throw new PgsealError('internal', {}, { logDetail: 'a cast that no plan should have' })
    value = convert(value, settings)
    from = cast
  }
  return value
}
