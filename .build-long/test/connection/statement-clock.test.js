import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { bind, bindComplete, bindWith, complete, copyDone, copyIn, describePortal, description, error, execute, parse, parseComplete, passthrough, query, ready, refused, rowOf, sealedOid, startRig, sync, } from './rig.js';
import { insertEmail, sealedEmail, selectAll, testKeyRing } from './sealed-fixture.js';
const slept = 25;
/** As testKeyRing, but each answer takes a moment. */
function slowRing() {
    const ring = testKeyRing();
    const slow = async (value) => {
        await delay(slept);
        return value;
    };
    return Object.assign(Object.create(ring), {
        generate: (...given) => slow(ring.generate(...given)),
        open: (...given) => slow(ring.open(...given)),
    });
}
async function rigWith(milliseconds, keyRing = testKeyRing()) {
    const told = [];
    const rig = startRig({
        insert: insertEmail,
        'select all': selectAll,
        'copy in': passthrough({ statement: 'CopyStmt', copiesIn: true }),
        no: refused(),
    }, { keyRing, slow: { milliseconds, tell: (statement) => told.push(statement) } });
    await rig.server(ready('I'));
    return { rig, told };
}
const sum = ({ times }) => {
    const { total: _, ...phases } = times;
    return Object.values(phases).reduce((all, one) => all + one, 0);
};
test('the phases of a slow statement add up; waiting for keys is kms, in sealing as in opening', async () => {
    const { rig, told } = await rigWith(0, slowRing());
    const sealed = rig.client(parse('insert'), bindWith(['a']), execute(), sync);
    await sealed;
    await delay(2 * slept);
    await delay(slept);
    await rig.server(parseComplete, bindComplete, complete('INSERT 0 1'), ready('I'));
    assert.equal(told.length, 1);
    const [insert] = told;
    assert.deepEqual([insert.statement, insert.plan, insert.fingerprint, insert.outcome], ['InsertStmt', 'sealed', '0123456789abcdef', 'ok']);
    assert.ok(insert.times.kms >= slept - 2, JSON.stringify(insert.times));
    assert.ok(insert.times.server >= slept - 2, JSON.stringify(insert.times));
    assert.equal(insert.times.open, 0);
    assert.ok(Math.abs(sum(insert) - insert.times.total) < 0.01);
    await rig.client(parse('select all'), bind(), describePortal(), execute(), sync);
    const rows = rig.server(parseComplete, bindComplete, description(23, sealedOid), rowOf(Buffer.from('1'), sealedEmail('x')), complete('SELECT 1'), ready('I'));
    await rows;
    await delay(2 * slept);
    assert.equal(told.length, 2);
    const select = told[1];
    assert.deepEqual([select.statement, select.outcome], ['SelectStmt', 'ok']);
    assert.ok(select.times.kms >= slept - 2, JSON.stringify(select.times));
    assert.ok(select.times.open > 0, JSON.stringify(select.times));
    assert.ok(Math.abs(sum(select) - select.times.total) < 0.01);
    assert.equal(JSON.stringify(told).includes('"a"'), false);
});
test('the time between a prepared statement and its execution is nobody’s; hidden time limits hold', async () => {
    const { rig, told } = await rigWith(3 * slept);
    await rig.client(parse('insert', 's'), sync);
    await rig.server(parseComplete, ready('I'));
    await delay(4 * slept);
    await rig.client(bindWith(['a'], 's'), execute(), sync);
    await rig.server(bindComplete, complete('INSERT 0 1'), ready('I'));
    assert.deepEqual(told, []);
});
test('waiting for a client that takes nothing, or has not sent all of its copy data, is client', async () => {
    const { rig, told } = await rigWith(0);
    await rig.client(query('select 1'));
    await rig.server(description(23), rowOf(Buffer.from('1')));
    rig.connection.clientFull(true);
    await delay(slept);
    rig.connection.clientFull(false);
    await rig.server(complete('SELECT 1'), ready('I'));
    assert.ok(told[0].times.client >= slept - 2, JSON.stringify(told));
    await rig.client(query('copy in'));
    await rig.server(copyIn);
    await delay(slept);
    await rig.client(copyDone);
    await rig.server(complete('COPY 0'), ready('I'));
    const [, copy] = told;
    assert.deepEqual([copy.statement, copy.plan], ['CopyStmt', 'passthrough']);
    assert.ok(copy.times.client >= slept - 2, JSON.stringify(copy));
});
test('what fails is told with its SQLSTATE, what is skipped is not, and what the connection’s end cuts off is', async () => {
    const { rig, told } = await rigWith(0);
    await rig.client(parse('insert'), bindWith(['a']), execute(), execute(), sync);
    await rig.server(parseComplete, bindComplete, error('23505'), ready('I'));
    assert.deepEqual(told.map(({ outcome }) => outcome), ['23505']);
    await rig.client(query('no'));
    await rig.server(error('42883'), ready('I'));
    assert.equal(told[1].outcome, '0A000');
    await rig.client(query('select 1; select 2'));
    rig.connection.serverEnded();
    assert.deepEqual([told[2].statement, told[2].outcome], ['Query', 'connection ended']);
    assert.equal(told.length, 3);
});
//# sourceMappingURL=statement-clock.test.js.map