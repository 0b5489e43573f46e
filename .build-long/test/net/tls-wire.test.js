// What goes over the wire before and around TLS: negotiation, impostors, records, cancel, new certificates.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { copyFileSync, readFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import { duplexPair } from 'node:stream';
import { after, before, test } from 'node:test';
import { connect as connectTls, TLSSocket } from 'node:tls';
import pg from 'pg';
import { createClientTls } from '../../src/net/client-tls.js';
import { startServer } from '../../src/net/server.js';
import { createLog } from '../../src/observe/log.js';
import { decodeErrorResponse } from '../../src/wire/error-response.js';
import { messageField } from '../../src/wire/message-fields.js';
import { encodeSSLRequest } from '../../src/wire/ssl-request.js';
import { encodeStartupMessage, protocol30 } from '../../src/wire/startup-message.js';
import { byPg } from './login-attempts.js';
import { passThrough } from './pass-through.js';
import { certificate, openTlsStage, password } from './tls-stage.js';
let stage;
const opened = new Map();
before(async () => {
    stage = await openTlsStage();
});
after(() => stage?.close());
/** One proxy for each set of options. */
async function port(options) {
    const name = JSON.stringify(options);
    const proxy = opened.get(name) ?? stage.proxy(options);
    opened.set(name, proxy);
    return (await proxy).address.port;
}
const serverTls = { mode: 'verify-full', rootCertificate: certificate('authority.crt') };
const clientTls = {};
test('a server with a wrong host, an expired or an unknown certificate is not spoken to', async (t) => {
    if (stage === undefined)
        return t.skip('the server is not ours to configure');
    for (const [name, mode, wanted] of [
        ['other-host', 'verify-full', '08001'],
        ['other-host', 'verify-ca', 'spoken to'],
        ['expired', 'verify-ca', '08001'],
        ['unknown', 'verify-ca', '08001'],
        ['unknown', 'require', 'spoken to'],
    ]) {
        let spoken = 0;
        const impostor = createServer((socket) => {
            socket.on('error', () => undefined);
            socket.once('data', () => {
                socket.write('S');
                const secured = new TLSSocket(socket, {
                    isServer: true,
                    cert: readFileSync(certificate(`${name}.crt`)),
                    key: readFileSync(certificate(`${name}.key`)),
                });
                secured.on('error', () => undefined);
                secured.on('data', () => {
                    spoken += 1;
                    secured.destroy();
                });
            });
        });
        impostor.listen(0, '127.0.0.1');
        await once(impostor, 'listening');
        const address = impostor.address();
        const proxy = await startServer({
            listen: { host: '127.0.0.1', port: 0 },
            upstream: {
                host: 'localhost',
                port: address.port,
                database: 'postgres',
                tls: {
                    mode,
                    negotiation: 'postgres',
                    rootCertificate: mode === 'require' ? undefined : serverTls.rootCertificate,
                    certificate: undefined,
                    key: undefined,
                },
            },
            tablesMapped: false,
            passthroughDatabases: [],
            connectionFactory: passThrough,
            log: createLog('silent'),
        });
        const said = await byPg({ port: proxy.address.port, user: 'scram', sslmode: 'disable' });
        assert.equal(spoken, wanted === 'spoken to' ? 1 : 0, `${name}, ${mode}`);
        if (wanted !== 'spoken to')
            assert.equal(said, wanted, `${name}, ${mode}`);
        await proxy.close();
        impostor.close();
    }
});
test('a server that says no, errs or stuffs bytes behind its answer is left (A3, A4)', async (t) => {
    if (stage === undefined)
        return t.skip('the server is not ours to configure');
    for (const answer of ['N', 'Sxxxx', 'E\0\0\0\x20SFATAL\0Mdo as I say\0\0']) {
        const heard = [];
        const impostor = createServer((socket) => {
            socket.on('error', () => undefined);
            socket.on('data', (chunk) => {
                heard.push(chunk);
                if (heard.length === 1)
                    socket.write(Buffer.from(answer, 'latin1'));
            });
        });
        impostor.listen(0, '127.0.0.1');
        await once(impostor, 'listening');
        const proxy = await startServer({
            listen: { host: '127.0.0.1', port: 0 },
            upstream: {
                host: 'localhost',
                port: impostor.address().port,
                database: 'postgres',
                tls: {
                    mode: 'require',
                    negotiation: 'postgres',
                    rootCertificate: undefined,
                    certificate: undefined,
                    key: undefined,
                },
            },
            tablesMapped: false,
            passthroughDatabases: [],
            connectionFactory: passThrough,
            log: createLog('silent'),
        });
        assert.equal(await byPg({ port: proxy.address.port, user: 'scram', sslmode: 'disable' }), '08001', answer[0]);
        assert.deepEqual(Buffer.concat(heard), encodeSSLRequest(), 'nothing but the request was sent');
        await proxy.close();
        impostor.close();
    }
});
const startup = encodeStartupMessage({
    type: 'StartupMessage',
    protocolVersion: protocol30,
    parameters: [
        ['user', 'open'],
        ['database', 'postgres'],
    ],
});
test('bytes stuffed behind an SSLRequest end the connection (A3)', async (t) => {
    if (stage === undefined)
        return t.skip('the server is not ours to configure');
    const socket = connect(await port({ tls: clientTls }), '127.0.0.1');
    socket.write(Buffer.concat([encodeSSLRequest(), startup]));
    const chunks = [];
    socket.on('data', (chunk) => chunks.push(chunk));
    await once(socket, 'close');
    const said = Buffer.concat(chunks);
    assert.equal(String.fromCharCode(said[0]), 'E');
    assert.equal(messageField(decodeErrorResponse(said.subarray(5)).fields, 'C')?.toString(), '08P01');
});
test('direct TLS is served with ALPN and closed without it (A5); SSLRequest under TLS ends the connection (A7)', async (t) => {
    if (stage === undefined)
        return t.skip('the server is not ours to configure');
    const at = await port({ tls: clientTls });
    const talk = async (send, ALPNProtocols) => {
        const socket = connectTls({
            port: at,
            host: 'localhost',
            ca: readFileSync(certificate('authority.crt')),
            ...(ALPNProtocols === undefined ? {} : { ALPNProtocols }),
        });
        socket.on('error', () => undefined);
        socket.once('secureConnect', () => socket.write(send));
        const first = await Promise.race([once(socket, 'data'), once(socket, 'close').then(() => [Buffer.alloc(0)])]);
        socket.destroy();
        return String(first[0].toString('latin1', 0, 1));
    };
    assert.equal(await talk(startup, ['postgresql']), 'R');
    assert.equal(await talk(startup), '');
    assert.equal(await talk(encodeSSLRequest(), ['postgresql']), '');
});
test('direct TLS towards the server', async (t) => {
    if (stage === undefined)
        return t.skip('the server is not ours to configure');
    if (stage.server.version < 170000)
        return t.skip('PostgreSQL speaks it since 17');
    assert.equal(await byPg({
        port: await port({ upstream: { ...serverTls, negotiation: 'direct' } }),
        user: 'encrypted',
        sslmode: 'disable',
    }), 'in');
});
test('records towards clients are at most 8 kB (A8)', async (t) => {
    if (stage === undefined)
        return t.skip('the server is not ours to configure');
    const raw = connect(await port({ tls: clientTls }), '127.0.0.1');
    raw.write(encodeSSLRequest());
    await once(raw, 'data');
    raw.pause();
    const lengths = [];
    let held = Buffer.alloc(0);
    const [inner, outer] = duplexPair();
    raw.on('data', (chunk) => {
        held = Buffer.concat([held, chunk]);
        while (held.length >= 5 && held.length >= 5 + held.readUInt16BE(3)) {
            lengths.push(held.readUInt16BE(3));
            held = held.subarray(5 + held.readUInt16BE(3));
        }
        outer.write(chunk);
    });
    outer.on('data', (chunk) => raw.write(chunk));
    raw.resume();
    const socket = connectTls({ socket: inner, rejectUnauthorized: false });
    await once(socket, 'secureConnect');
    socket.write(startup);
    const text = Buffer.from("select repeat('x', 100000)\0");
    const query = Buffer.alloc(5 + text.length);
    query.write('Q');
    query.writeInt32BE(4 + text.length, 1);
    text.copy(query, 5);
    let bytes = 0;
    socket.write(query);
    socket.on('data', (chunk) => {
        bytes += chunk.length;
        if (bytes > 100_000)
            socket.destroy();
    });
    await once(socket, 'close');
    raw.destroy();
    // A record of TLS 1.3 holds 17 to 22 bytes beside its data.
    assert.ok(Math.max(...lengths) <= 8192 + 32, `${Math.max(...lengths)}`);
    assert.ok(lengths.length > 12);
});
test('a cancel request goes both ways under TLS (A19, A20)', async (t) => {
    if (stage === undefined)
        return t.skip('the server is not ours to configure');
    const at = await port({ tls: { mode: 'require' }, upstream: serverTls });
    const client = new pg.Client({
        host: 'localhost',
        port: at,
        user: 'scram',
        password,
        database: 'postgres',
        ssl: { rejectUnauthorized: false },
    });
    await client.connect();
    const { rows } = await client.query('select pg_backend_pid() as pid');
    const sleeping = assert.rejects(client.query('select pg_sleep(30)'), { code: '57014' });
    const other = new pg.Client({ connectionString: stage.server.url });
    await other.connect();
    for (;;) {
        const found = await other.query('select 1 from pg_stat_activity where pid = $1 and wait_event = $2', [
            rows[0].pid,
            'PgSleep',
        ]);
        if (found.rowCount === 1)
            break;
    }
    const { processID, secretKey } = client;
    const packet = Buffer.alloc(16);
    packet.writeInt32BE(16);
    packet.writeInt32BE(80877102, 4);
    packet.writeInt32BE(processID, 8);
    packet.writeInt32BE(secretKey, 12);
    const raw = connect(at, '127.0.0.1');
    raw.write(encodeSSLRequest());
    await once(raw, 'data');
    const socket = connectTls({ socket: raw, rejectUnauthorized: false });
    await once(socket, 'secureConnect');
    socket.end(packet);
    await sleeping;
    await other.end();
    await client.end();
});
test('new certificates are taken without a restart, a broken one is not', async (t) => {
    if (stage === undefined)
        return t.skip('the server is not ours to configure');
    const [crt, key] = [join(stage.folder, 'now.crt'), join(stage.folder, 'now.key')];
    const use = (name) => {
        copyFileSync(certificate(`${name}.crt`), crt);
        copyFileSync(certificate(`${name}.key`), key);
    };
    use('server');
    const tls = createClientTls({
        mode: 'allow',
        certificate: crt,
        key,
        clientCa: undefined,
        clientCertificates: 'ignore',
        certificateUsers: new Map(),
    }, () => undefined);
    const listener = createServer((socket) => {
        socket.on('error', () => undefined);
        void tls.secure(socket, true);
    });
    listener.listen(0, '127.0.0.1');
    await once(listener, 'listening');
    const shown = async () => {
        const socket = connectTls({
            port: listener.address().port,
            rejectUnauthorized: false,
            ALPNProtocols: ['postgresql'],
        });
        await once(socket, 'secureConnect');
        const { serialNumber } = socket.getPeerCertificate();
        socket.destroy();
        return serialNumber;
    };
    const first = await shown();
    use('renewed');
    tls.reload();
    const second = await shown();
    assert.notEqual(first, second);
    copyFileSync(certificate('server.crt'), crt);
    assert.throws(() => tls.reload(), { errorName: 'fileUnreadable' });
    assert.equal(await shown(), second);
    tls.close();
    listener.close();
});
//# sourceMappingURL=tls-wire.test.js.map