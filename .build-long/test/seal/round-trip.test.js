import assert from 'node:assert/strict';
import { createHmac, createSecretKey, randomBytes } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { PgsealError } from '../../src/errors.js';
import { insecureTestKey, kmsDataKey, statementDataKey } from '../../src/seal/data-key.js';
import { encodeEnvelope, parseEnvelope } from '../../src/seal/envelope.js';
import { eqTerm } from '../../src/seal/eq-term.js';
import { writeNonce } from '../../src/seal/nonce.js';
import { openValue } from '../../src/seal/open-value.js';
import { padPlaintext, unpadPlaintext } from '../../src/seal/padding.js';
import { encodeParts } from '../../src/seal/parts.js';
import { sealValue } from '../../src/seal/seal-value.js';
import { emailColumn, freshDataKey, label } from './columns.js';
const bytes = (options = {}) => fc.uint8Array(options).map((array) => Buffer.from(array));
const anyColumn = fc.record({
    label: fc.string({ minLength: 1, unit: 'binary' }),
    labelTag: fc.nat(),
    logicalType: fc.constantFrom('text', 'int4', 'jsonb'),
    namedKey: fc.string({ minLength: 1, unit: 'binary' }),
    pad: fc.constantFrom(0, 1, 2, 16, 255, 4096),
    terms: fc.subarray(['eq', 'eq_lower']),
});
const anyKey = fc.constantFrom(freshDataKey, insecureTestKey, statementDataKey, () => kmsDataKey(randomBytes(16), randomBytes(32), randomBytes(184)));
test('what is sealed opens to the same bytes, for any column, key, record and value', () => {
    fc.assert(fc.property(anyColumn, anyKey, bytes({ maxLength: 300 }), bytes({ maxLength: 3000 }), (column, newKey, record, stored) => {
        const key = newKey();
        const terms = column.terms.map(() => randomBytes(16));
        const envelope = sealValue(column, key, record, stored, terms);
        const parsed = parseEnvelope(envelope, column.label);
        assert.deepEqual(parsed.keyPartBytes, key.keyPart);
        assert.deepEqual(parsed.record, record);
        assert.deepEqual(openValue(column, parsed, key.key, terms), stored);
        assert.deepEqual(encodeEnvelope(parsed), envelope);
        if (column.pad > 0)
            assert.equal(parsed.ciphertext.length % column.pad, 0);
        else
            assert.equal(parsed.ciphertext.length, stored.length);
    }), { numRuns: 500 });
});
test('a big value, and the longest record', () => {
    const key = freshDataKey();
    const stored = randomBytes(5_000_000);
    const record = randomBytes(65_535);
    const terms = [randomBytes(16)];
    const envelope = sealValue(emailColumn, key, record, stored, terms);
    assert.ok(openValue(emailColumn, parseEnvelope(envelope, label), key.key, terms).equals(stored));
    assert.throws(() => sealValue(emailColumn, key, randomBytes(65_536), stored, terms), { sqlstate: 'XX000' });
    assert.throws(() => sealValue(emailColumn, key, record, stored, []), { sqlstate: 'XX000' });
});
test('junk raises openFailed and nothing else; what parses is encoded to the same bytes', () => {
    const edits = fc.array(fc.tuple(fc.nat({ max: 120 }), fc.nat({ max: 255 })), { maxLength: 3 });
    let parsed = 0;
    let refused = 0;
    fc.assert(fc.property(anyKey, bytes({ maxLength: 20 }), edits, fc.nat({ max: 300 }), (newKey, record, changes, length) => {
        const sealed = sealValue(emailColumn, newKey(), record, Buffer.from('value'), [Buffer.alloc(16)]);
        for (const [at, byte] of changes)
            if (at < sealed.length)
                sealed[at] = byte;
        const envelope = sealed.subarray(0, length < 200 ? length : undefined);
        try {
            assert.deepEqual(encodeEnvelope(parseEnvelope(envelope, label)), envelope);
            parsed++;
        }
        catch (error) {
            assert.ok(error instanceof PgsealError && error.errorName === 'openFailed', String(error));
            refused++;
        }
    }), { numRuns: 3_000, seed: 1 });
    assert.ok(parsed > 500 && refused > 500, `${parsed} parsed, ${refused} refused`);
});
test('one value sealed twice under one key has nothing in common but its head', () => {
    const key = freshDataKey();
    const seen = new Set();
    for (let i = 0; i < 2_000; i++) {
        const parsed = parseEnvelope(sealValue(emailColumn, key, Buffer.alloc(0), Buffer.from('value'), [Buffer.alloc(16)]), label);
        seen.add(parsed.nonce.toString('hex'));
        seen.add(parsed.tag.toString('hex'));
    }
    assert.equal(seen.size, 4_000);
});
test('no nonce comes twice', () => {
    const nonces = new Set();
    const target = Buffer.alloc(14);
    for (let i = 0; i < 10_000; i++) {
        writeNonce(target, 1);
        nonces.add(target.toString('hex', 1, 13));
    }
    assert.equal(nonces.size, 10_000);
    assert.deepEqual([target[0], target[13]], [0, 0]);
});
test('padding goes on and comes off; what is not padding is told', () => {
    fc.assert(fc.property(bytes(), fc.integer({ min: 1, max: 70 }), (plaintext, multiple) => {
        const padded = padPlaintext(plaintext, multiple);
        assert.equal(padded.length % multiple, 0);
        assert.ok(padded.length > plaintext.length && padded.length <= plaintext.length + multiple);
        assert.deepEqual(unpadPlaintext(padded), plaintext);
    }));
    for (const bad of ['', '00', '0000', '7f00', '8001', '0180ff']) {
        assert.equal(unpadPlaintext(Buffer.from(bad, 'hex')), undefined, bad);
    }
});
test('no two lists of parts give the same bytes', () => {
    const list = fc.array(fc.string({ maxLength: 3, unit: 'binary' }), { maxLength: 4 });
    fc.assert(fc.property(list, list, (a, b) => {
        assert.equal(encodeParts(a).equals(encodeParts(b)), JSON.stringify(a) === JSON.stringify(b));
    }), { numRuns: 2_000 });
    assert.equal(encodeParts(['é', Buffer.from([1]), '']).toString('hex'), '00000002c3a9000000010100000000');
});
test('a term is HMAC-SHA256 of the comparison form, cut to 16 bytes', () => {
    const raw = randomBytes(32);
    const expected = createHmac('sha256', raw).update('x').digest().subarray(0, 16);
    assert.deepEqual(eqTerm(createSecretKey(raw), Buffer.from('x')), expected);
});
//# sourceMappingURL=round-trip.test.js.map