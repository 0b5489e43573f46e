// The listener between raw sockets: a client that says what a test wants, and a server that is a script. One file, since all
// tests stand on the same stage.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { afterEach, test } from 'node:test';
import { plainText } from '../../src/config/connection-url.js';
import { PgsealError } from '../../src/errors.js';
import { startServer } from '../../src/net/server.js';
import { createLog } from '../../src/observe/log.js';
import { encodeAuthentication } from '../../src/wire/authentication.js';
import { encodeCancelRequest } from '../../src/wire/cancel-request.js';
import { decodeErrorResponse, encodeErrorResponse } from '../../src/wire/error-response.js';
import { encodeGSSENCRequest } from '../../src/wire/gssenc-request.js';
import { messageField } from '../../src/wire/message-fields.js';
import { encodePasswordMessage } from '../../src/wire/password-message.js';
import { encodeSSLRequest } from '../../src/wire/ssl-request.js';
import { encodeStartupMessage } from '../../src/wire/startup-message.js';
import { passThrough } from './pass-through.js';
const startup = encodeStartupMessage({
    type: 'StartupMessage',
    protocolVersion: 196608,
    parameters: [
        ['user', 'u'],
        ['database', 'app'],
    ],
});
const authenticationOk = encodeAuthentication({ type: 'Authentication', request: 0, bytes: Buffer.alloc(0) });
const askPassword = encodeAuthentication({ type: 'Authentication', request: 3, bytes: Buffer.alloc(0) });
const password = encodePasswordMessage({ type: 'PasswordMessage', bytes: Buffer.from('secret\0') });
const toClose = [];
afterEach(async () => {
    for (const close of toClose.splice(0))
        await close();
});
/** A socket whose bytes are collected. */
class Peer {
    socket;
    closed;
    got = [];
    wake;
    constructor(socket) {
        this.socket = socket;
        socket.on('error', () => undefined);
        socket.on('data', (chunk) => {
            this.got.push(chunk);
            this.wake?.();
        });
        this.closed = once(socket, 'close');
        socket.once('close', () => this.wake?.());
    }
    get received() {
        return Buffer.concat(this.got);
    }
    /** The first `length` bytes that came; fails when the socket closes before. */
    async read(length) {
        for (;;) {
            const bytes = this.received;
            if (bytes.length >= length) {
                this.got = [bytes.subarray(length)];
                return bytes.subarray(0, length);
            }
            if (this.socket.closed)
                throw new Error(`closed after ${bytes.length} bytes`);
            await new Promise((resolve) => {
                this.wake = resolve;
            });
        }
    }
}
async function stage(options = {}) {
    const waiting = [];
    let wake;
    const upstream = createServer((socket) => {
        waiting.push(new Peer(socket));
        wake?.();
    });
    upstream.listen(0, '127.0.0.1');
    await once(upstream, 'listening');
    const address = upstream.address();
    assert.ok(address !== null && typeof address !== 'string');
    const proxy = await startServer({
        listen: { host: '127.0.0.1', port: 0 },
        upstream: { host: '127.0.0.1', port: address.port, database: 'app', tls: plainText },
        tablesMapped: true,
        passthroughDatabases: [],
        connectionFactory: options.factory ?? passThrough,
        log: createLog('silent'),
        ...(options.loginMilliseconds === undefined ? {} : { loginMilliseconds: options.loginMilliseconds }),
    });
    const peers = [];
    toClose.push(async () => {
        await proxy.close();
        for (const peer of [...peers, ...waiting])
            peer.socket.destroy();
        await new Promise((resolve) => upstream.close(resolve));
    });
    const client = async () => {
        const socket = connect({ host: '127.0.0.1', port: proxy.address.port });
        await once(socket, 'connect');
        const peer = new Peer(socket);
        peers.push(peer);
        return peer;
    };
    const accepted = async () => {
        while (waiting.length === 0) {
            await new Promise((resolve) => {
                wake = resolve;
            });
        }
        const peer = waiting.shift();
        peers.push(peer);
        return peer;
    };
    const pair = async () => {
        const one = await client();
        one.socket.write(startup);
        const server = await accepted();
        await server.read(startup.length);
        server.socket.write(authenticationOk);
        await one.read(authenticationOk.length);
        return { client: one, server };
    };
    return { proxy, upstream, client, accepted, pair };
}
function errorOf(bytes) {
    assert.equal(bytes[0], 'E'.charCodeAt(0));
    assert.equal(bytes.readInt32BE(1), bytes.length - 1, 'one message and nothing behind it');
    const { fields } = decodeErrorResponse(bytes.subarray(5));
    return { code: messageField(fields, 'C'), message: messageField(fields, 'M'), severity: messageField(fields, 'S') };
}
test('A2: SSLRequest and GSSENCRequest are answered N, in either order, and the login goes on', async () => {
    const { client, accepted } = await stage();
    for (const requests of [
        [encodeGSSENCRequest(), encodeSSLRequest()],
        [encodeSSLRequest(), encodeGSSENCRequest()],
        [],
    ]) {
        const peer = await client();
        for (const request of requests) {
            peer.socket.write(request);
            assert.equal((await peer.read(1)).toString(), 'N');
        }
        peer.socket.write(startup);
        const server = await accepted();
        assert.deepEqual(await server.read(startup.length), startup);
    }
});
test('A3: bytes stuffed behind a request for encryption end the connection', async () => {
    const { client } = await stage();
    for (const [request, name] of [
        [encodeSSLRequest(), 'SSL request'],
        [encodeGSSENCRequest(), 'GSSAPI encryption request'],
    ]) {
        for (const stuffed of [startup, Buffer.from([0])]) {
            const peer = await client();
            peer.socket.write(Buffer.concat([request, stuffed]));
            await peer.closed;
            const error = errorOf(peer.received);
            assert.deepEqual(error, { severity: 'FATAL', code: '08P01', message: `received unencrypted data after ${name}` });
        }
    }
});
test('A1, A7: HTTP, TLS without asking, wrong lengths, protocol 2 and a request made twice: hung up on', async () => {
    const { client } = await stage();
    const two = Buffer.from(startup);
    two.writeInt32BE(2 << 16, 4);
    for (const bytes of [
        Buffer.from('GET / HTTP/1.1\r\nHost: x\r\n\r\n'),
        Buffer.from([0x16, 3, 1, 2, 0, 1, 0, 1, 0xfc, 3, 3]),
        Buffer.from([0, 0, 0, 7, 1, 2, 3]),
        Buffer.from([0, 0, 0x27, 0x15]),
        two,
    ]) {
        const peer = await client();
        peer.socket.write(bytes);
        await peer.closed;
        assert.equal(peer.received.length, 0);
    }
    const peer = await client();
    peer.socket.write(encodeSSLRequest());
    await peer.read(1);
    peer.socket.write(encodeSSLRequest());
    await peer.closed;
    assert.equal(peer.received.length, 0);
});
test('start-up packets may come byte by byte', async () => {
    const { client, accepted } = await stage();
    const peer = await client();
    peer.socket.setNoDelay(true);
    for (const byte of startup) {
        peer.socket.write(Buffer.from([byte]));
        await new Promise((resolve) => setImmediate(resolve));
    }
    assert.deepEqual(await (await accepted()).read(startup.length), startup);
});
test('A18-A21: a cancel request goes on as it came, and the client closes only after the server has', async () => {
    const { client, accepted } = await stage();
    for (const length of [4, 32, 256]) {
        const request = encodeCancelRequest({ type: 'CancelRequest', processId: 7, secretKey: Buffer.alloc(length, 1) });
        const peer = await client();
        peer.socket.write(request);
        const server = await accepted();
        assert.deepEqual(await server.read(request.length), request);
        assert.equal(peer.socket.readableEnded, false);
        server.socket.end();
        await peer.closed;
        assert.equal(peer.received.length, 0);
    }
});
test('A34: the client answers each request for a password with one message p, and what follows waits', async () => {
    const { client, accepted } = await stage();
    const peer = await client();
    const query = Buffer.from([0x51, 0, 0, 0, 5, 0]);
    peer.socket.write(Buffer.concat([startup, password, query]));
    const server = await accepted();
    await server.read(startup.length);
    assert.equal(server.received.length, 0, 'nothing goes on before the server asks');
    server.socket.write(askPassword);
    assert.deepEqual(await server.read(password.length), password);
    assert.deepEqual(await peer.read(askPassword.length), askPassword);
    assert.equal(server.received.length, 0);
    server.socket.write(authenticationOk);
    assert.deepEqual(await server.read(query.length), query);
});
test('A34: anything but an answer, or one too long, ends the login', async () => {
    const { client, accepted } = await stage();
    const long = Buffer.alloc(5);
    long[0] = 0x70;
    for (const [bytes, code] of [
        [Buffer.from([0x51, 0, 0, 0, 5, 0]), '08P01'],
        [startup, '08P01'],
        [long, '54000'],
    ]) {
        long.writeInt32BE(65_536, 1);
        const peer = await client();
        peer.socket.write(startup);
        const server = await accepted();
        await server.read(startup.length);
        server.socket.write(askPassword);
        await peer.read(askPassword.length);
        peer.socket.write(bytes);
        await peer.closed;
        assert.equal(errorOf(peer.received).code, code);
        await server.closed;
        assert.equal(server.received.length, 0);
    }
});
test('A57: a FATAL of the server during the login is passed on, nothing is added', async () => {
    const { client, accepted } = await stage();
    const fatal = encodeErrorResponse({
        type: 'ErrorResponse',
        fields: [
            { code: 'S', value: Buffer.from('FATAL') },
            { code: 'C', value: Buffer.from('28P01') },
            { code: 'M', value: Buffer.from('password authentication failed for user "u"') },
        ],
    });
    const peer = await client();
    peer.socket.write(startup);
    const server = await accepted();
    server.socket.end(fatal);
    await peer.closed;
    assert.deepEqual(peer.received, fatal);
});
test('a server that hangs up, or says what has no place in a login, gives 08006', async () => {
    const { client, accepted } = await stage();
    for (const bytes of [Buffer.alloc(0), Buffer.from([0x5a, 0, 0, 0, 5, 0x49])]) {
        const peer = await client();
        peer.socket.write(startup);
        const server = await accepted();
        server.socket.end(bytes);
        await peer.closed;
        assert.equal(errorOf(peer.received).code, '08006');
    }
});
test('a server that is not there gives 08001', async () => {
    const { client, upstream } = await stage();
    await new Promise((resolve) => upstream.close(resolve));
    const peer = await client();
    peer.socket.write(startup);
    await peer.closed;
    assert.deepEqual(errorOf(peer.received), {
        severity: 'FATAL',
        code: '08001',
        message: 'could not connect to the database server',
    });
});
test('a client that does not log in in time is closed, and so is its server', async () => {
    const { client, accepted, proxy } = await stage({ loginMilliseconds: 150 });
    const silent = await client();
    const halfway = await client();
    halfway.socket.write(startup);
    const server = await accepted();
    server.socket.write(askPassword);
    await Promise.all([silent.closed, halfway.closed, server.closed]);
    while (proxy.connections() > 0)
        await new Promise((resolve) => setImmediate(resolve));
});
test('a client that logged in in time is not closed by the clock', async () => {
    const { pair } = await stage({ loginMilliseconds: 100 });
    const { client, server } = await pair();
    await new Promise((resolve) => setTimeout(resolve, 200));
    server.socket.write('abc');
    assert.equal((await client.read(3)).toString(), 'abc');
});
test('A67: either side that ends or breaks takes the other with it', async () => {
    const { pair, proxy } = await stage();
    for (const act of [
        (one) => one.socket.end(),
        (one) => one.socket.resetAndDestroy(),
        (_, other) => other.socket.end(),
        (_, other) => other.socket.resetAndDestroy(),
    ]) {
        const { client, server } = await pair();
        client.socket.write('last words');
        await server.read(10);
        act(client, server);
        await Promise.all([client.closed, server.closed]);
    }
    while (proxy.connections() > 0)
        await new Promise((resolve) => setImmediate(resolve));
});
test('bytes arrive in order whatever their size and however they were sent', async () => {
    const sizes = [1, 7000, 9000, 1, 1, 70_000, 8191, 8192, 3, 60_000, 200_000, 2];
    const pieces = sizes.map((size, index) => Buffer.alloc(size, 65 + index));
    const factory = (pipes, session) => ({
        ...passThrough(pipes, session),
        fromClient: async () => {
            for (const piece of pieces)
                pipes.toClient(piece);
            await Promise.resolve();
            for (const piece of pieces)
                pipes.toClient(piece);
            await new Promise((resolve) => setImmediate(resolve));
            for (const piece of pieces)
                pipes.toClient(piece);
        },
    });
    const { pair } = await stage({ factory });
    const { client } = await pair();
    client.socket.write('go');
    const all = Buffer.concat([...pieces, ...pieces, ...pieces]);
    assert.ok((await client.read(all.length)).equals(all));
});
test('D25: a client that does not read stops the reading of its server, and not its own sending', async () => {
    const { pair } = await stage();
    const { client, server } = await pair();
    client.socket.pause();
    const chunk = Buffer.alloc(1 << 20, 1);
    let sent = 0;
    // The kernel's buffers and ours take some megabytes, and no more.
    while (sent < 200 && server.socket.writableLength < 8 << 20) {
        server.socket.write(chunk);
        sent += 1;
        await new Promise((resolve) => setImmediate(resolve));
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
    assert.ok(server.socket.writableLength > 0, 'the server is held up');
    const much = Buffer.alloc(4 << 20, 2);
    client.socket.write(much);
    assert.ok((await server.read(much.length)).equals(much), 'the other direction still runs');
    client.socket.resume();
    assert.equal((await client.read(sent * chunk.length)).length, sent * chunk.length);
});
test('D31: while a promise is pending its side is not read, the other is', async () => {
    let release = () => undefined;
    const seen = [];
    const factory = (pipes, session) => ({
        ...passThrough(pipes, session),
        fromClient: (chunk) => {
            seen.push(chunk.toString());
            return new Promise((resolve) => {
                release = resolve;
            });
        },
    });
    const { pair } = await stage({ factory });
    const { client, server } = await pair();
    client.socket.write('one');
    while (seen.length < 1)
        await new Promise((resolve) => setImmediate(resolve));
    client.socket.write('two');
    server.socket.write('reply');
    assert.equal((await client.read(5)).toString(), 'reply');
    assert.deepEqual(seen, ['one']);
    release();
    while (seen.length < 2)
        await new Promise((resolve) => setImmediate(resolve));
    assert.deepEqual(seen, ['one', 'two']);
});
test('D30: a failure inside one connection ends it with XX000 and touches no other', async () => {
    for (const fail of [
        () => {
            throw new Error('secret value');
        },
        () => Promise.reject(new Error('secret value')),
    ]) {
        let first = true;
        const factory = (pipes, session) => {
            const port = passThrough(pipes, session);
            const failing = first;
            first = false;
            return failing ? { ...port, fromClient: fail } : port;
        };
        const { pair } = await stage({ factory });
        const broken = await pair();
        const fine = await pair();
        broken.client.socket.write('x');
        await Promise.all([broken.client.closed, broken.server.closed]);
        assert.deepEqual(errorOf(broken.client.received), {
            severity: 'FATAL',
            code: 'XX000',
            message: 'internal error in pgseal',
        });
        fine.client.socket.write('y');
        assert.equal((await fine.server.read(1)).toString(), 'y');
    }
});
test('D1: drain stops listening, ends each connection by its own rules, and those that stay after the limit', async () => {
    const factory = (pipes, session) => ({
        ...passThrough(pipes, session),
        drain: () => (session.id === 1 ? pipes.destroy() : undefined),
    });
    const { pair, proxy, client } = await stage({ factory });
    const idle = await pair();
    const busy = await pair();
    const early = await client();
    while (proxy.connections() < 3)
        await new Promise((resolve) => setImmediate(resolve));
    const drained = proxy.drain(300);
    await idle.client.closed;
    await early.closed;
    assert.equal(errorOf(early.received).code, '57P01');
    busy.client.socket.write('still');
    assert.equal((await busy.server.read(5)).toString(), 'still');
    await assert.rejects(client(), { code: 'ECONNREFUSED' });
    await drained;
    await busy.client.closed;
    assert.equal(proxy.connections(), 0);
});
test('a port taken is one clear error', async () => {
    const { proxy, upstream } = await stage();
    assert.ok(upstream.listening);
    await assert.rejects(startServer({
        listen: proxy.address,
        upstream: { host: '127.0.0.1', port: 1, database: 'app', tls: plainText },
        tablesMapped: false,
        passthroughDatabases: [],
        connectionFactory: passThrough,
        log: createLog('silent'),
    }), (error) => error instanceof PgsealError &&
        error.message === `could not listen on 127.0.0.1:${proxy.address.port}: the address is in use`);
});
//# sourceMappingURL=sockets.test.js.map