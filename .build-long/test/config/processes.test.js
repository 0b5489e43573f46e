import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseConfig } from '../../src/config/load-config.js';
const head = 'upstream: postgres://127.0.0.1/app\ncontrol: postgres://pgseal@127.0.0.1/app\n';
const tables = 'keys: { default: { kms: local, keyFile: k } }\ntables: { a.b: { columns: { c: { type: text } } } }\n';
const load = (text) => parseConfig(head + text + tables, 'm.yaml');
test('one process serves unless the map says more', () => {
    assert.equal(load('').workers, 1);
    assert.equal(load('workers: 4\n').workers, 4);
    assert.throws(() => load('workers: 0\n'), { errorName: 'invalidMap' });
});
test('timeouts are durations, each with its default', () => {
    assert.deepEqual(load('').timeouts, { loginMs: 60_000, drainMs: 30_000 });
    assert.deepEqual(load('timeouts: { drain: 2m }\n').timeouts, { loginMs: 60_000, drainMs: 120_000 });
    for (const wrong of ['soon', '0s', '90d']) {
        assert.throws(() => load(`timeouts: { login: ${wrong} }\n`), {
            message: /timeouts\.login: expected a duration such as/,
        });
    }
});
test('what one process writes and counts is refused with several', () => {
    assert.throws(() => load('workers: 2\nalerts: { failures: { perMinute: 5 } }\n'), {
        message: /^m\.yaml:4:\d+: alerts: one process writes and counts, so it needs workers: 1$/,
    });
    load('workers: 1\nalerts: { failures: { perMinute: 5 } }\n');
});
test('http is a port on loopback, or an address', () => {
    assert.equal(load('').http, undefined);
    assert.deepEqual(load('http: 9187\n').http, { host: '127.0.0.1', port: 9187 });
    assert.deepEqual(load('http: "9187"\n').http, { host: '127.0.0.1', port: 9187 });
    assert.deepEqual(load('http: 0.0.0.0:9187\n').http, { host: '0.0.0.0', port: 9187 });
    assert.throws(() => load('http: nowhere\n'), { message: /http: expected host:port$/ });
});
//# sourceMappingURL=processes.test.js.map