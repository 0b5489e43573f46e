import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { PgsealError } from '../../src/errors.js';
import { encodeEnvelope, parseEnvelope } from '../../src/seal/envelope.js';
import { eqTerm } from '../../src/seal/eq-term.js';
import { openValue } from '../../src/seal/open-value.js';
import { ordTerm } from '../../src/seal/ord-term.js';
import { encodeSealedRecord, readSealedRecord } from '../../src/seal/sealed-record.js';
import { MemoryKeyStore } from '../keys/memory-key-store.js';
import { namedKey } from '../keys/named-keys.js';
import { ring } from '../keys/ring.js';
import { readVectors } from './vector-file.js';
const vectors = readVectors();
async function ringOf(t, vector) {
    const folder = mkdtempSync(join(tmpdir(), 'pgseal-vector-'));
    t.after(() => rmSync(folder, { recursive: true }));
    const keyFile = join(folder, 'key');
    writeFileSync(keyFile, vector.fileKeys.map((line) => `${line}\n`).join(''), { mode: 0o600 });
    const store = new MemoryKeyStore();
    store.rows.push(...vector.rows);
    const { ring: keys } = await ring(t, namedKey({ name: vector.column.namedKey, kms: vector.kms, keyFile }), { store });
    return keys;
}
async function openWhole(t, vector) {
    const { column, envelope, terms, table } = vector;
    const type = {
        oid: 1,
        name: 'sealed',
        versionOid: 2,
        envelopeOid: 3,
        terms: column.terms.map((name, index) => ({ name, oid: 4 + index })),
    };
    const record = encodeSealedRecord(type, envelope, terms);
    const value = readSealedRecord(type, record, 0, record.length, column.label);
    const parsed = parseEnvelope(value.envelope, column.label);
    const context = { table, record: parsed.record.toString('utf8'), tenant: undefined };
    const key = await (await ringOf(t, vector)).open(column.namedKey, parsed.keyPart, context, column.label);
    return openValue(column, parsed, key, value.terms).toString('hex');
}
test('there are vectors of every class', () => {
    assert.deepEqual(new Set(vectors.map(({ expect }) => expect)), new Set(['success', 'malformed', 'unsupported', 'misplaced', 'untrusted', 'tampered']));
    assert.ok(vectors.length > 80);
});
for (const vector of vectors) {
    test(`vector ${vector.name}: ${vector.expect}`, async (t) => {
        let outcome;
        try {
            assert.equal(await openWhole(t, vector), vector.plaintext);
            outcome = 'success';
        }
        catch (error) {
            if (!(error instanceof PgsealError) || error.errorName !== 'openFailed')
                throw error;
            assert.equal(error.message, `could not open a sealed value of column "${vector.column.label}"`);
            outcome = error.logDetail.split(':')[0];
        }
        assert.equal(outcome, vector.expect);
    });
}
test('an envelope that parses is encoded to the same bytes', () => {
    let parsed = 0;
    for (const { envelope, name } of vectors) {
        try {
            assert.deepEqual(encodeEnvelope(parseEnvelope(envelope, '')), envelope, name);
            parsed++;
        }
        catch (error) {
            if (!(error instanceof PgsealError))
                throw error;
        }
    }
    assert.ok(parsed > 60);
});
test('terms come out of the index key and the form that they are made of', async (t) => {
    let made = 0;
    for (const vector of vectors) {
        if (vector.indexRow === undefined)
            continue;
        const keys = await ringOf(t, vector);
        await keys.loadIndexKeys([vector.indexRow]);
        assert.deepEqual(eqTerm(keys.indexKey(vector.indexRow), vector.comparisonForm), vector.terms[0], vector.name);
        if (vector.orderForm !== undefined) {
            assert.deepEqual(ordTerm(keys.indexKey(vector.indexRow), vector.orderForm), vector.terms[1], vector.name);
        }
        made++;
    }
    assert.ok(made > 15);
});
//# sourceMappingURL=vectors.test.js.map