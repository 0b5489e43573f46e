// COPY at speed: a plain table against the bare relay; a sealed column against its own cryptography; memory.
import { spawn } from 'node:child_process';
import { createCipheriv, createDecipheriv, createSecretKey, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import * as send from '../support/client-messages.js';
import { mustPgseal, startProxy, writeMap } from '../support/pgseal.js';
import { startPostgres } from '../support/postgres.js';
import { buildRoot } from '../support/root.js';
import { WireClient } from '../support/wire-client.js';
/** Both can be made smaller to try the proof: PGSEAL_PROOF_COPY_BYTES, PGSEAL_PROOF_COPY_ROWS. */
const plainBytes = Number(process.env.PGSEAL_PROOF_COPY_BYTES ?? 1024 ** 3);
const sealedRows = Number(process.env.PGSEAL_PROOF_COPY_ROWS ?? 1_000_000);
const leastRate = 0.8;
const mostCpu = 2.5;
const mostMemory = 250 * 1024 * 1024;
/** Clock ticks a second of /proc/PID/stat. */
const ticks = 100;
const map = `
keys:
  default: { kms: local, keyFile: "{keyFile}", dataKeys: branch }
tables:
  public.sealed:
    columns:
      value: { type: text }
`;
export const prove = async (print) => {
    const server = await startPostgres({ settings: { fsync: 'off', autovacuum: 'off', max_wal_size: '4GB' } });
    const database = await server.createDatabase('copy');
    const admin = await WireClient.connectUrl(database.url);
    await admin.rows('create unlogged table plain (id int8, value text); create unlogged table sealed (id int8, value text)');
    const folder = await writeMap(database.url, map);
    await mustPgseal(['apply', '--yes', '--config', folder.file]);
    const proxy = await startProxy(folder, database.url);
    const relay = await startRelay(Number(new URL(database.url).port));
    const relayed = new URL(database.url);
    relayed.hostname = '127.0.0.1';
    relayed.port = String(relay.port);
    try {
        const rates = { in: [], out: [] };
        // Both in turn, so that what the machine does meanwhile meets both.
        for (let round = 0; round < 3; round += 1) {
            const figures = [];
            for (const url of [relayed.href, proxy.url()]) {
                await admin.rows('truncate plain');
                figures.push({ in: await copyIn(url, plainBytes / 3), out: await copyOut(url, 'copy plain to stdout') });
            }
            rates.in.push(figures[0].in.seconds / figures[1].in.seconds);
            rates.out.push(figures[0].out.seconds / figures[1].out.seconds);
        }
        const [rateIn, rateOut] = [median(rates.in), median(rates.out)];
        print(`${plainBytes} bytes of a plain table: in ${rateIn.toFixed(2)}, out ${rateOut.toFixed(2)} of the bare relay's rate`);
        await admin.rows('truncate plain');
        const crypto = cryptoOfRows();
        let cpu = cpuOf(proxy.pid);
        const copiedIn = await copyRows(proxy.url(), sealedRows);
        const cpuIn = cpuOf(proxy.pid) - cpu;
        cpu = cpuOf(proxy.pid);
        const copiedOut = await copyOut(proxy.url(), 'copy sealed to stdout');
        const cpuOut = cpuOf(proxy.pid) - cpu;
        const stored = (await admin.rows('select count(*), count((value).c) from sealed'))[0];
        const times = [cpuIn / crypto.seal, cpuOut / crypto.open];
        print(`${sealedRows} rows with a sealed column: in ${copiedIn.toFixed(1)} s, ${cpuIn.toFixed(1)} s CPU, ` +
            `${times[0].toFixed(2)} times its crypto (${crypto.seal.toFixed(1)} s); out ${copiedOut.seconds.toFixed(1)} s, ` +
            `${cpuOut.toFixed(1)} s CPU, ${times[1].toFixed(2)} times its crypto (${crypto.open.toFixed(1)} s)`);
        const memory = peakMemory(proxy.pid);
        print(`peak memory of the proxy: ${(memory / 1024 / 1024).toFixed(0)} MB; ${stored.join(', ')} rows and values stored`);
        return (rateIn >= leastRate &&
            rateOut >= leastRate &&
            times.every((one) => one <= mostCpu) &&
            memory < mostMemory &&
            stored.every((count) => Number(count) === sealedRows));
    }
    finally {
        relay.stop();
        await proxy.stop();
        await admin.close();
        folder.remove();
        await server.stop();
    }
};
async function startRelay(upstream) {
    const child = spawn(process.execPath, [join(buildRoot, 'bench/relay.js'), '0', String(upstream)], {
        stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [line] = (await once(child.stdout, 'data'));
    const port = Number(/:(\d+)/.exec(line.toString())[1]);
    return { port, stop: () => void child.kill() };
}
/** Lines of a plain table, about 32 KB in a message. */
async function copyIn(url, bytes) {
    const line = (at) => `${at}\t${'0123456789abcdef'.repeat(16)}\n`;
    const chunk = send.copyData(Array.from({ length: 120 }, (_, at) => line(at)).join(''));
    return { seconds: await copied(url, 'copy plain from stdin', () => chunk, Math.ceil(bytes / chunk.length)) };
}
/** A value of its own in each row, 36 characters. */
function copyRows(url, rows) {
    const perMessage = 500;
    const chunk = (message) => {
        let text = '';
        const end = Math.min(rows, (message + 1) * perMessage);
        for (let at = message * perMessage; at < end; at += 1)
            text += `${at}\tcanary-${String(at).padStart(12, '0')}-copied-by-a-proof\n`;
        return send.copyData(text);
    };
    return copied(url, 'copy sealed from stdin', chunk, Math.ceil(rows / perMessage));
}
/** Seconds from the statement to ReadyForQuery. */
async function copied(url, sql, chunk, messages) {
    const client = await WireClient.connectUrl(url);
    const started = performance.now();
    client.send(send.query(sql));
    await client.receiveUntil(({ type }) => type === 'CopyInResponse' || type === 'ErrorResponse');
    for (let message = 0; message < messages; message += 1) {
        if (!client.socket.write(chunk(message)))
            await once(client.socket, 'drain');
    }
    client.send(send.copyDone());
    const answers = await client.receiveUntil(({ type }) => type === 'ReadyForQuery');
    const seconds = (performance.now() - started) / 1000;
    const failed = answers.find(({ type }) => type === 'ErrorResponse');
    if (failed?.type === 'ErrorResponse')
        throw new Error(`${sql}: ${failed.fields.M}`);
    await client.close();
    return seconds;
}
/** Bytes are counted and thrown away unread: decoding them here would be the slowest part. */
async function copyOut(url, sql) {
    const { hostname, port, username, pathname } = new URL(url);
    const socket = connect({ host: hostname, port: Number(port), noDelay: true });
    await once(socket, 'connect');
    socket.write(send.startup({ user: username === '' ? 'postgres' : username, database: pathname.slice(1) }));
    await endOfPipeline(socket);
    const started = performance.now();
    socket.write(send.query(sql));
    const bytes = await endOfPipeline(socket);
    const seconds = (performance.now() - started) / 1000;
    socket.destroy();
    return { seconds, bytes };
}
const ready = Buffer.from([0x5a, 0, 0, 0, 5, 0x49]);
/** Reads up to ReadyForQuery, which ends what a server sends in one go. */
async function endOfPipeline(socket) {
    let bytes = 0;
    let tail = Buffer.alloc(0);
    for (;;) {
        const [data] = (await once(socket, 'data'));
        bytes += data.length;
        tail = Buffer.concat([tail, data.subarray(-ready.length)]).subarray(-ready.length);
        if (tail.equals(ready))
            return bytes;
    }
}
const authTagLength = 16;
const associated = Buffer.alloc(100, 1);
/** CPU seconds of what no proxy could leave out: a data key a row, wrapped, and the value under it; and the way back. */
function cryptoOfRows() {
    const rows = Math.min(sealedRows, 50_000);
    const branch = createSecretKey(randomBytes(32));
    const value = Buffer.from('canary-000000000000-copied-by-a-proof');
    const sealRow = () => {
        const dataKey = randomBytes(32);
        return { wrapped: seal(branch, dataKey), sealed: seal(createSecretKey(dataKey), value) };
    };
    // Few are kept: what is kept would be paid for in garbage collection, and make the figures too large.
    const made = Array.from({ length: 1000 }, sealRow);
    const openRow = (at) => {
        const { wrapped, sealed } = made[at % made.length];
        open(createSecretKey(open(branch, wrapped)), sealed);
    };
    for (let at = 0; at < 5000; at += 1)
        openRow(at);
    const sealing = cpuSeconds(() => {
        for (let at = 0; at < rows; at += 1)
            sealRow();
    });
    const opening = cpuSeconds(() => {
        for (let at = 0; at < rows; at += 1)
            openRow(at);
    });
    const scale = sealedRows / rows;
    return { seal: sealing * scale, open: opening * scale };
}
function seal(key, plain) {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength });
    cipher.setAAD(associated);
    const text = cipher.update(plain);
    cipher.final();
    return { nonce, text, tag: cipher.getAuthTag() };
}
function open(key, { nonce, text, tag }) {
    const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength });
    decipher.setAAD(associated);
    decipher.setAuthTag(tag);
    const plain = decipher.update(text);
    decipher.final();
    return plain;
}
function cpuSeconds(work) {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1e6;
}
function cpuOf(pid) {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
    return (Number(fields[11]) + Number(fields[12])) / ticks;
}
function peakMemory(pid) {
    return Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) * 1024;
}
function median(values) {
    return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}
//# sourceMappingURL=sql-5.js.map