// COPY FROM STDIN of sealed columns (A74 to A81). The client's data are cut into rows and fields; what is for a sealed column
// is sealed, every row under data keys of its own, everything else goes on byte for byte. Rows are sent in the order in
// which they came. As long as keys are at hand no promise is met; else the client is held until those of a batch are there.
import type { MappedColumn } from '../catalog/catalog.ts'
import { PgsealError } from '../errors.ts'
import type { KeyRing } from '../keys/key-ring.ts'
import type { StatementAudit } from '../observe/audit/statement-audit.ts'
import type { CopyIn as CopyInPlan, SealedPlan } from '../sql/plan.ts'
import { defaultValueSettings, type ValueSettings } from '../types/value-settings.ts'
import { CopyBinaryRows } from '../wire/copy-binary-rows.ts'
import { CopyDataWriter } from '../wire/copy-data-writer.ts'
import { encodeCopyFail } from '../wire/copy-fail.ts'
import { CopyCsvRows, CopyTextRows } from '../wire/copy-lines.ts'
import { type CopyRows, wrongData } from '../wire/copy-rows.ts'
import { auditedRing } from './auditing.ts'
import { sealedWriter, type WriteSealed } from './copy-row-values.ts'
import type { Link } from './link.ts'
import { Owed, owedKind } from './owed-replies.ts'
import { checkValues, type ServerValues, serverValues } from './parameters.ts'

/** What the server answers to CopyFail: query_canceled. */
export const copyFailSqlstate = '57014'
/** All that the server and its log get to know of the reason (A79). */
const reason = Buffer.from('pgseal refused the data')

const binaryHeader = Buffer.from('PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0', 'latin1')
/** Rows whose keys are asked for at once. */
const rowsAhead = 512
/** Bytes of such rows. */
const bytesAhead = 4 * 1024 * 1024
const pieceBytes = 256 * 1024

/** A row that waits for its keys. */
type WaitingRow = {
  readonly bytes: Buffer
  readonly fields: Int32Array
  readonly line: number
  readonly values: ServerValues | Promise<ServerValues>
}

/** A field that is sealed, and where its value stands among the server's. */
type SealedField = { readonly at: number; readonly target: MappedColumn } | undefined

export class CopyIn {
  private readonly link: Link
  /** Of its Execute. */
  readonly owed: Owed
  private readonly plan: CopyInPlan
  private readonly rows: CopyRows
  private readonly writer = new CopyDataWriter()
  private readonly writeSealed: WriteSealed
  private readonly settings: ValueSettings
  private readonly keyRing: KeyRing
  private readonly audit: StatementAudit | undefined
  private readonly sealed: readonly SealedField[]
  /** Fields whose values are looked at: sealed ones, and what records and tenants are made of. */
  private readonly read: readonly boolean[]
  /** Whose names the record of a row is made of. */
  private readonly named: readonly boolean[]
  private readonly forceNull: readonly boolean[]
  private readonly forceNotNull: readonly boolean[]
  private readonly formats: readonly number[]
  private headerAt: 'ahead' | 'done'
  private waiting: WaitingRow[] = []
  private waitingBytes = 0
  /** The server was told that nothing more comes, or has failed: what the client still sends is dropped. */
  ended = false
  /** Its data were refused: the server's error is under way. */
  failed = false

  constructor(link: Link, owed: Owed, plan: CopyInPlan) {
    this.link = link
    this.owed = owed
    this.plan = plan
    const { options, columns, row } = plan
    const { format } = options
    const style = { ...options, endMarkerInCsv: link.serverVersion < 18 }
    this.rows =
      format === 'binary' ? new CopyBinaryRows() : format === 'csv' ? new CopyCsvRows(style) : new CopyTextRows(style)
    this.writeSealed = sealedWriter(options)
    this.settings = link.facts.settings ?? defaultValueSettings
    this.audit = owed.audit
    this.keyRing = auditedRing(link.deps.keyRing, owed.audit)
    this.sealed = sealedFields(row, columns.length)
    this.named = namedFields(row, columns.length)
    this.read = columns.map((_, at) => this.sealed[at] !== undefined || this.named[at] === true)
    const among = (names: readonly string[] | '*') => columns.map((name) => names === '*' || names.includes(name))
    this.forceNull = among(options.forceNull)
    this.forceNotNull = among(options.forceNotNull)
    this.formats = [format === 'binary' ? 1 : 0]
    this.headerAt = format === 'binary' || options.header !== 'none' ? 'ahead' : 'done'
  }

  /** Copy data of the client. A promise holds the client. */
  take(bytes: Buffer): Promise<void> | undefined {
    if (this.ended) return undefined
    return this.run(() => {
      this.rows.push(bytes)
      return this.pump()
    })
  }

  /** CopyDone of the client; `frame` is it. */
  done(frame: Buffer): Promise<void> | undefined {
    if (this.ended) return undefined
    return this.run(() => {
      this.rows.end()
      const pumped = this.pump()
      const finish = (): void => {
        if (this.ended) return
        if (this.headerAt === 'ahead') this.emptyEnd()
        if (this.plan.options.format === 'binary') this.writer.int16(-1)
        this.send()
        this.endWith(frame)
      }
      if (pumped !== undefined) return pumped.then(finish)
      finish()
      return undefined
    })
  }

  /** CopyFail of the client. */
  fail(frame: Buffer): void {
    if (!this.ended) this.endWith(frame)
  }

  /** The server has failed, or the connection ended. */
  drop(): void {
    this.ended = true
    this.waiting = []
  }

  /** Data for a COPY that is something else to the server than to the plan. */
  refuse(error: PgsealError): void {
    if (this.ended) return
    this.failed = true
    this.owed.refusal = error
    this.owed.copyAborted = true
    this.link.deps.log.refused({ error, statement: 'copy data' })
    this.endWith(encodeCopyFail({ type: 'CopyFail', reason }))
  }

  /** What goes wrong with the data fails the COPY, on the server too. */
  private run(work: () => Promise<void> | undefined): Promise<void> | undefined {
    const failed = (error: unknown): void => {
      if (!(error instanceof PgsealError) || error.severity === 'FATAL') throw error
      this.waiting = []
      this.refuse(error.context === undefined ? this.placed(error, this.rows.line, undefined) : error)
    }
    try {
      return work()?.catch(failed)
    } catch (error) {
      failed(error)
      return undefined
    }
  }

  private endWith(frame: Buffer): void {
    const { link } = this
    this.ended = true
    this.waiting = []
    link.toServer.send(Buffer.from(frame))
    link.copyEnded = true
    link.copiesExpected = 0
    link.owed.push(new Owed(owedKind.copyEnd))
  }

  private send(): void {
    const { link, writer } = this
    const bytes = writer.takeBytes()
    if (bytes.length === 0) return
    link.toServer.send(bytes)
    link.copyDataSent = true
  }

  private pump(): Promise<void> | undefined {
    const { rows } = this
    while (rows.next()) {
      if (this.headerAt === 'ahead' && this.plan.options.format !== 'binary') this.header()
      else this.row()
      if (this.waiting.length >= rowsAhead || this.waitingBytes >= bytesAhead) return this.waited()
      if (this.writer.pending >= pieceBytes) this.send()
    }
    if (this.waiting.length > 0) return this.waited()
    this.send()
    return undefined
  }

  /** Writes the rows that waited, then goes on. */
  private async waited(): Promise<void> {
    const { waiting } = this
    const settled = await Promise.allSettled(waiting.map(({ values }) => values))
    // The server has failed meanwhile.
    if (this.ended) return
    this.waiting = []
    this.waitingBytes = 0
    for (const [at, row] of waiting.entries()) {
      const values = settled[at]!
      if (values.status === 'rejected') throw this.placedIfOwn(values.reason, row.line)
      this.write(row.bytes, row.fields, values.value)
    }
    await this.pump()
  }

  /** The first line of text and csv. It may be data by mistake, so its words go no further than here. */
  private header(): void {
    const { rows, plan, writer } = this
    this.headerAt = 'done'
    if (plan.options.header === 'match') this.checkHeader()
    const names = plan.options.header === 'match' ? plan.columns : []
    names.forEach((name, at) => {
      if (at > 0) writer.byte(plan.options.delimiter)
      const { quote, escaping, format, delimiter } = plan.options
      const special = format === 'csv' ? [quote, escaping] : [0x5c, delimiter, 0x0a, 0x0d]
      if (format === 'csv') writer.byte(quote)
      for (const byte of Buffer.from(name)) {
        if (special.includes(byte)) writer.byte(format === 'csv' ? escaping : 0x5c)
        writer.byte(byte)
      }
      if (format === 'csv') writer.byte(quote)
    })
    writer.byte(0x0a)
    rows.count = 0
  }

  private checkHeader(): void {
    const { rows, plan } = this
    const { columns } = plan
    if (rows.count !== columns.length) throw wrongData('wrong number of fields in header line')
    columns.forEach((name, at) => {
      const matches = !rows.isNull(at) && rows.value(at).equals(Buffer.from(name))
      if (!matches) {
        throw wrongData(`column name mismatch in header line field ${at + 1}`)
      }
    })
  }

  /** Data without a row: binary begins with its header nevertheless. */
  private emptyEnd(): void {
    if (this.plan.options.format !== 'binary') return
    this.headerAt = 'done'
    this.writer.raw(binaryHeader)
  }

  private row(): void {
    const { rows } = this
    const values = this.values()
    if (values instanceof Promise || this.waiting.length > 0) {
      if (values instanceof Promise) values.catch(() => undefined)
      const { bytes, line } = rows
      const fields = rows.fields.slice(0, 2 * rows.count)
      this.waiting.push({ bytes, fields, line, values })
      this.waitingBytes += fields.length === 0 ? 0 : fields[fields.length - 1]! - fields[0]!
    } else this.write(rows.bytes, rows.fields, values)
  }

  private values(): ServerValues | Promise<ServerValues> {
    const { rows, plan, read } = this
    const { columns, options } = plan
    if (rows.count > columns.length) throw wrongData('extra data after last expected column')
    if (rows.count < columns.length) {
      throw wrongData(
        options.format === 'binary'
          ? 'row field count is not that of the columns'
          : `missing data for column "${columns[rows.count]}"`,
      )
    }
    const given: (Buffer | null)[] = []
    for (let field = 0; field < columns.length; field += 1) {
      given.push(read[field] === true ? this.value(field) : null)
    }
    const client = { formats: this.formats, values: given }
    const { link } = this
    try {
      const seal = () => serverValues(plan.row, client, this.settings, this.keyRing, [], link.deps.tokenKeys)
      return link.clock === undefined ? seal() : link.clock.sealing(seal)
    } catch (error) {
      throw this.placedIfOwn(error, rows.line, given)
    }
  }

  private value(field: number): Buffer | null {
    const { rows, plan } = this
    const { format, nullText } = plan.options
    if (rows.isNull(field)) return format === 'csv' && this.forceNotNull[field] === true ? nullText : null
    if (format === 'binary') return rows.value(field)
    if (rows.isDefault(field)) {
      if (this.named[field] !== true) return null
      throw new PgsealError('recordNotKnown', {
        table: plan.table,
        template: plan.row.records[0]?.rule.template ?? '',
        reason: `column "${plan.columns[field]}" is left to its default`,
      })
    }
    const value = rows.value(field)
    if (format === 'csv' && this.forceNull[field] === true && value.equals(nullText)) return null
    return value
  }

  /** A row as the server gets it. */
  private write(bytes: Buffer, fields: Int32Array, values: ServerValues): void {
    const { writer, sealed, audit } = this
    const { format, delimiter } = this.plan.options
    const binary = format === 'binary'
    const count = sealed.length
    if (binary) {
      if (this.headerAt === 'ahead') this.emptyEnd()
      writer.int16(count)
    }
    for (let field = 0; field < count; field += 1) {
      if (field > 0 && !binary) writer.byte(delimiter)
      const own = sealed[field]
      const value = own === undefined ? undefined : values.values[own.at]
      if (own !== undefined && value !== null && value !== undefined) {
        this.writeSealed(writer, own.target, value)
        audit?.sealed(own.target.column.label, 1)
        continue
      }
      const start = fields[2 * field]!
      const end = fields[2 * field + 1]!
      if (binary) writer.int32(end === -1 ? -1 : end - start)
      if (end > start) writer.raw(bytes, start, end)
    }
    if (!binary) writer.byte(0x0a)
    writer.rowEnd()
  }

  private placedIfOwn(error: unknown, line: number, given?: readonly (Buffer | null)[]): unknown {
    if (!(error instanceof PgsealError) || error.severity === 'FATAL') return error
    return this.placed(error, line, given === undefined ? undefined : this.wrongField(given))
  }

  private placed(error: PgsealError, line: number, field: number | undefined): PgsealError {
    const { table, columns } = this.plan
    const column = field === undefined ? '' : `, column ${columns[field]}`
    return error.at(`COPY ${table}, line ${line}${column}`)
  }

  /** The first field that its column's type refuses. */
  private wrongField(given: readonly (Buffer | null)[]): number | undefined {
    const { row } = this.plan
    const at = this.sealed.findIndex((field) => {
      if (field === undefined) return false
      try {
        const parameters = [row.parameters[field.at]!]
        checkValues({ ...row, parameters }, { formats: this.formats, values: given }, this.settings)
        return false
      } catch {
        return true
      }
    })
    return at === -1 ? undefined : at
  }
}

function sealedFields(row: SealedPlan, count: number): readonly SealedField[] {
  const fields: SealedField[] = new Array<SealedField>(count).fill(undefined)
  row.parameters.forEach((parameter, at) => {
    if (parameter.role === 'plain') return
    if (parameter.role !== 'seal' || parameter.operand.source.from !== 'parameter') {
      throw new PgsealError('internal', {}, { logDetail: 'a field of a COPY with another role' })
    }
    fields[parameter.operand.source.index] = { at, target: parameter.target }
  })
  return fields
}

function namedFields(row: SealedPlan, count: number): readonly boolean[] {
  const named: boolean[] = new Array<boolean>(count).fill(false)
  for (const record of row.records) {
    for (const value of record?.values ?? []) {
      if (value.from === 'operand' && value.operand.source.from === 'parameter')
        named[value.operand.source.index] = true
    }
  }
  return named
}
