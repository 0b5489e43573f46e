import { createSecretKey, hkdfSync, type KeyObject } from 'node:crypto'
import { eqTerm } from './eq-term.ts'

const purpose = 'pgseal/eq_lower/1'
const none = Buffer.alloc(0)
const foldedKeys = new WeakMap<KeyObject, KeyObject>()

/**
 * The term of a value's lower case. Its key is another one than that of `eq`, so that nobody sees which values are in lower
 * case already.
 */
export function foldedTerm(indexKey: KeyObject, folded: Buffer): Buffer {
  let key = foldedKeys.get(indexKey)
  if (key === undefined) {
    key = createSecretKey(Buffer.from(hkdfSync('sha256', indexKey, none, purpose, 32)))
    foldedKeys.set(indexKey, key)
  }
  return eqTerm(key, folded)
}
