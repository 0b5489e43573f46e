import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CircuitBreaker } from '../../src/keys/circuit-breaker.js';
function breaker(outages = 3) {
    const changes = [];
    const clock = { now: 0 };
    const made = new CircuitBreaker({
        outages,
        pauseMs: 100,
        longestPauseMs: 300,
        now: () => clock.now,
        onChange: (state) => changes.push(state),
    });
    const fail = () => made.enter().failed();
    return { breaker: made, clock, changes, fail };
}
test('outages in a row open it; an answer in between begins the count anew', () => {
    const { breaker: b, changes, fail } = breaker();
    fail();
    fail();
    b.enter().answered();
    fail();
    fail();
    assert.equal(b.pausedFor(), undefined);
    fail();
    assert.equal(b.pausedFor(), 100);
    assert.equal(b.enter(), undefined);
    assert.deepEqual(changes, ['open']);
});
test('one break of many connections is one outage', () => {
    const { breaker: b } = breaker();
    const passages = Array.from({ length: 50 }, () => b.enter());
    for (const passage of passages)
        passage.failed();
    assert.equal(b.pausedFor(), undefined);
});
test('after its pause one probe goes ahead; its answer closes it, else the next one waits for longer', () => {
    const { breaker: b, clock, changes, fail } = breaker();
    for (let i = 0; i < 3; i += 1)
        fail();
    for (const pause of [100, 200, 300, 300]) {
        clock.now += pause - 1;
        assert.equal(b.enter(), undefined);
        clock.now += 1;
        const probe = b.enter();
        assert.equal(b.enter(), undefined, 'the next has to wait');
        if (pause !== 200)
            probe.failed();
    }
    clock.now += 300;
    b.enter().answered();
    assert.deepEqual(changes, ['open', 'closed']);
    for (let i = 0; i < 3; i += 1)
        fail();
    assert.equal(b.pausedFor(), 100, 'the pause is short again');
});
test('an answer to a call from before closes it; a late failure changes nothing', () => {
    const { breaker: b, changes, fail } = breaker();
    const slow = b.enter();
    const late = b.enter();
    for (let i = 0; i < 3; i += 1)
        fail();
    slow.answered();
    assert.equal(b.pausedFor(), undefined);
    assert.deepEqual(changes, ['open', 'closed']);
    late.failed();
    fail();
    fail();
    assert.equal(b.pausedFor(), undefined);
});
//# sourceMappingURL=circuit-breaker.test.js.map