import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyMask, readMask } from '../../src/types/mask.js';
const type = (name, length) => ({
    name,
    typmod: length === undefined ? -1 : length + 4,
});
function mask(text, of = type('text'), opens = true) {
    const read = readMask(text, of, opens);
    assert.ok(!('problem' in read), 'problem' in read ? read.problem : '');
    return read;
}
const shown = (text, value, of = type('text')) => applyMask(mask(text, of), Buffer.from(value), of).toString();
test('a template shows characters of the value, and never all of them', () => {
    const ssn = '***-**-{last4}';
    for (const [value, expected] of [
        ['123-45-6789', '***-**-6789'],
        ['56789', '***-**-6789'],
        ['6789', '***-**-****'],
        ['9', '***-**-****'],
        ['', '***-**-****'],
        ['ab\u{1F600}d\u00e9f', '***-**-\u{1F600}d\u00e9f'],
        ['\u{1F600}\u{1F600}\u{1F600}\u{1F600}', '***-**-****'],
    ]) {
        assert.equal(shown(ssn, value), expected);
    }
    assert.equal(shown('{first1}...{last2}', 'abcd'), 'a...cd');
    assert.equal(shown('{first1}...{last2}', 'abc'), '*...**');
    assert.equal(shown('{first2}{first2}', 'abcd'), '****');
    assert.equal(shown('{{{first1}}}', 'abc'), '{a}');
});
test('blanks that pad char(n) are no characters of the value', () => {
    const padded = type('bpchar', 8);
    assert.equal(shown('{last4}', '123     ', padded), '****    ');
    assert.equal(shown('{last4}', '12345   ', padded), '2345    ');
    assert.equal(shown('hidden', '12345678', padded), 'hidden  ');
});
test('a mask without characters of the value is one stored form', () => {
    for (const [name, text, stored] of [
        ['text', '***', '***'],
        ['text', '{{x}}', '{x}'],
        ['json', '{"a":{last4}', undefined],
        ['json', '{"a":1}', '{"a":1}'],
        ['int4', '0', '\0\0\0\0'],
        ['int4', 'x', undefined],
        ['bytea', '\\x00', '\0'],
        ['text', '{', undefined],
        ['text', 'a\0b', undefined],
        ['text', '{last4}a\0b', undefined],
        ['text', '{last0}', undefined],
        ['varchar', '{last1000}', undefined],
    ]) {
        const read = readMask(text, type(name), true);
        if (stored === undefined)
            assert.ok('problem' in read, text);
        else
            assert.deepEqual(read, { kind: 'constant', stored: Buffer.from(stored) });
    }
    assert.ok('problem' in readMask('{last4}', type('text'), false));
    assert.ok('problem' in readMask('12{last4}', type('varchar', 5), true));
    assert.equal(shown('1{last4}', '123456', type('varchar', 5)), '13456');
});
//# sourceMappingURL=mask.test.js.map