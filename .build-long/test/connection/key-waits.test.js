import assert from 'node:assert/strict';
import { createSecretKey } from 'node:crypto';
import { test } from 'node:test';
import { KeyWaits } from '../../src/connection/key-waits.js';
const part = { source: 1, keyId: Buffer.alloc(16), wrapped: Buffer.alloc(1) };
const context = { table: 't', record: '', tenant: '' };
const key = createSecretKey(Buffer.alloc(32));
function waits() {
    const answers = [];
    const signals = [];
    const keyRing = {
        generate: (_namedKey, _contexts, _onCall, signal) => {
            signals.push(signal);
            return new Promise(() => undefined);
        },
        open: (namedKey) => namedKey === 'at hand'
            ? key
            : new Promise((resolve, reject) => {
                answers.push((answer) => (answer === 'key' ? resolve(key) : reject(answer)));
            }),
        indexKey: () => key,
    };
    const made = new KeyWaits();
    const ring = made.over(keyRing);
    const open = (namedKey = 'far') => ring.open(namedKey, part, context, 'l');
    return { waits: made, ring, open, answers, signals };
}
test('keys at hand pass at once; others are waited for, and failures pass too', async () => {
    const { waits: w, ring, open, answers } = waits();
    assert.equal(open('at hand'), key);
    assert.equal(ring.indexKey('i'), key);
    assert.equal(w.waiting, false);
    const [good, bad] = [open(), open()];
    assert.equal(w.waiting, true);
    answers[0]('key');
    answers[1](new Error('failed'));
    assert.equal(await good, key);
    await assert.rejects(async () => bad, /failed/);
    assert.equal(w.waiting, false);
});
test('an ended wait rejects with 57014 and drops the answer; what was captured earlier ends nothing later', async () => {
    const { waits: w, ring, open, answers, signals } = waits();
    const first = open();
    const many = ring.generate('far', [context]);
    const end = w.capture();
    assert.equal(end(), true);
    await assert.rejects(async () => first, { sqlstate: '57014', message: 'canceling statement due to user request' });
    await assert.rejects(async () => many, { sqlstate: '57014' });
    assert.equal(signals[0]?.aborted, true);
    answers[0]('key');
    const next = open();
    void ring.generate('far', [context]);
    assert.equal(signals[1]?.aborted, false);
    assert.equal(end(), false, 'none of them is left');
    answers[1]('key');
    assert.equal(await next, key);
});
test('once the client is gone no wait begins any more', async () => {
    const { waits: w, open } = waits();
    const before = open();
    w.close();
    await assert.rejects(async () => before, { sqlstate: '57014' });
    await assert.rejects(async () => open(), { sqlstate: '57014' });
    assert.equal(open('at hand'), key);
    assert.equal(w.waiting, false);
});
//# sourceMappingURL=key-waits.test.js.map