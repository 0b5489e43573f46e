import { openKeyTable } from '../control/key-table.ts'
import { unseal } from '../jobs/unseal.ts'
import { planUnseal, type UnsealScope } from '../jobs/unseal-plan.ts'
import { createKeyRing } from '../keys/create-key-ring.ts'
import { createLog } from '../observe/log.ts'
import { naming, openAdmin } from './apply-map.ts'
import { canAsk, confirmed } from './confirmed.ts'
import { withJobAudit } from './job-auditing.ts'
import { loadMap } from './load-map.ts'
import { type OnlineFlags, onlineOptions } from './online-options.ts'
import { showProgress } from './progress.ts'
import { exitFailed } from './report-error.ts'
import { stopSignal } from './stop-signal.ts'
import { checkScope } from './table-scope.ts'
import { unsealPlanText, unsealReportText } from './unseal-text.ts'
import { UsageError } from './usage-error.ts'

export type UnsealCommandOptions = OnlineFlags & {
  readonly config: string
  readonly insecureTestKey: boolean
  readonly adminUrl?: string
  readonly table?: string
  readonly column?: readonly string[]
  readonly all: boolean
  readonly dropSchema: boolean
  readonly online: boolean
  readonly yes: boolean
}

/**
 * Makes sealed columns plain again, after a question unless `yes`: those with `unseal: true` in the map, those of one table, or
 * all. Ends with 1 when one could not be.
 */
export async function unsealCommand(options: UnsealCommandOptions): Promise<void> {
  const { all, dropSchema, table, column, adminUrl } = options
  if (all && (table !== undefined || column !== undefined)) throw new UsageError('--all is for every table and column')
  if (dropSchema && !all) throw new UsageError('--drop-schema needs --all')
  if (!options.yes && !canAsk()) {
    throw new UsageError('unseal stores values in plain: it needs --yes, or a terminal to ask on')
  }
  const config = await loadMap(options.config, options)
  if (config.mode === 'encrypt-only') throw new UsageError('unseal opens values: it needs a map with mode: full')
  checkScope(config, options)
  const stop = new AbortController()
  const online = options.online ? onlineOptions(options, stop.signal) : undefined
  const scope: UnsealScope = { all, table, columns: column, online: options.online }
  const { keys, mode, prove, tables } = config
  // The job itself, what holds the table, and what is asked meanwhile.
  const admin = openAdmin(config, adminUrl, 6 + (online?.workers ?? 0))
  const signal = online === undefined ? undefined : stopSignal()
  void signal?.received.then(() => stop.abort())
  const otherLogin = adminUrl !== undefined
  try {
    const plan = await naming(otherLogin, planUnseal(admin, tables, scope))
    process.stdout.write(unsealPlanText(plan, dropSchema, options.online))
    if (!plan.workLeft && !(dropSchema && plan.schema)) return
    if (!options.yes && !(await confirmed())) {
      process.stdout.write('Nothing was done.\n')
      process.exitCode = exitFailed
      return
    }
    const log = createLog('warn')
    const keyRing = await createKeyRing({ keys, mode, prove, store: openKeyTable(admin), log: log.keys })
    const progress = showProgress()
    try {
      const job = withJobAudit(config, keyRing, 'unseal', adminUrl ?? config.control, log, (audited) =>
        unseal({ admin, tables, scope, keyRing: audited, dropSchema, online, onProgress: progress.show }),
      )
      const report = await naming(otherLogin, job).finally(progress.end)
      process.stdout.write(`\n${unsealReportText(report)}`)
      if (!report.complete) process.exitCode = exitFailed
    } finally {
      keyRing.close()
    }
  } finally {
    signal?.forget()
    await admin.close()
  }
}
