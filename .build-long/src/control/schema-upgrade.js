import { quoteIdent, quoteLiteral } from './quote.js';
const factsQuery = `with own as (
  select c.oid, c.relname::text as name, c.relkind from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
  where n.nspname = 'pgseal' and c.relkind in ('r', 'i'))
select (select coalesce(json_agg(o.name), '[]') from own o where o.relkind = 'r') as tables,
  (select coalesce(json_agg(o.name || '.' || a.attname), '[]') from own o join pg_catalog.pg_attribute a on a.attrelid = o.oid
    where o.relkind = 'r' and a.attnum > 0 and not a.attisdropped) as columns,
  (select coalesce(json_agg(json_build_array(o.name, array(select a.attname::text from pg_catalog.pg_attribute a
      where a.attrelid = o.oid order by a.attnum))), '[]') from own o where o.relkind = 'i') as indexes,
  (select coalesce(json_agg(json_build_array(o.name || '.' || a.attname, k.conname, pg_catalog.pg_get_constraintdef(k.oid))), '[]')
    from own o join pg_catalog.pg_constraint k on k.conrelid = o.oid and k.contype = 'c' and pg_catalog.cardinality(k.conkey) = 1
    join pg_catalog.pg_attribute a on a.attrelid = o.oid and a.attnum = k.conkey[1]) as checks`;
export async function readTableFacts(session) {
    const [row] = await session.query(factsQuery);
    const { tables, columns, indexes, checks } = row;
    return {
        tables: new Set(tables),
        columns: new Set(columns),
        indexes: new Map(indexes),
        checks: new Map(checks.map(([column, name, definition]) => [column, { name, texts: listed(definition) }])),
    };
}
/** What `statements`, as schema.ts writes them, would have made of tables that are there. */
export function upgrade(statements, facts) {
    const found = statements.flatMap((statement) => {
        const [, table, body] = /^create table pgseal\.(\w+) \((.*)\)$/s.exec(statement) ?? [];
        if (table !== undefined)
            return facts.tables.has(table) ? columnsOf(table, body, facts) : [];
        const [, index, of, list] = /^create (?:unique )?index (\w+) on pgseal\.(\w+) \(([\w, ]+)\)/.exec(statement) ?? [];
        if (index === undefined || !facts.tables.has(of))
            return [];
        return indexOf(index, list.split(', '), statement, facts);
    });
    return { names: found.map(({ name }) => name), statements: found.flatMap((one) => one.statements) };
}
function columnsOf(table, body, facts) {
    const lines = body.includes('\n') ? body.split('\n') : body.split(', ');
    return lines.flatMap((line) => {
        const [, column, definition] = /^ *(\w+) (.*?),?$/.exec(line) ?? [];
        if (column === undefined)
            return [];
        const place = `${table}.${column}`;
        if (!facts.columns.has(place)) {
            const statement = `alter table pgseal.${table} add column ${column} ${definition}`;
            return [{ name: `column ${place}`, statements: [statement] }];
        }
        const check = facts.checks.get(place);
        const texts = listed(/ check \(.*$/.exec(definition)?.[0] ?? '');
        if (check === undefined || texts.every((text) => check.texts.includes(text)))
            return [];
        const all = [...new Set([...check.texts, ...texts])].map(quoteLiteral).join(', ');
        const statement = `alter table pgseal.${table} drop constraint ${quoteIdent(check.name)}, add constraint ${quoteIdent(check.name)}` +
            ` check (${column} operator(pg_catalog.=) any (array[${all}]))`;
        return [{ name: `a longer list in the check of ${place}`, statements: [statement] }];
    });
}
/** An index under its name over fewer columns is that of an older pgseal. */
function indexOf(index, columns, statement, facts) {
    const own = facts.indexes.get(index);
    if (own === undefined)
        return [{ name: `index ${index}`, statements: [statement] }];
    if (own.length >= columns.length || !own.every((column) => columns.includes(column)))
        return [];
    return [{ name: `columns of index ${index}`, statements: [`drop index pgseal.${index}`, statement] }];
}
function listed(definition) {
    return [...definition.matchAll(/'((?:[^']|'')*)'/g)].map(([, text]) => text.replaceAll("''", "'"));
}
//# sourceMappingURL=schema-upgrade.js.map