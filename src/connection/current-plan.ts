import { PgsealError } from '../errors.ts'
import type { Plan } from '../sql/plan.ts'
import type { Link } from './link.ts'
import { samePlan } from './plan-identity.ts'
import type { Statement } from './prepared.ts'

/** Statements that are planned anew each time: what a name in them stands for changes without a change of names. */
const renewed: ReadonlySet<string> = new Set(['ExecuteStmt', 'FetchStmt'])

/** The statement's plan, made again when what it was made from has changed: it must come out the same (pitfall A41). */
export function currentPlan(link: Link, statement: Statement): Plan | Promise<Plan> {
  const { parsed } = statement
  if (parsed === undefined) return statement.plan
  if (!renewed.has(parsed.statement) && link.current(statement.catalog, statement.namesVersion)) return statement.plan
  const check = (plan: Plan): Plan => {
    if (plan !== statement.plan) {
      if (plan.kind === 'refused') throw plan.error
      if (plan.kind === 'passthrough' && plan.executes !== undefined && statement.plan.kind === 'sealed') {
        throw new PgsealError('preparedMissing', { name: plan.executes })
      }
      // FETCH is one text for the server, whatever the cursor is (pitfall C54).
      if (parsed.statement !== 'FetchStmt' && !samePlan(plan, statement.plan)) throw new PgsealError('statementChanged')
      statement.plan = plan
    }
    const catalog = link.catalog()
    statement.catalog = catalog instanceof Promise ? undefined : catalog
    statement.namesVersion = link.facts.version
    return plan
  }
  const plan = link.plan(parsed, statement.declaredOids)
  return plan instanceof Promise ? plan.then(check) : check(plan)
}
