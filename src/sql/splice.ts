// The server's text: the client's statement with the claimed nodes replaced, everything else byte for byte (C91).

import type { TextEdit } from './client-position.ts'
import { extremeOrder } from './extremes.ts'
import { memberText, pathText, termText } from './grouping-text.ts'
import { insertEdits } from './insert-splice.ts'
import { scanTokens } from './parser.ts'
import { quoted } from './quoted.ts'
import { setEdits } from './set-text.ts'
import type { Claim } from './statement.ts'
import { TokenRanges } from './token-ranges.ts'
import { as, type Fields, list, locationOf } from './walk.ts'

/** Bytes `start` to `end` of the text are replaced. */
export type Edit = {
  readonly start: number
  readonly end: number
  readonly text: string
  /** The order of what stands at one place. */
  readonly rank?: number
}

/** The text for the server, and what stands in it in place of the client's bytes, in order. */
export type Spliced = { readonly text: Buffer; readonly edits: readonly TextEdit[] }

/**
 * `numbers`: for each claimed node that becomes a parameter, its number on the server. The text is only read; it comes back
 * itself when nothing in it changes, as where every claim is a parameter that keeps its number.
 */
export function splice(
  text: Buffer,
  start: number,
  claims: ReadonlyMap<object, Claim>,
  numbers: ReadonlyMap<object, number>,
): Spliced {
  const changes = [...claims].filter(
    ([node, claim]) => claim.to !== 'parameter' || (claim.made !== true && !keepsNumber(node, numbers.get(node))),
  )
  if (changes.length === 0) return { text, edits: [] }
  const ranges = new TokenRanges(scanTokens(text), text, start)
  const edits: Edit[] = []
  let rank = 0
  for (const [node, claim] of changes) {
    if (claim.to === 'set') edits.push(...setEdits(ranges, node as Fields, claim.set, (rank += 1)))
    else if (claim.to === 'insert') edits.push(...insertEdits(ranges, node as Fields, claim, claims, numbers))
    else {
      const number = numbers.get(claim.to === 'evaluated' ? claim.use : node)
      edits.push(...editsFor(ranges, text, node, claim, number, numbers))
    }
  }
  edits.sort((a, b) => a.start - b.start || (a.rank ?? 0) - (b.rank ?? 0))
  const parts: Buffer[] = []
  const made: TextEdit[] = []
  let at = 0
  for (const edit of edits) {
    const replacement = spaced(text, edit)
    parts.push(text.subarray(at, edit.start), replacement)
    made.push({ start: edit.start, end: edit.end, length: replacement.length })
    at = edit.end
  }
  parts.push(text.subarray(at))
  return { text: Buffer.concat(parts), edits: made }
}

function keepsNumber(node: object, number: number | undefined): boolean {
  return as(node, 'ParamRef')?.number === number
}

function editsFor(
  ranges: TokenRanges,
  text: Buffer,
  node: object,
  claim: Claim,
  number: number | undefined,
  numbers: ReadonlyMap<object, number>,
): readonly Edit[] {
  const edit = (first: number, last: number, replacement: (old: string) => string): Edit => {
    const from = ranges.tokens[first]!.start
    const to = ranges.tokens[last]!.end
    return { start: from, end: to, text: replacement(text.toString('utf8', from, to)) }
  }
  switch (claim.to) {
    // Rows and lists are found from their INSERT: insertEdits.
    case 'row':
    case 'insert':
    case 'set':
    case 'longer':
      return []
    case 'listed': {
      const first = ranges.at(locationOf(as(node, 'ResTarget') ?? {}))
      const items = claim.items.map((item) => (Array.isArray(item) ? pathText(item) : `$${numbers.get(item)}`))
      return [edit(first, ranges.itemEnd(node), () => items.join(', '))]
    }
    case 'aliased': {
      const [call] = list(as(list((node as Fields).functions)[0], 'List')?.items)
      const { end } = ranges.tokens[ranges.of(call).last]!
      return [{ start: end, end, text: ` AS ${claim.name} (${claim.columns.join(', ')})` }]
    }
    case 'appended': {
      const { end } = ranges.tokens[ranges.listEnd(list(node))]!
      // Behind whatever the last item becomes, within whatever is put around the list.
      return [{ start: end, end, text: claim.items.map((item) => `, ${item.text}`).join(''), rank: 0.5 }]
    }
    case 'evaluated':
    case 'parameter': {
      const range = ranges.of(node)
      const asked = claim.to === 'parameter' && claim.asks === true ? claim.use : undefined
      return [
        edit(range.first, range.last, (old) =>
          asked === undefined ? `$${number}` : `(${termText(old, asked.term)} = $${number})`,
        ),
      ]
    }
    case 'null': {
      const range = ranges.of(node)
      return [edit(range.first, range.last, () => 'NULL')]
    }
    case 'term': {
      const range = ranges.of(node)
      return [edit(range.first, range.last, (old) => termText(old, claim.term))]
    }
    case 'beside': {
      const range = ranges.of(node)
      const paths = claim.paths.map(pathText).join(', ')
      const made = (old: string) =>
        `CASE WHEN ${old} IS NOT NULL THEN pg_catalog.json_build_array(${old}, ${paths}) END`
      return [edit(range.first, range.last, made)]
    }
    case 'array-agg': {
      const first = ranges.at(locationOf(as(node, 'FuncCall') ?? {}))
      const name = ranges.nameEnd(first)
      const called = edit(first, name, () => 'pg_catalog.array_agg')
      if (!claim.delimited) return [called]
      const delimiter = ranges.of(list(as(node, 'FuncCall')?.args)[1])
      const comma = ranges.next(name + 2, ',')
      return [called, edit(comma, delimiter.last, () => '')]
    }
    case 'lower-term': {
      const range = ranges.of(node)
      return [edit(range.first, range.last, () => `(${termText(ranges.textOf(claim.column), 'eq_lower')})`)]
    }
    case 'equals': {
      const first = ranges.at(locationOf(as(node, 'A_Expr') ?? {}))
      const last = ranges.word(first) === 'not' ? first + 1 : first
      return [edit(first, last, () => (claim.negated ? ' <> ' : ' = '))]
    }
    case 'term-of': {
      const range = ranges.of(node)
      return [edit(range.first, range.last, () => termText(pathText(claim.path), claim.term))]
    }
    case 'member': {
      const range = ranges.of(node)
      return [edit(range.first, range.last, (old) => memberText(old, claim.form))]
    }
    case 'item': {
      const first = ranges.at(locationOf(as(node, 'ResTarget') ?? {}))
      const name = ranges.textOf(claim.column)
      return [edit(first, ranges.itemEnd(node), () => `${name} AS ${quoted(claim.name)}`)]
    }
    case 'extreme': {
      const fields = as(node, 'FuncCall') ?? {}
      const first = ranges.at(locationOf(fields))
      const { last } = ranges.of(node)
      const column = ranges.of(list(fields.args)[0])
      const name = text.toString('utf8', ranges.tokens[column.first]!.start, ranges.tokens[column.last]!.end)
      const after = ranges.tokens[fields.agg_filter === undefined ? last : ranges.filterEnd(last)]!
      return [
        edit(first, ranges.nameEnd(first), () => '(pg_catalog.array_agg'),
        edit(last, last, () => `${extremeOrder(name, claim.most)})${fields.agg_filter === undefined ? ')[1]' : ''}`),
        ...(fields.agg_filter === undefined ? [] : [{ start: after.end, end: after.end, text: ')[1]' }]),
      ]
    }
    case 'named': {
      const { end } = ranges.tokens[ranges.itemEnd(node)]!
      return [{ start: end, end, text: ` AS ${quoted(claim.name)}` }]
    }
    case 'case': {
      const fields = as(node, 'A_Expr') ?? {}
      const first = ranges.at(locationOf(fields))
      const { last } = ranges.of(fields.lexpr)
      const comma = ranges.next(last + 1, ',')
      const close = ranges.closing(first + 1)
      const name = ranges.textOf(claim.column)
      return [
        edit(first, first, () => 'CASE WHEN '),
        edit(comma, comma, () => ' ='),
        edit(close, close, () => `) THEN NULL ELSE ${name} END`),
      ]
    }
    case 'distinct-on': {
      const { end } = ranges.tokens[ranges.beforeList(claim.targets, 'distinct')]!
      const items = claim.items.map((item) =>
        typeof item === 'number' ? String(item) : termText(pathText(item.path), item.term),
      )
      return [{ start: end, end, text: ` ON (${items.join(', ')})` }]
    }
    case 'index-term': {
      const item = ranges.listItem(ranges.at(claim.list), claim.at)
      return [edit(item, ranges.identifierEnd(item), (old) => `((${old}).${claim.term ?? 'eq'})`)]
    }
    case 'inner': {
      // What stands before and after the array goes: CAST( ... AS type), ::type and parentheses in between.
      const whole = ranges.of(node)
      const array = ranges.of(claim.node)
      const edits: Edit[] = []
      if (whole.first < array.first) edits.push(edit(whole.first, array.first - 1, () => ''))
      if (whole.last > array.last) edits.push(edit(array.last + 1, whole.last, () => ''))
      return edits
    }
  }
}

/** A parameter right beside a word or number would become part of it. */
function spaced(text: Buffer, edit: Edit): Buffer {
  if (edit.text === '') return Buffer.from(' ')
  const apart = edit.text.startsWith(' ') || edit.text.startsWith(',')
  const before = !apart && edit.start > 0 && isWordByte(text[edit.start - 1]!) ? ' ' : ''
  const after = edit.end < text.length && isWordByte(text[edit.end]!) ? ' ' : ''
  return Buffer.from(`${before}${edit.text}${after}`)
}

function isWordByte(byte: number): boolean {
  return (
    byte >= 0x80 ||
    (byte >= 0x30 && byte <= 0x39) ||
    (byte >= 0x41 && byte <= 0x5a) ||
    (byte >= 0x61 && byte <= 0x7a) ||
    byte === 0x5f ||
    byte === 0x24
  )
}
