// A second opinion on the codec by another implementation. It turns rows into text, so rows are left to our own tests.
import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import { test } from 'node:test';
import { parse, serialize } from 'pg-protocol';
import { encodeAuthentication } from '../../src/wire/authentication.js';
import { encodeBackendKeyData } from '../../src/wire/backend-key-data.js';
import { encodeBind } from '../../src/wire/bind.js';
import { encodeCancelRequest } from '../../src/wire/cancel-request.js';
import { encodeClose } from '../../src/wire/close.js';
import { encodeCommandComplete } from '../../src/wire/command-complete.js';
import { encodeCopyData } from '../../src/wire/copy-data.js';
import { encodeCopyFail } from '../../src/wire/copy-fail.js';
import { encodeDescribe } from '../../src/wire/describe.js';
import { encodeErrorResponse } from '../../src/wire/error-response.js';
import { encodeExecute } from '../../src/wire/execute.js';
import { encodeNotificationResponse } from '../../src/wire/notification-response.js';
import { encodeParameterDescription } from '../../src/wire/parameter-description.js';
import { encodeParameterStatus } from '../../src/wire/parameter-status.js';
import { encodeParse } from '../../src/wire/parse.js';
import { encodeQuery } from '../../src/wire/query.js';
import { encodeReadyForQuery } from '../../src/wire/ready-for-query.js';
import { encodeRowDescription } from '../../src/wire/row-description.js';
import { encodeSSLRequest } from '../../src/wire/ssl-request.js';
import { encodeStartupMessage } from '../../src/wire/startup-message.js';
const text = (value) => Buffer.from(value);
test('frontend messages are the bytes that pg-protocol writes', () => {
    const pairs = [
        [encodeQuery({ type: 'Query', query: text('select 1 -- ü') }), serialize.query('select 1 -- ü')],
        [
            encodeParse({ type: 'Parse', name: 's1', query: text('select $1'), parameterTypes: [25, 0] }),
            serialize.parse({ name: 's1', text: 'select $1', types: [25, 0] }),
        ],
        [
            encodeBind({
                type: 'Bind',
                portal: 'p',
                statement: 's1',
                parameterFormats: [0, 1, 0],
                values: [text('a'), Buffer.from([1, 2]), null],
                resultFormats: [1],
            }),
            serialize.bind({ portal: 'p', statement: 's1', values: ['a', Buffer.from([1, 2]), null], binary: true }),
        ],
        [encodeExecute({ type: 'Execute', portal: 'p', maxRows: 7 }), serialize.execute({ portal: 'p', rows: 7 })],
        [
            encodeDescribe({ type: 'Describe', target: 'statement', name: 'x' }),
            serialize.describe({ type: 'S', name: 'x' }),
        ],
        [encodeClose({ type: 'Close', target: 'portal', name: 'x' }), serialize.close({ type: 'P', name: 'x' })],
        [encodeCopyData({ type: 'CopyData', bytes: text('1\t2\n') }), serialize.copyData(text('1\t2\n'))],
        [encodeCopyFail({ type: 'CopyFail', reason: text('no') }), serialize.copyFail('no')],
        [
            encodeStartupMessage({
                type: 'StartupMessage',
                protocolVersion: 196608,
                parameters: [
                    ['user', 'u'],
                    ['client_encoding', 'UTF8'],
                ],
            }),
            serialize.startup({ user: 'u' }),
        ],
        [encodeSSLRequest(), serialize.requestSsl()],
        [
            encodeCancelRequest({ type: 'CancelRequest', processId: 17, secretKey: Buffer.from([0, 0, 1, 2]) }),
            serialize.cancel(17, 0x102),
        ],
    ];
    for (const [ours, theirs] of pairs)
        assert.deepEqual(ours, Buffer.from(theirs));
});
test('backend messages mean to pg-protocol what they mean to us', async () => {
    const read = async (frame) => {
        const got = [];
        const stream = new PassThrough();
        const ended = parse(stream, (message) => got.push(message));
        stream.end(frame);
        await ended;
        assert.equal(got.length, 1);
        return got[0];
    };
    const has = async (frame, expected) => {
        const message = await read(frame);
        for (const [name, value] of Object.entries(expected))
            assert.deepEqual(message[name], value, name);
    };
    await has(encodeAuthentication({ type: 'Authentication', request: 5, bytes: Buffer.from([1, 2, 3, 4]) }), {
        name: 'authenticationMD5Password',
        salt: Buffer.from([1, 2, 3, 4]),
    });
    await has(encodeBackendKeyData({ type: 'BackendKeyData', processId: 9, secretKey: Buffer.from([0, 0, 0, 8]) }), {
        processID: 9,
        secretKey: 8,
    });
    await has(encodeParameterStatus({ type: 'ParameterStatus', name: 'TimeZone', value: text('UTC') }), {
        parameterName: 'TimeZone',
        parameterValue: 'UTC',
    });
    await has(encodeReadyForQuery({ type: 'ReadyForQuery', status: 'T' }), { name: 'readyForQuery', status: 'T' });
    await has(encodeCommandComplete({ type: 'CommandComplete', tag: 'INSERT 0 1' }), { text: 'INSERT 0 1' });
    await has(encodeParameterDescription({ type: 'ParameterDescription', typeOids: [25, 23] }), { dataTypeIDs: [25, 23] });
    await has(encodeNotificationResponse({ type: 'NotificationResponse', processId: 4, channel: 'c', payload: text('x') }), {
        processId: 4,
        channel: 'c',
        payload: 'x',
    });
    await has(encodeErrorResponse({
        type: 'ErrorResponse',
        fields: [
            { code: 'S', value: text('ERROR') },
            { code: 'C', value: text('0A000') },
            { code: 'M', value: text('no') },
        ],
    }), { severity: 'ERROR', code: '0A000', message: 'no' });
    const description = await read(encodeRowDescription({
        type: 'RowDescription',
        fields: [
            {
                name: text('e'),
                tableOid: 1,
                columnNumber: 2,
                typeOid: 25,
                typeLength: -1,
                typeModifier: -1,
                format: 1,
            },
        ],
    }));
    const [field] = description.fields;
    assert.equal(field?.name, 'e');
    assert.equal(field?.dataTypeID, 25);
    assert.equal(field?.format, 'binary');
});
//# sourceMappingURL=pg-protocol.test.js.map