import type { KeyObject } from 'node:crypto'

export type TermName = 'eq' | 'eq_lower' | 'ord' | 'tri'

/** What sealing and opening need to know of a column. `terms` in attribute order. */
export type SealedColumn = {
  readonly label: string
  /** First 4 bytes of SHA-256(label), big-endian. */
  readonly labelTag: number
  /** Name of the logical type without length or precision, as bound into the value. */
  readonly logicalType: string
  readonly namedKey: string
  /** Plaintext is padded to a multiple of this many bytes; 0 is no padding. */
  readonly pad: number
  readonly terms: readonly TermName[]
}

/** A composite type of schema pgseal: its OID and those of its attributes' domains, as record_send writes them. */
export type PhysicalType = {
  readonly oid: number
  readonly name: string
  readonly versionOid: number
  readonly envelopeOid: number
  readonly terms: readonly { readonly name: TermName; readonly oid: number }[]
}

/** A data key ready for sealing. `keyPart` holds the envelope's bytes from `key source` to the end of `key`. */
export type DataKey = { readonly key: KeyObject; readonly keyPart: Buffer }

/** What rests in a column, taken apart. `terms` in attribute order. */
export type SealedValue = { readonly envelope: Buffer; readonly terms: readonly Buffer[] }
