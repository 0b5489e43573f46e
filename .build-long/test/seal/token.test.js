import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { serverValues } from '../../src/connection/parameters.js';
import { deriveKey } from '../../src/keys/local.js';
import { secretKey } from '../../src/seal/data-key.js';
import { labelTag } from '../../src/seal/label-tag.js';
import { readSealedRecord } from '../../src/seal/sealed-record.js';
import { isToken, makeToken, readToken, tokenHolds, tokenKeyMessage } from '../../src/seal/token.js';
import { defaultValueSettings } from '../../src/types/value-settings.js';
import { insertEmail } from '../connection/sealed-fixture.js';
import { repoRoot } from '../support/root.js';
const folder = join(repoRoot, 'test/vectors/token');
const vectors = readdirSync(folder).filter((name) => name.endsWith('.txt'));
for (const name of vectors) {
    test(`token vector ${name}`, () => {
        const lines = readFileSync(join(folder, name), 'utf8').slice(0, -1).split('\n');
        const field = (wanted) => lines.find((line) => line.startsWith(`${wanted}: `))?.slice(wanted.length + 2);
        const fileKey = secretKey(Buffer.from(field('file key').split(' ')[1], 'base64'));
        const key = secretKey(deriveKey(fileKey, tokenKeyMessage(field('named key'))));
        const column = {
            label: field('label'),
            labelTag: labelTag(field('label')),
            logicalType: field('type'),
            namedKey: field('named key'),
            pad: 0,
            terms: field('terms') === '' ? [] : [field('terms')],
        };
        const given = Buffer.from(field('token'));
        assert.ok(isToken(given));
        const expect = field('expect');
        assert.equal(taken(column, key, given, field('record')), expect);
        if (expect !== 'success')
            return;
        const token = readToken(given);
        assert.equal(token.value.envelope.toString('hex'), field('envelope'));
        assert.deepEqual(token.value.terms.map((term) => term.toString('hex')), column.terms.map((term) => field(`term ${term}`)));
        assert.ok(tokenHolds(column, key, token));
        assert.ok(makeToken(column, key, token.value).equals(given));
    });
}
test('the vectors of tokens are those that make.py writes', {
    skip: spawnSync('python3', ['-V']).status !== 0,
}, (t) => {
    const copy = mkdtempSync(join(tmpdir(), 'pgseal-vectors-'));
    t.after(() => rmSync(copy, { recursive: true }));
    cpSync(join(folder, 'make.py'), join(copy, 'make.py'));
    assert.equal(spawnSync('python3', ['-B', join(copy, 'make.py')]).status, 0);
    assert.deepEqual(readdirSync(copy).sort(), readdirSync(folder).sort());
    for (const name of vectors)
        assert.equal(readFileSync(join(copy, name), 'utf8'), readFileSync(join(folder, name), 'utf8'));
});
/** What becomes of the value in a row with this record: 'success', or what the error says. */
function taken(column, key, given, record) {
    const logical = { name: column.logicalType, typmod: -1 };
    const domain = (name, at) => ({ name, oid: 103 + at });
    const physical = { oid: 100, name: 't', versionOid: 101, envelopeOid: 102, terms: column.terms.map(domain) };
    const target = {
        ...insertEmail.parameters[0].target,
        column,
        logical,
        physical,
        hasRecord: true,
        takesTokens: true,
    };
    const source = { from: 'constant', text: Buffer.from('42') };
    const literals = [`${record.split('/')[0]}/`, ''];
    const id = { name: 'id', type: { name: 'text', typmod: -1 } };
    const constant = Buffer.from(record.split('/')[1]);
    const plan = {
        ...insertEmail,
        parameters: [
            {
                role: 'seal',
                row: 0,
                target,
                operand: { source: { from: 'parameter', index: 0 }, type: logical, casts: [], array: false },
            },
        ],
        records: [
            {
                rule: { template: '', literals, columns: [id], tenantAt: -1, rebind: false, verify: 'always' },
                table: 'public.users',
                values: [
                    {
                        from: 'operand',
                        operand: {
                            source: { ...source, text: constant },
                            type: { name: 'text', typmod: -1 },
                            casts: [],
                            array: false,
                        },
                    },
                ],
            },
        ],
    };
    const client = { formats: [1], values: [given] };
    const noKeys = { generate: () => assert.fail('no data key is needed') };
    try {
        const values = serverValues(plan, client, defaultValueSettings, noKeys, [], new Map([['default', key]]));
        assert.ok(!(values instanceof Promise));
        const bytes = values.values[0];
        assert.deepEqual(readSealedRecord(physical, bytes, 0, bytes.length, column.label), readToken(given).value);
        assert.equal(values.sealedHere, undefined);
        return 'success';
    }
    catch (error) {
        const { sqlstate, message } = error;
        assert.equal(sqlstate, '22023', message);
        if (/^invalid token/.test(message))
            return 'invalid';
        return /is of another (\w+)$/.exec(message)?.[1] ?? message;
    }
}
//# sourceMappingURL=token.test.js.map