// What the statement's own list computes of several columns, sealed and plain, and constants: concat(first, ' ', last),
// score + 1, greatest(a, b). The server gives the columns, those behind the first at the end of the list, unseen by the client.
import type { LogicalType } from '../types/logical-type.ts'
import { checkComputed } from './computed.ts'
import { computedOperand, leavesOf } from './computed-operand.ts'
import type { Context } from './context.ts'
import { columnUse } from './expression.ts'
import type { Operand } from './plan.ts'
import { plainType } from './row-reads.ts'
import { appendColumn } from './row-source.ts'
import { find } from './scope.ts'
import { finalType } from './statement.ts'
import { targetName } from './target-name.ts'
import { plain, type SealedValueOf } from './value.ts'
import { as, list, locationOf, names, text } from './walk.ts'

type Leaf = {
  readonly node: unknown
  readonly path: readonly string[]
  readonly value: SealedValueOf | undefined
  readonly type: LogicalType
}

/** undefined for what names no sealed column, and for what is not computed here. */
export function combinedItem(context: Context, item: unknown, at: number): SealedValueOf | undefined {
  const { analysis } = context
  const fields = as(item, 'ResTarget') ?? {}
  const leaves: Leaf[] = []
  const operand = computedOperand(context, fields.val, (node) => leafOf(context, node, leaves))
  const first = leaves.findIndex((leaf) => leaf.value !== undefined)
  const { value, node: column } = leaves[first] ?? {}
  if (operand === undefined || value === undefined || isChoice(operand, leaves)) return undefined
  // The client's parameters are not known any more when rows are opened.
  if (leavesOf(operand).some(({ source }) => source.from === 'parameter')) return undefined
  const name = text(fields.name) || targetName(fields.val)
  for (const leaf of leaves) if (leaf.value !== undefined) checkComputed(context, leaf.value, name, at)
  analysis.claim(item, { to: 'item', column, name })
  const targets = list(analysis.final?.targets)
  const places = leaves.map((leaf, index) => {
    analysis.noteType(leaf.type.name)
    if (index === first) return { added: undefined, type: leaf.type }
    const added = analysis.addedName()
    appendColumn(analysis, { targets, level: context.level }, leaf.path, added)
    const output = {
      name: added,
      value: leaf.value ?? plain,
      blocked: undefined,
      attnum: undefined,
      added: true as const,
    }
    return { added: analysis.added.push(output) - 1, type: leaf.type }
  })
  analysis.computes = true
  const logical = finalType(operand)
  return { ...value, logical, combined: { operand, leaves: places }, source: { relation: 0, attnum: 0 } }
}

/** COALESCE and NULLIF of columns of one type and constants: the server chooses among sealed values itself. */
function isChoice({ source }: Operand, leaves: readonly Leaf[]): boolean {
  if (source.from !== 'computed' || (source.name !== 'coalesce' && source.name !== 'nullif')) return false
  if (source.arguments.some((argument) => argument.source.from === 'computed')) return false
  const types = new Set(leaves.map(({ value }) => value?.origins[0]?.physical?.oid))
  return types.size === 1 && !types.has(undefined) && (source.name === 'coalesce' || leaves.length === 1)
}

/** A column by its own name alone, in a type that is known. */
function leafOf(context: Context, node: unknown, leaves: Leaf[]): Operand | undefined {
  const fields = as(node, 'ColumnRef')
  const path = names(fields?.fields)
  if (fields === undefined || path.at(-1) === '*') return undefined
  const found = find(context.level, path)
  if (found.what !== 'column' || found.column.carried !== undefined) return undefined
  const used = columnUse(context, found.column, locationOf(fields))
  const value = used.kind === 'sealed' ? used : undefined
  if (value !== undefined && (value.constants || value.computed !== undefined || value.nested !== undefined))
    return undefined
  const type = value?.logical ?? plainType(context, found.column)
  if (type === undefined) return undefined
  const known = leaves.findIndex((leaf) => leaf.path.join('\0') === path.join('\0'))
  const at = known >= 0 ? known : leaves.push({ node, path, value, type }) - 1
  return { source: { from: 'row', at }, type: { name: type.name, typmod: -1 }, casts: [], array: false }
}
