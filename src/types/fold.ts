// lower() as one collation of the server's has it: read from the server itself, character by character, since neither Unicode
// nor the C library tells which version of either the server has.
import { PgsealError } from '../errors.ts'

/** Lower case of single characters, and what it takes to know that it is the same within a text. */
export type Fold = {
  /** Code point to its lower case, for those that have another. */
  readonly lower: ReadonlyMap<number, string>
  /** Code points whose lower case depends on their neighbours: a text that holds one is refused. */
  readonly contextual: ReadonlySet<number>
  /** Two folds with one digest are the same. */
  readonly digest: string
}

/** By fold, the lower case of each byte below 128; null where one of them leaves ASCII. */
const ofAscii = new WeakMap<Fold, Buffer | null>()

function asciiOf(fold: Fold): Buffer | null {
  let table = ofAscii.get(fold)
  if (table === undefined) {
    const lower = Array.from({ length: 128 }, (_, code) => fold.lower.get(code) ?? String.fromCharCode(code))
    const stays = lower.every((text, code) => /^[\0-\x7f]$/.test(text) && !fold.contextual.has(code))
    table = stays ? Buffer.from(lower.join(''), 'latin1') : null
    ofAscii.set(fold, table)
  }
  return table
}

/** lower(text), as UTF-8. The result is the caller's. Throws caseNotKnown for a character that depends on its neighbours. */
export function foldText(fold: Fold, text: Buffer): Buffer {
  const ascii = asciiOf(fold)
  if (ascii !== null && text.every((byte) => byte < 0x80)) return Buffer.from(text.map((byte) => ascii[byte]!))
  const { lower, contextual } = fold
  let folded = ''
  for (const character of text.toString('utf8')) {
    const code = character.codePointAt(0)!
    if (contextual.has(code)) throw new PgsealError('caseNotKnown')
    folded += lower.get(code) ?? character
  }
  return Buffer.from(folded, 'utf8')
}
