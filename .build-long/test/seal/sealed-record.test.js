import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { PgsealError } from '../../src/errors.js';
import { encodeSealedRecord, readSealedRecord } from '../../src/seal/sealed-record.js';
import { decodeSealedRecordText } from '../../src/seal/sealed-record-text.js';
import { label, textEq, textPlain } from './columns.js';
const bytes = fc.uint8Array({ maxLength: 200 }).map((array) => Buffer.from(array));
/** byteaout under bytea_output = escape. */
function escapeForm(value) {
    return [...value]
        .map((byte) => byte === 0x5c
        ? '\\\\'
        : byte < 0x20 || byte > 0x7e
            ? `\\${byte.toString(8).padStart(3, '0')}`
            : String.fromCharCode(byte))
        .join('');
}
/** record_out: quoted where it must be. */
function recordText(fields) {
    const quoted = fields.map((field) => field === '' || /["\\(),\s]/.test(field) ? `"${field.replace(/(["\\])/g, '$1$1')}"` : field);
    return Buffer.from(`(${quoted.join(',')})`, 'latin1');
}
test('the layout of a value as the server gets it', () => {
    const record = encodeSealedRecord(textEq, Buffer.from('aabb', 'hex'), [Buffer.alloc(16, 7)]);
    assert.equal(record.toString('hex'), [
        '00000003',
        '00015f91',
        '00000001',
        '31',
        '00015f92',
        '00000002',
        'aabb',
        '00015f93',
        '00000010',
        '07'.repeat(16),
    ].join(''));
});
test('binary: what is written is read back, in the midst of other bytes, as views', () => {
    fc.assert(fc.property(bytes, bytes, bytes, fc.boolean(), (envelope, before, after, withTerm) => {
        const type = withTerm ? textEq : textPlain;
        const terms = withTerm ? [randomBytes(16)] : [];
        const record = encodeSealedRecord(type, envelope, terms);
        const all = Buffer.concat([before, record, after]);
        const read = readSealedRecord(type, all, before.length, before.length + record.length, label);
        assert.deepEqual(read, { envelope, terms });
        assert.equal(read.envelope.buffer, all.buffer);
    }));
});
test('binary: another number of attributes, another type, a null, a cut or left-over bytes are malformed', () => {
    const record = encodeSealedRecord(textEq, randomBytes(60), [randomBytes(16)]);
    const malformed = { sqlstate: 'XX001', logDetail: /^malformed/ };
    const read = (type, changed, end = changed.length) => readSealedRecord(type, changed, 0, end, label);
    for (let end = 0; end < record.length; end++)
        assert.throws(() => read(textEq, record, end), malformed);
    assert.throws(() => read(textEq, Buffer.concat([record, Buffer.alloc(1)])), malformed);
    assert.throws(() => read(textPlain, record), malformed);
    assert.throws(() => read({ ...textEq, envelopeOid: 1 }, record), malformed);
    assert.throws(() => read({ ...textEq, terms: [{ name: 'eq', oid: 1 }] }, record), malformed);
    const nullEnvelope = Buffer.from(record);
    nullEnvelope.writeInt32BE(-1, 17);
    assert.throws(() => read(textEq, nullEnvelope), malformed);
    assert.throws(() => read(textEq, encodeSealedRecord(textEq, randomBytes(60), [randomBytes(15)])), malformed);
});
test('binary: junk raises openFailed and nothing else', () => {
    fc.assert(fc.property(bytes, (junk) => {
        try {
            readSealedRecord(textEq, junk, 0, junk.length, label);
            assert.fail('read');
        }
        catch (error) {
            assert.ok(error instanceof PgsealError && error.errorName === 'openFailed', String(error));
        }
    }), { numRuns: 1_000 });
});
test('text: hex and escape form are read as PostgreSQL writes them', () => {
    fc.assert(fc.property(bytes, fc.constantFrom('hex', 'escape'), (envelope, output) => {
        const term = randomBytes(16);
        const form = (value) => (output === 'hex' ? `\\x${value.toString('hex')}` : escapeForm(value));
        const text = recordText(['1', form(envelope), form(term)]);
        assert.deepEqual(decodeSealedRecordText(textEq, text, label), { envelope, terms: [term] });
    }), { numRuns: 1_000 });
});
test('text: anything else is malformed', () => {
    const term = `"\\\\x${'00'.repeat(16)}"`;
    const good = `(1,"\\\\x0101",${term})`;
    assert.equal(decodeSealedRecordText(textEq, Buffer.from(good), label).envelope.toString('hex'), '0101');
    for (const bad of [
        '',
        '(',
        ')',
        '()',
        good.slice(0, -1),
        good.slice(1),
        `${good} `,
        ` ${good}`,
        `(2,"\\\\x0101",${term})`,
        `(,"\\\\x0101",${term})`,
        `(1,,${term})`.replace('(1,,', '(1,"\\\\x01'),
        `(1,"\\\\x0101")`,
        `(1,"\\\\x0101",${term},1)`,
        `(1,"\\\\x010",${term})`,
        `(1,"\\\\x01GG",${term})`,
        `(1,"\\\\400",${term})`,
        `(1,"\\\\x0101"x,${term})`,
        `(1,\\x0101,${term})`,
        `(1,"\\x0101",${term})`,
        `(1,"\\\\x0101","\\\\x00")`,
        `(1,"\\\\x0101",)`,
    ]) {
        assert.throws(() => decodeSealedRecordText(textEq, Buffer.from(bad), label), { sqlstate: 'XX001', logDetail: /^malformed/ }, bad);
    }
});
//# sourceMappingURL=sealed-record.test.js.map