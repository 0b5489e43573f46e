// The operations of node:crypto that a statement on one sealed column cannot do without, by themselves. What they read lies
// in one Buffer, as in the chunks of a socket.
import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  type KeyObject,
  randomBytes,
  randomFillSync,
} from 'node:crypto'

const tag = { authTagLength: 16 } as const
const branch = createSecretKey(randomBytes(32))
const indexKey = createSecretKey(randomBytes(32))
const associated = randomBytes(110)
const value = Buffer.from('4711')
const nonces = randomBytes(12 * 1024)

function nonce(n: number): Buffer {
  const at = (n & 1023) * 12
  return nonces.subarray(at, at + 12)
}

function seal(key: KeyObject, plain: Buffer, n: number): { text: Buffer; tag: Buffer } {
  const cipher = createCipheriv('aes-256-gcm', key, nonce(n), tag)
  cipher.setAAD(associated)
  const text = cipher.update(plain)
  cipher.final()
  return { text, tag: cipher.getAuthTag() }
}

const raw = Buffer.alloc(32)

/** A data key made and wrapped under a branch key, a value sealed under it. */
export function insertCrypto(n: number): void {
  if ((n & 63) === 0) randomFillSync(raw)
  seal(branch, raw, n)
  seal(createSecretKey(raw), value, n)
}

const opened = Array.from({ length: 1024 }, (_, n) => {
  const key = createSecretKey(randomBytes(32))
  return { key, ...seal(key, value, n) }
})

/** A term made, and a value opened under a data key that is at hand. */
export function readCrypto(n: number): void {
  createHmac('sha256', indexKey).update(value).digest()
  const row = opened[n & 1023]!
  const decipher = createDecipheriv('aes-256-gcm', row.key, nonce(n), tag)
  decipher.setAAD(associated)
  decipher.setAuthTag(row.tag)
  decipher.update(row.text)
  decipher.final()
}
