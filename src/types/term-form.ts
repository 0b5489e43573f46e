import { codecs } from './codecs.ts'
import type { LogicalType } from './logical-type.ts'
import { orderForm } from './order-form.ts'

/** What a term of a value is made of: stored form in the column's type to its form; undefined where the type has none. */
export function termForm(name: string, type: LogicalType): ((stored: Buffer) => Buffer) | undefined {
  switch (name) {
    case 'eq':
      return codecs[type.name].comparisonForm
    case 'ord':
      return orderForm(type)?.of
    default:
      return undefined
  }
}
