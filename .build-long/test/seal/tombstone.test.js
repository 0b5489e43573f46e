import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseEnvelope } from '../../src/seal/envelope.js';
import { tombstone } from '../../src/seal/tombstone.js';
test('a tombstone is an envelope of zeros under a key id, for one label', () => {
    const keyId = Buffer.alloc(16, 7);
    const bytes = tombstone(0xa1b2c3d4, keyId);
    assert.equal(bytes.toString('hex'), `01010000${keyId.toString('hex')}${'00'.repeat(60)}a1b2c3d40000${'00'.repeat(12)}${'00'.repeat(16)}`);
    const { keyPart, labelTag, record, ciphertext } = parseEnvelope(bytes, 'a.b.c');
    assert.deepEqual([keyPart.source, labelTag, record.length, ciphertext.length], [0, 0xa1b2c3d4, 0, 0]);
    assert.ok(keyPart.keyId.equals(keyId));
});
//# sourceMappingURL=tombstone.test.js.map