import { envelopeFormat, envelopeSuite, paddedFlag } from './envelope.ts'
import { encodeParts } from './parts.ts'
import type { SealedColumn } from './sealed-column.ts'

type ColumnParts = {
  /** Everything before the record: without padding, with padding. */
  readonly plain: Buffer
  readonly padded: Buffer
  /** For each term: length of its name, name. */
  readonly termNames: readonly Buffer[]
}

/** What is constant for a column is encoded once. */
const partsOfColumn = new WeakMap<SealedColumn, ColumnParts>()

let scratch = Buffer.allocUnsafeSlow(1024)
/** Of the last call: most have the same length. */
let view = scratch

/**
 * Associated data of a value: docs/envelope-format.md section 4.
 * The result lies in a buffer that the next call overwrites: give it to setAAD, which copies, at once.
 */
export function associatedData(column: SealedColumn, flags: number, record: Buffer, terms: readonly Buffer[]): Buffer {
  const parts = partsOfColumn.get(column) ?? prepare(column)
  const prefix = (flags & paddedFlag) === 0 ? parts.plain : parts.padded
  let length = prefix.length + 4 + record.length
  for (let i = 0; i < terms.length; i++) length += parts.termNames[i]!.length + 4 + terms[i]!.length
  if (length > scratch.length) scratch = Buffer.allocUnsafeSlow(length * 2)
  const bytes = scratch
  bytes.set(prefix)
  let at = bytes.writeUInt32BE(record.length, prefix.length)
  if (record.length > 0) {
    bytes.set(record, at)
    at += record.length
  }
  for (let i = 0; i < terms.length; i++) {
    const name = parts.termNames[i]!
    const term = terms[i]!
    bytes.set(name, at)
    at = bytes.writeUInt32BE(term.length, at + name.length)
    bytes.set(term, at)
    at += term.length
  }
  if (view.length !== length || view.buffer !== bytes.buffer) view = bytes.subarray(0, length)
  return view
}

function prepare(column: SealedColumn): ColumnParts {
  const parts = {
    plain: prefix(column, 0),
    padded: prefix(column, paddedFlag),
    termNames: column.terms.map((name) => encodeParts([name])),
  }
  partsOfColumn.set(column, parts)
  return parts
}

function prefix(column: SealedColumn, flags: number): Buffer {
  return encodeParts([
    Buffer.from([envelopeFormat]),
    Buffer.from([envelopeSuite]),
    Buffer.from([flags]),
    column.label,
    column.logicalType,
    column.namedKey,
  ])
}
