// tgtype bit 4: UPDATE. UPDATE OF other columns is not meant by us, and does not run.
const query = `with recursive tree (oid) as (select $1::int8::oid
  union select i.inhrelid from pg_inherits i join tree on i.inhparent = tree.oid)
select format('%I on %I.%I', g.tgname, n.nspname, c.relname) as name, g.tgenabled as enabled
from tree join pg_trigger g on g.tgrelid = tree.oid join pg_class c on c.oid = tree.oid join pg_namespace n on n.oid = c.relnamespace
where not g.tgisinternal and g.tgenabled <> 'D' and g.tgtype & 16 <> 0
and (cardinality(g.tgattr::int2[]) = 0 or exists (select 1 from pg_attribute a
  where a.attrelid = c.oid and a.attnum = any (g.tgattr) and a.attname = any ($2::text[])))
order by 1`;
/** Triggers of users that an UPDATE of these columns sets off, on the table and everything below it. */
export async function readUpdateTriggers(session, relation, columns) {
    const rows = await session.query(query, [relation, columns]);
    const named = (...modes) => rows.filter(({ enabled }) => modes.includes(enabled)).map(({ name }) => name);
    return { origin: named('O', 'A'), replica: named('R', 'A') };
}
//# sourceMappingURL=row-triggers.js.map