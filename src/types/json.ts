import { same } from './binary-form.ts'
import { requireText } from './characters.ts'
import type { TypeCodec } from './codec.ts'
import { type JsonHandler, parseJson } from './json-parser.ts'

// Stored form: the text as it came, as UTF-8.

const nothing = (): undefined => undefined

/** json looks at the grammar alone: escapes of lone surrogates and of the zero character pass. */
const checkOnly: JsonHandler<undefined> = {
  string: nothing,
  number: nothing,
  literal: nothing,
  array: nothing,
  object: nothing,
}

function read(text: Buffer): Buffer {
  requireText(text)
  parseJson(text.toString('latin1'), 'json', checkOnly)
  return text
}

export const json: TypeCodec = {
  fromText: read,
  fromBinary: read,
  toText: same,
  toBinary: same,
  comparisonForm: undefined,
}
