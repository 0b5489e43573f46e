// Indexes on terms of columns that are opened: made again over the columns themselves.
import type { ColumnBefore } from '../control/column-before.ts'
import { quoteIdent, quoteLiteral, quoteName } from '../control/quote.ts'
import { createIndex, included, indexParameters, keyOrder, plainKey } from './carry-index.ts'
import { indexName } from './column-before.ts'
import type { IndexFacts, IndexKey, TableFacts } from './table-facts.ts'

/** Statements for an index that holds a term: the first set while the column is sealed, the second when it is plain. */
export type OpenedIndex = { readonly name: string; readonly drop: string; readonly create: readonly string[] }

/**
 * Every index of the table and its children over a term of the columns `opened`. What was a unique constraint becomes one
 * again once no term is left in it; what was made with the sealed column goes. `before` is by name of the column, of all
 * columns that are or were sealed; it knows indexes by `schema` where `facts` are of a table that takes this one's place.
 */
export function openedIndexes(
  facts: TableFacts,
  opened: ReadonlySet<string>,
  before: ReadonlyMap<string, ColumnBefore>,
  schema?: string,
): OpenedIndex[] {
  return facts.indexes.flatMap((index) => {
    const terms = index.keys.map((key) => termOf(key))
    if (index.attached || !terms.some((term) => term !== undefined && opened.has(term.column))) return []
    const table = facts.tree.find(({ oid }) => oid === index.relation)!.name
    const drop = `drop index ${indexName(index)}`
    const name = quoteName(schema ?? index.schema, index.name)
    const isMade = [...opened].some((column) => before.get(column)?.made.includes(name))
    if (isMade && terms.every((term) => term !== undefined && opened.has(term.column))) {
      return [{ name: index.name, drop, create: [] }]
    }
    const known = [...before.values()].flatMap(({ indexes }) => indexes.filter((each) => each.name === name))
    const create = isConstraint(index, terms, opened, known)
      ? constraint(index, table, terms)
      : indexAgain(index, name, table, terms, opened, before)
    const cluster = known.some(({ clustered }) => clustered)
      ? [`alter table ${table} cluster on ${quoteIdent(index.name)}`]
      : []
    return [{ name: index.name, drop, create: [...create, ...cluster] }]
  })
}

type Term = { readonly column: string; readonly term: string }

/** `((email).eq)`, as pg_get_indexdef writes it; undefined for any other key. */
export function termOf(key: IndexKey): Term | undefined {
  if (key.attnum !== 0) return undefined
  const match = /^\(?\(("(?:[^"]|"")+"|[^()"]+)\)\.([a-z_]+)\)?$/.exec(key.text)
  if (match === null) return undefined
  const written = match[1]!
  const column = written.startsWith('"') ? written.slice(1, -1).replaceAll('""', '"') : written
  return { column, term: match[2]! }
}

function isConstraint(
  index: IndexFacts,
  terms: readonly (Term | undefined)[],
  opened: ReadonlySet<string>,
  known: readonly ColumnBefore['indexes'][number][],
): boolean {
  const isPlain = index.keys.every(
    (key, at) => key.attnum !== 0 || (opened.has(terms[at]?.column ?? '') && terms[at]?.term !== 'eq_lower'),
  )
  return isPlain && index.unique && index.predicate === null && known.some((each) => each.constraint)
}

function constraint(index: IndexFacts, table: string, terms: readonly (Term | undefined)[]): string[] {
  const columns = index.keys.map((key, at) => quoteColumn(key, terms[at]))
  const add = [
    `alter table ${table} add constraint ${quoteIdent(index.name)} unique`,
    index.nullsNotDistinct ? ' nulls not distinct' : '',
    ` (${columns.join(', ')})`,
    included(index),
    index.options.length === 0 ? '' : ` with${indexParameters(index.options)}`,
    index.tablespace === null ? '' : ` using index tablespace ${quoteIdent(index.tablespace)}`,
  ].join('')
  if (index.comment === null) return [add]
  return [add, `comment on constraint ${quoteIdent(index.name)} on ${table} is ${quoteLiteral(index.comment)}`]
}

// A key that is a column has the name of the column for its text, quoted where it must be.
function quoteColumn(key: IndexKey, term: Term | undefined): string {
  return term === undefined ? key.text : quoteIdent(term.column)
}

function indexAgain(
  index: IndexFacts,
  known: string,
  table: string,
  terms: readonly (Term | undefined)[],
  opened: ReadonlySet<string>,
  before: ReadonlyMap<string, ColumnBefore>,
): string[] {
  const keys = index.keys.map((key, at) => {
    const term = terms[at]
    if (term === undefined || !opened.has(term.column)) return plainKey(key)
    if (term.term === 'eq_lower') return `pg_catalog.lower(${quoteIdent(term.column)})${keyOrder(key)}`
    const collation = before.get(term.column)?.indexes.find((each) => each.name === known)?.collation ?? null
    return `${quoteIdent(term.column)}${collation === null ? '' : ` collate ${collation}`}${keyOrder(key)}`
  })
  const create = createIndex(index, table, keys)
  if (index.comment === null) return [create]
  return [create, `comment on index ${indexName(index)} is ${quoteLiteral(index.comment)}`]
}
