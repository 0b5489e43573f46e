// A sealed value as a field of copy data.
import type { MappedColumn } from '../catalog/catalog.ts'
import { readSealedRecord } from '../seal/sealed-record.ts'
import type { CopyOptions } from '../sql/copy-options.ts'
import type { CopyDataWriter } from '../wire/copy-data-writer.ts'

/** Writes one sealed value, given as record_send writes it. */
export type WriteSealed = (writer: CopyDataWriter, target: MappedColumn, record: Buffer) => void

/**
 * In text and csv as record_in reads it, `(1,\\x01...,\\x...)`, escaped as the format has it. Neither of both ever is the
 * text of NULL or DEFAULT: csv quotes it, and in text it holds escapes that no such text can end with.
 */
export function sealedWriter(options: CopyOptions): WriteSealed {
  if (options.format === 'binary') {
    return (writer, _target, record) => {
      writer.int32(record.length)
      writer.raw(record)
    }
  }
  const escaped = options.format === 'csv' ? csvEscaped(options) : textEscaped(options)
  const [open, next, close] = [escaped('(1,\\\\x'), escaped(',\\\\x'), escaped(')')]
  const hex = hexSafe(options) ? (text: string) => text : escaped
  const around = options.format === 'csv' ? String.fromCharCode(options.quote) : ''
  return (writer, { physical, column }, record) => {
    const { envelope, terms } = readSealedRecord(physical!, record, 0, record.length, column.label)
    writer.ascii(around + open)
    writer.ascii(hex(envelope.toString('hex')))
    for (const [at, term] of terms.entries()) {
      // Trigrams are an array, not bytes.
      if (physical!.terms[at]!.name === 'tri') writer.ascii(escaped(`,${numbersText(term)}`))
      else writer.ascii(next + hex(term.toString('hex')))
    }
    writer.ascii(close + around)
  }
}

/** An int4[] in binary as an attribute of a record's text, its commas escaped. */
function numbersText(array: Buffer): string {
  const numbers: number[] = []
  for (let at = 24; at + 4 <= array.length; at += 8) numbers.push(array.readInt32BE(at))
  return `{${numbers.join('\\,')}}`
}

function textEscaped({ delimiter }: CopyOptions): (text: string) => string {
  return (text) => escapeAll(text, new Set(['\\', String.fromCharCode(delimiter)]), '\\')
}

function csvEscaped({ quote, escaping }: CopyOptions): (text: string) => string {
  const escapes = String.fromCharCode(escaping)
  return (text) => escapeAll(text, new Set([String.fromCharCode(quote), escapes]), escapes)
}

function escapeAll(text: string, special: ReadonlySet<string>, escaping: string): string {
  let escaped = ''
  for (const character of text) escaped += special.has(character) ? escaping + character : character
  return escaped
}

/** True when no digit means anything to the format. */
function hexSafe({ format, quote, escaping }: CopyOptions): boolean {
  if (format === 'text') return true
  return ![quote, escaping].some((byte) => '0123456789abcdef'.includes(String.fromCharCode(byte)))
}
