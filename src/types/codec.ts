import type { ValueSettings } from './value-settings.ts'

/**
 * Forms of one logical type's values. The stored form is PostgreSQL's binary send of the value: it is what is sealed, and
 * what every text spelling, driver and format of a value comes to (pitfalls B8, B20).
 *
 * All functions throw PgsealError with PostgreSQL's own SQLSTATE (22P02, 22007, 22008, 22003, 22001, 22P03, 22021) and
 * never the value. Buffers passed in are only read; what comes out is the caller's, and may share memory with the input.
 */
export type TypeCodec = {
  /** Text as a client sends it (no terminator) to stored form, as the type's input function would with this typmod. */
  fromText(text: Buffer, typmod: number, settings: ValueSettings): Buffer
  /** Binary as a client sends it to stored form, checked as the type's receive function would. */
  fromBinary(bytes: Buffer, typmod: number): Buffer
  /** Stored form to the text that PostgreSQL would send under these settings. */
  toText(stored: Buffer, settings: ValueSettings): Buffer
  /** Stored form to what PostgreSQL would send in binary. */
  toBinary(stored: Buffer): Buffer
  /** Bytes that are equal exactly when PostgreSQL's `=` says the values are equal; undefined for json, which has no `=`. */
  readonly comparisonForm: ((stored: Buffer) => Buffer) | undefined
}
