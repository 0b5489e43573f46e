// A PostgreSQL that speaks TLS and has a user for each kind of login, and proxies before it.
import { chmodSync, chownSync, copyFileSync, existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { plainText } from '../../src/config/connection-url.js';
import { createClientTls } from '../../src/net/client-tls.js';
import { openLoginFile, passwordProblem, secretProblem, secretsOf } from '../../src/net/login-file.js';
import { startServer } from '../../src/net/server.js';
import { createLog } from '../../src/observe/log.js';
import { startPostgres } from '../support/postgres.js';
import { repoRoot } from '../support/root.js';
import { passThrough } from './pass-through.js';
export const password = 'the right one';
let copies;
/** Path of a copy of a file made by test/net/certificates/make.sh; libpq wants keys private to their owner. */
export function certificate(name) {
    if (copies === undefined) {
        const folder = mkdtempSync(join(tmpdir(), 'pgseal-certificates-'));
        process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
        copies = folder;
    }
    const copy = join(copies, name);
    if (!existsSync(copy)) {
        copyFileSync(join(repoRoot, 'test', 'net', 'certificates', name), copy);
        chmodSync(copy, 0o600);
    }
    return copy;
}
/** Undefined where the server is not ours to configure. */
export async function openTlsStage() {
    const server = await startPostgres();
    const { dataDir } = server;
    if (dataDir === undefined) {
        await server.stop();
        return undefined;
    }
    const folder = mkdtempSync(join(tmpdir(), 'pgseal-tls-'));
    const proxies = [];
    const closing = [];
    const owner = statSync(dataDir);
    for (const name of ['server.crt', 'server.key', 'authority.crt']) {
        copyFileSync(certificate(name), join(dataDir, name));
        chownSync(join(dataDir, name), owner.uid, owner.gid);
        chmodSync(join(dataDir, name), 0o600);
    }
    const methods = { scram: 'scram-sha-256', md5: 'md5', clear: 'password', open: 'trust', never: 'reject' };
    const rules = [
        'hostssl all app all cert',
        'hostssl all encrypted all scram-sha-256',
        'hostnossl all encrypted all reject',
        'hostnossl all unencrypted all scram-sha-256',
        'hostssl all unencrypted all reject',
        ...Object.entries(methods).map(([user, method]) => `host all ${user} all ${method}`),
        'host all all all trust',
    ];
    writeFileSync(join(dataDir, 'pg_hba.conf'), `${rules.join('\n')}\n`);
    const admin = new pg.Client({ connectionString: server.url });
    await admin.connect();
    for (const user of ['app', 'encrypted', 'unencrypted', ...Object.keys(methods)]) {
        await admin.query(`set password_encryption = '${user === 'md5' ? 'md5' : 'scram-sha-256'}'`);
        await admin.query(`create role ${user} login password '${password}'`);
    }
    for (const setting of [
        "ssl_ca_file = 'authority.crt'",
        "ssl_cert_file = 'server.crt'",
        "ssl_key_file = 'server.key'",
    ]) {
        await admin.query(`alter system set ${setting}`);
    }
    await admin.query("alter system set ssl = 'on'");
    await admin.query('select pg_reload_conf()');
    const { rows } = await admin.query('select rolname, rolpassword from pg_authid where rolpassword is not null');
    await admin.end();
    const write = (name, lines) => {
        writeFileSync(join(folder, name), `# made for a test\n${lines.join('\n')}\n`, { mode: 0o600 });
        return join(folder, name);
    };
    const stored = new Map(rows.map((row) => [row.rolname, row.rolpassword]));
    // A user whose password the server keeps as MD5, or whom it does not ask for one, has the secret of another here.
    const users = [...stored.keys()].map((user) => `"${user}" "${stored.get(user === 'md5' ? 'scram' : user)}"`);
    const secretsFile = write('secrets', users);
    const passwordsFile = write('passwords', [...stored.keys()].map((user) => `"${user}" "${password}"`));
    const unexpected = (error) => {
        throw error;
    };
    return {
        server,
        folder,
        proxy: async ({ tls, upstream, terminate, host }) => {
            const options = {
                listen: { host: '127.0.0.1', port: 0 },
                upstream: {
                    host: host ?? 'localhost',
                    port: server.port,
                    database: 'postgres',
                    tls: { ...plainText, ...upstream },
                },
                tablesMapped: false,
                passthroughDatabases: [],
                connectionFactory: passThrough,
                log: createLog('silent'),
            };
            const clientTls = tls === undefined
                ? undefined
                : createClientTls({
                    mode: 'allow',
                    certificate: certificate('server.crt'),
                    key: certificate('server.key'),
                    clientCa: undefined,
                    clientCertificates: 'ignore',
                    certificateUsers: new Map(),
                    ...tls,
                }, unexpected);
            if (clientTls !== undefined)
                closing.push(() => clientTls.close());
            const termination = (() => {
                if (terminate === undefined)
                    return undefined;
                const secrets = openLoginFile(secretsFile, secretProblem, unexpected);
                const passwords = openLoginFile(passwordsFile, passwordProblem, unexpected);
                closing.push(() => secrets.close(), () => passwords.close());
                return {
                    secrets: secretsOf(secrets),
                    serverPassword: (user) => (terminate.passwords === true ? passwords.get(user) : undefined),
                    certificates: terminate.certificates === true,
                };
            })();
            const proxy = await startServer({
                ...options,
                ...(clientTls === undefined ? {} : { tls: clientTls }),
                ...(termination === undefined ? {} : { termination }),
            });
            proxies.push(proxy);
            return proxy;
        },
        close: async () => {
            for (const proxy of proxies)
                await proxy.close();
            for (const end of closing)
                end();
            await server.stop();
            rmSync(folder, { recursive: true, force: true });
        },
    };
}
//# sourceMappingURL=tls-stage.js.map