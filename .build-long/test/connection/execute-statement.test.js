import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bind, parse, parseComplete, passthrough, query, ready, startRig, sync } from './rig.js';
import { insertEmail, testKeyRing } from './sealed-fixture.js';
test('A40: another statement over EXECUTE of a sealed statement is refused, its arguments stay here', async () => {
    const executes = { ...passthrough({ mayWrite: true }, true), executes: 's' };
    const plans = { insert: insertEmail, "execute s('canary-2')": executes };
    const rig = startRig(plans, { keyRing: testKeyRing() });
    await rig.server(ready('I'));
    await rig.client(parse('insert', 's'), sync);
    await rig.server(parseComplete, ready('I'));
    rig.sent();
    await rig.client(query("execute s('canary-2')"));
    assert.equal(rig.sentBytes().includes('canary-2'), false);
});
test('A40: SQL EXECUTE of another statement passes', async () => {
    const executes = { ...passthrough({ mayWrite: true }), executes: 'p' };
    const rig = startRig({ insert: insertEmail, 'execute p': executes }, { keyRing: testKeyRing() });
    await rig.server(ready('I'));
    await rig.client(query('execute p'));
    assert.deepEqual(rig.sent(), ['Q execute p']);
});
test("names of the proxy's own statements are not the client's to use", async () => {
    const rig = startRig({ 'select 1': passthrough({ mayWrite: false }) }, { keyRing: testKeyRing() });
    await rig.server(ready('I'));
    for (const message of [parse('select 1', 'pgseal_update'), bind('pgseal_update'), bind('', 'pgseal_rows')]) {
        await rig.client(message, sync);
        assert.equal(rig.sentBytes().includes('pgseal_update'), false);
        assert.equal(rig.sentBytes().includes('pgseal_rows'), false);
        rig.sent();
    }
});
//# sourceMappingURL=execute-statement.test.js.map