import type { FieldDescription } from '../wire/row-description.ts'
import { HiddenCall } from './hidden-call.ts'

/** A row of the SELECT in binary: views into what the server sent. */
export type SelectedRow = readonly (Buffer | null)[]

/** The rows of an UPDATE of many rows, as its SELECT gives them: each row of the table once, with the first row joined to it. */
export class SelectedRows extends HiddenCall {
  readonly found: SelectedRow[] = []
  fields: readonly FieldDescription[] = []
  /** More rows of the table came than may be changed; nothing is kept beyond that. */
  tooMany = false
  /** Their values have more bytes than may be held. */
  tooLarge = false
  private bytes = 0
  private readonly keyColumns: number
  private readonly limit: number
  private readonly byteLimit: number
  private readonly keys = new Set<string>()

  constructor(keyColumns: number, limit: number, byteLimit: number) {
    super()
    this.keyColumns = keyColumns
    this.limit = limit
    this.byteLimit = byteLimit
  }

  override describe(fields: readonly FieldDescription[]): void {
    this.fields = fields
  }

  override take(values: readonly (Buffer | null)[]): void {
    if (this.tooMany || this.tooLarge) return
    const key = this.keyOf(values)
    if (this.keyColumns > 0 && this.keys.has(key)) return
    if (this.found.length >= this.limit) {
      this.tooMany = true
      return
    }
    for (const value of values) this.bytes += value?.length ?? 0
    if (this.bytes > this.byteLimit) {
      this.tooLarge = true
      this.found.length = 0
      return
    }
    if (this.keyColumns > 0) this.keys.add(key)
    this.found.push(values)
  }

  private keyOf(values: readonly (Buffer | null)[]): string {
    let key = ''
    for (let at = 0; at < this.keyColumns; at += 1) {
      const value = values[at]?.toString('latin1') ?? ''
      key += `${value.length} ${value}`
    }
    return key
  }
}
