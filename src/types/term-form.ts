import { codecs } from './codecs.ts'
import { type Fold, foldText } from './fold.ts'
import type { LogicalType } from './logical-type.ts'
import { orderForm } from './order-form.ts'

/** What a term of a value is made of: stored form in the column's type to its form, its lower case by `fold`; undefined where the type has none. */
export function termForm(name: string, type: LogicalType, fold?: Fold): ((stored: Buffer) => Buffer) | undefined {
  switch (name) {
    case 'eq':
      return codecs[type.name].comparisonForm
    case 'eq_lower':
      return fold === undefined ? undefined : (stored) => foldText(fold, stored)
    case 'ord':
      return orderForm(type)?.of
    default:
      return undefined
  }
}
