import { fitsName, maxNameBytes } from './table-name.js';
/** Reads `tenants` of a named key; `shared` are its keyId and previousKeyIds. Every problem goes to `refuse`. */
export function checkTenantKeys(raw, shared, prove, path, refuse) {
    if (!fitsName(raw.column))
        refuse([...path, 'column'], `a name has 1 to ${maxNameBytes} bytes and no NUL`);
    const keys = new Map();
    const owners = new Map();
    for (const [tenant, given] of Object.entries(raw.keys)) {
        const keyIds = typeof given === 'string' ? [given] : given;
        const place = [...path, 'keys', tenant];
        if (tenant === '')
            refuse(place, 'the empty text is no tenant');
        for (const [at, keyId] of keyIds.entries()) {
            // What is one tenant's alone can be taken away with its key, and nobody else loses anything. A tenant may come from
            // the shared key: then that one is among those that still open.
            if (shared.includes(keyId)) {
                if (at === 0)
                    refuse(place, 'is also the KMS key of the named key; give each tenant its own');
                continue;
            }
            const owner = owners.get(keyId);
            if (owner !== undefined && owner !== tenant)
                refuse(place, 'names the KMS key of another tenant');
            owners.set(keyId, tenant);
        }
        keys.set(tenant, keyIds);
    }
    if (keys.size === 0 && raw.alias === undefined)
        refuse(path, 'needs keys or alias');
    if (raw.alias !== undefined) {
        const place = [...path, 'alias'];
        if (raw.alias.split('{tenant}').length !== 2 || !/^(arn:[^:]+:kms:[^:]+:\d+:)?alias\//.test(raw.alias)) {
            refuse(place, 'expected an alias with {tenant} in it once, such as alias/pgseal-{tenant}');
        }
        if (prove)
            refuse(place, 'prove: true cannot be met, the keys behind an alias are not known at start');
    }
    return { column: raw.column, keys, alias: raw.alias };
}
/** The column that names the tenant of a table's rows: its own, or that of its columns' named keys. */
export function tenantColumn(raw, columns, keys, path, refuse) {
    const given = typeof raw === 'object' ? raw.column : raw;
    let tenant = given;
    for (const { namedKey } of columns) {
        const wanted = keys.get(namedKey)?.tenants?.column;
        if (wanted === undefined || wanted === tenant)
            continue;
        if (tenant !== undefined) {
            refuse(given === undefined ? path : [...path, 'tenant'], `names the tenant by column "${tenant}", and key "${namedKey}" by column "${wanted}"`);
            return tenant;
        }
        tenant = wanted;
    }
    if (tenant === undefined)
        return undefined;
    const place = given === undefined ? path : [...path, 'tenant'];
    if (!fitsName(tenant))
        refuse(place, `a name has 1 to ${maxNameBytes} bytes and no NUL`);
    for (const column of columns) {
        if (column.name === tenant)
            refuse(place, `column "${tenant}" names the tenant, so it cannot be sealed`);
        if (column.search.length > 0) {
            refuse([...path, 'columns', column.name, 'search'], 'a table with a tenant has no search: index keys are not kept for each tenant');
        }
    }
    return tenant;
}
//# sourceMappingURL=tenants.js.map