import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { readKeyFile, writeKeyFile } from '../../src/keys/key-file.js';
import { createLocalProvider } from '../../src/keys/local.js';
import { CiphertextRefused } from '../../src/keys/provider.js';
import { namedKey } from './named-keys.js';
import { keyPartOf, label, ring, users } from './ring.js';
function newKeyFile(t) {
    const folder = mkdtempSync(join(tmpdir(), 'pgseal-keys-'));
    t.after(() => rmSync(folder, { recursive: true }));
    const keyFile = join(folder, 'key');
    writeKeyFile(keyFile);
    return keyFile;
}
test('local: a warm ring generates and opens at once, per row and under a branch key', async (t) => {
    const keyFile = newKeyFile(t);
    for (const dataKeys of ['per-row', 'branch']) {
        const { ring: keys, store } = await ring(t, namedKey({ kms: 'local', keyFile, dataKeys }));
        const [made] = await keys.generate('default', [users]);
        assert.ok((await keys.open('default', keyPartOf(made), users, label)).equals(made.key));
        const more = keys.generate('default', [users, users]);
        assert.ok(Array.isArray(more));
        for (const key of more) {
            const opened = keys.open('default', keyPartOf(key), users, label);
            assert.ok(!(opened instanceof Promise) && opened.equals(key.key));
        }
        assert.equal(store.rows.length, 1);
    }
});
test('local: the newest line wraps, every line opens, a removed line does not', async (t) => {
    const keyFile = newKeyFile(t);
    const before = await ring(t, namedKey({ kms: 'local', keyFile }));
    const [made] = await before.ring.generate('default', [users]);
    const second = writeKeyFile(keyFile, { append: true });
    const after = await ring(t, namedKey({ kms: 'local', keyFile }), { store: before.store });
    assert.ok((await after.ring.open('default', keyPartOf(made), users, label)).equals(made.key));
    await after.ring.generate('default', [users]);
    assert.equal(after.store.rows.at(-1)?.arn, second);
    const other = await ring(t, namedKey({ kms: 'local', keyFile: newKeyFile(t) }), { store: before.store });
    await assert.rejects(async () => other.ring.open('default', keyPartOf(made), users, label), {
        sqlstate: 'XX001',
        logDetail: /^untrusted: .* does not trust/,
    });
});
test('local: no byte of a blob can change, and its context is bound pair by pair', (t) => {
    const keyFile = newKeyFile(t);
    const provider = createLocalProvider(readKeyFile(keyFile));
    const { arn } = provider.describe();
    const context = { a: 'bc', d: '' };
    const { plaintext, wrapped } = provider.generate(context);
    assert.deepEqual(provider.decrypt(arn, wrapped, { d: '', a: 'bc' }), plaintext);
    for (let at = 0; at < wrapped.length; at++) {
        const changed = Buffer.from(wrapped);
        changed[at] ^= 1;
        assert.throws(() => provider.decrypt(arn, changed, context), CiphertextRefused, `byte ${at}`);
        assert.throws(() => provider.decrypt(arn, wrapped.subarray(0, at), context), CiphertextRefused, `cut at ${at}`);
    }
    assert.throws(() => provider.decrypt(arn, Buffer.concat([wrapped, Buffer.alloc(1)]), context), CiphertextRefused);
    for (const other of [{}, { a: 'bc' }, { ab: 'c', d: '' }, { a: 'b', cd: '' }, { a: '', d: 'bc' }, { a: 'bcd' }]) {
        assert.throws(() => provider.decrypt(arn, wrapped, other), CiphertextRefused);
    }
});
test('a key file that cannot be used is a configuration error that names it', async (t) => {
    await assert.rejects(() => ring(t, namedKey({ kms: 'local', keyFile: '/nowhere/key' })), {
        sqlstate: 'F0000',
        message: 'cannot use named key "default": key file "/nowhere/key" does not exist',
    });
    await assert.rejects(() => ring(t, namedKey({ kms: 'local', context: { 'pgseal:table': 'x' }, keyFile: newKeyFile(t) })), {
        sqlstate: 'F0000',
    });
});
test('insecure-test-key: one public key, no store, and nothing but its own source opens', async (t) => {
    const test = await ring(t, namedKey({ kms: 'insecure-test-key' }));
    const local = await ring(t, namedKey({ kms: 'local', keyFile: newKeyFile(t) }), { store: test.store });
    const [insecure] = await test.ring.generate('default', [users]);
    const [secure] = await local.ring.generate('default', [users]);
    assert.equal(insecure.key.export().toString(), 'pgseal insecure test key 0000000');
    assert.equal(insecure.keyPart.toString('hex'), `02${'00'.repeat(16)}`);
    assert.ok((await test.ring.open('default', keyPartOf(insecure), users, label)).equals(insecure.key));
    const untrusted = { sqlstate: 'XX001', logDetail: /^untrusted/ };
    await assert.rejects(async () => local.ring.open('default', keyPartOf(insecure), users, label), untrusted);
    await assert.rejects(async () => test.ring.open('default', keyPartOf(secure), users, label), untrusted);
});
test('a statement key that is found stored is refused under every provider', async (t) => {
    for (const key of [namedKey({ kms: 'insecure-test-key' }), namedKey({ kms: 'local', keyFile: newKeyFile(t) })]) {
        const { ring: keys } = await ring(t, key);
        const part = { source: 3, keyId: Buffer.alloc(16), wrapped: Buffer.alloc(16) };
        await assert.rejects(async () => keys.open('default', part, users, label), {
            sqlstate: 'XX001',
            logDetail: /^untrusted/,
        });
    }
});
//# sourceMappingURL=local-provider.test.js.map