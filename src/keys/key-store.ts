/** kms: a KMS key in use under a named key. branch: a wrapped branch key. index: an index key, wrapped or derived by MAC. */
export type KeyKind = 'kms' | 'branch' | 'index'

export type ProviderName = 'aws' | 'transit' | 'local' | 'insecure-test-key'

/**
 * A row of pgseal.keys, never deleted while a value names it. What changes is `slot`, `retired` and, when the key that it
 * holds is wrapped anew, `arn`, `wrapped` and `context` together.
 */
export type KeyRow = {
  /** UUID in lower case with hyphens; its 16 bytes are the key id of envelopes. */
  readonly id: string
  readonly kind: KeyKind
  readonly namedKey: string
  readonly provider: ProviderName
  /** The KMS key as the provider names it: an ARN for aws, the line's id for local, '' for insecure-test-key. */
  readonly arn: string
  /** '' without one. */
  readonly tenant: string
  /** Index keys only; '' for other kinds. Column `index_group`. */
  readonly group: string
  /** Index keys only: one `current` and at most one `next` for each group; null for other kinds and for index keys of the past. */
  readonly slot: 'current' | 'next' | null
  /** The key under the KMS key; null for kind kms and for an index key that a MAC derives. */
  readonly wrapped: Buffer | null
  /** The map's own pairs in force when the row was made: they are part of the encryption context of what it wraps. */
  readonly context: Readonly<Record<string, string>>
  /** To the millisecond: its ISO text is part of the encryption context. */
  readonly created: Date
  /** Set by shred alone: the tenant's keys seal and open nothing any more. */
  readonly retired: Date | null
}

/**
 * The table pgseal.keys, as the key ring needs it. The control room implements it.
 * A method resolves only when its effect is committed durably (synchronous_commit on), whatever the control login's default.
 * It rejects when the database can't be asked; the key ring turns that into 58000.
 */
export type KeyStore = {
  /** Adds a row; rejects when its id exists. */
  insert(row: KeyRow): Promise<void>
  /**
   * Adds the row unless one of the same identity is there, and gives the row that is there afterwards. Identity:
   * kms: named key, provider, arn, tenant and context (jsonb equality); index: group and slot. Not for branch keys.
   */
  obtain(row: KeyRow): Promise<KeyRow>
  /** The rows with these ids, in any order; unknown ids are left out. */
  find(ids: readonly string[]): Promise<readonly KeyRow[]>
  /** Whether keys of this tenant were retired. */
  tenantRetired(namedKey: string, tenant: string): Promise<boolean>
}
