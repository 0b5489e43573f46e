import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { freePort } from '../test/support/postgres.js';
/** PgBouncer in session mode before the server of this port. It refuses to run as root, so it runs as nobody there. */
export async function openPgbouncer(serverPort) {
    const folder = mkdtempSync(join(tmpdir(), 'pgseal-pgbouncer-'));
    chmodSync(folder, 0o755);
    const port = await freePort();
    const file = join(folder, 'pgbouncer.ini');
    const settings = {
        listen_addr: '127.0.0.1',
        listen_port: port,
        auth_type: 'any',
        pool_mode: 'session',
        max_client_conn: 100,
        default_pool_size: 50,
        unix_socket_dir: '',
    };
    const lines = Object.entries(settings).map(([name, value]) => `${name} = ${value}`);
    writeFileSync(file, `[databases]\n* = host=127.0.0.1 port=${serverPort} user=postgres\n[pgbouncer]\n${lines.join('\n')}\n`);
    const user = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
    const child = spawn('pgbouncer', [file], { stdio: 'ignore', ...user });
    const close = async () => {
        if (child.exitCode === null) {
            const closed = once(child, 'close');
            child.kill('SIGKILL');
            await closed;
        }
        rmSync(folder, { recursive: true, force: true });
    };
    for (let attempt = 0; attempt < 100; attempt++) {
        const socket = connect({ host: '127.0.0.1', port });
        const open = await once(socket, 'connect').then(() => true, () => false);
        socket.destroy();
        if (open)
            return { port, close };
        await delay(50);
    }
    await close();
    throw new Error('pgbouncer did not start');
}
//# sourceMappingURL=pgbouncer.js.map