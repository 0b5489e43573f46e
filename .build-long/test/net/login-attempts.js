// Logins by programs that we did not write. Each gives 'in', or the SQLSTATE or word of what stopped it.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import pg from 'pg';
import postgres from 'postgres';
import { certificate, password } from './tls-stage.js';
export const hasPsql = spawnSync('psql', ['--version']).status === 0;
/** `binding`: prefer signs "y" where it is not offered, so this one tells what libpq and its like get. */
export async function byPsql(attempt) {
    const parts = [
        `host=localhost port=${attempt.port} user=${attempt.user} dbname=postgres sslmode=${attempt.sslmode}`,
        `password='${attempt.password ?? password}' channel_binding=${attempt.binding ?? 'prefer'} connect_timeout=10`,
        attempt.sslmode === 'verify-full' ? `sslrootcert=${certificate('authority.crt')}` : '',
        attempt.clientCertificate === undefined
            ? 'sslcert=none'
            : `sslcert=${certificate(`${attempt.clientCertificate}.crt`)} sslkey=${certificate(`${attempt.clientCertificate}.key`)}`,
    ];
    const child = spawn('psql', ['-XAtw', '-c', 'select current_user', parts.join(' ')], {
        env: { ...process.env, LC_ALL: 'C', PGGSSENCMODE: 'disable' },
    });
    let said = '';
    let complaint = '';
    child.stdout.on('data', (chunk) => {
        said += chunk;
    });
    child.stderr.on('data', (chunk) => {
        complaint += chunk;
    });
    await once(child, 'close');
    if (said.trim() === attempt.user)
        return 'in';
    return (/channel binding|password authentication|certificate|SCRAM|SSL|encrypt|hba|log in/.exec(complaint)?.[0] ?? complaint);
}
export async function byPg(attempt) {
    const client = new pg.Client({
        host: 'localhost',
        port: attempt.port,
        user: attempt.user,
        database: 'postgres',
        password: attempt.password ?? password,
        connectionTimeoutMillis: 10_000,
        enableChannelBinding: attempt.binding !== undefined && attempt.binding !== 'disable',
        ssl: sslOf(attempt),
    });
    client.on('error', () => undefined);
    try {
        await client.connect();
        const { rows } = await client.query('select current_user as name');
        await client.end();
        return rows[0].name === attempt.user ? 'in' : 'another user';
    }
    catch (error) {
        // end() would wait for a close that pg has seen already when the handshake failed.
        ;
        client.connection.stream.destroy();
        return reasonOf(error);
    }
}
export async function byPostgres(attempt) {
    const sql = postgres({
        host: 'localhost',
        port: attempt.port,
        user: attempt.user,
        database: 'postgres',
        password: attempt.password ?? password,
        connect_timeout: 10,
        max: 1,
        ssl: sslOf(attempt),
        onnotice: () => undefined,
    });
    try {
        const [row] = await sql `select current_user as name`;
        return row?.name === attempt.user ? 'in' : 'another user';
    }
    catch (error) {
        return reasonOf(error);
    }
    finally {
        await sql.end({ timeout: 1 });
    }
}
function sslOf(attempt) {
    if (attempt.sslmode === 'disable')
        return false;
    const name = attempt.clientCertificate;
    return {
        rejectUnauthorized: attempt.sslmode === 'verify-full',
        ca: readFileSync(certificate('authority.crt')),
        ...(name === undefined
            ? {}
            : { cert: readFileSync(certificate(`${name}.crt`)), key: readFileSync(certificate(`${name}.key`)) }),
    };
}
function reasonOf(error) {
    const { code, message } = error;
    return code ?? message ?? 'unknown';
}
//# sourceMappingURL=login-attempts.js.map