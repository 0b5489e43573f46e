import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { writeKeyFile } from '../../src/keys/key-file.js';
import { MemoryKeyStore } from './memory-key-store.js';
import { namedKey } from './named-keys.js';
import { ring } from './ring.js';
import { anyKms, callAs, createKey, startKms } from './test-kms.js';
const hmac = { KeySpec: 'HMAC_256', KeyUsage: 'GENERATE_VERIFY_MAC' };
function newKeyFile(t) {
    const folder = mkdtempSync(join(tmpdir(), 'pgseal-keys-'));
    t.after(() => rmSync(folder, { recursive: true }));
    const keyFile = join(folder, 'key');
    writeKeyFile(keyFile);
    return keyFile;
}
test('aws with indexKeyId: the index key comes from GenerateMac, and no secret is stored', async (t) => {
    const { endpoint, arn } = await anyKms(t);
    const key = namedKey({ kms: 'aws', keyId: arn, indexKeyId: await createKey(endpoint, hmac), endpoint });
    const here = await ring(t, key);
    const id = await here.ring.obtainIndexKey('default', 'public.users.email');
    assert.equal(await here.ring.obtainIndexKey('default', 'public.users.email'), id, 'one current key a group');
    const other = await here.ring.obtainIndexKey('default', 'public.users.phone');
    assert.ok(here.store.rows.every(({ wrapped }) => wrapped === null));
    const there = await ring(t, key, { store: here.store });
    assert.equal(there.ring.indexKey(id), undefined);
    await there.ring.loadIndexKeys([id, other, id]);
    assert.ok(there.ring.indexKey(id).equals(here.ring.indexKey(id)));
    assert.ok(!there.ring.indexKey(id).equals(there.ring.indexKey(other)));
});
test('aws without indexKeyId: the index key is wrapped, under a context of its own', async (t) => {
    const { server, endpoint } = await startKms(t);
    const keyId = server.keys.create('ENCRYPT_DECRYPT', false).arn;
    const here = await ring(t, namedKey({ kms: 'aws', keyId, endpoint }));
    const id = await here.ring.obtainIndexKey('default', 'g');
    const [row] = here.store.rows;
    assert.deepEqual(server.calls.at(-1)?.context, {
        'pgseal:id': id,
        'pgseal:kind': 'index',
        'pgseal:key': 'default',
        'pgseal:created': row.created.toISOString(),
        'pgseal:group': 'g',
    });
    const there = await ring(t, namedKey({ kms: 'aws', keyId, endpoint }), { store: here.store });
    await there.ring.loadIndexKeys([id]);
    assert.ok(there.ring.indexKey(id).equals(here.ring.indexKey(id)));
    for (const change of [{ group: 'h' }, { kind: 'branch' }, { namedKey: 'default2' }, { arn: 'arn' }]) {
        const store = new MemoryKeyStore();
        store.rows.push({ ...row, ...change });
        const changed = await ring(t, namedKey({ kms: 'aws', keyId, endpoint }), { store });
        await assert.rejects(() => changed.ring.loadIndexKeys([id]), { sqlstate: 'F0000' });
        assert.equal(changed.ring.indexKey(id), undefined);
    }
});
test('an index key under another HMAC key than the map names is refused, so that terms never change unseen', async (t) => {
    const { server, endpoint } = await startKms(t);
    const keyId = server.keys.create('ENCRYPT_DECRYPT', false).arn;
    const [one, two] = [await createKey(endpoint, hmac), await createKey(endpoint, hmac)];
    const here = await ring(t, namedKey({ kms: 'aws', keyId, indexKeyId: one, endpoint }));
    const id = await here.ring.obtainIndexKey('default', 'g');
    for (const indexKeyId of [two, undefined]) {
        const there = await ring(t, namedKey({ kms: 'aws', keyId, indexKeyId, endpoint }), { store: here.store });
        await assert.rejects(() => there.ring.loadIndexKeys([id]), { sqlstate: 'F0000', message: /under another key/ });
    }
});
test('local and insecure-test-key: derived, the same in every process, another for every group and file', async (t) => {
    const keyFile = newKeyFile(t);
    for (const key of [namedKey({ kms: 'local', keyFile }), namedKey({ kms: 'insecure-test-key' })]) {
        const here = await ring(t, key);
        const id = await here.ring.obtainIndexKey('default', 'g');
        const other = await here.ring.obtainIndexKey('default', 'h');
        if (key.kms === 'local')
            writeKeyFile(keyFile, { append: true });
        const there = await ring(t, key, { store: here.store });
        await there.ring.loadIndexKeys([id]);
        assert.ok(there.ring.indexKey(id).equals(here.ring.indexKey(id)), 'also when a newer line was added');
        assert.ok(!here.ring.indexKey(other).equals(here.ring.indexKey(id)));
    }
});
test('an index key without a row, or a store that fails, is an error of its own', async (t) => {
    const { ring: keys, store } = await ring(t, namedKey({ kms: 'insecure-test-key' }));
    await assert.rejects(() => keys.loadIndexKeys(['00000000-0000-4000-8000-000000000000']), {
        errorName: 'indexKeyNotFound',
    });
    store.failures.push(new Error('connection lost'));
    await assert.rejects(() => keys.loadIndexKeys(['00000000-0000-4000-8000-000000000000']), {
        errorName: 'keyStoreUnavailable',
    });
    await assert.rejects(() => keys.obtainIndexKey('default', 'g'.repeat(901)), { sqlstate: 'F0000' });
});
test('encrypt-only: the dry run alone asks for Decrypt; terms need GenerateMac; nothing opens', async (t) => {
    const { server, endpoint } = await startKms(t);
    const keyId = server.keys.create('ENCRYPT_DECRYPT', false).arn;
    const indexKeyId = await createKey(endpoint, hmac);
    const full = await ring(t, namedKey({ kms: 'aws', keyId, endpoint }));
    const wrapped = await full.ring.obtainIndexKey('default', 'wrapped');
    callAs('AKIDWRITER');
    server.deny('AKIDWRITER', 'Decrypt', 'DescribeKey');
    server.calls.length = 0;
    const writer = await ring(t, namedKey({ kms: 'aws', keyId, indexKeyId, endpoint, context: { app: 'billing' } }), {
        mode: 'encrypt-only',
        prove: true,
        store: full.store,
    });
    const calls = server.calls.map(({ requestId: _, ...call }) => call);
    assert.deepEqual(calls, [
        {
            operation: 'Decrypt',
            keyId,
            context: { 'pgseal:table': 'pgseal:dry-run', app: 'billing' },
            principal: 'AKIDWRITER',
            dryRun: true,
            error: 'AccessDeniedException',
        },
    ]);
    const [made] = await writer.ring.generate('default', [{ table: 'public.users', record: '', tenant: '' }]);
    await writer.ring.obtainIndexKey('default', 'g');
    assert.throws(() => writer.ring.open('default', { source: 1, keyId: Buffer.alloc(16), wrapped: made.keyPart }, { table: 'public.users', record: '', tenant: '' }, 'public.users.email'), { sqlstate: '42501', message: /encrypt-only/ });
    await assert.rejects(() => writer.ring.loadIndexKeys([wrapped]), { sqlstate: 'F0000', message: /needs "indexKeyId"/ });
    assert.equal(server.count('Decrypt'), 1);
});
test('encrypt-only: a process that may decrypt says so in the log, and with prove does not start', async (t) => {
    const { server, endpoint } = await startKms(t);
    const keyId = server.keys.create('ENCRYPT_DECRYPT', false).arn;
    const aws = namedKey({ kms: 'aws', keyId, endpoint });
    const local = namedKey({ kms: 'local', keyFile: newKeyFile(t) });
    const apart = [
        [aws, /^warn .*the credentials of this process may decrypt$/],
        [local, /^warn .*whoever can seal with a key of this kind can open with it$/],
        [namedKey({ kms: 'insecure-test-key' }), /^warn .*whoever can seal with a key of this kind can open with it$/],
    ];
    for (const [key, said] of apart) {
        const { log } = await ring(t, key, { mode: 'encrypt-only' });
        assert.match(log.lines.join('\n'), said);
        await assert.rejects(() => ring(t, key, { mode: 'encrypt-only', prove: true }), { sqlstate: 'F0000' });
    }
    server.fail({ kind: 'error', status: 400, type: 'ValidationException' }, 2);
    const { log } = await ring(t, aws, { mode: 'encrypt-only' });
    assert.match(log.lines.join('\n'), /^warn .*does not say that decryption is denied$/);
    await assert.rejects(() => ring(t, aws, { mode: 'encrypt-only', prove: true }), { sqlstate: 'F0000' });
});
test('encrypt-only: without the probe no Decrypt is sent, and the log says that nothing was asked', async (t) => {
    const { server, endpoint } = await startKms(t);
    const keyId = server.keys.create('ENCRYPT_DECRYPT', false).arn;
    const aws = namedKey({ kms: 'aws', keyId, endpoint });
    const { log } = await ring(t, aws, { mode: 'encrypt-only', probe: false });
    assert.equal(server.count('Decrypt'), 0);
    assert.match(log.lines.join('\n'), /^warn .*probe: false leaves unasked whether decryption is denied$/);
    await assert.rejects(() => ring(t, aws, { mode: 'encrypt-only', probe: false, prove: true }), { sqlstate: 'F0000' });
});
//# sourceMappingURL=index-keys.test.js.map