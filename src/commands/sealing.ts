import type { KeyObject } from 'node:crypto'
import { type CatalogSource, createCatalogSource } from '../catalog/catalog-source.ts'
import type { Config } from '../config/config.ts'
import type { ConnectionLog, Dependencies } from '../connection/dependencies.ts'
import type { TokenKeys } from '../connection/tokens.ts'
import { readRegisteredColumns } from '../control/column-registry.ts'
import { type Database, openDatabase } from '../control/database.ts'
import { openKeyTable } from '../control/key-table.ts'
import { checkSchemaVersion } from '../control/schema.ts'
import { PgsealError } from '../errors.ts'
import { createKeyRing } from '../keys/create-key-ring.ts'
import type { KeyRing } from '../keys/key-ring.ts'
import type { ConnectionAudit } from '../observe/audit/statement-audit.ts'
import { Counts } from '../observe/counts.ts'
import type { Log } from '../observe/log.ts'
import { secretKey } from '../seal/data-key.ts'
import { tokenKeyMessage } from '../seal/token.ts'
import { StatementCache } from '../sql/statement-cache.ts'
import { userAccess } from './user-access.ts'

/** What a map with tables needs beside sockets, shared by all connections of a process. */
export type Sealing = {
  readonly database: Database
  readonly keyRing: KeyRing
  readonly catalogSource: CatalogSource
  readonly statements: StatementCache
  /** What one connection gets; `user` is who has logged in. */
  dependencies(log: ConnectionLog, user: string, audit?: ConnectionAudit): Dependencies
  close(): Promise<void>
}

/** Memory for parsed statements and their plans. */
const statementBytes = 64 * 1024 * 1024

/**
 * Opens the control connection, checks schema pgseal, opens the keys and reads the catalog. Rejects with a PgsealError that
 * says which of them is wrong, having closed what was open. Without `interval` the catalog is read again on its own timer.
 */
export async function startSealing(
  config: Config,
  log: Log,
  counts: Counts = new Counts(),
  interval?: number,
): Promise<Sealing> {
  const database = openDatabase(config.control)
  let keyRing: KeyRing | undefined
  try {
    await checkSchemaVersion(database)
    const { keys, mode, prove, probe } = config
    const store = openKeyTable(database)
    keyRing = await createKeyRing({ keys, mode, prove, probe, store, log: log.keys, counts })
    const ring = keyRing
    warnOfLostLines(ring, await store.fileKeys(), log)
    const tokenKeys = await makeTokenKeys(config, ring)
    let starting = true
    let unfit: PgsealError | undefined
    const catalogSource = createCatalogSource({
      database,
      tables: config.tables,
      readRegisteredColumns,
      loadIndexKeys: (ids) => ring.loadIndexKeys(ids),
      onError: (error) => {
        if (starting && error instanceof PgsealError && error.errorName === 'keyConfiguration') unfit = error
        else log.failed({ during: 'reading the catalog', error })
      },
      ...(interval === undefined ? {} : { interval }),
    })
    try {
      await catalogSource.start()
      starting = false
      // A key file or KMS key that is not the database's: what such a process sealed, the others could not open.
      if (unfit !== undefined) throw unfit
    } catch (error) {
      catalogSource.stop()
      throw error
    }
    return assembled(config, database, ring, catalogSource, tokenKeys, counts)
  } catch (error) {
    keyRing?.close()
    await database.close()
    throw error
  }
}

function assembled(
  config: Config,
  database: Database,
  keyRing: KeyRing,
  catalogSource: CatalogSource,
  tokenKeys: TokenKeys,
  counts: Counts,
): Sealing {
  const statements = new StatementCache(statementBytes)
  const accessOf = userAccess(config)
  const shared: Omit<Dependencies, 'log' | 'access' | 'audit'> = {
    mode: config.mode,
    keyRing,
    tokenKeys,
    counts,
    rowsPerStatement: config.limits.rowsPerStatement,
    parse: (text) => statements.parse(text),
    analyze: (input) => statements.analyze(input),
    fingerprint: (plan) => statements.fingerprint(plan),
    catalog: () => catalogSource.current(),
    catalogUnderWay: () => catalogSource.refreshing(),
    refreshCatalog: () => catalogSource.refresh(),
    readCatalog: async (query) => {
      const [row] = await query(catalogSource.query)
      return catalogSource.privateCatalog((row ?? []).map((text) => text ?? ''))
    },
  }
  return {
    database,
    keyRing,
    catalogSource,
    statements,
    dependencies: (log, user, audit) => ({ ...shared, log, audit, access: accessOf(user) }),
    close: async () => {
      catalogSource.stop()
      keyRing.close()
      await database.close()
    },
  }
}

async function makeTokenKeys(config: Config, ring: KeyRing): Promise<TokenKeys> {
  const columns = config.tables.flatMap((table) => table.columns).filter((column) => column.reads === 'token')
  const keys = new Map<string, KeyObject>()
  for (const namedKey of new Set(columns.map((column) => column.namedKey))) {
    keys.set(namedKey, secretKey(await ring.mac(namedKey, tokenKeyMessage(namedKey))))
  }
  return keys
}

// Not a refusal: a line may be gone for good, and what is under it with it.
function warnOfLostLines(ring: KeyRing, made: readonly { namedKey: string; id: string }[], log: Log): void {
  for (const { name, kms, trusted } of ring.status()) {
    if (kms !== 'local') continue
    const lost = made.filter(({ namedKey, id }) => namedKey === name && !trusted.includes(id))
    for (const { id } of lost) {
      log.weakness({ what: `the key file of key "${name}" has no line "${id}", under which values were sealed` })
    }
  }
}
