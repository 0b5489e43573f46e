// Everything that pgseal keeps in the database: schema pgseal. All of it is made by `pgseal apply` and needs CREATE on the
// database, no superuser. Tried on PostgreSQL 15 and 18. It is long because all of the schema stands in one place.
import { PgsealError } from '../errors.ts'
import type { Session } from './database.ts'
import { type PhysicalTypeSpec, physicalTypeAttributes, physicalTypeName } from './physical-type.ts'
import { quoteLiteral, quoteName } from './quote.ts'
import { readTableFacts, type TableFacts, upgrade } from './schema-upgrade.ts'

export const schemaVersion = 1

/** Objects of schema pgseal in the order in which they are made. */
type SchemaObject = {
  readonly kind: 'domain' | 'table' | 'function'
  readonly name: string
  readonly statements: readonly string[]
}

const objects: readonly SchemaObject[] = [
  {
    kind: 'domain',
    name: 'version',
    // json has no equality and no ordering, so the composites have none either.
    statements: [
      'create domain pgseal.version as pg_catalog.json' +
        " check (value is not null and value::pg_catalog.text operator(pg_catalog.=) '1')",
    ],
  },
  {
    kind: 'domain',
    name: 'envelope',
    statements: [
      'create domain pgseal.envelope as pg_catalog.bytea check (value is not null' +
        ' and pg_catalog.octet_length(value) operator(pg_catalog.>=) 40' +
        " and pg_catalog.substring(value, 1, 1) operator(pg_catalog.=) '\\x01'::pg_catalog.bytea)",
    ],
  },
  {
    kind: 'domain',
    name: 'term',
    statements: [
      'create domain pgseal.term as pg_catalog.bytea' +
        ' check (value is not null and pg_catalog.octet_length(value) operator(pg_catalog.=) 16)',
    ],
  },
  {
    kind: 'domain',
    name: 'ord',
    statements: [
      'create domain pgseal.ord as pg_catalog.bytea check (value is not null' +
        ' and pg_catalog.octet_length(value) operator(pg_catalog.%) 16 operator(pg_catalog.=) 0' +
        ' and pg_catalog.octet_length(value) operator(pg_catalog.<=) 2560)',
    ],
  },
  {
    kind: 'function',
    name: 'view_definition',
    // With an empty path every name in the definition is qualified, whatever the path of the connection that asks.
    statements: [
      'create function pgseal.view_definition(oid) returns text language sql stable strict' +
        " set search_path = '' as 'select pg_catalog.pg_get_viewdef($1)'",
      'grant execute on function pgseal.view_definition(oid) to public',
    ],
  },
  {
    kind: 'function',
    name: 'refuse_writes',
    // On tables that another one has replaced: what is written there would be lost, and plain.
    statements: [
      'create function pgseal.refuse_writes() returns trigger language plpgsql as' +
        " $$begin raise exception using errcode = '55000', message = 'this table was replaced by its sealed successor'; end$$",
    ],
  },
  {
    kind: 'table',
    name: 'keys',
    statements: [
      `create table pgseal.keys (
  id uuid primary key,
  kind text not null check (kind operator(pg_catalog.=) any (array['kms', 'branch', 'index'])),
  named_key text not null,
  provider text not null,
  arn text not null,
  tenant text not null default '',
  index_group text not null default '',
  slot text check (slot operator(pg_catalog.=) any (array['current', 'next'])),
  wrapped bytea,
  context jsonb not null default '{}',
  created timestamptz(3) not null,
  retired timestamptz(3)
)`,
      `create unique index keys_kms on pgseal.keys (named_key, provider, arn, tenant, context) where kind operator(pg_catalog.=) 'kms'`,
      'create index keys_retired on pgseal.keys (named_key, tenant) where retired is not null',
      `create unique index keys_index_current on pgseal.keys (index_group) where kind operator(pg_catalog.=) 'index' and slot operator(pg_catalog.=) 'current'`,
      `create unique index keys_index_next on pgseal.keys (index_group) where kind operator(pg_catalog.=) 'index' and slot operator(pg_catalog.=) 'next'`,
    ],
  },
  {
    kind: 'table',
    name: 'columns',
    // relation is a regclass, so that a dump names the table; it is null until the table exists.
    statements: [
      `create table pgseal.columns (
  label text primary key,
  table_name text not null,
  column_name text not null,
  relation regclass,
  position int2,
  logical_type text not null,
  typmod int4 not null,
  terms text[] not null,
  normalizers text[] not null default '{}',
  named_key text not null,
  index_group text not null,
  index_key uuid references pgseal.keys (id),
  pad int4 not null,
  state text not null check (state operator(pg_catalog.=) any (array['absent', 'sealing', 'sealed', 'resealing', 'unsealing', 'unsealed'])),
  record text not null default '',
  before jsonb,
  changed timestamptz(3) not null default pg_catalog.now()
)`,
    ],
  },
  {
    kind: 'table',
    name: 'leftovers',
    // Catalogs of PostgreSQL in which bytes of a column may still rest that was plain before.
    statements: ['create table pgseal.leftovers (catalog text primary key)'],
  },
  {
    kind: 'table',
    name: 'jobs',
    // What `rewrap` and `rotate` have done so far. At most one of a table is open: what another one has begun is given up.
    statements: [
      `create table pgseal.jobs (
  id uuid primary key,
  kind text not null check (kind operator(pg_catalog.=) any (array['rewrap', 'rotate'])),
  table_name text not null,
  relation oid not null,
  labels text[] not null,
  target text not null,
  old_keys uuid[] not null,
  phase text not null check (phase operator(pg_catalog.=) any (array['moving', 'verifying', 'done', 'given up'])),
  pass int4 not null default 1,
  member oid,
  position text[],
  rows_seen int8 not null default 0,
  values_moved int8 not null default 0,
  values_failed int8 not null default 0,
  started timestamptz(3) not null default pg_catalog.now(),
  updated timestamptz(3) not null default pg_catalog.now(),
  finished timestamptz(3)
)`,
      'create unique index jobs_open on pgseal.jobs (relation) where finished is null',
    ],
  },
  {
    kind: 'table',
    name: 'unused_keys',
    // Keys on which nothing rested when a job counted. What is under them may be in backups, and a proxy may still use them.
    statements: [
      'create table pgseal.unused_keys (key uuid primary key, counted timestamptz(3) not null default pg_catalog.now())',
    ],
  },
  {
    kind: 'table',
    name: 'instances',
    // Each serving process: how fresh its word is, the columns it serves with their states, and the holds that are in force there.
    statements: [
      `create table pgseal.instances (
  id uuid primary key,
  host text not null,
  process int4 not null,
  started timestamptz(3) not null default pg_catalog.now(),
  beat timestamptz(3) not null default pg_catalog.now(),
  columns text[] not null default '{}',
  held uuid[] not null default '{}'
)`,
    ],
  },
  {
    kind: 'table',
    name: 'holds',
    // Tables that a job is about to exchange. A hold counts as long as its job holds the advisory lock of the table.
    statements: [
      `create table pgseal.holds (
  id uuid primary key,
  relation oid not null,
  schema_name text not null,
  table_name text not null,
  created timestamptz(3) not null default pg_catalog.now()
)`,
    ],
  },
  {
    kind: 'table',
    name: 'remakes',
    // Tables that are made anew beside themselves while clients go on, and then exchanged.
    statements: [
      `create table pgseal.remakes (
  id uuid primary key,
  kind text not null check (kind operator(pg_catalog.=) any (array['seal', 'unseal', 'reseal'])),
  schema_name text not null,
  table_name text not null,
  relation oid not null,
  shadow oid not null,
  labels text[] not null,
  target text not null,
  fingerprint text not null,
  phase text not null,
  position text[],
  is_cut bool not null default false,
  next_range int8 not null default 0,
  rows_copied int8 not null default 0,
  rows_verified int8 not null default 0,
  rows_again int8 not null default 0,
  total int8 not null default -1,
  rest text[] not null default '{}',
  locked_ms int4,
  old_kept bool not null default false,
  started timestamptz(3) not null default pg_catalog.now(),
  updated timestamptz(3) not null default pg_catalog.now(),
  finished timestamptz(3)
)`,
      'create unique index remakes_open on pgseal.remakes (relation) where finished is null',
    ],
  },
  {
    kind: 'table',
    name: 'remake_ranges',
    // The queue of such a job: parts of the table's key space that are not done.
    statements: [
      `create table pgseal.remake_ranges (
  remake uuid not null references pgseal.remakes (id) on delete cascade,
  n int8 not null,
  low text[],
  high text[]
)`,
      'create unique index remake_ranges_key on pgseal.remake_ranges (remake, n)',
    ],
  },
  {
    kind: 'table',
    name: 'schema_version',
    statements: [
      'create table pgseal.schema_version (version int4 not null)',
      `insert into pgseal.schema_version values (${schemaVersion})`,
    ],
  },
]

const tableStatements = objects.flatMap(({ kind, statements }) => (kind === 'table' ? statements : []))

/** What is there of the schema, and which types sealed values must not be turned into. */
export type SchemaFacts = {
  readonly schema: boolean
  /** Names of domains, composite types, tables and functions. */
  readonly names: ReadonlySet<string>
  readonly tables: TableFacts
  readonly version: number | undefined
  /** `type>schema.target` of each refusing cast. */
  readonly casts: ReadonlySet<string>
  /** Base types of string category, and bytea: to these PostgreSQL would convert anything by its text form. */
  readonly stringTypes: readonly { readonly schema: string; readonly name: string }[]
}

const factsQuery = `select
  exists (select 1 from pg_catalog.pg_namespace n where n.nspname operator(pg_catalog.=) 'pgseal') as schema,
  array(select t.typname::pg_catalog.text from pg_catalog.pg_type t join pg_catalog.pg_namespace n on n.oid operator(pg_catalog.=) t.typnamespace
    where n.nspname operator(pg_catalog.=) 'pgseal' and t.typtype operator(pg_catalog.=) any (array['c', 'd']::pg_catalog."char"[])
    union select p.proname::pg_catalog.text from pg_catalog.pg_proc p join pg_catalog.pg_namespace n on n.oid operator(pg_catalog.=) p.pronamespace
    where n.nspname operator(pg_catalog.=) 'pgseal') as names,
  array(select s.typname::pg_catalog.text operator(pg_catalog.||) '>' operator(pg_catalog.||) tn.nspname::pg_catalog.text operator(pg_catalog.||) '.' operator(pg_catalog.||) t.typname::pg_catalog.text
    from pg_catalog.pg_cast c join pg_catalog.pg_type s on s.oid operator(pg_catalog.=) c.castsource
    join pg_catalog.pg_namespace n on n.oid operator(pg_catalog.=) s.typnamespace
    join pg_catalog.pg_type t on t.oid operator(pg_catalog.=) c.casttarget
    join pg_catalog.pg_namespace tn on tn.oid operator(pg_catalog.=) t.typnamespace
    where n.nspname operator(pg_catalog.=) 'pgseal') as casts,
  (select coalesce(pg_catalog.json_agg(pg_catalog.json_build_object('schema', n.nspname, 'name', t.typname) order by t.oid), '[]')
    from pg_catalog.pg_type t join pg_catalog.pg_namespace n on n.oid operator(pg_catalog.=) t.typnamespace
    where t.typtype operator(pg_catalog.=) 'b' and t.typisdefined
    and (t.typcategory operator(pg_catalog.=) 'S' or t.oid operator(pg_catalog.=) 17)) as "stringTypes"`

export async function readSchemaFacts(session: Session): Promise<SchemaFacts> {
  const [row] = await session.query<{
    schema: boolean
    names: string[]
    casts: string[]
    stringTypes: { schema: string; name: string }[]
  }>(factsQuery)
  const names = new Set(row!.names)
  let version: number | undefined
  if (names.has('schema_version')) {
    const [found] = await session.query<{ version: number }>('select version from pgseal.schema_version')
    version = found?.version
  }
  const tables = await readTableFacts(session)
  return { schema: row!.schema, names, tables, version, casts: new Set(row!.casts), stringTypes: row!.stringTypes }
}

/**
 * Statements that bring the schema from `facts` to what `types` need; none when nothing is missing. They belong in one
 * transaction. Throws PgsealError schemaVersionDiffers for a schema of another version.
 */
export function missingSchema(facts: SchemaFacts, types: readonly PhysicalTypeSpec[]): string[] {
  if (facts.version !== undefined) checkVersion(facts.version)
  const statements: string[] = []
  if (!facts.schema) statements.push('create schema pgseal', 'grant usage on schema pgseal to public')
  for (const { kind, name, statements: own } of objects) {
    if (facts.names.has(name)) continue
    statements.push(...own)
    if (kind === 'domain') statements.push(`grant usage on type pgseal.${name} to public`)
    if (kind === 'table') statements.push(`revoke all on table pgseal.${name} from public`)
  }
  statements.push(...upgrade(tableStatements, facts.tables).statements)
  const wanted = new Map(types.map((spec) => [physicalTypeName(spec), spec]))
  for (const [name, spec] of wanted) {
    if (facts.names.has(name)) continue
    statements.push(`create type pgseal.${name} as ${physicalTypeAttributes(spec)}`)
    statements.push(`grant usage on type pgseal.${name} to public`)
  }
  // Types of columns that the map no longer names are kept closed too.
  const all = new Set([...wanted.keys(), ...[...facts.names].filter((name) => /_(none|eq|ord)/.test(name))])
  for (const name of [...all].sort()) {
    for (const target of facts.stringTypes) {
      if (!facts.casts.has(`${name}>${target.schema}.${target.name}`)) statements.push(...refusingCast(name, target))
    }
  }
  return statements
}

/** Rights of the login that `serve` uses, where another one runs `apply`. */
export function controlGrants(role: string): string[] {
  const grantee = `"${role.replaceAll('"', '""')}"`
  return [
    `grant select, insert, update on pgseal.keys, pgseal.jobs to ${grantee}`,
    `grant select, insert, update, delete on pgseal.unused_keys, pgseal.instances to ${grantee}`,
    `grant select on pgseal.columns, pgseal.leftovers, pgseal.schema_version, pgseal.holds, pgseal.remakes to ${grantee}`,
  ]
}

// The function is not immutable, so that no index and no constant folding can hold it, and not strict, so that it never
// depends on the data whether a statement is refused.
function refusingCast(name: string, target: { schema: string; name: string }): string[] {
  const refuse = refuseFunctionName(target)
  const type = quoteName(target.schema, target.name)
  const message = quoteLiteral(`cannot convert a sealed value to type ${target.name}`)
  return [
    `create function ${refuse}(pgseal.${name}) returns ${type} language plpgsql` +
      ` as $$begin raise exception using errcode = '0A000', message = ${message}; end$$`,
    `grant execute on function ${refuse}(pgseal.${name}) to public`,
    `create cast (pgseal.${name} as ${type}) with function ${refuse}(pgseal.${name}) as assignment`,
  ]
}

function refuseFunctionName(target: { schema: string; name: string }): string {
  const own = target.schema === 'pg_catalog' ? target.name : `${target.schema}.${target.name}`
  return quoteName('pgseal', `refuse_${own}`.slice(0, 63))
}

/** Rejects with PgsealError controlDenied when the login lacks one of the rights of controlGrants; a missing schema lacks none. */
export async function checkControlRights(session: Session): Promise<void> {
  const [rights] = await session.query<{ missing: string | null }>(
    `select string_agg(r.privilege || ' on pgseal.' || r.name, ', ') as missing
     from (values ('keys', 'SELECT'), ('keys', 'INSERT'), ('keys', 'UPDATE'), ('columns', 'SELECT'),
       ('leftovers', 'SELECT'), ('schema_version', 'SELECT'), ('holds', 'SELECT'),
       ('instances', 'SELECT'), ('instances', 'INSERT'), ('instances', 'UPDATE'), ('instances', 'DELETE')) as r(name, privilege)
     join pg_catalog.pg_class c on c.relname operator(pg_catalog.=) r.name
     join pg_catalog.pg_namespace n on n.oid operator(pg_catalog.=) c.relnamespace
     where n.nspname operator(pg_catalog.=) 'pgseal' and not pg_catalog.has_table_privilege(c.oid, r.privilege)`,
  )
  if (typeof rights?.missing === 'string') {
    throw new PgsealError('controlDenied', {}, { logDetail: `Missing: ${rights.missing}.` })
  }
}

/**
 * For `serve`: resolves when the schema is there as this program makes it and the login has the rights of controlGrants; else
 * PgsealError schemaMissing, schemaVersionDiffers, schemaOutdated or controlDenied.
 */
export async function checkSchemaVersion(session: Session): Promise<void> {
  await checkControlRights(session)
  const [row] = await session.query<{ version: number }>('select version from pgseal.schema_version')
  if (row === undefined) throw new PgsealError('schemaMissing')
  checkVersion(row.version)
  const missing = missingOf(await readTableFacts(session))
  if (missing.length > 0) throw schemaOutdated(missing)
}

/** `missing` as missingOf gives it. */
export function schemaOutdated(missing: readonly string[]): PgsealError {
  return new PgsealError('schemaOutdated', {}, { detail: `Missing: ${missing.join(', ')}.` })
}

/** What an older pgseal did not make of the tables, in words; a newer `apply` makes it. */
export function missingOf(facts: TableFacts): string[] {
  const tables = objects.filter(({ kind, name }) => kind === 'table' && !facts.tables.has(name))
  return [...tables.map(({ name }) => `table ${name}`), ...upgrade(tableStatements, facts).names]
}

/** Throws PgsealError schemaVersionDiffers unless the schema is of this program's version. */
export function checkVersion(found: number): void {
  if (found === schemaVersion) return
  throw new PgsealError('schemaVersionDiffers', { found: String(found), needed: String(schemaVersion) })
}
