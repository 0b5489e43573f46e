// Items of the list of an INSERT ... SELECT that are sealed on their way: what the proxy computes of columns that the SELECT
// brings, of plain columns, and values of VALUES and UNNEST in FROM. `*` over such is written out.
import type { MappedColumn } from '../catalog/catalog.ts'
import { claimSeal, isSealed, type WrittenRow } from './assignment.ts'
import { carriedArray, take } from './carried.ts'
import { computedOperand } from './computed-operand.ts'
import type { Context } from './context.ts'
import { isBuiltInCall } from './functions.ts'
import { isAggregate } from './grouping.ts'
import type { Operand } from './plan.ts'
import { type RowColumn, readsInto } from './row-reads.ts'
import { pathTo } from './row-source.ts'
import { entryNamed, find, type Level } from './scope.ts'
import type { OutputColumn } from './select.ts'
import type { Analysis, Inserting } from './statement.ts'
import type { Target } from './target.ts'
import { targetName } from './target-name.ts'
import { type ColumnValue, plain } from './value.ts'
import { as, type Fields, list, names, text, walk } from './walk.ts'

/** `made`: no column, but unnest() of the parameter that this node became. */
export type InsertedRead = RowColumn & { readonly made?: object }

/** What became of the columns of an item: sealed, or left as they are. */
type Taken = readonly ('sealed' | 'left')[]

export class Taker implements Inserting {
  readonly targets: unknown
  readonly taken = new Map<unknown, Taken>()
  readonly reads: InsertedRead[] = []
  readonly #target: Target
  readonly #columns: readonly (ColumnValue | undefined)[]
  readonly #select: Fields
  readonly #written: WrittenRow

  constructor(target: Target, columns: readonly (ColumnValue | undefined)[], select: Fields, written: WrittenRow) {
    this.targets = select.targetList
    this.#target = target
    this.#columns = columns
    this.#select = select
    this.#written = written
  }

  /** Columns are added to the list: not where rows are grouped or told apart by it. */
  get isServed(): boolean {
    const clauses = ['distinctClause', 'groupClause', 'havingClause', 'windowClause']
    if (clauses.some((clause) => this.#select[clause] !== undefined)) return false
    let simple = true
    walk(this.#select.targetList, (tag, fields) => {
      if (tag === 'SubLink') return false
      if (tag === 'FuncCall' && isAggregate(names(fields.funcname).at(-1) ?? '', fields)) simple = false
      return undefined
    })
    return simple
  }

  take(context: Context, item: unknown, at: number): readonly OutputColumn[] | undefined {
    const fields = as(item, 'ResTarget') ?? {}
    const path = names(as(fields.val, 'ColumnRef')?.fields)
    if (path.at(-1) === '*') return this.#star(context, item, path, at)
    const into = this.#columns[at]
    if (into === undefined || !isSealed(into)) return undefined
    const operand =
      this.#unnested(context, fields.val, into.value.origins[0]!) ??
      (copies(context.level, path, into) ? undefined : computedOperand(context, fields.val, this.#rowRead(context)))
    if (operand === undefined) return undefined
    claimSeal(context, into.value, fields.val, this.#written, operand)
    this.taken.set(item, ['sealed'])
    return [made(text(fields.name) || targetName(fields.val))]
  }

  #rowRead(context: Context) {
    return readsInto(context, { ...this.#target, own: false }, this.reads)
  }

  /** unnest($1::text[]) as an item of the list. */
  #unnested(context: Context, node: unknown, goal: MappedColumn): Operand | undefined {
    const call = as(node, 'FuncCall')
    const known = new Set(['funcname', 'args', 'funcformat', 'location'])
    if (call === undefined || Object.keys(call).some((field) => !known.has(field))) return undefined
    const path = names(call.funcname)
    const [array, ...others] = list(call.args)
    const { analysis } = context
    if (path.at(-1) !== 'unnest' || others.length > 0 || !isBuiltInCall(path, analysis.input.catalog)) return undefined
    const carried = carriedArray(array)
    const place = {}
    const taken = take(context, carried, goal, place)
    if (taken === undefined) return undefined
    const { type, operands } = taken
    const index = this.reads.push({ path: [], made: place, own: false, type, sealed: undefined, carried: operands }) - 1
    return { source: { from: 'row', at: index }, type, casts: [], array: false }
  }

  #star(context: Context, item: unknown, path: readonly string[], at: number): readonly OutputColumn[] | undefined {
    const { level, analysis } = context
    const columns =
      path.length === 1
        ? level?.open === true
          ? undefined
          : level?.columns
        : entryNamed(level, path.length > 2 ? path.at(-3) : undefined, path.at(-2)!)?.columns
    if (columns === undefined || columns.some((column) => column.added === true)) return undefined
    const goes = (index: number) => {
      const into = this.#columns[at + index]
      return into !== undefined && isSealed(into) ? into : undefined
    }
    if (!columns.some((column, index) => goes(index) !== undefined && column.value.kind !== 'sealed')) return undefined
    const paths = pathsOf(analysis, level, columns)
    if (paths === undefined) return undefined
    const rowRead = this.#rowRead(context)
    const taken: ('sealed' | 'left')[] = []
    const items: (readonly string[] | object)[] = []
    const output = columns.map((column, index): OutputColumn => {
      const into = goes(index)
      const node = { ColumnRef: { fields: paths[index]!.map((sval) => ({ String: { sval } })) } }
      const operand =
        into === undefined || column.value.kind === 'sealed'
          ? undefined
          : rowRead(node, { column, path: paths[index]! })
      if (into === undefined || operand === undefined) {
        taken.push('left')
        items.push(paths[index]!)
        return column
      }
      claimSeal(context, into.value, node, this.#written, operand, true)
      taken.push('sealed')
      items.push(node)
      return made(column.name)
    })
    if (!taken.includes('sealed')) return undefined
    analysis.claim(item, { to: 'listed', items })
    this.taken.set(item, taken)
    return output
  }
}

function made(name: string): OutputColumn {
  return { name, value: plain, blocked: undefined, attnum: undefined, made: true }
}

/** A sealed column into one of its type and searches is copied as it comes, whatever the query does with it. */
function copies(level: Level | undefined, path: readonly string[], into: ColumnValue): boolean {
  const found = path.length === 0 ? undefined : find(level, path)
  if (found?.what !== 'column' || found.column.value.kind !== 'sealed' || into.value.kind !== 'sealed') return false
  return found.column.value.origins[0]?.physical?.oid === into.value.origins[0]?.physical?.oid
}

/** How each column can be named; a function in FROM gets a name for that. */
function pathsOf(
  analysis: Analysis,
  level: Level | undefined,
  columns: readonly ColumnValue[],
): readonly (readonly string[])[] | undefined {
  const unnamed = columns[0]?.carried?.unnamed
  if (unnamed !== undefined && columns.every(({ carried }) => carried?.unnamed === unnamed)) {
    const name = analysis.addedName()
    const renamed = columns.map((_, at) => `c${at + 1}`)
    analysis.claim(unnamed, { to: 'aliased', name, columns: renamed })
    return renamed.map((column) => [name, column])
  }
  const paths = columns.map((column) => pathTo(level, column))
  return paths.some((path) => path === undefined) ? undefined : (paths as readonly (readonly string[])[])
}
