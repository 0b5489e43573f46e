import assert from 'node:assert/strict';
import { createSecretKey } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { isOrdLength, maxOrderForm, ordTerm } from '../../src/seal/ord-term.js';
import { repoRoot } from '../support/root.js';
const folder = join(repoRoot, 'test/vectors/order');
const forms = fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes));
const keys = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => createSecretKey(Buffer.from(bytes)));
test('the vectors come out', () => {
    const names = readdirSync(folder).filter((name) => name.endsWith('.txt'));
    assert.ok(names.length >= 10);
    for (const name of names) {
        const lines = readFileSync(join(folder, name), 'utf8').trimEnd().split('\n');
        const [key, form, term] = lines.map((line) => Buffer.from(line.slice(line.indexOf(': ') + 2), 'hex'));
        assert.deepEqual(ordTerm(createSecretKey(key), form), term, name);
    }
});
test('terms compare byte by byte as order forms do', () => {
    fc.assert(fc.property(keys, forms, forms, fc.nat(40), (key, a, other, shared) => {
        // Two values that begin alike, and two that do not.
        const b = Buffer.concat([a.subarray(0, shared), other]);
        for (const [one, two] of [
            [a, b],
            [a, other],
        ]) {
            assert.equal(Buffer.compare(ordTerm(key, one), ordTerm(key, two)), Buffer.compare(one, two));
        }
    }));
});
test('a term tells of two values no more than the first bit in which they differ', () => {
    const key = createSecretKey(Buffer.alloc(32, 7));
    fc.assert(fc.property(fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }), fc.nat(63), (value, bit) => {
        const other = value ^ (1n << BigInt(63 - bit));
        const [a, b] = [value, other].map((one) => {
            const form = Buffer.alloc(8);
            form.writeBigUInt64BE(one);
            return ordTerm(key, form);
        });
        for (let at = 0; at < bit; at += 1)
            assert.equal(a.readUInt16BE(at * 2), b.readUInt16BE(at * 2));
        assert.equal(Math.abs(a.readUInt16BE(bit * 2) - b.readUInt16BE(bit * 2)), 1);
        let same = 0;
        for (let at = bit + 1; at < 64; at += 1)
            if (a.readUInt16BE(at * 2) === b.readUInt16BE(at * 2))
                same += 1;
        // Behind it nothing is shared but by chance.
        assert.ok(same < 3);
    }));
});
test('terms of other keys are others, and the same value has one term', () => {
    const form = Buffer.from('8000000a', 'hex');
    const [one, two] = [createSecretKey(Buffer.alloc(32, 1)), createSecretKey(Buffer.alloc(32, 2))];
    assert.deepEqual(ordTerm(one, form), ordTerm(one, form));
    assert.notDeepEqual(ordTerm(one, form), ordTerm(two, form));
});
test('the length of a term is a multiple of 16 that an index row holds', () => {
    assert.deepEqual([0, 15, 16, 17, maxOrderForm * 16, maxOrderForm * 16 + 16].map(isOrdLength), [
        true,
        false,
        true,
        false,
        true,
        false,
    ]);
});
//# sourceMappingURL=ord-term.test.js.map