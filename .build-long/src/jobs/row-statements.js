import { quoteIdent } from '../control/quote.js';
/** `extra` are expressions over `t` whose text is read beside the values. */
export function rowStatements(member, columns, extra) {
    const { name, key } = member;
    const own = key.map(({ name: column }) => `t.${quoteIdent(column)}`);
    const outputs = [
        ...own.map((column, at) => `${column}::text as k${at}`),
        ...columns.flatMap(({ name: column, terms }, at) => [
            `(t.${quoteIdent(column)}).c::bytea as c${at}`,
            ...terms.map((term, which) => `(t.${quoteIdent(column)}).${term}::bytea as e${at}_${which}`),
        ]),
        ...extra.map((expression, at) => `(${expression}) as x${at}`),
        't.ctid::text as place',
    ].join(', ');
    const keyParameters = key.map(({ type }, at) => `$${at + 1}::text::${type}`);
    const sameKey = own.map((column, at) => `${column} = ${keyParameters[at]}`).join(' and ');
    const keyId = (column) => `substring((t.${quoteIdent(column)}).c::bytea from 5 for 16)`;
    return {
        page: ({ first, onKeys, limit }) => {
            const conditions = [];
            if (!first)
                conditions.push(`(${own.join(', ')}) > (${keyParameters.join(', ')})`);
            if (onKeys) {
                const ids = `$${first ? 1 : key.length + 1}::bytea[]`;
                conditions.push(`(${columns.map(({ name: column }) => `${keyId(column)} = any (${ids})`).join(' or ')})`);
            }
            const where = conditions.length === 0 ? '' : ` where ${conditions.join(' and ')}`;
            return `select ${outputs} from only ${name} t${where} order by ${own.join(', ')} limit ${limit}`;
        },
        count: `select coalesce(sum(${columns.map(({ name: column }) => `(coalesce(${keyId(column)} = any ($1::bytea[]), false))::int4`).join(' + ')}), 0)::float8 as n from only ${name} t`,
        lock: `select ${outputs} from only ${name} t where ${sameKey} for no key update of t`,
        exchange: exchangeStatement(name, key, columns),
    };
}
// Triggers of users may need the login's own search_path, so this text means the same under any.
function exchangeStatement(name, key, columns) {
    const unnest = (at, type) => `pg_catalog.unnest($${at}::pg_catalog.${type}[])`;
    const arrays = [unnest(1, 'int4'), ...key.map((_, at) => unnest(at + 2, 'text'))];
    const names = ['n', ...key.map((_, at) => `k${at}`)];
    for (const at of columns.keys()) {
        arrays.push(unnest(arrays.length + 1, 'bytea'), unnest(arrays.length + 2, 'bytea'));
        names.push(`o${at}`, `s${at}`);
    }
    const keys = key.map(({ type }, at) => `r.k${at}::${type} as k${at}`);
    const onKey = key.map(({ name: column, equals }, at) => `t.${quoteIdent(column)} ${equals} i.k${at}`).join(' and ');
    const sets = columns.map(({ name: column, physicalType, terms }, at) => {
        const own = `t.${quoteIdent(column)}`;
        const attributes = [`'1'::pg_catalog.json`, `i.s${at}`, ...terms.map((term) => `(${own}).${term}`)];
        return `${quoteIdent(column)} = case when i.s${at} is null then ${own} else row(${attributes.join(', ')})::${physicalType} end`;
    });
    const unchanged = columns.map(({ name: column }, at) => `(i.o${at} is null or (t.${quoteIdent(column)}).c::pg_catalog.bytea operator(pg_catalog.=) i.o${at})`);
    // Rows that a client holds are passed over: whoever waits for one while it holds others can be waited for. A row that was
    // changed just before it was locked is not found by its place, and left out too.
    const carried = ['n', ...columns.flatMap((_, at) => [`o${at}`, `s${at}`])].map((column) => `i.${column}`).join(', ');
    return (`with given as materialized (select r.n, ${keys.join(', ')}, ${columns.map((_, at) => `r.o${at}, r.s${at}`).join(', ')}` +
        ` from rows from (${arrays.join(', ')}) as r (${names.join(', ')})),` +
        ` held as materialized (select t.ctid as place, ${carried} from given i join only ${name} t on ${onKey} for no key update of t skip locked)` +
        ` update only ${name} t set ${sets.join(', ')} from held i` +
        ` where t.ctid operator(pg_catalog.=) i.place and ${unchanged.join(' and ')} returning i.n`);
}
//# sourceMappingURL=row-statements.js.map