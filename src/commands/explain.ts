import { describePlan, describePlanAsData } from '../sql/describe-plan.ts'
import { loadMap } from './load-map.ts'
import { startPlanning } from './planning.ts'

export type ExplainOptions = {
  readonly config: string
  readonly insecureTestKey: boolean
  /** Database user; absent: one that the map does not name. */
  readonly user?: string
  /** One JSON array with an object for each statement, in place of words. */
  readonly json?: boolean
}

/** Prints what would be done with each statement of `sql`. Nothing is executed, sealed or opened. */
export async function explain(sql: string, options: ExplainOptions): Promise<void> {
  const config = await loadMap(options.config, options)
  if (config.tables.length === 0) {
    const reason = 'the map names no table'
    process.stdout.write(
      options.json === true
        ? `${JSON.stringify([{ outcome: 'passed', reason }])}\n`
        : `passed on as it is: ${reason}\n`,
    )
    return
  }
  const planning = await startPlanning(config, options.user)
  try {
    const plans = planning.parse(Buffer.from(sql)).map((statement) => planning.plan(statement))
    process.stdout.write(
      options.json === true
        ? `${JSON.stringify(plans.map(describePlanAsData), null, 2)}\n`
        : plans.map((plan) => `${describePlan(plan).join('\n')}\n`).join('\n'),
    )
  } finally {
    await planning.close()
  }
}
