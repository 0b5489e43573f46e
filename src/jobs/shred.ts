import type { MappedTable, NamedKey } from '../config/config.ts'
import type { Database } from '../control/database.ts'
import { arnsOfOthers, readTenantRows, retireTenant, type TenantRow } from '../control/tenant-rows.ts'
import { PgsealError } from '../errors.ts'
import type { KeyRing } from '../keys/key-ring.ts'
import { tombstone } from '../seal/tombstone.ts'
import { countTenant, overwriteTenant, readShredTable, type ShredTable } from './shred-table.ts'

export type ShredOptions = {
  /** A login that may update the tables. */
  readonly admin: Database
  readonly keyRing: KeyRing
  readonly tables: readonly MappedTable[]
  readonly keys: ReadonlyMap<string, NamedKey>
  readonly tenant: string
  /** The KMS's waiting time, 7 to 30. */
  readonly days: number
}

/** A named key under which values of the tenant may rest. */
export type ShredKey = {
  readonly namedKey: string
  /** KMS keys of the tenant alone; undefined when it has none, so that it can only be locked out. */
  readonly owned: readonly string[] | undefined
  /** KMS keys that still open what they sealed for the tenant, and that others use too: they stay. */
  readonly shared: readonly string[]
  /** Rows of pgseal.keys that are retired. */
  readonly rows: number
}

export type ShredColumnPlan = {
  readonly label: string
  readonly values: number
  readonly action: 'null' | 'tombstone' | 'lock out'
}

export type ShredPlan = { readonly keys: readonly ShredKey[]; readonly columns: readonly ShredColumnPlan[] }

export type ShredReport = {
  /** KMS keys and the day on which each is gone. */
  readonly deletions: readonly { readonly arn: string; readonly day: Date }[]
  readonly columns: readonly { readonly label: string; readonly written: number; readonly left: number }[]
  /** Tables whose old row versions hold what was written over, until they are vacuumed. */
  readonly tables: readonly string[]
}

/** What shred would do; nothing is changed. Throws shredNoTenants, shredKeyShared, tenantUnknown and what the key ring says. */
export async function planShred(options: ShredOptions): Promise<ShredPlan> {
  const { admin, tenant } = options
  const tables = await tenantTables(options)
  const rows = await readTenantRows(admin, tenant)
  const keys: ShredKey[] = []
  for (const namedKey of namedKeysOf(tables)) {
    const { owned, shared } = await ownedKeys(options, namedKey)
    keys.push({ namedKey, owned, shared, rows: rows.filter((row) => row.namedKey === namedKey && !row.marker).length })
  }
  const mine = { tenant, keyIds: rows.map(({ id }) => idBytes(id)) }
  const columns: ShredColumnPlan[] = []
  for (const table of tables) {
    const tombstones = tombstonesOf(table, rows)
    const counts = await countTenant(admin, table, mine, tombstones)
    for (const [at, { column, notNull }] of table.columns.entries()) {
      const isOwned = keys.find(({ namedKey }) => namedKey === column.namedKey)!.owned !== undefined
      const action = isOwned ? (notNull ? 'tombstone' : 'null') : 'lock out'
      columns.push({ label: column.label, values: counts[at]!, action })
    }
  }
  return { keys, columns }
}

/**
 * Takes a tenant away. First its keys are retired, so that within the age of caches nothing is sealed or opened for it; then
 * its own KMS keys are set to be deleted; then its values under those are written over. Again it goes on where it stopped.
 */
export async function shred(options: ShredOptions): Promise<ShredReport> {
  const { admin, keyRing, tenant, days } = options
  const tables = await tenantTables(options)
  const namedKeys = namedKeysOf(tables)
  const owned = new Map<string, readonly string[]>()
  for (const namedKey of namedKeys) {
    const { owned: arns } = await ownedKeys(options, namedKey)
    if (arns !== undefined) owned.set(namedKey, arns)
  }
  await admin.transaction(async (session) => {
    for (const namedKey of namedKeys) {
      const arn = owned.get(namedKey)?.[0] ?? ''
      await retireTenant(session, { namedKey, provider: options.keys.get(namedKey)!.kms, arn, tenant })
    }
  })

  const deletions = new Map<string, Date>()
  for (const [namedKey, arns] of owned) {
    for (const arn of arns) {
      if (!deletions.has(arn)) deletions.set(arn, await keyRing.scheduleDeletion(namedKey, arn, days))
    }
  }

  const rows = await readTenantRows(admin, tenant)
  const values = { tenant, keyIds: rows.map(({ id }) => idBytes(id)) }
  const columns: ShredReport['columns'][number][] = []
  const written: string[] = []
  for (const table of tables) {
    const mine = { ...table, columns: table.columns.filter(({ column }) => owned.has(column.namedKey)) }
    if (mine.columns.length === 0) continue
    const tombstones = tombstonesOf(mine, rows)
    const done = await overwriteTenant(admin, mine, values, tombstones)
    const left = await countTenant(admin, mine, values, tombstones)
    for (const [at, { column }] of mine.columns.entries()) {
      columns.push({ label: column.label, written: done[at]!, left: left[at]! })
    }
    written.push(table.table.mapName)
  }
  return { deletions: [...deletions].map(([arn, day]) => ({ arn, day })), columns, tables: written }
}

async function tenantTables({ admin, tables }: ShredOptions): Promise<ShredTable[]> {
  if (!tables.some(({ tenant }) => tenant !== undefined)) throw new PgsealError('shredNoTenants')
  const found = await Promise.all(tables.map((table) => readShredTable(admin, table)))
  return found.filter((table) => table !== undefined)
}

function namedKeysOf(tables: readonly ShredTable[]): string[] {
  return [...new Set(tables.flatMap(({ columns }) => columns.map(({ column }) => column.namedKey)))]
}

/** The tenant's KMS keys, apart by who uses them. An alias may name the present key of others too: then nothing is touched. */
async function ownedKeys(
  { admin, keyRing, tenant }: ShredOptions,
  namedKey: string,
): Promise<{ readonly owned: readonly string[] | undefined; readonly shared: readonly string[] }> {
  const arns = await keyRing.tenantKeys(namedKey, tenant)
  if (arns === undefined) return { owned: undefined, shared: [] }
  const others = new Set([
    ...(await arnsOfOthers(admin, tenant)),
    ...keyRing.status().flatMap(({ arn, trusted, indexArn }) => [arn, ...trusted, indexArn ?? arn]),
  ])
  if (others.has(arns[0]!)) throw new PgsealError('shredKeyShared', { key: namedKey, arn: arns[0]! })
  return { owned: arns.filter((arn) => !others.has(arn)), shared: arns.filter((arn) => others.has(arn)) }
}

/** What takes the place of values that cannot be NULL; before there is a marker, nothing that could rest there. */
function tombstonesOf({ columns }: ShredTable, rows: readonly TenantRow[]): (Buffer | undefined)[] {
  return columns.map(({ column, notNull }) => {
    if (!notNull) return undefined
    const marker = rows.find((row) => row.namedKey === column.namedKey && row.marker)
    return marker === undefined ? Buffer.alloc(0) : tombstone(column.labelTag, idBytes(marker.id))
  })
}

function idBytes(id: string): Buffer {
  return Buffer.from(id.replaceAll('-', ''), 'hex')
}
