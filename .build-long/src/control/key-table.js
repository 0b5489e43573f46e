const columns = 'id, kind, named_key, provider, arn, tenant, index_group, slot, wrapped, context, created, retired';
const select = `select id, kind, named_key as "namedKey", provider, arn, tenant, index_group as "group", slot, wrapped, context, created, retired from pgseal.keys`;
const insert = `insert into pgseal.keys (${columns}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`;
/**
 * The table pgseal.keys over a pool of the control login, whose connections have synchronous_commit on: each statement
 * commits by itself, so a resolved insert is durable.
 */
export function openKeyTable(database) {
    async function found(row) {
        const rows = row.kind === 'index'
            ? await database.query(`${select} where kind operator(pg_catalog.=) 'index' and index_group operator(pg_catalog.=) $1 and slot operator(pg_catalog.=) 'current'`, [row.group])
            : await database.query(`${select} where kind operator(pg_catalog.=) 'kms' and named_key operator(pg_catalog.=) $1 and provider operator(pg_catalog.=) $2` +
                ' and arn operator(pg_catalog.=) $3 and context operator(pg_catalog.=) $4 and tenant operator(pg_catalog.=) $5', [row.namedKey, row.provider, row.arn, row.context, row.tenant]);
        return rows[0];
    }
    return {
        insert: async (row) => {
            await database.query(insert, values(row));
        },
        obtain: async (row) => {
            const first = await found(row);
            if (first !== undefined)
                return first;
            await database.query(`${insert} on conflict do nothing`, values(row));
            const second = await found(row);
            if (second === undefined)
                throw new Error(`pgseal.keys holds no row for ${row.kind} key of ${row.namedKey}`);
            return second;
        },
        find: async (ids) => ids.length === 0
            ? []
            : await database.query(`${select} where id operator(pg_catalog.=) any ($1::pg_catalog.uuid[])`, [
                ids,
            ]),
        tenantRetired: async (namedKey, tenant) => {
            const rows = await database.query('select from pgseal.keys where named_key operator(pg_catalog.=) $1 and tenant operator(pg_catalog.=) $2' +
                ' and retired is not null limit 1', [namedKey, tenant]);
            return rows.length > 0;
        },
        fileKeys: () => database.query('select distinct named_key as "namedKey", arn as id from pgseal.keys' +
            " where provider operator(pg_catalog.=) 'local' and kind operator(pg_catalog.<>) 'index'"),
        replaceWrapped: async (from, to) => {
            const changed = await database.query('update pgseal.keys set wrapped = $3, arn = $4, context = $5 where id = $1 and wrapped = $2 returning id', [from.id, from.wrapped, to.wrapped, to.arn, JSON.stringify(to.context)]);
            return changed.length === 1;
        },
        noteUnused: async (unused, used) => {
            await database.query('delete from pgseal.unused_keys where key = any ($1::uuid[])', [used]);
            await database.query('insert into pgseal.unused_keys select unnest($1::uuid[]) on conflict (key) do update set counted = excluded.counted', [unused]);
        },
        all: () => database.query(`${select} order by created, id`),
    };
}
function values(row) {
    const { id, kind, namedKey, provider, arn, tenant, group, slot, wrapped, context, created, retired } = row;
    return [
        id,
        kind,
        namedKey,
        provider,
        arn,
        tenant,
        group,
        slot,
        wrapped,
        JSON.stringify(context),
        created.toISOString(),
        retired?.toISOString() ?? null,
    ];
}
//# sourceMappingURL=key-table.js.map