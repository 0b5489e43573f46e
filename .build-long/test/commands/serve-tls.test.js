// The whole program with TLS on both legs and the secrets of PostgreSQL itself, by the function that docs/tls.md gives.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import pg from 'pg';
import { certificate, openTlsStage, password } from '../net/tls-stage.js';
import { repoRoot } from '../support/root.js';
import { printed, startPgseal } from '../support/run-pgseal.js';
test('serve with tls and auth.secretsQuery, control and upstream verified', async (t) => {
    const stage = await openTlsStage();
    if (stage === undefined)
        return t.skip('the server is not ours to configure');
    const folder = mkdtempSync(join(tmpdir(), 'pgseal-serve-tls-'));
    const sql = /```sql\n([\s\S]*?)```/.exec(readFileSync(join(repoRoot, 'docs/tls.md'), 'utf8'))[1];
    const admin = new pg.Client({ connectionString: stage.server.url });
    await admin.connect();
    await admin.query(`create role pgseal_control login; ${sql}`);
    await admin.end();
    const root = encodeURIComponent(certificate('authority.crt'));
    const address = `localhost:${stage.server.port}/postgres?sslmode=verify-full&sslrootcert=${root}`;
    const file = join(folder, 'pgseal.yaml');
    writeFileSync(file, `listen: 127.0.0.1:0
upstream: postgres://${address}
control: postgres://pgseal_control@${address}
passthrough: true
tls: { certificate: ${certificate('server.crt')}, key: ${certificate('server.key')} }
auth: { secretsQuery: "select pgseal_login.secret($1)" }
`);
    const serve = startPgseal(['serve', '--config', file]);
    try {
        const [listening] = await printed(serve, /^listening on 127\.0\.0\.1:(\d+)$/);
        const connect = async (user, given) => {
            const client = new pg.Client({
                host: 'localhost',
                port: Number(listening[1]),
                user,
                password: given,
                database: 'postgres',
                ssl: { ca: readFileSync(certificate('authority.crt')) },
                enableChannelBinding: true,
            });
            await client.connect();
            try {
                const text = 'select current_user as name, ssl from pg_stat_ssl where pid = pg_backend_pid()';
                return (await client.query(text)).rows[0];
            }
            finally {
                await client.end();
            }
        };
        assert.deepEqual(await connect('encrypted', password), { name: 'encrypted', ssl: true });
        await assert.rejects(connect('encrypted', 'wrong'), { code: '28P01' });
        await assert.rejects(connect('nobody', password), { code: '28P01' });
    }
    finally {
        serve.kill('SIGTERM');
        await once(serve, 'close');
        await stage.close();
        rmSync(folder, { recursive: true, force: true });
    }
});
//# sourceMappingURL=serve-tls.test.js.map