// What the database says of one mapped table, as far as sealing its columns in place is concerned. The connection has an
// empty search_path, so names in texts that PostgreSQL writes come qualified.
import type { Session } from '../control/database.ts'

export type TableFacts = {
  readonly oid: number
  readonly kind: string
  /** Of a composite type (CREATE TABLE ... OF). */
  readonly typed: boolean
  /** The table and all that inherit from it, itself first. */
  readonly tree: readonly TreeMember[]
  /** pg_class.reltuples of the whole tree; -1 where never analyzed. */
  readonly estimatedRows: number
  readonly columns: readonly ColumnFacts[]
  readonly indexes: readonly IndexFacts[]
  readonly constraints: readonly ConstraintFacts[]
  readonly dependents: readonly Dependent[]
  /** Columns elsewhere whose type is this table's row type. */
  readonly rowTypeUses: readonly string[]
  /** `trigger on table` of each row or statement trigger of a user. */
  readonly triggers: readonly string[]
  readonly publications: readonly string[]
}

export type TreeMember = {
  readonly oid: number
  readonly name: string
  readonly kind: string
  readonly replicaIdentity: string
}

/** A column of one member of the tree. */
export type ColumnFacts = {
  readonly relation: number
  readonly attnum: number
  readonly name: string
  readonly typeOid: number
  readonly typmod: number
  readonly typeName: string
  readonly typeKind: string
  readonly isArray: boolean
  readonly sealed: boolean
  readonly deterministic: boolean
  /** Text compares by its bytes, as UTF-8. */
  readonly byteOrder: boolean
  /** Its collation's name, where it is one of PostgreSQL's own; null for any other and for types without. */
  readonly collation: string | null
  readonly identity: boolean
  readonly generated: boolean
  readonly hasDefault: boolean
  readonly inherited: boolean
  readonly partitionKey: boolean
  /** A value for rows older than the column rests in pg_attribute. */
  readonly hasMissing: boolean
  /** The check that no attribute is null alone is there and valid. */
  readonly checked: boolean
  readonly comment: string | null
}

export type IndexFacts = {
  readonly oid: number
  readonly relation: number
  readonly schema: string
  readonly name: string
  readonly method: string
  readonly unique: boolean
  readonly primary: boolean
  readonly valid: boolean
  readonly immediate: boolean
  readonly nullsNotDistinct: boolean
  readonly replicaIdentity: boolean
  readonly clustered: boolean
  /** Belongs to an index of the table above it. */
  readonly attached: boolean
  /** Key columns in order. */
  readonly keys: readonly IndexKey[]
  readonly included: readonly { readonly attnum: number; readonly name: string }[]
  readonly predicate: string | null
  /** Attribute numbers that its expressions and its predicate read; 0 for the whole row. */
  readonly reads: readonly number[]
  /** Those that its predicate reads. */
  readonly predicateReads: readonly number[]
  readonly options: readonly string[]
  readonly tablespace: string | null
  readonly comment: string | null
  readonly constraint: string | null
  readonly constraintComment: string | null
}

export type IndexKey = {
  /** 0 for an expression. */
  readonly attnum: number
  readonly text: string
  readonly collation: string | null
  readonly operatorClass: string
  readonly defaultClass: boolean
  readonly classOptions: readonly string[] | null
  readonly descending: boolean
  readonly nullsFirst: boolean
}

export type ConstraintFacts = {
  readonly name: string
  readonly kind: string
  readonly relation: number
  readonly attnums: readonly number[]
  readonly definition: string
  /** For a foreign key of another table that refers to this one: that table's name. */
  readonly from: string | null
}

/** Something that PostgreSQL knows to read a column: its kind in words and its name. */
export type Dependent = {
  readonly relation: number
  readonly attnum: number
  readonly kind: string
  readonly name: string
}

const tree = `with recursive tree (oid, level) as (select $1::oid, 0
  union all select i.inhrelid, tree.level + 1 from pg_inherits i join tree on i.inhparent = tree.oid)`

const quoted = (schema: string, name: string) => `format('%I.%I', ${schema}, ${name})`

/** undefined when the table does not exist. */
export async function readTableFacts(session: Session, schema: string, name: string): Promise<TableFacts | undefined> {
  const [relation] = await session.query<{ oid: number; kind: string; typed: boolean }>(
    `select c.oid::int8::float8 as oid, c.relkind as kind, c.reloftype <> 0 as typed from pg_class c
     join pg_namespace n on n.oid = c.relnamespace where n.nspname = $1 and c.relname = $2 and c.relkind = any ('{r,p,v,m,f,S}')`,
    [schema, name],
  )
  if (relation === undefined) return undefined
  const { oid, kind, typed } = relation
  const ask = <T>(text: string) => session.query<T>(`${tree} ${text}`, [oid])
  const members = await ask<TreeMember & { rows: number }>(
    `select c.oid::int8::float8 as oid, ${quoted('n.nspname', 'c.relname')} as name, c.relkind as kind, c.relreplident as "replicaIdentity",
      case c.relkind when 'p' then 0 else c.reltuples end::float8 as rows
     from (select oid, min(level) as level from tree group by oid) t join pg_class c on c.oid = t.oid join pg_namespace n on n.oid = c.relnamespace order by t.level, c.oid`,
  )
  return {
    oid,
    kind,
    typed,
    tree: members,
    estimatedRows: members.some(({ rows }) => rows < 0) ? -1 : members.reduce((sum, { rows }) => sum + rows, 0),
    columns: await ask<ColumnFacts>(columnsQuery),
    indexes: await ask<IndexFacts>(indexesQuery),
    constraints: await ask<ConstraintFacts>(constraintsQuery),
    dependents: await ask<Dependent>(dependentsQuery),
    rowTypeUses: names(await ask<{ name: string }>(rowTypeUsesQuery)),
    triggers: names(await ask<{ name: string }>(triggersQuery)),
    publications: names(await ask<{ name: string }>(publicationsQuery)),
  }
}

/** Functions, other than those PostgreSQL tracks by column, whose text holds both words. Their kind is not looked at. */
export async function functionsNaming(session: Session, table: string, column: string): Promise<string[]> {
  const word = (text: string) => `\\m${text.replace(/[^\p{L}\p{N}_]/gu, '\\$&')}\\M`
  return names(
    await session.query<{ name: string }>(
      `select ${quoted('n.nspname', 'p.proname')} as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
       where p.oid >= 16384 and n.nspname <> 'pgseal' and p.prosrc ~* $1
       and (p.prosrc ~* $2 or p.prorettype = 'pg_catalog.trigger'::regtype) order by 1`,
      [word(column), word(table)],
    ),
  )
}

function names(rows: readonly { name: string }[]): string[] {
  return rows.map(({ name }) => name)
}

const columnsQuery = `select a.attrelid::int8::float8 as relation, a.attnum, a.attname::text as name, a.atttypid::int8::float8 as "typeOid", a.atttypmod as typmod,
  format_type(a.atttypid, a.atttypmod) as "typeName", t.typtype as "typeKind", t.typelem <> 0 and t.typlen = -1 as "isArray",
  tn.nspname = 'pgseal' and t.typtype = 'c' as sealed, coalesce(co.collisdeterministic, true) as deterministic,
  (select d.encoding = pg_char_to_encoding('UTF8') and (a.attcollation = any ('{950,951}'::oid[]) or a.attcollation = 100
    and d.datcollate = any ('{C,POSIX}') and coalesce(to_jsonb(d)->>'datlocprovider', 'c') = 'c') from pg_database d
    where d.datname = current_database()) as "byteOrder",
  case when co.collnamespace = 'pg_catalog'::regnamespace and co.oid < 16384 then co.collname::text end as collation,
  a.attidentity <> '' as identity, a.attgenerated <> '' as generated, a.atthasdef as "hasDefault", a.attinhcount > 0 as inherited,
  exists (select 1 from pg_partitioned_table pt where pt.partrelid = a.attrelid and (a.attnum = any (pt.partattrs)
    or pt.partexprs::text ~ format(':varattno (%s|0) ', a.attnum))) as "partitionKey", a.atthasmissing as "hasMissing",
  exists (select 1 from pg_constraint k where k.conrelid = a.attrelid and k.contype = 'c' and k.convalidated and k.conkey = array[a.attnum]
    and pg_get_constraintdef(k.oid) = any (array[format('CHECK (((%1$I IS NULL) OR (%1$I IS NOT NULL)))', a.attname),
      format('CHECK (((%1$I IS NOT NULL) OR (%1$I IS NULL)))', a.attname)])) as checked,
  col_description(a.attrelid, a.attnum) as comment
  from (select distinct oid from tree) r join pg_attribute a on a.attrelid = r.oid join pg_type t on t.oid = a.atttypid
  join pg_namespace tn on tn.oid = t.typnamespace left join pg_collation co on co.oid = a.attcollation
  where a.attnum > 0 and not a.attisdropped order by a.attrelid, a.attnum`

const indexesQuery = `select i.indexrelid::int8::float8 as oid, i.indrelid::int8::float8 as relation, n.nspname::text as schema, x.relname::text as name, am.amname::text as method, i.indisunique as unique,
  i.indisprimary as primary, i.indisvalid as valid, i.indimmediate as immediate, coalesce((to_jsonb(i)->>'indnullsnotdistinct')::bool, false) as "nullsNotDistinct",
  i.indisreplident as "replicaIdentity", i.indisclustered as clustered, exists (select 1 from pg_inherits h where h.inhrelid = i.indexrelid) as attached,
  (select json_agg(json_build_object('attnum', i.indkey[k], 'text', pg_get_indexdef(i.indexrelid, k + 1, false),
      'collation', (select ${quoted('cn.nspname', 'co.collname')} from pg_collation co join pg_namespace cn on cn.oid = co.collnamespace where co.oid = i.indcollation[k]),
      'operatorClass', ${quoted('opn.nspname', 'op.opcname')}, 'defaultClass', op.opcdefault,
      'classOptions', (select a.attoptions from pg_attribute a where a.attrelid = i.indexrelid and a.attnum = k + 1),
      'descending', i.indoption[k]::int4 & 1 <> 0, 'nullsFirst', i.indoption[k]::int4 & 2 <> 0) order by k)
    from generate_series(0, i.indnkeyatts - 1) k join pg_opclass op on op.oid = i.indclass[k] join pg_namespace opn on opn.oid = op.opcnamespace) as keys,
  (select coalesce(json_agg(json_build_object('attnum', i.indkey[k], 'name', a.attname) order by k), '[]')
    from generate_series(i.indnkeyatts::int4, i.indnatts - 1) k join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[k]) as included,
  pg_get_expr(i.indpred, i.indrelid) as predicate,
  (select coalesce(json_agg(distinct m[1]::int4), '[]') from regexp_matches(concat(i.indexprs::text, i.indpred::text), ':varattno (\\d+) ', 'g') m) as reads,
  (select coalesce(json_agg(distinct m[1]::int4), '[]') from regexp_matches(i.indpred::text, ':varattno (\\d+) ', 'g') m) as "predicateReads",
  coalesce(x.reloptions, '{}') as options, ts.spcname::text as tablespace, obj_description(i.indexrelid, 'pg_class') as comment,
  k.conname::text as constraint, obj_description(k.oid, 'pg_constraint') as "constraintComment"
  from (select distinct oid from tree) r join pg_index i on i.indrelid = r.oid join pg_class x on x.oid = i.indexrelid join pg_namespace n on n.oid = x.relnamespace
  join pg_am am on am.oid = x.relam left join pg_tablespace ts on ts.oid = x.reltablespace
  left join pg_constraint k on k.conindid = i.indexrelid and k.contype = any ('{p,u,x}') order by i.indexrelid`

const constraintsQuery = `select k.conname::text as name, k.contype as kind, r.oid::int8::float8 as relation,
  case when k.confrelid = r.oid and k.conrelid <> r.oid then k.confkey else k.conkey || case when k.confrelid = r.oid then k.confkey end end as attnums,
  pg_get_constraintdef(k.oid) as definition,
  case when k.conrelid <> r.oid then ${quoted('n.nspname', 'c.relname')} end as from
  from (select distinct oid from tree) r join pg_constraint k on k.conrelid = r.oid or (k.contype = 'f' and k.confrelid = r.oid)
  join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
  where k.contype = any ('{c,f,p,u,x}') and k.conkey is not null and k.conparentid = 0 order by k.oid`

const dependentsQuery = `select distinct d.refobjid::int8::float8 as relation, d.refobjsubid as attnum, o.type as kind, o.identity as name
  from (select distinct oid from tree) r join pg_depend d on d.refclassid = 'pg_class'::regclass and d.refobjid = r.oid
  cross join lateral pg_identify_object(d.classid, d.objid, d.objsubid) o
  where d.classid = any (array['pg_rewrite', 'pg_policy', 'pg_trigger', 'pg_proc', 'pg_statistic_ext', 'pg_publication_rel']::regclass[])
  and not (d.classid = 'pg_trigger'::regclass and exists (select 1 from pg_trigger g where g.oid = d.objid and g.tgisinternal))
  union
  select d.refobjid::int8::float8, d.refobjsubid, 'generated column', format('%I.%I.%I', fn.nspname, fc.relname, a.attname)
  from (select distinct oid from tree) r join pg_depend d on d.refclassid = 'pg_class'::regclass and d.refobjid = r.oid
  join pg_attrdef f on d.classid = 'pg_attrdef'::regclass and f.oid = d.objid join pg_attribute a on a.attrelid = f.adrelid and a.attnum = f.adnum
  join pg_class fc on fc.oid = f.adrelid join pg_namespace fn on fn.oid = fc.relnamespace
  where a.attgenerated <> '' and d.refobjsubid > 0 and not (f.adrelid = d.refobjid and f.adnum = d.refobjsubid)
  order by 3, 4`

const rowTypeUsesQuery = `select distinct format('%I.%I.%I', n.nspname, c.relname, a.attname) as name from (select distinct oid from tree) r
  join pg_type t on t.typrelid = r.oid join pg_attribute a on a.atttypid = t.oid or (t.typarray <> 0 and a.atttypid = t.typarray)
  join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
  where not a.attisdropped and c.relkind = any ('{r,p,m,c}') order by 1`

const triggersQuery = `select format('%I on %s.%I', g.tgname, quote_ident(n.nspname), c.relname) as name from (select distinct oid from tree) r
  join pg_trigger g on g.tgrelid = r.oid join pg_class c on c.oid = r.oid join pg_namespace n on n.oid = c.relnamespace
  where not g.tgisinternal order by 1`

const publicationsQuery = `select distinct p.pubname::text as name from (select distinct oid from tree) r
  join pg_class c on c.oid = r.oid join pg_namespace n on n.oid = c.relnamespace
  join pg_publication_tables t on t.schemaname = n.nspname and t.tablename = c.relname join pg_publication p on p.pubname = t.pubname order by 1`
