import { randomUUID } from 'node:crypto';
export function readTenantRows(session, tenant) {
    return session.query(`select id, named_key as "namedKey", kind operator(pg_catalog.=) 'branch' and wrapped is null as marker
     from pgseal.keys where tenant operator(pg_catalog.=) $1`, [tenant]);
}
/** ARNs of KMS keys on which rows of anybody but the tenant rest. */
export async function arnsOfOthers(session, tenant) {
    const rows = await session.query('select distinct arn from pgseal.keys where tenant operator(pg_catalog.<>) $1', [tenant]);
    return rows.map(({ arn }) => arn);
}
/** Retires the tenant's rows under a named key and leaves a marker, so that the tenant is known also when it had no row. */
export async function retireTenant(session, { namedKey, provider, arn, tenant }) {
    await session.query('update pgseal.keys set retired = pg_catalog.now() where named_key operator(pg_catalog.=) $1' +
        ' and tenant operator(pg_catalog.=) $2 and retired is null', [namedKey, tenant]);
    await session.query(`insert into pgseal.keys (id, kind, named_key, provider, arn, tenant, created, retired)
     select $1::pg_catalog.uuid, 'branch', $2, $3, $4, $5, pg_catalog.now(), pg_catalog.now()
     where not exists (select from pgseal.keys k where k.named_key operator(pg_catalog.=) $2 and k.tenant operator(pg_catalog.=) $5
       and k.kind operator(pg_catalog.=) 'branch' and k.wrapped is null)`, [randomUUID(), namedKey, provider, arn, tenant]);
}
//# sourceMappingURL=tenant-rows.js.map