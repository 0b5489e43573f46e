const eq = 'operator(pg_catalog.=)';
const ne = 'operator(pg_catalog.<>)';
const ge = 'operator(pg_catalog.>=)';
const lt = 'operator(pg_catalog.<)';
const firstUserOid = '16384::pg_catalog.oid';
const kinds = `array['r', 'p', 'v', 'm', 'f', 'S']::pg_catalog."char"[]`;
// Temporary tables of other connections are nobody else's business, and would change the epoch all the time.
const visible = `c.relkind ${eq} any (${kinds}) and (c.relpersistence ${ne} 't' or c.relnamespace ${eq} pg_catalog.pg_my_temp_schema())`;
// Indexes are there for their names alone: a new one must not take a name that is taken.
const namedKinds = visible.replace(kinds, `array['r', 'p', 'v', 'm', 'f', 'S', 'i', 'I']::pg_catalog."char"[]`);
const userNamespaceOrObject = (alias, namespace) => `(${alias}.oid ${ge} ${firstUserOid} or ${namespace}.nspname ${ne} 'pg_catalog')`;
function array(body) {
    return `(select coalesce(pg_catalog.json_agg(${body}), '[]')::pg_catalog.text`;
}
function relations(where) {
    return `${array(`pg_catalog.json_build_array(c.oid::pg_catalog.int8, n.nspname, c.relname, c.relkind,
      exists (select 1 from pg_catalog.pg_rewrite r where r.ev_class ${eq} c.oid and r.ev_type ${ne} '1'),
      exists (select 1 from pg_catalog.pg_trigger g where g.tgrelid ${eq} c.oid and (g.tgtype operator(pg_catalog.&) 64::pg_catalog.int2) ${ne} 0),
      exists (select 1 from pg_catalog.pg_inherits h where h.inhparent ${eq} c.oid), c.relrowsecurity) order by c.oid`)} from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid ${eq} c.relnamespace where ${where})`;
}
function columns(where) {
    return `${array(`pg_catalog.json_build_array(a.attrelid::pg_catalog.int8, a.attnum, a.attname, a.atttypid::pg_catalog.int8, a.atttypmod,
      a.attnotnull,
      coalesce((select d.oid::pg_catalog.int8 from pg_catalog.pg_attrdef d where d.adrelid ${eq} a.attrelid and d.adnum ${eq} a.attnum), 0), a.attgenerated ${ne} '', a.attidentity, a.attinhcount ${ne} 0,
      coalesce((select l.collisdeterministic from pg_catalog.pg_collation l where l.oid ${eq} a.attcollation), true)) order by a.attrelid, a.attnum`)} from pg_catalog.pg_attribute a join pg_catalog.pg_class c on c.oid ${eq} a.attrelid
    where a.attnum operator(pg_catalog.>) 0 and not a.attisdropped and ${where})`;
}
const upperCase = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const lowerCase = upperCase.toLowerCase();
/** What a server brings along: read once. Columns: relations, columns, function names, whether ASCII letters fold as in "C". */
export const systemCatalogQuery = `select ${relations(`${visible} and c.oid ${lt} ${firstUserOid}`)} as relations,
${columns(`${visible} and c.oid ${lt} ${firstUserOid}`)} as columns,
${array('f.proname order by f.proname')} from (select distinct p.proname::pg_catalog.text as proname from pg_catalog.pg_proc p
  join pg_catalog.pg_namespace n on n.oid ${eq} p.pronamespace where p.oid ${lt} ${firstUserOid} and n.nspname ${eq} 'pg_catalog') f) as functions,
(pg_catalog.lower('${upperCase}') ${eq} '${lowerCase}' and pg_catalog.upper('${lowerCase}') ${eq} '${upperCase}')::pg_catalog.text as folds`;
/** Names of the columns of catalogQuery, in order. */
export const catalogQueryColumns = [
    'relations',
    'columns',
    'uniqueKeys',
    'inheritance',
    'relevant',
    'types',
    'domains',
    'functions',
    'operators',
    'casts',
];
/** Everything that is not the server's own. Columns: catalogQueryColumns. The map's names are part of the text. */
export function catalogQuery(tables) {
    const sealedRelation = `select a.attrelid as oid from pg_catalog.pg_attribute a join pg_catalog.pg_type t on t.oid ${eq} a.atttypid
    join pg_catalog.pg_namespace n on n.oid ${eq} t.typnamespace
    where n.nspname ${eq} 'pgseal' and a.attnum operator(pg_catalog.>) 0 and not a.attisdropped`;
    const named = tables.map(({ schema, name }) => `(${literal(schema)}::pg_catalog.text, ${literal(name)}::pg_catalog.text)`);
    const mappedRelation = named.length === 0
        ? ''
        : `union select c.oid from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid ${eq} c.relnamespace
    join (values ${named.join(', ')}) m (schema, name) on m.schema ${eq} n.nspname::pg_catalog.text and m.name ${eq} c.relname::pg_catalog.text
    where c.relkind ${eq} any (${kinds})`;
    const definition = named.length === 0 ? 'null::pg_catalog.text' : 'pgseal.view_definition(c.oid)';
    const user = `${visible} and c.oid ${ge} ${firstUserOid}`;
    const parts = {
        relations: relations(`${namedKinds} and c.oid ${ge} ${firstUserOid}`),
        columns: columns(user),
        uniqueKeys: `${array(`pg_catalog.json_build_array(i.indrelid::pg_catalog.int8, x.relname, i.indkey::pg_catalog.text, i.indnkeyatts,
    array(select pg_catalog.pg_get_indexdef(i.indexrelid, k, false) from pg_catalog.generate_series(1, i.indnkeyatts::pg_catalog.int4) k where i.indexprs is not null
      and exists (select 1 from relevant v where v.oid ${eq} i.indrelid)),
    not exists (select 1 from pg_catalog.generate_series(0, i.indnkeyatts operator(pg_catalog.-) 1) k
      join pg_catalog.pg_opclass o on o.oid ${eq} i.indclass[k]
      left join pg_catalog.pg_attribute a on a.attrelid ${eq} i.indrelid and a.attnum ${eq} i.indkey[k]
      where not o.opcdefault or a.attcollation ${ne} i.indcollation[k])) order by i.indexrelid`)} from pg_catalog.pg_index i join pg_catalog.pg_class x on x.oid ${eq} i.indexrelid join pg_catalog.pg_class c on c.oid ${eq} i.indrelid
  where i.indisunique and i.indisvalid and i.indisready and i.indislive and i.indimmediate and i.indpred is null and ${user})`,
        inheritance: `${array('pg_catalog.json_build_array(h.inhrelid::pg_catalog.int8, h.inhparent::pg_catalog.int8) order by h.inhrelid, h.inhseqno')} from pg_catalog.pg_inherits h
  join pg_catalog.pg_class c on c.oid ${eq} h.inhrelid where ${user})`,
        relevant: `${array(`pg_catalog.json_build_array(c.oid::pg_catalog.int8, case when c.relkind ${eq} any (array['v', 'm']::pg_catalog."char"[]) then ${definition} end,
      array(select e.a::pg_catalog.int8 from edges e where e.b ${eq} c.oid order by 1)) order by c.oid`)}
  from relevant v join pg_catalog.pg_class c on c.oid ${eq} v.oid where ${visible})`,
        types: `${array(`pg_catalog.json_build_array(t.oid::pg_catalog.int8, t.typname, t.typtype, t.typelem::pg_catalog.int8,
    (select pg_catalog.json_agg(pg_catalog.json_build_array(a.attname, a.atttypid::pg_catalog.int8) order by a.attnum) from pg_catalog.pg_attribute a
      where a.attrelid ${eq} t.typrelid and t.typrelid ${ne} 0::pg_catalog.oid and a.attnum operator(pg_catalog.>) 0 and not a.attisdropped)) order by t.oid`)} from pg_catalog.pg_type t join pg_catalog.pg_namespace n on n.oid ${eq} t.typnamespace where n.nspname ${eq} 'pgseal')`,
        domains: `${array('pg_catalog.json_build_array(t.oid::pg_catalog.int8, t.typbasetype::pg_catalog.int8, t.typarray::pg_catalog.int8, t.typtypmod, t.xmin::pg_catalog.text) order by t.oid')}
  from pg_catalog.pg_type t where t.typtype ${eq} 'd' and t.oid ${ge} ${firstUserOid})`,
        functions: `${array('f.proname order by f.proname')} from (select distinct p.proname::pg_catalog.text as proname from pg_catalog.pg_proc p
  join pg_catalog.pg_namespace n on n.oid ${eq} p.pronamespace where ${userNamespaceOrObject('p', 'n')} and n.nspname ${ne} 'pgseal') f)`,
        operators: `${array('o.oprname order by o.oprname')} from (select distinct p.oprname::pg_catalog.text as oprname from pg_catalog.pg_operator p
  join pg_catalog.pg_namespace n on n.oid ${eq} p.oprnamespace where ${userNamespaceOrObject('p', 'n')}) o)`,
        casts: `${array('pg_catalog.json_build_array(k.castsource::pg_catalog.int8, k.casttarget::pg_catalog.int8, k.castcontext) order by k.castsource, k.casttarget')}
  from pg_catalog.pg_cast k join pg_catalog.pg_type t on t.oid ${eq} k.castsource join pg_catalog.pg_namespace n on n.oid ${eq} t.typnamespace
  where k.oid ${ge} ${firstUserOid} and n.nspname ${ne} 'pgseal')`,
    };
    return `with recursive edges (a, b) as (
  select h.inhrelid, h.inhparent from pg_catalog.pg_inherits h
  union select h.inhparent, h.inhrelid from pg_catalog.pg_inherits h
  union select d.refobjid, r.ev_class from pg_catalog.pg_rewrite r join pg_catalog.pg_depend d on d.objid ${eq} r.oid
    and d.classid ${eq} 'pg_catalog.pg_rewrite'::pg_catalog.regclass and d.refclassid ${eq} 'pg_catalog.pg_class'::pg_catalog.regclass
), relevant (oid) as (
  select s.oid from (${sealedRelation} ${mappedRelation}) s
  union select e.b from relevant v join edges e on e.a ${eq} v.oid
)
select ${catalogQueryColumns.map((name) => `${parts[name]} as "${name}"`).join(',\n')}`;
}
function fingerprintOf(from, where, alias, id) {
    return `(select coalesce(pg_catalog.sum(pg_catalog.hashtextextended(pg_catalog.concat(${id}, ':', ${alias}.xmin), 0))::pg_catalog.text, '') from ${from} where ${where})`;
}
/**
 * One text that changes when the answer of catalogQuery or pgseal.columns may have changed: cheap, for a timer. For the
 * control connection alone. It may change though nothing of interest did.
 */
export function fingerprintQuery(withColumns) {
    const relation = `pg_catalog.pg_class c on c.oid ${eq}`;
    const user = `${visible} and c.oid ${ge} ${firstUserOid}`;
    const parts = [
        fingerprintOf('pg_catalog.pg_class c', user, 'c', 'c.oid'),
        fingerprintOf(`pg_catalog.pg_attribute a join ${relation} a.attrelid`, user, 'a', "a.attrelid, '.', a.attnum"),
        fingerprintOf(`pg_catalog.pg_index i join ${relation} i.indrelid`, user, 'i', 'i.indexrelid'),
        fingerprintOf(`pg_catalog.pg_rewrite r join ${relation} r.ev_class`, user, 'r', 'r.oid'),
        fingerprintOf(`pg_catalog.pg_trigger g join ${relation} g.tgrelid`, user, 'g', 'g.oid'),
        fingerprintOf(`pg_catalog.pg_inherits h join ${relation} h.inhrelid`, user, 'h', "h.inhrelid, '.', h.inhparent"),
        fingerprintOf('pg_catalog.pg_namespace s', `s.oid ${ge} ${firstUserOid} and pg_catalog.left(s.nspname, 3) ${ne} 'pg_'`, 's', 's.oid'),
        fingerprintOf(`pg_catalog.pg_attrdef d join ${relation} d.adrelid`, user, 'd', 'd.oid'),
        fingerprintOf('pg_catalog.pg_proc p', `p.oid ${ge} ${firstUserOid}`, 'p', 'p.oid'),
        fingerprintOf('pg_catalog.pg_operator p', `p.oid ${ge} ${firstUserOid}`, 'p', 'p.oid'),
        fingerprintOf('pg_catalog.pg_cast k', `k.oid ${ge} ${firstUserOid}`, 'k', 'k.oid'),
        fingerprintOf('pg_catalog.pg_type t', `t.oid ${ge} ${firstUserOid} and t.typtype ${eq} 'd'`, 't', 't.oid'),
        ...(withColumns ? [fingerprintOf('pgseal.columns l', 'true', 'l', 'l.label')] : []),
    ];
    return `select pg_catalog.concat_ws('/', ${parts.join(',\n')}) as fingerprint`;
}
/** A string literal that reads the same whatever standard_conforming_strings says. */
function literal(text) {
    const body = text.replaceAll("'", "''");
    return body.includes('\\') ? `E'${body.replaceAll('\\', '\\\\')}'` : `'${body}'`;
}
//# sourceMappingURL=catalog-query.js.map