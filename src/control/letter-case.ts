import { createHash } from 'node:crypto'
import type { Session } from './database.ts'

/** Lower case by character, as Fold of the types has it. */
export type LetterCase = {
  readonly lower: ReadonlyMap<number, string>
  readonly contextual: ReadonlySet<number>
  readonly digest: string
}

const eq = 'operator(pg_catalog.=)'
const ne = 'operator(pg_catalog.<>)'
const join = 'operator(pg_catalog.||)'
const sigma = 0x3a3

/** Why the lower case of a collation is not known. */
export type LetterCaseProblem = { readonly problem: string }

/**
 * lower() of every character under a collation, by its name in pg_catalog (`default`: the database's), and whether that is lower() of a text too: in ICU's collations a capital
 * sigma at the end of a word is another letter, and in those for Turkish and Lithuanian more depends on what follows.
 */
export async function readLetterCase(
  session: Pick<Session, 'query'>,
  collation: string,
): Promise<LetterCase | LetterCaseProblem> {
  const [database] = await session.query<{ utf8: boolean }>(
    `select pg_catalog.getdatabaseencoding() ${eq} 'UTF8' as utf8`,
  )
  if (database?.utf8 !== true) return { problem: 'the database has another encoding than UTF8' }
  const collate = `collate pg_catalog."${collation.replaceAll('"', '""')}"`
  const lower = (text: string) => `pg_catalog.lower(${text} ${collate})`
  const inWord = (before: string, after: string) =>
    `(${lower(`(${before} ${join} ${after})`)} ${ne} (${lower(before)} ${join} ${lower(after)}))`
  const character = (code: number) => `pg_catalog.chr(${code})`
  const other = [
    [0x49, 0x307],
    [0x49, 0x300],
    [0x4a, 0x300],
    [0x12e, 0x300],
    [0x69, 0x307],
    [0x41, 0x300],
  ].map(([before, after]) => inWord(character(before!), character(after!)))
  const [row] = await session.query<{ pairs: string; sigma: boolean; other: boolean }>(
    `select (select coalesce(pg_catalog.json_agg(pg_catalog.json_build_array(f.c, f.l) order by f.c), '[]')::pg_catalog.text from
      (select c, ${lower('pg_catalog.chr(c)')} as l from pg_catalog.generate_series(1, 1114111) c
       where c operator(pg_catalog.<) 55296 or c operator(pg_catalog.>) 57343) f
      where f.l collate pg_catalog."C" ${ne} pg_catalog.chr(f.c) collate pg_catalog."C") as pairs,
    ${inWord(character(0x41), character(sigma))} as sigma, (${other.join(' or ')}) as other`,
  )
  if (row === undefined || row.other) return { problem: 'lower() of a letter depends on the letters beside it' }
  const pairs = JSON.parse(row.pairs) as [number, string][]
  const contextual = row.sigma ? [sigma] : []
  const digest = createHash('sha256')
    .update(JSON.stringify([pairs, contextual]))
    .digest('hex')
    .slice(0, 32)
  return { lower: new Map(pairs), contextual: new Set(contextual), digest }
}
