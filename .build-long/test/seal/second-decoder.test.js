import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createSecretKey, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { eqTerm } from '../../src/seal/eq-term.js';
import { labelTag } from '../../src/seal/label-tag.js';
import { ordTerm } from '../../src/seal/ord-term.js';
import { sealValue } from '../../src/seal/seal-value.js';
import { namedKey } from '../keys/named-keys.js';
import { ring } from '../keys/ring.js';
import { repoRoot } from '../support/root.js';
import { readVectors } from './vector-file.js';
const program = join(repoRoot, 'test/seal/second_decoder.py');
const hasPython = spawnSync('python3', ['-c', 'import cryptography']).status === 0;
const skip = hasPython ? false : 'needs python3 with the package cryptography';
function decode(vectors) {
    const input = vectors.map((fields) => `${JSON.stringify(fields)}\n`).join('');
    const run = spawnSync('python3', ['-B', program], { input, encoding: 'utf8', maxBuffer: 64 << 20 });
    assert.equal(run.status, 0, run.stderr);
    return run.stdout
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line));
}
test('a second decoder, written from the document alone, agrees on every vector', { skip }, () => {
    const vectors = readVectors();
    decode(vectors.map(({ fields }) => fields)).forEach((answer, index) => {
        const vector = vectors[index];
        assert.equal(answer.class, vector.expect, vector.name);
        assert.equal(answer.plaintext, vector.plaintext, vector.name);
        if (vector.indexRow !== undefined)
            assert.equal(answer.eq, vector.terms[0].toString('hex'), vector.name);
        if (vector.orderForm !== undefined && vector.indexRow !== undefined)
            assert.equal(answer.ord, vector.terms[1].toString('hex'), vector.name);
    });
});
test('a second decoder makes the order terms that pgseal makes', { skip }, () => {
    const cases = Array.from({ length: 60 }, (_, length) => ({ key: randomBytes(32), form: randomBytes(length) }));
    const fields = cases.map(({ key, form }) => {
        return [
            ['index key', key.toString('hex')],
            ['order form', form.toString('hex')],
        ];
    });
    decode(fields).forEach(({ ord }, index) => {
        const { key, form } = cases[index];
        assert.equal(ord, ordTerm(createSecretKey(key), form).toString('hex'));
    });
});
test('a second decoder opens what pgseal seals', { skip }, async (t) => {
    const folder = mkdtempSync(join(tmpdir(), 'pgseal-second-'));
    t.after(() => rmSync(folder, { recursive: true }));
    const fileKey = `line-1 ${randomBytes(32).toString('base64')}`;
    const keyFile = join(folder, 'key');
    writeFileSync(keyFile, `${fileKey}\n`, { mode: 0o600 });
    const cases = [];
    for (const dataKeys of ['per-row', 'branch']) {
        const context = { app: 'billing', Ärger: '' };
        const { ring: keys, store } = await ring(t, namedKey({ name: 'phone', kms: 'local', keyFile, dataKeys, context }));
        const indexKeyId = await keys.obtainIndexKey('phone', 'group');
        for (let i = 0; i < 40; i++) {
            const label = `public.users.${'é'.repeat(i % 3)}${i}`;
            const column = {
                label,
                labelTag: labelTag(label),
                logicalType: 'bytea',
                namedKey: 'phone',
                pad: (i % 4) * 8,
                terms: ['eq'],
            };
            const record = i % 2 === 0 ? '' : `users/ü${i}`;
            const stored = randomBytes(i * i);
            const [key] = await keys.generate('phone', [{ table: 'public.users', record, tenant: i % 3 === 0 ? 'acme' : '' }]);
            const term = eqTerm(keys.indexKey(indexKeyId), stored);
            const envelope = sealValue(column, key, Buffer.from(record), stored, [term]);
            cases.push({
                plaintext: stored.toString('hex'),
                eq: term.toString('hex'),
                fields: [
                    ['label', label],
                    ['type', 'bytea'],
                    ['named key', 'phone'],
                    ['kms', 'local'],
                    ['table', 'public.users'],
                    ['file key', fileKey],
                    ['index row', indexKeyId],
                    ['comparison form', stored.toString('hex')],
                    ...store.rows.map((row) => ['row', rowJson(row)]),
                    ['envelope', envelope.toString('hex')],
                    ['term eq', term.toString('hex')],
                ],
            });
        }
    }
    decode(cases.map(({ fields }) => fields)).forEach((answer, index) => {
        const { plaintext, eq } = cases[index];
        assert.deepEqual(answer, { class: 'success', plaintext, eq });
    });
});
function rowJson(row) {
    const { namedKey: named_key, group: index_group, wrapped, created, ...rest } = row;
    return JSON.stringify({
        ...rest,
        named_key,
        index_group,
        wrapped: wrapped === null ? null : wrapped.toString('hex'),
        created: created.toISOString(),
    });
}
//# sourceMappingURL=second-decoder.test.js.map