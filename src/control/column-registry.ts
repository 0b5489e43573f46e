import type { Session } from './database.ts'

/** A row of pgseal.columns: what `apply` did to a column, under a label that never changes. */
export type RegisteredColumn = {
  readonly label: string
  /** The map's name of the table under which it was first sealed: part of the encryption context. */
  readonly tableName: string
  readonly columnName: string
  /** pg_class OID; null while the table does not exist. */
  readonly relation: number | null
  /** Attribute number; null while the column does not exist. */
  readonly position: number | null
  readonly logicalType: string
  readonly typmod: number
  readonly terms: readonly string[]
  readonly normalizers: readonly string[]
  readonly namedKey: string
  readonly indexGroup: string
  readonly indexKey: string | null
  readonly pad: number
  /** What of its row a value is bound to, in the words of the map: record and tenant; '' for nothing. */
  readonly record: string
  readonly state: 'absent' | 'sealing' | 'sealed' | 'resealing' | 'unsealing' | 'unsealed'
}

export const registeredColumnsQuery = `select label, table_name as "tableName", column_name as "columnName",
  relation::pg_catalog.oid::pg_catalog.int8::pg_catalog.float8 as relation, position, logical_type as "logicalType", typmod, terms,
  normalizers, named_key as "namedKey", index_group as "indexGroup", index_key as "indexKey", pad, state,
  coalesce(pg_catalog.to_jsonb(c) operator(pg_catalog.->>) 'record', '') as record
  from pgseal.columns c order by label`

export function readRegisteredColumns(session: Session): Promise<RegisteredColumn[]> {
  return session.query<RegisteredColumn>(registeredColumnsQuery)
}

/** Adds the row or makes the one with this label equal to it. */
export async function registerColumn(session: Session, column: RegisteredColumn): Promise<void> {
  await session.query(
    `insert into pgseal.columns (label, table_name, column_name, relation, position, logical_type, typmod, terms, normalizers,
      named_key, index_group, index_key, pad, state, record) values ($1, $2, $3, $4::pg_catalog.oid, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
     on conflict (label) do update set table_name = excluded.table_name, column_name = excluded.column_name,
      relation = excluded.relation, position = excluded.position, logical_type = excluded.logical_type, typmod = excluded.typmod,
      terms = excluded.terms, normalizers = excluded.normalizers, named_key = excluded.named_key,
      index_group = excluded.index_group, index_key = excluded.index_key, pad = excluded.pad, state = excluded.state,
      record = excluded.record,
      changed = pg_catalog.now()`,
    [
      column.label,
      column.tableName,
      column.columnName,
      column.relation,
      column.position,
      column.logicalType,
      column.typmod,
      column.terms,
      column.normalizers,
      column.namedKey,
      column.indexGroup,
      column.indexKey,
      column.pad,
      column.state,
      column.record,
    ],
  )
}

/** The column is what it was before it was sealed; its row stays until the map drops it. */
export async function markUnsealed(session: Session, label: string): Promise<void> {
  await session.query(
    "update pgseal.columns set state = 'unsealed', changed = pg_catalog.now() where label operator(pg_catalog.=) $1",
    [label],
  )
}

/** The same of a column whose table was made anew. */
export async function unsealedAt(session: Session, label: string, relation: number, position: number): Promise<void> {
  await session.query(
    `update pgseal.columns set state = 'unsealed', relation = $2::pg_catalog.int8::pg_catalog.oid, position = $3, changed = pg_catalog.now()
     where label operator(pg_catalog.=) $1`,
    [label, relation, position],
  )
}

/** The column's terms are of another index key, in a table that was made anew. */
export async function reindexedAt(
  session: Session,
  label: string,
  relation: number,
  position: number,
  indexKey: string,
): Promise<void> {
  await session.query(
    `update pgseal.columns set state = 'sealed', relation = $2::pg_catalog.int8::pg_catalog.oid, position = $3, index_key = $4,
      changed = pg_catalog.now() where label operator(pg_catalog.=) $1`,
    [label, relation, position, indexKey],
  )
}

export async function setColumnState(session: Session, label: string, state: RegisteredColumn['state']): Promise<void> {
  await session.query(
    'update pgseal.columns set state = $2, changed = pg_catalog.now() where label operator(pg_catalog.=) $1',
    [label, state],
  )
}

export async function forgetColumn(session: Session, label: string): Promise<void> {
  await session.query('delete from pgseal.columns where label operator(pg_catalog.=) $1', [label])
}
