import type { PhysicalType, SealedColumn } from '../seal/sealed-column.ts'
import type { LogicalType } from '../types/logical-type.ts'
import type { ColumnFolds } from './normalizer.ts'

/** Design section 7. `absent` columns are not in the catalog; see Relation.absent. */
export type ColumnState = 'plain' | 'sealed' | 'resealing' | 'unsealing'

/** A column that the map names and that is an ordinary one to statements: a job seals its table, or has unsealed it. */
export type OpenColumn = { readonly label: string; readonly name: string; readonly state: 'sealing' | 'unsealed' }

/** A column that the map names, joined with what pgseal.columns and the database's own catalog say of it. */
export type MappedColumn = {
  readonly state: ColumnState
  readonly column: SealedColumn
  /** The type clients see. */
  readonly logical: LogicalType
  /** Map name of the table under which it was sealed (encryption context). */
  readonly table: string
  /** Present when the physical column has a pgseal type, or when a column that does not exist yet would get it. */
  readonly physical: PhysicalType | undefined
  /** Columns with the same group and logical type may be compared with one another. */
  readonly indexGroup: string
  readonly indexKeyId: string | undefined
  /**
   * The map gives the table a `record` or a tenant: every value is bound to its row, or to the row's tenant. The rule is that
   * of the row's own relation.
   */
  readonly hasRecord: boolean
  /** The map lets it be served as plain once it is unsealed. */
  readonly leaves?: true
  /** Tokens are written back to it (mode encrypt-only). */
  readonly takesTokens?: true
  /** With a term of its lower case: how letters become lower case. */
  readonly folds?: ColumnFolds
  /** Why the column is refused though it exists: the map disagrees with pgseal.columns, ...; undefined when served. */
  readonly refused: string | undefined
}

/**
 * How the record of a row of one relation is made: literals[0], text of columns[0], literals[1], ... See makeRecord and
 * recordText for the bytes; literals of one empty text are a table without a template. Its columns exist, are NOT NULL, not sealed, not generated, and of a type that is served.
 */
export type RecordRule = {
  /** As the map writes it, for messages. */
  readonly template: string
  /** One more than the template's columns. */
  readonly literals: readonly string[]
  /** Those of the template in order, then the tenant's where it is not among them. */
  readonly columns: readonly RecordColumn[]
  /** Which of `columns` names the row's tenant; -1 where the table has none. */
  readonly tenantAt: number
  readonly rebind: boolean
  readonly verify: 'always' | 'when-known'
}

export type RecordColumn = {
  readonly name: string
  /** In the relation that holds the rule: a partition may number them otherwise. */
  readonly attnum: number
  /** pg_attribute.atttypid: a domain's own. */
  readonly typeOid: number
  /** The type whose text is written: of a domain its base type. */
  readonly type: LogicalType
  /** Values that `=` calls equal have one text, so that equality with a value says what the text is (not 1.0 = 1.00). */
  readonly exact: boolean
  /** Of a view's column: whose defaults count, in this order, where it has none of its own. */
  readonly below?: readonly DefaultPlace[]
}

/** A column that may have a default. */
export type DefaultPlace = { readonly relation: number; readonly attnum: number }

export type Column = {
  readonly attnum: number
  readonly name: string
  readonly typeOid: number
  readonly typmod: number
  readonly notNull: boolean
  readonly hasDefault: boolean
  readonly generated: boolean
  readonly identity: '' | 'a' | 'd'
  readonly mapped: MappedColumn | undefined
}

/**
 * A unique, valid, immediate index without predicate over plain columns, or over a term of a sealed one, that tells
 * values apart as `=` does: default operator classes and the columns' own collations. Attribute numbers.
 */
export type UniqueKey = { readonly name: string; readonly attnums: readonly number[] }

export type Relation = {
  readonly oid: number
  readonly schema: string
  readonly name: string
  /** pg_class.relkind */
  readonly kind: 'r' | 'p' | 'v' | 'm' | 'f' | 't' | 'S' | 'c' | 'i' | 'I'
  /** Live columns in attribute order. */
  readonly columns: readonly Column[]
  readonly uniqueKeys: readonly UniqueKey[]
  /** Such indexes of another collation or operator class: two values that differ may be equal there. */
  readonly looseKeys?: readonly UniqueKey[]
  /** Map name when the map names it. */
  readonly mapName: string | undefined
  /** undefined without a template, and where it cannot be followed: then every mapped column says why it is refused. */
  readonly record: RecordRule | undefined
  /**
   * True when a statement that names it can touch a sealed column: mapped tables, their parents, partitions and children,
   * views and rules over them, transitively.
   */
  readonly relevant: boolean
  /** pg_get_viewdef for relevant views. */
  readonly viewDefinition: string | undefined
  readonly hasRules: boolean
  readonly hasInsteadTriggers: boolean
  readonly hasChildren: boolean
  /** Row level security is enabled: what a statement reads decides which policies apply. */
  readonly hasRowSecurity: boolean
}

export type FunctionFacts = {
  readonly schema: string
  readonly name: string
  readonly builtIn: boolean
}

/** One consistent reading of the database. Never changed; a new reading is a new object with a higher epoch. */
export type Catalog = {
  readonly epoch: number
  relation(oid: number): Relation | undefined
  /** Exact schema and name. */
  relationNamed(schema: string, name: string): Relation | undefined
  /** Every relation with this bare name, in any schema. */
  relationsNamed(name: string): readonly Relation[]
  /** Bare names for which some relation is relevant, or that a mapped table has though it does not exist yet. */
  readonly relevantNames: ReadonlySet<string>
  /** Bare names of relations by which a mapped table may be reached, whatever the state of its columns. */
  readonly reachedNames: ReadonlySet<string>
  /** Composite types of schema pgseal, by OID. */
  physicalType(oid: number): PhysicalType | undefined
  /** The composite type whose array type has this OID. */
  physicalArrayElement(oid: number): PhysicalType | undefined
  /** Any type of schema pgseal: composites, their domains, row types of its tables, arrays of all these, domains over them. */
  readonly isPgsealType: (oid: number) => boolean
  /** True when every function of this bare name is PostgreSQL's own (schema pg_catalog, OID below 16384). */
  isBuiltInFunction(name: string): boolean
  /** The database's default collation folds ASCII letters as "C" does: not so in Turkish. */
  readonly foldsAscii: boolean
  /** True when some operator outside pg_catalog has this name. */
  hasUserOperator(name: string): boolean
  /** Casts that are not PostgreSQL's own (those of schema pgseal are left out): explicit `e`, assignment `a`, implicit `i`. */
  readonly userCasts: readonly UserCast[]
  /** Physical type for a mapped column that does not exist yet, made by apply; undefined before. */
  physicalTypeFor(logicalType: string, terms: readonly string[]): PhysicalType | undefined
  /** Mapped tables of the map, existing or not. */
  readonly mappedTables: readonly MappedTableEntry[]
}

export type UserCast = { readonly source: number; readonly target: number; readonly context: 'e' | 'a' | 'i' }

export type MappedTableEntry = {
  readonly schema: string
  readonly name: string
  readonly mapName: string
  readonly allowShadow: boolean
  readonly relation: Relation | undefined
  /**
   * Mapped columns that do not exist (or whose table does not): what CREATE TABLE and ADD COLUMN make sealed. Their state is
   * `sealed`; `refused` says why one cannot be made (`apply` has not prepared it).
   */
  readonly absent: ReadonlyMap<string, MappedColumn>
  /** Not among the mapped columns of the relation. */
  readonly open?: readonly OpenColumn[]
}
