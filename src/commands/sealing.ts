import type { KeyObject } from 'node:crypto'
import { type CatalogSource, createCatalogSource } from '../catalog/catalog-source.ts'
import type { Config } from '../config/config.ts'
import type { ConnectionLog, Dependencies } from '../connection/dependencies.ts'
import type { TokenKeys } from '../connection/tokens.ts'
import { readRegisteredColumns } from '../control/column-registry.ts'
import { type Database, openDatabase } from '../control/database.ts'
import { openKeyTable } from '../control/key-table.ts'
import { readLetterCase } from '../control/letter-case.ts'
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
import { Shared } from './held-until-released.ts'
import { keysInForce } from './map-change.ts'
import { userAccess } from './user-access.ts'

/** What a map with tables needs beside sockets, shared by all connections of a process. */
export type Sealing = {
  readonly database: Database
  readonly keyRing: KeyRing
  readonly catalogSource: CatalogSource
  readonly statements: StatementCache
  readonly shared: { readonly database: Shared<Database>; readonly ring: Shared<KeyRing>; readonly keys: string }
  /** What one connection gets; `user` is who has logged in. */
  dependencies(log: ConnectionLog, user: string, audit?: ConnectionAudit): Dependencies
  close(): Promise<void>
}

export type SealingOptions = {
  /** Milliseconds between looks at the catalog; 0 for none. */
  readonly interval?: number
  /** The map in force until now: its control connection, plans and, where they are the same, keys are used on. */
  readonly previous?: Sealing | undefined
}

/** Memory for parsed statements and their plans. */
const cacheBytes = 64 * 1024 * 1024

/**
 * Opens the control connection, checks schema pgseal, opens the keys and reads the catalog. Rejects with a PgsealError that
 * says which of them is wrong, having closed what was open. Without `interval` the catalog is read again on its own timer.
 */
export async function startSealing(
  config: Config,
  log: Log,
  counts: Counts = new Counts(),
  { interval, previous }: SealingOptions = {},
): Promise<Sealing> {
  const keys = keysInForce(config)
  const sharedDatabase =
    previous?.shared.database.take() ?? new Shared(openDatabase(config.control), (opened) => opened.close())
  const database = sharedDatabase.value
  let sharedRing = previous?.shared.keys === keys ? previous.shared.ring.take() : undefined
  try {
    await checkSchemaVersion(database)
    const { mode, prove, probe } = config
    const store = openKeyTable(database)
    sharedRing ??= new Shared(
      await createKeyRing({ keys: config.keys, mode, prove, probe, store, log: log.keys, counts }),
      (opened) => opened.close(),
    )
    const ring = sharedRing.value
    warnOfLostLines(ring, await store.fileKeys(), log)
    const tokenKeys = await makeTokenKeys(config, ring)
    let starting = true
    let unfit: unknown
    const catalogSource = createCatalogSource({
      database,
      tables: config.tables,
      readRegisteredColumns,
      readLetterCase,
      loadIndexKeys: (ids) => ring.loadIndexKeys(ids),
      onError: (error) => {
        const fatal = error instanceof PgsealError && error.errorName === 'keyConfiguration'
        // A map that is to take another's place must serve as well as that: then nothing may be missing.
        if (starting && (fatal || previous !== undefined)) unfit = error
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
    const shared = { database: sharedDatabase, ring: sharedRing, keys }
    const statements = previous?.statements ?? new StatementCache(cacheBytes)
    return assembled(config, shared, statements, catalogSource, tokenKeys, counts)
  } catch (error) {
    await sharedRing?.release()
    await sharedDatabase.release()
    throw error
  }
}

function assembled(
  config: Config,
  shared: Sealing['shared'],
  statements: StatementCache,
  catalogSource: CatalogSource,
  tokenKeys: TokenKeys,
  counts: Counts,
): Sealing {
  const [database, keyRing] = [shared.database.value, shared.ring.value]
  const accessOf = userAccess(config)
  const { statementBytes } = config.limits
  const common: Omit<Dependencies, 'log' | 'access' | 'audit'> = {
    mode: config.mode,
    keyRing,
    tokenKeys,
    counts,
    rowsPerStatement: config.limits.rowsPerStatement,
    memoryPerConnection: config.limits.memoryPerConnection,
    parse: (text) => {
      if (text.length > statementBytes) {
        throw new PgsealError('statementTooLarge', { limit: String(statementBytes) })
      }
      return statements.parse(text)
    },
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
    shared,
    dependencies: (log, user, audit) => ({ ...common, log, audit, access: accessOf(user) }),
    close: async () => {
      catalogSource.stop()
      await shared.ring.release()
      await shared.database.release()
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
