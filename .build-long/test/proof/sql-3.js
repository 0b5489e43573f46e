// A dump of a sealed schema's data, taken by pg_dump through the proxy and restored through a proxy with other keys into
// another database: every table has the same rows, and they are sealed there.
import { execFile, spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { mustPgseal, startProxy, writeMap } from '../support/pgseal.js';
import { findBinaries } from '../support/postgres-binaries.js';
import { WireClient } from '../support/wire-client.js';
import { everyRecord, fixtureText, startTwins } from '../twin/twins.js';
const run = promisify(execFile);
export const prove = async (print) => {
    const bin = dumpFolder();
    if (bin === undefined) {
        print('needs pg_dump beside postgres: name their folder in PGSEAL_TEST_POSTGRES_BIN');
        return false;
    }
    const before = process.env.PGSEAL_TEST_POSTGRES_BIN;
    process.env.PGSEAL_TEST_POSTGRES_BIN = bin;
    try {
        const held = [];
        for (const records of [{}, everyRecord]) {
            for (const format of ['plain', 'custom']) {
                held.push(await dumpedAndRestored(print, bin, records, format));
            }
        }
        return held.every((one) => one);
    }
    finally {
        if (before === undefined)
            delete process.env.PGSEAL_TEST_POSTGRES_BIN;
        else
            process.env.PGSEAL_TEST_POSTGRES_BIN = before;
    }
};
/** Where both programs are: of one version, or pg_dump may refuse the server. */
function dumpFolder() {
    const installed = '/usr/lib/postgresql';
    const versions = existsSync(installed) ? readdirSync(installed).sort((a, b) => Number(b) - Number(a)) : [];
    const folders = [findBinaries().bin, ...versions.map((version) => join(installed, version, 'bin'))];
    return folders.find((folder) => ['pg_dump', 'pg_restore', 'psql', 'postgres'].every((one) => existsSync(join(folder, one))));
}
async function dumpedAndRestored(print, bin, records, format) {
    const twins = await startTwins({ records });
    const name = `${format}${Object.keys(records).length > 0 ? ', with records' : ''}`;
    try {
        const { server } = twins.sealed;
        const other = await server.createDatabase('restored');
        const admin = await WireClient.connectUrl(other.url);
        await admin.rows(fixtureText('schema.sql'));
        const map = await writeMap(other.url, withRecords(records));
        await mustPgseal(['apply', '--yes', '--config', map.file]);
        const proxy = await startProxy(map, other.url);
        try {
            const options = { maxBuffer: 1 << 28, encoding: 'buffer', env: { ...process.env, LC_ALL: 'C.UTF-8' } };
            const how = format === 'custom' ? ['--format=custom'] : [];
            // Keys stay where they are: schema pgseal is no part of a dump through the proxy.
            const dumped = await run(join(bin, 'pg_dump'), ['--data-only', '--exclude-schema=pgseal', '--exclude-schema=twin', ...how, twins.proxy.url()], options);
            const restore = format === 'custom'
                ? spawnSync(join(bin, 'pg_restore'), ['--data-only', '--exit-on-error', '--dbname', proxy.url()], {
                    input: dumped.stdout,
                })
                : spawnSync(join(bin, 'psql'), ['--no-psqlrc', '--quiet', '-v', 'ON_ERROR_STOP=1', proxy.url()], {
                    input: dumped.stdout,
                });
            if (restore.status !== 0) {
                print(`${name}: the restore ended with ${restore.status}: ${restore.stderr.toString().slice(0, 300)}`);
                return false;
            }
            const here = await WireClient.connectUrl(twins.proxy.url());
            const there = await WireClient.connectUrl(proxy.url());
            const tables = await twins.plain.admin.rows(`select format('%I.%I', n.nspname, c.relname) from pg_class c join pg_namespace n on n.oid = c.relnamespace
          where c.relkind = 'r' and n.nspname in ('public', 'other') order by 1`);
            let rows = 0;
            const different = [];
            for (const [table] of tables) {
                const [left, right] = [await rowsOf(here, table), await rowsOf(there, table)];
                const plain = await rowsOf(twins.plain.admin, table);
                rows += left.length;
                if (left.join('\n') !== right.join('\n') || left.join('\n') !== plain.join('\n'))
                    different.push(table);
            }
            const sealed = Number((await admin.rows('select count(*) from users where (email).c is not null'))[0][0]);
            await here.close();
            await there.close();
            const plaintext = dumped.stdout.includes('canary-ada@example.com');
            print(`${name}: ${tables.length} tables, ${rows} rows, ${dumped.stdout.length} bytes of dump, ` +
                `${different.length} tables differ; ${sealed} e-mail addresses sealed in the other database`);
            for (const table of different)
                print(`  differs: ${table}`);
            return different.length === 0 && sealed > 0 && (plaintext || format === 'custom');
        }
        finally {
            await proxy.stop();
            await admin.close();
            map.remove();
        }
    }
    finally {
        await twins.stop();
    }
}
async function rowsOf(client, table) {
    const { rows, error } = await client.query(`select * from ${table}`);
    if (error !== undefined)
        throw new Error(`${table}: ${error.M}`);
    return rows.map((row) => JSON.stringify(row.map((value) => value?.toString('latin1')))).sort();
}
function withRecords(records) {
    let text = fixtureText('map.yaml');
    for (const [table, template] of Object.entries(records)) {
        text = text.replace(`  ${table}:\n`, `  ${table}:\n    record: "${template}"\n`);
    }
    return text;
}
//# sourceMappingURL=sql-3.js.map