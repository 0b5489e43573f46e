import type { KeyObject } from 'node:crypto'
import type { DataKey } from '../seal/sealed-column.ts'

/** What a data key is bound to beside its named key: the map's table name and the record ('' without a template). */
export type RecordContext = { readonly table: string; readonly record: string }

/** The key part of an envelope, as parsed: views into the envelope, valid as long as it is. */
export type KeyPart = { readonly source: number; readonly keyId: Buffer; readonly wrapped: Buffer }

/**
 * All data keys of the process. Answers at once where no KMS call is needed, so that hot paths meet no promise:
 * a result is a Promise only when the key service or the database must be asked.
 * Throws (or rejects with) PgsealError: 58000 outage, 53000 throttling, 42501 access denied, XX001 what cannot be opened.
 */
export type KeyRing = {
  /** One fresh data key for each context, in order, under one named key. */
  generate(namedKey: string, contexts: readonly RecordContext[]): DataKey[] | Promise<DataKey[]>
  /** The data key that the key part wraps; refused unless the map trusts its key for this named key. */
  open(namedKey: string, keyPart: KeyPart, context: RecordContext): KeyObject | Promise<KeyObject>
  /** The index key with this id, once loaded by `loadIndexKeys`. */
  indexKey(id: string): KeyObject | undefined
  loadIndexKeys(ids: readonly string[]): Promise<void>
}
