import { PgsealError } from '../errors.ts'
import type { AnalysisInput } from './analysis.ts'
import { planData } from './data-statement.ts'
import { effectsOf } from './effects.ts'
import { forbiddenIn } from './forbidden.ts'
import type { Plan } from './plan.ts'
import { touchedRelations } from './relevance.ts'
import { rowTypeIn } from './utility/touched.ts'
import { planSelectInto } from './utility/view.ts'
import { planUtility } from './utility.ts'

/**
 * Decides one statement: passed on as it is, carried out on sealed columns, or refused. Never throws for a statement that
 * is not served; a failure of analysis itself (XX000) is thrown and ends the connection.
 */
export function analyze(input: AnalysisInput): Plan {
  const node = input.statement.parse
  const effects = effectsOf(node, input.catalog)
  try {
    const forbidden = forbiddenIn(node, input.catalog, touchedRelations(input, node).relevant)
    if (forbidden !== undefined) return { kind: 'refused', effects, error: forbidden }
    refuseRowType(input)
    switch (input.statement.statement) {
      case 'SelectStmt':
        return planSelectInto(input, effects, node) ?? planData(input, effects, node, false)
      case 'InsertStmt':
      case 'UpdateStmt':
      case 'DeleteStmt':
      case 'MergeStmt':
        return planData(input, effects, node, false)
      default:
        return planUtility(input, analyze)
    }
  } catch (error) {
    if (error instanceof RangeError) {
      // The stack: a tree deeper than this can walk.
      return { kind: 'refused', effects, error: new PgsealError('statementTooComplex') }
    }
    if (error instanceof PgsealError && error.severity === 'ERROR') return { kind: 'refused', effects, error }
    throw error
  }
}

/** DROP and other statements on objects name row types without making rows of them. */
function refuseRowType(input: AnalysisInput): void {
  if (!makesRows.has(input.statement.statement)) return
  const table = rowTypeIn(input, input.statement.parse)
  if (table !== undefined) throw new PgsealError('statementNotServed', { statement: 'the row type', table })
}

const makesRows = new Set([
  'SelectStmt',
  'InsertStmt',
  'UpdateStmt',
  'DeleteStmt',
  'MergeStmt',
  'ExplainStmt',
  'CopyStmt',
  'ViewStmt',
  'CreateTableAsStmt',
  'DeclareCursorStmt',
  'PrepareStmt',
  'ExecuteStmt',
])
