import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TableGate } from '../../src/connection/table-gate.js';
import { TableHolds } from '../../src/connection/table-holds.js';
const users = { schema: 'public', name: 'users' };
const settled = async (promise) => {
    let done = false;
    void promise?.then(() => {
        done = true;
    });
    for (let i = 0; i < 5; i += 1)
        await new Promise((resolve) => setImmediate(resolve));
    return done;
};
function gated() {
    const holds = new TableHolds();
    holds.watch([users], new Set(['users_view']));
    const state = { transaction: false, owes: false };
    const gate = new TableGate(holds, { inTransaction: () => state.transaction, owes: () => state.owes });
    const statement = (names, any = false) => {
        gate.begin();
        return gate.pass(names, any);
    };
    return { holds, state, gate, statement };
}
test('a table is held until the last hold on it is over', async () => {
    const { holds, statement } = gated();
    await holds.hold(users, 'one');
    await holds.hold(users, 'two');
    const waits = statement(['users']);
    holds.release(users, 'one');
    assert.equal(await settled(waits), false);
    holds.release(users, 'two');
    assert.equal(await settled(waits), true);
    assert.equal(statement(['users']), undefined);
});
test('a hold is in force when what was let through is answered', async () => {
    const { holds, state, gate, statement } = gated();
    assert.equal(statement(['users']), undefined);
    const held = holds.hold(users, 'one');
    assert.equal(await settled(held), false);
    state.owes = true;
    gate.end();
    assert.equal(await settled(held), false);
    state.owes = false;
    gate.answered();
    assert.equal(await settled(held), true);
});
test('a transaction goes on with what it has touched, and with nothing else', async () => {
    const { holds, state, gate, statement } = gated();
    state.transaction = true;
    statement(['users']);
    gate.end();
    await holds.hold(users, 'one');
    assert.equal(statement(['users']), undefined);
    // A view may read another table than the one that was touched, but no more than what is watched.
    assert.equal(statement(['users_view']), undefined);
    gate.forgetTouched();
    assert.notEqual(statement(['users']), undefined);
    assert.notEqual(statement(['users_view']), undefined);
    assert.notEqual(statement([], true), undefined);
    assert.equal(statement(['orders']), undefined);
});
test('a process that no job knows of any more lets nothing through to tables that may be exchanged', async () => {
    const { holds, statement } = gated();
    assert.equal(statement(['users']), undefined);
    holds.renew(performance.now() - 60_000);
    const waits = statement(['users']);
    assert.equal(statement(['orders']), undefined);
    assert.equal(await settled(waits), false);
    holds.renew(performance.now());
    assert.equal(await settled(waits), true);
});
//# sourceMappingURL=table-holds.test.js.map