import assert from 'node:assert/strict';
import { test } from 'node:test';
import { namedKey } from './named-keys.js';
import { keyPartOf, label, ring, users } from './ring.js';
import { callAs, startKms } from './test-kms.js';
const of = (tenant) => ({ ...users, tenant });
const refused = (why) => ({ sqlstate: 'XX001', logDetail: why });
for (const dataKeys of ['per-row', 'branch']) {
    test(`${dataKeys}: each tenant has keys of its own, in order, under a context that names it`, async (t) => {
        const { server, endpoint } = await startKms(t);
        const keyId = server.keys.create('ENCRYPT_DECRYPT', false).arn;
        const { ring: keys, store } = await ring(t, namedKey({ kms: 'aws', keyId, endpoint, dataKeys }));
        const contexts = ['acme', 'umbrella', 'acme', '', 'umbrella'].map(of);
        const made = await keys.generate('default', contexts);
        assert.deepEqual(made.map((key) => store.rows.find(({ id }) => id === idOf(key.keyPart)).tenant), contexts.map(({ tenant }) => tenant));
        assert.deepEqual(store.rows.map(({ tenant }) => tenant).toSorted(), ['', 'acme', 'umbrella']);
        assert.deepEqual(server.calls.map(({ context }) => context['pgseal:tenant'] ?? '').toSorted(), dataKeys === 'branch' ? ['', 'acme', 'umbrella'] : ['', 'acme', 'acme', 'umbrella', 'umbrella']);
        for (const [row, key] of made.entries()) {
            const opened = await keys.open('default', keyPartOf(key), contexts[row], label);
            assert.ok(opened.equals(key.key));
        }
    });
    test(`${dataKeys}: a value opens for its own tenant alone, also in a process that did not seal it`, async (t) => {
        const { server, endpoint } = await startKms(t);
        const keyId = server.keys.create('ENCRYPT_DECRYPT', false).arn;
        const config = namedKey({ kms: 'aws', keyId, endpoint, dataKeys });
        const writer = await ring(t, config);
        const [acme, none] = await writer.ring.generate('default', [of('acme'), of('')]);
        for (const store of [writer.store, undefined]) {
            const keys = store === undefined ? writer.ring : (await ring(t, config, { store })).ring;
            const open = async (key, tenant) => keys.open('default', keyPartOf(key), { ...users, tenant }, label);
            await assert.rejects(open(acme, 'umbrella'), refused(/^untrusted: .*another tenant/));
            await assert.rejects(open(acme, ''), refused(/^untrusted: .*another tenant/));
            await assert.rejects(open(none, 'acme'), refused(/^untrusted: .*without a tenant/));
            assert.ok((await open(acme, 'acme')).equals(acme.key));
            assert.ok((await open(acme, undefined)).equals(acme.key), 'where the row does not say');
        }
    });
    test(`${dataKeys}: the database cannot give a key to another tenant`, async (t) => {
        const { server, endpoint } = await startKms(t);
        const keyId = server.keys.create('ENCRYPT_DECRYPT', false).arn;
        const config = namedKey({ kms: 'aws', keyId, endpoint, dataKeys });
        const { ring: writer, store } = await ring(t, config);
        const [made] = await writer.generate('default', [of('acme')]);
        store.change(idOf(made.keyPart), { tenant: 'umbrella' });
        const { ring: reader } = await ring(t, config, { store });
        await assert.rejects(async () => reader.open('default', keyPartOf(made), of('umbrella'), label), refused(/^tampered/));
    });
}
test('a tenant comes from the shared KMS key to its own by rewrap', async (t) => {
    const { server, endpoint } = await startKms(t);
    const [shared, acme] = [0, 1].map(() => server.keys.create('ENCRYPT_DECRYPT', false).arn);
    for (const dataKeys of ['per-row', 'branch']) {
        const common = { kms: 'aws', keyId: shared, endpoint, dataKeys };
        const before = await ring(t, namedKey(common));
        const [made] = await before.ring.generate('default', [of('acme')]);
        const tenants = tenantsOf({ acme: [acme, shared] });
        const { ring: both } = await ring(t, namedKey({ ...common, tenants }), { store: before.store });
        const row = before.store.rows[0];
        assert.equal(await both.isPresent(row), false);
        assert.ok((await both.open('default', keyPartOf(made), of('acme'), label)).equals(made.key));
        let part = keyPartOf(made);
        if (dataKeys === 'per-row') {
            const bytes = (await both.rewrap('default', part, of('acme'), label));
            part = { source: bytes[0], keyId: bytes.subarray(1, 17), wrapped: bytes.subarray(19) };
        }
        else
            before.store.change(row.id, (await both.rewrapRow(row)));
        const own = await ring(t, namedKey({ ...common, tenants: tenantsOf({ acme: [acme] }) }), { store: before.store });
        assert.ok((await own.ring.open('default', part, of('acme'), label)).equals(made.key));
        assert.equal(await own.ring.isPresent(before.store.rows.at(-1)), true);
    }
});
test('mode encrypt-only asks of the keys of listed tenants too whether it may decrypt', async (t) => {
    const { server, endpoint } = await startKms(t);
    const [shared, acme] = [0, 1].map(() => server.keys.create('ENCRYPT_DECRYPT', false).arn);
    const config = namedKey({ kms: 'aws', keyId: shared, endpoint, tenants: tenantsOf({ acme: [acme] }) });
    t.after(() => callAs('AKIDFULL'));
    callAs('AKIDSOME');
    server.principals.allow('AKIDSOME', { operations: ['GenerateDataKey'] }, { operations: ['Decrypt'], keys: [acme] });
    const strict = { mode: 'encrypt-only', prove: true };
    await assert.rejects(ring(t, config, strict), { message: /may decrypt/ });
    server.principals.forget('AKIDSOME');
    server.principals.allow('AKIDSOME', { operations: ['GenerateDataKey'] });
    const { ring: keys } = await ring(t, config, strict);
    await keys.generate('default', [of('acme')]);
});
/** The key id in a key part, as pgseal.keys writes it. */
function idOf(keyPart) {
    return keyPart.toString('hex', 1, 17).replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, '$1-$2-$3-$4-$5');
}
const tenantsOf = (keys, alias) => ({
    column: 'tenant_id',
    keys: new Map(Object.entries(keys)),
    alias,
});
for (const dataKeys of ['per-row', 'branch']) {
    test(`${dataKeys}: tenants have KMS keys of their own, by name or by alias`, async (t) => {
        const { server, endpoint } = await startKms(t);
        const arns = ['shared', 'acme', 'umbrella'].map(() => server.keys.create('ENCRYPT_DECRYPT', false).arn);
        const [shared, acme, umbrella] = arns;
        server.keys.alias('alias/pgseal-umbrella', umbrella);
        const tenants = tenantsOf({ acme: [acme] }, 'alias/pgseal-{tenant}');
        const config = namedKey({ kms: 'aws', keyId: shared, endpoint, dataKeys, tenants });
        const writer = await ring(t, config);
        const made = await writer.ring.generate('default', [of('acme'), of('umbrella'), of('umbrella')]);
        const generated = server.calls.filter(({ operation }) => operation === 'GenerateDataKey');
        assert.deepEqual(generated.map(({ keyId, context }) => [keyId, context['pgseal:tenant']]).toSorted(), [[acme, 'acme'], [umbrella, 'umbrella'], ...(dataKeys === 'branch' ? [] : [[umbrella, 'umbrella']])].toSorted());
        assert.equal(server.count('DescribeKey'), 1, 'an alias is resolved once, an ARN never');
        const reader = await ring(t, config, { store: writer.store });
        for (const [at, tenant] of ['acme', 'umbrella', 'umbrella'].entries()) {
            const opened = await reader.ring.open('default', keyPartOf(made[at]), of(tenant), label);
            assert.ok(opened.equals(made[at].key));
        }
        server.keys.find(acme).state = 'Disabled';
        const late = await ring(t, config, { store: writer.store });
        await assert.rejects(async () => late.ring.open('default', keyPartOf(made[0]), of('acme'), label), {
            sqlstate: '58000',
        });
        await late.ring.open('default', keyPartOf(made[1]), of('umbrella'), label);
    });
    test(`${dataKeys}: a tenant without a KMS key is refused by its column, and not by its name`, async (t) => {
        const { server, endpoint } = await startKms(t);
        const keyId = server.keys.create('ENCRYPT_DECRYPT', false).arn;
        const byAlias = tenantsOf({}, 'alias/pgseal-{tenant}');
        for (const [tenants, names] of [
            [tenantsOf({ acme: [keyId] }), ['umbrella', 'Acme', '', '__proto__']],
            [byAlias, ['umbrella', 'a/b', 'a b', '', '{tenant}', 'é']],
        ]) {
            const { ring: keys, store } = await ring(t, namedKey({ kms: 'aws', keyId, endpoint, dataKeys, tenants }));
            for (const name of names) {
                await assert.rejects(async () => keys.generate('default', [of(name)]), {
                    sqlstate: '22023',
                    message: 'no KMS key for the tenant in column "tenant_id"',
                });
            }
            assert.equal(store.rows.length, 0);
        }
        assert.equal(server.count('GenerateDataKey'), 0);
    });
    test(`${dataKeys}: a tenant's row that names another's KMS key, or the shared one, opens nothing`, async (t) => {
        const { server, endpoint } = await startKms(t);
        const [shared, acme, umbrella] = [0, 1, 2].map(() => server.keys.create('ENCRYPT_DECRYPT', false).arn);
        const config = namedKey({
            kms: 'aws',
            keyId: shared,
            endpoint,
            dataKeys,
            tenants: tenantsOf({ acme: [acme], umbrella: [umbrella] }),
        });
        const { ring: writer, store } = await ring(t, config);
        const [made] = await writer.generate('default', [of('acme')]);
        const id = idOf(made.keyPart);
        for (const change of [{ arn: umbrella }, { arn: shared }, { tenant: 'umbrella' }, { tenant: 'other' }]) {
            const original = store.rows.find((row) => row.id === id);
            store.change(id, change);
            const { ring: reader } = await ring(t, config, { store });
            const tenant = change.tenant ?? 'acme';
            await assert.rejects(async () => reader.open('default', keyPartOf(made), of(tenant), label), refused(/^untrusted: .*tenant/));
            store.change(id, original);
        }
        assert.equal(server.count('Decrypt'), 0);
    });
    test(`${dataKeys}: a tenant's earlier KMS key opens where the map still lists it`, async (t) => {
        const { server, endpoint } = await startKms(t);
        const [old, next] = [0, 1].map(() => server.keys.create('ENCRYPT_DECRYPT', false).arn);
        const config = (tenants) => namedKey({ kms: 'aws', keyId: old, endpoint, dataKeys, tenants });
        const { ring: writer, store } = await ring(t, config(tenantsOf({ acme: [old] })));
        const [made] = await writer.generate('default', [of('acme')]);
        const both = await ring(t, config(tenantsOf({ acme: [next, old] })), { store });
        assert.ok((await both.ring.open('default', keyPartOf(made), of('acme'), label)).equals(made.key));
        await both.ring.generate('default', [of('acme')]);
        assert.equal(store.rows.at(-1)?.arn, next);
        const after = await ring(t, config(tenantsOf({ acme: [next] })), { store });
        await assert.rejects(async () => after.ring.open('default', keyPartOf(made), of('acme'), label), {
            logDetail: /^untrusted/,
        });
    });
    test(`${dataKeys}: a retired tenant is out of use within the cache's age, the others are not`, async (t) => {
        const { server, endpoint } = await startKms(t);
        const keyId = server.keys.create('ENCRYPT_DECRYPT', false).arn;
        let time = 0;
        const cache = { maxAgeMs: 60_000, maxUses: 2 ** 28, maxBytes: 2 ** 36 };
        const { ring: keys, store } = await ring(t, namedKey({ kms: 'aws', keyId, endpoint, dataKeys, cache }), {
            now: () => time,
        });
        const [acme, umbrella] = await keys.generate('default', [of('acme'), of('umbrella')]);
        const open = async (key, tenant) => keys.open('default', keyPartOf(key), of(tenant), label);
        await open(acme, 'acme');
        store.change(idOf(acme.keyPart), { retired: new Date() });
        time += 60_000;
        await assert.rejects(open(acme, 'acme'), refused(/^untrusted: .*shredded/));
        await assert.rejects(async () => keys.generate('default', [of('acme')]), { sqlstate: '55000' });
        await open(umbrella, 'umbrella');
        await keys.generate('default', [of('umbrella')]);
    });
}
//# sourceMappingURL=tenants.test.js.map