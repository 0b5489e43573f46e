/**
 * Least-privilege policies for what pgseal asks of AWS KMS under a map. `encrypt` is all that sealing and searching need, and
 * holds no right to open; `decrypt` is what opening needs beside it; `rewrap` is for wrapping keys anew under the present key,
 * `shred` for taking tenants away. From the map alone: nobody is asked.
 *
 * As identity policies one a purpose; with `principal` as key policies one a KMS key, the principal allowed in each.
 */
export function iamPolicies(config, principal) {
    const grants = { encrypt: [], decrypt: [], rewrap: [], shred: [] };
    for (const key of config.keys.values()) {
        if (key.kms !== 'aws' || key.keyId === undefined)
            continue;
        const tables = config.tables.filter(({ columns }) => columns.some(({ namedKey }) => namedKey === key.name));
        describing(grants.encrypt, key);
        searching(grants.encrypt, key);
        for (const owner of owners(key))
            addDataKeys(grants, key, tables, owner);
        addIndexKeys(grants, key, tables);
        shredding(grants.shred, key);
    }
    const written = (list) => principal === undefined ? identityPolicy(list) : keyPolicies(list, principal);
    return {
        encrypt: written(grants.encrypt),
        decrypt: written(grants.decrypt),
        rewrap: written(grants.rewrap),
        shred: written(grants.shred),
    };
}
function owners(key) {
    const { tenants } = key;
    if (tenants === undefined) {
        return [{ name: '', current: key.keyId, previous: key.previousKeyIds, tenant: undefined }];
    }
    const named = [...tenants.keys].map(([tenant, [current, ...previous]], at) => ({
        name: `Tenant${at + 1}`,
        current: current,
        previous,
        tenant,
    }));
    const { alias } = tenants;
    if (alias === undefined)
        return named;
    return [...named, { name: 'Tenants', current: alias.replace('{tenant}', '*'), previous: [], tenant: undefined }];
}
function addDataKeys(grants, key, tables, owner) {
    const add = (purpose, verb, action, keyIds, shape, pinned) => {
        if (keyIds.length === 0)
            return;
        const sid = sidOf(key.name, verb, owner.name, shape.name);
        grants[purpose].push({
            sid,
            actions: [action],
            keyIds,
            region: key.region,
            conditions: pinned ? exactContext(shape, key.context) : contextOf(shape),
        });
    };
    const perRow = rowShapes(tables, owner.tenant);
    const branch = branchShapes(key, tables, owner.tenant);
    for (const shape of key.dataKeys === 'branch' ? branch : perRow) {
        add('encrypt', 'Seal', 'kms:GenerateDataKey', [owner.current], shape, true);
    }
    // Whatever `dataKeys` says now, values of both kinds may rest in the database, and earlier ones under other pairs.
    for (const shape of [...perRow, ...branch]) {
        add('decrypt', 'Open', 'kms:Decrypt', [owner.current], shape, true);
        add('decrypt', 'OpenEarlier', 'kms:Decrypt', owner.previous, shape, false);
        add('rewrap', 'TakeFrom', 'kms:ReEncryptFrom', [owner.current, ...owner.previous], shape, false);
        add('rewrap', 'WrapAnew', 'kms:ReEncryptTo', [owner.current], shape, true);
    }
}
/** Data keys that the KMS wraps for rows: tables of one shape of context share a statement. */
function rowShapes(tables, tenant) {
    const byShape = new Map();
    for (const table of tables) {
        const shape = `${table.record === undefined ? '' : 'Record'}${table.tenant === undefined ? '' : 'Tenant'}`;
        byShape.set(shape, [...(byShape.get(shape) ?? []), table]);
    }
    return [...byShape].map(([name, of]) => ({
        name: `Rows${name === '' ? '' : `With${name}`}`,
        equal: { 'pgseal:table': one(of.map(({ mapName }) => mapName)), ...tenantPair(tenant) },
        present: [
            ...(of[0].record === undefined ? [] : ['pgseal:record']),
            ...(of[0].tenant === undefined || tenant !== undefined ? [] : ['pgseal:tenant']),
        ],
    }));
}
/** Branch keys with a tenant and those without, as the tables have one. */
function branchShapes(key, tables, tenant) {
    const shape = (name, tenants) => ({
        name,
        equal: { 'pgseal:kind': 'branch', 'pgseal:key': key.name, ...tenantPair(tenant) },
        present: ['pgseal:id', 'pgseal:created', ...tenants],
    });
    const withTenant = tables.filter((table) => table.tenant !== undefined).length;
    return [
        ...(withTenant < tables.length ? [shape('BranchKeys', [])] : []),
        ...(withTenant > 0 ? [shape('BranchKeysWithTenant', tenant === undefined ? ['pgseal:tenant'] : [])] : []),
    ];
}
function tenantPair(tenant) {
    return tenant === undefined ? {} : { 'pgseal:tenant': tenant };
}
/** Without `indexKeyId` index keys rest wrapped: `apply` makes them, and whoever searches opens them. */
function addIndexKeys(grants, key, tables) {
    const searched = tables.some(({ columns }) => columns.some(({ namedKey, search }) => namedKey === key.name && search.length > 0));
    if (!searched || key.indexKeyId !== undefined)
        return;
    const shape = {
        name: 'IndexKeys',
        equal: { 'pgseal:kind': 'index', 'pgseal:key': key.name },
        present: ['pgseal:id', 'pgseal:created', 'pgseal:group'],
    };
    const grant = (verb, action, keyIds, pinned) => ({
        sid: sidOf(key.name, verb, '', shape.name),
        actions: [action],
        keyIds,
        region: key.region,
        conditions: pinned ? exactContext(shape, key.context) : contextOf(shape),
    });
    grants.encrypt.push(grant('Make', 'kms:GenerateDataKey', [key.keyId], true));
    grants.decrypt.push(grant('Open', 'kms:Decrypt', [key.keyId, ...key.previousKeyIds], false));
    grants.rewrap.push(grant('TakeFrom', 'kms:ReEncryptFrom', [key.keyId, ...key.previousKeyIds], false));
    grants.rewrap.push(grant('WrapAnew', 'kms:ReEncryptTo', [key.keyId], true));
}
/** Aliases and bare ids are resolved at start; an ARN never is. */
function describing(grants, key) {
    const { tenants } = key;
    const ids = [
        key.keyId,
        ...key.previousKeyIds,
        ...(key.indexKeyId === undefined ? [] : [key.indexKeyId]),
        ...(tenants === undefined ? [] : [...tenants.keys.values()].flat()),
        ...(tenants?.alias === undefined ? [] : [tenants.alias.replace('{tenant}', '*')]),
    ].filter((id) => !/:key\//.test(id));
    if (ids.length === 0)
        return;
    grants.push({
        sid: sidOf(key.name, 'Describe', '', ''),
        actions: ['kms:DescribeKey'],
        keyIds: ids,
        region: key.region,
        conditions: {},
    });
}
function searching(grants, key) {
    if (key.indexKeyId === undefined)
        return;
    grants.push({
        sid: sidOf(key.name, 'Search', '', ''),
        actions: ['kms:GenerateMac'],
        keyIds: [key.indexKeyId],
        region: key.region,
        conditions: { StringEquals: { 'kms:MacAlgorithm': 'HMAC_SHA_256' } },
    });
}
function shredding(grants, key) {
    if (key.tenants === undefined)
        return;
    for (const { name, current, previous } of owners(key)) {
        grants.push({
            sid: sidOf(key.name, 'Shred', name, ''),
            actions: ['kms:DescribeKey', 'kms:ScheduleKeyDeletion'],
            // Never the key that all of them came from.
            keyIds: [current, ...previous].filter((id) => id !== key.keyId && !key.previousKeyIds.includes(id)),
            region: key.region,
            conditions: {},
        });
    }
}
/** The pairs of the shape and no others but those of the map, which have the map's values. */
function exactContext(shape, pairs) {
    const conditions = contextOf({ ...shape, equal: { ...shape.equal, ...pairs } });
    const names = [...Object.keys(shape.equal), ...shape.present, ...Object.keys(pairs)];
    return { ...conditions, 'ForAllValues:StringEquals': { 'kms:EncryptionContextKeys': names } };
}
function contextOf({ equal, present }) {
    const named = (name) => `kms:EncryptionContext:${name}`;
    return {
        StringEquals: Object.fromEntries(Object.entries(equal).map(([name, value]) => [named(name), value])),
        ...(present.length === 0 ? {} : { Null: Object.fromEntries(present.map((name) => [named(name), 'false'])) }),
    };
}
function identityPolicy(grants) {
    return policy(grants.flatMap(({ sid, actions, keyIds, region, conditions }) => {
        const aliases = keyIds.filter((id) => id.includes('alias/'));
        const others = keyIds.filter((id) => !id.includes('alias/'));
        const statements = [];
        if (others.length > 0) {
            const resources = others.map((id) => resourceOf(id, region));
            statements.push(statement(sid, actions, one(resources), conditions));
        }
        if (aliases.length > 0) {
            const resources = [...new Set(aliases.map((id) => resourceOf(id, region)))];
            const names = aliases.map((id) => id.slice(id.indexOf('alias/')));
            const operator = names.some((name) => name.includes('*'))
                ? 'ForAnyValue:StringLike'
                : 'ForAnyValue:StringEquals';
            const byAlias = { ...conditions, [operator]: { 'kms:ResourceAliases': one(names) } };
            statements.push(statement(others.length > 0 ? `${sid}ByAlias` : sid, actions, one(resources), byAlias));
        }
        return statements;
    }));
}
/** A statement in a key's own policy speaks of that key alone: `*`. */
function keyPolicies(grants, principal) {
    const byKey = new Map();
    for (const { sid, actions, keyIds, conditions } of grants) {
        for (const id of keyIds) {
            const { Sid, Effect, ...rest } = statement(sid, actions, '*', conditions);
            byKey.set(id, [...(byKey.get(id) ?? []), { Sid, Effect, Principal: { AWS: principal }, ...rest }]);
        }
    }
    return Object.fromEntries([...byKey].map(([id, statements]) => [id, policy(statements)]));
}
function policy(statements) {
    return { Version: '2012-10-17', Statement: statements };
}
function statement(sid, actions, resource, conditions) {
    const given = Object.fromEntries(Object.entries(conditions).filter(([, pairs]) => Object.keys(pairs).length > 0));
    return {
        Sid: sid,
        Effect: 'Allow',
        Action: actions,
        Resource: resource,
        ...(Object.keys(given).length === 0 ? {} : { Condition: given }),
    };
}
/** An alias is no resource of these actions: its keys are all those of region and account, by the condition on aliases. */
function resourceOf(keyId, region) {
    if (keyId.includes(':key/'))
        return keyId;
    const [, partition = 'aws', of = region ?? '*', account = '*'] = /^arn:([^:]+):kms:([^:]+):(\d+):/.exec(keyId) ?? [];
    const prefix = `arn:${partition}:kms:${of}:${account}:key/`;
    return keyId.includes('alias/') ? `${prefix}*` : `${prefix}${keyId}`;
}
function one(items) {
    return items.length === 1 ? items[0] : items;
}
/** Letters and digits are all that a Sid may hold. */
function sidOf(key, ...words) {
    const name = key.replace(/[^A-Za-z0-9]/g, '');
    return `${words[0]}${name.charAt(0).toUpperCase()}${name.slice(1)}${words.slice(1).join('')}`;
}
//# sourceMappingURL=iam-policies.js.map