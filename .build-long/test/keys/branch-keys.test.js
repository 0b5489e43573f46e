import assert from 'node:assert/strict';
import { test } from 'node:test';
import { namedKey } from './named-keys.js';
import { keyPartOf, label, ring, users } from './ring.js';
import { startKms } from './test-kms.js';
const many = (count) => Array.from({ length: count }, () => users);
test('branch: 10,000 data keys cost one GenerateDataKey and one row; a warm ring answers at once', async (t) => {
    const { server, endpoint } = await startKms(t);
    const keyId = server.keys.create('ENCRYPT_DECRYPT', false).arn;
    const { ring: keys, store } = await ring(t, namedKey({ kms: 'aws', keyId, endpoint, dataKeys: 'branch' }));
    const first = keys.generate('default', many(100));
    assert.ok(first instanceof Promise);
    await first;
    for (let i = 0; i < 99; i++)
        assert.ok(Array.isArray(keys.generate('default', many(100))));
    assert.deepEqual(server.calls.map(({ operation }) => operation), ['GenerateDataKey']);
    assert.equal(store.rows.length, 1);
    const [row] = store.rows;
    assert.deepEqual(server.calls[0]?.context, {
        'pgseal:id': row.id,
        'pgseal:kind': 'branch',
        'pgseal:key': 'default',
        'pgseal:created': row.created.toISOString(),
    });
});
test('branch: every data key is another, and opens at once in the process that made its branch key', async (t) => {
    const { server, endpoint } = await startKms(t);
    const keyId = server.keys.create('ENCRYPT_DECRYPT', false).arn;
    const { ring: keys } = await ring(t, namedKey({ kms: 'aws', keyId, endpoint, dataKeys: 'branch' }));
    const made = await keys.generate('default', many(500));
    assert.equal(new Set(made.map(({ key }) => key.export().toString('hex'))).size, 500);
    assert.equal(new Set(made.map(({ keyPart }) => keyPart.toString('hex'))).size, 500);
    for (const key of made) {
        const opened = keys.open('default', keyPartOf(key), users, label);
        assert.ok(!(opened instanceof Promise) && opened.equals(key.key));
    }
    assert.equal(server.count('Decrypt'), 0);
});
test('the row of a branch key is stored before any data key under it is given out', async (t) => {
    const { server, endpoint } = await startKms(t);
    const keyId = server.keys.create('ENCRYPT_DECRYPT', false).arn;
    const { ring: keys, store } = await ring(t, namedKey({ kms: 'aws', keyId, endpoint, dataKeys: 'branch' }));
    store.failures.push(Object.assign(new Error('connection lost'), { code: '08006' }));
    await assert.rejects(async () => keys.generate('default', [users]), {
        sqlstate: '58000',
        logDetail: 'pgseal.keys: 08006',
    });
    assert.equal(store.rows.length, 0);
    await keys.generate('default', [users]);
    assert.equal(store.rows.length, 1);
    assert.equal(server.count('GenerateDataKey'), 2, 'a branch key that could not be stored is never used');
});
test('many that wait for a branch key share one', async (t) => {
    const { server, endpoint } = await startKms(t);
    const keyId = server.keys.create('ENCRYPT_DECRYPT', false).arn;
    const { ring: keys } = await ring(t, namedKey({ kms: 'aws', keyId, endpoint, dataKeys: 'branch' }));
    await Promise.all(Array.from({ length: 100 }, () => keys.generate('default', many(3))));
    assert.equal(server.count('GenerateDataKey'), 1);
});
test('a branch key is used no more often than maxUses and maxBytes say', async (t) => {
    const { server, endpoint } = await startKms(t);
    const keyId = server.keys.create('ENCRYPT_DECRYPT', false).arn;
    for (const cache of [
        { maxAgeMs: 300_000, maxUses: 10, maxBytes: 2 ** 40 },
        { maxAgeMs: 300_000, maxUses: 2 ** 40, maxBytes: 335 },
    ]) {
        const { ring: keys, store } = await ring(t, namedKey({ kms: 'aws', keyId, endpoint, dataKeys: 'branch', cache }));
        const made = await keys.generate('default', many(25));
        await Promise.all([keys.generate('default', many(3)), keys.generate('default', many(2))]);
        assert.equal(store.rows.length, 3);
        const uses = new Map();
        for (const { keyPart } of made) {
            const id = keyPart.toString('hex', 1, 17);
            uses.set(id, (uses.get(id) ?? 0) + 1);
        }
        assert.deepEqual([...uses.values()], [10, 10, 5]);
    }
    assert.equal(server.count('GenerateDataKey'), 6);
});
test('an age or a number of uses of nothing still seals', async (t) => {
    const { server, endpoint } = await startKms(t);
    const keyId = server.keys.create('ENCRYPT_DECRYPT', false).arn;
    const cache = { maxAgeMs: 0, maxUses: 0, maxBytes: 0 };
    const { ring: keys } = await ring(t, namedKey({ kms: 'aws', keyId, endpoint, dataKeys: 'branch', cache }));
    assert.equal((await keys.generate('default', many(3))).length, 3);
    assert.equal(server.count('GenerateDataKey'), 3);
});
test('a branch key past its age seals no more, and opens only after the KMS was asked again', async (t) => {
    const { server, endpoint } = await startKms(t);
    const kmsKey = server.keys.create('ENCRYPT_DECRYPT', false);
    let now = 0;
    const { ring: keys } = await ring(t, namedKey({ kms: 'aws', keyId: kmsKey.arn, endpoint, dataKeys: 'branch' }), {
        now: () => now,
    });
    const [made] = await keys.generate('default', [users]);
    now = 299_999;
    assert.ok(Array.isArray(keys.generate('default', [users])));
    assert.ok(!(keys.open('default', keyPartOf(made), users, label) instanceof Promise));
    now = 300_000;
    assert.ok((await keys.open('default', keyPartOf(made), users, label)).equals(made.key));
    assert.equal(server.count('Decrypt'), 1);
    await keys.generate('default', [users]);
    assert.equal(server.count('GenerateDataKey'), 2);
    // Disabling the KMS key stops opening and sealing within the age.
    kmsKey.state = 'Disabled';
    now = 600_000;
    await assert.rejects(async () => keys.open('default', keyPartOf(made), users, label), {
        sqlstate: '58000',
        logDetail: /^Decrypt: DisabledException/,
    });
    await assert.rejects(async () => keys.generate('default', [users]), { sqlstate: '58000' });
});
test('another process opens what was sealed here, and seals under a branch key of its own: one Decrypt a branch key', async (t) => {
    const { server, endpoint } = await startKms(t);
    const keyId = server.keys.create('ENCRYPT_DECRYPT', false).arn;
    const key = namedKey({ kms: 'aws', keyId, endpoint, dataKeys: 'branch' });
    const here = await ring(t, key);
    const made = await here.ring.generate('default', many(50));
    const there = await ring(t, key, { store: here.store });
    const opened = await Promise.all(made.map((one) => there.ring.open('default', keyPartOf(one), users, label)));
    assert.ok(opened.every((one, row) => one.equals(made[row].key)));
    assert.equal(server.count('Decrypt'), 1, 'single flight');
    assert.equal(here.store.finds, 1);
    const [own] = await there.ring.generate('default', [users]);
    assert.notEqual(own.keyPart.toString('hex', 1, 17), made[0].keyPart.toString('hex', 1, 17));
});
test('a branch key whose row was changed does not open', async (t) => {
    const { server, endpoint } = await startKms(t);
    const keyId = server.keys.create('ENCRYPT_DECRYPT', false).arn;
    const other = server.keys.create('ENCRYPT_DECRYPT', false).arn;
    const key = namedKey({ kms: 'aws', keyId, endpoint, dataKeys: 'branch' });
    for (const [change, logDetail] of [
        [{ arn: other }, /^untrusted/],
        [{ namedKey: 'phone' }, /^untrusted/],
        [{ provider: 'local' }, /^untrusted/],
        [{ kind: 'kms' }, /^untrusted/],
        [{ tenant: 'other' }, /^tampered/],
        [{ created: new Date(0) }, /^tampered/],
        [{ context: { app: 'other' } }, /^tampered/],
        [{ wrapped: Buffer.alloc(120, 1) }, /^tampered/],
        [{ wrapped: null }, /^tampered/],
    ]) {
        const here = await ring(t, key);
        const [made] = await here.ring.generate('default', [users]);
        here.store.change(here.store.rows[0].id, change);
        const there = await ring(t, key, { store: here.store });
        await assert.rejects(async () => there.ring.open('default', keyPartOf(made), users, label), {
            sqlstate: 'XX001',
            logDetail,
        });
    }
});
test('a wrapped data key that was changed, or moved to another branch key, does not open', async (t) => {
    const { server, endpoint } = await startKms(t);
    const keyId = server.keys.create('ENCRYPT_DECRYPT', false).arn;
    const cache = { maxAgeMs: 300_000, maxUses: 1, maxBytes: 2 ** 40 };
    const { ring: keys } = await ring(t, namedKey({ kms: 'aws', keyId, endpoint, dataKeys: 'branch', cache }));
    const [a, b] = (await keys.generate('default', [users, users])).map(keyPartOf);
    const refused = { sqlstate: 'XX001', logDetail: /^tampered: the data key does not unwrap/ };
    await assert.rejects(async () => keys.open('default', { ...a, keyId: b.keyId }, users, label), refused);
    for (let at = 0; at < a.wrapped.length; at++) {
        const wrapped = Buffer.from(a.wrapped);
        wrapped[at] ^= 1;
        await assert.rejects(async () => keys.open('default', { ...a, wrapped }, users, label), refused);
    }
});
//# sourceMappingURL=branch-keys.test.js.map