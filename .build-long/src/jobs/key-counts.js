import { quoteIdent, quoteName } from '../control/quote.js';
/**
 * Values by key, of every column in `columns` that is sealed now. Reads each table once as a whole. A column whose table the
 * login may not read is in `denied`.
 */
export async function countByKey(session, columns) {
    const counts = [];
    const denied = [];
    for (const { label, relation, position } of columns) {
        if (relation === null || position === null)
            continue;
        const [place] = await session.query(`select n.nspname::text as schema, c.relname::text as table, a.attname::text as column
       from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
       join pg_type t on t.oid = a.atttypid join pg_namespace tn on tn.oid = t.typnamespace
       where a.attrelid = $1::int8::oid and a.attnum = $2::int2 and not a.attisdropped and tn.nspname = 'pgseal'`, [relation, position]);
        if (place === undefined)
            continue;
        const envelope = `(t.${quoteIdent(place.column)}).c::bytea`;
        try {
            const rows = await session.query(`select get_byte(${envelope}, 3) as source, encode(substring(${envelope} from 5 for 16), 'hex')::uuid as "keyId",
         count(*)::float8 as values from ${quoteName(place.schema, place.table)} t where ${envelope} is not null group by 1, 2 order by 3 desc, 2`);
            for (const row of rows)
                counts.push({ label, ...row });
        }
        catch (error) {
            if (error.code !== '42501')
                throw error;
            denied.push(label);
        }
    }
    return { counts, denied };
}
//# sourceMappingURL=key-counts.js.map