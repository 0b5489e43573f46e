import { type KeyObject, randomUUID } from 'node:crypto'
import type { NamedKey } from '../config/config.ts'
import { PgsealError } from '../errors.ts'
import { secretKey } from '../seal/data-key.ts'
import { encodeParts } from '../seal/parts.ts'
import { keyRowContext } from './encryption-context.ts'
import { keyIdBytes } from './key-id.ts'
import type { KeyRow } from './key-store.ts'
import { CiphertextRefused, type Provider, type ProviderKeys } from './provider.ts'
import { type StoredKeys, wrappedOf } from './stored-keys.ts'

/** HKDF of Node takes at most 1,024 bytes of info. */
const maxGroupBytes = 900

/** Makes and loads the index keys of one named key: docs/envelope-format.md section 7. */
export class IndexKeys {
  readonly #config: NamedKey
  readonly #provider: Provider
  readonly #keys: ProviderKeys
  readonly #store: StoredKeys
  readonly #encryptOnly: boolean

  constructor(config: NamedKey, provider: Provider, keys: ProviderKeys, store: StoredKeys, encryptOnly: boolean) {
    this.#config = config
    this.#provider = provider
    this.#keys = keys
    this.#store = store
    this.#encryptOnly = encryptOnly
  }

  /** The row of the group's current or next index key, made if there is none. */
  async obtain(group: string, slot: 'current' | 'next'): Promise<KeyRow> {
    if (Buffer.byteLength(group) > maxGroupBytes) throw this.#misfit(`index group longer than ${maxGroupBytes} bytes`)
    const { arn, indexArn } = this.#keys
    const draft: KeyRow = {
      id: randomUUID(),
      kind: 'index',
      namedKey: this.#config.name,
      provider: this.#provider.name,
      arn: indexArn ?? arn,
      tenant: '',
      group,
      slot,
      wrapped: null,
      context: this.#config.context,
      created: new Date(),
      retired: null,
    }
    if (indexArn !== undefined) return this.#store.obtain(draft)
    if (this.#encryptOnly) throw this.#misfit('mode encrypt-only makes terms only with "indexKeyId"')
    const { plaintext, wrapped } = await this.#provider.generate(keyRowContext(draft))
    plaintext.fill(0)
    return this.#store.obtain({ ...draft, wrapped })
  }

  /** The key that a row of kind index stands for; refused when it does not fit the map. */
  async load(row: KeyRow): Promise<KeyObject> {
    if (row.kind !== 'index') throw this.#misfit(`key ${row.id} is not an index key`)
    if (row.namedKey !== this.#config.name) throw this.#misfit(`index key ${row.id} belongs to another named key`)
    if (row.provider !== this.#provider.name) throw this.#misfit(`index key ${row.id} was made by another provider`)
    if (row.wrapped === null) {
      if (!this.#provider.trustsForIndex(row.arn)) {
        throw this.#misfit(`index key ${row.id} was made under another key than the map names`)
      }
      const message = encodeParts(['pgseal/index/1', row.group, keyIdBytes(row.id)])
      return secretKey(await this.#provider.mac(row.arn, message))
    }
    if (this.#encryptOnly)
      throw this.#misfit(`index key ${row.id} is wrapped, so that mode encrypt-only needs "indexKeyId"`)
    if (!this.#provider.trusts(row.arn))
      throw this.#misfit(`index key ${row.id} is under a key that the map does not trust`)
    try {
      return secretKey(await this.#provider.decrypt(row.arn, wrappedOf(row), keyRowContext(row)))
    } catch (error) {
      if (!(error instanceof CiphertextRefused)) throw error
      throw this.#misfit(`index key ${row.id} does not unwrap`, error.message)
    }
  }

  #misfit(reason: string, logDetail?: string): PgsealError {
    return new PgsealError(
      'keyConfiguration',
      { key: this.#config.name, reason },
      logDetail === undefined ? {} : { logDetail },
    )
  }
}
