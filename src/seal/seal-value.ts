import { createCipheriv } from 'node:crypto'
import { PgsealError } from '../errors.ts'
import { associatedData } from './associated-data.ts'
import { envelopeLength, maxRecordLength, nonceLength, paddedFlag, tagLength, writeEnvelopeHead } from './envelope.ts'
import { writeNonce } from './nonce.ts'
import { padPlaintext } from './padding.ts'
import type { DataKey, SealedColumn } from './sealed-column.ts'

const cipherOptions = { authTagLength: tagLength }

/**
 * Seals one value: `stored` is its stored form, `terms` are those of the column in attribute order, `record` the UTF-8 text
 * of its record. The arguments are only read; the envelope is the caller's. Throws only on a bug of the caller.
 */
export function sealValue(
  column: SealedColumn,
  key: DataKey,
  record: Buffer,
  stored: Buffer,
  terms: readonly Buffer[],
): Buffer {
  const plaintext = plaintextOf(column, stored)
  const envelope = Buffer.allocUnsafe(sealedLength(key, record, plaintext))
  writeSealed(envelope, 0, column, key, record, plaintext, terms)
  return envelope
}

/** What is encrypted for a stored form: itself, or padded. */
export function plaintextOf(column: SealedColumn, stored: Buffer): Buffer {
  return column.pad > 0 ? padPlaintext(stored, column.pad) : stored
}

/** Bytes of the envelope of a plaintext. */
export function sealedLength(key: DataKey, record: Buffer, plaintext: Buffer): number {
  return envelopeLength(key.keyPart.length, record.length, plaintext.length)
}

/** Writes the envelope of a plaintext, `sealedLength` bytes, into `bytes` at `start`; the rest as for sealValue. */
export function writeSealed(
  bytes: Buffer,
  start: number,
  column: SealedColumn,
  key: DataKey,
  record: Buffer,
  plaintext: Buffer,
  terms: readonly Buffer[],
): void {
  if (terms.length !== column.terms.length) throw internal('number of terms')
  if (record.length > maxRecordLength) throw internal('length of the record')
  const flags = column.pad > 0 ? paddedFlag : 0
  const nonceStart = writeEnvelopeHead(bytes, start, flags, key.keyPart, column.labelTag, record)
  writeNonce(bytes, nonceStart)
  const ciphertextStart = nonceStart + nonceLength
  const cipher = createCipheriv('aes-256-gcm', key.key, bytes.subarray(nonceStart, ciphertextStart), cipherOptions)
  cipher.setAAD(associatedData(column, flags, record, terms))
  const ciphertext = cipher.update(plaintext)
  // GCM is a stream: final() adds no bytes, but must run before the tag is there.
  cipher.final()
  if (ciphertext.length !== plaintext.length) throw internal('length of a ciphertext')
  bytes.set(ciphertext, ciphertextStart)
  bytes.set(cipher.getAuthTag(), ciphertextStart + ciphertext.length)
}

function internal(what: string): PgsealError {
  return new PgsealError('internal', {}, { logDetail: `sealing: ${what}` })
}
