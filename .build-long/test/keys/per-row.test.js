import assert from 'node:assert/strict';
import { test } from 'node:test';
import { namedKey } from './named-keys.js';
import { keyPartOf, label, ring, users } from './ring.js';
import { createKey, startKms } from './test-kms.js';
const contexts = (count) => Array.from({ length: count }, (_, row) => ({ table: 'public.users', record: `users/${row}`, tenant: '' }));
test('per-row: exactly one GenerateDataKey a row, with its context, in order, never more at once than the bound', async (t) => {
    const { server, endpoint } = await startKms(t);
    const arn = server.keys.create('ENCRYPT_DECRYPT', false).arn;
    const { ring: keys, store } = await ring(t, namedKey({ kms: 'aws', keyId: arn, endpoint, context: { app: 'billing' } }));
    const release = server.hold();
    const full = server.reached(50);
    const generating = keys.generate('default', contexts(300));
    await full;
    release();
    const made = await generating;
    assert.equal(server.count('GenerateDataKey'), 300);
    assert.equal(server.calls.length, 300);
    assert.equal(server.mostActive, 50);
    assert.deepEqual(new Set(server.calls.map((call) => JSON.stringify([call.keyId, call.context]))), new Set(contexts(300).map(({ table, record }) => JSON.stringify([arn, { 'pgseal:table': table, 'pgseal:record': record, app: 'billing' }]))));
    assert.equal(store.rows.length, 1);
    const opened = await Promise.all(made.map((key, row) => keys.open('default', keyPartOf(key), contexts(300)[row], label)));
    assert.ok(opened.every((key, row) => key.equals(made[row].key)));
    assert.equal(server.count('Decrypt'), 300);
    assert.ok(server.calls.every((call) => call.keyId === arn), 'Decrypt always names the key');
    assert.equal(server.mostActive, 50);
});
test('per-row: rows with equal contexts have data keys of their own', async (t) => {
    const { server, endpoint } = await startKms(t);
    const arn = server.keys.create('ENCRYPT_DECRYPT', false).arn;
    const { ring: keys } = await ring(t, namedKey({ kms: 'aws', keyId: arn, endpoint }));
    const made = await keys.generate('default', [users, users, users]);
    assert.equal(server.count('GenerateDataKey'), 3);
    assert.equal(new Set(made.map(({ key }) => key.export().toString('hex'))).size, 3);
});
test('two that open the same wrapped key at the same time share one call', async (t) => {
    const { server, endpoint } = await startKms(t);
    const arn = server.keys.create('ENCRYPT_DECRYPT', false).arn;
    const { ring: keys } = await ring(t, namedKey({ kms: 'aws', keyId: arn, endpoint }));
    const [made] = await keys.generate('default', [users]);
    const part = keyPartOf(made);
    await keys.open('default', part, users, label);
    assert.equal(server.count('Decrypt'), 1);
    const release = server.hold();
    const opening = Array.from({ length: 20 }, () => keys.open('default', part, users, label));
    release();
    for (const key of await Promise.all(opening))
        assert.ok(key.equals(made.key));
    assert.equal(server.count('Decrypt'), 2, 'and nothing is kept for the next statement');
});
test('a wrapped key under another context, record or table is refused as XX001', async (t) => {
    const { server, endpoint } = await startKms(t);
    const arn = server.keys.create('ENCRYPT_DECRYPT', false).arn;
    const { ring: keys } = await ring(t, namedKey({ kms: 'aws', keyId: arn, endpoint }));
    const [made] = await keys.generate('default', [{ table: 'public.users', record: 'users/1', tenant: '' }]);
    for (const context of [
        { table: 'public.users', record: 'users/2', tenant: '' },
        { table: 'public.users', record: '', tenant: '' },
        { table: 'public.orders', record: 'users/1', tenant: '' },
    ]) {
        await assert.rejects(async () => keys.open('default', keyPartOf(made), context, label), {
            sqlstate: 'XX001',
            message: `could not open a sealed value of column "${label}"`,
            logDetail: /^tampered: Decrypt: InvalidCiphertextException, request [0-9a-f-]+$/,
        });
    }
});
test('a key part is refused unless the map trusts the key its row names', async (t) => {
    const { server, endpoint } = await startKms(t);
    const trusted = server.keys.create('ENCRYPT_DECRYPT', false).arn;
    const other = server.keys.create('ENCRYPT_DECRYPT', false).arn;
    const { ring: keys } = await ring(t, namedKey({ kms: 'aws', keyId: other, endpoint }));
    const [foreign] = await keys.generate('default', [users]);
    const part = keyPartOf(foreign);
    const refusal = (logDetail) => ({ sqlstate: 'XX001', logDetail });
    const fresh = async (change) => {
        const { ring: reader, store } = await ring(t, namedKey({ kms: 'aws', keyId: trusted, endpoint }));
        const [own] = await reader.generate('default', [users]);
        store.change(store.rows[0].id, change);
        return { reader, own: keyPartOf(own) };
    };
    const none = await fresh({});
    await assert.rejects(async () => none.reader.open('default', part, users, label), refusal(/no row of pgseal.keys/));
    for (const [change, why] of [
        [{ arn: other }, /^untrusted: .* a KMS key that the map does not trust/],
        [{ namedKey: 'phone' }, /^untrusted: .* another named key/],
        [{ provider: 'local' }, /^untrusted: .* another provider/],
        [{ kind: 'branch' }, /^untrusted: .* of kind branch/],
    ]) {
        const { reader, own } = await fresh(change);
        const before = server.count('Decrypt');
        await assert.rejects(async () => reader.open('default', own, users, label), refusal(why));
        assert.equal(server.count('Decrypt'), before, 'the KMS is not asked');
    }
});
test('keys of previousKeyIds open and do not seal; an alias is resolved once, by the KMS', async (t) => {
    const { server, endpoint } = await startKms(t);
    const old = server.keys.create('ENCRYPT_DECRYPT', false);
    const next = server.keys.create('ENCRYPT_DECRYPT', false);
    server.keys.alias('alias/pgseal', old.id);
    const before = await ring(t, namedKey({ kms: 'aws', keyId: 'alias/pgseal', endpoint }));
    const [made] = await before.ring.generate('default', [users]);
    server.keys.alias('alias/pgseal', next.id);
    const moved = await before.ring.generate('default', [users]);
    assert.equal(server.calls.at(-1)?.keyId, old.arn, 'an alias that moves changes nothing before the next start');
    const after = await ring(t, namedKey({ kms: 'aws', keyId: 'alias/pgseal', previousKeyIds: [old.arn], endpoint }), {
        store: before.store,
    });
    assert.deepEqual(after.ring.status()[0]?.trusted, [next.arn, old.arn]);
    for (const key of [made, moved[0]]) {
        assert.ok((await after.ring.open('default', keyPartOf(key), users, label)).equals(key.key));
    }
    await after.ring.generate('default', [users]);
    assert.equal(server.calls.at(-1)?.keyId, next.arn);
    assert.deepEqual(after.store.rows.map(({ arn }) => arn), [old.arn, next.arn]);
});
test('a multi-Region key is the same key in another region; no other key is', async (t) => {
    const { server, endpoint } = await startKms(t);
    const key = server.keys.create('ENCRYPT_DECRYPT', true);
    const { ring: keys, store } = await ring(t, namedKey({ kms: 'aws', keyId: key.arn, endpoint }));
    const [made] = await keys.generate('default', [users]);
    store.change(store.rows[0].id, { arn: key.arn.replace('eu-central-1', 'us-east-1') });
    assert.ok((await keys.open('default', keyPartOf(made), users, label)).equals(made.key));
    assert.equal(server.calls.at(-1)?.keyId, key.arn, 'it is called where the map says');
    const single = await ring(t, namedKey({ kms: 'aws', keyId: server.keys.create('ENCRYPT_DECRYPT', false).arn, endpoint }));
    const [plain] = await single.ring.generate('default', [users]);
    const [row] = single.store.rows;
    single.store.change(row.id, { arn: row.arn.replace('eu-central-1', 'us-east-1') });
    await assert.rejects(async () => single.ring.open('default', keyPartOf(plain), users, label), /could not open/);
});
test('the pairs of the map are kept with the key: values sealed under older pairs open', async (t) => {
    const { server, endpoint } = await startKms(t);
    const keyId = server.keys.create('ENCRYPT_DECRYPT', false).arn;
    const before = await ring(t, namedKey({ kms: 'aws', keyId, endpoint, context: { app: 'a' } }));
    const [made] = await before.ring.generate('default', [users]);
    const after = await ring(t, namedKey({ kms: 'aws', keyId, endpoint, context: { app: 'b' } }), { store: before.store });
    assert.ok((await after.ring.open('default', keyPartOf(made), users, label)).equals(made.key));
    await after.ring.generate('default', [users]);
    assert.deepEqual(server.calls.at(-1)?.context, { 'pgseal:table': 'public.users', app: 'b' });
    assert.equal(after.store.rows.length, 2);
});
test('sources 0 and 1 both open, whatever dataKeys says', async (t) => {
    const { server, endpoint } = await startKms(t);
    const keyId = await createKey(endpoint, {});
    const row = await ring(t, namedKey({ kms: 'aws', keyId, endpoint }));
    const branch = await ring(t, namedKey({ kms: 'aws', keyId, endpoint, dataKeys: 'branch' }), { store: row.store });
    const [ofRow] = await row.ring.generate('default', [users]);
    const [ofBranch] = await branch.ring.generate('default', [users]);
    assert.equal(ofRow.keyPart[0], 1);
    assert.equal(ofBranch.keyPart[0], 0);
    assert.ok((await row.ring.open('default', keyPartOf(ofBranch), users, label)).equals(ofBranch.key));
    assert.ok((await branch.ring.open('default', keyPartOf(ofRow), users, label)).equals(ofRow.key));
    assert.equal(server.count('Decrypt'), 2);
});
//# sourceMappingURL=per-row.test.js.map