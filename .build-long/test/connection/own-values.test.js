import assert from 'node:assert/strict';
import { test } from 'node:test';
import { serverValues } from '../../src/connection/parameters.js';
import { defaultValueSettings } from '../../src/types/value-settings.js';
import { insertReturning, testKeyRing } from './sealed-fixture.js';
const mask = { as: 'mask', mask: { kind: 'constant', stored: Buffer.from('*') } };
/** Stored forms that the opener would give back without asking for a key, for the client's value and one behind it. */
function remembered(reading) {
    const [own] = insertReturning.parameters;
    const behind = {
        ...own,
        operand: { ...own.operand, source: { from: 'parameter', index: insertReturning.clientParameters.length } },
    };
    const plan = {
        ...insertReturning,
        parameters: [own, behind],
        results: insertReturning.results?.map((result) => (result === undefined ? undefined : { ...result, reading })),
    };
    const client = { formats: [], values: [Buffer.from('given'), Buffer.from('opened')] };
    const values = serverValues(plan, client, defaultValueSettings, testKeyRing());
    assert.ok(!(values instanceof Promise));
    return [...(values.sealedHere?.values() ?? [])].map(String);
}
test('what was opened to be sealed anew is no value of the client, where the client may not read it', () => {
    assert.deepEqual(remembered({ as: 'value' }), ['given', 'opened']);
    assert.deepEqual(remembered(mask), ['given']);
    assert.deepEqual(remembered({ as: 'refused', by: 'roles' }), ['given']);
});
//# sourceMappingURL=own-values.test.js.map