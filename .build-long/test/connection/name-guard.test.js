import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bindComplete, bindWith, closeComplete, complete, error, execute, parse, parseComplete, ready, row, startRig, sync, } from './rig.js';
import { insertEmail, testKeyRing } from './sealed-fixture.js';
const facts = ['16400', 'public', 'ISO, MDY', 'postgres', 'UTC', 'hex', '1'];
async function bound() {
    const rig = startRig({ 'insert into users': insertEmail }, { keyRing: testKeyRing(), tables: ['users', 'users'] });
    await rig.server(ready('I'));
    await rig.client(parse('insert into users', 's'), sync);
    await rig.server(closeComplete, parseComplete, bindComplete, row(...facts), complete('SELECT 1'), closeComplete);
    await rig.server(ready('I'));
    await rig.server(parseComplete, ready('I'));
    rig.sent();
    rig.received();
    await rig.client(bindWith(['a'], 's'), execute(), sync);
    return rig;
}
test('a name that two mapped tables share is guarded in the packet of the statement itself', async () => {
    const rig = await bound();
    const lines = rig.sent().map((line) => line.split(':')[0]);
    assert.deepEqual(lines, [
        'C Spgseal_guard',
        'P pgseal_guard',
        'B pgseal_guard pgseal_guard',
        'E pgseal_guard',
        'C Ppgseal_guard',
        'B  s',
        'E ',
        'S',
    ]);
    await rig.server(closeComplete, parseComplete, bindComplete, row('1'), complete('SELECT 1'), closeComplete);
    await rig.server(bindComplete, complete('INSERT 0 1'), ready('I'));
    assert.deepEqual(rig.received(), ['2', 'C INSERT 0 1', 'Z I']);
});
test('when the name has come to mean the other table, the statement is skipped and the client told', async () => {
    const rig = await bound();
    await rig.server(closeComplete, parseComplete, bindComplete, error('22012'), ready('I'));
    assert.deepEqual(rig.received(), ['E 0A000', 'Z I']);
    rig.sent();
    await rig.client(parse('insert into users', 't'), sync);
    assert.equal(rig.sent()[0], 'C Spgseal_hidden');
});
//# sourceMappingURL=name-guard.test.js.map