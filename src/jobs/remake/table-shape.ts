// Everything that PostgreSQL keeps of one table beside its rows, read so that another table can take its place. The
// connection has an empty search_path, so names in texts that PostgreSQL writes come qualified.
import type { Session } from '../../control/database.ts'

/** What a role may do; `grantee` is quoted, or `public`. */
export type Grant = { readonly grantee: string; readonly privilege: string; readonly grantable: boolean }

export type ShapeColumn = {
  readonly attnum: number
  readonly name: string
  readonly identity: '' | 'a' | 'd'
  readonly generated: boolean
  readonly hasDefault: boolean
  readonly type: string
  /** -1 or null: the default. */
  readonly statistics: number | null
  readonly options: readonly string[] | null
  readonly grants: readonly Grant[] | null
}

export type ShapeConstraint = {
  readonly name: string
  readonly kind: 'c' | 'f' | 'p' | 'u' | 'x'
  /** Quoted name of the table that has it: another one for a foreign key that refers to this. */
  readonly table: string
  readonly own: boolean
  readonly definition: string
  readonly validated: boolean
  readonly partitioned: boolean
  readonly comment: string | null
}

export type ShapeIndex = {
  readonly oid: number
  readonly schema: string
  readonly name: string
  /** From `CREATE` to before the table's name. */
  readonly definition: string
  /** Of the constraint that it belongs to. */
  readonly constraint: string | null
  readonly attnums: readonly number[]
  readonly clustered: boolean
  readonly replicaIdentity: boolean
  readonly valid: boolean
  readonly options: readonly string[]
  readonly comment: string | null
}

export type ShapeTrigger = {
  readonly name: string
  readonly definition: string
  readonly enabled: 'O' | 'A' | 'R' | 'D'
  readonly comment: string | null
}

export type ShapePolicy = {
  readonly name: string
  readonly definition: string
  readonly comment: string | null
}

export type ShapeStatistics = { readonly name: string; readonly definition: string }

export type ShapeIdentity = {
  readonly column: string
  readonly kind: 'a' | 'd'
  /** Quoted, with its schema. */
  readonly sequence: string
  readonly options: string
  readonly grants: readonly Grant[] | null
}

export type ShapeView = {
  readonly name: string
  readonly kind: string
  readonly definition: string
  readonly options: readonly string[]
  readonly owner: string
  readonly grants: readonly Grant[] | null
  readonly comment: string | null
  /** Triggers, rules and defaults of its own, in words: such a view is not made again. */
  readonly extras: readonly string[]
}

export type TableShape = {
  readonly oid: number
  readonly schema: string
  readonly name: string
  /** Both, quoted as PostgreSQL does it. */
  readonly quoted: string
  readonly kind: string
  readonly persistence: string
  readonly owner: string
  readonly tablespace: string | null
  readonly accessMethod: string
  readonly options: readonly string[]
  readonly toastOptions: readonly string[]
  readonly comment: string | null
  readonly rowSecurity: boolean
  readonly forceRowSecurity: boolean
  readonly replicaIdentity: string
  readonly grants: readonly Grant[] | null
  readonly columns: readonly ShapeColumn[]
  readonly constraints: readonly ShapeConstraint[]
  readonly indexes: readonly ShapeIndex[]
  readonly triggers: readonly ShapeTrigger[]
  readonly policies: readonly ShapePolicy[]
  readonly statistics: readonly ShapeStatistics[]
  readonly identities: readonly ShapeIdentity[]
  /** Sequences of serial columns. */
  readonly sequences: readonly { readonly name: string; readonly column: string }[]
  /** Views over it, and over these, each behind those that it reads. */
  readonly views: readonly ShapeView[]
  /** What stands in the way of a table in its place, in words of names alone. */
  readonly obstacles: readonly string[]
}

const grantsOf = (acl: string) =>
  `(select json_agg(json_build_object('grantee', case g.grantee when 0 then 'public' else quote_ident(pg_get_userbyid(g.grantee)) end,
    'privilege', g.privilege_type, 'grantable', g.is_grantable)) from aclexplode(${acl}) g)`

const tableQuery = `select c.oid::int8::float8 as oid, n.nspname::text as schema, c.relname::text as name, format('%I.%I', n.nspname, c.relname) as quoted,
  c.relkind as kind, c.relpersistence as persistence, quote_ident(pg_get_userbyid(c.relowner)) as owner, quote_ident(ts.spcname) as tablespace,
  coalesce(quote_ident(am.amname), 'heap') as "accessMethod", coalesce(c.reloptions, '{}') as options, coalesce(tc.reloptions, '{}') as "toastOptions",
  obj_description(c.oid, 'pg_class') as comment, c.relrowsecurity as "rowSecurity", c.relforcerowsecurity as "forceRowSecurity",
  c.relreplident as "replicaIdentity", ${grantsOf('c.relacl')} as grants
  from pg_class c join pg_namespace n on n.oid = c.relnamespace left join pg_tablespace ts on ts.oid = c.reltablespace
  left join pg_am am on am.oid = c.relam left join pg_class tc on tc.oid = c.reltoastrelid where c.oid = $1::int8::oid`

const columnsQuery = `select a.attnum, a.attname::text as name, a.attidentity as identity, a.attgenerated <> '' as generated, a.atthasdef as "hasDefault",
  format_type(a.atttypid, a.atttypmod) as type, nullif(a.attstattarget, -1)::int4 as statistics, a.attoptions as options, ${grantsOf('a.attacl')} as grants
  from pg_attribute a where a.attrelid = $1::int8::oid and a.attnum > 0 and not a.attisdropped order by a.attnum`

const constraintsQuery = `select k.conname::text as name, k.contype as kind, format('%I.%I', n.nspname, c.relname) as "table", k.conrelid = $1::int8::oid as own,
  pg_get_constraintdef(k.oid) as definition, k.convalidated as validated, c.relkind = 'p' or k.conparentid <> 0 as partitioned,
  obj_description(k.oid, 'pg_constraint') as comment
  from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
  where (k.conrelid = $1::int8::oid or (k.contype = 'f' and k.confrelid = $1::int8::oid)) and k.contype = any ('{c,f,p,u,x}') order by k.oid`

const indexesQuery = `select i.indexrelid::int8::float8 as oid, n.nspname::text as schema, x.relname::text as name, pg_get_indexdef(i.indexrelid) as definition, k.conname::text as "constraint",
  array(select a::int4 from unnest(i.indkey::int2[]) a union select m[1]::int4 from regexp_matches(concat(i.indexprs::text, i.indpred::text), ':varattno (\\d+) ', 'g') m) as attnums,
  i.indisclustered as clustered, i.indisreplident as "replicaIdentity", i.indisvalid as valid, coalesce(x.reloptions, '{}') as options,
  coalesce(obj_description(k.oid, 'pg_constraint'), obj_description(i.indexrelid, 'pg_class')) as comment
  from pg_index i join pg_class x on x.oid = i.indexrelid join pg_namespace n on n.oid = x.relnamespace
  left join pg_constraint k on k.conindid = i.indexrelid and k.contype = any ('{p,u,x}') where i.indrelid = $1::int8::oid order by i.indexrelid`

const triggersQuery = `select g.tgname::text as name, pg_get_triggerdef(g.oid) as definition, g.tgenabled as enabled, obj_description(g.oid, 'pg_trigger') as comment
  from pg_trigger g where g.tgrelid = $1::int8::oid and not g.tgisinternal and g.tgname <> all ('{pgseal_dirty,pgseal_dirty_truncate}') order by g.oid`

const policiesQuery = `select p.polname::text as name, obj_description(p.oid, 'pg_policy') as comment, concat('as ', case when p.polpermissive then 'permissive' else 'restrictive' end,
  ' for ', case p.polcmd when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' when 'd' then 'delete' else 'all' end, ' to ',
  (select string_agg(case r when 0 then 'public' else quote_ident(pg_get_userbyid(r)) end, ', ') from unnest(p.polroles) r),
  ' using (' || pg_get_expr(p.polqual, p.polrelid) || ')', ' with check (' || pg_get_expr(p.polwithcheck, p.polrelid) || ')') as definition
  from pg_policy p where p.polrelid = $1::int8::oid order by p.oid`

const statisticsQuery = `select format('%I.%I', n.nspname, s.stxname) as name, pg_get_statisticsobjdef(s.oid) as definition
  from pg_statistic_ext s join pg_namespace n on n.oid = s.stxnamespace where s.stxrelid = $1::int8::oid order by s.oid`

const sequencesQuery = `select format('%I.%I', n.nspname, s.relname) as name, a.attname::text as "column", d.deptype as kind, a.attidentity as identity,
  format('increment by %s minvalue %s maxvalue %s start with %s cache %s %s', q.seqincrement, q.seqmin, q.seqmax, q.seqstart, q.seqcache, case when q.seqcycle then 'cycle' else 'no cycle' end) as options,
  ${grantsOf('s.relacl')} as grants
  from pg_depend d join pg_class s on s.oid = d.objid and s.relkind = 'S' join pg_namespace n on n.oid = s.relnamespace join pg_sequence q on q.seqrelid = s.oid
  join pg_attribute a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid
  where d.classid = 'pg_class'::regclass and d.refclassid = 'pg_class'::regclass and d.refobjid = $1::int8::oid and d.deptype = any ('{a,i}') order by a.attnum`

// A view may be reached by ways of different length: behind the longest it is behind all that it reads.
const viewsQuery = `with recursive reads (view, base) as (
  select distinct r.ev_class, d.refobjid from pg_rewrite r join pg_depend d on d.classid = 'pg_rewrite'::regclass and d.objid = r.oid
    and d.refclassid = 'pg_class'::regclass and d.refobjid <> r.ev_class
), over (oid, depth) as (
  select view, 1 from reads where base = $1::int8::oid
  union select reads.view, over.depth + 1 from reads join over on reads.base = over.oid where over.depth < 50
)
select format('%I.%I', n.nspname, c.relname) as name, c.relkind as kind, pg_get_viewdef(c.oid) as definition, coalesce(c.reloptions, '{}') as options,
  quote_ident(pg_get_userbyid(c.relowner)) as owner, ${grantsOf('c.relacl')} as grants, obj_description(c.oid, 'pg_class') as comment,
  array(select format('trigger %I', g.tgname) from pg_trigger g where g.tgrelid = c.oid and not g.tgisinternal
    union all select format('rule %I', w.rulename) from pg_rewrite w where w.ev_class = c.oid and w.rulename <> '_RETURN'
    union all select format('the default of column %I', a.attname) from pg_attribute a where a.attrelid = c.oid and a.atthasdef and a.attnum > 0
    union all select format('rights of column %I', a.attname) from pg_attribute a where a.attrelid = c.oid and a.attacl is not null and a.attnum > 0) as extras
  from (select oid, max(depth) as depth from over group by oid) o join pg_class c on c.oid = o.oid join pg_namespace n on n.oid = c.relnamespace
  order by o.depth, c.oid`

const obstaclesQuery = `select format('%s refers to it', pg_describe_object(d.classid, d.objid, d.objsubid)) as what
  from pg_depend d join pg_type t on t.typrelid = $1::int8::oid
  where d.refclassid = 'pg_type'::regclass and d.refobjid = any (array[t.oid, t.typarray]) and d.deptype = 'n'
  union all select format('%s refers to it', pg_describe_object(d.classid, d.objid, d.objsubid)) from pg_depend d
  where d.refclassid = 'pg_class'::regclass and d.refobjid = $1::int8::oid and d.deptype = 'n'
    and d.classid = any (array['pg_proc', 'pg_publication_rel', 'pg_event_trigger']::regclass[])
  union all select format('rule %I is on it', r.rulename) from pg_rewrite r where r.ev_class = $1::int8::oid
  union all select format('publication %I has it', p.pubname) from pg_publication p join pg_publication_tables t on t.pubname = p.pubname
    join pg_class c on c.relname = t.tablename join pg_namespace n on n.oid = c.relnamespace and n.nspname = t.schemaname where c.oid = $1::int8::oid
  union all select 'it has children or partitions' from pg_inherits h where h.inhparent = $1::int8::oid
  union all select 'it is a partition or inherits' from pg_inherits h where h.inhrelid = $1::int8::oid
  union all select 'it has a security label' from pg_seclabel l where l.objoid = $1::int8::oid and l.classoid = 'pg_class'::regclass
  union all select 'it is not an ordinary table' from pg_class c where c.oid = $1::int8::oid and (c.relkind <> 'r' or c.reloftype <> 0 or c.relpersistence = 't')
  union all select format('it belongs to extension %I', e.extname) from pg_depend d join pg_extension e on e.oid = d.refobjid
    where d.classid = 'pg_class'::regclass and d.objid = $1::int8::oid and d.deptype = 'e'`

/**
 * One text that changes whenever the shape of a table may have: what readTableShape gave is still true as long as it is the
 * same. One query, for under a lock.
 */
export async function shapeVersion(session: Session, relation: number): Promise<string> {
  const [row] = await session.query<{ version: string }>(versionQuery, [relation])
  return row!.version
}

// xmin is that of the last change of a row; what VACUUM and ANALYZE note they write in place.
const versionQuery = `with recursive reads (view, base) as (
  select distinct r.ev_class, d.refobjid from pg_rewrite r join pg_depend d on d.classid = 'pg_rewrite'::regclass and d.objid = r.oid
    and d.refclassid = 'pg_class'::regclass and d.refobjid <> r.ev_class
), own (oid) as (
  select $1::int8::oid
  union select reads.view from reads join own on reads.base = own.oid
), objects (classid, objid, change) as (
  select 'pg_class'::regclass::oid, c.oid, concat('c', c.oid, ' ', c.xmin) from own join pg_class c on c.oid = own.oid
  union all select 0, 0, concat('a', a.attrelid, ' ', a.attnum, ' ', a.xmin) from own join pg_attribute a on a.attrelid = own.oid
  union all select 0, 0, concat('f', f.oid, ' ', f.xmin) from own join pg_attrdef f on f.adrelid = own.oid
  union all select 'pg_constraint'::regclass, k.oid, concat('k', k.oid, ' ', k.xmin) from pg_constraint k where $1::int8::oid in (k.conrelid, k.confrelid)
  union all select 'pg_class'::regclass, x.oid, concat('i', x.oid, ' ', x.xmin, ' ', i.xmin) from pg_index i join pg_class x on x.oid = i.indexrelid where i.indrelid = $1::int8::oid
  union all select 'pg_trigger'::regclass, g.oid, concat('g', g.oid, ' ', g.xmin) from own join pg_trigger g on g.tgrelid = own.oid
  union all select 'pg_rewrite'::regclass, r.oid, concat('r', r.oid, ' ', r.xmin) from own join pg_rewrite r on r.ev_class = own.oid
  union all select 'pg_policy'::regclass, p.oid, concat('p', p.oid, ' ', p.xmin) from pg_policy p where p.polrelid = $1::int8::oid
  union all select 'pg_statistic_ext'::regclass, s.oid, concat('s', s.oid, ' ', s.xmin) from pg_statistic_ext s where s.stxrelid = $1::int8::oid
  union all select 0, 0, concat('q', q.seqrelid, ' ', q.xmin, ' ', c.xmin) from pg_depend d join pg_sequence q on q.seqrelid = d.objid join pg_class c on c.oid = q.seqrelid
    where d.classid = 'pg_class'::regclass and d.refclassid = 'pg_class'::regclass and d.refobjid = $1::int8::oid
  union all select 0, 0, concat('d', d.classid, ' ', d.objid, ' ', d.objsubid) from pg_depend d left join pg_type t on t.typrelid = $1::int8::oid
    where (d.refclassid = 'pg_class'::regclass and d.refobjid = $1::int8::oid) or (d.refclassid = 'pg_type'::regclass and d.refobjid in (t.oid, t.typarray))
  union all select 0, 0, concat('h', h.inhrelid, ' ', h.inhparent) from pg_inherits h where $1::int8::oid in (h.inhrelid, h.inhparent)
) select md5(concat((select string_agg(change, ',' order by change) from objects),
  (select string_agg(concat(n.classoid, ' ', n.objoid, ' ', n.objsubid, ' ', n.xmin), ',' order by n.classoid, n.objoid, n.objsubid) from pg_description n
    where (n.classoid, n.objoid) in (select classid, objid from objects)))) as version`

/** undefined when the relation is gone. */
export async function readTableShape(session: Session, relation: number): Promise<TableShape | undefined> {
  const ask = <T>(text: string) => session.query<T>(text, [relation])
  const [table] = await ask<Omit<TableShape, 'columns'>>(tableQuery)
  if (table === undefined) return undefined
  const sequences = await ask<{
    name: string
    column: string
    kind: string
    identity: ShapeIdentity['kind'] | ''
    options: string
    grants: Grant[] | null
  }>(sequencesQuery)
  const constraints = await ask<ShapeConstraint>(constraintsQuery)
  const views = await ask<ShapeView>(viewsQuery)
  const shape = {
    ...table,
    columns: await ask<ShapeColumn>(columnsQuery),
    constraints,
    indexes: await ask<ShapeIndex>(indexesQuery),
    triggers: await ask<ShapeTrigger>(triggersQuery),
    policies: await ask<ShapePolicy>(policiesQuery),
    statistics: await ask<ShapeStatistics>(statisticsQuery),
    identities: sequences
      .filter(({ identity }) => identity !== '')
      .map(({ column, identity, name, options, grants }) => ({
        column,
        kind: identity as ShapeIdentity['kind'],
        sequence: name,
        options,
        grants,
      })),
    sequences: sequences.filter(({ identity }) => identity === '').map(({ name, column }) => ({ name, column })),
    views,
    obstacles: (await ask<{ what: string }>(obstaclesQuery)).map(({ what }) => what),
  }
  return { ...shape, obstacles: [...shape.obstacles, ...ownObstacles(shape)] }
}

function ownObstacles({
  constraints,
  views,
  indexes,
  triggers,
  replicaIdentity,
}: Omit<TableShape, 'obstacles'>): string[] {
  return [
    ...constraints
      .filter(({ kind, validated }) => kind === 'c' && !validated)
      .map(({ name }) => `check constraint "${name}" is not valid`),
    ...constraints
      .filter(({ kind, partitioned }) => kind === 'f' && partitioned)
      .map(({ name, table }) => `foreign key "${name}" of ${table} is of a partitioned table`),
    ...views.filter(({ kind }) => kind !== 'v').map(({ name }) => `materialized view ${name} reads it`),
    ...views.flatMap(({ name, extras }) => extras.map((extra) => `view ${name} reads it and has ${extra}`)),
    ...indexes.filter(({ valid }) => !valid).map(({ name }) => `index "${name}" is not valid`),
    ...triggers.filter(({ name }) => name.startsWith('pgseal_')).map(({ name }) => `trigger "${name}" is on it`),
    ...(replicaIdentity === 'f' ? ['it has REPLICA IDENTITY FULL'] : []),
  ]
}

/** What a table that takes its place has been made after: when this changes, that one is no longer the same. */
export function fingerprintOf({ columns, constraints, indexes, persistence, options }: TableShape): string {
  const own = constraints.filter((constraint) => constraint.own && constraint.kind !== 'f')
  return JSON.stringify([
    columns.map(({ name, type, identity, generated, hasDefault }) => [name, type, identity, generated, hasDefault]),
    own.map(({ name, definition, validated }) => [name, definition, validated]),
    indexes.map(({ name, definition, constraint }) => [name, definition, constraint]),
    persistence,
    options,
  ])
}
