import { createCatalogSource } from '../catalog/catalog-source.ts'
import type { MappedColumn, MappedTable } from '../config/config.ts'
import { type ColumnBefore, readColumnsBefore } from '../control/column-before.ts'
import { type RegisteredColumn, readRegisteredColumns } from '../control/column-registry.ts'
import type { Session } from '../control/database.ts'
import { checkVersion, readSchemaFacts } from '../control/schema.ts'
import { PgsealError } from '../errors.ts'
import { isSealed } from './apply-plan.ts'
import type { JobColumn, ValueMover } from './move-values.ts'
import type { Obstacle } from './obstacles.ts'
import { openedIndexes } from './opened-indexes.ts'
import { jobColumns, rowIdentity } from './rotation-target.ts'
import { readTableFacts, type TableFacts } from './table-facts.ts'
import { readIndexReads, unsealObstacles } from './unseal-obstacles.ts'

/** Which columns: those of the map with `unseal: true`, all of them, or one table's, or some of its. */
export type UnsealScope = {
  readonly all: boolean
  /** Map name. */
  readonly table?: string | undefined
  readonly columns?: readonly string[] | undefined
  /** While clients use the table. */
  readonly online?: boolean | undefined
}

export type UnsealColumnPlan = {
  readonly column: MappedColumn
  /** none: it is plain already, or does not exist. unseal: its values are opened in place. refuse: `obstacles` say why not. */
  readonly action: 'none' | 'unseal' | 'refuse'
  readonly obstacles: readonly Obstacle[]
  readonly notes: readonly string[]
  readonly registered: RegisteredColumn | undefined
}

export type UnsealTablePlan = {
  readonly table: MappedTable
  readonly facts: TableFacts | undefined
  readonly columns: readonly UnsealColumnPlan[]
  /** Of the columns that are opened, in the same order. */
  readonly sealed: readonly JobColumn[]
  readonly identity: { readonly extra: readonly string[]; readonly identityOf: ValueMover['identityOf'] }
  /** By name of the column: what it was, of every column of the table. */
  readonly before: ReadonlyMap<string, ColumnBefore>
  /** Names of indexes that are made again. */
  readonly indexes: readonly string[]
}

export type UnsealPlan = {
  readonly tables: readonly UnsealTablePlan[]
  /** With `all`: sealed columns that the map does not name, which is in the way. */
  readonly unmapped: readonly RegisteredColumn[]
  /** False in a database that pgseal keeps nothing in. */
  readonly schema: boolean
  readonly workLeft: boolean
}

/** What `unseal` would do now. Reads only. Rejects with schemaVersionDiffers, and when the database cannot be asked. */
export async function planUnseal(
  session: Session,
  tables: readonly MappedTable[],
  scope: UnsealScope,
): Promise<UnsealPlan> {
  const facts = await readSchemaFacts(session)
  if (!facts.names.has('columns')) return { tables: [], unmapped: [], schema: facts.schema, workLeft: false }
  if (facts.version !== undefined) checkVersion(facts.version)
  const registered = await readRegisteredColumns(session)
  const plans: UnsealTablePlan[] = []
  for (const table of tables) {
    if (wantedColumns(table, scope).length > 0) plans.push(await planUnsealTable(session, tables, table, scope))
  }
  const labels = new Set(tables.flatMap(({ columns }) => columns.map(({ label }) => label)))
  const unmapped: RegisteredColumn[] = []
  for (const row of scope.all ? registered : []) {
    if (!labels.has(row.label) && (await isSealed(session, row))) unmapped.push(row)
  }
  return {
    tables: plans,
    unmapped,
    schema: true,
    workLeft: unmapped.length > 0 || plans.some(({ columns }) => columns.some(({ action }) => action !== 'none')),
  }
}

/** The plan of one table alone; made again under the lock, where it is the one that counts. */
export async function planUnsealTable(
  session: Session,
  tables: readonly MappedTable[],
  table: MappedTable,
  scope: UnsealScope,
): Promise<UnsealTablePlan> {
  const wanted = wantedColumns(table, scope)
  const facts = await readTableFacts(session, table.schema, table.name)
  const catalog = await readCatalog(session, tables)
  const relation = catalog.mappedTables.find(({ mapName }) => mapName === table.mapName)?.relation
  const registered = new Map((await readRegisteredColumns(session)).map((row) => [row.label, row]))
  const stored = await readColumnsBefore(session)
  const before = new Map(
    table.columns.flatMap(({ name, label }) => {
      const known = stored.get(label)
      return known === undefined ? [] : [[name, known] as const]
    }),
  )
  const reads = facts === undefined ? [] : await readIndexReads(session, facts)
  const columns = wanted.map((column): UnsealColumnPlan => {
    const place = facts?.columns.find((each) => each.relation === facts.oid && each.name === column.name)
    const own = { column, notes: [], registered: registered.get(column.label) }
    if (facts === undefined || place?.sealed !== true) return { ...own, action: 'none', obstacles: [] }
    const mapped = relation?.columns.find((each) => each.name === column.name)?.mapped
    const disagreement = mapped === undefined ? 'the map does not describe it' : mapped.refused
    const obstacles = [
      ...(disagreement === undefined
        ? []
        : [{ what: `it is refused: ${disagreement}`, hint: 'Run "pgseal plan" with the map it was sealed with.' }]),
      ...unsealObstacles(facts, column.name, reads, scope.online === true),
    ]
    return { ...own, action: obstacles.length === 0 ? 'unseal' : 'refuse', obstacles, notes: notesOf(column, before) }
  })
  const opened = columns.filter(({ action }) => action === 'unseal').map(({ column }) => column)
  const labels = new Set(opened.map(({ label }) => label))
  return {
    table,
    facts,
    columns,
    sealed: relation === undefined ? [] : jobColumns(relation, labels),
    identity: relation === undefined ? { extra: [], identityOf: noRow } : rowIdentity(relation),
    before,
    indexes:
      facts === undefined
        ? []
        : openedIndexes(facts, new Set(opened.map(({ name }) => name)), before).map(({ name }) => name),
  }
}

function noRow(): never {
  throw new PgsealError('internal', {}, { logDetail: 'a row of a table that does not exist' })
}

function wantedColumns(table: MappedTable, { all, table: only, columns }: UnsealScope): readonly MappedColumn[] {
  if (all) return table.columns
  if (only === undefined) return table.columns.filter(({ unseal }) => unseal === true)
  if (table.mapName !== only) return []
  return table.columns.filter(({ name }) => columns === undefined || columns.includes(name))
}

// The session may hold the table's lock, which another connection would wait for.
async function readCatalog(session: Session, tables: readonly MappedTable[]) {
  const database = { query: session.query, transaction: <T>(work: (one: Session) => Promise<T>) => work(session) }
  const source = createCatalogSource({ database, tables, readRegisteredColumns, interval: 0 })
  return source.start()
}

function notesOf(column: MappedColumn, before: ReadonlyMap<string, ColumnBefore>): string[] {
  const notes: string[] = []
  if (column.unseal !== true) {
    notes.push(
      'the map has no "unseal: true" for it: from then on proxies refuse statements on it until the map drops it',
    )
  }
  if (!before.has(column.name)) {
    notes.push('it was created sealed: it gets the collation of its type, and unique indexes stay indexes')
  }
  return notes
}
