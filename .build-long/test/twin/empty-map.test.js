import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { readCases } from './case-file.js';
import { runCase } from './run-case.js';
import { startTwins } from './twins.js';
let twins;
before(async () => {
    twins = await startTwins({ sealed: false, emptyMap: true });
});
after(async () => {
    await twins?.stop();
});
// Statements that pgseal refuses on sealed columns are left to the harness's own stand-in on both sides.
test('every case through an empty map is what PostgreSQL itself answers', async (t) => {
    let statements = 0;
    const cases = readCases().filter((one) => one.expect === 'served');
    for (const one of cases) {
        for (const mode of one.modes) {
            const result = await runCase(twins, one, mode);
            statements += result.statements;
            assert.deepEqual(result.disagreements, [], `${one.name} [${mode}]`);
        }
    }
    t.diagnostic(`${cases.length} cases, ${statements} statements`);
    assert.ok(cases.length >= 170);
});
//# sourceMappingURL=empty-map.test.js.map