import { type KeyObject, randomUUID } from 'node:crypto'
import type { NamedKey } from '../config/config.ts'
import { kmsDataKey, secretKey } from '../seal/data-key.ts'
import { encodeKeyPart, keySource } from '../seal/envelope.ts'
import type { DataKey } from '../seal/sealed-column.ts'
import { mapBounded } from './call-slots.ts'
import { dataKeyContext } from './encryption-context.ts'
import { keyIdBytes, keyIdText } from './key-id.ts'
import type { KeyPart, OnCall, OpenContext, RecordContext } from './key-ring.ts'
import type { KeyRow } from './key-store.ts'
import { nameFailure } from './name-failure.ts'
import type { GeneratedKey, Provider } from './provider.ts'
import type { StoredKeys } from './stored-keys.ts'
import { checkTenant } from './trusted-key.ts'

/** Rows of kind kms are as many as KMS keys and sets of pairs, so a few are enough; a forged id finds no row and is not kept. */
const maxKeptRows = 1_000

/** A Decrypt under way, and everybody who waits for it. */
type Flight = { readonly key: Promise<KeyObject>; readonly waiting: OnCall[] }

type SealingRow = { readonly keyId: Buffer; readonly row: KeyRow }

/** The data keys of one named key that the KMS itself wraps: a call a row, and the KMS's log says which. */
export class KmsDataKeys {
  readonly #config: NamedKey
  readonly #provider: Provider
  readonly #arn: string
  readonly #store: StoredKeys
  readonly #bound: number
  readonly #rows = new Map<string, KeyRow>()
  readonly #opening = new Map<string, Flight>()
  /** The rows to seal under, by tenant; '' without one. */
  readonly #sealing = new Map<string, SealingRow>()
  readonly #obtaining = new Map<string, Promise<void>>()

  constructor(config: NamedKey, provider: Provider, arn: string, store: StoredKeys, bound: number) {
    this.#config = config
    this.#provider = provider
    this.#arn = arn
    this.#store = store
    this.#bound = bound
  }

  /** One data key for each context, in order; at once when the provider needs no network. */
  generate(contexts: readonly RecordContext[], onCall?: OnCall): DataKey[] | Promise<DataKey[]> {
    const lacking = contexts.filter(({ tenant }) => !this.#sealing.has(tenant))
    if (lacking.length > 0) {
      const tenants = [...new Set(lacking.map(({ tenant }) => tenant))]
      return Promise.all(tenants.map((tenant) => this.#obtainRow(tenant))).then(() => this.#generate(contexts, onCall))
    }
    return this.#generate(contexts, onCall)
  }

  #generate(contexts: readonly RecordContext[], onCall: OnCall | undefined): DataKey[] | Promise<DataKey[]> {
    const generate = (context: RecordContext, { row }: SealingRow) =>
      this.#provider.generate(dataKeyContext(context, row), onCall)
    const toDataKey = ({ plaintext, wrapped }: GeneratedKey, { keyId }: SealingRow) =>
      kmsDataKey(keyId, plaintext, wrapped)
    const rowOf = ({ tenant }: RecordContext) => this.#sealing.get(tenant)!
    return this.#provider.immediate
      ? contexts.map((context) => toDataKey(generate(context, rowOf(context)) as GeneratedKey, rowOf(context)))
      : mapBounded(contexts, this.#bound, async (context) => {
          const sealing = rowOf(context)
          return toDataKey(await generate(context, sealing), sealing)
        })
  }

  #obtainRow(tenant: string): Promise<void> {
    const underWay = this.#obtaining.get(tenant)
    if (underWay !== undefined) return underWay
    const obtaining = this.#store
      .obtain({
        id: randomUUID(),
        kind: 'kms',
        namedKey: this.#config.name,
        provider: this.#provider.name,
        arn: this.#arn,
        tenant,
        group: '',
        slot: null,
        wrapped: null,
        context: this.#config.context,
        created: new Date(),
        retired: null,
      })
      .then((row) => {
        this.#sealing.set(tenant, { keyId: keyIdBytes(row.id), row })
      })
      .finally(() => this.#obtaining.delete(tenant))
    this.#obtaining.set(tenant, obtaining)
    return obtaining
  }

  /** Throws openFailed, class untrusted or tampered. Two that ask for the same at the same time share one call. */
  open(keyPart: KeyPart, context: OpenContext, label: string, onCall?: OnCall): KeyObject | Promise<KeyObject> {
    const id = keyIdText(keyPart.keyId)
    const row = this.#rows.get(id)
    try {
      if (row !== undefined) {
        const answer = this.#decrypt(id, row, keyPart.wrapped, context, onCall)
        if (!(answer instanceof Promise)) return answer
        return named(answer, label)
      }
    } catch (error) {
      throw nameFailure(error, label)
    }
    // The envelope is a view that may be gone when the row is here.
    const wrapped = Buffer.from(keyPart.wrapped)
    return named(
      this.#trustedRow(id).then((found) => this.#decrypt(id, found, wrapped, context, onCall)),
      label,
    )
  }

  /**
   * The same data key under the present KMS key and pairs, as a key part; undefined when it is so wrapped already. The bytes
   * of `keyPart` are copied. Rejects with openFailed, class untrusted or tampered.
   */
  async rewrap(
    keyPart: KeyPart,
    record: OpenContext,
    label: string,
    isPresent: (row: KeyRow) => boolean,
  ): Promise<Buffer | undefined> {
    const id = keyIdText(keyPart.keyId)
    const wrapped = Buffer.from(keyPart.wrapped)
    try {
      const from = this.#rows.get(id) ?? (await this.#trustedRow(id))
      checkTenant(from.tenant, record.tenant)
      if (isPresent(from)) return undefined
      if (!this.#sealing.has(from.tenant)) await this.#obtainRow(from.tenant)
      const to = this.#sealing.get(from.tenant)!
      const contexts = [dataKeyContext(record, from), dataKeyContext(record, to.row)] as const
      const blob = await this.#provider.rewrap(from.arn, wrapped, ...contexts)
      return encodeKeyPart(keySource.kms, to.keyId, blob)
    } catch (error) {
      throw nameFailure(error, label)
    }
  }

  async #trustedRow(id: string): Promise<KeyRow> {
    const row = await this.#store.trustedRow(id, 'kms')
    if (this.#rows.size >= maxKeptRows) this.#rows.clear()
    this.#rows.set(id, row)
    return row
  }

  #decrypt(
    id: string,
    row: KeyRow,
    wrapped: Buffer,
    record: OpenContext,
    onCall: OnCall | undefined,
  ): KeyObject | Promise<KeyObject> {
    checkTenant(row.tenant, record.tenant)
    const decrypt = (told?: OnCall) => this.#provider.decrypt(row.arn, wrapped, dataKeyContext(record, row), told)
    if (this.#provider.immediate) return secretKey(decrypt() as Buffer)
    const name = JSON.stringify([id, wrapped.toString('latin1'), record.table, record.record])
    const flight = this.#opening.get(name) ?? this.#begin(name, decrypt)
    if (onCall !== undefined) flight.waiting.push(onCall)
    return flight.key
  }

  #begin(name: string, decrypt: (told: OnCall) => Buffer | Promise<Buffer>): Flight {
    const waiting: OnCall[] = []
    const key = Promise.resolve(
      decrypt((requestId) => {
        for (const told of waiting) told(requestId)
      }),
    )
      .then(secretKey)
      .finally(() => this.#opening.delete(name))
    const flight = { key, waiting }
    this.#opening.set(name, flight)
    return flight
  }
}

function named<T>(answer: Promise<T>, label: string): Promise<T> {
  return answer.catch((error: unknown) => {
    throw nameFailure(error, label)
  })
}
