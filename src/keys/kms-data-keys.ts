import { type KeyObject, randomUUID } from 'node:crypto'
import type { NamedKey } from '../config/config.ts'
import { kmsDataKey, secretKey } from '../seal/data-key.ts'
import type { DataKey } from '../seal/sealed-column.ts'
import { mapBounded } from './call-slots.ts'
import { dataKeyContext } from './encryption-context.ts'
import { keyIdBytes, keyIdText } from './key-id.ts'
import type { KeyPart, RecordContext } from './key-ring.ts'
import type { KeyRow } from './key-store.ts'
import { nameFailure } from './name-failure.ts'
import type { EncryptionContext, GeneratedKey, Provider } from './provider.ts'
import type { StoredKeys } from './stored-keys.ts'

/** Rows of kind kms are as many as KMS keys and sets of pairs, so a few are enough; a forged id finds no row and is not kept. */
const maxKeptRows = 1_000

/** The data keys of one named key that the KMS itself wraps: a call a row, and the KMS's log says which. */
export class KmsDataKeys {
  readonly #config: NamedKey
  readonly #provider: Provider
  readonly #arn: string
  readonly #store: StoredKeys
  readonly #bound: number
  readonly #rows = new Map<string, KeyRow>()
  readonly #opening = new Map<string, Promise<KeyObject>>()
  #row: { readonly keyId: Buffer; readonly context: EncryptionContext } | undefined
  #obtaining: Promise<void> | undefined

  constructor(config: NamedKey, provider: Provider, arn: string, store: StoredKeys, bound: number) {
    this.#config = config
    this.#provider = provider
    this.#arn = arn
    this.#store = store
    this.#bound = bound
  }

  /** One data key for each context, in order; at once when the provider needs no network. */
  generate(contexts: readonly RecordContext[]): DataKey[] | Promise<DataKey[]> {
    const row = this.#row
    if (row === undefined) return this.#obtainRow().then(() => this.generate(contexts))
    const generate = (context: RecordContext) => this.#provider.generate(dataKeyContext(context, row.context))
    const toDataKey = ({ plaintext, wrapped }: GeneratedKey) => kmsDataKey(row.keyId, plaintext, wrapped)
    return this.#provider.immediate
      ? contexts.map((context) => toDataKey(generate(context) as GeneratedKey))
      : mapBounded(contexts, this.#bound, async (context) => toDataKey(await generate(context)))
  }

  #obtainRow(): Promise<void> {
    this.#obtaining ??= this.#store
      .obtain({
        id: randomUUID(),
        kind: 'kms',
        namedKey: this.#config.name,
        provider: this.#provider.name,
        arn: this.#arn,
        tenant: '',
        group: '',
        slot: null,
        wrapped: null,
        context: this.#config.context,
        created: new Date(),
        retired: null,
      })
      .then((row) => {
        this.#row = { keyId: keyIdBytes(row.id), context: row.context }
      })
      .finally(() => {
        this.#obtaining = undefined
      })
    return this.#obtaining
  }

  /** Throws openFailed, class untrusted or tampered. Two that ask for the same at the same time share one call. */
  open(keyPart: KeyPart, context: RecordContext, label: string): KeyObject | Promise<KeyObject> {
    const id = keyIdText(keyPart.keyId)
    const row = this.#rows.get(id)
    try {
      if (row !== undefined) {
        const answer = this.#decrypt(id, row, keyPart.wrapped, context)
        if (!(answer instanceof Promise)) return answer
        return named(answer, label)
      }
    } catch (error) {
      throw nameFailure(error, label)
    }
    // The envelope is a view that may be gone when the row is here.
    const wrapped = Buffer.from(keyPart.wrapped)
    return named(
      this.#trustedRow(id).then((found) => this.#decrypt(id, found, wrapped, context)),
      label,
    )
  }

  async #trustedRow(id: string): Promise<KeyRow> {
    const row = await this.#store.trustedRow(id, 'kms')
    if (this.#rows.size >= maxKeptRows) this.#rows.clear()
    this.#rows.set(id, row)
    return row
  }

  #decrypt(id: string, row: KeyRow, wrapped: Buffer, record: RecordContext): KeyObject | Promise<KeyObject> {
    const decrypt = () => this.#provider.decrypt(row.arn, wrapped, dataKeyContext(record, row.context))
    if (this.#provider.immediate) return secretKey(decrypt() as Buffer)
    const flight = JSON.stringify([id, wrapped.toString('latin1'), record.table, record.record])
    const opening = this.#opening.get(flight)
    if (opening !== undefined) return opening
    const flying = Promise.resolve(decrypt())
      .then(secretKey)
      .finally(() => this.#opening.delete(flight))
    this.#opening.set(flight, flying)
    return flying
  }
}

function named<T>(answer: Promise<T>, label: string): Promise<T> {
  return answer.catch((error: unknown) => {
    throw nameFailure(error, label)
  })
}
