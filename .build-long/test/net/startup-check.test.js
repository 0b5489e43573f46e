import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PgsealError } from '../../src/errors.js';
import { checkStartup } from '../../src/net/startup-check.js';
import { optionSettings } from '../../src/net/startup-options.js';
import { decodeNegotiateProtocolVersion } from '../../src/wire/negotiate-protocol-version.js';
import { decodeStartupMessage, encodeStartupMessage } from '../../src/wire/startup-message.js';
const rules = { database: 'app', passthroughDatabases: ['other'], tablesMapped: true };
function check(parameters, version = 196608, given = rules) {
    const packet = encodeStartupMessage({ type: 'StartupMessage', protocolVersion: version, parameters });
    return checkStartup(packet.subarray(4), given);
}
function app(...more) {
    return [['user', 'u'], ['database', 'app'], ...more];
}
function refused(parameters, name, version) {
    assert.throws(() => check(parameters, version), (error) => error instanceof PgsealError && error.errorName === name && error.severity === 'FATAL', JSON.stringify(parameters));
}
test('A13: everything else goes on as the bytes that came', () => {
    const parameters = app(['application_name', 'x'], ['search_path', 'a, b'], ['foo.bar', '1'], ['TimeZone', 'UTC']);
    const packet = encodeStartupMessage({ type: 'StartupMessage', protocolVersion: 196608, parameters });
    const startup = check(parameters);
    assert.deepEqual(startup?.packet, packet);
    assert.equal(startup?.negotiate, undefined);
    assert.equal(startup?.parameters.get('foo.bar'), '1');
});
test('A10, A11: each leg is negotiated by itself: newer versions and _pq_ options end here', () => {
    for (const version of [196608, 196610, 0x3270f]) {
        const startup = check(app(['_pq_.test', 'x'], ['options', '-c a=b']), version);
        const negotiate = startup?.negotiate;
        assert.equal(negotiate?.[0], 'v'.charCodeAt(0));
        assert.deepEqual(decodeNegotiateProtocolVersion(negotiate.subarray(5)), {
            type: 'NegotiateProtocolVersion',
            version: 196608,
            options: ['_pq_.test'],
        });
        assert.deepEqual(decodeStartupMessage(startup.packet.subarray(4)), {
            type: 'StartupMessage',
            protocolVersion: 196608,
            parameters: app(['options', '-c a=b']),
        });
    }
    assert.ok(check(app(), 196610)?.negotiate);
    refused(app(), 'unsupportedProtocol', 4 << 16);
    assert.equal(check(app(), 2 << 16), undefined);
});
test('the database is the upstream one, a listed one, or refused; without one it is the user name', () => {
    assert.equal(check(app())?.database, 'app');
    assert.equal(check([['user', 'app']])?.database, 'app');
    assert.equal(check([
        ['user', 'app'],
        ['database', ''],
    ])?.database, 'app');
    assert.equal(check([
        ['user', 'u'],
        ['database', 'other'],
    ])?.database, 'other');
    refused([['user', 'u']], 'databaseNotServed');
    refused([
        ['user', 'app'],
        ['database', 'App'],
    ], 'databaseNotServed');
    refused([['database', 'app']], 'noUserName');
    refused([['user', `${'u'.repeat(62)}é`]], 'userNameLength');
});
test('A15: replication is refused unless it is off', () => {
    for (const value of ['true', 'database', 'on', '1', 'yes', 'y', 't', 'TRUE', 'x', '']) {
        refused(app(['replication', value]), 'replicationNotServed');
    }
    for (const value of ['false', 'off', '0', 'no', 'OF', 'f', 'n'])
        assert.ok(check(app(['replication', value])));
    refused(app(['replication', 'true'], ['replication', 'off']), 'replicationNotServed');
});
test('B24: client_encoding must be UTF8 in every place and spelling', () => {
    for (const value of ['UTF8', 'utf-8', 'Unicode', "'utf_8'", 'SQL_ASCII']) {
        assert.ok(check(app(['client_encoding', value])), value);
    }
    for (const value of ['LATIN1', 'auto', 'SJIS', '', 'UTF16', 'MULE_INTERNAL']) {
        refused(app(['client_encoding', value]), 'startupEncoding');
    }
    refused(app(['Client_Encoding', 'LATIN1']), 'startupEncoding');
    refused(app(['client_encoding', 'UTF8'], ['client_encoding', 'LATIN1']), 'startupEncoding');
    for (const options of [
        '-c client_encoding=latin1',
        '-cclient_encoding=latin1',
        '--client_encoding=latin1',
        '--client-encoding=latin1',
        '  -c   CLIENT_ENCODING=latin1 ',
        '-c client_enc\\oding=latin1',
        '-c\tclient_encoding=\\ latin1',
        '-Ec client_encoding=latin1',
        '-d 3 -c client_encoding=latin1',
        '-S 64 --work_mem=4MB -c client_encoding=latin1',
        '-c search_path=a\\ b -c client_encoding=latin1',
    ]) {
        refused(app(['options', options]), 'startupEncoding');
    }
    assert.ok(check(app(['options', '-c client_encoding=utf8 --search-path=x'])));
    const empty = { ...rules, tablesMapped: false };
    assert.ok(check(app(['client_encoding', 'LATIN1']), undefined, empty));
    assert.ok(check([
        ['user', 'u'],
        ['database', 'other'],
        ['client_encoding', 'LATIN1'],
    ]));
});
test('B25: standard_conforming_strings must be on', () => {
    for (const value of ['on', 'ON', '1', 'true', 't', 'yes', 'y']) {
        assert.ok(check(app(['standard_conforming_strings', value])));
    }
    for (const value of ['off', '0', 'of', 'false', 'no', '', 'o', 'maybe']) {
        refused(app(['standard_conforming_strings', value]), 'startupStrings');
    }
    refused(app(['options', '--standard-conforming-strings=off']), 'startupStrings');
});
test('options are split as pg_split_opts splits them', () => {
    const values = (text) => optionSettings(text).map(({ name, value }) => `${name}=${value}`);
    assert.deepEqual(values('-c a=b --c-d=e\\ f -cg=h\\\\i'), ['a=b', 'c_d=e f', 'g=h\\i']);
    assert.deepEqual(values('-c a=b -- -c c=d'), ['a=b']);
    assert.deepEqual(values('-B 16 -W -c a=b'), []);
    assert.deepEqual(values('-c'), []);
    assert.deepEqual(values(''), []);
    assert.deepEqual(values('-c a=b=c'), ['a=b=c']);
    assert.deepEqual(values('-c a=\\'), ['a=']);
});
//# sourceMappingURL=startup-check.test.js.map