import type { KeyObject } from 'node:crypto'
import { PgsealError } from '../errors.ts'
import { eqTerm, termLength } from './eq-term.ts'
import { foldedTerm } from './folded-term.ts'
import { isOrdLength, ordTerm } from './ord-term.ts'
import type { TermName } from './sealed-column.ts'

/** A term from the index key and the form that it is made of: comparison form for `eq`, lower case for `eq_lower`, order form for `ord`. */
export function makeTerm(name: TermName, indexKey: KeyObject, form: Buffer): Buffer {
  switch (name) {
    case 'eq':
      return eqTerm(indexKey, form)
    case 'eq_lower':
      return foldedTerm(indexKey, form)
    case 'ord':
      return ordTerm(indexKey, form)
    default:
      throw new PgsealError('internal', {}, { logDetail: `term ${name} is not made` })
  }
}

/** Whether a stored term can have this length. */
export function isTermLength(name: TermName, length: number): boolean {
  return name === 'ord' ? isOrdLength(length) : length === termLength
}
