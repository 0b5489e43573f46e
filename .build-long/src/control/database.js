import pg from 'pg';
import { PgsealError } from '../errors.js';
import { poolAddress } from './pool-address.js';
import { quoteIdent } from './quote.js';
// Pitfall A14: the control connection never resolves a name by a path. The other settings make what it reads independent
// of role and database defaults, and what it writes durable. Catalog queries look dear to the planner: without jit off
// the compiler runs a second for a query of milliseconds.
const settings = "select pg_catalog.set_config('search_path', '', false), pg_catalog.set_config('synchronous_commit', 'on', false)," +
    " pg_catalog.set_config('standard_conforming_strings', 'on', false), pg_catalog.set_config('DateStyle', 'ISO, YMD', false)," +
    " pg_catalog.set_config('TimeZone', 'UTC', false), pg_catalog.set_config('bytea_output', 'hex', false)," +
    " pg_catalog.set_config('row_security', 'off', false), pg_catalog.set_config('statement_timeout', '0', false)," +
    " pg_catalog.set_config('jit', 'off', false)";
/**
 * Opens a pool; connects when first used. Rejections: PgsealError controlUnavailable when the server can't be reached or
 * refuses the login, schemaMissing when schema pgseal or one of its tables isn't there; else pg's own error with `code`.
 */
export function openDatabase(url, connections = 4) {
    const pool = new pg.Pool({
        ...poolAddress(url),
        max: connections,
        application_name: 'pgseal',
        client_encoding: 'UTF8',
        connectionTimeoutMillis: 10_000,
        idleTimeoutMillis: 60_000,
        allowExitOnIdle: true,
    });
    // An idle connection that the server ended is not an event: the pool makes a new one.
    pool.on('error', () => undefined);
    const prepared = new WeakSet();
    async function reserve(work) {
        let client;
        try {
            client = await pool.connect();
        }
        catch (error) {
            throw unavailable(error);
        }
        let broken = true;
        try {
            if (!prepared.has(client)) {
                await run(client, settings);
                // One that the server ends while it is held and idle: the next query says so.
                client.on('error', () => undefined);
                prepared.add(client);
            }
            const result = await work({
                query: (text, parameters) => run(client, text, parameters),
                notices: (text) => heard(client, text),
            });
            broken = false;
            return result;
        }
        catch (error) {
            broken = !isServerError(error);
            throw error;
        }
        finally {
            client.release(broken);
        }
    }
    async function listen(channel, onNotification, onLost) {
        const client = new pg.Client({
            ...poolAddress(url),
            application_name: 'pgseal',
            client_encoding: 'UTF8',
            connectionTimeoutMillis: 10_000,
            keepAlive: true,
        });
        let closed = false;
        const lost = () => {
            if (closed)
                return;
            closed = true;
            onLost();
        };
        client.on('error', lost);
        client.on('end', lost);
        client.on('notification', ({ payload }) => onNotification(payload ?? ''));
        try {
            await client.connect();
            await client.query(settings);
            await client.query(`listen ${quoteIdent(channel)}`);
        }
        catch (error) {
            closed = true;
            await client.end().catch(() => undefined);
            throw translated(error);
        }
        return {
            close: async () => {
                closed = true;
                await client.end().catch(() => undefined);
            },
        };
    }
    return {
        query: (text, parameters) => reserve((session) => session.query(text, parameters)),
        reserve,
        listen,
        transaction: (work) => reserve(async (session) => {
            await session.query('begin');
            try {
                const result = await work(session);
                await session.query('commit');
                return result;
            }
            catch (error) {
                await session.query('rollback').catch(() => undefined);
                throw error;
            }
        }),
        close: () => pool.end(),
    };
}
async function run(client, text, parameters) {
    try {
        const result = await client.query(text, parameters === undefined ? undefined : [...parameters]);
        return result.rows;
    }
    catch (error) {
        throw translated(error);
    }
}
async function heard(client, text) {
    const notices = [];
    const listener = (notice) => {
        notices.push({ message: notice.message ?? '', detail: notice.detail ?? '' });
    };
    client.on('notice', listener);
    try {
        await run(client, text);
    }
    finally {
        client.off('notice', listener);
    }
    return notices;
}
function isServerError(error) {
    return ((error instanceof pg.DatabaseError && !fatal(error)) ||
        (error instanceof PgsealError && error.errorName === 'schemaMissing'));
}
function fatal(error) {
    return error.severity === 'FATAL' || error.severity === 'PANIC';
}
function translated(error) {
    if (!(error instanceof pg.DatabaseError))
        return unavailable(error);
    if (fatal(error))
        return unavailable(error);
    // Words of the message depend on lc_messages; only these codes can come from a pgseal.* name that isn't there.
    if (error.code === '3F000' || (error.code === '42P01' && error.message.includes('pgseal.'))) {
        return new PgsealError('schemaMissing');
    }
    return error;
}
function unavailable(error) {
    if (error instanceof PgsealError)
        return error;
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const words = error instanceof Error ? error.message : '';
    // A message of the driver names host and user at most; the URL with its password is never in it.
    return new PgsealError('controlUnavailable', {}, { logDetail: code === '' ? words : `${code}: ${words}` });
}
//# sourceMappingURL=database.js.map