import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseConfig } from '../../src/config/load-config.js';
import { mapText } from './map-text.js';
const load = (top) => parseConfig(mapText({ top }), '/etc/pgseal/m.yaml', { environment: {} });
function problem(top) {
    try {
        load(top);
    }
    catch (error) {
        const { message, detail } = error;
        return [message, detail].filter((part) => part !== undefined).join('\n');
    }
    return '';
}
test('audit: everything optional is filled in, files are found from the map', () => {
    assert.deepEqual(load('audit: { file: a.jsonl, key: { keyFile: a.key } }').audit, {
        path: '/etc/pgseal/a.jsonl',
        rotateBytes: 64 * 1024 * 1024,
        keep: undefined,
        key: { keyFile: '/etc/pgseal/a.key' },
        anchors: undefined,
        onFailure: 'refuse',
        records: 20,
        jobs: undefined,
    });
    assert.deepEqual(load('audit: { file: a, key: { keyFile: k }, jobs: { file: b, key: { namedKey: default } } }').audit.jobs, { path: '/etc/pgseal/b', key: { namedKey: 'default' } });
});
test('audit: anchors by time or by lines, at a webhook or a key service', () => {
    const anchors = (text) => load(`audit: { file: a, key: { namedKey: default }, anchors: { ${text} } }`).audit.anchors;
    assert.deepEqual(anchors('to: kms, namedKey: default, every: 500'), {
        every: { lines: 500 },
        to: { namedKey: 'default' },
    });
    assert.deepEqual(anchors('to: webhook, url: "https://a/b", every: 30s'), {
        every: { ms: 30_000 },
        to: { webhook: { url: 'https://a/b', headers: {}, timeoutMs: 5_000 } },
    });
});
const audit = (text) => `audit: { file: a, key: { keyFile: k }, ${text} }`;
for (const [name, top, expected] of [
    ['no key', 'audit: { file: a, key: {} }', /audit\.key: needs keyFile or namedKey/],
    ['two keys', 'audit: { file: a, key: { keyFile: k, namedKey: default } }', /needs keyFile or namedKey/],
    [
        'a key that is not there',
        'audit: { file: a, key: { namedKey: defalt } }',
        /no key "defalt".*did you mean "default"/,
    ],
    [
        'one file for two',
        audit('jobs: { file: ./a, key: { keyFile: j } }'),
        /audit\.jobs\.file: is the file of the proxy/,
    ],
    [
        'one key for two',
        audit('jobs: { file: b, key: { keyFile: ./k } }'),
        /audit\.jobs\.key\.keyFile: is that of the proxy/,
    ],
    ['commands without a key', audit('jobs: { file: b, key: {} }'), /audit\.jobs\.key: needs keyFile or namedKey/],
    ['anchors without a place', audit('anchors: { to: webhook }'), /to: webhook needs a URL/],
    ['anchors without a key', audit('anchors: { to: kms }'), /to: kms needs the name of a key/],
    ['a time that is none', audit('anchors: { to: webhook, url: "https://a", every: soon }'), /a duration such as 30s/],
    ['plain http elsewhere', audit('anchors: { to: webhook, url: "http://a.internal" }'), /http is for loopback/],
    ['a password in a URL', audit('anchors: { to: webhook, url: "https://a:b@c" }'), /must not hold a user or password/],
    [
        'a header that is none',
        audit('anchors: { to: webhook, url: "https://a", headers: { "a b": c } }'),
        /not one of HTTP/,
    ],
    [
        'a label that is none',
        'alerts: { opened: [{ perMinute: 1, columns: [a.b.x] }] }',
        /no column has the label "a\.b\.x"/,
    ],
    [
        'a brake on everybody',
        'alerts: { firstSeen: { action: refuse } }',
        /alerts\.firstSeen\.known: action: refuse serves known users alone, and none is known/,
    ],
    ['no canary', 'alerts: { canaries: { records: [] } }', /alerts\.canaries\.records/],
]) {
    test(`audit and alerts, refused: ${name}`, () => assert.match(problem(top), expected));
}
test('http is let through to loopback, also by IPv6', () => {
    for (const url of ['http://127.0.0.1:9/x', 'http://[::1]:9/x', 'http://localhost/x']) {
        assert.equal(problem(`alerts: { webhook: { url: "${url}" } }`), '');
    }
});
//# sourceMappingURL=audit-map.test.js.map