import type { Catalog } from '../catalog/catalog.ts'
import { PgsealError } from '../errors.ts'
import type { AnalysisInput } from './analysis.ts'
import { effectsOf } from './effects.ts'
import type { Plan } from './plan.ts'

/** Statements without relations that touch no values, whatever is mapped (C62). */
const stateOnly = new Set([
  'TransactionStmt',
  'VariableSetStmt',
  'VariableShowStmt',
  'DiscardStmt',
  'DeallocateStmt',
  'ListenStmt',
  'UnlistenStmt',
])

/** Every statement but SELECT, INSERT, UPDATE and DELETE: passed on where no mapped name is near, else refused. */
export function planUtility(input: AnalysisInput): Plan {
  const effects = effectsOf(input.statement.parse, input.catalog)
  if (stateOnly.has(input.statement.statement) || isEmptyMap(input.catalog)) {
    return { kind: 'passthrough', effects, reason: 'changes no table', describeFirst: false }
  }
  if (input.statement.names.some((name) => input.catalog.relevantNames.has(name))) {
    throw new PgsealError('shapeNotServed', { shape: input.statement.statement })
  }
  return { kind: 'passthrough', effects, reason: 'names no mapped table', describeFirst: true }
}

function isEmptyMap(catalog: Catalog): boolean {
  return catalog.mappedTables.length === 0
}
