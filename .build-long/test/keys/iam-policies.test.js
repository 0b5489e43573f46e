import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseConfig } from '../../src/config/load-config.js';
import { iamPolicies } from '../../src/keys/iam-policies.js';
import { mapText } from '../config/map-text.js';
import { keyPartOf, label, ring, users } from './ring.js';
import { callAs, startKms } from './test-kms.js';
const load = (parts) => parseConfig(mapText(parts), 'm.yaml', { environment: {} });
const identity = (parts) => iamPolicies(load(parts));
const arn = (id) => `arn:aws:kms:eu-central-1:111122223333:key/${id}`;
test('the policies of one key, in full', () => {
    const { encrypt, decrypt, rewrap, shred } = identity({
        keys: `  default: { kms: aws, keyId: "${arn('a')}", indexKeyId: "${arn('i')}", context: { app: billing } }`,
        tables: '  public.users: { record: "users/{id}", columns: { email: { type: text, search: [equality] } } }\n' +
            '  public.notes: { columns: { body: { type: text } } }',
    });
    const rows = (table, record) => ({
        StringEquals: {
            'kms:EncryptionContext:pgseal:table': table,
            'kms:EncryptionContext:app': 'billing',
        },
        ...(record ? { Null: { 'kms:EncryptionContext:pgseal:record': 'false' } } : {}),
        'ForAllValues:StringEquals': {
            'kms:EncryptionContextKeys': ['pgseal:table', ...(record ? ['pgseal:record'] : []), 'app'],
        },
    });
    assert.deepEqual(encrypt, {
        Version: '2012-10-17',
        Statement: [
            {
                Sid: 'SearchDefault',
                Effect: 'Allow',
                Action: ['kms:GenerateMac'],
                Resource: arn('i'),
                Condition: { StringEquals: { 'kms:MacAlgorithm': 'HMAC_SHA_256' } },
            },
            {
                Sid: 'SealDefaultRowsWithRecord',
                Effect: 'Allow',
                Action: ['kms:GenerateDataKey'],
                Resource: arn('a'),
                Condition: rows('public.users', true),
            },
            {
                Sid: 'SealDefaultRows',
                Effect: 'Allow',
                Action: ['kms:GenerateDataKey'],
                Resource: arn('a'),
                Condition: rows('public.notes', false),
            },
        ],
    });
    assert.deepEqual(decrypt.Statement.map(({ Sid, Action }) => [Sid, Action]), [
        ['OpenDefaultRowsWithRecord', ['kms:Decrypt']],
        ['OpenDefaultRows', ['kms:Decrypt']],
        ['OpenDefaultBranchKeys', ['kms:Decrypt']],
    ]);
    assert.deepEqual(decrypt.Statement[0].Condition, rows('public.users', true));
    assert.deepEqual(new Set(rewrap.Statement.flatMap(({ Action }) => Action)), new Set(['kms:ReEncryptFrom', 'kms:ReEncryptTo']));
    assert.deepEqual(shred.Statement, []);
});
test('each purpose has its own actions, each statement its own name, and aliases stand in a condition', () => {
    const policies = identity({
        keys: '  default: { kms: aws, keyId: alias/pgseal, previousKeyIds: ["old"], indexKeyId: alias/pgseal-index }\n' +
            '  pho-ne: { kms: aws, keyId: "arn:aws-cn:kms:cn-north-1:111122223333:alias/p", dataKeys: branch }\n' +
            `  owned: { kms: aws, keyId: "${arn('s')}", region: eu-west-1, tenants: { column: t, keys: { acme: ["${arn('t')}", "${arn('s')}"] }, alias: "alias/t-{tenant}" } }\n` +
            '  file: { kms: local, keyFile: k }',
        tables: '  a.b: { columns: { c: { type: text, search: [equality] }, d: { type: text, key: pho-ne, search: [equality] } } }\n' +
            '  a.e: { tenant: t, columns: { c: { type: text, key: pho-ne }, f: { type: text, key: file } } }\n' +
            '  a.g: { columns: { c: { type: text, key: owned } } }',
    });
    const actions = (policy) => [...new Set(policy.Statement.flatMap(({ Action }) => Action))].toSorted();
    assert.deepEqual(actions(policies.encrypt), ['kms:DescribeKey', 'kms:GenerateDataKey', 'kms:GenerateMac']);
    assert.deepEqual(actions(policies.decrypt), ['kms:Decrypt']);
    assert.deepEqual(actions(policies.rewrap), ['kms:ReEncryptFrom', 'kms:ReEncryptTo']);
    assert.deepEqual(actions(policies.shred), ['kms:DescribeKey', 'kms:ScheduleKeyDeletion']);
    for (const policy of Object.values(policies)) {
        const names = policy.Statement.map(({ Sid }) => Sid);
        assert.equal(new Set(names).size, names.length, names.join());
        for (const { Sid, Effect, Resource, Condition } of policy.Statement) {
            assert.match(Sid, /^[A-Za-z0-9]+$/);
            assert.equal(Effect, 'Allow');
            for (const one of [Resource].flat()) {
                assert.match(one, /^arn:aws[a-z-]*:kms:[a-z0-9-]+|\*:\d{12}|\*:key\/[A-Za-z0-9-]+|\*$/);
                const names = Object.keys(Condition ?? {}).some((operator) => 'kms:ResourceAliases' in Condition[operator]);
                assert.equal(one.endsWith('key/*'), names, `${Sid}: a key that is not named is named by its alias`);
            }
        }
    }
    assert.ok(!JSON.stringify(policies.shred).includes(arn('s')), 'nobody may delete the shared key');
    const by = (sid) => Object.values(policies)
        .flatMap(({ Statement }) => Statement)
        .find(({ Sid }) => Sid === sid);
    assert.equal(by('SealphoneBranchKeys'), undefined);
    assert.equal(by('SealPhoneBranchKeys').Resource, 'arn:aws-cn:kms:cn-north-1:111122223333:key/*');
    assert.equal(by('OpenEarlierDefaultRows').Resource, 'arn:aws:kms:*:*:key/old');
    assert.deepEqual(by('OpenOwnedTenantsRowsWithTenant').Condition['ForAnyValue:StringLike'], {
        'kms:ResourceAliases': 'alias/t-*',
    });
    assert.equal(by('OpenOwnedTenant1RowsWithTenant').Condition.StringEquals['kms:EncryptionContext:pgseal:tenant'], 'acme');
});
test('for a principal the statements are those of key policies, a key each', () => {
    const config = load({ keys: `  default: { kms: aws, keyId: "${arn('a')}", indexKeyId: alias/i }` });
    const principal = 'arn:aws:iam::111122223333:role/app';
    const { encrypt } = iamPolicies(config, principal);
    assert.deepEqual(Object.keys(encrypt), ['alias/i', arn('a')]);
    for (const { Statement } of Object.values(encrypt)) {
        for (const { Principal, Resource } of Statement) {
            assert.deepEqual([Principal, Resource], [{ AWS: principal }, '*']);
        }
    }
});
/** What our KMS server understands of a policy: a grant for each choice of values. */
function grantsOf(policy, server) {
    return policy.Statement.flatMap((statement) => {
        const aliases = Object.entries(statement.Condition ?? {}).flatMap(([operator, pairs]) => operator.startsWith('ForAnyValue') ? [pairs['kms:ResourceAliases']].flat() : []);
        const keys = aliases.length > 0 ? aliases.map((alias) => server.keys.find(alias).arn) : [statement.Resource].flat();
        return contextsOf(statement).map((context) => ({
            operations: statement.Action.map((action) => action.replace('kms:', '')),
            keys,
            context,
            present: presentIn(statement),
            ...contextKeysOf(statement),
        }));
    });
}
function contextsOf(statement) {
    const prefix = 'kms:EncryptionContext:';
    const pairs = Object.entries(statement.Condition?.StringEquals ?? {}).filter(([name]) => name.startsWith(prefix));
    return pairs.reduce((contexts, [name, values]) => contexts.flatMap((context) => [values].flat().map((value) => ({ ...context, [name.slice(prefix.length)]: value }))), [{}]);
}
function presentIn(statement) {
    return Object.keys(statement.Condition?.Null ?? {}).map((name) => name.slice('kms:EncryptionContext:'.length));
}
function contextKeysOf(statement) {
    const names = statement.Condition?.['ForAllValues:StringEquals']?.['kms:EncryptionContextKeys'];
    return names === undefined ? {} : { contextKeys: [names].flat() };
}
async function keyring(t, dataKeys, search = '') {
    const { server, endpoint } = await startKms(t);
    const keyId = server.keys.create('ENCRYPT_DECRYPT', false).arn;
    server.keys.alias('alias/pgseal', keyId);
    const parts = {
        keys: `  default: { kms: aws, keyId: alias/pgseal, endpoint: "${endpoint}", region: eu-central-1, dataKeys: ${dataKeys}, context: { app: x } }`,
        tables: `  public.users: { columns: { email: { type: text${search} } } }`,
    };
    const key = load(parts).keys.get('default');
    const policies = identity(parts);
    t.after(() => callAs('AKIDFULL'));
    return { server, key, keyId, policies };
}
for (const dataKeys of ['per-row', 'branch']) {
    test(`${dataKeys}: the policies are enough, and each for its own half alone`, async (t) => {
        const { server, key, policies } = await keyring(t, dataKeys);
        server.principals.allow('AKIDSEAL', ...grantsOf(policies.encrypt, server));
        server.principals.allow('AKIDOPEN', ...grantsOf(policies.encrypt, server), ...grantsOf(policies.decrypt, server));
        callAs('AKIDSEAL');
        const sealing = await ring(t, key, { mode: 'encrypt-only', prove: true });
        const [made] = await sealing.ring.generate('default', [users]);
        callAs('AKIDOPEN');
        const opening = await ring(t, key, { store: sealing.store });
        assert.ok((await opening.ring.open('default', keyPartOf(made), users, label)).equals(made.key));
        callAs('AKIDSEAL');
        const both = await ring(t, key, { store: sealing.store });
        await assert.rejects(async () => both.ring.open('default', keyPartOf(made), users, label), { sqlstate: '42501' });
        // The table, the pairs of the map and the name of the key are in the conditions.
        const elsewhere = { ...users, table: 'public.other' };
        if (dataKeys === 'per-row') {
            await assert.rejects(async () => both.ring.generate('default', [elsewhere]), { sqlstate: '42501' });
            await assert.rejects(async () => both.ring.generate('default', [{ ...users, record: 'users/1' }]), {
                sqlstate: '42501',
            });
        }
        const other = await ring(t, { ...key, context: { app: 'y' } });
        await assert.rejects(async () => other.ring.generate('default', [users]), { sqlstate: '42501' });
    });
}
test('a wrapped index key: sealing makes it, opening takes it', async (t) => {
    const { server, key, policies } = await keyring(t, 'branch', ', search: [equality]');
    server.principals.allow('AKIDBOTH', ...grantsOf(policies.encrypt, server), ...grantsOf(policies.decrypt, server));
    callAs('AKIDBOTH');
    const { ring: keys } = await ring(t, key);
    assert.ok(keys.indexKey(await keys.obtainIndexKey('default', 'public.users.email')));
});
test('rewrap: wraps data keys and branch keys anew without a right to open', async (t) => {
    const { server, endpoint } = await startKms(t);
    const [old, next] = [0, 1].map(() => server.keys.create('ENCRYPT_DECRYPT', false).arn);
    const parts = (keyId, more) => ({
        keys: `  default: { kms: aws, keyId: "${keyId}", endpoint: "${endpoint}", ${more} }`,
        tables: '  public.users: { columns: { email: { type: text } } }',
    });
    const keyOf = (keyId, more) => load(parts(keyId, more)).keys.get('default');
    for (const dataKeys of ['per-row', 'branch']) {
        callAs('AKIDFULL');
        const before = await ring(t, keyOf(old, `dataKeys: ${dataKeys}, context: { app: x }`));
        const [made] = await before.ring.generate('default', [users]);
        const more = `previousKeyIds: ["${old}"], dataKeys: ${dataKeys}, context: { app: y }`;
        const policies = identity(parts(next, more));
        const principal = `AKID${dataKeys}`;
        server.principals.allow(principal, ...grantsOf(policies.encrypt, server), ...grantsOf(policies.rewrap, server));
        callAs(principal);
        const after = await ring(t, keyOf(next, more), { store: before.store });
        if (dataKeys === 'per-row')
            assert.ok(await after.ring.rewrap('default', keyPartOf(made), users, label));
        else
            assert.equal((await after.ring.rewrapRow(before.store.rows[0]))?.arn, next);
    }
    callAs('AKIDFULL');
    assert.equal(server.count('Decrypt'), 0);
});
test('rows of a record and of tenants: a policy is good for calls that name both, and for the keys of each tenant alone', async (t) => {
    const { server, endpoint } = await startKms(t);
    const [shared, acme, umbrella] = [0, 1, 2].map(() => server.keys.create('ENCRYPT_DECRYPT', false).arn);
    const parts = {
        keys: `  default: { kms: aws, keyId: "${shared}", endpoint: "${endpoint}", region: eu-central-1, tenants: { column: org, keys: { acme: "${acme}", umbrella: "${umbrella}" } } }`,
        tables: '  public.users: { record: "users/{id}", columns: { email: { type: text } } }',
    };
    const key = load(parts).keys.get('default');
    const policies = identity(parts);
    server.principals.allow('AKIDTENANT', ...grantsOf(policies.encrypt, server), ...grantsOf(policies.decrypt, server));
    callAs('AKIDTENANT');
    t.after(() => callAs('AKIDFULL'));
    const { ring: keys } = await ring(t, key);
    const row = { table: 'public.users', record: 'users/1', tenant: 'acme' };
    const [made] = await keys.generate('default', [row]);
    assert.ok((await keys.open('default', keyPartOf(made), row, label)).equals(made.key));
    for (const wrong of [
        { ...row, record: '' },
        { ...row, table: 'public.other' },
    ]) {
        await assert.rejects(async () => keys.generate('default', [wrong]), { sqlstate: '42501' });
    }
    // One tenant's name under another one's KMS key, as somebody with the credentials might ask.
    const stolen = load({
        ...parts,
        keys: parts.keys.replace(`acme: "${acme}", umbrella: "${umbrella}"`, `acme: "${umbrella}", umbrella: "${acme}"`),
    });
    const { ring: other } = await ring(t, stolen.keys.get('default'));
    await assert.rejects(async () => other.generate('default', [row]), { sqlstate: '42501' });
});
//# sourceMappingURL=iam-policies.test.js.map