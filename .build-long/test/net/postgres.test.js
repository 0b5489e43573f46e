// The sockets between real clients and a real server, with a connection that passes everything on.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import pg from 'pg';
import { plainText } from '../../src/config/connection-url.js';
import { startServer } from '../../src/net/server.js';
import { createLog } from '../../src/observe/log.js';
import { startPostgres } from '../support/postgres.js';
import { WireClient } from '../support/wire-client.js';
import { passThrough } from './pass-through.js';
let server;
let proxy;
let url;
before(async () => {
    server = await startPostgres();
    const parsed = new URL(server.url);
    proxy = await startServer({
        listen: { host: '127.0.0.1', port: 0 },
        upstream: { host: server.host, port: server.port, database: 'postgres', tls: plainText },
        tablesMapped: true,
        passthroughDatabases: [],
        connectionFactory: passThrough,
        log: createLog('silent'),
    });
    parsed.port = String(proxy.address.port);
    url = parsed.href;
});
after(async () => {
    await proxy.close();
    await server.stop();
});
async function direct(...statements) {
    const client = new pg.Client({ connectionString: server.url });
    await client.connect();
    for (const statement of statements)
        await client.query(statement);
    await client.end();
}
test('trust, cleartext, md5 and SCRAM logins are relayed, wrong passwords get the server’s own error', async (t) => {
    if (server.dataDir === undefined)
        return t.skip('the server is not ours to configure');
    await direct("set password_encryption = 'scram-sha-256'; create role with_scram login password 'right'", "set password_encryption = 'scram-sha-256'; create role with_clear login password 'right'", "set password_encryption = 'md5'; create role with_md5 login password 'right'");
    const rules = ['with_scram scram-sha-256', 'with_clear password', 'with_md5 md5', 'all trust'];
    const lines = rules.map((rule) => `host all ${rule.replace(' ', ' 127.0.0.1/32 ')}\n`);
    writeFileSync(join(server.dataDir, 'pg_hba.conf'), lines.join(''));
    await direct('select pg_reload_conf()');
    for (const user of ['with_scram', 'with_clear', 'with_md5']) {
        const options = { host: '127.0.0.1', port: proxy.address.port, database: 'postgres', user };
        const client = new pg.Client({ ...options, password: 'right' });
        await client.connect();
        assert.equal((await client.query('select current_user as u')).rows[0].u, user);
        await client.end();
        const wrong = new pg.Client({ ...options, password: 'wrong' });
        await assert.rejects(wrong.connect(), { code: '28P01' });
    }
});
test('psql runs queries, COPY and \\gdesc', async (t) => {
    if (spawnSync('psql', ['--version']).status !== 0)
        return t.skip('psql is not installed');
    const psql = spawn('psql', ['-XAt', '-v', 'ON_ERROR_STOP=1', url]);
    let stdout = '';
    let stderr = '';
    psql.stdout.on('data', (chunk) => {
        stdout += chunk;
    });
    psql.stderr.on('data', (chunk) => {
        stderr += chunk;
    });
    psql.stdin.end('select 1 as one \\gdesc\ncopy (select generate_series(1, 3)) to stdout;\nselect 5;\n');
    await once(psql, 'close');
    assert.equal(stderr, '');
    assert.equal(stdout, 'one|integer\n1\n2\n3\n5\n');
});
test('a cancel request reaches the statement', async () => {
    const client = await WireClient.connectUrl(url);
    const [pid, secret] = [client.pid, client.secret];
    const running = client.query('select pg_sleep(60)');
    const canceller = await WireClient.open(proxy.address.port);
    const packet = Buffer.alloc(12);
    packet.writeInt32BE(12 + secret.length);
    packet.writeInt32BE(80877102, 4);
    packet.writeInt32BE(pid, 8);
    // The statement may not have begun yet; a cancel while idle does nothing.
    canceller.send(packet, secret);
    const again = setInterval(async () => {
        const one = await WireClient.open(proxy.address.port);
        one.send(packet, secret);
    }, 200);
    assert.equal((await running).error?.C, '57014');
    clearInterval(again);
    await client.close();
});
test('a pipeline of megabytes both ways ends, though the client reads only afterwards', async () => {
    const client = await WireClient.connectUrl(url);
    client.socket.pause();
    const query = (text) => {
        const body = Buffer.from(`${text}\0`);
        const frame = Buffer.alloc(5 + body.length);
        frame[0] = 0x51;
        frame.writeInt32BE(4 + body.length, 1);
        body.copy(frame, 5);
        return frame;
    };
    const count = 60;
    const messages = Array.from({ length: count }, () => query(`select length('${'x'.repeat(50_000)}'), repeat('y', 30000)`));
    client.send(...messages);
    await new Promise((resolve) => setTimeout(resolve, 100));
    client.socket.resume();
    let left = count;
    await client.receiveUntil((message) => message.type === 'ReadyForQuery' && (left -= 1) === 0);
    await client.close();
});
test('D25: a slow reader of 400 MB costs the proxy no memory', async () => {
    const client = await WireClient.open(proxy.address.port);
    client.socket.removeAllListeners('data');
    let got = 0;
    let ready = () => undefined;
    client.socket.on('data', (chunk) => {
        got += chunk.length;
        ready();
    });
    const startup = Buffer.from(`\0\0\0\0\0\x03\0\0user\0${server.user}\0database\0postgres\0\0`, 'latin1');
    startup.writeInt32BE(startup.length);
    client.send(startup);
    while (got < 100) {
        await new Promise((resolve) => {
            ready = resolve;
        });
    }
    client.socket.pause();
    const text = Buffer.from("Q\0\0\0\0select repeat('z', 10000) from generate_series(1, 40000)\0", 'latin1');
    text.writeInt32BE(text.length - 1, 1);
    client.send(text);
    const before = process.memoryUsage();
    let most = 0;
    for (let i = 0; i < 20; i++) {
        await new Promise((resolve) => setTimeout(resolve, 20));
        const { rss } = process.memoryUsage();
        most = Math.max(most, rss - before.rss);
    }
    assert.ok(most < 64 << 20, `grew by ${most} bytes`);
    client.socket.resume();
    while (got < 400_000_000) {
        await new Promise((resolve) => {
            ready = resolve;
        });
    }
    await client.close();
});
test('A57, A64: a backend that is terminated ends its client with the server’s own words, once', async () => {
    const client = await WireClient.connectUrl(url);
    await direct(`select pg_terminate_backend(${client.pid})`);
    const messages = [];
    for (let message = await client.receive(); message !== undefined; message = await client.receive()) {
        messages.push(message);
    }
    const errors = messages.filter((message) => message.type === 'ErrorResponse');
    assert.equal(errors.length, 1);
    assert.equal(errors[0]?.type === 'ErrorResponse' && errors[0].fields.C, '57P01');
});
test('a client that is killed leaves no backend behind', async () => {
    const client = await WireClient.connectUrl(url);
    const pid = client.pid;
    client.socket.resetAndDestroy();
    const watcher = new pg.Client({ connectionString: server.url });
    await watcher.connect();
    for (;;) {
        const { rows } = await watcher.query('select 1 from pg_stat_activity where pid = $1', [pid]);
        if (rows.length === 0)
            break;
    }
    await watcher.end();
});
//# sourceMappingURL=postgres.test.js.map