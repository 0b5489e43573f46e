import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { loadConfig, parseConfig } from '../../src/config/load-config.js';
import { repoRoot } from '../support/root.js';
import { mapText, sentences } from './map-text.js';
const aws = (more) => `  default: { kms: aws, keyId: k, ${more} }`;
const users = (more, column = 'type: text') => `  public.users: { ${more}columns: { email: { ${column} } } }`;
const load = (parts) => parseConfig(mapText(parts), 'm.yaml', { environment: {} });
const problems = (parts) => sentences(() => load(parts)).map((sentence) => sentence.replace(/^m.yaml:\d+:\d+: /, ''));
test('a table names the tenant of its rows, or its named key does', () => {
    assert.equal(load({}).tables[0].tenant, undefined);
    assert.equal(load({ tables: users('tenant: org_id, ') }).tables[0].tenant, 'org_id');
    const keys = aws('tenants: { column: org_id, keys: { acme: a, umbrella: [b, c] }, alias: "alias/x-{tenant}" }');
    for (const tables of [users(''), users('tenant: org_id, ')]) {
        const config = load({ keys, tables });
        assert.equal(config.tables[0].tenant, 'org_id');
        assert.deepEqual(config.keys.get('default').tenants, {
            column: 'org_id',
            keys: new Map([
                ['acme', ['a']],
                ['umbrella', ['b', 'c']],
            ]),
            alias: 'alias/x-{tenant}',
        });
    }
});
test('whether rows may move is said below record where there is one, else below tenant', () => {
    const rebinds = (more) => load({ tables: users(more) }).tables[0].rebind;
    assert.equal(rebinds(''), false);
    assert.equal(rebinds('tenant: org_id, '), false);
    assert.equal(rebinds('tenant: { column: org_id }, '), false);
    assert.equal(rebinds('tenant: { column: org_id, rebind: true }, '), true);
    assert.equal(rebinds('tenant: org_id, record: { template: "u/{id}", rebind: true }, '), true);
});
test('the map of tenants in config/ loads', async () => {
    const environment = { PGSEAL_CONTROL_URL: 'postgres://pgseal@db.internal/app?sslmode=disable' };
    const config = await loadConfig(join(repoRoot, 'config/tenants.yaml'), { environment });
    assert.deepEqual(config.tables.map(({ tenant }) => tenant), ['tenant_id', 'tenant_id']);
    assert.equal(config.keys.get('owned').tenants.keys.get('umbrella').length, 2);
});
const key = 'keys.default.tenants';
const table = 'tables."public.users"';
const cases = [
    ['neither keys nor alias', { keys: aws('tenants: { column: t }') }, `${key}: needs keys or alias`],
    ['no column', { keys: aws('tenants: { alias: "alias/{tenant}" }') }, `${key}: missing key "column"`],
    ...['alias/x', '{tenant}', 'alias/{tenant}{tenant}', 'key/{tenant}'].map((alias) => [
        `alias ${alias}`,
        { keys: aws(`tenants: { column: t, alias: "${alias}" }`) },
        `${key}.alias: expected an alias with {tenant} in it once, such as alias/pgseal-{tenant}`,
    ]),
    [
        'one key for two tenants',
        { keys: aws('tenants: { column: t, keys: { a: x, b: [y, x] } }') },
        `${key}.keys.b: names the KMS key of another tenant`,
    ],
    [
        'the shared key for a tenant',
        { keys: aws('previousKeyIds: [o], tenants: { column: t, keys: { a: k, b: o, c: [x, k], d: [y, k] } }') },
        `${key}.keys.a: is also the KMS key of the named key; give each tenant its own`,
        `${key}.keys.b: is also the KMS key of the named key; give each tenant its own`,
    ],
    [
        'the empty tenant',
        { keys: aws('tenants: { column: t, keys: { "": x } }') },
        `${key}.keys."": the empty text is no tenant`,
    ],
    [
        'no key for a tenant',
        { keys: aws('tenants: { column: t, keys: { a: 5 } }') },
        `${key}.keys.a: expected a KMS key, or a list of KMS keys`,
    ],
    [
        'a proof that cannot be given',
        { top: 'mode: encrypt-only\nprove: true', keys: aws('tenants: { column: t, alias: "alias/{tenant}" }') },
        `${key}.alias: prove: true cannot be met, the keys behind an alias are not known at start`,
    ],
    [
        'another provider',
        { keys: '  default: { kms: local, keyFile: k, tenants: { column: t } }' },
        'keys.default: "tenants" does not apply to kms: local; "tenant" of a table gives each tenant branch keys of its own',
    ],
    [
        'two columns that name the tenant',
        { keys: aws('tenants: { column: t, keys: { a: x } }'), tables: users('tenant: org_id, ') },
        `${table}.tenant: names the tenant by column "org_id", and key "default" by column "t"`,
    ],
    [
        'a sealed tenant',
        { tables: users('tenant: email, ') },
        `${table}.tenant: column "email" names the tenant, so it cannot be sealed`,
    ],
    [
        'rebind beside a record',
        { tables: users('tenant: { column: org_id, rebind: true }, record: "u/{id}", ') },
        `${table}.tenant.rebind: the table has a record: rebind below it counts for both`,
    ],
    [
        'a tenant that is no name',
        { tables: users('tenant: [org_id], ') },
        `${table}.tenant: expected the name of a column, or a mapping with one`,
    ],
    [
        'a key of tenant that is none',
        { tables: users('tenant: { column: org_id, rebnd: true }, ') },
        `${table}.tenant: unrecognized key "rebnd"`,
    ],
    [
        'a search',
        { tables: users('tenant: org_id, ', 'type: text, search: [equality]') },
        `${table}.columns.email.search: a table with a tenant has no search: index keys are not kept for each tenant`,
    ],
];
for (const [name, parts, ...expected] of cases) {
    test(`refused with its place: ${name}`, () => assert.deepEqual(problems(parts), expected));
}
//# sourceMappingURL=tenants.test.js.map