import type { Session } from './database.ts'

/** What a sealed column was as a plain one, beside what its row of pgseal.columns says. Names are quoted, with their schemas. */
export type ColumnBefore = {
  /** null: that of the type. */
  readonly collation: string | null
  /** pg_attribute's letters, for each table that holds the column: itself first. */
  readonly members: readonly { readonly name: string; readonly storage: string; readonly compression: string }[]
  /** Indexes that held it and became indexes on its term. */
  readonly indexes: readonly {
    readonly name: string
    /** Of the column in this index. */
    readonly collation: string | null
    /** It belonged to a unique constraint of that name. */
    readonly constraint: boolean
    readonly clustered: boolean
  }[]
  /** Indexes that were made with the sealed column and are to go with it. */
  readonly made: readonly string[]
}

export async function writeColumnBefore(session: Session, label: string, before: ColumnBefore): Promise<void> {
  await session.query('update pgseal.columns set before = $2::pg_catalog.jsonb where label operator(pg_catalog.=) $1', [
    label,
    JSON.stringify(before),
  ])
}

/** By label; a column that was created sealed, or sealed before this was kept, is not there. */
export async function readColumnsBefore(session: Session): Promise<Map<string, ColumnBefore>> {
  const rows = await session.query<{ label: string; before: ColumnBefore }>(
    `select label, pg_catalog.to_jsonb(c) operator(pg_catalog.->) 'before' as before from pgseal.columns c
     where pg_catalog.to_jsonb(c) operator(pg_catalog.->>) 'before' is not null`,
  )
  return new Map(rows.map(({ label, before }) => [label, before]))
}
