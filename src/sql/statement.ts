// What is gathered while one statement is analysed: which nodes of its tree are to be replaced and by what, which server
// parameters that needs, and what the statement touches. Written by the files of the statement kinds, read by plan.
import type { MappedColumn } from '../catalog/catalog.ts'
import { PgsealError } from '../errors.ts'
import { explicitCast } from '../types/conversion.ts'
import type { LogicalType, LogicalTypeName } from '../types/logical-type.ts'
import { refuseSearch } from './access.ts'
import type { AnalysisInput } from './analysis.ts'
import { arrayCast, arrayOperandOf } from './array-operand.ts'
import type { Carried } from './carried.ts'
import type { Context } from './context.ts'
import type { GroupMember } from './grouping-text.ts'
import type { ManyInserted } from './many-inserted.ts'
import type { ManyUpdate } from './many-rows-reads.ts'
import { operandOf } from './operand.ts'
import type { EvaluatedColumn, Operand, RowRecord, SearchTerm, TermReading } from './plan.ts'
import { refuse } from './refusal.ts'
import type { Level } from './scope.ts'
import type { OutputColumn } from './select.ts'
import type { SetForm } from './set-text.ts'
import type { UsingEdit } from './using.ts'
import type { ColumnValue } from './value.ts'
import { as, type Fields, locationOf, number, tagOf, walk } from './walk.ts'

/** How a node of the client's tree is replaced in the server's text. */
export type Claim =
  /** The node becomes `$n`; with `asks`, a column reference `x` becomes `((x).eq = $n)`, or by the term of `use`. */
  | {
      readonly to: 'parameter'
      readonly use: ParameterUse
      readonly asks?: true
      /** The node is none of the client's, but of a claim `listed`. */
      readonly made?: true
    }
  /** `*` in a select list becomes these items: columns by their paths, or nodes that are claimed as parameters. */
  | { readonly to: 'listed'; readonly items: readonly (readonly string[] | object)[] }
  /** A function in FROM gets a name, and its columns theirs. */
  | { readonly to: 'aliased'; readonly name: string; readonly columns: readonly string[] }
  /** A column reference `x` becomes `(x).eq`, or the term given. */
  | { readonly to: 'term'; readonly term?: SearchTerm }
  /** `lower(x)`, x being `column`, becomes `((x).eq_lower)`. */
  | { readonly to: 'lower-term'; readonly column: unknown }
  /** LIKE or ILIKE becomes `=`, or `<>`. */
  | { readonly to: 'equals'; readonly negated: boolean }
  /** An ordinal or alias in GROUP BY or ORDER BY becomes `(path).eq`, or the term given. */
  | ({ readonly to: 'term-of' } & TermOf)
  /** A column reference becomes the value of a member of the group. */
  | { readonly to: 'member'; readonly form: GroupMember }
  /** An item of a select list becomes this column under this name. */
  | { readonly to: 'item'; readonly column: unknown; readonly name: string }
  /** A column becomes NULL, or `json_build_array(x, ...)` of itself and what tells its row. */
  | { readonly to: 'beside'; readonly paths: readonly (readonly string[])[] }
  /** A call becomes one of array_agg(); `delimited`: without its second argument. */
  | { readonly to: 'array-agg'; readonly delimited: boolean }
  /** A set operation, by the fields of its SelectStmt. */
  | { readonly to: 'set'; readonly set: SetForm }
  /** A call of min() or, `most`, of max() becomes the first of the sorted values. */
  | { readonly to: 'extreme'; readonly most: boolean }
  /** An item of a select list gets a name. */
  | { readonly to: 'named'; readonly name: string }
  /** DISTINCT becomes DISTINCT ON (...): a path means the column's term, a number a place in the list `targets`. */
  | {
      readonly to: 'distinct-on'
      readonly items: readonly (number | TermOf)[]
      readonly targets: readonly unknown[]
    }
  /** `NULLIF(x, y)` becomes `CASE WHEN ((x).eq = y) THEN NULL ELSE x END`; `column`: the node of x without casts. */
  | { readonly to: 'case'; readonly column: unknown }
  /** The node becomes NULL: a NULL under casts. */
  | { readonly to: 'null' }
  /** Column `at` of the conflict target whose list begins at byte `list`: `x` becomes `((x).eq)`, or the term given. */
  | { readonly to: 'index-term'; readonly list: number; readonly at: number; readonly term?: SearchTerm }
  /** DEFAULT becomes `$n`: the value of a default that was evaluated first. */
  | { readonly to: 'evaluated'; readonly use: EvaluatedUse }
  /** A row of a VALUES list gets further values: evaluated ones, undefined for DEFAULT. */
  | { readonly to: 'row'; readonly more: readonly (EvaluatedUse | undefined)[] }
  /** An INSERT (its fields, not its node) names further columns, and may then say OVERRIDING SYSTEM VALUE. */
  | { readonly to: 'insert'; readonly columns: readonly string[]; readonly overriding: boolean }
  /** A list in such a statement, a field of this node, gets further items. */
  | { readonly to: 'longer'; readonly field: string; readonly names: readonly string[] }
  /** A select list gets further items at its end. */
  | { readonly to: 'appended'; readonly items: readonly AppendedItem[] }
  /** A cast over an array constructor, or over the column of a VALUES list, goes; what is under it stays. */
  | { readonly to: 'inner'; readonly node: unknown }

/** A column by its path, and which of its terms. */
export type TermOf = { readonly path: readonly string[]; readonly term: SearchTerm }

/** A column, by its path, or a NULL of a type, under a name of the analysis. `text`: the whole item. */
export type AppendedItem = { readonly name: string; readonly text: string } & (
  | {
      readonly path: readonly string[]
      /** In a grouped query: of a member of the group. */
      readonly member: GroupMember | undefined
    }
  | { readonly nullOf: LogicalTypeName }
)

/** Gives the columns of item `at` where it is sealed on its way, undefined for all others. */
export type Inserting = {
  readonly targets: unknown
  readonly take: (context: Context, item: unknown, at: number) => readonly OutputColumn[] | undefined
}

/** A place that names a sealed column. */
export type Reference = {
  readonly node: unknown
  readonly column: ColumnValue
  readonly level: Level | undefined
  /** The level whose aggregate it stands in. */
  readonly aggregateOf: Level | undefined
}

/** One place of the server's text that takes a cell of the Evaluation; known by its object. */
export type EvaluatedUse = { readonly row: number; readonly column: number; readonly typeOid: number }

export type ParameterUse = {
  readonly role: 'seal' | 'term' | 'constant' | 'null-test' | 'ordinal'
  /** For the role ordinal of no array. */
  readonly number?: number
  /** For the role term: `eq` unless given. */
  readonly term?: SearchTerm
  readonly reads?: TermReading
  readonly operand: Operand
  readonly target: MappedColumn
  /** For the role seal. */
  readonly row: number
  /** OID for ParameterDescription when the client declared none. */
  readonly clientOid: number
  readonly location: number | undefined
}

/** Types whose text depends on settings of the connection. */
const settingTypes: ReadonlySet<LogicalTypeName> = new Set([
  'date',
  'time',
  'timestamp',
  'timestamptz',
  'interval',
  'float4',
  'float8',
  'bytea',
])

/** OIDs with which a client leaves a parameter's type open: none, and `unknown`. */
const openOids = new Set([0, 705])

export class Analysis {
  readonly input: AnalysisInput
  /** A stored view's definition: its text is the server's own, nothing in it can be replaced. */
  readonly inView: boolean
  /** A relation with sealed columns, or a view over one, is read or written. */
  relevant = false
  /** A relation or function that the catalog does not know is used. */
  unknownObjects = false
  /** Rows that the statement writes so far: each has its own data key. */
  rows = 0
  /** By row number: which row of which table it is, where the table has a `record`. */
  readonly records: (RowRecord | undefined)[] = []
  /** Defaults that are to be evaluated first. */
  readonly evaluation: { readonly columns: EvaluatedColumn[]; readonly rows: (true | string)[][]; inserted: number } = {
    columns: [],
    rows: [],
    /** Rows of the VALUES lists in which something is evaluated. */
    inserted: 0,
  }
  /** Types of open parameters that name a row and stand elsewhere too, by index. */
  readonly namingTypes = new Map<number, LogicalType>()
  /** Lists whose values the server gets the numbers of. */
  readonly carried = new Set<Carried>()
  /** The list of an INSERT of a query, and what takes its items. */
  inserting: Inserting | undefined = undefined
  usesSettings = false
  /** Lists of subqueries may be made longer, so that the rows of sealed values in them can be told from outside. */
  exposesRows = false
  /** The row of a value in the result is not told, and what its table says of that. */
  missesRows: 'always' | 'when-known' | undefined = undefined
  /** The statement is an UPDATE that seals values in rows which nothing pins. */
  many: ManyUpdate | undefined = undefined
  /** The statement is an INSERT of a query that seals values in rows of any number. */
  inserted: ManyInserted | undefined = undefined
  /** Where sealed columns are merged by JOIN ... USING: the statement is written anew, and nothing else of this analysis counts. */
  readonly using = new Map<object, UsingEdit>()
  readonly claims = new Map<object, Claim>()
  /** In the order of analysis. */
  readonly references: Reference[] = []
  readonly seals = new Set<string>()
  readonly searches = new Set<string>()
  /** The list whose rows are the statement's own result, and what they are ordered by. */
  final: { readonly targets: unknown; readonly sortClause: unknown } | undefined = undefined
  /** Columns added to that list, for what is computed of several. */
  readonly added: OutputColumn[] = []
  /** Some item of that list is computed on opened values. */
  computes = false
  /** A result column is JSON, an array or a joined text with sealed values in it. */
  nests = false
  /** How many expressions are written in another way, which would give a result column another name. */
  renames = 0
  #added = 0
  #parameterUses: ReadonlyMap<number, number> | undefined

  constructor(input: AnalysisInput, inView: boolean) {
    this.input = input
    this.inView = inView
  }

  /** 1-based position in characters of a byte offset of the parsed text; undefined in a view. */
  characterAt(location: number): number | undefined {
    if (this.inView) return undefined
    const { text, start, characterStart } = this.input.statement
    let characters = characterStart + 1
    const end = Math.min(location - start, text.length)
    for (let at = 0; at < end; at += 1) if ((text[at]! & 0xc0) !== 0x80) characters += 1
    return characters
  }

  /** A literal or parameter as a value of `target` where it says no type itself; refused where it cannot be read. */
  operand(node: unknown, target: LogicalType, array = false): Operand {
    const { declaredOids } = this.input
    const operand = array ? arrayOperandOf(node, declaredOids, target) : operandOf(node, declaredOids, target)
    if (operand === undefined) {
      refuse(this, 'operandNotServed', { type: array ? `${target.name}[]` : target.name }, innerLocation(node))
    }
    this.noteType(operand.type.name)
    return this.withCasts({ ...operand, casts: [] }, operand.casts, node)
  }

  /** The operand under further explicit casts; refused where one of them is not served. */
  withCasts(operand: Operand, casts: readonly LogicalType[], node: unknown): Operand {
    let from = finalType(operand)
    for (const cast of casts) {
      if (explicitCast(from.name, cast) === undefined) {
        refuse(this, 'operandNotServed', { type: cast.name }, innerLocation(node))
      }
      this.noteType(cast.name)
      from = cast
    }
    return casts.length === 0 ? operand : { ...operand, casts: [...operand.casts, ...casts] }
  }

  /** The type that a literal or parameter says itself; undefined for a string, NULL or a parameter not declared. */
  typeSaid(node: unknown): LogicalType | undefined {
    if (this.isOpen(node)) return undefined
    const operand = operandOf(node, this.input.declaredOids, { name: 'text', typmod: -1 })
    return operand === undefined ? undefined : finalType(operand)
  }

  /** True for what takes its type from where it stands: a string, NULL, a parameter not declared. */
  isOpen(node: unknown): boolean {
    const constant = as(node, 'A_Const')
    if (constant !== undefined) return constant.sval !== undefined || constant.isnull === true
    const parameter = as(node, 'ParamRef')
    return parameter !== undefined && openOids.has(this.input.declaredOids[number(parameter.number) - 1] ?? 0)
  }

  /** The element type of a cast to an array. */
  elementCast(cast: Fields): LogicalType {
    const type = arrayCast(cast.typeName)
    if (type === undefined) refuse(this, 'operandNotServed', { type: 'array' }, locationOf(cast))
    return type
  }

  /** How often a client parameter is named. */
  parameterUses(index: number): number {
    if (this.#parameterUses === undefined) {
      const uses = new Map<number, number>()
      walk(this.input.statement.parse, (tag, fields) => {
        if (tag === 'ParamRef') uses.set(number(fields.number) - 1, (uses.get(number(fields.number) - 1) ?? 0) + 1)
        return undefined
      })
      this.#parameterUses = uses
    }
    return this.#parameterUses.get(index) ?? 0
  }

  /** A name that nothing in the statement has. */
  addedName(): string {
    const { text } = this.input.statement
    let name: string
    do name = `pgseal_row_${++this.#added}`
    while (text.includes(name))
    return name
  }

  /** Puts an item at the end of a select list of the client's tree. */
  append(targets: readonly unknown[], item: AppendedItem): void {
    const known = this.claims.get(targets)
    if (known?.to === 'appended') this.claims.set(targets, { to: 'appended', items: [...known.items, item] })
    else this.claim(targets, { to: 'appended', items: [item] })
  }

  /** A grouped column, an item of this select list, becomes something else than the value of a member. */
  unclaimMember(node: unknown, target: unknown): void {
    if (this.claims.get(node as object)?.to === 'member') this.claims.delete(node as object)
    if (this.claims.get(target as object)?.to === 'named') this.claims.delete(target as object)
  }

  noteType(type: LogicalTypeName): void {
    if (settingTypes.has(type)) this.usesSettings = true
  }

  claim(node: unknown, claim: Claim): void {
    if (this.inView) throw new PgsealError('shapeNotServed', { shape: 'a view that computes with a sealed column' })
    if (this.claims.has(node as object)) {
      throw new PgsealError('spliceFailed', {}, { logDetail: 'a node of the statement has two roles' })
    }
    this.claims.set(node as object, claim)
    if (claim.to !== 'parameter') return
    const label = claim.use.target.column.label
    if (claim.use.role === 'seal') this.seals.add(label)
    if (claim.use.role === 'term') {
      refuseSearch(this, label, label, claim.use.location)
      this.searches.add(label)
    }
  }
}

/** The type of an operand after its casts. */
export function finalType(operand: Operand): LogicalType {
  return operand.casts.at(-1) ?? operand.type
}

/** True when each of the operand's casts is one that the proxy makes itself. */
export function isConvertible({ type, casts }: Operand): boolean {
  return casts.every((cast, at) => explicitCast((casts[at - 1] ?? type).name, cast) !== undefined)
}

/** True for SQL NULL written as a constant. */
export function isNullConstant(operand: Operand): boolean {
  return operand.source.from === 'constant' && operand.source.text === null
}

/** Where a constant or parameter under casts stands. */
function innerLocation(node: unknown): number | undefined {
  const tag = tagOf(node)
  const fields = tag === undefined ? undefined : as(node, tag)
  if (fields === undefined) return undefined
  return tag === 'TypeCast' ? innerLocation(fields.arg) : locationOf(fields)
}
