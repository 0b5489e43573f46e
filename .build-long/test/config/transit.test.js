import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { loadConfig, parseConfig } from '../../src/config/load-config.js';
import { repoRoot } from '../support/root.js';
import { mapText, sentences } from './map-text.js';
test('the map of config/ with keys of a transit engine loads', async () => {
    const environment = {
        PGSEAL_CONTROL_URL: 'postgres://pgseal@db.internal/app?sslmode=disable',
        VAULT_TOKEN: 's.token',
    };
    const { keys } = await loadConfig(join(repoRoot, 'config/transit.yaml'), { environment });
    const key = keys.get('default');
    assert.deepEqual([key.kms, key.keyId, key.previousKeyIds, key.indexKeyId, key.keyFile], ['transit', 'pgseal', ['pgseal-2025'], 'pgseal-index', undefined]);
    assert.deepEqual(key.transit, {
        address: 'https://vault.internal:8200',
        mount: 'team/transit',
        namespace: 'payments',
        token: 's.token',
        tokenFile: undefined,
        caFile: join(repoRoot, 'config/vault-ca.pem'),
    });
    const { transit } = keys.get('phone');
    assert.deepEqual([transit?.mount, transit?.namespace, transit?.tokenFile], ['transit', '', '/run/vault/token']);
});
const good = 'address: "https://v:8200", keyId: k, token: t, indexKeyId: i';
test('what does not fit a transit engine is refused at its place', () => {
    const accepted = (key, top) => {
        const keys = `  default: { kms: transit, ${key} }`;
        const tables = '  public.users: { columns: { email: { type: text, search: [equality] } } }';
        return parseConfig(mapText({ keys, tables, ...(top === undefined ? {} : { top }) }), 'm.yaml', { environment: {} });
    };
    const refused = (key, problem, top) => assert.match(sentences(() => accepted(key, top)).join('\n'), problem);
    accepted(good);
    accepted(good.replace('https://v', 'http://127.0.0.1'));
    accepted(good, 'mode: encrypt-only\nprove: true');
    refused(good.replace('https', 'http'), /keys.default.address: must be https: tokens and data keys would cross/);
    refused(good.replace('https://v', 'v'), /keys.default.address: expected an https URL/);
    refused(good.replace('https://', 'https://me@'), /keys.default.address: expected an https URL/);
    refused(`${good}, mount: "../sys"`, /keys.default.mount: expected a path/);
    refused(`${good}, namespace: "a b"`, /keys.default.namespace: expected a path/);
    refused(good.replace('keyId: k', 'keyId: a/b'), /keys.default.keyId: expected the name/);
    refused(`${good}, previousKeyIds: [a, "x y"]`, /keys.default.previousKeyIds.*1.*: expected the name/);
    refused(`${good}, tokenFile: f`, /keys.default: needs either token or tokenFile/);
    refused(good.replace('token: t, ', ''), /keys.default: needs either token or tokenFile/);
    refused(good.replace(', indexKeyId: i', ''), /needs indexKeyId/, 'mode: encrypt-only');
});
//# sourceMappingURL=transit.test.js.map