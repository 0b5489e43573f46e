// What the analysis says of a line's example, with the tables of schema.ts as they are, and with a record.
import type { Catalog, MappedColumn, MappedTableEntry, RecordRule, Relation } from '../../src/catalog/catalog.ts'
import { parseColumnType } from '../../src/config/column-type.ts'
import { errorTable, type PgsealError } from '../../src/errors.ts'
import { openAccess } from '../../src/sql/access.ts'
import { analyze } from '../../src/sql/analyze.ts'
import { parseStatements } from '../../src/sql/parsed-text.ts'
import { typeNumbers } from '../../src/types/logical-type.ts'
import { choices } from './all-lines.ts'
import { Draft } from './draft.ts'
import type { Line, Made } from './line.ts'
import { columnsOf, type ReachColumn, reachTables, type TableName } from './schema.ts'

export type Records = 'none' | 'always' | 'when-known'

/** undefined: served. Else the name of the error in docs/errors.md. */
export type Verdict = string | undefined

export const sqlOf = (made: Made): string => (typeof made === 'string' ? made : made.sql)

/** The simplest statements of a line, as the page shows them; empty for a type of the map. */
export function exampleOf(line: Line): readonly Made[] {
  if ('mapType' in line) return []
  if ('example' in line) return [line.example]
  const made = line.make(new Draft([], { shown: true, ...choices }))
  return Array.isArray(made) ? made : [made as Made]
}

export function verdictOf(line: Line, records: Records): Verdict {
  const key = `${line.id} ${records}`
  if (!known.has(key)) known.set(key, judged(line, records))
  return known.get(key)
}

const known = new Map<string, Verdict>()

function judged(line: Line, records: Records): Verdict {
  if ('mapType' in line) return 'problem' in parseColumnType(line.mapType) ? 'mapInvalid' : undefined
  const catalog = catalogs[records]
  for (const made of exampleOf(line)) {
    for (const statement of parseStatements(Buffer.from(sqlOf(made))).statements) {
      const names = new Map(statement.names.map((name) => [name, catalog.relationNamed('public', name)?.oid ?? 0]))
      const plan = analyze({
        statement,
        catalog,
        names,
        declaredOids: [],
        mode: 'full',
        access: openAccess,
        currentSchema: 'public',
      })
      if (plan.kind === 'refused') return errorName(plan.error)
      // What follows is said of other tables than those of this catalog.
      if (plan.effects.changesCatalog) return undefined
    }
  }
  return undefined
}

const patterns = Object.entries(errorTable).map(([name, { sqlstate, message }]) => {
  const literal = message.split(/\{\w+\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return {
    name,
    sqlstate,
    own: message.replace(/\{\w+\}/g, '').trim().length > 3,
    pattern: new RegExp(`^${literal.join('.+')}$`, 's'),
  }
})

/** The name of the entry of src/errors.ts that such an error is of; undefined for another one's. */
export function errorNamed(sqlstate: string, message: string): string | undefined {
  return patterns.find((entry) => entry.own && entry.sqlstate === sqlstate && entry.pattern.test(message))?.name
}

function errorName(error: PgsealError): string {
  return errorNamed(error.sqlstate, error.message) ?? error.sqlstate
}

const typesBase = 60_000

function physicalOf(column: ReachColumn): NonNullable<MappedColumn['physical']> {
  const terms = termsOf(column)
  const oid =
    typesBase + typeNumbers[column.type].oid * 4 + (terms.includes('eq') ? 1 : 0) + (terms.includes('ord') ? 2 : 0)
  return {
    oid,
    name: [column.type, ...terms].join('_'),
    versionOid: 59_001,
    envelopeOid: 59_002,
    terms: terms.map((name) => ({ name, oid: 59_003 })),
  }
}

function termsOf(column: Pick<ReachColumn, 'search' | 'lower'>): ('eq' | 'eq_lower' | 'ord')[] {
  if (column.lower === true) return ['eq', 'eq_lower']
  return column.search === 'equality' ? ['eq'] : column.search === 'order' ? ['ord'] : []
}

function mappedOf(table: TableName | 'ledger', column: ReachColumn, hasRecord: boolean): MappedColumn {
  const label = `public.${table}.${column.name}`
  return {
    state: 'sealed',
    column: { label, labelTag: 1, logicalType: column.type, namedKey: 'default', pad: 0, terms: termsOf(column) },
    logical: { name: column.type, typmod: column.typmod },
    table: `public.${table}`,
    physical: physicalOf(column),
    indexGroup: column.group ?? label,
    indexKeyId: termsOf(column).length > 0 ? '00'.repeat(16) : undefined,
    hasRecord,
    refused: undefined,
    ...(column.lower === true ? { folds: { column: fold, operand: fold } } : {}),
  }
}

const fold = { lower: new Map([[0x41, 'a']]), contextual: new Set<number>(), digest: 'one' }

function relationOf(table: TableName, oid: number, records: Records): Relation {
  const plain = { hasDefault: false, generated: false, identity: '' as const, mapped: undefined }
  const integer = { typeOid: typeNumbers.int4.oid, typmod: -1 }
  const columns = [
    { attnum: 1, name: 'id', ...integer, notNull: true, ...plain },
    { attnum: 2, name: 'ref', ...integer, notNull: false, ...plain },
    ...columnsOf(table).map((column, at) => {
      const mapped = column.search === undefined ? undefined : mappedOf(table, column, records !== 'none')
      return {
        attnum: at + 3,
        name: column.name,
        typeOid: mapped?.physical?.oid ?? typeNumbers[column.type].oid,
        typmod: mapped === undefined ? column.typmod : -1,
        notNull: false,
        hasDefault: false,
        generated: false,
        identity: '' as const,
        mapped,
      }
    }),
  ]
  const unique = columns.filter(({ name }) => name === 'id' || name === 's_code')
  return {
    oid,
    schema: 'public',
    name: table,
    kind: 'r',
    columns,
    uniqueKeys: unique.map(({ name, attnum }) => ({ name: `${table}_${name}`, attnums: [attnum] })),
    mapName: `public.${table}`,
    record: records === 'none' ? undefined : recordOf(table, records),
    relevant: true,
    viewDefinition: undefined,
    hasRules: false,
    hasInsteadTriggers: false,
    hasChildren: false,
    hasRowSecurity: false,
  }
}

function recordOf(table: TableName, verify: 'always' | 'when-known'): RecordRule {
  const column = {
    name: 'id',
    attnum: 1,
    typeOid: typeNumbers.int4.oid,
    type: { name: 'int4', typmod: -1 },
    exact: true,
  } as const
  return {
    template: `${table}/{id}`,
    literals: [`${table}/`, ''],
    columns: [column],
    tenantAt: -1,
    rebind: false,
    verify,
  }
}

/** As test/twin/fixture/views.sql has it. */
const viewText = 'SELECT things.id, things.s_text, things.p_text FROM public.things'

function viewOf(things: Relation): Relation {
  const shown = ['id', 's_text', 'p_text'].map((name) => things.columns.find((column) => column.name === name)!)
  return {
    ...things,
    oid: 50_010,
    name: 'thing_list',
    kind: 'v',
    columns: shown.map((column, at) => ({ ...column, attnum: at + 1, notNull: false, mapped: undefined })),
    uniqueKeys: [],
    mapName: undefined,
    record: undefined,
    viewDefinition: viewText,
  }
}

function catalogOf(records: Records): Catalog {
  const tables = reachTables.map((table, at) => relationOf(table, 50_001 + at, records))
  const relations = [...tables, viewOf(tables[0]!)]
  const ledger: readonly Pick<ReachColumn, 'name' | 'type' | 'typmod' | 'search'>[] = [
    { name: 'owner', type: 'text', typmod: -1, search: 'equality' },
    { name: 'balance', type: 'numeric', typmod: ((14 << 16) | 2) + 4, search: 'equality' },
  ]
  const absent = new Map(
    ledger.map((column) => [
      column.name,
      mappedOf('ledger', { table: 'things', spelling: column.type, group: undefined, ...column }, false),
    ]),
  )
  const entries: MappedTableEntry[] = [
    ...tables.map((relation) => ({ ...entryBase(relation.name), relation, absent: new Map<string, MappedColumn>() })),
    { ...entryBase('ledger'), relation: undefined, absent },
  ]
  return {
    epoch: 1,
    relation: (oid) => relations.find((relation) => relation.oid === oid),
    relationNamed: (schema, name) => relations.find((one) => one.schema === schema && one.name === name),
    relationsNamed: (name) => relations.filter((one) => one.name === name),
    reachedNames: new Set(),
    relevantNames: new Set([...relations.map(({ name }) => name), 'ledger']),
    physicalType: () => undefined,
    physicalArrayElement: () => undefined,
    userCasts: [],
    isPgsealType: (oid) => oid >= 59_000,
    foldsAscii: true,
    isBuiltInFunction: (name) => name !== 'f',
    hasUserOperator: () => false,
    physicalTypeFor: (logicalType, terms) => ({
      oid: typesBase + 20_000 + logicalType.length * 4 + terms.length,
      name: [logicalType, ...terms].join('_'),
      versionOid: 59_001,
      envelopeOid: 59_002,
      terms: terms.map((name) => ({ name: name as 'eq' | 'ord', oid: 59_003 })),
    }),
    mappedTables: entries,
  }
}

function entryBase(name: string) {
  return { schema: 'public', name, mapName: `public.${name}`, allowShadow: false }
}

const catalogs: Readonly<Record<Records, Catalog>> = {
  none: catalogOf('none'),
  always: catalogOf('always'),
  'when-known': catalogOf('when-known'),
}
