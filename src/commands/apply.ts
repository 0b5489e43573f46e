import { createLog } from '../observe/log.ts'
import { openMapJob } from './apply-map.ts'
import { canAsk, confirmed } from './confirmed.ts'
import { loadMap } from './load-map.ts'
import { planText, reportText } from './plan-text.ts'
import { showProgress } from './progress.ts'
import { exitFailed } from './report-error.ts'
import { UsageError } from './usage-error.ts'

export type ApplyCommandOptions = {
  readonly config: string
  readonly insecureTestKey: boolean
  readonly adminUrl?: string
  readonly yes: boolean
}

/** Makes the database what the map asks for, after a question unless `yes`. Ends with 1 when a column could not be sealed. */
export async function applyCommand(options: ApplyCommandOptions): Promise<void> {
  if (!options.yes && !canAsk()) {
    throw new UsageError('apply changes the database: it needs --yes, or a terminal to ask on')
  }
  const config = await loadMap(options.config, options)
  const job = openMapJob(config, options.adminUrl)
  try {
    const plan = await job.plan()
    process.stdout.write(planText(plan))
    if (plan.workLeft && !options.yes && !(await confirmed())) {
      process.stdout.write('Nothing was done.\n')
      process.exitCode = exitFailed
      return
    }
    // Also when no work is left: what the control login may do is part of it.
    const progress = showProgress()
    const report = await job.apply(createLog('warn'), progress.show).finally(progress.end)
    if (plan.workLeft) process.stdout.write(`\n${reportText(report)}`)
    if (!report.complete) process.exitCode = exitFailed
  } finally {
    await job.close()
  }
}
