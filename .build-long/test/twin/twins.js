import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeAuditKeyFile } from '../../src/observe/audit/key-file.js';
import { mustPgseal, startProxy, writeMap } from '../support/pgseal.js';
import { startPostgres } from '../support/postgres.js';
import { repoRoot } from '../support/root.js';
import { WireClient } from '../support/wire-client.js';
const ownFixture = join(repoRoot, 'test/twin/fixture');
export const fixtureText = (name, folder = ownFixture) => readFileSync(join(folder, name), 'utf8');
/** Two databases with the same tables and rows; the second is sealed in place by `pgseal apply` and served by the proxy. */
export async function startTwins(options = {}) {
    const server = await startPostgres();
    const sealedServer = options.settings === undefined ? server : await startPostgres({ settings: options.settings });
    const plainDatabase = await server.createDatabase('plain');
    const sealedDatabase = await sealedServer.createDatabase('sealed');
    for (const one of new Set([plainDatabase, sealedDatabase]))
        await fill(one.url, options.fixture);
    let proxy;
    let map;
    if (options.sealed !== false) {
        const audit = options.audit === true ? 'audit: { file: audit.jsonl, key: { keyFile: audit.key } }\n' : '';
        const body = options.mapText ?? fixtureText('map.yaml', options.fixture);
        const text = withRecords(body, options.records ?? {}, options.verify);
        map = await writeMap(sealedDatabase.url, audit + text);
        if (options.audit === true)
            makeAuditKeyFile(join(map.folder, 'audit.key'));
        await mustPgseal(['apply', '--yes', '--config', map.file]);
    }
    let relay;
    if (options.emptyMap === true) {
        map = await writeMap(sealedDatabase.url, 'passthrough: true\n');
        relay = await startProxy(map, sealedDatabase.url);
    }
    await options.afterApply?.(sealedServer, sealedDatabase);
    for (const one of [plainDatabase, sealedDatabase])
        await runFile(one.url, 'views.sql', options.fixture);
    if (map !== undefined && relay === undefined)
        proxy = await startProxy(map, sealedDatabase.url, options.environment);
    const plain = await makeTwin(server, plainDatabase, plainDatabase.url);
    const sealed = await makeTwin(sealedServer, sealedDatabase, (proxy ?? relay)?.url() ?? sealedDatabase.url);
    return {
        plain,
        sealed,
        proxy,
        map,
        stop: async () => {
            await plain.admin.close();
            await sealed.admin.close();
            await (proxy ?? relay)?.stop();
            map?.remove();
            await server.stop();
            if (sealedServer !== server)
                await sealedServer.stop();
        },
    };
}
function withRecords(map, records, verify) {
    let text = map;
    for (const [table, template] of Object.entries(records)) {
        const line = `  ${table}:\n`;
        if (!text.includes(line))
            throw new Error(`the map of the twins has no table ${table}`);
        text = text.replace(line, `${line}    record: "${template}"\n`);
    }
    if (verify === undefined)
        return text;
    return text.replace(/^ {4}record: (".*")$/gm, `    record: { template: $1, verify: ${verify} }`);
}
/** A record for every table of the twins. */
export const everyRecord = {
    'public.users': 'users/{id}',
    'public.orders': 'orders/{id}',
    'public.members': 'members/{org}/{role}',
    'public.tickets': '{id}',
    'other.tickets': '{id}',
    '"public.Odd Names"': 'odd names/{Id}',
    'public.kinds': '{id}',
    'public.ranks': '{id}',
    'public.vault': 'vault/{id}',
    'public.readings': 'readings/{region}/{id}',
    'public.notices': '{id}',
    'public.things': 'things/{id}',
    'public.parts': 'parts/{id}',
};
async function fill(url, folder) {
    const client = await WireClient.connectUrl(url);
    await client.rows("do $$ begin if to_regrole('app') is null then create role app login; end if; end $$");
    await client.close();
    await runFile(url, 'schema.sql', folder);
    await runFile(url, 'rows.sql', folder);
}
async function runFile(url, name, folder) {
    const client = await WireClient.connectUrl(url);
    await client.rows(fixtureText(name, folder));
    await client.close();
}
async function makeTwin(server, database, clientUrl) {
    const admin = await WireClient.connectUrl(database.url);
    const names = new Map();
    return {
        server,
        database,
        admin,
        connect: (user) => {
            const url = new URL(clientUrl);
            // A server named by URL has one login; what a role may do is not what the twins compare.
            if (server.dataDir !== undefined)
                url.username = user;
            return WireClient.connectUrl(url.href);
        },
        relationName: async (oid) => {
            if (oid === 0)
                return '';
            const known = names.get(oid);
            if (known !== undefined)
                return known;
            const [row] = await admin.rows(`select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.oid = ${oid}`);
            const name = row?.[0] ?? `relation that no longer exists`;
            if (row !== undefined && oid >= 16384)
                names.set(oid, name);
            return name;
        },
        reset: async () => {
            await admin.rows('call twin.reset()');
        },
    };
}
//# sourceMappingURL=twins.js.map