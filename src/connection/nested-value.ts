// A nested value as the client gets it: the pieces of the server's with each stored value opened in its place.
import type { RecordRule } from '../catalog/catalog.ts'
import { makeRecord } from '../seal/make-record.ts'
import { comesAsArray, type Nested } from '../sql/nested.ts'
import type { NestedLeaf } from '../sql/plan.ts'
import { arrayText, writeArray } from '../types/array.ts'
import { codecs } from '../types/codecs.ts'
import { computation } from '../types/functions.ts'
import { jsonText } from '../types/json-output.ts'
import { typeNumbers } from '../types/logical-type.ts'
import { recordText } from '../types/record-text.ts'
import { totalOf, totalType } from '../types/total.ts'
import { defaultValueSettings, type ValueSettings } from '../types/value-settings.ts'
import { arrayPieces, jsonPieces, type Pieces, type Place, scalarText } from './nested-text.ts'

/** `bytes`: as the server sent it in binary. Throws openFailed. */
export function piecesOf(nested: Nested<NestedLeaf>, bytes: Buffer, label: string): Pieces {
  if (comesAsArray(nested.form)) return arrayPieces(nested, bytes, label)
  switch (nested.form) {
    case 'jsonb':
      // jsonb_send begins with a version.
      return jsonPieces(nested, bytes.subarray(1), label)
    default:
      return jsonPieces(nested, bytes, label)
  }
}

/** The field for the client, or null. `open`: the stored form of a place, null where it is given as NULL. */
export function composed(
  nested: Nested<NestedLeaf>,
  pieces: Pieces,
  binary: boolean,
  settings: ValueSettings,
  open: (place: Place) => Buffer | null,
): Buffer | null {
  const { form, shape } = nested
  if (!comesAsArray(form)) {
    const parts = pieces.map((piece) => {
      if (typeof piece === 'string' || piece === null) return Buffer.from(piece ?? 'null', 'latin1')
      const stored = open(piece)
      const { leaf, inJsonb } = piece.shape
      return stored === null ? Buffer.from('null') : jsonText(leaf.logical.name, stored, inJsonb, settings)
    })
    if (binary && form === 'jsonb') parts.unshift(Buffer.from([1]))
    return Buffer.concat(parts)
  }
  const { name } = (shape.is === 'list' && shape.of.is === 'value' ? shape.of.leaf : undefined)!.logical
  if (form === 'sum' || form === 'avg') {
    const values = pieces.flatMap((piece) => (piece === null || typeof piece === 'string' ? [] : (open(piece) ?? [])))
    let stored = totalOf(form, name, values)
    let type = totalType(form, name)!
    for (const step of nested.steps ?? []) {
      if ('otherwise' in step) stored ??= step.otherwise
      else {
        type = step.cast.to.name
        if (stored !== null) stored = computation([step.cast])(stored, settings)
      }
    }
    const codec = codecs[type]
    return stored === null ? null : binary ? codec.toBinary(stored) : codec.toText(stored, settings)
  }
  const elements = pieces.map((piece) => {
    const stored = piece === null || typeof piece === 'string' ? null : open(piece)
    if (stored === null) return null
    return binary && form === 'array' ? codecs[name].toBinary(stored) : codecs[name].toText(stored, settings)
  })
  if (form === 'array') return binary ? writeArray(typeNumbers[name].oid, elements) : arrayText(elements)
  const texts = elements.filter((element) => element !== null)
  if (texts.length === 0) return null
  return Buffer.concat(texts.flatMap((one, at) => (at === 0 ? [one] : [nested.delimiter!, one])))
}

/** The row of a value by JSON that stands beside it. */
export class MemberTeller {
  tenantOf = ''
  readonly #rule: RecordRule
  readonly #members: readonly string[]

  constructor(rule: RecordRule, members: readonly string[]) {
    this.#rule = rule
    this.#members = members
  }

  recordOf(): Buffer | undefined {
    const { literals, columns, tenantAt } = this.#rule
    if (this.#members.includes('null')) return undefined
    const texts = columns.map(({ type }, at) => {
      const text = Buffer.from(scalarText(this.#members[at]!), 'latin1')
      return recordText(type.name, codecs[type.name].fromText(text, type.typmod, defaultValueSettings))
    })
    this.tenantOf = tenantAt === -1 ? '' : texts[tenantAt]!.toString('utf8')
    return makeRecord(literals, texts.slice(0, literals.length - 1))
  }
}
