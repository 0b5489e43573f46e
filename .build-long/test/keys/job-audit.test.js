import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PgsealError } from '../../src/errors.js';
import { auditedJobRing } from '../../src/keys/job-audit.js';
import { namedKey } from './named-keys.js';
import { keyPartOf, label, ring, users } from './ring.js';
import { startKms } from './test-kms.js';
class Trail {
    lines = [];
    written = true;
    append(fields) {
        if (this.written !== true)
            return false;
        this.lines.push(JSON.parse(`{${fields}}`));
        return true;
    }
    check() { }
    failure() {
        return this.written === 'refuse' ? new PgsealError('auditUnwritable') : undefined;
    }
}
test('what is asked for at one time is one line, written before any of it is given out', async (t) => {
    const { server, endpoint } = await startKms(t);
    const keyId = server.keys.create('ENCRYPT_DECRYPT', false).arn;
    const plain = (await ring(t, namedKey({ kms: 'aws', keyId, endpoint }))).ring;
    const trail = new Trail();
    const keys = auditedJobRing(plain, { job: 'rotate', user: 'admin', trail, records: 2 });
    const contexts = [1, 2, 3].map((id) => ({ ...users, record: `users/${id}` }));
    const made = await keys.generate('default', contexts);
    assert.deepEqual(trail.lines[0], {
        event: 'job',
        id: 'rotate/1',
        job: 'rotate',
        user: 'admin',
        tables: ['public.users'],
        columns: [],
        dataKeys: { made: 3, opened: 0, rewrapped: 0 },
        records: ['users/1', 'users/2'],
        recordsMore: 1,
        keys: trail.lines[0].keys,
        kmsCalls: 3,
        kmsRequests: server.calls
            .filter(({ operation }) => operation === 'GenerateDataKey')
            .map(({ requestId }) => requestId),
        cacheHits: 0,
        outcome: 'ok',
    });
    const given = [];
    await Promise.all(made.map((key, at) => Promise.resolve(keys.open('default', keyPartOf(key), contexts[at], label)).then(() => given.push(trail.lines.length))));
    assert.deepEqual(given, [2, 2, 2]);
    assert.deepEqual([trail.lines[1].dataKeys, trail.lines[1].columns], [{ made: 0, opened: 3, rewrapped: 0 }, [label]]);
    // One that does not open is told, and the others are given.
    const results = await Promise.allSettled([
        keys.open('default', keyPartOf(made[0]), contexts[1], label),
        keys.open('default', keyPartOf(made[1]), contexts[1], label),
    ]);
    assert.deepEqual(results.map(({ status }) => status), ['rejected', 'fulfilled']);
    assert.deepEqual([trail.lines[2].outcome, trail.lines[2].failed, trail.lines[2].error], ['XX001', 1, 'openFailed']);
    trail.written = 'refuse';
    await assert.rejects(async () => keys.open('default', keyPartOf(made[0]), contexts[0], label), {
        errorName: 'auditUnwritable',
    });
    trail.written = 'continue';
    await keys.open('default', keyPartOf(made[0]), contexts[0], label);
    assert.equal(trail.lines.length, 3);
});
//# sourceMappingURL=job-audit.test.js.map