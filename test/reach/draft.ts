import type { LogicalTypeName } from '../../src/types/logical-type.ts'
import { columnsOf, type ReachColumn, type Search, type TableName } from './schema.ts'
import { Tape } from './tape.ts'
import { pools } from './values.ts'

/** A relation of FROM: what its columns are written with, `t.` or nothing. */
export type Source = { readonly table: TableName; readonly prefix: string }

/** A column where it is named; in a template literal it is its name with its prefix. */
export class Ref {
  readonly column: ReachColumn
  readonly source: Source

  constructor(column: ReachColumn, source: Source) {
    this.column = column
    this.source = source
  }

  toString(): string {
    return this.source.prefix + this.column.name
  }

  /** Without the prefix, as SET and column lists have it. */
  get bare(): string {
    return this.column.name
  }
}

export type Fragment = (draft: Draft) => string
/** A line whose statement is one query. */
export type QueryLine = { readonly id: string; readonly query: Fragment }
export type PredicateLine = { readonly id: string; readonly predicate: Fragment }

export type DraftOptions = {
  /** The example of the page: literals that a reader takes in at a glance. */
  readonly shown?: boolean
  /** The tables hold no two values that are equal and print differently. */
  readonly exact?: boolean
  /** What `condition` may choose from. */
  readonly predicates?: readonly PredicateLine[]
  /** What `query` may choose from. */
  readonly queries?: readonly QueryLine[]
  /** What `write` may choose from. */
  readonly writes?: readonly QueryLine[]
}

export const strings: readonly LogicalTypeName[] = ['text', 'varchar']
export const integers: readonly LogicalTypeName[] = ['int4', 'int2', 'int8']
export const looseColumn = (column: ReachColumn): boolean =>
  ['float4', 'float8', 'interval', 'jsonb'].includes(column.type) || column.spelling === 'numeric'

/** A statement in the making. Column pickers take types to choose from and the relation, `source` where none is given. */
export class Draft extends Tape {
  readonly parameters: (string | null)[] = []
  /** Ids of lines that the statement holds besides the one that it was made for. */
  readonly holds = new Set<string>()
  /** Rows come in one certain order. */
  isOrdered = false
  source: Source = { table: 'things', prefix: '' }
  readonly exact: boolean
  readonly #shown: boolean
  readonly #predicates: readonly PredicateLine[]
  readonly #queries: readonly QueryLine[]
  readonly #writes: readonly QueryLine[]
  #depth = 0

  constructor(numbers: ArrayLike<number>, options: DraftOptions = {}) {
    super(numbers)
    this.#shown = options.shown ?? false
    this.exact = options.exact ?? true
    this.#predicates = options.predicates ?? []
    this.#queries = options.queries ?? []
    this.#writes = options.writes ?? []
  }

  /** Sealed with equality. */
  eq(types?: readonly LogicalTypeName[], source?: Source): Ref {
    return this.#column((column) => column.search === 'equality' && column.unique !== true, types, source)
  }

  /** Sealed with a term of the lower case. */
  lower(source?: Source): Ref {
    return this.#column((column) => column.lower === true, undefined, source)
  }

  /** Sealed with order. */
  ord(types?: readonly LogicalTypeName[], source?: Source): Ref {
    return this.#column((column) => column.search === 'order', types, source)
  }

  /** Sealed, and compared for equality. */
  searched(types?: readonly LogicalTypeName[], source?: Source): Ref {
    return this.#column((column) => column.search === 'equality' || column.search === 'order', types, source)
  }

  /** As `searched`, where any of two equal values may stand for both. */
  grouped(types?: readonly LogicalTypeName[], source?: Source): Ref {
    return this.#column(
      (column) => (column.search === 'equality' || column.search === 'order') && (this.exact || !looseColumn(column)),
      types,
      source,
    )
  }

  /** As `ord`, where any of two equal values may stand for both. */
  ranked(types?: readonly LogicalTypeName[], source?: Source): Ref {
    return this.#column((column) => column.search === 'order' && (this.exact || !looseColumn(column)), types, source)
  }

  sealed(types?: readonly LogicalTypeName[], source?: Source): Ref {
    return this.#column((column) => column.search !== undefined && column.unique !== true, types, source)
  }

  plain(types?: readonly LogicalTypeName[], source?: Source): Ref {
    return this.#column((column) => column.search === undefined, types, source)
  }

  /** A column by its name. */
  named(name: string, source: Source = this.source): Ref {
    const column = columnsOf(source.table).find((one) => one.name === name)
    if (column === undefined) throw new Error(`${source.table} has no column ${name}`)
    return new Ref(column, source)
  }

  /** Columns of both relations that are compared with one another. */
  pair(search: Search, left: Source, right: Source): [Ref, Ref] {
    const both = columnsOf(left.table).filter(
      (column) => column.search === search && columnsOf(right.table).some(({ group }) => group === column.group),
    )
    const column = this.pick(both)
    const other = columnsOf(right.table).find(({ group }) => group === column.group)!
    return [new Ref(column, left), new Ref(other, right)]
  }

  /** A value for the column, as a literal in some spelling or a parameter; now and then NULL. */
  value(ref: Ref): string {
    if (this.#shown) return quoted(shownValues[ref.column.type])
    const spelling = this.draw(6)
    const text = this.chance(14) ? null : this.#valueText(ref)
    const { type, spelling: typeName } = ref.column
    const base = typeName.replace(/\(.*/, '')
    if (spelling === 1) return this.parameter(text)
    if (spelling === 2) return `${this.parameter(text)}::${type === 'bpchar' ? typeName : base}`
    if (text === null) return spelling === 3 && type !== 'bpchar' ? `null::${base}` : 'null'
    if (spelling === 3) return `${quoted(text)}::${type === 'bpchar' ? typeName : base}`
    if (spelling === 4 && /^(int|numeric)/.test(type) && /^-?[0-9.]+$/.test(text)) return text
    if (spelling === 4 && /^float/.test(type) && /^-?[0-9.e+-]+$/.test(text)) return text
    if (spelling === 4 && type === 'bool') return text
    if (spelling === 5 && /^(text|varchar|date|uuid|timestamp|interval)/.test(type))
      return `cast(${quoted(text)} as ${base})`
    return quoted(text)
  }

  /** The same as an untyped literal that is not NULL. */
  literal(ref: Ref): string {
    return quoted(this.#shown ? shownValues[ref.column.type] : this.#valueText(ref))
  }

  /** The text of a value that is not NULL, for copy data and arrays. */
  text(ref: Ref): string {
    return this.#shown ? shownValues[ref.column.type] : this.#valueText(ref)
  }

  /** A literal, or a parameter. */
  literalOrParameter(ref: Ref): string {
    if (this.#shown || !this.chance(2)) return this.literal(ref)
    return this.parameter(this.#valueText(ref))
  }

  parameter(text: string | null): string {
    this.parameters.push(text)
    return `$${this.parameters.length}`
  }

  /** ` order by id` of a query whose rows are then in one order. */
  byId(): string {
    this.isOrdered = true
    return ` order by ${this.source.prefix}id`
  }

  /** A condition on the rows of `source`: in the simplest statement one on plain columns. */
  condition(): string {
    const choice = this.draw(8)
    if (choice === 0 || this.#depth > 2 || this.#predicates.length === 0) {
      return `${this.source.prefix}id ${this.pick(['>', '<', '<>', '='])} ${this.draw(12)}`
    }
    this.#depth += 1
    try {
      if (choice === 1) return `(${this.condition()} and ${this.condition()})`
      if (choice === 2) return `(${this.condition()} or ${this.condition()})`
      if (choice === 3) return `not (${this.condition()})`
      const line = this.pick(this.#predicates)
      this.holds.add(line.id)
      return line.predicate(this)
    } finally {
      this.#depth -= 1
    }
  }

  /** A query of some other line, to stand within a statement; in the simplest one two columns of `things`. */
  query(): string {
    return this.#other(this.#queries) ?? `select id, ${this.sealed()} as v from things`
  }

  /** A statement of some other line that writes; in the simplest one an UPDATE of one row. */
  write(): string {
    const simplest = (ref: Ref): string => `update things set ${ref} = ${this.value(ref)} where id = ${this.id()}`
    return this.#other(this.#writes) ?? simplest(this.sealed())
  }

  #other(lines: readonly QueryLine[]): string | undefined {
    const { source } = this
    const line = lines.length === 0 || this.draw(6) === 0 ? undefined : this.pick(lines)
    if (line === undefined) return undefined
    this.holds.add(line.id)
    const sql = line.query(this)
    this.isOrdered = false
    this.source = source
    return sql
  }

  /** A sealed column, or something that gives a value of one. */
  operand(ref: Ref): string {
    switch (this.#depth > 1 ? 0 : this.draw(8)) {
      case 1:
        return this.#nested(() => `coalesce(${this.operand(ref)}, ${this.value(ref)})`)
      case 2:
        return this.#nested(() => `case when ${this.condition()} then ${this.operand(ref)} end`)
      case 3:
        return this.#nested(() => `case when ${this.condition()} then ${this.value(ref)} else ${this.operand(ref)} end`)
      case 4:
        return ref.column.search === 'none' ? `${ref}` : `nullif(${ref}, ${this.value(ref)})`
      default:
        return `${ref}`
    }
  }

  #nested(make: () => string): string {
    this.#depth += 1
    try {
      return make()
    } finally {
      this.#depth -= 1
    }
  }

  /** Nothing, or WHERE with a condition. */
  where(): string {
    return this.chance(2) ? ` where ${this.condition()}` : ''
  }

  /** WHERE with a condition. */
  filter(): string {
    return ` where ${this.condition()}`
  }

  /** An id that may be there. */
  id(): number {
    return this.draw(12) + 1
  }

  /** An id that is not there. */
  newId(): number {
    return 100 + this.draw(4)
  }

  /** Columns that are all different, the first being one of `first`. */
  several(first: Ref, most: number): Ref[] {
    const found = [first]
    const all = columnsOf(first.source.table)
    for (let more = this.draw(most); more > 0; more -= 1) {
      const column = this.pick(all)
      if (column.unique === true || found.some((ref) => ref.column === column)) continue
      found.push(new Ref(column, first.source))
    }
    return found
  }

  #column(
    fits: (column: ReachColumn) => boolean,
    types: readonly LogicalTypeName[] | undefined,
    source: Source = this.source,
  ): Ref {
    const choices = columnsOf(source.table).filter(
      (column) => fits(column) && (types === undefined || types.includes(column.type)),
    )
    return new Ref(this.pick(choices), source)
  }

  #valueText({ column }: Ref): string {
    const { sealed, plain, loose = [] } = pools[column.type]
    const own = column.search === undefined ? plain : sealed
    return this.pick(this.exact || column.search === undefined ? own : [...own, ...loose])
  }
}

export function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}

const shownValues: Readonly<Record<LogicalTypeName, string>> = {
  text: 'x',
  varchar: 'x',
  bpchar: 'x',
  bytea: '\\x01',
  int2: '7',
  int4: '7',
  int8: '7',
  float4: '1.5',
  float8: '1.5',
  numeric: '1.5',
  bool: 'true',
  uuid: '00000000-0000-0000-0000-000000000001',
  date: '2020-01-01',
  time: '12:00',
  timestamp: '2020-01-01 12:00',
  timestamptz: '2020-01-01 12:00+00',
  interval: '1 day',
  json: '{}',
  jsonb: '{}',
  inet: '10.0.0.1',
  cidr: '10.0.0.0/8',
}
