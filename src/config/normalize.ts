import type { ColumnType } from './column-type.ts'
import type { RawColumn } from './map-schema.ts'

/** What is wrong with `normalize` on a column. */
export function normalizeProblems(raw: RawColumn, { type }: ColumnType): string[] {
  if (raw.normalize.length === 0) return []
  const problems: string[] = []
  if (new Set(raw.normalize).size < raw.normalize.length) problems.push('names the same normalizer twice')
  if (!raw.search.includes('equality')) problems.push('applies to columns with search: [equality]')
  if (type !== '' && type !== 'text' && type !== 'varchar') problems.push(`does not serve type "${type}"`)
  return problems
}
