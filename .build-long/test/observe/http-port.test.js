import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openHttpPort } from '../../src/observe/http-port.js';
test('statuses follow what is answered; degraded is ready unless the KMS is required', async (t) => {
    let readiness = { status: 'ready', checks: { server: 'ok' } };
    let alive = true;
    const port = await openHttpPort({ host: '127.0.0.1', port: 0 }, {
        alive: () => alive,
        ready: async () => readiness,
        metrics: async () => [{ name: 'one', type: 'gauge', help: 'One.', samples: [{ labels: {}, value: 1 }] }],
    });
    t.after(() => port.close());
    const at = `http://127.0.0.1:${port.port}`;
    const status = async (path, method = 'GET') => (await fetch(at + path, { method })).status;
    const all = async () => [await status('/livez'), await status('/readyz'), await status('/readyz?require=kms')];
    assert.deepEqual(await all(), [200, 200, 200]);
    readiness = { status: 'degraded', checks: { 'key default': 'keyServiceUnavailable' } };
    assert.deepEqual(await all(), [200, 200, 503]);
    readiness = { status: 'unavailable', checks: { server: 'upstreamUnreachable' } };
    alive = false;
    assert.deepEqual(await all(), [503, 503, 503]);
    assert.deepEqual(await (await fetch(`${at}/readyz`)).json(), readiness);
    assert.equal(await (await fetch(`${at}/metrics`)).text(), '# HELP one One.\n# TYPE one gauge\none 1\n');
    assert.deepEqual([await status('/'), await status('/metrics', 'POST'), await status('/livez', 'HEAD')], [404, 405, 503]);
});
//# sourceMappingURL=http-port.test.js.map