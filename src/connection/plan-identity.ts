import type { MappedColumn } from '../catalog/catalog.ts'
import { mapLeaves } from '../sql/nested.ts'
import type { Operand, Plan, RowRecord, SealedPlan, SealedResult, ServerParameter } from '../sql/plan.ts'

/** True when a statement prepared under plan `b` may be executed under plan `a`: the server's text and every role agree. */
export function samePlan(a: Plan, b: Plan): boolean {
  if (a.kind === 'passthrough') return b.kind === 'passthrough'
  if (a.kind !== 'sealed' || b.kind !== 'sealed') return false
  return (
    a.text.equals(b.text) &&
    sameList(a.parameters, b.parameters, sameParameter) &&
    sameList(a.records, b.records, sameRecord) &&
    JSON.stringify(a.evaluates) === JSON.stringify(b.evaluates) &&
    sameList(a.results ?? [], b.results ?? [], sameResult) &&
    sameList(a.hidden, b.hidden, (x, y) => x === y) &&
    sameCopy(a.copy, b.copy) &&
    (a.results === undefined) === (b.results === undefined)
  )
}

function sameCopy(a: SealedPlan['copy'], b: SealedPlan['copy']): boolean {
  if (a === undefined || b === undefined) return a === b
  if (JSON.stringify(a.options) !== JSON.stringify(b.options)) return false
  if (a.direction === 'out' || b.direction === 'out') return a.direction === b.direction
  return a.columns.join('\0') === b.columns.join('\0') && samePlan(a.row, b.row)
}

function sameList<T>(a: readonly T[], b: readonly T[], same: (x: T, y: T) => boolean): boolean {
  return a.length === b.length && a.every((item, index) => same(item, b[index]!))
}

function sameParameter(a: ServerParameter, b: ServerParameter): boolean {
  if (a.role === 'plain') return b.role === 'plain' && a.index === b.index && a.declaredOid === b.declaredOid
  if (a.role === 'evaluated' || b.role === 'evaluated') return JSON.stringify(a) === JSON.stringify(b)
  if (a.role === 'given' || b.role === 'given') return sameGiven(a, b)
  if (a.role === 'unused') return b.role === 'unused' && a.declaredOid === b.declaredOid
  if (a.role === 'ordinal') {
    return b.role === 'ordinal' && a.number === b.number && sameOperand(a.operand, b.operand)
  }
  if (b.role === 'plain' || b.role === 'ordinal' || b.role === 'unused' || a.role !== b.role) return false
  if (a.role === 'seal' && b.role === 'seal' && a.row !== b.row) return false
  if (a.role === 'term' && b.role === 'term' && (a.term !== b.term || a.reads !== b.reads)) return false
  return sameColumn(a.target, b.target) && sameOperand(a.operand, b.operand)
}

function sameGiven(a: ServerParameter, b: ServerParameter): boolean {
  if (a.role !== 'given' || b.role !== 'given' || a.declaredOid !== b.declaredOid) return false
  if (a.operand !== undefined && b.operand !== undefined) return sameOperand(a.operand, b.operand)
  return a.operand === b.operand && (a.text === null || b.text === null ? a.text === b.text : a.text.equals(b.text))
}

function sameRecord(a: RowRecord | undefined, b: RowRecord | undefined): boolean {
  if (a === undefined || b === undefined) return a === b
  if (JSON.stringify(a.rule) !== JSON.stringify(b.rule)) return false
  return sameList(a.values, b.values, (x, y) =>
    x.from === 'evaluated' || y.from === 'evaluated'
      ? JSON.stringify(x) === JSON.stringify(y)
      : x.from === y.from && sameOperand(x.operand, y.operand),
  )
}

function sameOperand(a: Operand, b: Operand): boolean {
  if (a.array !== b.array || a.source.from !== b.source.from) return false
  const types = [a.type, ...a.casts].map((type) => `${type.name}(${type.typmod})`).join()
  if (types !== [b.type, ...b.casts].map((type) => `${type.name}(${type.typmod})`).join()) return false
  if (a.source.from === 'parameter') return b.source.from === 'parameter' && a.source.index === b.source.index
  if (a.source.from === 'row') return b.source.from === 'row' && a.source.at === b.source.at
  if (a.source.from === 'computed') {
    const { source } = b
    return (
      source.from === 'computed' &&
      a.source.name === source.name &&
      sameList(a.source.arguments, source.arguments, sameOperand)
    )
  }
  if (b.source.from !== 'constant') return false
  if (a.source.text === null || b.source.text === null) return a.source.text === b.source.text
  return a.source.text.equals(b.source.text)
}

function sameResult(a: SealedResult | undefined, b: SealedResult | undefined): boolean {
  if (a === undefined || b === undefined) return a === b
  return (
    a.logical.name === b.logical.name &&
    a.logical.typmod === b.logical.typmod &&
    (a.reading === b.reading || a.reading.as + b.reading.as === 'valuevalue') &&
    JSON.stringify([a.rows, a.source, a.computed, a.combined]) ===
      JSON.stringify([b.rows, b.source, b.computed, b.combined]) &&
    sameList(a.origins, b.origins, sameColumn) &&
    nestedText(a) === nestedText(b)
  )
}

function nestedText({ nested }: SealedResult): string | undefined {
  if (nested === undefined) return undefined
  const shape = mapLeaves(nested.shape, ({ origins, logical, reading }) => [
    origins.map(({ column }) => column.label),
    logical,
    reading.as,
  ])
  return JSON.stringify({ ...nested, shape })
}

// Its state is not part of it: a column that is about to be unsealed or sealed anew is served as before.
function sameColumn(a: MappedColumn, b: MappedColumn): boolean {
  return (
    a.column.label === b.column.label &&
    a.column.namedKey === b.column.namedKey &&
    a.hasRecord === b.hasRecord &&
    a.physical?.oid === b.physical?.oid &&
    a.indexKeyId === b.indexKeyId
  )
}
