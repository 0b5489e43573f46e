// The whole program before a real server whose log keeps every statement and parameter, and beside it the same tables on
// plain columns: what a client of the one sees is held against what a client of the other sees.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startProxy } from '../../../src/commands/assemble.js';
import { loadConfig } from '../../../src/config/load-config.js';
import { createLog } from '../../../src/observe/log.js';
import { startPostgres } from '../../support/postgres.js';
import { runPgseal } from '../../support/run-pgseal.js';
import { WireClient } from '../../support/wire-client.js';
/** In every value of a sealed column that a test writes: it must never be in the server's log. */
export const canary = 'CANARY7f3a';
export const tables = `
  create table users (id int primary key, name text, email text, phone varchar(20), code char(5), born date,
    amount numeric(10,2), score float8, doc jsonb, data bytea, seen timestamptz, flag bool, n int, big int8);
  create unique index users_email on users (email);
  create table orders (id int primary key, user_id int, email text, memo text, total int);
  create table notes (id int primary key, body text, email text);
  create schema other;
  create table other.users (id int primary key, email text);`;
const map = (listen, upstream, control) => `
listen: ${listen}
upstream: ${upstream}
control: ${control}
keys:
  default: { kms: local, keyFile: pgseal.key, dataKeys: branch }
tables:
  public.users:
    columns:
      email: { type: text, search: [equality], indexGroup: mail }
      phone: { type: varchar(20), search: [equality] }
      code: { type: char(5), search: [equality] }
      born: { type: date, search: [equality] }
      amount: { type: "numeric(10,2)", search: [equality] }
      score: { type: double precision, search: [equality] }
      doc: { type: jsonb, search: [equality] }
      data: { type: bytea }
      seen: { type: timestamptz, search: [equality] }
      flag: { type: boolean, search: [equality] }
      n: { type: integer, search: [equality] }
      big: { type: bigint, search: [equality] }
  public.orders:
    columns:
      email: { type: text, search: [equality], indexGroup: mail }
      memo: { type: text }
  other.users:
    columns:
      email: { type: text, search: [equality] }
`;
/** Starts all of it; `rows` are inserted on both sides, through the proxy on the sealed one. */
export async function attackPlace(rows = []) {
    const server = await startPostgres({
        settings: {
            log_statement: 'all',
            log_min_duration_statement: '0',
            log_parameter_max_length: '-1',
            log_parameter_max_length_on_error: '-1',
            log_error_verbosity: 'verbose',
            log_line_prefix: '%d ',
        },
    });
    const [behind, plain] = [await server.createDatabase('sealed'), await server.createDatabase('plain')];
    const folder = mkdtempSync(join(tmpdir(), 'pgseal-attack-'));
    const config = join(folder, 'pgseal.yaml');
    writeFileSync(config, map('127.0.0.1:0', withoutUser(behind.url), behind.url));
    await runOn(behind.url, tables);
    await runOn(plain.url, tables);
    for (const command of [
        ['keygen', join(folder, 'pgseal.key')],
        ['apply', '--yes', '--config', config, '--admin-url', behind.url],
    ]) {
        const { code, stdout, stderr } = await runPgseal(command);
        if (code !== 0)
            throw new Error(`${command[0]}: ${stdout}${stderr}`);
    }
    const lines = [];
    const log = createLog('debug', { write: (line) => void lines.push(line) });
    const proxy = await startProxy(await loadConfig(config, { allowInsecureTestKey: false }), log);
    const sealed = new URL(behind.url);
    sealed.port = String(proxy.port);
    for (const row of rows)
        for (const url of [sealed.href, plain.url])
            await runOn(url, row);
    return {
        server,
        proxy,
        sealedUrl: sealed.href,
        directUrl: behind.url,
        plainUrl: plain.url,
        log: () => linesOf(readFileSync(server.logFile, 'utf8'), behind.name),
        proxyLog: () => lines.join(''),
        wire: () => WireClient.connectUrl(sealed.href),
        close: async () => {
            await proxy.stop(0);
            await server.stop();
            rmSync(folder, { recursive: true, force: true });
        },
    };
}
/** Entries of a log written with log_line_prefix `%d `: those of one database, with their continuation lines. */
function linesOf(log, database) {
    let own = false;
    const kept = [];
    for (const line of log.split('\n')) {
        if (!line.startsWith('\t'))
            own = line.startsWith(`${database} `);
        if (own)
            kept.push(line);
    }
    return kept.join('\n');
}
async function runOn(url, sql) {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
        await client.query(sql);
    }
    finally {
        await client.end();
    }
}
function withoutUser(url) {
    const parsed = new URL(url);
    parsed.username = '';
    parsed.password = '';
    return parsed.href;
}
//# sourceMappingURL=place.js.map