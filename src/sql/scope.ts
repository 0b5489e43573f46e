// What names mean at one level of a query: the FROM items by their names, and the columns that a bare name can reach.
import type { Relation } from '../catalog/catalog.ts'
import type { ColumnValue } from './value.ts'

/** A FROM item under the name by which columns of it are qualified. */
export type Entry = {
  /** Alias, or the relation's bare name; undefined for an unnamed item. */
  readonly name: string | undefined
  /** Schema by which it may be qualified: for a relation without alias. */
  readonly schema: string | undefined
  /** Undefined where nothing is known of the columns: they cannot be sealed ones that this catalog knows. */
  readonly columns: readonly ColumnValue[] | undefined
  readonly relation: Relation | undefined
}

/** Entries and, in order, the columns that `*` gives and bare names reach. */
export type FromItem = {
  readonly entries: readonly Entry[]
  readonly columns: readonly ColumnValue[]
  /** True when columns of some entry are not known. */
  readonly open: boolean
}

export class Level {
  readonly parent: Level | undefined
  readonly entries: Entry[] = []
  readonly columns: ColumnValue[] = []
  open = false

  constructor(parent: Level | undefined) {
    this.parent = parent
  }

  add(item: FromItem): void {
    this.entries.push(...item.entries)
    this.columns.push(...item.columns)
    this.open ||= item.open
  }
}

/** An item of one entry, all of whose columns bare names reach. */
export function itemOf(entry: Entry): FromItem {
  return { entries: [entry], columns: entry.columns ?? [], open: entry.columns === undefined }
}

/** System columns of every table. */
const systemColumns = new Set(['ctid', 'xmin', 'xmax', 'cmin', 'cmax', 'tableoid'])

export type Found =
  | { readonly what: 'column'; readonly column: ColumnValue; readonly entry: Entry | undefined }
  /** The row of an entry as a value. */
  | { readonly what: 'row'; readonly entry: Entry }
  /** More than one column of that name at the nearest level that has any. */
  | { readonly what: 'ambiguous'; readonly columns: readonly ColumnValue[] }
  /** Nothing that this catalog knows: a system column, or a column of an open entry. */
  | { readonly what: 'unknown' }
  /** Nothing at all: PostgreSQL's error for it is raised here, so that the statement does not reach the server's log. */
  | { readonly what: 'missing'; readonly of: 'column' | 'entry' }

/** The meaning of a column reference without `*`. `path` is 1 to 4 names, innermost level first (parse_relation.c). */
export function find(level: Level | undefined, path: readonly string[]): Found {
  const [first, second, third, fourth] = path
  if (second === undefined) return findBare(level, first!)
  if (third === undefined) return findQualified(level, undefined, first!, second)
  if (fourth === undefined) return findQualified(level, first, second, third)
  return findQualified(level, second, third, fourth)
}

function findQualified(level: Level | undefined, schema: string | undefined, table: string, name: string): Found {
  const entry = entryNamed(level, schema, table)
  if (entry !== undefined) return findIn(entry, name)
  const named = entryNamed(level, undefined, table)
  // The schema of a relation that the catalog does not know is not known either.
  if (level === undefined || (named !== undefined && named.columns === undefined)) return { what: 'unknown' }
  return { what: 'missing', of: 'entry' }
}

/** The entry that a qualified `*` or a row reference names. */
export function entryNamed(level: Level | undefined, schema: string | undefined, name: string): Entry | undefined {
  for (let at = level; at !== undefined; at = at.parent) {
    const found = at.entries.find((entry) => entry.name === name && (schema === undefined || entry.schema === schema))
    if (found !== undefined) return found
  }
  return undefined
}

/** True when the entry is the one that its name reaches from this level. */
export function sameEntry(level: Level | undefined, entry: Entry): boolean {
  return entry.name !== undefined && entryNamed(level, entry.schema, entry.name) === entry
}

function findBare(level: Level | undefined, name: string): Found {
  for (let at = level; at !== undefined; at = at.parent) {
    const columns = at.columns.filter((column) => column.name === name)
    if (columns.length > 1) return { what: 'ambiguous', columns }
    if (columns.length === 1) return { what: 'column', column: columns[0]!, entry: undefined }
    if (at.open) {
      // The column may be one of the open entry; outer columns of that name are then hidden. The server knows.
      const outer = findBare(at.parent, name)
      if (outer.what === 'column') return { what: 'ambiguous', columns: [outer.column] }
      return outer.what === 'missing' ? { what: 'unknown' } : outer
    }
  }
  if (systemColumns.has(name)) return { what: 'unknown' }
  const entry = entryNamed(level, undefined, name)
  if (entry !== undefined) return { what: 'row', entry }
  return level === undefined ? { what: 'unknown' } : { what: 'missing', of: 'column' }
}

function findIn(entry: Entry | undefined, name: string): Found {
  if (entry?.columns === undefined) return { what: 'unknown' }
  const columns = entry.columns.filter((column) => column.name === name)
  if (columns.length > 1) return { what: 'ambiguous', columns }
  if (columns.length === 1) return { what: 'column', column: columns[0]!, entry }
  if (systemColumns.has(name)) return { what: 'unknown' }
  // `u.name` that is no column is PostgreSQL's functional notation for name(u).
  return { what: 'row', entry }
}
