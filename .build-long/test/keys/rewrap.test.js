import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { writeKeyFile } from '../../src/keys/key-file.js';
import { keySource } from '../../src/seal/envelope.js';
import { namedKey } from './named-keys.js';
import { keyPartOf, label, ring, users } from './ring.js';
import { startKms } from './test-kms.js';
const record = { table: 'public.users', record: 'users/1', tenant: '' };
/** Bytes of a key part as the envelope's reader takes them apart, for source 1. */
function taken(bytes) {
    assert.equal(bytes[0], keySource.kms);
    assert.equal(bytes.readUInt16BE(17), bytes.length - 19);
    return { source: bytes[0], keyId: bytes.subarray(1, 17), wrapped: bytes.subarray(19) };
}
async function awsPair(t) {
    const kms = await startKms(t);
    const arn = () => kms.server.keys.create('ENCRYPT_DECRYPT', false).arn;
    const [old, next] = [arn(), arn()];
    const aws = { kms: 'aws', endpoint: kms.endpoint };
    return { ...kms, aws, old, next };
}
test('aws: a data key moves to the new KMS key and pairs by one ReEncrypt, and is never opened', async (t) => {
    const { server, aws, old, next } = await awsPair(t);
    const before = await ring(t, namedKey({ ...aws, keyId: old, context: { app: 'one' } }));
    const [made] = await before.ring.generate('default', [record]);
    const moved = namedKey({ ...aws, keyId: next, previousKeyIds: [old], context: { app: 'two' } });
    const after = await ring(t, moved, { store: before.store });
    server.deny('AKIDFULL', 'Decrypt');
    const bytes = await after.ring.rewrap('default', keyPartOf(made), record, label);
    assert.ok(bytes !== undefined);
    assert.equal(server.count('ReEncrypt'), 1);
    assert.equal(server.count('Decrypt'), 0);
    const part = taken(bytes);
    const row = before.store.rows.find(({ arn }) => arn === next);
    assert.deepEqual(row?.context, { app: 'two' });
    assert.equal(part.keyId.toString('hex'), row?.id.replaceAll('-', ''));
    assert.equal(await after.ring.rewrap('default', part, record, label), undefined, 'it rests on the present key');
    assert.equal(server.count('ReEncrypt'), 1);
    server.deny('AKIDFULL');
    const last = await ring(t, namedKey({ ...aws, keyId: next, context: { app: 'two' } }), { store: before.store });
    assert.ok((await last.ring.open('default', part, record, label)).equals(made.key));
    await assert.rejects(async () => last.ring.open('default', keyPartOf(made), record, label), { sqlstate: 'XX001' });
});
test('aws: pairs alone may change, under the same KMS key', async (t) => {
    const { aws, old } = await awsPair(t);
    const before = await ring(t, namedKey({ ...aws, keyId: old }));
    const [made] = await before.ring.generate('default', [users]);
    const after = await ring(t, namedKey({ ...aws, keyId: old, context: { app: 'x' } }), { store: before.store });
    const part = taken((await after.ring.rewrap('default', keyPartOf(made), users, label)));
    assert.ok((await after.ring.open('default', part, users, label)).equals(made.key));
});
test('a data key of another record, or under a key that the map does not trust, is not moved', async (t) => {
    const { server, aws, old, next } = await awsPair(t);
    const before = await ring(t, namedKey({ ...aws, keyId: old }));
    const [made] = await before.ring.generate('default', [record]);
    const trusting = await ring(t, namedKey({ ...aws, keyId: next, previousKeyIds: [old] }), { store: before.store });
    await assert.rejects(trusting.ring.rewrap('default', keyPartOf(made), users, label), {
        sqlstate: 'XX001',
        logDetail: /^tampered: ReEncrypt: InvalidCiphertextException/,
    });
    const calls = server.calls.length;
    const other = await ring(t, namedKey({ ...aws, keyId: next }), { store: before.store });
    await assert.rejects(other.ring.rewrap('default', keyPartOf(made), record, label), {
        sqlstate: 'XX001',
        logDetail: /^untrusted: .*does not trust/,
    });
    assert.equal(server.calls.length, calls, 'the KMS is not asked');
    server.deny('AKIDFULL', 'ReEncryptTo');
    await assert.rejects(trusting.ring.rewrap('default', keyPartOf(made), record, label), { sqlstate: '42501' });
});
test('local: a data key moves to the newest line; the old line is not needed any more', async (t) => {
    const folder = mkdtempSync(join(tmpdir(), 'pgseal-rewrap-'));
    t.after(() => rmSync(folder, { recursive: true }));
    const [both, newest] = [join(folder, 'both'), join(folder, 'newest')];
    const old = writeKeyFile(both);
    const before = await ring(t, namedKey({ kms: 'local', keyFile: both }));
    const [made] = await before.ring.generate('default', [record]);
    const next = writeKeyFile(both, { append: true });
    assert.notEqual(old, next);
    const after = await ring(t, namedKey({ kms: 'local', keyFile: both }), { store: before.store });
    const part = taken((await after.ring.rewrap('default', keyPartOf(made), record, label)));
    const { readFileSync, writeFileSync } = await import('node:fs');
    writeFileSync(newest, `${readFileSync(both, 'utf8').trimEnd().split('\n').at(-1)}\n`, { mode: 0o600 });
    const last = await ring(t, namedKey({ kms: 'local', keyFile: newest }), { store: before.store });
    assert.ok((await last.ring.open('default', part, record, label)).equals(made.key));
});
test('a branch key moves as a row; what it wraps is untouched', async (t) => {
    const { server, aws, old, next } = await awsPair(t);
    const branch = { ...aws, dataKeys: 'branch' };
    const before = await ring(t, namedKey({ ...branch, keyId: old }));
    const [made] = await before.ring.generate('default', [users]);
    const row = before.store.rows.find(({ kind }) => kind === 'branch');
    const moved = namedKey({ ...branch, keyId: next, previousKeyIds: [old], context: { app: 'x' } });
    const after = await ring(t, moved, { store: before.store });
    assert.equal(await after.ring.rewrap('default', keyPartOf(made), users, label), undefined);
    server.deny('AKIDFULL', 'Decrypt');
    const to = (await after.ring.rewrapRow(row));
    server.deny('AKIDFULL');
    assert.deepEqual([to.id, to.arn, to.context, to.created], [row.id, next, { app: 'x' }, row.created]);
    before.store.change(row.id, to);
    assert.equal(await after.ring.rewrapRow(to), undefined);
    const last = await ring(t, namedKey({ ...branch, keyId: next, context: { app: 'x' } }), { store: before.store });
    assert.ok((await last.ring.open('default', keyPartOf(made), users, label)).equals(made.key));
    await assert.rejects(after.ring.rewrapRow({ ...row, namedKey: 'phone' }), { sqlstate: 'F0000' });
    await assert.rejects(after.ring.rewrapRow({ ...row, tenant: 'x' }), { sqlstate: 'XX001', logDetail: /^tampered/ });
});
test('a wrapped index key moves as a row; one that a MAC derives has nothing to move', async (t) => {
    const { server, aws, old, next } = await awsPair(t);
    const before = await ring(t, namedKey({ ...aws, keyId: old }));
    const id = await before.ring.obtainIndexKey('default', 'g');
    const after = await ring(t, namedKey({ ...aws, keyId: next, previousKeyIds: [old] }), { store: before.store });
    before.store.change(id, (await after.ring.rewrapRow(before.store.rows[0])));
    const last = await ring(t, namedKey({ ...aws, keyId: next }), { store: before.store });
    await last.ring.loadIndexKeys([id]);
    assert.ok(last.ring.indexKey(id)?.equals(before.ring.indexKey(id)));
    const indexArn = server.keys.create('GENERATE_VERIFY_MAC', false).arn;
    const macs = await ring(t, namedKey({ ...aws, keyId: old, indexKeyId: indexArn }));
    await macs.ring.obtainIndexKey('default', 'g');
    assert.equal(await macs.ring.rewrapRow(macs.store.rows[0]), undefined);
    assert.equal(macs.ring.isPresent(macs.store.rows[0]), true);
});
//# sourceMappingURL=rewrap.test.js.map