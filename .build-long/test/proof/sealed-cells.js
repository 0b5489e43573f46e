const places = [
    { table: 'public.users', columns: 'email phone birthday notes score', where: 'id = 1', otherWhere: 'id = 2' },
    { table: 'public.orders', columns: 'user_email amount note', where: 'id = 3', otherWhere: 'id = 6' },
    {
        table: 'public.members',
        columns: 'member badge',
        where: "role = 'owner'",
        otherWhere: "org = 1 and role = 'reader'",
    },
    { table: 'public.tickets', columns: 'holder', where: 'id = 1', otherWhere: 'id = 2' },
    { table: 'public.vault', columns: 'a b c d', where: 'id = 1', otherWhere: 'id = 1' },
    { table: 'other.tickets', columns: 'holder', where: 'id = 1', otherWhere: 'id = 1' },
    {
        table: 'public.kinds',
        columns: 'k_text k_varchar k_char k_bytea k_int2 k_int4 k_int8 k_float4 k_float8 k_numeric k_free k_bool k_uuid ' +
            'k_date k_time k_timestamp k_timestamptz k_interval k_json k_jsonb',
        where: 'id = 1',
        otherWhere: 'id = 2',
    },
];
/** Reads the cells as they are stored; `admin` is a superuser directly on the database. */
export async function readCells(admin) {
    const cells = [];
    for (const { table, columns, where, otherWhere } of places) {
        for (const column of columns.split(' ')) {
            const [row] = await admin.rows(`select n.nspname || '.' || t.typname, exists (select from pg_attribute x where x.attrelid = t.typrelid and x.attname = 'eq')
           from pg_attribute a join pg_type t on t.oid = a.atttypid join pg_namespace n on n.oid = t.typnamespace
          where a.attrelid = '${table}'::regclass and a.attname = '${column}'`);
            const [type, hasTerm] = [row[0], row[1] === 't'];
            const read = async (condition) => {
                const eq = hasTerm ? `encode((${column}).eq, 'hex')` : 'null';
                const sql = `select (${column}).v, encode((${column}).c, 'hex'), ${eq} from ${table} where ${condition}`;
                const [values] = await admin.rows(sql);
                const term = values[2];
                const stored = { v: values[0], c: Buffer.from(values[1], 'hex') };
                return { ...stored, eq: term === null || term === undefined ? undefined : Buffer.from(term, 'hex') };
            };
            const [stored, other] = [await read(where), await read(otherWhere)];
            cells.push({ label: `${table}.${column}`, table, column, where, otherWhere, type, stored, other });
        }
    }
    return cells;
}
/** The statement that writes a value into a cell past the proxy. */
export function writeCell(cell, value) {
    const attributes = [`'${value.v.replaceAll("'", "''")}'`, bytes(value.c)];
    if (cell.stored.eq !== undefined)
        attributes.push(bytes(value.eq ?? cell.stored.eq));
    return `update ${cell.table} set ${cell.column} = row(${attributes.join(', ')})::${cell.type} where ${cell.where}`;
}
function bytes(value) {
    return `'\\x${value.toString('hex')}'`;
}
//# sourceMappingURL=sealed-cells.js.map