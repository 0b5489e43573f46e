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
  private readonly keyColumns: number
  private readonly limit: number
  private readonly keys = new Set<string>()

  constructor(keyColumns: number, limit: number) {
    super()
    this.keyColumns = keyColumns
    this.limit = limit
  }

  override describe(fields: readonly FieldDescription[]): void {
    this.fields = fields
  }

  override take(values: readonly (Buffer | null)[]): void {
    if (this.tooMany) return
    const key = this.keyOf(values)
    if (this.keyColumns > 0 && this.keys.has(key)) return
    if (this.found.length >= this.limit) {
      this.tooMany = true
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
