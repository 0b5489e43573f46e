import { type ColumnFolds, databaseCollation, normalizerText } from '../catalog/normalizer.ts'
import type { MappedColumn } from '../config/config.ts'
import type { Session } from '../control/database.ts'
import { type LetterCase, type LetterCaseProblem, readLetterCase } from '../control/letter-case.ts'
import type { Obstacle } from './obstacles.ts'
import type { ColumnFacts } from './table-facts.ts'

/** How the values of a column with `normalize` become lower case, and what pgseal.columns is to keep of it. */
export type LowerCase = { readonly normalizer: string; readonly folds: ColumnFolds }

/** By the session that asked: a collation has more than a million characters. */
const known = new WeakMap<object, Map<string, LetterCase | LetterCaseProblem>>()

async function letterCase(session: Session, collation: string): Promise<LetterCase | LetterCaseProblem> {
  let bySession = known.get(session)
  if (bySession === undefined) {
    bySession = new Map()
    known.set(session, bySession)
  }
  const before = bySession.get(collation)
  if (before !== undefined) return before
  const read = await readLetterCase(session, collation)
  bySession.set(collation, read)
  return read
}

/**
 * For a column that is to be sealed, or that does not exist yet and gets the database's collation; undefined without
 * `normalize`.
 */
export async function lowerCaseOf(
  session: Session,
  column: MappedColumn,
  place: ColumnFacts | undefined,
): Promise<LowerCase | Obstacle | undefined> {
  if (!column.normalize.includes('lower')) return undefined
  const collation = place === undefined ? databaseCollation : place.collation
  if (collation === null) {
    return {
      what: 'the column has a collation that was made in this database',
      hint: 'Take "normalize" from the map, or give the column a collation of PostgreSQL\'s own.',
    }
  }
  const [own, operand] = [await letterCase(session, collation), await letterCase(session, databaseCollation)]
  for (const [name, read] of [
    [collation, own],
    [databaseCollation, operand],
  ] as const) {
    if ('problem' in read) {
      return {
        what: `lower() under collation "${name}" cannot be taken letter by letter: ${read.problem}`,
        hint: 'Take "normalize" from the map, or give the column another collation.',
      }
    }
  }
  const folds = { column: own as LetterCase, operand: operand as LetterCase }
  return { normalizer: normalizerText(collation, folds.column), folds }
}

/** Whether this is `lower(column)`, as pg_get_indexdef writes it for a text or a varchar. */
export function isLowerOf(text: string, column: string): boolean {
  const match = /^lower\((?:\(("(?:[^"]|"")+"|[^()"]+)\)::text|("(?:[^"]|"")+"|[^()"]+))\)$/.exec(text)
  const written = match?.[1] ?? match?.[2]
  if (written === undefined) return false
  return (written.startsWith('"') ? written.slice(1, -1).replaceAll('""', '"') : written) === column
}
