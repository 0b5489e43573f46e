import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PgsealError } from '../../src/errors.js';
import { castStep, computation, functionStep } from '../../src/types/functions.js';
import { defaultValueSettings } from '../../src/types/value-settings.js';
function call(name, value, ...given) {
    const step = functionStep(name, 'text', given);
    assert.ok(step !== undefined, name);
    return computation([step])(Buffer.from(value), defaultValueSettings);
}
test('characters are counted, not bytes or UTF-16 units', () => {
    assert.equal(call('length', 'a𝄞ž').readInt32BE(), 3);
    assert.equal(call('octet_length', 'a𝄞ž').readInt32BE(), 7);
    assert.equal(call('left', '𝄞žx', -1).toString(), '𝄞ž');
    assert.equal(call('right', '𝄞žx', 2).toString(), 'žx');
    assert.equal(call('reverse', '𝄞žx').toString(), 'xž𝄞');
    assert.equal(call('strpos', '𝄞žx', 'x').readInt32BE(), 3);
    assert.equal(call('substr', '𝄞žx', 0, 2).toString(), '𝄞');
    assert.equal(call('substr', '𝄞žx', 2, 2147483647).toString(), 'žx');
});
test('lower and upper end with an error where a collation would decide (C39c)', () => {
    assert.equal(call('lower', 'AbC').toString(), 'abc');
    assert.throws(() => call('upper', 'straße'), (error) => error instanceof PgsealError && error.sqlstate === '0A000' && !error.message.includes('straße'));
});
test('what PostgreSQL refuses or reads otherwise is no step', () => {
    assert.equal(functionStep('substr', 'text', [1, -1]), undefined);
    assert.equal(functionStep('split_part', 'text', ['@', 0]), undefined);
    assert.equal(functionStep('split_part', 'text', ['@', -1]), undefined);
    assert.equal(functionStep('left', 'text', ['1']), undefined);
    assert.equal(functionStep('length', 'bpchar', []), undefined);
    assert.equal(functionStep('length', 'int4', []), undefined);
    assert.equal(castStep('bool', { name: 'date', typmod: -1 }), undefined);
});
test('steps are carried out in order', () => {
    const cut = functionStep('left', 'text', [3]);
    const number = castStep('text', { name: 'int4', typmod: -1 });
    const value = computation([cut, number])(Buffer.from('12345'), defaultValueSettings);
    assert.equal(value.readInt32BE(), 123);
});
//# sourceMappingURL=functions.test.js.map