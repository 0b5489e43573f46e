import type { KeyObject } from 'node:crypto'
import type { MappedColumn } from '../catalog/catalog.ts'
import { PgsealError, unreachable } from '../errors.ts'
import type { KeyRing } from '../keys/key-ring.ts'
import type { OpenCounter, StatementAudit } from '../observe/audit/statement-audit.ts'
import { type Envelope, keySource, parseEnvelope } from '../seal/envelope.ts'
import { openValue } from '../seal/open-value.ts'
import type { SealedValue } from '../seal/sealed-column.ts'
import { readSealedRecord } from '../seal/sealed-record.ts'
import { readRefused } from '../sql/access.ts'
import type { SealedResult } from '../sql/plan.ts'
import type { TypeCodec } from '../types/codec.ts'
import { codecs } from '../types/codecs.ts'
import { applyMask } from '../types/mask.ts'
import type { ValueSettings } from '../types/value-settings.ts'
import { readDataRow } from '../wire/data-row.ts'
import type { RowWriter } from '../wire/row-writer.ts'
import type { SealedHere } from './prepared.ts'
import { noTokenKeys, type TokenKeys, tokenFor } from './tokens.ts'

type OpenedColumn = {
  readonly index: number
  readonly result: SealedResult
  readonly codec: TypeCodec
  readonly binary: boolean
  /** Of each origin, where values opened are counted. */
  counters: readonly OpenCounter[] | undefined
  /** Of the row at hand. */
  envelope: Envelope | undefined
  terms: readonly Buffer[]
  origin: MappedColumn | undefined
  key: KeyObject | undefined
  /** Already known: sealed by this statement, or the same for every value. */
  stored: Buffer | undefined
  /** Given as NULL, whatever it is. */
  asNull: boolean
  /** The opened value is not given as it is. */
  masked: boolean
}

/**
 * Opens the rows of one result and writes them as the client asked for them. Sealed columns arrive in binary. Works on
 * one row at a time and meets no promise as long as every data key can be had at once; a branch key at hand is enough.
 */
export class Opener {
  private readonly offsets: Int32Array
  private readonly columns: readonly OpenedColumn[]
  private readonly width: number
  private keyRing: KeyRing
  private readonly settings: ValueSettings
  private readonly sealedHere: SealedHere | undefined
  private readonly constantKey: KeyObject | undefined
  private readonly tokenKeys: TokenKeys
  /** The key part opened last: the sealed columns of a row share one, so it saves all but one unwrapping a row. */
  private lastKeyPart: Buffer | undefined
  private lastKey: KeyObject | undefined
  private lastNamedKey = ''
  /** Keys that had to be asked for, by named key and key part: none is asked for twice in one statement. */
  private readonly asked = new Map<string, KeyObject | Promise<KeyObject>>()
  /** Values opened so far, for the log. */
  opened = 0

  constructor(options: {
    readonly results: readonly (SealedResult | undefined)[]
    readonly resultFormats: readonly number[]
    readonly keyRing: KeyRing
    readonly settings: ValueSettings
    readonly sealedHere: SealedHere | undefined
    readonly constantKey: KeyObject | undefined
    readonly tokenKeys?: TokenKeys | undefined
  }) {
    this.width = options.results.length
    this.offsets = new Int32Array(2 * this.width)
    this.keyRing = options.keyRing
    this.settings = options.settings
    this.sealedHere = options.sealedHere
    this.constantKey = options.constantKey
    this.tokenKeys = options.tokenKeys ?? noTokenKeys
    const columns: OpenedColumn[] = []
    options.results.forEach((result, index) => {
      if (result === undefined) return
      const binary = formatOf(options.resultFormats, index) === 1
      columns.push({
        index,
        result,
        codec: codecs[result.logical.name],
        binary,
        counters: undefined,
        envelope: undefined,
        terms: [],
        origin: undefined,
        key: undefined,
        stored: undefined,
        asNull: false,
        masked: false,
      })
    })
    this.columns = columns
  }

  /** From now on values count for this execution, whose key ring this is. */
  countFor(audit: StatementAudit, keyRing: KeyRing): void {
    this.keyRing = keyRing
    for (const column of this.columns) {
      column.counters = column.result.origins.map((origin) => audit.counter(origin.column.label))
    }
  }

  /**
   * Opens the DataRow `frame` and writes it to `writer`; or returns a promise when keys must be waited for: then nothing
   * was written, and the same frame is to be given again once it has settled. Throws XX001 on anything that cannot be
   * opened, and what the key ring throws.
   */
  open(frame: Buffer, writer: RowWriter): Promise<unknown> | undefined {
    const waiting = this.findKeys(frame)
    if (waiting !== undefined) return waiting
    this.write(frame, writer)
    return undefined
  }

  /** Asks for the keys of a later row, so that many are under way at once; undefined when all are at hand. */
  askAhead(frame: Buffer): Promise<unknown> | undefined {
    return this.findKeys(frame)
  }

  private findKeys(frame: Buffer): Promise<unknown> | undefined {
    if (readDataRow(frame, this.offsets) !== this.width) {
      throw new PgsealError('openFailed', { column: '' }, { logDetail: 'number of fields in a row' })
    }
    let waiting: Promise<unknown>[] | undefined
    for (const column of this.columns) {
      const promise = this.findKey(frame, column)
      if (promise !== undefined) (waiting ??= []).push(promise)
    }
    return waiting === undefined ? undefined : waiting.length === 1 ? waiting[0] : Promise.all(waiting)
  }

  private findKey(frame: Buffer, column: OpenedColumn): Promise<unknown> | undefined {
    column.envelope = undefined
    column.stored = undefined
    column.asNull = false
    column.masked = false
    const length = this.offsets[2 * column.index + 1]!
    if (length === -1) return undefined
    const start = this.offsets[2 * column.index]!
    const origins = column.result.origins
    const first = origins[0]!
    const physical = first.physical!
    const label = first.column.label
    const value = readSealedRecord(physical, frame, start, start + length, label)
    if (this.sealedHere !== undefined) {
      column.stored = this.sealedHere.get(value.envelope.toString('latin1'))
      if (column.stored !== undefined) return undefined
    }
    const envelope = parseEnvelope(value.envelope, label)
    column.envelope = envelope
    column.terms = value.terms
    let origin = first
    if (envelope.labelTag !== first.column.labelTag && origins.length > 1) {
      origin = origins.find((candidate) => candidate.column.labelTag === envelope.labelTag) ?? first
    }
    column.origin = origin
    if (envelope.keyPart.source === keySource.statement) {
      if (this.constantKey === undefined) {
        throw new PgsealError('openFailed', { column: label }, { logDetail: 'a statement key was found stored' })
      }
      column.key = this.constantKey
      return undefined
    }
    if (column.result.reading.as !== 'value' && !this.opensFor(column, value, label)) return undefined
    if (envelope.record.length !== 0) {
      throw new PgsealError('openFailed', { column: label }, { logDetail: 'a record without a template' })
    }
    const namedKey = origin.column.namedKey
    if (
      this.lastKeyPart !== undefined &&
      this.lastNamedKey === namedKey &&
      this.lastKeyPart.equals(envelope.keyPartBytes)
    ) {
      column.key = this.lastKey
      return undefined
    }
    const key = this.askFor(envelope, origin)
    if (key instanceof Promise) return key
    column.key = key
    this.lastKeyPart = envelope.keyPartBytes
    this.lastKey = key
    this.lastNamedKey = namedKey
    return undefined
  }

  /** Where stored values are not given as they are: whether the value at hand must be opened nevertheless. */
  private opensFor(column: OpenedColumn, value: SealedValue, label: string): boolean {
    const { reading } = column.result
    switch (reading.as) {
      case 'value':
        return true
      case 'refused':
        throw readRefused(reading.by, label)
      case 'null':
        column.asNull = true
        return false
      case 'token':
        column.stored = tokenFor(column.origin!, column.envelope!.labelTag, value, this.tokenKeys)
        return false
      case 'mask':
        if (reading.mask.kind === 'constant') column.stored = reading.mask.stored
        column.masked = true
        return reading.mask.kind === 'template'
      default:
        return unreachable(reading)
    }
  }

  /** The data key, asked for at most once in a statement where it is not at hand. */
  private askFor(envelope: Envelope, origin: MappedColumn): KeyObject | Promise<KeyObject> {
    const { namedKey, label } = origin.column
    // A KMS data key is never at hand; a branch key mostly is, and then no name is made.
    if (envelope.keyPart.source !== keySource.kms && this.asked.size === 0) {
      const key = this.keyRing.open(namedKey, envelope.keyPart, { table: origin.table, record: '', tenant: '' }, label)
      if (!(key instanceof Promise)) return key
      return this.keep(keyName(envelope, namedKey), key)
    }
    const name = keyName(envelope, namedKey)
    const known = this.asked.get(name)
    if (known !== undefined) return known
    const key = this.keyRing.open(namedKey, envelope.keyPart, { table: origin.table, record: '', tenant: '' }, label)
    if (key instanceof Promise) return this.keep(name, key)
    this.asked.set(name, key)
    return key
  }

  private keep(name: string, key: Promise<KeyObject>): Promise<KeyObject> {
    this.asked.set(name, key)
    void key.then((object) => this.asked.set(name, object)).catch(() => undefined)
    return key
  }

  private write(frame: Buffer, writer: RowWriter): void {
    writer.begin()
    try {
      let field = 0
      for (const column of this.columns) {
        for (; field < column.index; field += 1) this.copy(frame, field, writer)
        const length = this.offsets[2 * field + 1]!
        field += 1
        if (length === -1 || column.asNull) {
          writer.nullField()
          continue
        }
        const stored = column.stored ?? this.openOne(column)
        writer.field(column.binary ? column.codec.toBinary(stored) : column.codec.toText(stored, this.settings))
      }
      for (; field < this.width; field += 1) this.copy(frame, field, writer)
    } catch (error) {
      writer.abandon()
      throw error
    }
    writer.end()
  }

  private openOne(column: OpenedColumn): Buffer {
    const { column: sealed, logical } = column.origin!
    const stored = openValue(sealed, column.envelope!, column.key!, column.terms)
    this.opened += 1
    const { counters } = column
    if (counters !== undefined && column.key !== this.constantKey) {
      counters[counters.length === 1 ? 0 : column.result.origins.indexOf(column.origin!)]?.add()
    }
    const { reading } = column.result
    return column.masked && reading.as === 'mask' ? applyMask(reading.mask, stored, logical) : stored
  }

  private copy(frame: Buffer, field: number, writer: RowWriter): void {
    const start = this.offsets[2 * field]!
    const length = this.offsets[2 * field + 1]!
    if (length === -1) writer.nullField()
    else writer.field(frame, start, start + length)
  }
}

function keyName(envelope: Envelope, namedKey: string): string {
  return `${namedKey} ${envelope.keyPartBytes.toString('latin1')}`
}

/** The format code that a Bind's list gives column or parameter `index`: none is text, one is for all. */
export function formatOf(formats: readonly number[], index: number): number {
  return formats.length === 0 ? 0 : formats.length === 1 ? formats[0]! : (formats[index] ?? 0)
}
