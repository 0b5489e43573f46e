import type { Session } from './database.ts'

/** A row of pgseal.keys; the key store of the keys room has the same shape. */
export type KeyTableRow = {
  readonly id: string
  readonly kind: 'kms' | 'branch' | 'index'
  readonly namedKey: string
  readonly provider: 'aws' | 'transit' | 'local' | 'insecure-test-key'
  readonly arn: string
  readonly tenant: string
  readonly group: string
  readonly slot: 'current' | 'next' | null
  readonly wrapped: Buffer | null
  readonly context: Readonly<Record<string, string>>
  readonly created: Date
  readonly retired: Date | null
}

export type KeyTable = {
  insert(row: KeyTableRow): Promise<void>
  obtain(row: KeyTableRow): Promise<KeyTableRow>
  find(ids: readonly string[]): Promise<readonly KeyTableRow[]>
  tenantRetired(namedKey: string, tenant: string): Promise<boolean>
  all(): Promise<readonly KeyTableRow[]>
  /** Exchanges what a row wraps, with its ARN and pairs; false when the row wraps something else than `from` by now. */
  replaceWrapped(from: KeyTableRow, to: KeyTableRow): Promise<boolean>
  /** Notes which of these rows nothing rests on, as was counted now; it is a note for `status`, and forbids nothing. */
  noteUnused(unused: readonly string[], used: readonly string[]): Promise<void>
  /** The lines of key files under which keys that are not index keys were made. */
  fileKeys(): Promise<readonly { readonly namedKey: string; readonly id: string }[]>
}

const columns = 'id, kind, named_key, provider, arn, tenant, index_group, slot, wrapped, context, created, retired'

const select = `select id, kind, named_key as "namedKey", provider, arn, tenant, index_group as "group", slot, wrapped, context, created, retired from pgseal.keys`

const insert = `insert into pgseal.keys (${columns}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`

/**
 * The table pgseal.keys over a pool of the control login, whose connections have synchronous_commit on: each statement
 * commits by itself, so a resolved insert is durable.
 */
export function openKeyTable(database: Session): KeyTable {
  async function found(row: KeyTableRow): Promise<KeyTableRow | undefined> {
    const rows =
      row.kind === 'index'
        ? await database.query<KeyTableRow>(
            `${select} where kind operator(pg_catalog.=) 'index' and index_group operator(pg_catalog.=) $1 and slot operator(pg_catalog.=) $2`,
            [row.group, row.slot],
          )
        : await database.query<KeyTableRow>(
            `${select} where kind operator(pg_catalog.=) 'kms' and named_key operator(pg_catalog.=) $1 and provider operator(pg_catalog.=) $2` +
              ' and arn operator(pg_catalog.=) $3 and context operator(pg_catalog.=) $4 and tenant operator(pg_catalog.=) $5',
            [row.namedKey, row.provider, row.arn, row.context, row.tenant],
          )
    return rows[0]
  }
  return {
    insert: async (row) => {
      await database.query(insert, values(row))
    },
    obtain: async (row) => {
      const first = await found(row)
      if (first !== undefined) return first
      await database.query(`${insert} on conflict do nothing`, values(row))
      const second = await found(row)
      if (second === undefined) throw new Error(`pgseal.keys holds no row for ${row.kind} key of ${row.namedKey}`)
      return second
    },
    find: async (ids) =>
      ids.length === 0
        ? []
        : await database.query<KeyTableRow>(`${select} where id operator(pg_catalog.=) any ($1::pg_catalog.uuid[])`, [
            ids,
          ]),
    tenantRetired: async (namedKey, tenant) => {
      const rows = await database.query(
        'select from pgseal.keys where named_key operator(pg_catalog.=) $1 and tenant operator(pg_catalog.=) $2' +
          ' and retired is not null limit 1',
        [namedKey, tenant],
      )
      return rows.length > 0
    },
    fileKeys: () =>
      database.query(
        'select distinct named_key as "namedKey", arn as id from pgseal.keys' +
          " where provider operator(pg_catalog.=) 'local' and kind operator(pg_catalog.<>) 'index'",
      ),
    replaceWrapped: async (from, to) => {
      const changed = await database.query(
        'update pgseal.keys set wrapped = $3, arn = $4, context = $5 where id = $1 and wrapped = $2 returning id',
        [from.id, from.wrapped, to.wrapped, to.arn, JSON.stringify(to.context)],
      )
      return changed.length === 1
    },
    noteUnused: async (unused, used) => {
      await database.query('delete from pgseal.unused_keys where key = any ($1::uuid[])', [used])
      await database.query(
        'insert into pgseal.unused_keys select unnest($1::uuid[]) on conflict (key) do update set counted = excluded.counted',
        [unused],
      )
    },
    all: () => database.query<KeyTableRow>(`${select} order by created, id`),
  }
}

function values(row: KeyTableRow): unknown[] {
  const { id, kind, namedKey, provider, arn, tenant, group, slot, wrapped, context, created, retired } = row
  return [
    id,
    kind,
    namedKey,
    provider,
    arn,
    tenant,
    group,
    slot,
    wrapped,
    JSON.stringify(context),
    created.toISOString(),
    retired?.toISOString() ?? null,
  ]
}

/** The group's next index key becomes its current one, and the one of before is one of the past. In the caller's transaction. */
export async function useNextIndexKey(session: Session, group: string): Promise<void> {
  for (const [from, to] of [
    ['current', null],
    ['next', 'current'],
  ]) {
    await session.query(
      `update pgseal.keys set slot = $3 where kind operator(pg_catalog.=) 'index' and index_group operator(pg_catalog.=) $1
       and slot operator(pg_catalog.=) $2`,
      [group, from, to],
    )
  }
}
