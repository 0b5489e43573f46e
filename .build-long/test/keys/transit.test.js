import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { inspect } from 'node:util';
import { CallSlots } from '../../src/keys/call-slots.js';
import { defaultCallPolicy, ServiceCalls } from '../../src/keys/service-calls.js';
import { createTransitProvider } from '../../src/keys/transit.js';
import { encodeParts } from '../../src/seal/parts.js';
import { MemoryLog } from './named-keys.js';
import { keyPartOf, label, ring, users } from './ring.js';
import { anyTransit, startTransit, transitKey } from './test-transit.js';
const record = { table: 'public.users', record: 'users/42', tenant: '' };
const quick = { ...defaultCallPolicy, attemptMs: 150, pauseMs: { outage: 1, throttled: 1 } };
test('transit: a data key a row, opened under its own context alone, by its own key alone', async (t) => {
    const engine = await anyTransit(t);
    const [keyId, other] = [await engine.create(), await engine.create()];
    const { ring: keys, store } = await ring(t, transitKey(engine, { keyId, context: { app: 'billing' } }));
    const made = await keys.generate('default', [record, record]);
    assert.equal(new Set(made.map(({ key }) => key.export().toString('hex'))).size, 2);
    const part = keyPartOf(made[0]);
    // u8 version, u32 version of the key, 12 nonce, 32 ciphertext, 16 tag
    assert.equal(part.wrapped.length, 65);
    assert.equal(part.wrapped.toString('hex', 0, 5), '0100000001');
    assert.ok((await keys.open('default', part, record, label)).equals(made[0].key));
    for (const wrong of [
        { ...record, record: 'users/43' },
        { ...record, table: 'public.orders' },
        { ...record, record: '' },
    ]) {
        await assert.rejects(async () => keys.open('default', part, wrong, label), { sqlstate: 'XX001' });
    }
    for (let at = 0; at < part.wrapped.length; at += 1) {
        const wrapped = Buffer.from(part.wrapped);
        wrapped[at] ^= 1;
        // A version that the key has not got is told apart by the service, and by nobody else.
        await assert.rejects(async () => keys.open('default', { ...part, wrapped }, record, label), {
            sqlstate: /^(XX001|58000)$/,
        });
    }
    const moved = await ring(t, transitKey(engine, { keyId: other, context: { app: 'billing' } }), { store });
    await assert.rejects(async () => moved.ring.open('default', part, record, label), { sqlstate: 'XX001' });
    const both = transitKey(engine, { keyId: other, previousKeyIds: [keyId], context: { app: 'billing' } });
    const trusting = await ring(t, both, { store });
    assert.ok((await trusting.ring.open('default', part, record, label)).equals(made[0].key));
    const bytes = await trusting.ring.rewrap('default', part, record, label);
    assert.equal(bytes?.length, 1 + 16 + 2 + 65);
    const again = { ...part, keyId: bytes.subarray(1, 17), wrapped: bytes.subarray(19) };
    assert.ok((await moved.ring.open('default', again, record, label)).equals(made[0].key));
});
test('transit: the context goes as one canonical text, and requests have the ids that the service gave', async (t) => {
    const engine = await startTransit(t);
    const keyId = await engine.create();
    const given = transitKey(engine, { keyId, context: { b: '2', a: 'é' } }, { namespace: 'team' });
    const { ring: keys } = await ring(t, given);
    engine.server.calls.length = 0;
    const ids = [];
    const [made] = await keys.generate('default', [record], (id) => ids.push(id));
    await keys.open('default', keyPartOf(made), record, label, (id) => ids.push(id));
    const pairs = ['a', 'é', 'b', '2', 'pgseal:record', 'users/42', 'pgseal:table', 'public.users'];
    const context = encodeParts(['pgseal/transit/1', ...pairs]).toString('base64');
    assert.deepEqual(engine.server.calls.map(({ path, body, namespace }) => [path, body.context, namespace]), [
        [`transit/datakey/plaintext/${keyId}`, context, 'team'],
        [`transit/decrypt/${keyId}`, context, 'team'],
    ]);
    assert.deepEqual(ids, engine.server.calls.map(({ requestId }) => requestId));
});
test('transit: a key that would not bind the context is refused at the start', async (t) => {
    const engine = await anyTransit(t);
    for (const [parameters, reason] of [
        [{}, /is not derived/],
        [{ derived: true, convergent_encryption: true }, /is convergent/],
        [{ type: 'rsa-2048' }, /authenticated kind/],
    ]) {
        const keyId = await engine.create(parameters);
        await assert.rejects(() => ring(t, transitKey(engine, { keyId })), { sqlstate: 'F0000', message: reason });
    }
    await assert.rejects(() => ring(t, transitKey(engine, { keyId: 'not-there' })), { message: /does not exist$/ });
});
test('transit: index keys are the same for ever, whatever their key is rotated to', async (t) => {
    const engine = await anyTransit(t);
    const [keyId, indexKeyId] = [await engine.create(), await engine.create({ type: 'hmac', key_size: 32 })];
    const first = await ring(t, transitKey(engine, { keyId, indexKeyId }));
    const id = await first.ring.obtainIndexKey('default', 'group');
    assert.equal(first.store.rows.at(-1)?.wrapped, null);
    await engine.operate(`keys/${indexKeyId}/rotate`);
    const second = await ring(t, transitKey(engine, { keyId, indexKeyId }), { store: first.store });
    await second.ring.loadIndexKeys([id]);
    assert.ok(second.ring.indexKey(id).equals(first.ring.indexKey(id)));
});
test('transit: versions rotate; one that is no longer allowed is told apart from a broken value', async (t) => {
    const engine = await anyTransit(t);
    const keyId = await engine.create();
    const { ring: keys } = await ring(t, transitKey(engine, { keyId }));
    const [old] = await keys.generate('default', [users]);
    await engine.operate(`keys/${keyId}/rotate`);
    const [young] = await keys.generate('default', [users]);
    assert.equal(keyPartOf(young).wrapped.readUInt32BE(1), 2);
    for (const made of [old, young]) {
        assert.ok((await keys.open('default', keyPartOf(made), users, label)).equals(made.key));
    }
    const calls = new ServiceCalls({
        namedKey: 'default',
        slots: new CallSlots(2),
        policy: defaultCallPolicy,
        now: () => performance.now(),
        log: new MemoryLog(),
    });
    const key = transitKey(engine, { keyId });
    const provider = createTransitProvider({ ...key.transit, ...key, namedKey: 'default', keyId }, calls, () => 0);
    t.after(() => provider.close());
    const context = { 'pgseal:table': 'public.users' };
    const rewrapped = await provider.rewrap(`transit/keys/${keyId}`, keyPartOf(old).wrapped, context, context);
    assert.equal(rewrapped.readUInt32BE(1), 2, 'by the service, to its newest version');
    await engine.operate(`keys/${keyId}/config`, { min_decryption_version: 2 });
    await assert.rejects(async () => keys.open('default', keyPartOf(old), users, label), {
        sqlstate: '58000',
        message: /no longer allows the version that was used$/,
    });
    const moved = { ...keyPartOf(old), wrapped: rewrapped };
    assert.ok((await keys.open('default', moved, users, label)).equals(old.key));
});
test('transit: rights to seal and to open are apart, and the dry run tells', async (t) => {
    const engine = await startTransit(t);
    const [keyId, indexKeyId] = [await engine.create(), await engine.create({ type: 'hmac' })];
    const writer = engine.server.issue({
        'sys/capabilities-self': ['update'],
        [`transit/keys/${keyId}`]: ['read'],
        [`transit/datakey/plaintext/${keyId}`]: ['update'],
        [`transit/hmac/${indexKeyId}/sha2-256`]: ['update'],
    });
    const key = transitKey(engine, { keyId, indexKeyId }, { token: writer });
    const made = await ring(t, key, { mode: 'encrypt-only', prove: true });
    assert.match(made.log.lines.join(), /denies decryption/);
    const [dataKey] = await made.ring.generate('default', [users]);
    await made.ring.obtainIndexKey('default', 'g');
    assert.equal(engine.server.count('decrypt'), 0);
    const full = await ring(t, key, { store: made.store });
    await assert.rejects(async () => full.ring.open('default', keyPartOf(dataKey), users, label), {
        sqlstate: '42501',
        message: 'permission denied by the key service of named key "default" for decrypt',
    });
    const reader = transitKey(engine, { keyId, indexKeyId });
    await assert.rejects(() => ring(t, reader, { mode: 'encrypt-only', prove: true }), { message: /may decrypt$/ });
    const exporter = engine.server.issue({ ...policyOf(keyId), [`transit/export/encryption-key/${keyId}`]: ['read'] });
    const exporting = transitKey(engine, { keyId }, { token: exporter });
    await assert.rejects(() => ring(t, exporting, { mode: 'encrypt-only', prove: true }), { message: /may decrypt$/ });
});
const policyOf = (keyId) => ({
    'sys/capabilities-self': ['update'],
    [`transit/keys/${keyId}`]: ['read'],
    [`transit/datakey/plaintext/${keyId}`]: ['update'],
});
test('transit: a token file is read again when its token is refused, and when it changes', async (t) => {
    const engine = await startTransit(t);
    const keyId = await engine.create();
    const folder = mkdtempSync(join(tmpdir(), 'pgseal-transit-'));
    t.after(() => rmSync(folder, { recursive: true }));
    const tokenFile = join(folder, 'token');
    const [first, second, third] = [1, 2, 3].map(() => engine.server.issue(policyOf(keyId)));
    writeFileSync(tokenFile, `${first}\n`);
    let clock = 0;
    const key = transitKey(engine, { keyId }, { token: undefined, tokenFile });
    const { ring: keys } = await ring(t, key, { now: () => clock });
    const generate = async () => {
        await keys.generate('default', [users]);
        return engine.server.calls.at(-1)?.token;
    };
    assert.equal(await generate(), first);
    writeFileSync(tokenFile, `${second}  `);
    engine.server.revoke(first);
    assert.equal(await generate(), second);
    writeFileSync(tokenFile, `${third}`);
    clock += 1_000;
    assert.equal(await generate(), third);
    rmSync(tokenFile);
    clock += 1_000;
    assert.equal(await generate(), third, 'a file that is being replaced');
    engine.server.revoke(third);
    await assert.rejects(generate, { sqlstate: '42501' });
    const missing = transitKey(engine, { keyId }, { token: undefined, tokenFile: join(folder, 'missing') });
    await assert.rejects(() => ring(t, missing, { callPolicy: quick }), {
        sqlstate: '58000',
        message: /no token for it$/,
    });
});
test('transit: trouble is told apart, asked again where that helps, and says nothing secret', async (t) => {
    const engine = await startTransit(t);
    const keyId = await engine.create();
    const { ring: keys } = await ring(t, transitKey(engine, { keyId }), { callPolicy: quick });
    const generate = async () => keys.generate('default', [users]);
    const [made] = await generate();
    const secrets = [made.key.export(), keyPartOf(made).wrapped.subarray(5)].map((bytes) => bytes.toString('base64'));
    const error = (status) => ({ kind: 'error', status, type: `quotes ${secrets[0]}` });
    for (const [fault, times, sqlstate, message] of [
        [{ kind: 'throttle' }, 3, '53000', /too many requests/],
        [error(503), 3, '58000', /it is sealed, or not ready$/],
        [error(500), 3, '58000', /it failed$/],
        [error(412), 3, '58000', /cannot answer yet$/],
        [{ kind: 'drop' }, 3, '58000', /broke off$/],
        [{ kind: 'hang' }, 3, '58000', /no answer in time$/],
        [error(400), 1, '58000', /refuses the request$/],
        [error(403), 1, '42501', /for datakey$/],
        [error(404), 1, '58000', /does not exist$/],
    ]) {
        engine.server.calls.length = 0;
        engine.server.fail(fault, times);
        await assert.rejects(generate, (thrown) => {
            assert.equal(thrown.sqlstate, sqlstate);
            assert.match(thrown.message, message);
            const text = inspect(thrown, { depth: 10, showHidden: true });
            for (const secret of secrets)
                assert.ok(!text.includes(secret));
            return true;
        });
        assert.equal(engine.server.calls.length, times);
        await generate();
        if (times === 1)
            continue;
        engine.server.fail(fault);
        await generate();
    }
    const { address } = await stopped(t);
    const away = transitKey({ ...engine, address }, { keyId });
    await assert.rejects(() => ring(t, away, { callPolicy: quick }), { message: /connection refused$/ });
});
async function stopped(t) {
    const engine = await startTransit(t);
    await engine.server.close();
    return engine;
}
//# sourceMappingURL=transit.test.js.map