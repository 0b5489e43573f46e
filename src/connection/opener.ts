// Rows of a result, opened. It is long so that all that decides whether a stored value is opened, with which key and for which
// row, stands in one place.
import type { KeyObject } from 'node:crypto'
import type { MappedColumn } from '../catalog/catalog.ts'
import { PgsealError, unreachable } from '../errors.ts'
import type { KeyRing } from '../keys/key-ring.ts'
import type { OpenCounter, StatementAudit } from '../observe/audit/statement-audit.ts'
import type { ColumnCounts, Counts } from '../observe/counts.ts'
import { keySource, type ParsedEnvelope, parseEnvelope } from '../seal/envelope.ts'
import { openValue } from '../seal/open-value.ts'
import type { SealedValue } from '../seal/sealed-column.ts'
import { readSealedRecord } from '../seal/sealed-record.ts'
import { readRefused } from '../sql/access.ts'
import type { Operand, ResultRow, SealedResult } from '../sql/plan.ts'
import type { TypeCodec } from '../types/codec.ts'
import { codecs } from '../types/codecs.ts'
import { computation } from '../types/functions.ts'
import type { LogicalType } from '../types/logical-type.ts'
import { applyMask } from '../types/mask.ts'
import type { ValueSettings } from '../types/value-settings.ts'
import { readDataRow } from '../wire/data-row.ts'
import type { RowSink } from '../wire/row-sink.ts'
import { formatOf, sameFormats, serverFormats } from './formats.ts'
import type { Pieces, Place } from './nested-text.ts'
import { composed, MemberTeller, piecesOf } from './nested-value.ts'
import { ofRow, operandValue } from './operand-value.ts'
import type { SealedHere } from './prepared.ts'
import { RowTeller } from './row-teller.ts'
import { noTokenKeys, type TokenKeys, tokenFor } from './tokens.ts'

/** Keys kept that had to be asked for: a long result of rows with a key each must not hold all of them. */
const maxAsked = 4096

/** What tells the row of a value; `tenantOf` is of the row of the last recordOf. */
type Teller = { recordOf(frame: Buffer, offsets: Int32Array): Buffer | undefined; readonly tenantOf: string }

/** A nested value of a row that was cut already: asking for its keys again must not begin anew. */
type NestedValue = { readonly pieces: Pieces; readonly places: ReadonlyMap<Place, OpenedPlace> }

type OpenedPlace = { readonly column: OpenedColumn; ready: boolean }
const noTerms: readonly Buffer[] = []

/** `operand`: whose parameters are the leaves, in order. */
type Combined = {
  readonly operand: Operand
  readonly leaves: readonly {
    readonly place: number
    readonly column: OpenedColumn | undefined
    readonly type: LogicalType
  }[]
}

type OpenedColumn = {
  /** Set once all columns are known. */
  combined: Combined | undefined
  readonly index: number
  readonly result: SealedResult
  readonly codec: TypeCodec
  readonly compute: ReturnType<typeof computation> | undefined
  readonly binary: boolean
  /** Of each origin, where values opened are counted. */
  counters: readonly OpenCounter[] | undefined
  /** The same for metrics. */
  readonly opens: readonly ColumnCounts[]
  /** For each origin, what tells its row; undefined where nothing does. */
  readonly tellers: readonly (Teller | undefined)[]
  /** Of the row at hand. */
  envelope: ParsedEnvelope | undefined
  terms: readonly Buffer[]
  origin: MappedColumn | undefined
  /** Nothing tells the row of the value, so that the record is only what the envelope says. */
  unchecked: boolean
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
  /** By place in the server's row: 1 where the client does not see it. */
  private readonly hidden: Uint8Array
  private readonly tellers: readonly RowTeller[]
  private readonly counts: Counts
  private readonly ownKeyRing: KeyRing
  private readonly resultFormats: readonly number[]
  private keyRing: KeyRing
  private audit: StatementAudit | undefined
  private readonly settings: ValueSettings
  private readonly sealedHere: SealedHere | undefined
  private readonly constantKey: KeyObject | undefined
  private readonly tokenKeys: TokenKeys
  /** The key part opened last: the sealed columns of a row share one, so it saves all but one unwrapping a row. */
  private lastEnvelope: ParsedEnvelope | undefined
  private lastKey: KeyObject | undefined
  private lastNamedKey = ''
  private lastTenant: string | undefined
  /** Keys that had to be asked for, by named key and key part: none is asked for twice in one statement. */
  private readonly nested = new WeakMap<Buffer, Map<number, NestedValue>>()
  private readonly asked = new Map<string, KeyObject | Promise<KeyObject>>()
  /** Values opened so far, for the log. */
  opened = 0

  constructor(options: {
    readonly results: readonly (SealedResult | undefined)[]
    /** Places in `results` that are not the client's. */
    readonly hidden: readonly number[]
    /** As the client asked for them, of the columns that it sees. */
    readonly resultFormats: readonly number[]
    readonly keyRing: KeyRing
    readonly settings: ValueSettings
    readonly sealedHere: SealedHere | undefined
    readonly constantKey: KeyObject | undefined
    readonly tokenKeys?: TokenKeys | undefined
    readonly counts: Counts
  }) {
    this.width = options.results.length
    this.offsets = new Int32Array(2 * this.width)
    this.ownKeyRing = options.keyRing
    this.resultFormats = options.resultFormats
    this.keyRing = options.keyRing
    this.settings = options.settings
    this.sealedHere = options.sealedHere
    this.constantKey = options.constantKey
    this.tokenKeys = options.tokenKeys ?? noTokenKeys
    this.counts = options.counts
    this.hidden = new Uint8Array(this.width)
    for (const place of options.hidden) this.hidden[place] = 1
    const formats = serverFormats(options.results, options.hidden, options.resultFormats)
    const tellers = new Map<string, RowTeller>()
    const tellerOf = (row: ResultRow | undefined): RowTeller | undefined => {
      if (row === undefined) return undefined
      const key = `${row.rule.template} ${row.columns.join()}`
      const teller = tellers.get(key) ?? new RowTeller(row, (column) => formats[column] === 1)
      tellers.set(key, teller)
      return teller
    }
    const columns: OpenedColumn[] = []
    let seen = 0
    options.results.forEach((result, index) => {
      const place = seen
      if (this.hidden[index] === 0) seen += 1
      if (result === undefined) return
      const binary = formatOf(options.resultFormats, place) === 1
      columns.push({
        index,
        result,
        codec: codecs[result.logical.name],
        compute: result.computed === undefined ? undefined : computation(result.computed),
        binary,
        combined: undefined,
        counters: undefined,
        opens: result.origins.map((origin) => options.counts.column(origin.column.label)),
        tellers: result.rows.map(tellerOf),
        unchecked: false,
        envelope: undefined,
        terms: noTerms,
        origin: undefined,
        key: undefined,
        stored: undefined,
        asNull: false,
        masked: false,
      })
    })
    this.columns = columns
    for (const column of columns) {
      const { combined } = column.result
      if (combined === undefined) continue
      const leaves = combined.leaves.map(({ place, type }) => {
        return { place, column: columns.find(({ index }) => index === place), type }
      })
      column.combined = { operand: ofRow(combined.operand, 0), leaves }
    }
    this.tellers = [...tellers.values()]
  }

  /**
   * Can open the result of another execution of its plan, with the same formats, settings and keys: nothing in it is of this
   * one alone. Not for values that the statement itself has sealed.
   */
  get reusable(): boolean {
    return this.sealedHere === undefined && this.constantKey === undefined
  }

  /** The execution is over: lets go of its keys and values, and of what counts them. */
  rest(): void {
    this.lastEnvelope = undefined
    this.lastKey = undefined
    if (this.asked.size > 0) this.asked.clear()
    this.opened = 0
    this.keyRing = this.ownKeyRing
    this.audit = undefined
    for (const column of this.columns) {
      column.counters = undefined
      column.envelope = undefined
      column.terms = noTerms
      column.key = undefined
      column.stored = undefined
    }
  }

  /** True when an execution with these would have the same opener. */
  fits(resultFormats: readonly number[], keyRing: KeyRing, settings: ValueSettings): boolean {
    return this.ownKeyRing === keyRing && this.settings === settings && sameFormats(this.resultFormats, resultFormats)
  }

  /** From now on values count for this execution, whose key ring this is. */
  countFor(audit: StatementAudit, keyRing: KeyRing): void {
    this.keyRing = keyRing
    this.audit = audit
    // What is known from an earlier execution is asked for again, so that it is told for this one too.
    this.lastEnvelope = undefined
    for (const column of this.columns) {
      column.counters = column.result.origins.map((origin) => audit.counter(origin.column.label))
    }
  }

  /**
   * Opens the DataRow `frame` and writes it to `writer`; or returns a promise when keys must be waited for: then nothing
   * was written, and the same frame is to be given again once it has settled. Throws XX001 on anything that cannot be
   * opened, and what the key ring throws.
   */
  open(frame: Buffer, writer: RowSink): Promise<unknown> | undefined {
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
    for (const teller of this.tellers) teller.forget()
    let waiting: Promise<unknown>[] | undefined
    for (const column of this.columns) {
      const promise = this.findKey(frame, column)
      if (promise !== undefined) (waiting ??= []).push(promise)
    }
    return waiting === undefined ? undefined : waiting.length === 1 ? waiting[0] : Promise.all(waiting)
  }

  private findKey(frame: Buffer, column: OpenedColumn): Promise<unknown> | undefined {
    if (column.result.nested !== undefined) return this.findNestedKeys(frame, column)
    column.envelope = undefined
    column.unchecked = false
    column.stored = undefined
    column.asNull = false
    column.masked = false
    const length = this.offsets[2 * column.index + 1]!
    if (length === -1) return undefined
    const start = this.offsets[2 * column.index]!
    const first = column.result.origins[0]!
    const value = readSealedRecord(first.physical!, frame, start, start + length, first.column.label)
    return this.prepare(frame, column, value)
  }

  private findNestedKeys(frame: Buffer, column: OpenedColumn): Promise<unknown> | undefined {
    const value = this.nestedValue(frame, column)
    if (value === undefined) return undefined
    let waiting: Promise<unknown>[] | undefined
    for (const [{ value: stored }, place] of value.places) {
      if (place.ready) continue
      const key = this.prepare(frame, place.column, stored)
      if (key instanceof Promise) {
        const told = key.then((object) => {
          place.column.key = object
          place.ready = true
        })
        ;(waiting ??= []).push(told)
      } else place.ready = true
    }
    return waiting === undefined ? undefined : Promise.all(waiting)
  }

  /** The nested value of this row, undefined where it is NULL. */
  private nestedValue(frame: Buffer, column: OpenedColumn): NestedValue | undefined {
    const length = this.offsets[2 * column.index + 1]!
    if (length === -1) return undefined
    let values = this.nested.get(frame)
    if (values === undefined) this.nested.set(frame, (values = new Map()))
    const known = values.get(column.index)
    if (known !== undefined) return known
    const start = this.offsets[2 * column.index]!
    const { nested, origins } = column.result
    const pieces = piecesOf(nested!, frame.subarray(start, start + length), origins[0]!.column.label)
    const places = new Map<Place, OpenedPlace>()
    for (const piece of pieces) {
      if (piece !== null && typeof piece !== 'string') {
        places.set(piece, { column: this.placeColumn(column.index, piece), ready: false })
      }
    }
    const value = { pieces, places }
    values.set(column.index, value)
    return value
  }

  private placeColumn(index: number, { shape, members }: Place): OpenedColumn {
    const { leaf, row } = shape
    const teller = row === undefined ? undefined : new MemberTeller(row.rule, members ?? [])
    return {
      index,
      result: { ...leaf, rows: [] },
      codec: codecs[leaf.logical.name],
      compute: undefined,
      combined: undefined,
      binary: false,
      counters: leaf.origins.flatMap(({ column }) => this.audit?.counter(column.label) ?? []),
      opens: leaf.origins.map(({ column }) => this.counts.column(column.label)),
      tellers: leaf.origins.map(() => teller),
      envelope: undefined,
      terms: [],
      origin: undefined,
      unchecked: false,
      key: undefined,
      stored: undefined,
      asNull: false,
      masked: false,
    }
  }

  /** Finds out what a stored value is and what opens it: a promise where its key must be waited for. */
  private prepare(frame: Buffer, column: OpenedColumn, value: SealedValue): Promise<KeyObject> | undefined {
    const origins = column.result.origins
    const first = origins[0]!
    const label = first.column.label
    const envelope = parseEnvelope(value.envelope, label)
    column.envelope = envelope
    column.terms = value.terms
    let at = 0
    if (envelope.labelTag !== first.column.labelTag && origins.length > 1) {
      at = Math.max(
        0,
        origins.findIndex((candidate) => candidate.column.labelTag === envelope.labelTag),
      )
    }
    const origin = origins[at]!
    column.origin = origin
    if (this.sealedHere !== undefined) {
      column.stored = this.sealedHere.get(value.envelope.toString('latin1'))
      if (column.stored !== undefined) {
        if (column.tellers[at] !== undefined) this.rowOf(frame, column, at, envelope)
        return undefined
      }
    }
    if (envelope.source === keySource.statement) {
      if (this.constantKey === undefined) {
        throw new PgsealError('openFailed', { column: label }, { logDetail: 'a statement key was found stored' })
      }
      column.key = this.constantKey
      return undefined
    }
    if (column.result.reading.as !== 'value' && !this.opensFor(column, value, label)) return undefined
    const tenant = this.rowOf(frame, column, at, envelope)
    const namedKey = origin.column.namedKey
    if (
      this.lastEnvelope !== undefined &&
      this.lastNamedKey === namedKey &&
      this.lastTenant === tenant &&
      this.lastEnvelope.hasKeyPartOf(envelope)
    ) {
      column.key = this.lastKey
      return undefined
    }
    const key = this.askFor(envelope, origin, tenant)
    if (key instanceof Promise) return key
    column.key = key
    // The insecure test key is that of every row: each is asked for, so that each is told.
    if (envelope.source === keySource.insecureTestKey) return undefined
    this.lastEnvelope = envelope
    this.lastKey = key
    this.lastNamedKey = namedKey
    this.lastTenant = tenant
    return undefined
  }

  /**
   * Holds the envelope's record against the row that the value stands in; gives the row's tenant, '' without one, undefined
   * where the row is not known. A value that was moved to another row ends here, before any key is asked for.
   */
  private rowOf(frame: Buffer, column: OpenedColumn, at: number, envelope: ParsedEnvelope): string | undefined {
    const origin = column.result.origins[at]!
    const teller = column.tellers[at]
    if (teller === undefined) {
      column.unchecked = origin.hasRecord
      if (origin.hasRecord) return undefined
      if (envelope.record.length !== 0) throw moved(origin, 'a record without a template')
      return ''
    }
    const record = teller.recordOf(frame, this.offsets)
    if (record === undefined) throw moved(origin, 'a value in a row without a record')
    if (!record.equals(envelope.record)) throw moved(origin, 'record mismatch: the value is of another row')
    return teller.tenantOf
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
  private askFor(
    envelope: ParsedEnvelope,
    origin: MappedColumn,
    tenant: string | undefined,
  ): KeyObject | Promise<KeyObject> {
    const { namedKey, label } = origin.column
    const { record: bytes } = envelope
    const context = { table: origin.table, record: bytes.length === 0 ? '' : bytes.toString('utf8'), tenant }
    // A KMS data key is never at hand; a branch key mostly is, and then no name is made.
    const { source } = envelope
    if (source !== keySource.kms && this.asked.size === 0) {
      const key = this.keyRing.open(namedKey, envelope, context, label)
      if (!(key instanceof Promise)) return key
      return this.keep(keyName(envelope, namedKey, tenant), key)
    }
    const name = keyName(envelope, namedKey, tenant)
    const known = this.asked.get(name)
    if (known !== undefined) return known
    const key = this.keyRing.open(namedKey, envelope, context, label)
    if (key instanceof Promise) return this.keep(name, key)
    if (source !== keySource.insecureTestKey) this.asked.set(name, key)
    return key
  }

  private keep(name: string, key: Promise<KeyObject>): Promise<KeyObject> {
    if (this.asked.size >= maxAsked) this.asked.delete(this.asked.keys().next().value!)
    this.asked.set(name, key)
    void key
      .then((object) => {
        if (this.asked.get(name) === key) this.asked.set(name, object)
      })
      .catch(() => undefined)
    return key
  }

  private write(frame: Buffer, writer: RowSink): void {
    writer.begin()
    try {
      let field = 0
      for (const column of this.columns) {
        for (; field < column.index; field += 1) this.copy(frame, field, writer)
        const length = this.offsets[2 * field + 1]!
        field += 1
        // Asked for only to compute another column.
        if (this.hidden[column.index] === 1) continue
        if (column.combined !== undefined) {
          const value = this.combine(frame, column.combined)
          if (value === null) writer.nullField()
          else writer.field(column.binary ? column.codec.toBinary(value) : column.codec.toText(value, this.settings))
          continue
        }
        const { nested } = column.result
        // COALESCE of a total of no rows is no NULL.
        if (nested !== undefined && (length !== -1 || nested.steps !== undefined)) {
          this.writeNested(frame, column, writer)
          continue
        }
        if (length === -1 || column.asNull) {
          writer.nullField()
          continue
        }
        const opened = column.stored ?? this.openOne(column)
        const stored = column.compute === undefined ? opened : column.compute(opened, this.settings)
        if (stored === null) {
          writer.nullField()
          continue
        }
        writer.field(column.binary ? column.codec.toBinary(stored) : column.codec.toText(stored, this.settings))
      }
      for (; field < this.width; field += 1) this.copy(frame, field, writer)
    } catch (error) {
      writer.abandon()
      throw error
    }
    writer.end()
  }

  /** What is computed of several columns of the row. */
  private combine(frame: Buffer, { operand, leaves }: Combined): Buffer | null {
    const values = leaves.map(({ place, column, type }) => {
      const length = this.offsets[2 * place + 1]!
      if (length === -1) return null
      if (column === undefined) {
        const start = this.offsets[2 * place]!
        return frame.subarray(start, start + length)
      }
      if (column.asNull) return null
      column.stored ??= this.openOne(column)
      return codecs[type.name].toBinary(column.stored)
    })
    return operandValue(operand, { formats: [1], values }, this.settings)
  }

  private writeNested(frame: Buffer, column: OpenedColumn, writer: RowSink): void {
    const value = this.nestedValue(frame, column)
    const field = composed(column.result.nested!, value?.pieces ?? [], column.binary, this.settings, (piece) => {
      const { column: place } = value!.places.get(piece)!
      return place.asNull ? null : (place.stored ?? this.openOne(place))
    })
    if (field === null) writer.nullField()
    else writer.field(field)
  }

  private openOne(column: OpenedColumn): Buffer {
    const { column: sealed, logical } = column.origin!
    const stored = openValue(sealed, column.envelope!, column.key!, column.terms)
    this.opened += 1
    const { counters, opens } = column
    if (column.key !== this.constantKey) {
      const at = opens.length === 1 ? 0 : column.result.origins.indexOf(column.origin!)
      opens[at]!.opened += 1
      counters?.[at]?.add()
    }
    if (column.unchecked) {
      this.counts.uncheckedRecords += 1
      if (this.audit !== undefined) this.audit.unchecked += 1
    }
    const { reading } = column.result
    return column.masked && reading.as === 'mask' ? applyMask(reading.mask, stored, logical) : stored
  }

  private copy(frame: Buffer, field: number, writer: RowSink): void {
    if (this.hidden[field] === 1) return
    const start = this.offsets[2 * field]!
    const length = this.offsets[2 * field + 1]!
    if (length === -1) writer.nullField()
    else writer.field(frame, start, start + length)
  }
}

function moved(origin: MappedColumn, logDetail: string): PgsealError {
  return new PgsealError('openFailed', { column: origin.column.label }, { logDetail })
}

function keyName(envelope: ParsedEnvelope, namedKey: string, tenant: string | undefined): string {
  const { record, keyPartBytes } = envelope
  return JSON.stringify([namedKey, tenant, record.toString('latin1'), keyPartBytes.toString('latin1')])
}
