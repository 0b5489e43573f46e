import crypto, { createHmac, type KeyObject } from 'node:crypto'

export const termLength = 16

/** Longer forms are hashed piece by piece. */
const longestAtOnce = 512
const blockLength = 64
const digestLength = 32

/** Absent before Node 20.12. */
const hashAtOnce: typeof crypto.hash | undefined = crypto.hash

/** The key's two blocks of HMAC, each with room behind it for what is hashed after it. */
type Blocks = { readonly inner: Buffer; readonly outer: Buffer }

/** Made once for each index key. */
const blocksOfKey = new WeakMap<KeyObject, Blocks>()

/**
 * The equality term of a value from its comparison form: the first 16 bytes of HMAC-SHA256 under the column's index key.
 * HMAC is written out as two hashes: an Hmac object costs more than both.
 */
export function eqTerm(indexKey: KeyObject, comparisonForm: Buffer): Buffer {
  const { length } = comparisonForm
  if (hashAtOnce === undefined || length > longestAtOnce) {
    return createHmac('sha256', indexKey).update(comparisonForm).digest().subarray(0, termLength)
  }
  const { inner, outer } = blocksOfKey.get(indexKey) ?? blocks(indexKey)
  inner.set(comparisonForm, blockLength)
  // As strings: a Buffer made by the library costs as much as the hash.
  outer.write(hashAtOnce('sha256', inner.subarray(0, blockLength + length), 'binary'), blockLength, 'latin1')
  const term = Buffer.allocUnsafe(termLength)
  term.write(hashAtOnce('sha256', outer, 'binary'), 0, termLength, 'latin1')
  return term
}

function blocks(indexKey: KeyObject): Blocks {
  // HMAC hashes a longer key first.
  if (indexKey.symmetricKeySize! > blockLength) throw new RangeError('an index key longer than a block of SHA-256')
  const key = indexKey.export()
  const block = (pad: number, room: number): Buffer => {
    // Not from Buffer's pool, which holds what others read.
    const bytes = Buffer.allocUnsafeSlow(blockLength + room)
    for (let at = 0; at < blockLength; at++) bytes[at] = (key[at] ?? 0) ^ pad
    return bytes
  }
  const made = { inner: block(0x36, longestAtOnce), outer: block(0x5c, digestLength) }
  key.fill(0)
  blocksOfKey.set(indexKey, made)
  return made
}
