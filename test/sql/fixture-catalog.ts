// A catalog for analysis tests: no database, only what statements can see.
import type {
  Catalog,
  Column,
  MappedColumn,
  MappedTableEntry,
  RecordColumn,
  Relation,
} from '../../src/catalog/catalog.ts'
import type { TermName } from '../../src/seal/sealed-column.ts'
import { type LogicalType, typeNumbers } from '../../src/types/logical-type.ts'

export const builtInFunctions = new Set(
  (
    'count lower upper length coalesce now max min sum avg array_agg string_agg json_agg json_build_object json_build_array jsonb_agg jsonb_build_object jsonb_pretty bool_or row_to_json ' +
    'to_json concat format md5 substr row_number rank lag first_value generate_series unnest nextval any_value bool_or ' +
    'left right split_part substring ' +
    'query_to_xml jsonb_array_elements_text current_setting set_config octet_length encode digest abs round ' +
    'concat_ws extract date_part date_trunc trim btrim lpad repeat sha256 greatest pg_typeof translate ascii'
  ).split(' '),
)

let nextOid = 16400

function physical(logical: LogicalType, terms: readonly TermName[]) {
  const name = [logical.name, ...terms].join('_')
  const known = physicalOids.get(name)
  const oid = known ?? 50000 + physicalOids.size
  physicalOids.set(name, oid)
  return { oid, name, versionOid: 49001, envelopeOid: 49002, terms: terms.map((term) => ({ name: term, oid: 49003 })) }
}
const physicalOids = new Map<string, number>()

type ColumnOptions = {
  readonly state?: MappedColumn['state']
  readonly terms?: readonly TermName[]
  readonly indexGroup?: string
  readonly refused?: string
  readonly hasRecord?: boolean
}

function mapped(label: string, logical: LogicalType, options: ColumnOptions): MappedColumn {
  const terms = options.terms ?? []
  const state = options.state ?? 'sealed'
  const isSealed = state === 'sealed' || state === 'resealing' || state === 'unsealing'
  return {
    state,
    column: { label, labelTag: 1, logicalType: logical.name, namedKey: 'default', pad: 0, terms },
    logical,
    table: label.split('.').slice(0, 2).join('.'),
    physical: isSealed ? physical(logical, terms) : undefined,
    indexGroup: options.indexGroup ?? label,
    indexKeyId: terms.length > 0 ? 'index' : undefined,
    hasRecord: options.hasRecord ?? false,
    ...(terms.includes('eq_lower') ? { folds: { column: fold, operand: fold } } : {}),
    refused: options.refused,
  }
}

type ColumnSpec = readonly [name: string, type: LogicalType['name'], typmod?: number, options?: ColumnOptions]

function table(
  schema: string,
  name: string,
  columns: readonly ColumnSpec[],
  more: Partial<Relation> & { keys?: readonly (readonly number[])[] } = {},
): Relation {
  const { keys, ...rest } = more
  const made = columns.map(([column, type, typmod = -1, options], at): Column => {
    const label = `${schema}.${name}.${column}`
    const mappedColumn = options === undefined ? undefined : mapped(label, { name: type, typmod }, options)
    return {
      attnum: at + 1,
      name: column,
      typeOid: mappedColumn?.physical?.oid ?? typeNumbers[type].oid,
      typmod,
      notNull: keys?.[0]?.includes(at + 1) === true,
      hasDefault: false,
      generated: false,
      identity: '',
      mapped: mappedColumn,
    }
  })
  return {
    oid: nextOid++,
    schema,
    name,
    kind: 'r',
    columns: made,
    uniqueKeys: (keys ?? []).map((attnums, at) => ({ name: `${name}_${at}`, attnums })),
    mapName: made.some((column) => column.mapped) ? `${schema}.${name}` : undefined,
    relevant: made.some((column) => column.mapped !== undefined),
    record: undefined,
    viewDefinition: undefined,
    hasRules: false,
    hasInsteadTriggers: false,
    hasChildren: false,
    hasRowSecurity: false,
    ...rest,
  }
}

function view(schema: string, name: string, columns: readonly string[], definition: string): Relation {
  const made = table(
    schema,
    name,
    columns.map((column) => [column, 'text'] as const),
    {
      kind: 'v',
      viewDefinition: definition,
      relevant: true,
      hasRules: false,
    },
  )
  return { ...made, mapName: undefined }
}

function withRecord(
  relation: Relation,
  template: string,
  literals: readonly string[],
  columns: readonly RecordColumn[],
): Relation {
  return { ...relation, record: { template, literals, columns, tenantAt: -1, rebind: false, verify: 'always' } }
}

const eq: readonly TermName[] = ['eq']
const ord: readonly TermName[] = ['ord']
const lowered: readonly TermName[] = ['eq', 'eq_lower']
const fold = { lower: new Map([[0x41, 'a']]), contextual: new Set<number>(), digest: 'one' }

export const relations: readonly Relation[] = [
  table(
    'public',
    'users',
    [
      ['id', 'int4'],
      ['name', 'text'],
      ['email', 'text', -1, { terms: eq, indexGroup: 'emails' }],
      ['phone', 'varchar', 24, {}],
      ['age', 'int4', -1, { terms: eq }],
      ['birthday', 'date', -1, { terms: eq }],
      ['nick', 'varchar', 24, { terms: eq }],
      ['active', 'bool', -1, {}],
    ],
    { keys: [[1], [3]] },
  ),
  table(
    'public',
    'members',
    [
      ['id', 'int4'],
      ['mail', 'text', -1, { terms: lowered, indexGroup: 'mails' }],
      ['other', 'text', -1, { terms: lowered, indexGroup: 'mails' }],
    ],
    { keys: [[1]] },
  ),
  table(
    'public',
    'orders',
    [
      ['id', 'int8'],
      ['user_id', 'int4'],
      ['contact', 'text', -1, { terms: eq, indexGroup: 'emails' }],
      ['total', 'numeric'],
      ['secret', 'bytea', -1, {}],
    ],
    { keys: [[1], [2, 4]] },
  ),
  table(
    'public',
    'people',
    [
      ['id', 'int4'],
      ['born', 'date', -1, { terms: ord }],
      ['height', 'int2', -1, { terms: ord }],
      ['city', 'varchar', 24, { terms: ord }],
      ['joined', 'date', -1, { terms: ['eq', 'ord'] }],
      ['note', 'text', -1, {}],
    ],
    { keys: [[1]] },
  ),
  withRecord(
    table(
      'public',
      'accounts',
      [
        ['id', 'int8'],
        ['owner', 'text', -1, { terms: eq, hasRecord: true }],
        ['note', 'text'],
      ],
      { keys: [[1]] },
    ),
    'accounts/{id}',
    ['accounts/', ''],
    [{ name: 'id', attnum: 1, typeOid: 20, type: { name: 'int8', typmod: -1 }, exact: true }],
  ),
  table('public', 'logs', [
    ['id', 'int4'],
    ['msg', 'text'],
  ]),
  table(
    'public',
    'pending',
    [
      ['id', 'int4'],
      ['ssn', 'text', -1, { state: 'plain' }],
      ['note', 'text'],
    ],
    { keys: [[1]] },
  ),
  table(
    'public',
    'moving',
    [
      ['id', 'int4'],
      ['ssn', 'text', -1, { state: 'plain' }],
    ],
    { keys: [[1]] },
  ),
  table('public', 'broken', [
    ['id', 'int4'],
    ['ssn', 'text', -1, { refused: 'the map says another type' }],
  ]),
  table(
    'public',
    'parent',
    [
      ['id', 'int4'],
      ['email', 'text', -1, { terms: eq }],
    ],
    { keys: [[1]], hasChildren: true },
  ),
  table(
    'public',
    'parted',
    [
      ['id', 'int4'],
      ['email', 'text', -1, { terms: eq }],
    ],
    {
      keys: [[1]],
      hasChildren: true,
      kind: 'p',
    },
  ),
  table(
    'public',
    'ruled',
    [
      ['id', 'int4'],
      ['email', 'text', -1, { terms: eq }],
    ],
    { keys: [[1]], hasRules: true },
  ),
  table('other', 'users', [
    ['id', 'int4'],
    ['email', 'text'],
  ]),
  view(
    'public',
    'v_users',
    ['user_id', 'mail', 'upper_name'],
    'SELECT users.id,\n    users.email,\n    upper(users.name) AS upper\n   FROM public.users;',
  ),
  view(
    'public',
    'v_term',
    ['id', 'email'],
    "SELECT users.id, users.email FROM public.users WHERE ((users.email).eq = '\\x00'::bytea)",
  ),
  view('public', 'v_bad', ['id', 'm'], 'SELECT users.id, lower(users.email) AS m FROM public.users'),
  view(
    'public',
    'v_all',
    ['mail'],
    'SELECT users.email FROM public.users UNION ALL SELECT orders.contact FROM public.orders',
  ),
  view('public', 'v_nested', ['m'], 'SELECT v_users.mail AS m FROM public.v_users'),
]

export const fixtureCatalog: Catalog = {
  epoch: 1,
  relation: (oid) => relations.find((relation) => relation.oid === oid),
  relationNamed: (schema, name) => relations.find((relation) => relation.schema === schema && relation.name === name),
  relationsNamed: (name) => relations.filter((relation) => relation.name === name),
  reachedNames: new Set(),
  relevantNames: new Set([...relations.filter((one) => one.relevant).map((one) => one.name), 'future']),
  physicalType: () => undefined,
  physicalArrayElement: () => undefined,
  userCasts: [],
  isPgsealType: (oid) => oid >= 49000 && oid < 60000,
  foldsAscii: true,
  isBuiltInFunction: (name) => builtInFunctions.has(name),
  hasUserOperator: () => false,
  physicalTypeFor: (logicalType, terms) =>
    physical({ name: logicalType as LogicalType['name'], typmod: -1 }, terms as readonly TermName[]),
  mappedTables: [
    ...relations
      .filter((one) => one.mapName !== undefined)
      .map((relation): MappedTableEntry => {
        const { schema, name, mapName } = relation
        const absent = name === 'users' ? absentColumn('public.users.ssn') : new Map<string, MappedColumn>()
        return { schema, name, mapName: mapName!, allowShadow: name === 'moving', relation, absent }
      }),
    {
      schema: 'public',
      name: 'future',
      mapName: 'public.future',
      allowShadow: false,
      relation: undefined,
      absent: absentColumn('public.future.email'),
    },
  ],
}

/** A text column with equality that the map names and that does not exist. */
function absentColumn(label: string): Map<string, MappedColumn> {
  return new Map([[label.split('.').at(-1)!, mapped(label, { name: 'text', typmod: -1 }, { terms: eq })]])
}

/** What a server with search_path public says of unqualified names. */
export function publicNames(names: readonly string[], overrides: ReadonlyMap<string, number> = new Map()) {
  return new Map(
    names.map((name) => [name, overrides.get(name) ?? fixtureCatalog.relationNamed('public', name)?.oid ?? 0] as const),
  )
}
