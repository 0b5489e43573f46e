// A catalog in memory for tests of analysis: no database, only what statements are judged by.
import type { Catalog, Column, MappedColumn, MappedTableEntry, Relation } from '../../src/catalog/catalog.ts'
import type { PhysicalType, TermName } from '../../src/seal/sealed-column.ts'
import { type LogicalType, typeNumbers } from '../../src/types/logical-type.ts'

export type ColumnSpec = {
  readonly name: string
  readonly type: LogicalType
  readonly sealed?: boolean
  readonly terms?: readonly TermName[]
  readonly notNull?: boolean
}

export type TableSpec = {
  readonly oid: number
  readonly schema?: string
  readonly name: string
  readonly kind?: Relation['kind']
  readonly columns: readonly ColumnSpec[]
  readonly viewDefinition?: string
  readonly uniqueKeys?: Relation['uniqueKeys']
}

export type AbsentSpec = { readonly name: string; readonly columns: readonly ColumnSpec[] }

export const text: LogicalType = { name: 'text', typmod: -1 }
export const int4: LogicalType = { name: 'int4', typmod: -1 }

/** Tables whose spec has a sealed column are mapped and relevant; views by hand through `viewDefinition`. */
export function catalogOf(
  tables: readonly TableSpec[],
  extra: { absent?: readonly AbsentSpec[]; userFunctions?: readonly string[]; typesMade?: boolean } = {},
): Catalog {
  const relations = tables.map(relationOf)
  const absent = (extra.absent ?? []).map(absentEntry)
  const mappedTables: MappedTableEntry[] = [
    ...relations.filter((relation) => relation.mapName !== undefined).map((relation) => entryOf(relation, absent)),
    ...absent.filter((entry) => !relations.some((relation) => relation.name === entry.name)),
  ]
  const relevant = new Set(
    [...relations.filter((relation) => relation.relevant), ...mappedTables].map(({ name }) => name),
  )
  return {
    epoch: 1,
    relation: (oid) => relations.find((relation) => relation.oid === oid),
    relationNamed: (schema, name) => relations.find((relation) => relation.schema === schema && relation.name === name),
    relationsNamed: (name) => relations.filter((relation) => relation.name === name),
    reachedNames: new Set(),
    relevantNames: relevant,
    physicalType: () => undefined,
    physicalArrayElement: () => undefined,
    userCasts: [],
    isPgsealType: (oid) => oid >= 90000,
    foldsAscii: true,
    isBuiltInFunction: (name) => !(extra.userFunctions ?? []).includes(name),
    hasUserOperator: () => false,
    physicalTypeFor: (logicalType, terms) => (extra.typesMade === false ? undefined : physicalOf(logicalType, terms)),
    mappedTables,
  }
}

/** Names to OIDs as the server would resolve them with search_path public. */
export function resolvedIn(catalog: Catalog, names: readonly string[]): Map<string, number> {
  return new Map(names.map((name) => [name, catalog.relationNamed('public', name)?.oid ?? 0]))
}

function relationOf(spec: TableSpec): Relation {
  const schema = spec.schema ?? 'public'
  const sealed = spec.columns.some((column) => column.sealed === true)
  return {
    oid: spec.oid,
    schema,
    name: spec.name,
    kind: spec.kind ?? 'r',
    columns: spec.columns.map((column, index) => columnOf(`${schema}.${spec.name}`, column, index + 1)),
    uniqueKeys: spec.uniqueKeys ?? [],
    mapName: sealed ? `${schema}.${spec.name}` : undefined,
    relevant: sealed || spec.viewDefinition !== undefined,
    record: undefined,
    viewDefinition: spec.viewDefinition,
    hasRules: false,
    hasInsteadTriggers: false,
    hasChildren: false,
    hasRowSecurity: false,
  }
}

function columnOf(table: string, spec: ColumnSpec, attnum: number): Column {
  const mapped = spec.sealed === true ? mappedOf(table, spec, 'sealed') : undefined
  return {
    attnum,
    name: spec.name,
    typeOid: mapped?.physical?.oid ?? typeNumbers[spec.type.name].oid,
    typmod: mapped === undefined ? spec.type.typmod : -1,
    notNull: spec.notNull ?? false,
    hasDefault: false,
    generated: false,
    identity: '',
    mapped,
  }
}

function mappedOf(table: string, spec: ColumnSpec, state: MappedColumn['state'] | 'absent'): MappedColumn {
  const terms = spec.terms ?? ['eq']
  const label = `${table}.${spec.name}`
  return {
    state: state === 'absent' ? 'sealed' : state,
    column: { label, labelTag: 1, logicalType: spec.type.name, namedKey: 'default', pad: 0, terms },
    logical: spec.type,
    table,
    physical: state === 'absent' ? undefined : physicalOf(spec.type.name, terms),
    indexGroup: label,
    indexKeyId: terms.length > 0 ? '00'.repeat(16) : undefined,
    hasRecord: false,
    refused: undefined,
  }
}

function physicalOf(logicalType: string, terms: readonly string[]): PhysicalType {
  const oid = 90000 + typeNumbers[logicalType as keyof typeof typeNumbers].oid * 2 + (terms.length > 0 ? 1 : 0)
  return {
    oid,
    name: [logicalType, ...terms].join('_'),
    versionOid: 89001,
    envelopeOid: 89002,
    terms: terms.map((name) => ({ name: name as TermName, oid: 89003 })),
  }
}

function entryOf(relation: Relation, absent: readonly MappedTableEntry[]): MappedTableEntry {
  return {
    schema: relation.schema,
    name: relation.name,
    mapName: relation.mapName!,
    allowShadow: false,
    relation,
    absent: absent.find((entry) => entry.name === relation.name)?.absent ?? new Map(),
  }
}

function absentEntry(spec: AbsentSpec): MappedTableEntry {
  const table = `public.${spec.name}`
  return {
    schema: 'public',
    name: spec.name,
    mapName: table,
    allowShadow: false,
    relation: undefined,
    absent: new Map(spec.columns.map((column) => [column.name, mappedOf(table, column, 'absent')])),
  }
}
