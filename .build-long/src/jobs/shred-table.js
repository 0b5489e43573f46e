import { quoteIdent, quoteLiteral, quoteName } from '../control/quote.js';
import { PgsealError } from '../errors.js';
/** undefined when the table does not exist or has no sealed column. Throws shredColumnDiffers for one that the map does not describe. */
export async function readShredTable(session, table) {
    const [found] = await session.query('select c.oid::int8::float8 as oid from pg_class c join pg_namespace n on n.oid = c.relnamespace' +
        ' where n.nspname = $1 and c.relname = $2', [table.schema, table.name]);
    if (found === undefined || table.tenant === undefined)
        return undefined;
    const attributes = await session.query(`select a.attname::text as name, t.typname::text as type, a.attnotnull as "notNull",
       array(select b.attname::text from pg_attribute b where b.attrelid = t.typrelid order by b.attnum) as attributes
     from pg_attribute a join pg_type t on t.oid = a.atttypid join pg_namespace n on n.oid = t.typnamespace
     where a.attrelid = $1::oid and a.attnum > 0 and not a.attisdropped and n.nspname = 'pgseal'`, [found.oid]);
    const columns = attributes.map(({ name, type, attributes: parts, notNull }) => {
        const column = table.columns.find((one) => one.name === name);
        if (column === undefined || parts.join() !== 'v,c') {
            throw new PgsealError('shredColumnDiffers', { column: name, table: table.mapName });
        }
        return { column, physicalType: quoteName('pgseal', type), notNull };
    });
    if (columns.length === 0)
        return undefined;
    const members = await session.query(`with recursive tree (oid) as (select $1::oid union select i.inhrelid from pg_inherits i join tree on i.inhparent = tree.oid)
     select n.nspname::text as schema, c.relname::text as name from tree join pg_class c on c.oid = tree.oid
       join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'r' order by 1, 2`, [found.oid]);
    return {
        table,
        tenantColumn: table.tenant,
        members: members.map(({ schema, name }) => quoteName(schema, name)),
        columns,
    };
}
/** Values of the tenant that still rest there, a column each; `tombstones` where one takes the place of NULL. */
export async function countTenant(session, { tenantColumn, members, columns }, { tenant, keyIds }, tombstones) {
    const counts = columns.map(() => 0);
    const sums = columns.map((column, at) => `count(*) filter (where ${rests(tenantColumn, column, tombstones[at])})::float8 as n${at}`);
    for (const member of members) {
        const [row] = await session.query(`select ${sums.join(', ')} from only ${member} t`, [
            tenant,
            keyIds,
        ]);
        for (const at of columns.keys())
            counts[at] += row[`n${at}`];
    }
    return counts;
}
/** Blocks of a table that one statement goes through: its row locks are not held for long. */
const blocksAtOnce = 1_000;
/** Rows that clients move while we pass are met in the next pass. */
const mostPasses = 10;
/**
 * Writes over the tenant's values: NULL, or the column's tombstone where there is one. Gives how many values were written
 * over, a column each. Statements commit one by one; triggers fire as for any UPDATE.
 */
export async function overwriteTenant(session, { tenantColumn, members, columns }, { tenant, keyIds }, tombstones) {
    const done = columns.map(() => 0);
    const resting = columns.map((column, at) => rests(tenantColumn, column, tombstones[at]));
    const sets = columns.map(({ column, physicalType }, at) => {
        const own = quoteIdent(column.name);
        const bytes = tombstones[at];
        const put = bytes === undefined ? 'null' : `row('1'::json, ${byteaLiteral(bytes)})::${physicalType}`;
        return `${own} = case when o.o${at} then ${put} else t.${own} end`;
    });
    const sums = columns.map((_, at) => `count(*) filter (where done.o${at})::float8 as n${at}`);
    for (const member of members) {
        for (let pass = 0; pass < mostPasses; pass++) {
            let written = 0;
            const [size] = await session.query(`select (pg_relation_size(${quoteLiteral(member)}::regclass) / current_setting('block_size')::int8)::float8 as blocks`);
            for (let block = 0; block < size.blocks; block += blocksAtOnce) {
                const [row] = await session.query(`with o as materialized (select t.ctid as place, ${resting.map((condition, at) => `coalesce(${condition}, false) as o${at}`).join(', ')}
             from only ${member} t where t.ctid >= '(${block},0)'::tid and t.ctid < '(${block + blocksAtOnce},0)'::tid
             and (${resting.map((condition) => `(${condition})`).join(' or ')}) for no key update),
           done as (update only ${member} t set ${sets.join(', ')} from o where t.ctid = o.place returning o.*)
           select count(*)::float8 as written, ${sums.join(', ')} from done`, [tenant, keyIds]);
                written += row.written;
                for (const at of columns.keys())
                    done[at] += row[`n${at}`];
            }
            if (written === 0)
                break;
        }
    }
    return done;
}
/** A condition on a row `t`: the column holds a value of the tenant. Parameters: $1 the tenant, $2 ids of its keys. */
function rests(tenantColumn, { column }, bytes) {
    const own = `t.${quoteIdent(column.name)}`;
    const keyId = `substring((${own}).c::bytea from 5 for 16)`;
    const mine = `(format('%s', t.${quoteIdent(tenantColumn)}) = $1::text or ${keyId} = any ($2::bytea[]))`;
    const other = bytes === undefined ? '' : ` and (${own}).c::bytea <> ${byteaLiteral(bytes)}`;
    return `${own} is not null and ${mine}${other}`;
}
function byteaLiteral(bytes) {
    return `decode('${bytes.toString('hex')}', 'hex')`;
}
//# sourceMappingURL=shred-table.js.map