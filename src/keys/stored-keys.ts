import type { NamedKey } from '../config/config.ts'
import { PgsealError } from '../errors.ts'
import type { KeyKind, KeyRow, KeyStore } from './key-store.ts'
import { CiphertextRefused, type Provider } from './provider.ts'
import { checkTrusted, KeyDistrusted } from './trusted-key.ts'

/** pgseal.keys as one named key may use it: rows are checked against the map, failures are PgsealErrors. */
export class StoredKeys {
  readonly #store: KeyStore
  readonly #config: NamedKey
  readonly #provider: Provider

  constructor(store: KeyStore, config: NamedKey, provider: Provider) {
    this.#store = store
    this.#config = config
    this.#provider = provider
  }

  insert(row: KeyRow): Promise<void> {
    return storeAnswer(this.#store.insert(row))
  }

  obtain(row: KeyRow): Promise<KeyRow> {
    return storeAnswer(this.#store.obtain(row))
  }

  find(ids: readonly string[]): Promise<readonly KeyRow[]> {
    return storeAnswer(this.#store.find(ids))
  }

  /** The row with this id, checked; rejects with KeyDistrusted. */
  async trustedRow(id: string, kind: KeyKind): Promise<KeyRow> {
    const [row] = await this.find([id])
    if (row === undefined) throw new KeyDistrusted('the key id names no row of pgseal.keys')
    checkTrusted(row, kind, this.#config, this.#provider)
    return row
  }
}

/** What the store answers; its own failures become keyStoreUnavailable. */
export async function storeAnswer<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer
  } catch (error) {
    if (error instanceof PgsealError) throw error
    const { code } = error as { code?: unknown }
    const logDetail = `pgseal.keys: ${typeof code === 'string' ? code : 'no code given'}`
    throw new PgsealError('keyStoreUnavailable', {}, { logDetail })
  }
}

/** What a row wraps. Throws CiphertextRefused when it wraps nothing. */
export function wrappedOf(row: KeyRow): Buffer {
  if (row.wrapped === null) throw new CiphertextRefused('the row of pgseal.keys wraps no key')
  return row.wrapped
}
