// Which row a result row is of, as far as its values are bound to one: the record and tenant that its plain columns make.
import type { RecordColumn } from '../catalog/catalog.ts'
import { makeRecord } from '../seal/make-record.ts'
import type { ResultRow } from '../sql/plan.ts'
import { codecs } from '../types/codecs.ts'
import { recordText } from '../types/record-text.ts'

export class RowTeller {
  private readonly row: ResultRow
  /** For each of the row's columns, whether the server sends it in binary. */
  private readonly binary: readonly boolean[]
  private readonly parts: number
  private known = false
  private record: Buffer | undefined
  private tenant = ''

  constructor(row: ResultRow, isBinary: (column: number) => boolean) {
    this.row = row
    this.binary = row.columns.map(isBinary)
    this.parts = row.rule.literals.length - 1
  }

  /** Another result row is at hand. */
  forget(): void {
    this.known = false
  }

  /**
   * The record's UTF-8 bytes, empty without a template; undefined where a column of it is NULL, as none of a row is. `offsets`
   * are those of readDataRow.
   */
  recordOf(frame: Buffer, offsets: Int32Array): Buffer | undefined {
    if (!this.known) this.read(frame, offsets)
    return this.record
  }

  /** '' without one; for the row of the last recordOf. */
  get tenantOf(): string {
    return this.tenant
  }

  private read(frame: Buffer, offsets: Int32Array): void {
    const { rule, columns } = this.row
    this.known = true
    this.record = undefined
    const texts: Buffer[] = []
    for (const [at, column] of columns.entries()) {
      const start = offsets[2 * column]!
      const length = offsets[2 * column + 1]!
      if (length === -1) return
      texts.push(textOf(rule.columns[at]!, frame.subarray(start, start + length), this.binary[at]!))
    }
    this.tenant = rule.tenantAt === -1 ? '' : texts[rule.tenantAt]!.toString('utf8')
    this.record = makeRecord(rule.literals, texts.slice(0, this.parts))
  }
}

/** A column in text is asked for only where its type has one text under all settings. */
function textOf({ type }: RecordColumn, bytes: Buffer, binary: boolean): Buffer {
  return binary ? recordText(type.name, codecs[type.name].fromBinary(bytes, type.typmod)) : bytes
}
