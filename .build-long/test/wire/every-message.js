// Every message of the protocol with its codec and a maker of random examples: round trips, fuzzing and transcripts all
// run over this one table.
import { decodeAuthentication, encodeAuthentication } from '../../src/wire/authentication.js';
import { decodeBackendKeyData, encodeBackendKeyData } from '../../src/wire/backend-key-data.js';
import { decodeBind, encodeBind } from '../../src/wire/bind.js';
import { decodeBindComplete, encodeBindComplete } from '../../src/wire/bind-complete.js';
import { decodeCancelRequest, encodeCancelRequest } from '../../src/wire/cancel-request.js';
import { decodeClose, encodeClose } from '../../src/wire/close.js';
import { decodeCloseComplete, encodeCloseComplete } from '../../src/wire/close-complete.js';
import { decodeCommandComplete, encodeCommandComplete } from '../../src/wire/command-complete.js';
import { decodeCopyBothResponse, encodeCopyBothResponse } from '../../src/wire/copy-both-response.js';
import { decodeCopyData, encodeCopyData } from '../../src/wire/copy-data.js';
import { decodeCopyDone, encodeCopyDone } from '../../src/wire/copy-done.js';
import { decodeCopyFail, encodeCopyFail } from '../../src/wire/copy-fail.js';
import { decodeCopyInResponse, encodeCopyInResponse } from '../../src/wire/copy-in-response.js';
import { decodeCopyOutResponse, encodeCopyOutResponse } from '../../src/wire/copy-out-response.js';
import { decodeDataRow, encodeDataRow } from '../../src/wire/data-row.js';
import { decodeDescribe, encodeDescribe } from '../../src/wire/describe.js';
import { decodeEmptyQueryResponse, encodeEmptyQueryResponse } from '../../src/wire/empty-query-response.js';
import { decodeErrorResponse, encodeErrorResponse } from '../../src/wire/error-response.js';
import { decodeExecute, encodeExecute } from '../../src/wire/execute.js';
import { decodeFlush, encodeFlush } from '../../src/wire/flush.js';
import { decodeFunctionCall, encodeFunctionCall } from '../../src/wire/function-call.js';
import { decodeFunctionCallResponse, encodeFunctionCallResponse } from '../../src/wire/function-call-response.js';
import { decodeGSSENCRequest, encodeGSSENCRequest } from '../../src/wire/gssenc-request.js';
import { backend, frontend } from '../../src/wire/message-codes.js';
import { decodeNegotiateProtocolVersion, encodeNegotiateProtocolVersion, } from '../../src/wire/negotiate-protocol-version.js';
import { decodeNoData, encodeNoData } from '../../src/wire/no-data.js';
import { decodeNoticeResponse, encodeNoticeResponse } from '../../src/wire/notice-response.js';
import { decodeNotificationResponse, encodeNotificationResponse } from '../../src/wire/notification-response.js';
import { decodeParameterDescription, encodeParameterDescription } from '../../src/wire/parameter-description.js';
import { decodeParameterStatus, encodeParameterStatus } from '../../src/wire/parameter-status.js';
import { decodeParse, encodeParse } from '../../src/wire/parse.js';
import { decodeParseComplete, encodeParseComplete } from '../../src/wire/parse-complete.js';
import { decodePasswordMessage, encodePasswordMessage } from '../../src/wire/password-message.js';
import { decodePortalSuspended, encodePortalSuspended } from '../../src/wire/portal-suspended.js';
import { decodeQuery, encodeQuery } from '../../src/wire/query.js';
import { decodeReadyForQuery, encodeReadyForQuery } from '../../src/wire/ready-for-query.js';
import { decodeRowDescription, encodeRowDescription } from '../../src/wire/row-description.js';
import { decodeSSLRequest, encodeSSLRequest } from '../../src/wire/ssl-request.js';
import { decodeStartupMessage, encodeStartupMessage } from '../../src/wire/startup-message.js';
import { decodeSync, encodeSync } from '../../src/wire/sync.js';
import { decodeTerminate, encodeTerminate } from '../../src/wire/terminate.js';
const names = ['', 'a', 's_1', 'Überkonto', 'naïve "quoted"', '日本'];
const text = (random) => Buffer.from(random.bytes(random.below(40)).map((byte) => (byte === 0 ? 1 : byte)));
const name = (random) => random.pick(names);
const value = (random) => (random.below(4) === 0 ? null : random.bytes(random.below(50)));
const formats = (random) => random.list(4, () => random.below(2));
const oid = (random) => random.pick([0, 16, 23, 25, 17, 0x7fffffff, 0x80000000, 0xffffffff]);
const int32 = (random) => random.pick([0, 1, -1, 5, 0x7fffffff, -0x80000000]);
const key = (random) => random.bytes(random.pick([4, 5, 32, 256]));
const fields = (random) => random.list(8, () => ({ code: random.pick(['S', 'V', 'C', 'M', 'D', 'H', 'P']), value: text(random) }));
export const frontendCodecs = [
    {
        name: 'Bind',
        code: frontend.bind,
        decode: decodeBind,
        encode: encodeBind,
        make: (r) => ({
            portal: name(r),
            statement: name(r),
            parameterFormats: formats(r),
            values: r.list(6, () => value(r)),
            resultFormats: formats(r),
        }),
    },
    {
        name: 'Close',
        code: frontend.close,
        decode: decodeClose,
        encode: encodeClose,
        make: (r) => ({ target: r.pick(['statement', 'portal']), name: name(r) }),
    },
    {
        name: 'CopyData',
        code: frontend.copyData,
        decode: decodeCopyData,
        encode: encodeCopyData,
        make: (r) => ({ bytes: r.bytes(r.below(100)) }),
    },
    {
        name: 'CopyDone',
        code: frontend.copyDone,
        decode: decodeCopyDone,
        encode: encodeCopyDone,
        make: () => ({}),
    },
    {
        name: 'CopyFail',
        code: frontend.copyFail,
        decode: decodeCopyFail,
        encode: encodeCopyFail,
        make: (r) => ({ reason: text(r) }),
    },
    {
        name: 'Describe',
        code: frontend.describe,
        decode: decodeDescribe,
        encode: encodeDescribe,
        make: (r) => ({ target: r.pick(['statement', 'portal']), name: name(r) }),
    },
    {
        name: 'Execute',
        code: frontend.execute,
        decode: decodeExecute,
        encode: encodeExecute,
        make: (r) => ({ portal: name(r), maxRows: int32(r) }),
    },
    { name: 'Flush', code: frontend.flush, decode: decodeFlush, encode: encodeFlush, make: () => ({}) },
    {
        name: 'FunctionCall',
        code: frontend.functionCall,
        decode: decodeFunctionCall,
        encode: encodeFunctionCall,
        make: (r) => ({
            functionOid: oid(r),
            argumentFormats: formats(r),
            values: r.list(4, () => value(r)),
            resultFormat: r.below(2),
        }),
    },
    {
        name: 'Parse',
        code: frontend.parse,
        decode: decodeParse,
        encode: encodeParse,
        make: (r) => ({ name: name(r), query: text(r), parameterTypes: r.list(5, () => oid(r)) }),
    },
    {
        name: 'PasswordMessage',
        code: frontend.password,
        decode: decodePasswordMessage,
        encode: encodePasswordMessage,
        make: (r) => ({ bytes: r.bytes(r.below(60)) }),
    },
    {
        name: 'Query',
        code: frontend.query,
        decode: decodeQuery,
        encode: encodeQuery,
        make: (r) => ({ query: text(r) }),
    },
    { name: 'Sync', code: frontend.sync, decode: decodeSync, encode: encodeSync, make: () => ({}) },
    {
        name: 'Terminate',
        code: frontend.terminate,
        decode: decodeTerminate,
        encode: encodeTerminate,
        make: () => ({}),
    },
];
export const startupCodecs = [
    {
        name: 'CancelRequest',
        code: undefined,
        decode: decodeCancelRequest,
        encode: encodeCancelRequest,
        make: (r) => ({ processId: int32(r), secretKey: key(r) }),
    },
    {
        name: 'SSLRequest',
        code: undefined,
        decode: decodeSSLRequest,
        encode: encodeSSLRequest,
        make: () => ({}),
    },
    {
        name: 'GSSENCRequest',
        code: undefined,
        decode: decodeGSSENCRequest,
        encode: encodeGSSENCRequest,
        make: () => ({}),
    },
    {
        name: 'StartupMessage',
        code: undefined,
        decode: decodeStartupMessage,
        encode: encodeStartupMessage,
        make: (r) => ({
            protocolVersion: r.pick([196608, 196610, 262144]),
            parameters: r.list(4, () => [r.pick(['user', 'database', '_pq_.x', 'options']), name(r)]),
        }),
    },
];
export const backendCodecs = [
    {
        name: 'Authentication',
        code: backend.authentication,
        decode: decodeAuthentication,
        encode: encodeAuthentication,
        make: (r) => r.pick([
            { request: 0, bytes: Buffer.alloc(0) },
            { request: 3, bytes: Buffer.alloc(0) },
            { request: 5, bytes: r.bytes(4) },
            { request: 10, bytes: Buffer.from('SCRAM-SHA-256\0\0') },
            { request: 11, bytes: r.bytes(r.below(60)) },
        ]),
    },
    {
        name: 'BackendKeyData',
        code: backend.backendKeyData,
        decode: decodeBackendKeyData,
        encode: encodeBackendKeyData,
        make: (r) => ({ processId: int32(r), secretKey: key(r) }),
    },
    {
        name: 'BindComplete',
        code: backend.bindComplete,
        decode: decodeBindComplete,
        encode: encodeBindComplete,
        make: () => ({}),
    },
    {
        name: 'CloseComplete',
        code: backend.closeComplete,
        decode: decodeCloseComplete,
        encode: encodeCloseComplete,
        make: () => ({}),
    },
    {
        name: 'CommandComplete',
        code: backend.commandComplete,
        decode: decodeCommandComplete,
        encode: encodeCommandComplete,
        make: (r) => ({ tag: r.pick(['INSERT 0 1', 'SELECT 12', 'BEGIN', '']) }),
    },
    {
        name: 'CopyInResponse',
        code: backend.copyInResponse,
        decode: decodeCopyInResponse,
        encode: encodeCopyInResponse,
        make: (r) => ({ format: r.below(2), columnFormats: formats(r) }),
    },
    {
        name: 'CopyOutResponse',
        code: backend.copyOutResponse,
        decode: decodeCopyOutResponse,
        encode: encodeCopyOutResponse,
        make: (r) => ({ format: r.below(2), columnFormats: formats(r) }),
    },
    {
        name: 'CopyBothResponse',
        code: backend.copyBothResponse,
        decode: decodeCopyBothResponse,
        encode: encodeCopyBothResponse,
        make: (r) => ({ format: r.below(2), columnFormats: formats(r) }),
    },
    {
        name: 'DataRow',
        code: backend.dataRow,
        decode: decodeDataRow,
        encode: encodeDataRow,
        make: (r) => ({ values: r.list(8, () => value(r)) }),
    },
    {
        name: 'EmptyQueryResponse',
        code: backend.emptyQueryResponse,
        decode: decodeEmptyQueryResponse,
        encode: encodeEmptyQueryResponse,
        make: () => ({}),
    },
    {
        name: 'ErrorResponse',
        code: backend.errorResponse,
        decode: decodeErrorResponse,
        encode: encodeErrorResponse,
        make: (r) => ({ fields: fields(r) }),
    },
    {
        name: 'NoticeResponse',
        code: backend.noticeResponse,
        decode: decodeNoticeResponse,
        encode: encodeNoticeResponse,
        make: (r) => ({ fields: fields(r) }),
    },
    {
        name: 'FunctionCallResponse',
        code: backend.functionCallResponse,
        decode: decodeFunctionCallResponse,
        encode: encodeFunctionCallResponse,
        make: (r) => ({ value: value(r) }),
    },
    {
        name: 'NegotiateProtocolVersion',
        code: backend.negotiateProtocolVersion,
        decode: decodeNegotiateProtocolVersion,
        encode: encodeNegotiateProtocolVersion,
        make: (r) => ({ version: 196608, options: r.list(3, () => name(r)) }),
    },
    { name: 'NoData', code: backend.noData, decode: decodeNoData, encode: encodeNoData, make: () => ({}) },
    {
        name: 'NotificationResponse',
        code: backend.notificationResponse,
        decode: decodeNotificationResponse,
        encode: encodeNotificationResponse,
        make: (r) => ({ processId: int32(r), channel: name(r), payload: text(r) }),
    },
    {
        name: 'ParameterDescription',
        code: backend.parameterDescription,
        decode: decodeParameterDescription,
        encode: encodeParameterDescription,
        make: (r) => ({ typeOids: r.list(5, () => oid(r)) }),
    },
    {
        name: 'ParameterStatus',
        code: backend.parameterStatus,
        decode: decodeParameterStatus,
        encode: encodeParameterStatus,
        make: (r) => ({ name: name(r), value: text(r) }),
    },
    {
        name: 'ParseComplete',
        code: backend.parseComplete,
        decode: decodeParseComplete,
        encode: encodeParseComplete,
        make: () => ({}),
    },
    {
        name: 'PortalSuspended',
        code: backend.portalSuspended,
        decode: decodePortalSuspended,
        encode: encodePortalSuspended,
        make: () => ({}),
    },
    {
        name: 'ReadyForQuery',
        code: backend.readyForQuery,
        decode: decodeReadyForQuery,
        encode: encodeReadyForQuery,
        make: (r) => ({ status: r.pick(['I', 'T', 'E']) }),
    },
    {
        name: 'RowDescription',
        code: backend.rowDescription,
        decode: decodeRowDescription,
        encode: encodeRowDescription,
        make: (r) => ({
            fields: r.list(5, () => ({
                name: text(r),
                tableOid: oid(r),
                columnNumber: r.below(1600),
                typeOid: oid(r),
                typeLength: r.pick([-1, -2, 1, 4, 8]),
                typeModifier: int32(r),
                format: r.below(2),
            })),
        }),
    },
];
/** A random message of this codec: its frame and its value. */
export function example(codec, random) {
    const message = { type: codec.name, ...codec.make(random) };
    // The table pairs each encoder with a maker of its own message.
    return { message, frame: codec.encode(message) };
}
/** The body of a frame of this codec. */
export function bodyOf(codec, frame) {
    return frame.subarray(codec.code === undefined ? 4 : 5);
}
//# sourceMappingURL=every-message.js.map