import { quoteIdent, quoteLiteral, quoteName } from '../control/quote.ts'
import type { TermName } from '../seal/sealed-column.ts'
import { isLowerOf } from './lower-case.ts'
import type { IndexFacts, IndexKey, TableFacts } from './table-facts.ts'

type TermColumn = { readonly name: string } & IndexedColumn

/** A column that is sealed now: the term of its indexes, and whether `lower(column)` has one too. */
export type IndexedColumn = { readonly term: TermName; readonly lower: boolean }

export type CarriedIndex = { readonly name: string; readonly drop: string; readonly create: readonly string[] }

/**
 * The indexes and unique constraints that hold one of these columns, as statements: dropped before the columns are sealed, made
 * again after, under their names, on the terms that `sealed` gives for each column. Indexes that belong to one of the table above come with that one.
 */
export function carriedIndexes(facts: TableFacts, sealed: ReadonlyMap<string, IndexedColumn>): CarriedIndex[] {
  return facts.indexes.flatMap((index) => {
    const terms = new Map(
      facts.columns
        .filter(({ relation, name }) => relation === index.relation && sealed.has(name))
        .map(({ attnum, name }) => [attnum, { name, ...sealed.get(name)! }]),
    )
    if (index.attached || index.primary || !index.keys.some((key) => termOfKey(key, terms) !== undefined)) return []
    const table = facts.tree.find(({ oid }) => oid === index.relation)!.name
    return [carried(index, table, terms)]
  })
}

function carried(index: IndexFacts, table: string, terms: ReadonlyMap<number, TermColumn>): CarriedIndex {
  const name = quoteName(index.schema, index.name)
  const keys = index.keys.map((key) => {
    const term = termOfKey(key, terms)
    return term === undefined ? plainKey(key) : `(${term})${keyOrder(key)}`
  })
  const create = createIndex(index, table, keys)
  const comment = index.constraintComment ?? index.comment
  return {
    name: index.name,
    drop:
      index.constraint === null
        ? `drop index ${name}`
        : `alter table ${table} drop constraint ${quoteIdent(index.constraint)}`,
    create: comment === null ? [create] : [create, `comment on index ${name} is ${quoteLiteral(comment)}`],
  }
}

/** The statement that makes an index of this name over other keys, and like it in all else. */
export function createIndex(index: IndexFacts, table: string, keys: readonly string[]): string {
  return [
    `create ${index.unique ? 'unique ' : ''}index ${quoteIdent(index.name)} on ${table} using btree (${keys.join(', ')})`,
    included(index),
    index.nullsNotDistinct ? ' nulls not distinct' : '',
    index.options.length === 0 ? '' : ` with${indexParameters(index.options)}`,
    index.tablespace === null ? '' : ` tablespace ${quoteIdent(index.tablespace)}`,
    index.predicate === null ? '' : ` where ${index.predicate}`,
  ].join('')
}

/** ` include ("id")`, or nothing. */
export function included(index: IndexFacts): string {
  if (index.included.length === 0) return ''
  return ` include (${index.included.map((each) => quoteIdent(each.name)).join(', ')})`
}

/** A key that is not sealed, as the index has it. */
export function plainKey(key: IndexKey): string {
  const expression = key.attnum === 0 ? `(${key.text})` : key.text
  const collation = key.collation === null ? '' : ` collate ${key.collation}`
  return `${expression}${collation} ${key.operatorClass}${indexParameters(key.classOptions ?? [])}${keyOrder(key)}`
}

/** ` desc nulls first` */
export function keyOrder(key: IndexKey): string {
  return `${key.descending ? ' desc' : ' asc'} nulls ${key.nullsFirst ? 'first' : 'last'}`
}

/** The term that stands for a key of an index: of a column, or of its lower case. */
function termOfKey({ attnum, text }: IndexKey, terms: ReadonlyMap<number, TermColumn>): string | undefined {
  const own = terms.get(attnum)
  if (own !== undefined) return `(${quoteIdent(own.name)}).${own.term}`
  const lowered =
    attnum === 0 ? [...terms.values()].find(({ lower, name }) => lower && isLowerOf(text, name)) : undefined
  return lowered === undefined ? undefined : `(${quoteIdent(lowered.name)}).eq_lower`
}

/** Indexes on the order terms of columns that no index begins with, a statement each. */
export function orderIndexes(facts: TableFacts, columns: readonly string[]): string[] {
  // An index of a partitioned table reaches its partitions; other children have indexes of their own.
  const members = facts.kind === 'p' ? facts.tree.slice(0, 1) : facts.tree
  return members.flatMap(({ oid, name: table }) =>
    columns.flatMap((name) => {
      const attnum = facts.columns.find((column) => column.relation === oid && column.name === name)?.attnum
      const isLed = facts.indexes.some(
        ({ relation, keys, predicate }) => relation === oid && predicate === null && keys[0]?.attnum === attnum,
      )
      return isLed ? [] : [`create index on ${table} (((${quoteIdent(name)}).ord))`]
    }),
  )
}

/** ` (fillfactor='80')` from `fillfactor=80`. */
export function indexParameters(options: readonly string[]): string {
  if (options.length === 0) return ''
  const each = options.map((option) => {
    const at = option.indexOf('=')
    return `${quoteIdent(option.slice(0, at))}=${quoteLiteral(option.slice(at + 1))}`
  })
  return ` (${each.join(', ')})`
}
