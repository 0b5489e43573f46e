import type { RecordRule } from '../catalog/catalog.ts'
import { indexGroupOf, registryDisagreement, termsOf } from '../catalog/mapped-column.ts'
import type { MappedColumn, MappedTable } from '../config/config.ts'
import { type RegisteredColumn, readRegisteredColumns } from '../control/column-registry.ts'
import type { Session } from '../control/database.ts'
import { type PhysicalTypeSpec, physicalTypeName } from '../control/physical-type.ts'
import { missingSchema, readSchemaFacts } from '../control/schema.ts'
import { carriedIndexes, type IndexedColumn } from './carry-index.ts'
import { readLeftovers } from './leftovers.ts'
import { type LowerCase, lowerCaseOf } from './lower-case.ts'
import { notesOf, type Obstacle, obstaclesOf } from './obstacles.ts'
import { boundElsewhere, type RecordFacts, readRecordFacts } from './record-facts.ts'
import { type ColumnFacts, functionsNaming, readTableFacts, type TableFacts } from './table-facts.ts'

/**
 * What apply does with a mapped column.
 * none: nothing. prepare: the column does not exist; its type and its row of pgseal.columns are made, so that CREATE TABLE
 * through the proxy can seal it. register: it is sealed, and its row is brought up to date. seal: its values are sealed in
 * place. refuse: `obstacles` say why not.
 */
export type ColumnAction = 'none' | 'prepare' | 'register' | 'seal' | 'refuse'

export type ColumnPlan = {
  readonly column: MappedColumn
  readonly action: ColumnAction
  readonly obstacles: readonly Obstacle[]
  /** What the operator should know of a column that is sealed. */
  readonly notes: readonly string[]
  /** The check that no attribute is null alone must be added. */
  readonly addCheck: boolean
  readonly registered: RegisteredColumn | undefined
  /** Where it is; undefined while it does not exist. */
  readonly place: ColumnFacts | undefined
  /** Of a column with `normalize` that is sealed or prepared now. */
  readonly lowerCase: LowerCase | undefined
}

export type TablePlan = {
  readonly table: MappedTable
  readonly facts: TableFacts | undefined
  /** How the record of a row is made; undefined without a template. */
  readonly record: RecordRule | undefined
  readonly columns: readonly ColumnPlan[]
  /** Names of indexes that become indexes on terms. */
  readonly carried: readonly string[]
}

export type ApplyPlan = {
  /** Statements that bring schema pgseal up to date. */
  readonly schema: readonly string[]
  readonly tables: readonly TablePlan[]
  /** Labels of pgseal.columns that the map no longer names and that are not sealed: their rows are removed. */
  readonly forgotten: readonly string[]
  /** Columns that the map no longer names but that are sealed. */
  readonly orphans: readonly { readonly label: string; readonly obstacle: Obstacle }[]
  /** Catalogs in which plaintext of sealed columns may still rest. */
  readonly leftovers: readonly string[]
  readonly workLeft: boolean
}

/** Types that the map needs. */
export function neededTypes(tables: readonly MappedTable[]): PhysicalTypeSpec[] {
  return tables.flatMap((table) => table.columns.map(typeOf))
}

export function typeOf(column: MappedColumn): PhysicalTypeSpec {
  return { logicalType: column.type, terms: termsOf(column) }
}

/** What `apply` would do now. Reads only. Throws PgsealError schemaVersionDiffers; rejects when the database can't be asked. */
export async function planApply(session: Session, tables: readonly MappedTable[], online = false): Promise<ApplyPlan> {
  const schemaFacts = await readSchemaFacts(session)
  const schema = missingSchema(schemaFacts, neededTypes(tables))
  const registered = schemaFacts.names.has('columns') ? await readRegisteredColumns(session) : []
  const plans: TablePlan[] = []
  for (const table of tables) plans.push(await planTable(session, table, registered, online))
  const labels = new Set(tables.flatMap((table) => table.columns.map(({ label }) => label)))
  const dropped = registered.filter(({ label }) => !labels.has(label))
  const orphans: { label: string; obstacle: Obstacle }[] = []
  const forgotten: string[] = []
  for (const row of dropped) {
    if (await isSealed(session, row)) orphans.push({ label: row.label, obstacle: orphanObstacle(row) })
    else forgotten.push(row.label)
  }
  const leftovers = schemaFacts.names.has('leftovers') ? await readLeftovers(session) : []
  return {
    schema,
    leftovers: leftovers.map(({ catalog }) => catalog),
    tables: plans,
    forgotten,
    orphans,
    workLeft:
      schema.length > 0 ||
      forgotten.length > 0 ||
      orphans.length > 0 ||
      leftovers.length > 0 ||
      plans.some(({ columns }) => columns.some(({ action, addCheck }) => action !== 'none' || addCheck)),
  }
}

/** The plan of one table alone, from what is true now; `apply` makes it again once it holds the lock. */
export async function planTable(
  session: Session,
  table: MappedTable,
  registered: readonly RegisteredColumn[],
  online = false,
): Promise<TablePlan> {
  const facts = await readTableFacts(session, table.schema, table.name)
  const record = await readRecordFacts(session, table, facts)
  const byLabel = new Map(registered.map((row) => [row.label, row]))
  const columns: ColumnPlan[] = []
  for (const column of table.columns) {
    const place = facts?.columns.find(({ relation, name }) => relation === facts.oid && name === column.name)
    const row = byLabel.get(column.label)
    const isBound = place?.sealed === true && (await boundElsewhere(session, table, facts!, column, row))
    const decided = isBound ? refuse(...otherRecord) : decide(facts, table, record, column, place, row, online)
    const isMade = decided.action === 'seal' || decided.action === 'prepare'
    const lowerCase = isMade ? await lowerCaseOf(session, column, place) : undefined
    const isNotLower = lowerCase !== undefined && 'what' in lowerCase
    const { action, obstacles } = isNotLower ? refuse(lowerCase.what, lowerCase.hint) : decided
    const functions = action === 'seal' ? await functionsNaming(session, table.name, column.name) : []
    columns.push({
      column,
      action,
      obstacles,
      notes: action === 'seal' ? notesOf(facts!, column, functions) : [],
      addCheck: place?.sealed === true && !place.checked && action !== 'refuse',
      registered: row,
      place,
      lowerCase: isNotLower ? undefined : lowerCase,
    })
  }
  const sealed = indexTerms(columns.filter(({ action }) => action === 'seal').map(({ column }) => column))
  return {
    table,
    facts,
    record: record.rule,
    columns,
    carried: facts === undefined ? [] : carriedIndexes(facts, sealed).map(({ name }) => name),
  }
}

/** By column, the terms that its indexes are made of. */
export function indexTerms(columns: readonly MappedColumn[]): Map<string, IndexedColumn> {
  return new Map(
    columns.map((column) => {
      const terms = termsOf(column)
      return [column.name, { term: terms.includes('ord') ? 'ord' : 'eq', lower: terms.includes('eq_lower') }]
    }),
  )
}

type Decision = { readonly action: ColumnAction; readonly obstacles: readonly Obstacle[] }

function decide(
  facts: TableFacts | undefined,
  table: MappedTable,
  record: RecordFacts,
  column: MappedColumn,
  place: ColumnFacts | undefined,
  row: RegisteredColumn | undefined,
  online: boolean,
): Decision {
  if (facts === undefined || place === undefined) {
    // What was sealed under this label is gone with its column, so everything may be given anew.
    const prepared =
      row !== undefined && registryDisagreement(table, column, row) === undefined && row.columnName === column.name
    return { action: prepared ? 'none' : 'prepare', obstacles: [] }
  }
  if (!place.sealed && column.unseal === true) {
    if (row?.state === 'unsealed') return { action: 'none', obstacles: [] }
    return refuse(
      'the map has "unseal: true", and the column was never sealed',
      'Take "unseal" from the column, or the column from the map.',
    )
  }
  if (place.sealed && record.obstacles.length > 0) return { action: 'refuse', obstacles: record.obstacles }
  if (!place.sealed) {
    const notOnline = online && column.online !== true ? [notMarkedOnline] : []
    const obstacles = [...notOnline, ...obstaclesOf(facts, column, online), ...record.obstacles]
    return { action: obstacles.length === 0 ? 'seal' : 'refuse', obstacles }
  }
  if (row === undefined) {
    return refuse(
      'the column is sealed, but pgseal.columns does not know its label',
      'Give the label under which it was sealed as "label:" in the map.',
    )
  }
  const needed = `pgseal.${physicalTypeName(typeOf(column))}`
  if (place.typeName !== needed) {
    return refuse(
      `the column has type ${place.typeName}, and the map needs ${needed}`,
      'Changing the type or search of a sealed column is not served.',
    )
  }
  if (row.namedKey !== column.namedKey) {
    return refuse(
      "the column is sealed under another named key than the map's",
      'Changing the key of a sealed column is not served.',
    )
  }
  if (row.indexGroup !== indexGroupOf(column) && termsOf(column).length > 0) {
    return refuse(
      "the column's terms are of another index group",
      'Changing the index group of a sealed column is not served.',
    )
  }
  if (row.typmod !== column.typmod && !widens(column, row.typmod)) {
    return refuse(
      'the column was sealed with another length or precision',
      'Sealed values are not checked against a narrower type.',
    )
  }
  const linked =
    row.state === 'sealed' &&
    row.relation === facts.oid &&
    row.position === place.attnum &&
    row.columnName === column.name &&
    registryDisagreement(table, column, row) === undefined
  return { action: linked ? 'none' : 'register', obstacles: [] }
}

const notMarkedOnline = {
  what: 'the map does not let the column be plain while it is sealed online',
  hint: 'Give it "online: true" in the map of every serving process, and take it away when the column is sealed.',
}

const otherRecord = [
  'values of the column are bound to another "record" or "tenant" than the map\'s',
  'Give the record and tenant with which they were sealed; changing them is not served.',
] as const

function refuse(what: string, hint: string): Decision {
  return { action: 'refuse', obstacles: [{ what, hint }] }
}

// A longer varchar holds every value of a shorter one as it is; char(n) is padded, and numeric rounded, by their modifier.
function widens(column: MappedColumn, before: number): boolean {
  return column.type === 'varchar' && before !== -1 && (column.typmod === -1 || column.typmod > before)
}

/** The registered column is there, and its type is one of schema pgseal. */
export async function isSealed(session: Session, row: RegisteredColumn): Promise<boolean> {
  if (row.relation === null || row.position === null) return false
  const [found] = await session.query(
    `select 1 from pg_attribute a join pg_type t on t.oid = a.atttypid join pg_namespace n on n.oid = t.typnamespace
     where a.attrelid = $1::oid and a.attnum = $2::int2 and not a.attisdropped and n.nspname = 'pgseal'`,
    [row.relation, row.position],
  )
  return found !== undefined
}

function orphanObstacle(row: RegisteredColumn): Obstacle {
  return {
    what: `column "${row.columnName}" of ${row.tableName} is sealed, and the map does not name its label`,
    hint: 'Name it in the map again, with this label.',
  }
}
