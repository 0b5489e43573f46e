import { createCipheriv, createDecipheriv, createHmac, randomBytes, randomUUID, timingSafeEqual } from 'node:crypto'
import { KmsError } from './kms-error.ts'

export type KmsKey = {
  readonly arn: string
  readonly id: string
  readonly usage: 'ENCRYPT_DECRYPT' | 'GENERATE_VERIFY_MAC'
  readonly secret: Buffer
  state: 'Enabled' | 'Disabled' | 'PendingDeletion'
}

export type Pairs = Readonly<Record<string, string>>

/** The keys and aliases of the server: one account, one region. */
export class KmsKeys {
  readonly region: string
  readonly account: string
  readonly #byId = new Map<string, KmsKey>()
  readonly #aliases = new Map<string, string>()

  constructor(region: string, account: string) {
    this.region = region
    this.account = account
  }

  create(usage: KmsKey['usage'], multiRegion: boolean, id?: string, secret = randomBytes(32)): KmsKey {
    const keyId = id ?? (multiRegion ? `mrk-${randomBytes(16).toString('hex')}` : randomUUID())
    const arn = `arn:aws:kms:${this.region}:${this.account}:key/${keyId}`
    const key: KmsKey = { arn, id: keyId, usage, secret, state: 'Enabled' }
    this.#byId.set(keyId, key)
    return key
  }

  alias(name: string, keyId: string): void {
    if (!/^alias\/[A-Za-z0-9/_-]+$/.test(name)) throw new KmsError('InvalidAliasNameException')
    this.#aliases.set(name, this.find(keyId).id)
  }

  /** By id, ARN, alias or ARN of an alias. */
  find(name: string): KmsKey {
    const prefix = `arn:aws:kms:${this.region}:${this.account}:`
    const bare = name.startsWith(prefix) ? name.slice(prefix.length).replace(/^key\//, '') : name
    const id = bare.startsWith('alias/') ? this.#aliases.get(bare) : bare
    const key = id === undefined ? undefined : this.#byId.get(id)
    if (key === undefined) throw new KmsError('NotFoundException', 'the key does not exist')
    return key
  }

  /** A key that may be used now, of the right kind. */
  usable(name: string, usage: KmsKey['usage']): KmsKey {
    const key = this.find(name)
    if (key.state === 'Disabled') throw new KmsError('DisabledException')
    if (key.state === 'PendingDeletion') throw new KmsError('KMSInvalidStateException')
    if (key.usage !== usage) throw new KmsError('InvalidKeyUsageException')
    return key
  }
}

/** Pairs sorted by the bytes of their names, each name and value with its length: no two contexts give the same bytes. */
export function contextBytes(context: Pairs): Buffer {
  const pairs = Object.entries(context).map(([name, value]) => [Buffer.from(name), Buffer.from(value)] as const)
  pairs.sort(([a], [b]) => Buffer.compare(a, b))
  return Buffer.concat(
    pairs.flat().flatMap((part) => {
      const length = Buffer.alloc(4)
      length.writeUInt32BE(part.length)
      return [length, part]
    }),
  )
}

// u8 length of the key's id, id, 12 nonce, ciphertext, 16 tag
export function encrypt(key: KmsKey, plaintext: Buffer, context: Pairs): Buffer {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key.secret, nonce, { authTagLength: 16 })
  cipher.setAAD(contextBytes(context))
  const ciphertext = Buffer.concat([cipher.update(plaintext), cipher.final()])
  return Buffer.concat([Buffer.from([key.id.length]), Buffer.from(key.id), nonce, ciphertext, cipher.getAuthTag()])
}

/** The id of the key that made a blob. */
export function keyIdOfBlob(blob: Buffer): string {
  const length = blob[0] ?? 0
  if (length === 0 || blob.length < 1 + length + 12 + 16) throw new KmsError('InvalidCiphertextException')
  return blob.toString('latin1', 1, 1 + length)
}

export function decrypt(key: KmsKey, blob: Buffer, context: Pairs): Buffer {
  const nonceStart = 1 + key.id.length
  const nonce = blob.subarray(nonceStart, nonceStart + 12)
  const decipher = createDecipheriv('aes-256-gcm', key.secret, nonce, { authTagLength: 16 })
  decipher.setAAD(contextBytes(context))
  decipher.setAuthTag(blob.subarray(-16))
  try {
    return Buffer.concat([decipher.update(blob.subarray(nonceStart + 12, -16)), decipher.final()])
  } catch {
    throw new KmsError('InvalidCiphertextException')
  }
}

export function mac(key: KmsKey, message: Buffer): Buffer {
  return createHmac('sha256', key.secret).update(message).digest()
}

export function macHolds(key: KmsKey, message: Buffer, given: Buffer): boolean {
  const expected = mac(key, message)
  return given.length === expected.length && timingSafeEqual(given, expected)
}
