import type { MappedColumn, MappedTable } from '../../src/config/config.ts'
import { type RegisteredColumn, registerColumn } from '../../src/control/column-registry.ts'
import { type Database, openDatabase } from '../../src/control/database.ts'
import type { PhysicalTypeSpec } from '../../src/control/physical-type.ts'
import { controlGrants, missingSchema, readSchemaFacts } from '../../src/control/schema.ts'

/** A mapped table of schema public with text columns under `default`, each with equality unless told otherwise. */
export function mapTable(name: string, columns: Readonly<Record<string, Partial<MappedColumn>>>): MappedTable {
  return {
    schema: 'public',
    name,
    mapName: `public.${name}`,
    allowShadow: false,
    record: undefined,
    tenant: undefined,
    columns: Object.entries(columns).map(([column, change]) => ({
      name: column,
      label: `public.${name}.${column}`,
      labelTag: 1,
      type: 'text',
      typmod: -1,
      namedKey: 'default',
      search: ['equality'],
      normalize: [],
      indexGroup: undefined,
      pad: 0,
      ...change,
    })),
  }
}

/** What `apply` would write for a column that does not exist yet. */
export function registration(table: MappedTable, column: MappedColumn, indexKey: string | null): RegisteredColumn {
  const terms = column.search.includes('equality') ? ['eq'] : []
  return {
    label: column.label,
    tableName: table.mapName,
    columnName: column.name,
    relation: null,
    position: null,
    logicalType: column.type,
    typmod: column.typmod,
    terms,
    normalizers: [],
    namedKey: column.namedKey,
    indexGroup: column.indexGroup ?? column.label,
    indexKey: terms.length === 0 ? null : indexKey,
    pad: column.pad,
    record: '',
    state: 'absent',
  }
}

/** Makes schema pgseal with types and the rows of pgseal.columns for these tables, one index key for all. */
export async function prepareSchema(
  ownerUrl: string,
  control: string,
  tables: readonly MappedTable[],
  indexKey: string,
): Promise<void> {
  const owner: Database = openDatabase(ownerUrl, 1)
  const types = tables.flatMap((table) =>
    table.columns.map(
      (column): PhysicalTypeSpec => ({
        logicalType: column.type,
        terms: column.search.includes('equality') ? ['eq'] : [],
      }),
    ),
  )
  await owner.transaction(async (session) => {
    for (const statement of missingSchema(await readSchemaFacts(session), types)) await session.query(statement)
    for (const statement of controlGrants(control)) await session.query(statement)
    await session.query(
      "insert into pgseal.keys (id, kind, named_key, provider, arn, index_group, slot, created) values ($1, 'index', 'default', 'local', '', 'test', 'current', now()) on conflict do nothing",
      [indexKey],
    )
    for (const table of tables) {
      for (const column of table.columns) await registerColumn(session, registration(table, column, indexKey))
    }
  })
  await owner.close()
}
