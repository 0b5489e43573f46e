import assert from 'node:assert/strict';
import { test } from 'node:test';
import { maxRecordLength } from '../../src/seal/envelope.js';
import { makeRecord } from '../../src/seal/make-record.js';
const record = (literals, ...texts) => makeRecord(literals, texts.map((text) => Buffer.from(text))).toString('utf8');
test('a record is the text of the template with the values in it', () => {
    assert.equal(record(['users/', ''], '42'), 'users/42');
    assert.equal(record(['', '/', '.json'], 'größe', '-1'), 'größe/-1.json');
    assert.equal(record(['100%/', ''], ''), '100%/');
});
test('what a value shares with the template is escaped, so that two keys never give one record', () => {
    assert.equal(record(['', '/', ''], 'a/b', 'c'), 'a%2Fb/c');
    assert.equal(record(['', '/', ''], 'a', 'b/c'), 'a/b%2Fc');
    assert.equal(record(['', ''], '{%7D}'), '%7B%257D%7D');
    // Bytes above ASCII are not touched, whatever they look like one by one.
    assert.equal(record(['', ''], '\u{1f4a5}/ł'), '\u{1f4a5}%2Fł');
});
test('a record that an envelope cannot hold is refused', () => {
    assert.equal(record(['', ''], 'x'.repeat(maxRecordLength)).length, maxRecordLength);
    assert.throws(() => record(['', ''], 'x'.repeat(maxRecordLength + 1)), { sqlstate: '54000' });
    assert.throws(() => record(['', ''], '/'.repeat(maxRecordLength / 3 + 1)), { sqlstate: '54000' });
    assert.throws(() => record(['', ''], ''), { sqlstate: '54000' });
});
//# sourceMappingURL=make-record.test.js.map