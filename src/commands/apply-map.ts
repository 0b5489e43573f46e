import { resolve } from 'node:path'
import type { Config } from '../config/config.ts'
import { checkControl } from '../config/connection-url.ts'
import { type Database, openDatabase } from '../control/database.ts'
import { openKeyTable } from '../control/key-table.ts'
import { checkControlRights } from '../control/schema.ts'
import { PgsealError } from '../errors.ts'
import { type ApplyProgress, type ApplyReport, apply, assist } from '../jobs/apply.ts'
import { type ApplyPlan, planApply } from '../jobs/apply-plan.ts'
import { type DroppedPlaintext, dropPlaintext } from '../jobs/drop-plaintext.ts'
import type { OnlineOptions } from '../jobs/seal-online.ts'
import { createKeyRing } from '../keys/create-key-ring.ts'
import type { KeyRing } from '../keys/key-ring.ts'
import type { Log } from '../observe/log.ts'
import { withJobAudit } from './job-auditing.ts'
import { UsageError } from './usage-error.ts'

export type MapJob = {
  plan(): Promise<ApplyPlan>
  apply(log: Log, onProgress: (progress: ApplyProgress) => void): Promise<ApplyReport>
  /** Works for an online job that another run is at; gives the rows done here. */
  assist(log: Log, onProgress: (progress: ApplyProgress) => void): Promise<number>
  /** Drops what sealing online has left of tables as they were; gives their names, and catalogs that could not be cleaned. */
  dropPlaintext(): Promise<DroppedPlaintext>
  close(): Promise<void>
}

/** Opens the database for `plan` and `apply`: with `adminUrl`, a login that may do DDL, else with the control login. */
export function openMapJob(config: Config, adminUrl: string | undefined, online?: OnlineOptions): MapJob {
  // The job itself, what holds the table, and what is asked meanwhile.
  const admin = openAdmin(config, adminUrl, 6 + (online?.workers ?? 0))
  const otherLogin = adminUrl !== undefined
  return {
    plan: async () => {
      if (!otherLogin) await checkControlRights(admin)
      return naming(otherLogin, planApply(admin, config.tables, online !== undefined))
    },
    apply: (log, onProgress) => naming(otherLogin, applyWith(admin, config, adminUrl, log, onProgress, online)),
    assist: (log, onProgress) =>
      naming(
        otherLogin,
        inRing(admin, config, adminUrl, log, (keyRing) =>
          assist({ admin, controlRole: undefined, tables: config.tables, keyRing, onProgress }, online!),
        ),
      ),
    dropPlaintext: () => naming(otherLogin, dropPlaintext(admin)),
    close: () => admin.close(),
  }
}

/** Says of the login that the command line named what the pool says of the control login. */
export async function naming<T>(otherLogin: boolean, work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    if (!otherLogin || !(error instanceof PgsealError) || error.errorName !== 'controlUnavailable') throw error
    throw new PgsealError('adminUnavailable', {}, error.logDetail === undefined ? {} : { logDetail: error.logDetail })
  }
}

function applyWith(
  admin: Database,
  config: Config,
  adminUrl: string | undefined,
  log: Log,
  onProgress: (progress: ApplyProgress) => void,
  online: OnlineOptions | undefined,
): Promise<ApplyReport> {
  const controlRole = adminUrl === undefined ? undefined : decodeURIComponent(new URL(config.control).username)
  return inRing(admin, config, adminUrl, log, (keyRing) =>
    apply({ admin, controlRole, tables: config.tables, keyRing, onProgress, online }),
  )
}

async function inRing<T>(
  admin: Database,
  config: Config,
  adminUrl: string | undefined,
  log: Log,
  work: (keyRing: KeyRing) => Promise<T>,
): Promise<T> {
  const { keys, mode, prove, probe } = config
  const keyRing = await createKeyRing({ keys, mode, prove, probe, store: openKeyTable(admin), log: log.keys })
  try {
    return await withJobAudit(config, keyRing, 'apply', adminUrl ?? config.control, log, work)
  } finally {
    keyRing.close()
  }
}

/** A pool for the login of --admin-url, else for the control login. Throws UsageError for a URL that cannot be meant. */
export function openAdmin(config: Config, adminUrl: string | undefined, connections?: number): Database {
  if (adminUrl === undefined) return openDatabase(config.control, connections)
  const admin = checkControl(adminUrl, (file) => resolve(file))
  if ('problem' in admin) throw new UsageError(`--admin-url ${admin.problem}`)
  if (admin.database !== config.upstream.database) throw new UsageError("--admin-url must name the map's database")
  return openDatabase(admin.url, connections)
}
