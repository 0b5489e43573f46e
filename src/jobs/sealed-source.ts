// Sealed values of rows as jobs that make a table anew read them: expressions over `t`, and what they give, opened.
import { quoteIdent } from '../control/quote.ts'
import { type JobColumn, type OpenedRow, openRow, type ValueMover } from './move-values.ts'
import type { SourceRow } from './remake/column-change.ts'
import type { FetchedRow } from './row-statements.ts'

/** Expressions by column: the envelope, then each term; `first` is the number of each column's first over all of them. */
export type SourceColumns = { readonly texts: readonly (readonly string[])[]; readonly first: readonly number[] }

export function sealedSource(columns: readonly JobColumn[], row = 't'): SourceColumns {
  const texts = columns.map(({ name, sealed }) => {
    const own = `(${row}.${quoteIdent(name)})`
    return [`${own}.c::bytea`, ...sealed.terms.map((term) => `${own}.${term}::bytea`)]
  })
  const first: number[] = []
  let next = 0
  for (const own of texts) {
    first.push(next)
    next += own.length
  }
  return { texts, first }
}

/** Opens the values of rows that hold them as `s0 ...`, or under another letter. */
export function openSource(
  mover: ValueMover,
  { texts, first }: SourceColumns,
  rows: readonly SourceRow[],
  letter: 's' | 'm' = 's',
): Promise<OpenedRow[]> {
  return Promise.all(
    rows.map((row) => {
      const fetched: Record<string, string | Buffer | null> = { place: null }
      for (const [at, own] of texts.entries()) {
        fetched[`c${at}`] = row[`${letter}${first[at]!}`] ?? null
        for (let term = 1; term < own.length; term += 1) {
          fetched[`e${at}_${term - 1}`] = row[`${letter}${first[at]! + term}`] ?? null
        }
      }
      for (const [name, value] of Object.entries(row)) if (/^x\d+$/.test(name)) fetched[name] = value
      return openRow(mover, fetched as FetchedRow, () => true)
    }),
  )
}
