// `normalize: [lower]`: under which collation lower() is taken, and what it did to each letter when values were sealed.
import type { Fold } from '../types/fold.ts'

/** The collation of a column without a COLLATE, and of every constant and parameter; others by their name in pg_catalog. */
export const databaseCollation = 'default'

/** What is known of lower() by collation; where it is not known, why. */
export type Folds = ReadonlyMap<string, Fold | { readonly problem: string }>

/** lower() of a column's values, and of a constant or parameter beside it. */
export type ColumnFolds = { readonly column: Fold; readonly operand: Fold }

/** What pgseal.columns keeps of such a column: `lower:COLLATION:DIGEST`. */
export function normalizerText(collation: string, { digest }: Fold): string {
  return `lower:${collation}:${digest}`
}

/** Collation and digest of a text of normalizerText; undefined for any other text. */
export function parseNormalizer(text: string | undefined): { collation: string; digest: string } | undefined {
  const match = /^lower:(.+):([0-9a-f]{32})$/.exec(text ?? '')
  return match === null ? undefined : { collation: match[1]!, digest: match[2]! }
}

/** The collations that columns with these normalizers need. */
export function collationsOf(normalizers: readonly string[]): string[] {
  const named = normalizers.map((text) => parseNormalizer(text)?.collation).filter((one) => one !== undefined)
  return named.length === 0 ? [] : [...new Set([...named, databaseCollation])]
}

/** How a registered column's values are folded; a text says why they cannot be. */
export function columnFolds(normalizers: readonly string[], folds: Folds): ColumnFolds | string {
  const normalizer = parseNormalizer(normalizers[0])
  if (normalizer === undefined) return 'pgseal.columns does not say how its letters were made lower case'
  const column = folds.get(normalizer.collation)
  const operand = folds.get(databaseCollation)
  if (column === undefined || operand === undefined) return 'what lower() does to letters was not asked of the server'
  if ('problem' in column) return column.problem
  if ('problem' in operand) return operand.problem
  if (column.digest !== normalizer.digest) {
    return `lower() under collation "${normalizer.collation}" is no longer what it was when the values were sealed`
  }
  return { column, operand }
}
