// COPY FROM of a sealed column between scripts: what is sealed goes out in order, nothing else goes out at all.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bindComplete, complete, copyData, copyDone, copyInOf, error, noData, parseComplete, query, ready, startRig, } from './rig.js';
import { email, insertEmail, testKeyRing } from './sealed-fixture.js';
const options = {
    format: 'text',
    delimiter: 9,
    quote: 0x22,
    escaping: 0x22,
    nullText: Buffer.from('\\N'),
    defaultText: undefined,
    header: 'none',
    forceQuote: [],
    forceNotNull: [],
    forceNull: [],
};
const [parameter] = insertEmail.parameters;
const row = {
    ...insertEmail,
    parameters: [
        { role: 'plain', index: 0, declaredOid: 0 },
        { ...parameter, operand: { ...parameterOperand(), source: { from: 'parameter', index: 1 } } },
    ],
};
const plan = {
    ...insertEmail,
    effects: { ...insertEmail.effects, statement: 'CopyStmt', copiesIn: true },
    text: Buffer.from('copy users ("id", "email") from stdin'),
    parameters: [],
    clientParameters: [],
    copy: { direction: 'in', options, table: 'users', columns: ['id', 'email'], row },
};
function parameterOperand() {
    const [first] = insertEmail.parameters;
    if (first?.role !== 'seal')
        throw new Error('the fixture seals');
    return first.operand;
}
/** Keys that come one after the other, the last asked for first. */
function backwards() {
    const ring = testKeyRing();
    const waiting = [];
    const generate = (name, contexts) => {
        const keys = ring.generate(name, contexts);
        return new Promise((resolve) => {
            waiting.push(() => resolve(keys));
            setImmediate(() => waiting.pop()?.());
        });
    };
    return Object.assign(Object.create(ring), { generate });
}
async function begun(keyRing) {
    const rig = startRig({ copy: plan, rest: { ...plan, copy: undefined, text: Buffer.from('rest') } }, { keyRing, tables: [] });
    await rig.server(ready('I'));
    rig.received();
    await rig.client(query('copy'));
    assert.deepEqual(rig.sent().map((one) => one[0]), ['P', 'B', 'D', 'E', 'H']);
    await rig.server(parseComplete, bindComplete, noData, copyInOf(2));
    return rig;
}
/** The rows in CopyData, first fields only; fails where a second one is not sealed. */
function rowsIn(frames) {
    const data = Buffer.concat(frames.filter((frame) => frame[0] === 0x64).map((frame) => frame.subarray(5))).toString();
    return data
        .split('\n')
        .slice(0, -1)
        .map((line) => {
        const [id, value] = line.split('\t');
        assert.match(value ?? '', /^(\\N|\(1,\\\\\\\\x[0-9a-f]+,\\\\\\\\x[0-9a-f]{32}\))$/);
        return id;
    });
}
for (const [name, ring] of [
    ['at once', testKeyRing()],
    ['late', testKeyRing(true)],
    ['in any order', backwards()],
]) {
    test(`rows keep their order when keys come ${name}`, async () => {
        const rig = await begun(ring);
        rig.received();
        const rows = Array.from({ length: 1200 }, (_, at) => (at % 7 === 0 ? `${at}\t\\N\n` : `${at}\tcanary${at}\n`));
        const text = rows.join('');
        await rig.client(copyData(text.slice(0, 7001)));
        await rig.rest();
        await rig.client(copyData(text.slice(7001)), copyDone);
        for (let turns = 0; turns < 20; turns += 1)
            await rig.rest();
        const bytes = rig.sentBytes();
        assert.ok(!bytes.includes('canary'));
        assert.deepEqual(rowsIn(rig.frames(bytes)), rows.map((_, at) => String(at)));
        await rig.server(complete('COPY 1200'), ready('I'));
        assert.deepEqual(rig.received(), ['C COPY 1200', 'Z I']);
    });
}
test('data that are refused end with CopyFail, and what follows goes nowhere', async () => {
    const rig = await begun(testKeyRing());
    rig.received();
    await rig.client(copyData('1\tcanary\n2\tcanary\tcanary\n'), copyData('3\tcanary\n'), copyDone);
    const bytes = rig.sentBytes();
    assert.ok(!bytes.includes('canary'));
    assert.deepEqual(rig.frames(bytes).map((frame) => String.fromCharCode(frame[0])), ['f']);
    await rig.server(error('57014'));
    assert.deepEqual(rig.received(), ['E 22P04']);
    assert.deepEqual(rig.sent(), ['S']);
    await rig.server(ready('I'));
    assert.deepEqual(rig.received(), ['Z I']);
});
test('an error of the server ends a Query before its data end', async () => {
    const rig = await begun(testKeyRing());
    rig.received();
    await rig.client(copyData('1\tcanary\n'));
    rig.sent();
    await rig.server(error('23505'));
    assert.deepEqual(rig.received(), ['E 23505']);
    assert.deepEqual(rig.sent(), ['S']);
    await rig.server(ready('I'));
    await rig.client(copyData('2\tcanary\n'), copyDone);
    assert.equal(rig.sentBytes().length, 0);
    assert.equal(email.column.label, 'public.users.email');
});
//# sourceMappingURL=copy-in.test.js.map