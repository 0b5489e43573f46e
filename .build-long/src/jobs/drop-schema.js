import { PgsealError } from '../errors.js';
import { inTransaction } from './in-transaction.js';
/**
 * Drops schema pgseal with everything in it: types, keys, columns, jobs. Rejects with PgsealError schemaInUse, which names
 * them, while objects elsewhere need it; nothing is dropped then.
 */
export async function dropSchema(session) {
    await inTransaction(session, async () => {
        const users = await session.query(usersQuery);
        if (users.length > 0) {
            const names = users.slice(0, 10).map(({ name }) => name);
            const more = users.length > names.length ? `, and ${users.length - names.length} more` : '';
            throw new PgsealError('schemaInUse', { objects: `${names.join(', ')}${more}` });
        }
        // The server would tell every object that goes.
        await session.query("select pg_catalog.set_config('client_min_messages', 'warning', true)");
        await session.query('drop schema pgseal cascade');
    });
}
// What stands outside and needs a type, function or table of the schema. Defaults, checks and triggers of its own tables
// belong to no schema, nor do the casts of its types.
const usersQuery = `with own (classid, objid) as (
  select 'pg_catalog.pg_type'::regclass::oid, t.oid from pg_type t where t.typnamespace = 'pgseal'::regnamespace
  union select 'pg_catalog.pg_class'::regclass, c.oid from pg_class c where c.relnamespace = 'pgseal'::regnamespace
  union select 'pg_catalog.pg_proc'::regclass, p.oid from pg_proc p where p.pronamespace = 'pgseal'::regnamespace)
  select distinct o.type || ' ' || o.identity as name from own join pg_depend d on d.refclassid = own.classid and d.refobjid = own.objid
  cross join lateral pg_identify_object(d.classid, d.objid, d.objsubid) o
  where d.deptype = any ('{n,a}') and o.schema is distinct from 'pgseal' and o.identity !~ ' (on|for) pgseal\\.|^for pgseal\\.'
  and not (o.type = 'cast' and o.identity ~ '^\\(pgseal\\.') order by 1`;
//# sourceMappingURL=drop-schema.js.map