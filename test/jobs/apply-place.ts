import type { MappedTable } from '../../src/config/config.ts'
import type { Session } from '../../src/control/database.ts'
import { type Database, openDatabase } from '../../src/control/database.ts'
import { type ApplyOptions, type ApplyReport, apply } from '../../src/jobs/apply.ts'
import { type UnsealOptions, type UnsealReport, unseal } from '../../src/jobs/unseal.ts'
import type { UnsealScope } from '../../src/jobs/unseal-plan.ts'
import type { KeyRing } from '../../src/keys/key-ring.ts'
import { parseEnvelope } from '../../src/seal/envelope.ts'
import { openValue } from '../../src/seal/open-value.ts'
import { localKeyRing } from '../support/local-key-ring.ts'
import { createOwnedDatabase, type OwnedDatabase } from '../support/owned-database.ts'
import { sharedPostgres } from '../support/postgres.ts'

/** A database with an owner who is no superuser, and a key ring: what apply needs. */
export type ApplyPlace = OwnedDatabase & {
  readonly owner: Database
  readonly keyRing: KeyRing
  apply(tables: readonly MappedTable[], change?: Partial<ApplyOptions>): Promise<ApplyReport>
  unseal(tables: readonly MappedTable[], scope: UnsealScope, change?: Partial<UnsealOptions>): Promise<UnsealReport>
  /** Stored forms as hex by `key`, null for NULL: every value opened with its own data key. */
  open(table: MappedTable, column: string, key: string): Promise<Record<string, string | null>>
  close(): Promise<void>
}

export async function applyPlace(name: string): Promise<ApplyPlace> {
  const place = await createOwnedDatabase(await sharedPostgres(), name)
  const owner = openDatabase(place.ownerUrl)
  const control = openDatabase(place.controlUrl)
  const ring = await localKeyRing(control)
  return {
    ...place,
    owner,
    keyRing: ring.keyRing,
    apply: (tables, change) =>
      apply({ admin: owner, controlRole: place.control, tables, keyRing: ring.keyRing, ...change }),
    unseal: (tables, scope, change) => unseal({ admin: owner, tables, scope, keyRing: ring.keyRing, ...change }),
    open: (table, column, key) => open(owner, ring.keyRing, table, column, key),
    close: async () => {
      ring.close()
      await owner.close()
      await control.close()
    },
  }
}

async function open(session: Session, keyRing: KeyRing, table: MappedTable, name: string, key: string) {
  const column = table.columns.find((each) => each.name === name)!
  const terms = column.search.includes('equality') ? (['eq'] as const) : []
  const sealed = { ...column, logicalType: column.type, terms }
  const rows = await session.query<{ k: string; c: Buffer | null; eq: Buffer | null }>(
    `select ${key}::text as k, ("${name}").c::bytea as c, ${terms.length > 0 ? `("${name}").eq::bytea` : 'null::bytea'} as eq from public.${table.name}`,
  )
  const opened: Record<string, string | null> = {}
  for (const { k, c, eq } of rows) {
    if (c === null) {
      opened[k] = null
      continue
    }
    const envelope = parseEnvelope(c, column.label)
    const context = { table: table.mapName, record: '', tenant: '' }
    const dataKey = await keyRing.open(column.namedKey, envelope.keyPart, context, column.label)
    opened[k] = openValue(sealed, envelope, dataKey, eq === null ? [] : [eq]).toString('hex')
  }
  return opened
}
