// Twin cases with a record on every table: what is served is what plain tables answer, all else is refused by name. This is
// a part of them; `npm run proof -- keys.6` runs all.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PgsealError } from '../../src/errors.js';
import { readCases } from './case-file.js';
import { recordRefusal } from './record-judge.js';
import { figuresText, runAll } from './run-all.js';
import { everyRecord, startTwins } from './twins.js';
async function run(t, verify, groups, modes) {
    const twins = await startTwins({ records: everyRecord, verify });
    t.after(() => twins.stop());
    const cases = readCases()
        .filter(({ name }) => groups.test(name))
        .map((one) => ({ ...one, modes: one.modes.filter((mode) => modes.includes(mode)) }));
    const figures = await runAll(twins, cases, { records: true });
    t.diagnostic(figuresText(figures));
    assert.deepEqual(figures.disagreements, []);
    return figures;
}
test('tables with records, verify: always', async (t) => {
    const groups = /^(record|select|insert|update|update_many|delete|transaction)\//;
    const { served, records } = await run(t, 'always', groups, ['binary', 'batch']);
    assert.ok(served > 300, 'most of them are served');
    assert.ok(records.early > 0, 'a default that fails is among them');
    assert.ok(records.refused.get('recordColumnSet') > 0 && records.refused.get('recordNotKnown') > 0);
});
test('tables with records, verify: when-known', async (t) => {
    const { served, records } = await run(t, 'when-known', /^(select|type_timestamptz)\//, ['simple']);
    assert.ok(served > 100, 'most of them are served');
    assert.deepEqual([...records.refused], []);
});
test('only refusals that name a record are taken for such', () => {
    const answer = (C, M) => [{ type: 'ErrorResponse', fields: { C, M } }];
    const said = new PgsealError('recordNotChecked', { column: 'public.users.email', template: 'users/{id}' });
    assert.equal(recordRefusal(answer(said.sqlstate, said.message)), 'recordNotChecked');
    assert.equal(recordRefusal(answer('XX001', said.message)), undefined);
    const other = new PgsealError('shapeNotServed', { shape: 'UNION' });
    assert.equal(recordRefusal(answer(other.sqlstate, other.message)), undefined);
    assert.equal(recordRefusal([]), undefined);
});
//# sourceMappingURL=records.test.js.map