// The two tables over which the lines of docs/sql.md are said and generated. Columns are named by what they are: `s_` sealed
// with equality, `l_` with equality and a term of the lower case, `o_` sealed with order, `u_` sealed and not searched, `p_` plain;
// then the type.
import type { LogicalTypeName } from '../../src/types/logical-type.ts'

export type TableName = 'things' | 'parts'
export type Search = 'equality' | 'order' | 'none'

export type ReachColumn = {
  readonly table: TableName
  readonly name: string
  readonly type: LogicalTypeName
  /** As DDL and map write it. */
  readonly spelling: string
  readonly typmod: number
  /** undefined: plain. */
  readonly search: Search | undefined
  /** Columns of one group are compared with one another. */
  readonly group: string | undefined
  readonly unique?: true
  /** `normalize: [lower]` */
  readonly lower?: true
  readonly collate?: string
}

const numericModifier = ((12 << 16) | 3) + 4
const kinds: Readonly<Record<string, { type: LogicalTypeName; spelling: string; typmod: number }>> = {
  text: { type: 'text', spelling: 'text', typmod: -1 },
  code: { type: 'text', spelling: 'text', typmod: -1 },
  varchar: { type: 'varchar', spelling: 'varchar(12)', typmod: 16 },
  char: { type: 'bpchar', spelling: 'char(8)', typmod: 12 },
  bytea: { type: 'bytea', spelling: 'bytea', typmod: -1 },
  int2: { type: 'int2', spelling: 'int2', typmod: -1 },
  int4: { type: 'int4', spelling: 'int4', typmod: -1 },
  int8: { type: 'int8', spelling: 'int8', typmod: -1 },
  float4: { type: 'float4', spelling: 'float4', typmod: -1 },
  float8: { type: 'float8', spelling: 'float8', typmod: -1 },
  numeric: { type: 'numeric', spelling: 'numeric(12,3)', typmod: numericModifier },
  free: { type: 'numeric', spelling: 'numeric', typmod: -1 },
  bool: { type: 'bool', spelling: 'bool', typmod: -1 },
  uuid: { type: 'uuid', spelling: 'uuid', typmod: -1 },
  date: { type: 'date', spelling: 'date', typmod: -1 },
  time: { type: 'time', spelling: 'time', typmod: -1 },
  timestamp: { type: 'timestamp', spelling: 'timestamp', typmod: -1 },
  timestamptz: { type: 'timestamptz', spelling: 'timestamptz', typmod: -1 },
  interval: { type: 'interval', spelling: 'interval', typmod: -1 },
  json: { type: 'json', spelling: 'json', typmod: -1 },
  inet: { type: 'inet', spelling: 'inet', typmod: -1 },
  cidr: { type: 'cidr', spelling: 'cidr', typmod: -1 },
  jsonb: { type: 'jsonb', spelling: 'jsonb', typmod: -1 },
}

const prefixes = { s: 'equality', l: 'equality', o: 'order', u: 'none', p: undefined } as const

function columns(table: TableName, prefix: keyof typeof prefixes, names: string): ReachColumn[] {
  return names.split(' ').map((kind) => {
    const search = prefixes[prefix]
    const name = `${prefix}_${kind}`
    return {
      table,
      name,
      ...kinds[kind]!,
      search,
      group: search === undefined ? undefined : `g_${name}`,
      ...(kind === 'code' ? { unique: true } : {}),
      ...(prefix === 'l' ? { lower: true } : {}),
      ...(prefix === 'o' && (kind === 'varchar' || kind === 'char') ? { collate: 'C' } : {}),
    }
  })
}

/** All but `id` and `ref` (int4, plain), which both tables begin with. */
export const reachColumns: readonly ReachColumn[] = [
  ...columns(
    'things',
    's',
    'text varchar char bytea int2 int4 int8 float4 float8 numeric free bool uuid date time timestamp timestamptz interval jsonb inet cidr code',
  ),
  ...columns(
    'things',
    'o',
    'int2 int4 int8 float4 float8 numeric bool uuid date time timestamp timestamptz varchar char',
  ),
  ...columns('things', 'l', 'text varchar'),
  ...columns('things', 'u', 'text int4 numeric json'),
  ...columns(
    'things',
    'p',
    'text varchar char bytea int2 int4 int8 float4 float8 numeric free bool uuid date time timestamp timestamptz interval json jsonb inet cidr',
  ),
  ...columns('parts', 's', 'text varchar int4 int8 numeric bool uuid date timestamptz'),
  ...columns('parts', 'l', 'text'),
  ...columns('parts', 'o', 'int4 date varchar'),
  ...columns('parts', 'u', 'text'),
  ...columns('parts', 'p', 'text int4 numeric bool date'),
]

export const reachTables: readonly TableName[] = ['things', 'parts']

export function columnsOf(table: TableName): readonly ReachColumn[] {
  return reachColumns.filter((column) => column.table === table)
}

/** CREATE TABLE of both, as the fixture of the twins holds it. */
export function reachDdl(): string {
  return reachTables
    .map((table) => {
      const rest = columnsOf(table).map(
        ({ name, spelling, unique, collate }) =>
          `  ${name} ${spelling}${collate === undefined ? '' : ` collate "${collate}"`}${unique === true ? ' unique' : ''}`,
      )
      return `create table ${table} (\n  id int primary key,\n  ref int,\n${rest.join(',\n')}\n);\n`
    })
    .join('')
}

/** Their part of the map's `tables`. */
export function reachMap(): string {
  return reachTables
    .map((table) => {
      const sealed = columnsOf(table).filter(({ search }) => search !== undefined)
      const lines = sealed.map(({ name, spelling, search, group, lower }) => {
        const searched = search === 'none' ? '' : `, search: [${search}], indexGroup: ${group}`
        const leaks = search === 'order' ? ', acceptLeakage: true' : ''
        const normalized = lower === true ? ', normalize: [lower]' : ''
        return `      ${name}: { type: "${spelling}"${searched}${normalized}${leaks} }\n`
      })
      return `  public.${table}:\n    columns:\n${lines.join('')}`
    })
    .join('')
}
