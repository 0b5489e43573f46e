import assert from 'node:assert/strict';
import { test } from 'node:test';
import { jsonPieces, scalarText } from '../../src/connection/nested-text.js';
import { PgsealError } from '../../src/errors.js';
const physical = { oid: 1, name: 'text_eq', versionOid: 2, envelopeOid: 3, terms: [{ name: 'eq', oid: 4 }] };
const origin = { physical, column: { label: 'a.b.c' } };
const leaf = { origins: [origin], logical: { name: 'text', typmod: -1 }, reading: { as: 'value' } };
const value = { is: 'value', leaf, inJsonb: false };
const term = '00'.repeat(16);
const sealed = `{"v":1,"c":"\\\\x0102","eq":"\\\\x${term}"}`;
const sealedInJsonb = `{"c": "\\\\x0102", "v": 1, "eq": "\\\\x${term}"}`;
function cut(shape, json) {
    return jsonPieces({ form: 'json', shape }, Buffer.from(json), 'a.b.c').map((piece) => piece === null || typeof piece === 'string'
        ? String(piece)
        : `<${piece.value.envelope.toString('hex')} ${piece.members ?? ''}>`);
}
function fails(shape, json) {
    assert.throws(() => cut(shape, json), (error) => error instanceof PgsealError && error.sqlstate === 'XX001', json);
}
test('a sealed value is found where the plan says, in json and in jsonb', () => {
    assert.deepEqual(cut(value, sealed), ['<0102 >']);
    assert.deepEqual(cut(value, sealedInJsonb), ['<0102 >']);
    const list = { is: 'list', of: value, tight: true };
    assert.deepEqual(cut(list, `[${sealed}, \n null, \n ${sealed}]`), [
        '[',
        '<0102 >',
        ',',
        ' ',
        'null,',
        ' ',
        '<0102 >',
        ']',
    ]);
    const object = { is: 'object', keys: ['long', 'a'], of: [{ is: 'plain' }, value], sorted: true };
    assert.deepEqual(cut(object, `{"a": ${sealedInJsonb}, "long": {"v":1}}`), ['{"a": ', '<0102 >', ', "long": {"v":1}}']);
});
test('what looks like a sealed value in a plain place is not touched (B32)', () => {
    const tuple = { is: 'tuple', of: [{ is: 'plain' }, value] };
    assert.deepEqual(cut(tuple, `[${sealed}, null]`), [`[${sealed}, null]`]);
    assert.deepEqual(cut(tuple, '[]'), ['[]']);
    assert.deepEqual(cut({ is: 'list', of: value, tight: false }, 'null'), ['null']);
});
test('anything else than a sealed value in its place is XX001, and so is another shape', () => {
    for (const json of [
        '"text"',
        '1',
        '[]',
        '{}',
        '{"v":1}',
        '{"v":1,"c":"\\\\x0102"}',
        `{"v":2,"c":"\\\\x0102","eq":"\\\\x${term}"}`,
        `{"v":1,"c":"\\\\x0102","eq":"\\\\x00"}`,
        `{"v":1,"c":"\\\\x0102","eq":"\\\\x${term}","more":"\\\\x00"}`,
        `{"v":1,"c":"\\\\x0102","c":"\\\\x0102","eq":"\\\\x${term}"}`,
        `{"v":1,"c":"x","eq":"\\\\x${term}"`,
        `${sealed} 1`,
        '',
    ]) {
        fails(value, json);
    }
    fails({ is: 'tuple', of: [value, value] }, `[${sealed}]`);
    fails({ is: 'tuple', of: [value] }, `[${sealed}, 1]`);
    fails({ is: 'list', of: value, tight: false }, sealed);
    fails({ is: 'object', keys: ['a'], of: [value], sorted: false }, `{"a": ${sealed}, "b": 1}`);
    fails({ is: 'object', keys: ['a'], of: [value], sorted: true }, `{"b": ${sealed}}`);
    fails({ is: 'object', keys: ['a'], of: [value], sorted: false }, '[]');
});
test('what tells a row stands beside the value or in its object', () => {
    const rule = { template: '{id}', literals: ['', ''], columns: [{}], tenantAt: -1 };
    const beside = { is: 'value', leaf, inJsonb: false, row: { rule, columns: 'beside' } };
    assert.deepEqual(cut(beside, `[${sealed}, 42]`), ['<0102 42>']);
    assert.deepEqual(cut(beside, 'null'), ['null']);
    fails(beside, sealed);
    fails(beside, '[]');
    fails(beside, `[${sealed}]`);
    fails(beside, '[null, 42]');
    const within = {
        is: 'object',
        keys: ['id', 'x'],
        of: [{ is: 'plain' }, { is: 'value', leaf, inJsonb: false, row: { rule, columns: [0] } }],
        sorted: false,
    };
    assert.deepEqual(cut(within, `{"id":7,"x":${sealed}}`), ['{"id":7,"x":', '<0102 7>', '}']);
    assert.equal(scalarText('"a\\"\\u0041"'), 'a"A');
});
//# sourceMappingURL=nested.test.js.map