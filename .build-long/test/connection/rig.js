// A Connection between two scripts: what the client and the server send goes in, what they receive comes out as short
// lines (type letter and what matters of the body). Analysis is a table from text to plan.
import { Connection } from '../../src/connection/connection.js';
import { PgsealError } from '../../src/errors.js';
import { Counts } from '../../src/observe/counts.js';
import { openAccess } from '../../src/sql/access.js';
import { encodeBind } from '../../src/wire/bind.js';
import { encodeClose } from '../../src/wire/close.js';
import { encodeDescribe } from '../../src/wire/describe.js';
import { encodeExecute } from '../../src/wire/execute.js';
import { encodeParse } from '../../src/wire/parse.js';
import { encodeQuery } from '../../src/wire/query.js';
import { encodeSync } from '../../src/wire/sync.js';
export const noEffects = {
    statement: 'SelectStmt',
    transaction: undefined,
    mayWrite: false,
    forgetsNames: false,
    forgetsSettings: false,
    changesCatalog: false,
    deallocates: undefined,
    copiesIn: false,
};
export function passthrough(effects = {}, describeFirst = false) {
    return { kind: 'passthrough', effects: { ...noEffects, ...effects }, reason: 'test', describeFirst };
}
export function refused() {
    return {
        kind: 'refused',
        effects: noEffects,
        error: new PgsealError('sealedColumnUse', { column: 'c', clause: 'x' }),
    };
}
export const sealedOid = 90001;
export function startRig(plans, options = {}) {
    const catalog = {
        epoch: 1,
        relevantNames: new Set(['users']),
        mappedTables: (options.tables ?? ['users']).map((name) => ({ name })),
        isPgsealType: (oid) => oid === sealedOid,
    };
    const deps = {
        mode: 'full',
        access: openAccess,
        keyRing: options.keyRing ?? {},
        counts: new Counts(),
        rowsPerStatement: options.rowsPerStatement ?? 10_000,
        memoryPerConnection: 256 * 1024 * 1024,
        slow: options.slow,
        log: { refused: () => undefined, failed: () => undefined },
        audit: options.audit,
        fingerprint: () => '0123456789abcdef',
        parse: (text) => {
            const statements = text
                .toString()
                .split(';')
                .filter((part) => part.trim() !== '')
                .map((part) => ({
                text: Buffer.from(part.trim()),
                start: 0,
                characterStart: 0,
                statement: 'SelectStmt',
                names: part.includes('users') ? ['users'] : [],
                parse: {},
            }));
            return { statements, bytes: text.length };
        },
        analyze: (input) => plans[input.statement.text.toString()] ?? passthrough(),
        catalog: () => catalog,
        catalogUnderWay: () => undefined,
        refreshCatalog: () => Promise.resolve(catalog),
        readCatalog: () => Promise.resolve(catalog),
    };
    const toServer = [];
    const toClient = [];
    let ended = false;
    const connection = new Connection(deps, {
        toServer: (bytes) => toServer.push(Buffer.from(bytes)),
        toClient: (bytes) => toClient.push(Buffer.from(bytes)),
        destroy: () => {
            ended = true;
        },
    });
    const drain = (chunks, server) => describeFrames(take(chunks), server);
    return {
        connection,
        client: async (...frames) => {
            await Promise.race([connection.fromClient(Buffer.concat(frames)), turn()]);
        },
        server: async (...frames) => {
            await connection.fromServer(Buffer.concat(frames));
            await turn();
        },
        sent: () => drain(toServer, true),
        received: () => drain(toClient, false),
        sentBytes: () => take(toServer),
        receivedBytes: () => take(toClient),
        frames,
        rest: turn,
        ended: () => ended,
    };
}
async function turn() {
    for (let i = 0; i < 8; i += 1)
        await new Promise((resolve) => setImmediate(resolve));
}
function take(chunks) {
    const bytes = Buffer.concat(chunks);
    chunks.length = 0;
    return bytes;
}
function frames(bytes) {
    const parts = [];
    for (let at = 0; at < bytes.length;) {
        const end = at + 1 + bytes.readInt32BE(at + 1);
        parts.push(bytes.subarray(at, end));
        at = end;
    }
    return parts;
}
function describeFrames(bytes, fromClient) {
    return frames(bytes).map((part) => line(String.fromCharCode(part[0]), part.subarray(5), fromClient));
}
function line(type, body, fromClient) {
    const strings = body.toString('latin1').split('\0');
    if (type === 'P')
        return `P ${strings[0]}: ${strings[1]}`;
    if (type === 'Q')
        return `Q ${strings[0]}`;
    if (type === 'B')
        return `B ${strings[0]} ${strings[1]}`;
    if (fromClient && (type === 'D' || type === 'C'))
        return `${type} ${strings[0]}`;
    if (fromClient && type === 'E')
        return `E ${strings[0]}`;
    if (type === 'E')
        return `E ${strings.find((part) => part.startsWith('C'))?.slice(1)}`;
    if (type === 'Z')
        return `Z ${body.toString('latin1')}`;
    if (type === 'C')
        return `C ${strings[0]}`;
    return type;
}
// ---- frames --------------------------------------------------------------------------------------------------------
export const parse = (text, name = '') => encodeParse({ type: 'Parse', name, query: Buffer.from(text), parameterTypes: [] });
export const bind = (statement = '', portal = '') => encodeBind({ type: 'Bind', portal, statement, parameterFormats: [], values: [], resultFormats: [] });
export const bindWith = (values, statement = '') => encodeBind({
    type: 'Bind',
    portal: '',
    statement,
    parameterFormats: [],
    values: values.map((value) => Buffer.from(value)),
    resultFormats: [],
});
export const execute = (portal = '') => encodeExecute({ type: 'Execute', portal, maxRows: 0 });
export const describePortal = (name = '') => encodeDescribe({ type: 'Describe', target: 'portal', name });
export const describeStatement = (name = '') => encodeDescribe({ type: 'Describe', target: 'statement', name });
export const close = (name) => encodeClose({ type: 'Close', target: 'statement', name });
export const sync = encodeSync();
export const query = (text) => encodeQuery({ type: 'Query', query: Buffer.from(text) });
function frame(type, body = Buffer.alloc(0)) {
    const bytes = Buffer.alloc(5 + body.length);
    bytes.write(type, 0, 'latin1');
    bytes.writeInt32BE(4 + body.length, 1);
    body.copy(bytes, 5);
    return bytes;
}
export const parseComplete = frame('1');
export const bindComplete = frame('2');
export const closeComplete = frame('3');
export const noData = frame('n');
export const ready = (status) => frame('Z', Buffer.from(status));
export const complete = (tag) => frame('C', Buffer.from(`${tag}\0`));
export const error = (sqlstate, severity = 'ERROR') => frame('E', Buffer.from(`S${severity}\0V${severity}\0C${sqlstate}\0Mtext\0\0`));
export const rowOf = (...values) => {
    const parts = [Buffer.from([values.length >> 8, values.length & 255])];
    for (const value of values) {
        const length = Buffer.alloc(4);
        length.writeInt32BE(value?.length ?? -1);
        parts.push(length, value ?? Buffer.alloc(0));
    }
    return frame('D', Buffer.concat(parts));
};
export const row = (...values) => rowOf(...values.map((value) => Buffer.from(value)));
export const description = (...oids) => {
    const parts = [Buffer.from([oids.length >> 8, oids.length & 255])];
    for (const oid of oids) {
        const field = Buffer.alloc(20);
        field.write('a\0', 0);
        field.writeUInt32BE(oid, 8);
        parts.push(field);
    }
    return frame('T', Buffer.concat(parts));
};
export const copyIn = frame('G', Buffer.from([0, 0, 0]));
export const copyInOf = (columns) => frame('G', Buffer.from([0, 0, columns, ...new Uint8Array(2 * columns)]));
export const copyData = (text) => frame('d', Buffer.from(text));
export const copyDone = frame('c');
export const parameterStatus = (name, value) => frame('S', Buffer.from(`${name}\0${value}\0`));
//# sourceMappingURL=rig.js.map