import { createLog } from '../observe/log.ts'
import { type MapJob, openMapJob } from './apply-map.ts'
import { canAsk, confirmed } from './confirmed.ts'
import { loadMap } from './load-map.ts'
import { type OnlineFlags, onlineOptions } from './online-options.ts'
import { droppedText, planText, reportText } from './plan-text.ts'
import { showProgress } from './progress.ts'
import { exitFailed } from './report-error.ts'
import { stopSignal } from './stop-signal.ts'
import { UsageError } from './usage-error.ts'

export type ApplyCommandOptions = OnlineFlags & {
  readonly config: string
  readonly insecureTestKey: boolean
  readonly adminUrl?: string
  readonly yes: boolean
  readonly online: boolean
  readonly assist: boolean
  readonly dropPlaintext: boolean
}

/** Makes the database what the map asks for, after a question unless `yes`. Ends with 1 when a column could not be sealed. */
export async function applyCommand(options: ApplyCommandOptions): Promise<void> {
  if (!options.yes && !canAsk()) {
    throw new UsageError('apply changes the database: it needs --yes, or a terminal to ask on')
  }
  if (options.assist && !options.online) throw new UsageError('--assist is for --online')
  if (options.online && options.dropPlaintext) throw new UsageError('--drop-plaintext is a run of its own')
  const stop = new AbortController()
  const online = options.online ? onlineOptions(options, stop.signal) : undefined
  const config = await loadMap(options.config, options)
  if (online !== undefined && config.mode === 'encrypt-only') {
    throw new UsageError('apply --online opens every value that it has sealed: it needs a map with mode: full')
  }
  const job = openMapJob(config, options.adminUrl, online)
  const signal = online === undefined ? undefined : stopSignal()
  void signal?.received.then(() => stop.abort())
  try {
    if (options.dropPlaintext) return await drop(job, options.yes)
    if (options.assist) {
      const progress = showProgress()
      const rows = await job.assist(createLog('warn'), progress.show).finally(progress.end)
      process.stdout.write(`${rows} rows were done here.\n`)
      return
    }
    const plan = await job.plan()
    process.stdout.write(planText(plan, options.online))
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
    signal?.forget()
    await job.close()
  }
}

async function drop(job: MapJob, yes: boolean): Promise<void> {
  if (!yes && !(await confirmed())) {
    process.stdout.write('Nothing was done.\n')
    process.exitCode = exitFailed
    return
  }
  const { tables, leftovers } = await job.dropPlaintext()
  process.stdout.write(droppedText(tables, leftovers))
  if (leftovers.length > 0) process.exitCode = exitFailed
}
