import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startPostgres } from '../test/support/postgres.js';
import { runPgseal } from '../test/support/run-pgseal.js';
import { startMeasured } from './measured-process.js';
/** Rows of `people`: id and email are the same number, so that a load can search for what is there. */
export const peopleRows = 10_000;
const tables = [
    'create table people (id int primary key, email text, name text)',
    'create index on people (email)',
    'create table notes (id bigserial primary key, body text)',
];
const map = `
keys:
  default: { kms: local, keyFile: keys, dataKeys: branch }
tables:
  public.people:
    columns:
      email: { type: text, search: [equality] }
      name: { type: text }
  public.notes:
    columns:
      body: { type: text }
`;
export async function openPlace() {
    const server = await startPostgres();
    const folder = mkdtempSync(join(tmpdir(), 'pgseal-bench-'));
    const started = [];
    const close = async () => {
        for (const process of started)
            await process.stop();
        await server.stop();
        rmSync(folder, { recursive: true, force: true });
    };
    const start = async (program, ...args) => {
        const process = await startMeasured(program, args);
        started.push(process);
        return process;
    };
    try {
        const plain = await server.createDatabase('plain');
        const sealed = await server.createDatabase('sealed');
        for (const { url } of [plain, sealed])
            await run(url, tables);
        await run(plain.url, [fill()]);
        const main = '../src/main.js';
        const emptyMap = writeMap(folder, 'empty.yaml', plain.url, 'passthrough: true\n');
        const fullMap = writeMap(folder, 'full.yaml', sealed.url, map);
        await command('keygen', join(folder, 'keys'));
        await run(sealed.url, [fill()]);
        await command('apply', '--yes', '--config', fullMap);
        const relay = await start('./relay.js', '0', String(server.port));
        const empty = await start(main, 'serve', '--config', emptyMap);
        const mapped = await start(main, 'serve', '--config', fullMap);
        for (const { url } of [plain, sealed])
            await run(url, ['vacuum analyze']);
        return { server, plain, sealed, relay, empty, mapped, close };
    }
    catch (error) {
        await close();
        throw error;
    }
}
function fill() {
    return `insert into people select i, i::text, 'name of ' || i from generate_series(1, ${peopleRows}) i`;
}
function writeMap(folder, name, url, body) {
    const file = join(folder, name);
    const upstream = new URL(url);
    upstream.username = '';
    writeFileSync(file, `listen: 127.0.0.1:0\nupstream: ${upstream.href}\ncontrol: ${url}\n${body}`);
    return file;
}
async function command(...args) {
    const { code, stderr } = await runPgseal(args);
    if (code !== 0)
        throw new Error(`pgseal ${args[0]} failed:\n${stderr}`);
}
async function run(url, statements) {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    for (const statement of statements)
        await client.query(statement);
    await client.end();
}
//# sourceMappingURL=place.js.map