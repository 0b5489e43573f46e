// What a column was before it was sealed, as far as the sealed column does not say it: for the way back.
import type { MappedColumn, MappedTable } from '../config/config.ts'
import { type ColumnBefore, writeColumnBefore } from '../control/column-before.ts'
import type { Session } from '../control/database.ts'
import { quoteName } from '../control/quote.ts'
import { type IndexFacts, readTableFacts, type TableFacts } from './table-facts.ts'

export type BeforeSealing = {
  /** By name of the column. */
  readonly columns: ReadonlyMap<string, Omit<ColumnBefore, 'made'>>
  /** Names of all indexes of the table and its children. */
  readonly indexes: ReadonlySet<string>
}

/** Reads what the columns of these names are; under the lock, before the first change. */
export async function readBefore(
  session: Session,
  facts: TableFacts,
  names: readonly string[],
): Promise<BeforeSealing> {
  const rows = await session.query<ShapeRow>(shapeQuery, [facts.tree.map(({ oid }) => oid), names])
  const columns = new Map<string, Omit<ColumnBefore, 'made'>>()
  for (const name of names) {
    const own = rows.filter((row) => row.name === name)
    const members = facts.tree.flatMap(({ oid, name: member }) => {
      const row = own.find(({ relation }) => relation === oid)
      return row === undefined ? [] : [{ name: member, storage: row.storage, compression: row.compression }]
    })
    const collation = own.find(({ relation }) => relation === facts.oid)?.collation ?? null
    columns.set(name, { collation, members, indexes: indexesOf(facts, name) })
  }
  return { columns, indexes: new Set(facts.indexes.map(indexName)) }
}

/** Writes it down beside the columns' rows of pgseal.columns; indexes that came since were made for the sealed columns. */
export async function rememberBefore(
  session: Session,
  before: BeforeSealing,
  { schema, name }: MappedTable,
  columns: readonly MappedColumn[],
): Promise<void> {
  const indexes = (await readTableFacts(session, schema, name))?.indexes ?? []
  const made = indexes.map(indexName).filter((index) => !before.indexes.has(index))
  for (const { label, name: column } of columns) {
    await writeColumnBefore(session, label, { ...before.columns.get(column)!, made })
  }
}

export function indexName({ schema, name }: IndexFacts): string {
  return quoteName(schema, name)
}

function indexesOf(facts: TableFacts, name: string): ColumnBefore['indexes'] {
  const attnums = new Map(
    facts.columns.filter((column) => column.name === name).map(({ relation, attnum }) => [relation, attnum]),
  )
  return facts.indexes.flatMap((index) => {
    const key = index.keys.find(({ attnum }) => attnum === attnums.get(index.relation))
    if (key === undefined) return []
    const { constraint, clustered } = index
    return [{ name: indexName(index), collation: key.collation, constraint: constraint !== null, clustered }]
  })
}

type ShapeRow = {
  readonly relation: number
  readonly name: string
  readonly collation: string | null
  readonly storage: string
  readonly compression: string
}

// attcompression came with PostgreSQL 14.
const shapeQuery = `select a.attrelid::int8::float8 as relation, a.attname::text as name,
  (select format('%I.%I', n.nspname, c.collname) from pg_collation c join pg_namespace n on n.oid = c.collnamespace
    where c.oid = a.attcollation and a.attcollation <> t.typcollation) as collation,
  a.attstorage::text as storage, coalesce(to_jsonb(a)->>'attcompression', '') as compression
  from pg_attribute a join pg_type t on t.oid = a.atttypid
  where a.attrelid = any ($1::int8[]::oid[]) and a.attname = any ($2::text[])`
