// What a client gave for an operand of the plan, read as PostgreSQL would read it.
import { PgsealError } from '../errors.ts'
import type { Operand } from '../sql/plan.ts'
import { codecs } from '../types/codecs.ts'
import { explicitCast } from '../types/conversion.ts'
import type { ValueSettings } from '../types/value-settings.ts'
import { formatOf } from './opener.ts'
import type { ClientValues } from './parameters.ts'

/** Stored form in the type of the operand's last cast. */
export function operandValue(operand: Operand, client: ClientValues, settings: ValueSettings): Buffer | null {
  const { source, type } = operand
  const codec = codecs[type.name]
  let value: Buffer
  if (source.from === 'constant') {
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
