import { PgsealError } from '../errors.ts'
import { isTermLength } from './make-term.ts'
import { openFailed } from './open-failed.ts'
import { plaintextOf, sealedLength, writeSealed } from './seal-value.ts'
import type { DataKey, PhysicalType, SealedColumn, SealedValue } from './sealed-column.ts'

/** Text of attribute `v`, as json_send writes it. */
const version = 0x31
const fieldHeadLength = 8

/** Where the bytes of the envelope begin: behind the number of attributes, the whole attribute v and the head of c. */
const envelopeStart = 4 + (fieldHeadLength + 1) + fieldHeadLength

/**
 * A sealed value as record_recv reads it and record_send writes it: int32 number of attributes, then for each attribute
 * int32 type OID, int32 length, bytes. The result is the caller's.
 */
export function encodeSealedRecord(type: PhysicalType, envelope: Buffer, terms: readonly Buffer[]): Buffer {
  const bytes = recordAround(type, envelope.length, terms)
  bytes.set(envelope, envelopeStart)
  return bytes
}

/** The same of a value that is sealed for it: arguments as for sealValue. */
export function sealRecord(
  type: PhysicalType,
  column: SealedColumn,
  key: DataKey,
  record: Buffer,
  stored: Buffer,
  terms: readonly Buffer[],
): Buffer {
  const plaintext = plaintextOf(column, stored)
  const bytes = recordAround(type, sealedLength(key, record, plaintext), terms)
  writeSealed(bytes, envelopeStart, column, key, record, plaintext, terms)
  return bytes
}

/** The envelope within a record that one of both has made: a view. */
export function envelopeOf(record: Buffer): Buffer {
  return record.subarray(envelopeStart, envelopeStart + record.readInt32BE(envelopeStart - 4))
}

/** A record with room for an envelope. */
function recordAround(type: PhysicalType, envelopeLength: number, terms: readonly Buffer[]): Buffer {
  if (terms.length !== type.terms.length) {
    throw new PgsealError('internal', {}, { logDetail: 'sealed record: number of terms' })
  }
  let length = envelopeStart + envelopeLength
  for (let i = 0; i < terms.length; i++) length += fieldHeadLength + terms[i]!.length
  const bytes = Buffer.allocUnsafe(length)
  bytes.writeInt32BE(2 + terms.length, 0)
  bytes.writeUInt32BE(type.versionOid, 4)
  bytes.writeInt32BE(1, 8)
  bytes[12] = version
  bytes.writeUInt32BE(type.envelopeOid, envelopeStart - fieldHeadLength)
  bytes.writeInt32BE(envelopeLength, envelopeStart - 4)
  let at = envelopeStart + envelopeLength
  for (let i = 0; i < terms.length; i++) at = writeField(bytes, at, type.terms[i]!.oid, terms[i]!)
  return bytes
}

function writeField(bytes: Buffer, start: number, oid: number, field: Buffer): number {
  bytes.writeUInt32BE(oid, start)
  bytes.writeInt32BE(field.length, start + 4)
  bytes.set(field, start + fieldHeadLength)
  return start + fieldHeadLength + field.length
}

/**
 * Reads what record_send wrote for a value of `type` between `start` and `end`. The result holds views of `bytes`.
 * Throws openFailed, class malformed, on anything else: another number of attributes, another type, a null, left-over bytes.
 */
export function readSealedRecord(
  type: PhysicalType,
  bytes: Buffer,
  start: number,
  end: number,
  label: string,
): SealedValue {
  const envelopeHead = start + 13
  const wanted = type.terms.length + 2
  if (
    envelopeHead + fieldHeadLength > end ||
    bytes.readInt32BE(start) !== wanted ||
    bytes.readUInt32BE(start + 4) !== type.versionOid ||
    bytes.readInt32BE(start + 8) !== 1 ||
    bytes[start + 12] !== version
  ) {
    throw openFailed(label, 'malformed', 'head of the record')
  }
  let at = envelopeHead
  const envelope = field(bytes, at, end, type.envelopeOid, label)
  at += fieldHeadLength + envelope.length
  const terms: Buffer[] = []
  for (let i = 0; i < type.terms.length; i++) {
    const term = field(bytes, at, end, type.terms[i]!.oid, label)
    if (!isTermLength(type.terms[i]!.name, term.length)) throw openFailed(label, 'malformed', 'length of a term')
    terms.push(term)
    at += fieldHeadLength + term.length
  }
  if (at !== end) throw openFailed(label, 'malformed', 'bytes after the record')
  return { envelope, terms }
}

function field(bytes: Buffer, start: number, end: number, oid: number, label: string): Buffer {
  const from = start + fieldHeadLength
  if (from > end || bytes.readUInt32BE(start) !== oid) throw openFailed(label, 'malformed', 'attribute of the record')
  const length = bytes.readInt32BE(start + 4)
  if (length < 0 || length > end - from) throw openFailed(label, 'malformed', 'length of an attribute')
  return bytes.subarray(from, from + length)
}
