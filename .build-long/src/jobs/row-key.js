import { quoteName } from '../control/quote.js';
// A key of sealed columns has no order, and one that may be NULL or is checked only at commit does not name one row.
const membersQuery = `with recursive tree (oid) as (select $1::int8::oid
  union select i.inhrelid from pg_inherits i join tree on i.inhparent = tree.oid)
select c.oid::int8::float8 as oid, n.nspname::text as schema, c.relname::text as name, c.relkind as kind,
  (select json_agg(json_build_object('name', a.attname, 'type', format('%I.%I', yn.nspname, y.typname),
      'equals', (select format('operator(%I.%s)', opn.nspname, op.oprname) from pg_opclass oc join pg_amop ao on ao.amopfamily = oc.opcfamily
        and ao.amopstrategy = 3 and ao.amoplefttype = oc.opcintype and ao.amoprighttype = oc.opcintype join pg_operator op on op.oid = ao.amopopr
        join pg_namespace opn on opn.oid = op.oprnamespace where oc.oid = x.indclass[k.at])) order by k.at)
   from (select i.indexrelid, i.indkey, i.indnkeyatts, i.indclass from pg_index i
     where i.indrelid = c.oid and i.indisunique and i.indisvalid and i.indimmediate and i.indpred is null and i.indexprs is null
     and not exists (select 1 from generate_series(0, i.indnkeyatts - 1) g join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[g]
       join pg_type y on y.oid = a.atttypid where not a.attnotnull or y.typnamespace = 'pgseal'::regnamespace)
     order by i.indisprimary desc, i.indnkeyatts, i.indexrelid limit 1) x
   cross join lateral generate_series(0, x.indnkeyatts - 1) k(at) join pg_attribute a on a.attrelid = c.oid and a.attnum = x.indkey[k.at]
   join pg_type y on y.oid = a.atttypid join pg_namespace yn on yn.oid = y.typnamespace) as key
from tree join pg_class c on c.oid = tree.oid join pg_namespace n on n.oid = c.relnamespace
where c.relkind <> 'p' order by c.oid`;
/** Every member of a table's tree that holds rows, in the order of their OIDs. `foreign` tables cannot be rewritten from here. */
export async function readMembers(session, relation) {
    const rows = await session.query(membersQuery, [relation]);
    const nameOf = ({ schema, name }) => quoteName(schema, name);
    return {
        members: rows
            .filter(({ kind }) => kind === 'r')
            .map((row) => ({ oid: row.oid, name: nameOf(row), key: row.key ?? undefined })),
        foreign: rows.filter(({ kind }) => kind !== 'r').map(nameOf),
    };
}
//# sourceMappingURL=row-key.js.map