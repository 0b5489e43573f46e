import { openKeyTable } from '../control/key-table.ts'
import { type ReindexedTable, rotateIndexKeys } from '../jobs/index-rotation.ts'
import { createKeyRing } from '../keys/create-key-ring.ts'
import { createLog } from '../observe/log.ts'
import { naming, openAdmin } from './apply-map.ts'
import { withJobAudit } from './job-auditing.ts'
import { loadMap } from './load-map.ts'
import { type OnlineFlags, onlineOptions } from './online-options.ts'
import { showProgress } from './progress.ts'
import { exitFailed } from './report-error.ts'
import { stopSignal } from './stop-signal.ts'
import { checkScope } from './table-scope.ts'
import { UsageError } from './usage-error.ts'

export type IndexRotationOptions = OnlineFlags & {
  readonly config: string
  readonly insecureTestKey: boolean
  readonly adminUrl?: string
  readonly table?: string
  readonly column?: readonly string[]
}

/** `rotate --index-keys`: other keys for the terms of columns, while clients use them. Ends with 1 when it was stopped. */
export async function indexRotationCommand(options: IndexRotationOptions): Promise<void> {
  const stop = new AbortController()
  const online = onlineOptions(options, stop.signal)
  const config = await loadMap(options.config, options)
  checkScope(config, options)
  if (config.mode === 'encrypt-only') {
    throw new UsageError('rotate --index-keys opens values: it needs a map with mode: full')
  }
  const { keys, mode, prove, tables } = config
  const database = openAdmin(config, options.adminUrl, 6 + online.workers)
  const signal = stopSignal()
  void signal.received.then(() => stop.abort())
  const progress = showProgress()
  try {
    const log = createLog('warn')
    const keyRing = await createKeyRing({ keys, mode, prove, store: openKeyTable(database), log: log.keys })
    try {
      const { table, column: columns } = options
      const job = withJobAudit(config, keyRing, 'rotate', options.adminUrl ?? config.control, log, (audited) =>
        rotateIndexKeys({ database, keyRing: audited, tables, table, columns, online, onProgress: progress.show }),
      )
      const done = await naming(options.adminUrl !== undefined, job)
      process.stdout.write(reindexedText(done))
      if (stop.signal.aborted || done.some(({ outcome }) => outcome === 'stopped')) process.exitCode = exitFailed
    } finally {
      keyRing.close()
    }
  } finally {
    progress.end()
    signal.forget()
    await database.close()
  }
}

function reindexedText(done: readonly ReindexedTable[]): string {
  if (done.length === 0) return 'No column has terms.\n'
  const lines = done.flatMap(({ table, labels, outcome, rows, lockedMs }) => [
    `table ${table}: ${labels.join(', ')}`,
    outcome === 'done'
      ? `  terms of ${rows} rows are of other index keys; the table was locked for ${lockedMs} ms`
      : '  stopped; the next run goes on',
  ])
  return `${lines.join('\n')}\n`
}
