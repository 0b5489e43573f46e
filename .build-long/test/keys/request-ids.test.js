import assert from 'node:assert/strict';
import { test } from 'node:test';
import { namedKey } from './named-keys.js';
import { keyPartOf, label, ring, users } from './ring.js';
import { startKms } from './test-kms.js';
const ids = () => {
    const told = [];
    return { told, onCall: (id) => told.push(id) };
};
test('per-row: each call of a statement is told by its request id, refused ones too', async (t) => {
    const { server, endpoint } = await startKms(t);
    const arn = server.keys.create('ENCRYPT_DECRYPT', false).arn;
    const { ring: keys } = await ring(t, namedKey({ kms: 'aws', keyId: arn, endpoint }));
    const generated = ids();
    const made = await keys.generate('default', [users, users, users], generated.onCall);
    assert.equal(new Set(generated.told).size, 3);
    const opened = ids();
    await keys.open('default', keyPartOf(made[0]), users, label, opened.onCall);
    assert.equal(opened.told.length, 1);
    const refused = ids();
    const elsewhere = { ...users, record: 'users/2' };
    await assert.rejects(async () => keys.open('default', keyPartOf(made[0]), elsewhere, label, refused.onCall));
    assert.equal(refused.told.length, 1);
    assert.equal(new Set([...generated.told, ...opened.told, ...refused.told]).size, 5);
});
test('those that share one call are all told its id', async (t) => {
    const { server, endpoint } = await startKms(t);
    const arn = server.keys.create('ENCRYPT_DECRYPT', false).arn;
    const { ring: keys } = await ring(t, namedKey({ kms: 'aws', keyId: arn, endpoint }));
    const [made] = await keys.generate('default', [users]);
    await keys.open('default', keyPartOf(made), users, label);
    const release = server.hold();
    const both = [ids(), ids()];
    const opening = both.map(({ onCall }) => keys.open('default', keyPartOf(made), users, label, onCall));
    release();
    await Promise.all(opening);
    assert.equal(server.count('Decrypt'), 2);
    assert.deepEqual(both[0].told, both[1].told);
    assert.equal(both[0].told.length, 1);
});
test('branch: who waits for a branch key is told the call, who finds it at hand is not', async (t) => {
    const { server, endpoint } = await startKms(t);
    const arn = server.keys.create('ENCRYPT_DECRYPT', false).arn;
    const key = namedKey({ kms: 'aws', keyId: arn, endpoint, dataKeys: 'branch' });
    const { ring: keys, store } = await ring(t, key);
    const [first, second, third] = [ids(), ids(), ids()];
    const [made] = (await Promise.all([
        keys.generate('default', [users], first.onCall),
        keys.generate('default', [users], second.onCall),
    ])).flat();
    assert.deepEqual(first.told, second.told);
    assert.equal(first.told.length, 1);
    await keys.generate('default', [users], third.onCall);
    assert.deepEqual(third.told, []);
    const { ring: other } = await ring(t, key, { store });
    const [loading, kept] = [ids(), ids()];
    await other.open('default', keyPartOf(made), users, label, loading.onCall);
    await other.open('default', keyPartOf(made), users, label, kept.onCall);
    assert.equal(loading.told.length, 1);
    assert.deepEqual(kept.told, []);
});
test('mac: the same 32 bytes for the same message, never for one that could be of an index key', async (t) => {
    const { server, endpoint } = await startKms(t);
    const arn = server.keys.create('ENCRYPT_DECRYPT', false).arn;
    const indexKeyId = server.keys.create('GENERATE_VERIFY_MAC', false).arn;
    const { ring: keys } = await ring(t, namedKey({ kms: 'aws', keyId: arn, indexKeyId, endpoint }));
    const { told, onCall } = ids();
    const mac = await keys.mac('default', Buffer.from('a message'), onCall);
    assert.equal(mac.length, 32);
    assert.equal(told.length, 1);
    assert.deepEqual(await keys.mac('default', Buffer.from('a message')), mac);
    await assert.rejects(keys.mac('default', Buffer.from([0, 0, 0, 1])), /internal/);
    const { ring: without } = await ring(t, namedKey({ kms: 'aws', keyId: arn, endpoint }));
    await assert.rejects(without.mac('default', Buffer.from('a message')), /indexKeyId is missing/);
});
//# sourceMappingURL=request-ids.test.js.map