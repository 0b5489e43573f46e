import { openMapJob } from './apply-map.ts'
import { loadMap } from './load-map.ts'
import { planText } from './plan-text.ts'
import { exitFailed } from './report-error.ts'

export type PlanOptions = {
  readonly config: string
  readonly insecureTestKey: boolean
  readonly adminUrl?: string
  /** End with 1 when work is left. */
  readonly exitCode: boolean
}

/** Prints what `apply` would do. Changes nothing. */
export async function plan(options: PlanOptions): Promise<void> {
  const config = await loadMap(options.config, options)
  const job = openMapJob(config, options.adminUrl)
  try {
    const found = await job.plan()
    process.stdout.write(planText(found))
    if (options.exitCode && found.workLeft) process.exitCode = exitFailed
  } finally {
    await job.close()
  }
}
