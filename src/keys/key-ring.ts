import type { KeyObject } from 'node:crypto'
import type { DataKey } from '../seal/sealed-column.ts'
import type { KeyRow } from './key-store.ts'

/**
 * What a data key is bound to beside its named key: the map's table name, the record ('' without a template) and the tenant
 * whose keys are to be used ('' where the table has no tenant column).
 */
export type RecordContext = { readonly table: string; readonly record: string; readonly tenant: string }

/** The same of a value that is to be opened; `tenant` is undefined where the row's tenant column is not known. */
export type OpenContext = Omit<RecordContext, 'tenant'> & { readonly tenant: string | undefined }

/** The key part of an envelope, as parsed: views into the envelope, valid as long as it is. */
export type KeyPart = { readonly source: number; readonly keyId: Buffer; readonly wrapped: Buffer }

/** Told the id that a key service gave a request, whether it succeeded or not: what its own log calls it. */
export type OnCall = (requestId: string) => void

/** For `status`: a named key and the KMS keys it stands for, as the providers resolved them. */
export type NamedKeyStatus = {
  readonly name: string
  readonly kms: string
  readonly dataKeys: 'per-row' | 'branch'
  readonly arn: string
  readonly trusted: readonly string[]
  readonly indexArn: string | undefined
}

/**
 * All data keys of the process. `onCall` is told the ids of the requests made for that call. Answers at once where no KMS call is needed, so that hot paths meet no promise:
 * a result is a Promise only when the key service or the database must be asked.
 * Throws (or rejects with) PgsealError: 58000 outage, 53000 throttling, 42501 access denied, XX001 what cannot be opened.
 */
export type KeyRing = {
  /**
   * One fresh data key for each context, in order, under one named key. Once `signal` is aborted nobody wants them any more:
   * the key service is asked for no further ones, and the promise rejects.
   */
  generate(
    namedKey: string,
    contexts: readonly RecordContext[],
    onCall?: OnCall,
    signal?: AbortSignal,
  ): DataKey[] | Promise<DataKey[]>
  /**
   * The data key that the key part wraps; refused unless the map trusts its key for this named key, and where the tenant is
   * known, when it belongs to another one. `label` is for the error alone. Nothing is kept across calls but branch keys: a statement that meets a wrapped key again keeps its key.
   * Two that ask for the same key at the same time share one call, and each is told its id.
   */
  open(
    namedKey: string,
    keyPart: KeyPart,
    context: OpenContext,
    label: string,
    onCall?: OnCall,
  ): KeyObject | Promise<KeyObject>
  /**
   * The key part's data key wrapped anew under the present KMS key and pairs of the named key, as the bytes of a key part
   * (source to key); undefined when it rests on them already, or is not a KMS data key (branch keys: `rewrapRow`). Where the
   * KMS does it by itself nothing is opened. Rejects as `open` does.
   */
  rewrap(
    namedKey: string,
    keyPart: KeyPart,
    context: OpenContext,
    label: string,
    onCall?: OnCall,
  ): Promise<Buffer | undefined>
  /**
   * A row of kind branch, or index with a wrapped key, as it is with its key wrapped anew under the present KMS key and
   * pairs; undefined when nothing is to be done. The caller stores it. Rejects with openFailed when the row does not fit
   * the map or does not unwrap; the label in it is the row's id.
   */
  rewrapRow(row: KeyRow, onCall?: OnCall): Promise<KeyRow | undefined>
  /** True when the row is of the KMS key and pairs that its named key seals with under the present map. */
  isPresent(row: KeyRow): boolean | Promise<boolean>
  /** The index key with this id, once loaded by `loadIndexKeys` or `obtainIndexKey`. */
  indexKey(id: string): KeyObject | undefined
  /** Loads what is not loaded yet. */
  loadIndexKeys(ids: readonly string[]): Promise<void>
  /** Id of the group's current index key, or of the one that is to follow it, made if there is none yet, and loaded. */
  obtainIndexKey(namedKey: string, group: string, slot?: 'current' | 'next'): Promise<string>
  /**
   * 32 bytes that the named key's provider makes of a message, for the caller to wipe: KMS GenerateMac under `indexKeyId`.
   * Messages of index keys begin with a zero byte; others must not, so that no two uses meet.
   */
  mac(namedKey: string, message: Buffer, onCall?: OnCall): Promise<Buffer>
  /** The tenant's own KMS keys, the present one first; undefined where the named key has none a tenant. Rejects with tenantUnknown. */
  tenantKeys(namedKey: string, tenant: string): Promise<readonly string[] | undefined>
  /** Has one of `tenantKeys` deleted by the KMS after so many days (7 to 30): it is out of use at once. Gives the day. */
  scheduleDeletion(namedKey: string, arn: string, days: number): Promise<Date>
  status(): readonly NamedKeyStatus[]
  /** Asks the named key's service whether it is there: rejects with what it says of the key, or keyServiceUnavailable. */
  check(namedKey: string): Promise<void>
  /** Forgets every key and closes the connections of the providers. */
  close(): void
}
