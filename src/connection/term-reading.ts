import type { MappedColumn } from '../catalog/catalog.ts'
import { PgsealError } from '../errors.ts'
import type { TermReading } from '../sql/plan.ts'
import { foldText } from '../types/fold.ts'
import { exactText } from '../types/like-pattern.ts'

/** What a term of an operand beside lower(column), LIKE or ILIKE is made of. */
export function readForm(target: MappedColumn, stored: Buffer, reads: TermReading | undefined): Buffer {
  if (reads === undefined) return stored
  const { folds } = target
  if (reads === 'lower' && folds !== undefined) return foldText(folds.operand, stored)
  if (reads === 'ilike' && folds === undefined)
    throw new PgsealError('internal', {}, { logDetail: `no folds of ${target.column.label}` })
  // PostgreSQL makes the pattern lower case before it reads its escapes.
  const exact = exactText(reads === 'ilike' ? foldText(folds!.column, stored) : stored)
  if (exact === undefined) throw new PgsealError('patternNotServed', { column: target.column.label })
  return exact
}
