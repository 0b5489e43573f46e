// What analysis decides for one statement. Frozen data: no value bytes but constants of the statement itself, no keys.
// The connection carries it out with the extended protocol (also for a simple Query that touches a sealed column), so
// every value that must be sealed, or turned into a term, is a parameter of the server's statement.

import type { MappedColumn, RecordColumn, RecordRule } from '../catalog/catalog.ts'
import type { PgsealError } from '../errors.ts'
import type { ValueStep } from '../types/functions.ts'
import type { LogicalType } from '../types/logical-type.ts'
import type { Reading } from './access.ts'
import type { ParsedStatement } from './analysis.ts'
import type { TextEdit } from './client-position.ts'
import type { CopyOptions } from './copy-options.ts'
import type { Nested } from './nested.ts'

export type Plan = PassthroughPlan | SealedPlan | RefusedPlan

/** What a statement does to the state that the proxy keeps of a connection. */
export type Effects = {
  /** Node tag of libpg_query: SelectStmt, InsertStmt, ... */
  readonly statement: string
  readonly transaction:
    | 'begin'
    | 'commit'
    | 'rollback'
    | 'savepoint'
    | 'release'
    | 'rollback-to'
    | 'prepare'
    | undefined
  /** COMMIT or ROLLBACK AND CHAIN: a new transaction block begins at once. */
  readonly chains?: true
  /** False only where the statement surely writes nothing. */
  readonly mayWrite: boolean
  /**
   * What the server resolved names to must be forgotten: SET of search_path and role, RESET, DISCARD, DO, CALL, DDL, user
   * functions, ROLLBACK. A COMMIT forgets only where something in its transaction did, as SET LOCAL does.
   */
  readonly forgetsNames: boolean
  /** Settings that values depend on may have changed. */
  readonly forgetsSettings: boolean
  /** The catalog must be read again. */
  readonly changesCatalog: boolean
  /** DEALLOCATE name, DEALLOCATE ALL ('*'), DISCARD ALL ('*'). */
  readonly deallocates: string | undefined
  /** CLOSE name, CLOSE ALL ('*'), DISCARD ALL ('*'); a DECLARE that touches no sealed column. */
  readonly closes?: string
  /** COPY ... FROM STDIN: the client will send copy data. */
  readonly copiesIn: boolean
}

export type PassthroughPlan = {
  readonly kind: 'passthrough'
  readonly effects: Effects
  /** In words, for `pgseal explain`. */
  readonly reason: string
  /** Calls a function that is not built in or reads a relation that the catalog does not know: executed without a Describe it gets a hidden one. */
  readonly describeFirst: boolean
  /** EXECUTE of this prepared statement: refused where it is one of the protocol's that has a sealed plan (A40). */
  readonly executes?: string
  /** FETCH from the cursor or portal of this name, whose plan is its own. */
  readonly fetches?: string
  /** PREPARE of a statement that names a mapped table and touches no sealed column. */
  readonly prepares?: Prepares
}

/** A cursor over sealed columns: what FETCH returns of it, as in the plan of its query. */
export type Declares = Pick<SealedPlan, 'results' | 'hidden' | 'opens' | 'usesSettings' | 'effects'> & {
  readonly name: string
  readonly hold: boolean
  readonly binary: boolean
}

/** What SQL's PREPARE makes: a statement in one namespace with the protocol's (A40). */
export type Prepares = {
  readonly name: string
  /** The statement after AS. */
  readonly statement: ParsedStatement
  readonly declaredOids: readonly number[]
  readonly plan: PassthroughPlan | SealedPlan
}

export type RefusedPlan = { readonly kind: 'refused'; readonly effects: Effects; readonly error: PgsealError }

export type SealedPlan = {
  readonly kind: 'sealed'
  readonly effects: Effects
  /** The text for the server: the client's statement with edits spliced in, nothing else changed. */
  readonly text: Buffer
  /** What was spliced into the client's statement; undefined where `text` was made in another way. */
  readonly edits: readonly TextEdit[] | undefined
  /** The server's parameters, in order. */
  readonly parameters: readonly ServerParameter[]
  /** The client's parameters, in order: for ParameterDescription. */
  readonly clientParameters: readonly ClientParameter[]
  /** Result columns in order, undefined for one that must be plain; undefined as a whole when the statement returns no rows. */
  readonly results: readonly (SealedResult | undefined)[] | undefined
  /** Places in `results` that are not the client's: it sees neither their description nor their values. Ascending. */
  readonly hidden: readonly number[]
  /** How many data keys a named key needs: rows are numbered from 0. */
  readonly rows: number
  /** By row number; undefined for a row of a table without `record`, and where no value is sealed. */
  readonly records: readonly (RowRecord | undefined)[]
  /** What the server must compute beforehand; undefined when nothing. */
  readonly evaluates: Evaluation | undefined
  /** True when an operand or a result depends on ValueSettings beyond the defaults (date, time, float, bytea, interval). */
  readonly usesSettings: boolean
  /** Statements to run in the same transaction after this one, before its CommandComplete is passed on. */
  readonly after: readonly Buffer[]
  /** An UPDATE whose rows must be known before their values can be sealed: `text` is then only described, never executed. */
  readonly many?: ManyRows
  readonly prepares?: Prepares
  readonly declares?: Declares
  /** FETCH from a binary cursor: in a simple Query the rows come in binary. */
  readonly binary?: true
  /** The plan of a FETCH: that of the DECLARE or SELECT whose rows it reads. */
  readonly fetched?: SealedPlan
  /** The plan of an EXECUTE: whose it is, and the statement that was prepared. */
  readonly executed?: { readonly plan: SealedPlan; readonly prepared: ParsedStatement }
  /** A COPY: `text` is then that of its query (out), or of the COPY itself (in). */
  readonly copy?: CopyOut | CopyIn
  /** Columns named, for audit, explain and status: labels. */
  readonly seals: readonly string[]
  readonly searches: readonly string[]
  readonly opens: readonly string[]
}

/** The rows of the plan go to the client as copy data. */
export type CopyOut = { readonly direction: 'out'; readonly options: CopyOptions }

export type CopyIn = {
  readonly direction: 'in'
  readonly options: CopyOptions
  /** As errors name it. */
  readonly table: string
  /** In the order of the fields. */
  readonly columns: readonly string[]
  /** The INSERT of one row whose client parameters are the fields. */
  readonly row: SealedPlan
}

/** Where the record of one row comes from: a value for each of `rule.columns`, in that order. */
export type RowRecord = {
  readonly rule: RecordRule
  /** `schema.table`, for messages. */
  readonly table: string
  readonly values: readonly RecordValue[]
}

export type RecordValue =
  /** A parameter of the client or a constant, which PostgreSQL will assign to the column. */
  | { readonly from: 'operand'; readonly operand: Operand }
  /** What the column of the one row that is updated must be equal to: with NULL there is no such row. */
  | { readonly from: 'compared'; readonly operand: Operand }
  /** Computed beforehand: cell `column` of row `row` of the Evaluation, already of the column's type. */
  | { readonly from: 'evaluated'; readonly row: number; readonly column: number }

/**
 * Defaults that are evaluated first, by one hidden statement on the client's connection and in its transaction: the
 * statement itself gets the very values as parameters, so that each row holds what its record says.
 */
export type Evaluation = {
  /** Columns of the hidden statement. */
  readonly columns: readonly EvaluatedColumn[]
  /**
   * For each of its rows, in order, what is evaluated for each column: true for its default, a text for that expression;
   * false is NULL and never looked at.
   */
  readonly rows: readonly (readonly (boolean | string)[])[]
  /** The statement inserts several rows, and PostgreSQL would evaluate one row's defaults behind another's. */
  readonly several: boolean
  /** Sequences whose last value the statement itself asks for, without their schema; '' where that may be any. */
  readonly asks: readonly string[]
}

/** A column whose default is evaluated, of the relation that the client's INSERT names. */
export type EvaluatedColumn = { readonly relation: number; readonly column: RecordColumn }

/**
 * An UPDATE of many rows, as two statements of one transaction: a SELECT that finds and locks the rows as the client's UPDATE
 * would, then an UPDATE of exactly those, from arrays with an element a row.
 */
export type ManyRows = {
  readonly select: Buffer
  /** Its parameters in order: indices in SealedPlan.parameters. */
  readonly selectParameters: readonly number[]
  /** The first so many columns of the SELECT are the row's unique key; 0: every row counts. */
  readonly keyColumns: number
  /** The record of each row, from columns of the SELECT; undefined for a table without `record`. */
  readonly record: ManyRecord | undefined
  /** Columns of the record are set: what is sealed in the row and stays must be sealed anew. */
  readonly rebind: ManyRebind | undefined
  /** An INSERT ... SELECT: columns of the SELECT that hold values of `source`, to be opened and sealed for `target`. */
  readonly copies?: readonly ManyCopy[]
  /** Columns of the SELECT that values are computed from. */
  readonly reads: readonly ManyRead[]
  /** A row of the table may come more than once, joined with several others: the first counts. */
  readonly joins: boolean
  readonly update: Buffer
  readonly updateParameters: readonly ManyParameter[]
  /** For each result column that the SELECT computed its column there; undefined for those of the UPDATE itself. */
  readonly selected: readonly (number | undefined)[]
  /** A parameter stands in several places without a declared type: the server is asked how it reads `text`. */
  readonly asksTypes: boolean
}

/** `columns`: for each of `rule.columns`, the column of the SELECT. */
export type ManyRecord = {
  readonly rule: RecordRule
  /** `schema.table`, for messages. */
  readonly table: string
  readonly columns: readonly number[]
}

export type ManyRebind = {
  /** For each of `record.rule.columns`, where its new value comes from; `column` is one of the SELECT. */
  readonly values: readonly (
    | { readonly from: 'kept' }
    | { readonly from: 'operand'; readonly operand: Operand }
    | { readonly from: 'column'; readonly column: number }
  )[]
  /** Sealed columns that the statement does not set, and the columns of the SELECT that hold their stored values. */
  readonly reseals: readonly { readonly target: MappedColumn; readonly column: number }[]
}

/** `column`: of the SELECT. Neither column's values are bound to a row. */
export type ManyCopy = { readonly column: number; readonly source: MappedColumn; readonly target: MappedColumn }

/**
 * `column`: of the SELECT. `sealed`: the column whose value it holds; `own`: it is the updated row's, whose record it has.
 * `carried`: it holds a number, from 1, of these operands, or of the elements of the one that is an array.
 */
export type ManyRead = {
  readonly column: number
  readonly type: LogicalType
  readonly sealed: MappedColumn | undefined
  readonly own: boolean
  readonly carried: readonly Operand[] | undefined
}

export type ManyParameter =
  /** As in SealedPlan.parameters. */
  | { readonly from: 'parameter'; readonly index: number }
  /** The values of a column of the SELECT, in order of its rows. */
  | { readonly from: 'column'; readonly index: number }
  /** What parameter `index`, of role seal, is in each row. */
  | { readonly from: 'seal'; readonly index: number }
  /** What the column of `rebind.reseals[index]`, or of `copies[index]`, is in each row. */
  | { readonly from: 'reseal'; readonly index: number }

/** Where a value comes from. Constants hold the text that the type's input function would get; null is SQL NULL. */
export type OperandSource =
  | { readonly from: 'parameter'; readonly index: number }
  | { readonly from: 'constant'; readonly text: Buffer | null }
  /** The function of types/scalar.ts that this name means for arguments of these types. */
  | { readonly from: 'computed'; readonly name: string; readonly arguments: readonly Operand[] }
  /** A value of the row that is read first: ManyRows.reads. */
  | { readonly from: 'row'; readonly at: number }

/**
 * A value as PostgreSQL would read it: source, the type in which it is read, then explicit casts in order of application.
 * `array`: the value is an array of that type (= ANY).
 */
export type Operand = {
  readonly source: OperandSource
  readonly type: LogicalType
  readonly casts: readonly LogicalType[]
  readonly array: boolean
}

export type ServerParameter =
  /** Passed on as it came; `declaredOid` as the client declared it. */
  | { readonly role: 'plain'; readonly index: number; readonly declaredOid: number }
  /** An argument of EXECUTE: `operand` in binary, or where the type is not a logical one its `text` as it stands. */
  | {
      readonly role: 'given'
      readonly operand: Operand | undefined
      readonly text: Buffer | null
      readonly declaredOid: number
    }
  /** Sealed for `target`, in row `row`: the server must see it as target.physical.oid. */
  | { readonly role: 'seal'; readonly operand: Operand; readonly target: MappedColumn; readonly row: number }
  /** A term of the operand under target's index key: bytea, or bytea[] when operand.array. */
  | {
      readonly role: 'term'
      readonly operand: Operand
      readonly target: MappedColumn
      readonly term: SearchTerm
      /** Undefined: of the operand itself. */
      readonly reads?: TermReading
    }
  /** The value at this place of the Evaluation, in binary, declared as the column's type. */
  | { readonly role: 'evaluated'; readonly row: number; readonly column: number; readonly typeOid: number }
  /** NULL where the operand is, else `number` as int4; of an array the numbers of its elements from 1, as int4[]. */
  | { readonly role: 'ordinal'; readonly operand: Operand; readonly number: number }
  /** NULL: the proxy alone has computed with the client's value. */
  | { readonly role: 'unused'; readonly declaredOid: number }
  /** NULL where the operand is, else empty bytes, as bytea: the statement asks for no more. `target`: what it stands beside. */
  | { readonly role: 'null-test'; readonly operand: Operand; readonly target: MappedColumn }
  /** Sealed under a random key of this statement (key source 3): it can only reach the result. */
  | { readonly role: 'constant'; readonly operand: Operand; readonly target: MappedColumn }

/** The terms by which comparisons are made: equality alone, equality of lower cases, or order and equality. */
export type SearchTerm = 'eq' | 'eq_lower' | 'ord'

/** What the term is made of: lower() of the operand, or the one text that it matches as a pattern of LIKE or ILIKE. */
export type TermReading = 'lower' | 'like' | 'ilike'

export type ClientParameter = {
  /** OID for ParameterDescription; 0: take what the server says of server parameter `plainAt`. */
  readonly typeOid: number
  /** Index in `parameters` of its plain role, -1 without one. */
  readonly plainAt: number
}

export type SealedResult = {
  /** Table and column for the description of a result that the server no longer knows to be this column. */
  readonly source?: { readonly relation: number; readonly attnum: number } | undefined
  /** Columns any of which a value here may come from; all have one logical type and one physical type. */
  readonly origins: readonly MappedColumn[]
  /** What is computed of the opened value, in order; the last step gives `logical`. */
  readonly computed?: readonly ValueStep[] | undefined
  /** The same of several columns of the row, by place in `results`: what `row` of the operand names, in order. */
  readonly combined?:
    | { readonly operand: Operand; readonly leaves: readonly { readonly place: number; readonly type: LogicalType }[] }
    | undefined
  /** As clients see it; typmod -1 where the origins' differ. */
  readonly logical: LogicalType
  /** What becomes of stored values. Values that the statement itself has sealed are given back as they are. */
  readonly reading: Reading
  /** For each origin the columns that tell its row; undefined where values are bound to no row, or the row is not known. */
  readonly rows: readonly (ResultRow | undefined)[]
  /** JSON, an array or a joined text that holds values of `origins`: each is read as its leaf says. */
  readonly nested?: Nested<NestedLeaf> | undefined
}

/** A value within a nested one. */
export type NestedLeaf = Pick<SealedResult, 'origins' | 'logical' | 'reading'>

/** `columns`: for each of `rule.columns`, the place in `results` where it stands. */
export type ResultRow = { readonly rule: RecordRule; readonly columns: readonly number[] }
