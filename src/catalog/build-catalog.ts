import type { MappedTable } from '../config/config.ts'
import type { RegisteredColumn } from '../control/column-registry.ts'
import type { PhysicalType, TermName } from '../seal/sealed-column.ts'
import type {
  Catalog,
  Column,
  MappedColumn,
  MappedTableEntry,
  OpenColumn,
  RecordRule,
  Relation,
  UniqueKey,
  UserCast,
} from './catalog.ts'
import { type FoundColumn, type JoinInput, joinColumn, openState, termsOf } from './mapped-column.ts'
import type { Folds } from './normalizer.ts'
import { type DomainRow, readTypes, type TypeTable } from './pgseal-types.ts'
import { recordRule } from './record-rule.ts'

/** The columns of systemCatalogQuery's one row, in order. */
export type SystemTexts = readonly string[]
/** The columns of catalogQuery's one row, in order. */
export type CatalogTexts = readonly string[]

export type CatalogInput = {
  readonly system: SystemCatalog
  readonly texts: CatalogTexts
  readonly registered: readonly RegisteredColumn[]
  readonly tables: readonly MappedTable[]
  readonly epoch: number
  /** For columns with `normalize`. */
  readonly folds?: Folds | undefined
}

/** What systemCatalogQuery said, taken apart once. */
export type SystemCatalog = {
  readonly relations: readonly Relation[]
  readonly functions: ReadonlySet<string>
  readonly foldsAscii: boolean
}

type RelationRow = [
  oid: number,
  schema: string,
  name: string,
  kind: Relation['kind'],
  rules: boolean,
  instead: boolean,
  children: boolean,
  rowSecurity: boolean,
]
export type ColumnRow = [
  relation: number,
  attnum: number,
  name: string,
  typeOid: number,
  typmod: number,
  notNull: boolean,
  /** OID of the default in pg_attrdef, 0 for none: another one is another reading of the catalog. */
  defaultId: number,
  generated: boolean,
  identity: Column['identity'],
  inherited: boolean,
  deterministic: boolean,
]
type IndexRow = [
  relation: number,
  name: string,
  key: string,
  keyColumns: number,
  expressions: string[],
  tellsApart: boolean,
]

export function readSystemCatalog(texts: SystemTexts): SystemCatalog {
  const [relations, columns, functions, foldsAscii] = texts.map((text) => JSON.parse(text) as unknown)
  const byRelation = groupColumns(columns as ColumnRow[])
  return {
    relations: (relations as RelationRow[]).map(
      ([oid, schema, name, kind, hasRules, hasInsteadTriggers, hasChildren, hasRowSecurity]) => ({
        oid,
        schema,
        name,
        kind,
        columns: (byRelation.get(oid) ?? []).map((row) => columnOf(row, undefined)),
        uniqueKeys: [],
        mapName: undefined,
        record: undefined,
        relevant: false,
        viewDefinition: undefined,
        hasRules,
        hasInsteadTriggers,
        hasChildren,
        hasRowSecurity,
      }),
    ),
    functions: new Set(functions as string[]),
    foldsAscii: foldsAscii === true,
  }
}

/** One reading of the database, joined with the map. Pure: nothing is asked. */
export function buildCatalog(input: CatalogInput): Catalog {
  const parsed = input.texts.map((text) => JSON.parse(text) as unknown)
  const relationRows = parsed[0] as RelationRow[]
  const columnRows = groupColumns(parsed[1] as ColumnRow[])
  const indexRows = groupBy(parsed[2] as IndexRow[], (row) => row[0])
  const parents = groupBy(parsed[3] as [number, number][], (row) => row[0])
  const reachable = parsed[4] as RelevantRow[]
  const domains = parsed[6] as DomainRow[]
  const types = readTypes(parsed[5] as Parameters<typeof readTypes>[0], domains)
  const userFunctions = new Set(parsed[7] as string[])
  const userOperators = new Set(parsed[8] as string[])

  const registered = new Map(input.registered.map((row) => [row.label, row]))
  const named = new Map(input.tables.map((table) => [key(table.schema, table.name), table]))
  const relationByName = new Map(relationRows.map((row) => [key(row[1], row[2]), row]))
  const liveColumns = new Set<string>()
  for (const [oid, rows] of columnRows) for (const row of rows) liveColumns.add(`${oid}.${row[1]}`)

  function joined(
    table: MappedTable,
    column: MappedTable['columns'][number],
    found: FoundColumn,
    recordProblem: string | undefined,
  ): JoinInput {
    const terms = termsOf(column)
    const own = registered.get(column.label)
    return {
      table,
      column,
      found,
      registered: own,
      wanted: types.named(column.type, terms),
      wantedName: types.nameOf(column.type, terms),
      registeredLives:
        own?.relation != null && own.position !== null && liveColumns.has(`${own.relation}.${own.position}`),
      recordProblem,
      folds: input.folds,
    }
  }

  // Columns of mapped tables first; then what inherits from them, down the tree.
  const mapped = new Map<number, Map<string, MappedColumn>>()
  const tableOf = new Map<MappedColumn, MappedTable>()
  const entries: {
    table: MappedTable
    oid: number | undefined
    absent: Map<string, MappedColumn>
    open: OpenColumn[]
  }[] = []
  for (const table of input.tables) {
    const oid = relationByName.get(key(table.schema, table.name))?.[0]
    const live = new Map((oid === undefined ? [] : (columnRows.get(oid) ?? [])).map((row) => [row[2], row]))
    const own = new Map<string, MappedColumn>()
    const absent = new Map<string, MappedColumn>()
    const open: OpenColumn[] = []
    const rule = oid === undefined ? undefined : recordRule(table, live, domains)
    const problem = typeof rule === 'string' ? rule : undefined
    for (const column of table.columns) {
      const row = live.get(column.name)
      const found = joined(
        table,
        column,
        row === undefined ? { found: 'absent' } : foundColumn(row, types),
        row === undefined ? undefined : problem,
      )
      const state = openState(found)
      if (state !== undefined) {
        open.push({ label: column.label, name: column.name, state })
        continue
      }
      const made = joinColumn(found)
      tableOf.set(made, table)
      if (row === undefined) absent.set(column.name, made)
      else own.set(column.name, made)
    }
    if (oid !== undefined) mapped.set(oid, own)
    entries.push({ table, oid, absent, open })
  }
  const mappedOf = inheritance(mapped, parents, columnRows)
  const relevant = relevantRelations(reachable, (oid) => {
    const entry = entries.find((one) => one.oid === oid)
    if (entry !== undefined && (entry.open.length === 0 || mapped.get(oid)!.size > 0)) return true
    return (columnRows.get(oid) ?? []).some((row) => types.isPgseal(row[3]))
  })

  const relations = relationRows.map(
    ([oid, schema, name, kind, hasRules, hasInsteadTriggers, hasChildren, hasRowSecurity]): Relation => {
      const { record, mapped: own } = withRecord(mappedOf(oid), tableOf, columnRows.get(oid) ?? [], domains)
      const columns = (columnRows.get(oid) ?? []).map((row) => columnOf(row, own.get(row[2])))
      return {
        oid,
        schema,
        name,
        kind,
        columns,
        uniqueKeys: keysOf(indexRows.get(oid), true, columns),
        looseKeys: keysOf(indexRows.get(oid), false, columns),
        mapName: named.get(key(schema, name))?.mapName,
        record,
        relevant: relevant.has(oid),
        viewDefinition: relevant.get(oid) ?? undefined,
        hasRules,
        hasInsteadTriggers,
        hasChildren,
        hasRowSecurity,
      }
    },
  )
  const all = [...input.system.relations, ...relations]
  const byOid = new Map(all.map((relation) => [relation.oid, relation]))
  const byName = new Map(all.map((relation) => [key(relation.schema, relation.name), relation]))
  const byBareName = groupBy(all, (relation) => relation.name)
  const mappedTables = entries.map(
    ({ table, oid, absent, open }): MappedTableEntry => ({
      schema: table.schema,
      name: table.name,
      mapName: table.mapName,
      allowShadow: table.allowShadow,
      relation: oid === undefined ? undefined : byOid.get(oid),
      absent,
      open,
    }),
  )
  const relevantNames = new Set(
    [...relations.filter((relation) => relation.relevant), ...input.tables].map(({ name }) => name),
  )

  return {
    epoch: input.epoch,
    relation: (oid) => byOid.get(oid),
    relationNamed: (schema, name) => byName.get(key(schema, name)),
    relationsNamed: (name) => byBareName.get(name) ?? [],
    relevantNames,
    reachedNames: new Set(reachable.map(([oid]) => byOid.get(oid)?.name ?? '')),
    physicalType: types.composite,
    physicalArrayElement: types.arrayElement,
    isPgsealType: types.isPgseal,
    foldsAscii: input.system.foldsAscii,
    isBuiltInFunction: (name) => input.system.functions.has(name) && !userFunctions.has(name),
    hasUserOperator: (name) => userOperators.has(name),
    userCasts: (parsed[9] as [number, number, UserCast['context']][]).map(([source, target, context]) => ({
      source,
      target,
      context,
    })),
    physicalTypeFor: (logicalType, terms) => types.named(logicalType, terms as readonly TermName[]),
    mappedTables,
  }
}

type RelevantRow = [oid: number, definition: string | null, from: number[]]

/**
 * What can be reached from relations that hold, or are to hold, sealed columns, with the definitions of views. The server
 * gives what can be reached from any mapped table; a table whose columns are all open is reached only through others.
 */
function relevantRelations(
  rows: readonly RelevantRow[],
  isSource: (oid: number) => boolean,
): Map<number, string | null> {
  const relevant = new Map(rows.filter(([oid]) => isSource(oid)).map(([oid, definition]) => [oid, definition]))
  for (let before = -1; before !== relevant.size; ) {
    before = relevant.size
    for (const [oid, definition, from] of rows) {
      if (!relevant.has(oid) && from.some((other) => relevant.has(other))) relevant.set(oid, definition)
    }
  }
  return relevant
}

/**
 * The record rule of a relation that holds these mapped columns, its own or inherited; where none can be followed, the
 * columns say why they are refused.
 */
function withRecord(
  mapped: ReadonlyMap<string, MappedColumn>,
  tableOf: ReadonlyMap<MappedColumn, MappedTable>,
  rows: readonly ColumnRow[],
  domains: readonly DomainRow[],
): { readonly record: RecordRule | undefined; readonly mapped: ReadonlyMap<string, MappedColumn> } {
  const tables = new Set([...mapped.values()].map((column) => tableOf.get(column)))
  const templates = new Set([...tables].map((table) => table?.record))
  const tenants = new Set([...tables].map((table) => table?.tenant))
  const [table] = tables
  const rule =
    templates.size > 1 || tenants.size > 1
      ? 'it inherits from tables whose "record" or "tenant" differs'
      : recordRule(table, new Map(rows.map((row) => [row[2], row])), domains)
  if (typeof rule !== 'string') return { record: rule, mapped }
  const refused = [...mapped].map(([name, column]) => [name, { ...column, refused: column.refused ?? rule }] as const)
  return { record: undefined, mapped: new Map(refused) }
}

/** Ids of the index keys that the columns of a catalog use. */
export function indexKeysOf(catalog: Catalog): string[] {
  const columns = catalog.mappedTables.flatMap(({ relation, absent }) => [
    ...(relation?.columns ?? []).map((column) => column.mapped),
    ...absent.values(),
  ])
  return [...new Set(columns.map((column) => column?.indexKeyId).filter((id) => id !== undefined))]
}

function columnOf(row: ColumnRow, mapped: MappedColumn | undefined): Column {
  const [, attnum, name, typeOid, typmod, notNull, defaultId, generated, identity] = row
  return { attnum, name, typeOid, typmod, notNull, hasDefault: defaultId !== 0, generated, identity, mapped }
}

function foundColumn(row: ColumnRow, types: TypeTable): FoundColumn {
  const physical: PhysicalType | undefined = types.composite(row[3])
  const foreign = physical === undefined && types.isPgseal(row[3])
  return { found: 'column', relation: row[0], attnum: row[1], physical, foreign }
}

/** A partition's or child's inherited columns are those of the mapped table above it: same label, same state. */
function inheritance(
  mapped: ReadonlyMap<number, ReadonlyMap<string, MappedColumn>>,
  parents: ReadonlyMap<number, readonly [number, number][]>,
  columnRows: ReadonlyMap<number, readonly ColumnRow[]>,
): (oid: number) => ReadonlyMap<string, MappedColumn> {
  const known = new Map<number, ReadonlyMap<string, MappedColumn>>()
  function of(oid: number): ReadonlyMap<string, MappedColumn> {
    const before = known.get(oid)
    if (before !== undefined) return before
    const result = new Map(mapped.get(oid))
    known.set(oid, result)
    for (const [, parent] of parents.get(oid) ?? []) {
      for (const [name, column] of of(parent)) {
        const inherited = columnRows.get(oid)?.some((row) => row[2] === name && row[9])
        if (inherited !== true) continue
        const own = result.get(name)
        if (own === undefined) result.set(name, column)
        else
          result.set(name, {
            ...own,
            refused: own.refused ?? 'the map names it under its own table and under one that it inherits from',
          })
      }
    }
    return result
  }
  return of
}

/** The unique keys that tell values apart as `=` does, or those that do not. */
function keysOf(
  rows: readonly IndexRow[] | undefined,
  tellingApart: boolean,
  columns: readonly Column[],
): readonly UniqueKey[] {
  return (rows ?? [])
    .filter((row) => row[5] === tellingApart)
    .map((row) => uniqueKey(row, columns))
    .filter((unique) => unique !== undefined)
}

/** undefined for an index over other expressions than the eq term of a column. */
function uniqueKey(
  [, name, keyText, keyColumns, expressions]: IndexRow,
  columns: readonly Column[],
): UniqueKey | undefined {
  const attnums: number[] = []
  const positions = keyText.split(' ').map(Number).slice(0, keyColumns)
  for (const [at, attnum] of positions.entries()) {
    const known = attnum === 0 ? termColumn(expressions[at], columns) : attnum
    if (known === undefined) return undefined
    attnums.push(known)
  }
  return { name, attnums }
}

/** The attribute number of `col` in `((col).eq)` or `((col).ord)`, as pg_get_indexdef writes it. */
function termColumn(expression: string | undefined, columns: readonly Column[]): number | undefined {
  const match = /^\(?\(("(?:[^"]|"")+"|[^()"]+)\)\.(?:eq|ord)\)?$/.exec(expression ?? '')
  if (match === null) return undefined
  const written = match[1]!
  const name = written.startsWith('"') ? written.slice(1, -1).replaceAll('""', '"') : written
  return columns.find((column) => column.name === name && column.mapped?.physical !== undefined)?.attnum
}

function groupColumns(rows: readonly ColumnRow[]): Map<number, ColumnRow[]> {
  return groupBy(rows, (row) => row[0])
}

function groupBy<K, T>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group === undefined) groups.set(keyOf(item), [item])
    else group.push(item)
  }
  return groups
}

function key(schema: string, name: string): string {
  return `${schema}\0${name}`
}
