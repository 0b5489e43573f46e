// JOIN ... USING and NATURAL JOIN over sealed columns (C38). The server would ask the raw values for their equality, so the
// statement is written anew with ON, names of merged columns with their relation and `*` as a list, and then analysed as if the
// client had sent that.
import type { ParsedStatement } from './analysis.ts'
import type { Context } from './context.ts'
import { pathText, pathTree } from './grouping-text.ts'
import { checkMade } from './many-rows-verify.ts'
import { parseStatements } from './parsed-text.ts'
import { parseText, scanTokens } from './parser.ts'
import { refuseShape, refuseUse } from './refusal.ts'
import { pathTo } from './row-source.ts'
import { type FromItem, find, type Level } from './scope.ts'
import { lost, TokenRanges } from './token-ranges.ts'
import type { ColumnValue, SealedValueOf } from './value.ts'
import { as, type Fields, list, locationOf, names, struct, text } from './walk.ts'

/** What is to be written in another way. */
export type UsingEdit =
  /** The fields of a JoinExpr. */
  | { readonly to: 'on'; readonly pairs: readonly (readonly [readonly string[], readonly string[]])[] }
  /** The name of a merged column. */
  | { readonly to: 'path'; readonly path: readonly string[] }
  /** `*` in a select list. */
  | { readonly to: 'list'; readonly paths: readonly (readonly string[])[] }

/** The columns that USING or NATURAL merges where one of them is sealed; undefined where none is. */
export function sealedUsing(
  context: Context,
  fields: Fields,
  left: FromItem,
  right: FromItem,
  shared: readonly string[],
): readonly ColumnValue[] | undefined {
  const { analysis } = context
  const clause = fields.isNatural === true ? 'NATURAL JOIN' : 'JOIN ... USING'
  const sides = [left, right].map(({ columns }) => columns.filter(({ name }) => shared.includes(name)))
  const sealed = sides.flat().find(({ value }) => value.kind === 'sealed')?.value as SealedValueOf | undefined
  if (sealed === undefined) return undefined
  const how = text(fields.jointype)
  const isServed =
    ['JOIN_INNER', 'JOIN_LEFT', 'JOIN_RIGHT'].includes(how) &&
    fields.alias === undefined &&
    fields.join_using_alias === undefined &&
    as(fields.rarg, 'RangeVar')?.inh === true &&
    analysis.input.statement.statement === 'SelectStmt' &&
    !analysis.inView &&
    !left.open &&
    !right.open
  if (!isServed) refuseUse(analysis, sealed, clause, { hint: 'Write the join with ON.' })
  const merged: ColumnValue[] = []
  const pairs = shared.map((name): [readonly string[], readonly string[]] => {
    const [one, ...more] = sides[0]!.filter((column) => column.name === name)
    const [other, ...others] = sides[1]!.filter((column) => column.name === name)
    if (one === undefined || other === undefined || more.length > 0 || others.length > 0) {
      return refuseUse(analysis, sealed, `${clause} of columns that are not told apart`)
    }
    const paths = [pathOf(left, one), pathOf(right, other)] as const
    const alike = one.value.kind === 'sealed' || typeOf(left, one) === typeOf(right, other)
    const isPair =
      one.value.kind === other.value.kind && alike && one.blocked === undefined && other.blocked === undefined
    if (!isPair || paths[0] === undefined || paths[1] === undefined) {
      return refuseUse(analysis, sealed, `${clause} of columns of different kinds`, { hint: 'Write the join with ON.' })
    }
    const [kept, path] = how === 'JOIN_RIGHT' ? [other, paths[1]] : [one, paths[0]]
    merged.push({ ...kept, name, merges: { path, of: kept.merges?.of ?? kept } })
    return [paths[0], paths[1]]
  })
  analysis.using.set(fields, { to: 'on', pairs })
  return merged
}

/** How a column of a FROM item is named with its relation. */
function pathOf(item: FromItem, column: ColumnValue): readonly string[] | undefined {
  if (column.merges !== undefined) return column.merges.path
  const entry = item.entries.find(({ columns, name }) => name !== undefined && columns?.includes(column) === true)
  return entry === undefined
    ? undefined
    : [...(entry.schema === undefined ? [] : [entry.schema]), entry.name!, column.name]
}

/** pg_attribute.atttypid; of two columns for which it is not known they are not alike. */
function typeOf(item: FromItem, column: ColumnValue): number | object {
  const own = column.merges?.of ?? column
  for (const { columns, relation } of item.entries) {
    if (columns?.includes(own) !== true) continue
    return relation?.columns.find(({ attnum }) => attnum === own.attnum)?.typeOid ?? own
  }
  return own
}

/** A column was named: where it is a merged one, it is named with its relation in what the server gets. */
export function noteMerged({ analysis, level }: Context, node: unknown, { merges, value, name }: ColumnValue): void {
  if (merges === undefined) return
  const found = find(level, merges.path)
  if (found.what !== 'column' || found.column !== merges.of) {
    // A subquery has a relation of the same name.
    if (value.kind === 'sealed') refuseUse(analysis, value, 'JOIN ... USING')
    refuseShape(analysis, `"${name}" of JOIN ... USING`)
  }
  analysis.using.set(node as object, { to: 'path', path: merges.path })
}

/** `*` of a level with merged columns becomes a list of all its columns. */
export function noteStar({ analysis }: Context, node: unknown, level: Level | undefined): void {
  if (level === undefined || !level.columns.some(({ merges }) => merges !== undefined)) return
  const paths = level.columns.map((column) => {
    const path = column.merges?.path ?? pathTo(level, column)
    return path ?? refuseShape(analysis, '* over JOIN ... USING')
  })
  analysis.using.set(node as object, { to: 'list', paths })
}

/** The statement with what `edits` say, as if the client had sent it. Throws where the text is not what was meant. */
export function withoutUsing(statement: ParsedStatement, edits: ReadonlyMap<object, UsingEdit>): ParsedStatement {
  const { text: bytes, start } = statement
  const ranges = new TokenRanges(scanTokens(bytes), bytes, start)
  const changes = [...edits].flatMap(([node, edit]) => textEdits(ranges, node, edit)).sort((a, b) => a.start - b.start)
  const parts: Buffer[] = []
  let at = 0
  for (const change of changes) {
    parts.push(bytes.subarray(at, change.start), Buffer.from(` ${change.text} `))
    at = change.end
  }
  parts.push(bytes.subarray(at))
  const made = Buffer.concat(parts)
  const expected = rewritten(as(statement.parse, 'SelectStmt'), edits) as Fields
  checkMade(made, 'SelectStmt', expected)
  const [parsed] = parseStatements(made).statements
  if (parsed === undefined) throw lost('a statement without USING')
  return parsed
}

type Change = { readonly start: number; readonly end: number; readonly text: string }

function textEdits(ranges: TokenRanges, node: object, edit: UsingEdit): readonly Change[] {
  const change = (first: number, last: number, words: string): Change => ({
    start: ranges.tokens[first]!.start,
    end: ranges.tokens[last]!.end,
    text: words,
  })
  switch (edit.to) {
    case 'path': {
      const { first, last } = ranges.of(node)
      return [change(first, last, pathText(edit.path))]
    }
    case 'list': {
      const at = ranges.at(locationOf(as(node, 'ColumnRef') ?? {}))
      return [change(at, at, edit.paths.map(pathText).join(', '))]
    }
    case 'on': {
      const fields = node as Fields
      const right = as(fields.rarg, 'RangeVar') ?? {}
      const first = ranges.at(locationOf(right))
      const on = `ON ${onText(edit.pairs)}`
      if (fields.isNatural !== true) {
        const using = ranges.next(first, 'using')
        return [change(using, ranges.closing(using + 1), on)]
      }
      const natural = ranges.before(first, 'natural')
      const { end } = ranges.tokens[relationEnd(ranges, right, first)]!
      return [change(natural, natural, ''), { start: end, end, text: on }]
    }
  }
}

function onText(pairs: readonly (readonly [readonly string[], readonly string[]])[]): string {
  return pairs.map(([left, right]) => `${pathText(left)} = ${pathText(right)}`).join(' AND ')
}

/** The last token of a relation in FROM with its alias. */
function relationEnd(ranges: TokenRanges, relation: Fields, first: number): number {
  let last = ranges.nameEnd(first)
  if (ranges.word(last + 1) === '*') last += 1
  const alias = struct(relation.alias)
  if (alias === undefined) return last
  if (ranges.word(last + 1) === 'as') last += 1
  last = ranges.identifierEnd(last + 1)
  return list(alias.colnames).length > 0 ? ranges.closing(last + 1) : last
}

function rewritten(value: unknown, edits: ReadonlyMap<object, UsingEdit>): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) {
    return value.flatMap((item) => {
      const target = as(item, 'ResTarget')
      const edit = target === undefined ? undefined : edits.get(target.val as object)
      if (edit?.to === 'list') return edit.paths.map((path) => ({ ResTarget: { val: pathTree(path) } }))
      return [rewritten(item, edits)]
    })
  }
  const edit = edits.get(value)
  if (edit?.to === 'path') return pathTree(edit.path)
  const fields = Object.fromEntries(Object.entries(value).map(([key, one]) => [key, rewritten(one, edits)]))
  if (edit?.to !== 'on') return fields
  const { usingClause: _, isNatural: __, ...rest } = fields
  return { ...rest, quals: qualsTree(onText(edit.pairs)) }
}

function qualsTree(condition: string): unknown {
  const made = as(parseText(Buffer.from(`SELECT 1 FROM a JOIN b ON ${condition}`))[0]?.stmt, 'SelectStmt')
  return as(list(made?.fromClause)[0], 'JoinExpr')?.quals
}

export function sharedNames(fields: Fields, left: FromItem, right: FromItem): readonly string[] {
  if (fields.isNatural !== true) return names(fields.usingClause)
  const known = new Set(right.columns.map(({ name }) => name))
  return left.columns.map(({ name }) => name).filter((name) => known.has(name))
}
