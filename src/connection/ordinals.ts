// Numbers that the server gets in the place of values which it joins, filters and sorts rows with, and the values behind them.
import { PgsealError } from '../errors.ts'
import type { Operand } from '../sql/plan.ts'
import { readArray, writeArray } from '../types/array.ts'
import { codecs } from '../types/codecs.ts'
import { storeInteger } from '../types/integer.ts'
import { typeNumbers } from '../types/logical-type.ts'
import type { ValueSettings } from '../types/value-settings.ts'
import { formatOf } from './formats.ts'
import { applyCasts, operandValue } from './operand-value.ts'
import type { ClientValues } from './parameters.ts'

/** int4, or for an array int4[], in binary; NULL in the place of NULL. Throws for values that their type refuses. */
export function ordinals(
  { operand, number }: { readonly operand: Operand; readonly number: number },
  client: ClientValues,
  settings: ValueSettings,
): Buffer | null {
  if (!operand.array) return operandValue(operand, client, settings) === null ? null : ordinal(number)
  const elements = elementValues(operand, client, settings)
  if (elements === null) return null
  const numbers = elements.map((element, at) => (element === null ? null : ordinal(at + 1)))
  return writeArray(typeNumbers.int4.oid, numbers)
}

function ordinal(number: number): Buffer {
  return storeInteger('int4', BigInt(number))
}

/** The values behind the numbers of `carried`, from 1, in their stored forms. */
export function carriedValues(
  carried: readonly Operand[],
  client: ClientValues,
  settings: ValueSettings,
): readonly (Buffer | null)[] {
  const [first] = carried
  if (first?.array === true) return elementValues(first, client, settings) ?? []
  return carried.map((operand) => operandValue(operand, client, settings))
}

/** The elements of all dimensions, in order, as unnest() gives them. */
function elementValues(
  operand: Operand,
  client: ClientValues,
  settings: ValueSettings,
): readonly (Buffer | null)[] | null {
  const { source, type } = operand
  if (source.from !== 'constant' && source.from !== 'parameter') {
    throw new PgsealError('internal', {}, { logDetail: 'a computed array' })
  }
  const given = source.from === 'constant' ? source.text : client.values[source.index]
  if (given === null || given === undefined) return null
  const binary = source.from === 'parameter' && formatOf(client.formats, source.index) === 1
  const codec = codecs[type.name]
  return readArray(given, binary, typeNumbers[type.name].oid).elements.map((element) => {
    if (element === null) return null
    const stored = binary ? codec.fromBinary(element, -1) : codec.fromText(element, -1, settings)
    return applyCasts(operand, stored, settings)
  })
}
