import { PgsealError } from '../../errors.ts'
import type { AnalysisInput } from '../analysis.ts'
import { planData } from '../data-statement.ts'
import type { Effects, Plan } from '../plan.ts'
import { type Fields, struct, text } from '../walk.ts'
import { passthrough } from './outcome.ts'
import { relevantIn } from './touched.ts'

/** Plans a CopyStmt: refused over a relation with sealed columns, in both directions. Throws refusals. */
export function planCopy(input: AnalysisInput, effects: Effects, statement: Fields): Plan {
  const table = relevantIn(input, statement)
  if (table !== undefined) {
    // A file or program of the server is read and written past the proxy (A77).
    if (text(statement.filename) !== '') throw new PgsealError('serverFile', { table })
    throw new PgsealError('statementNotServed', { statement: 'COPY', table })
  }
  if (struct(statement.query) !== undefined) planData(input, effects, statement.query, false)
  return passthrough(effects, 'copies a table without sealed columns')
}
