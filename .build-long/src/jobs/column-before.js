import { writeColumnBefore } from '../control/column-before.js';
import { quoteName } from '../control/quote.js';
import { readTableFacts } from './table-facts.js';
/** Reads what the columns of these names are; under the lock, before the first change. */
export async function readBefore(session, facts, names) {
    const rows = await session.query(shapeQuery, [facts.tree.map(({ oid }) => oid), names]);
    const columns = new Map();
    for (const name of names) {
        const own = rows.filter((row) => row.name === name);
        const members = facts.tree.flatMap(({ oid, name: member }) => {
            const row = own.find(({ relation }) => relation === oid);
            return row === undefined ? [] : [{ name: member, storage: row.storage, compression: row.compression }];
        });
        const collation = own.find(({ relation }) => relation === facts.oid)?.collation ?? null;
        columns.set(name, { collation, members, indexes: indexesOf(facts, name) });
    }
    return { columns, indexes: new Set(facts.indexes.map(indexName)) };
}
/** Writes it down beside the columns' rows of pgseal.columns; indexes that came since were made for the sealed columns. */
export async function rememberBefore(session, before, { schema, name }, columns) {
    const indexes = (await readTableFacts(session, schema, name))?.indexes ?? [];
    const made = indexes.map(indexName).filter((index) => !before.indexes.has(index));
    for (const { label, name: column } of columns) {
        await writeColumnBefore(session, label, { ...before.columns.get(column), made });
    }
}
export function indexName({ schema, name }) {
    return quoteName(schema, name);
}
function indexesOf(facts, name) {
    const attnums = new Map(facts.columns.filter((column) => column.name === name).map(({ relation, attnum }) => [relation, attnum]));
    return facts.indexes.flatMap((index) => {
        const key = index.keys.find(({ attnum }) => attnum === attnums.get(index.relation));
        if (key === undefined)
            return [];
        const { constraint, clustered } = index;
        return [{ name: indexName(index), collation: key.collation, constraint: constraint !== null, clustered }];
    });
}
// attcompression came with PostgreSQL 14.
const shapeQuery = `select a.attrelid::int8::float8 as relation, a.attname::text as name,
  (select format('%I.%I', n.nspname, c.collname) from pg_collation c join pg_namespace n on n.oid = c.collnamespace
    where c.oid = a.attcollation and a.attcollation <> t.typcollation) as collation,
  a.attstorage::text as storage, coalesce(to_jsonb(a)->>'attcompression', '') as compression
  from pg_attribute a join pg_type t on t.oid = a.atttypid
  where a.attrelid = any ($1::int8[]::oid[]) and a.attname = any ($2::text[])`;
//# sourceMappingURL=column-before.js.map