import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase } from '../../control/database.js';
import { PgsealError } from '../../errors.js';
import { createLog } from '../../observe/log.js';
import { openMapJob } from '../apply-map.js';
import { startProxy } from '../assemble.js';
import { makeKeyFile } from '../keygen.js';
import { loadMap } from '../load-map.js';
import { answersOf, openHttp } from '../open-http.js';
import { reportText } from '../plan-text.js';
import { stopSignal } from '../stop-signal.js';
import { startCluster } from './cluster.js';
import { openDevFolder } from './dev-folder.js';
import { freePort } from './free-port.js';
import { postgresPrograms } from './postgres-programs.js';
import { controlUser, insertRows, makeDatabase, makeTable, rowsAreIn, sampleDatabase, samplePassword, sampleUser, writeMap, } from './sample.js';
const firstDatabasePort = 5433;
const drainMilliseconds = 3_000;
/**
 * Runs a PostgreSQL of its own and the proxy before it until a signal ends both. Each step leaves a state from which the
 * next start goes on, also when it was cut short.
 */
export async function dev(options) {
    const signal = stopSignal();
    const where = openDevFolder(options.folder);
    let cluster;
    let proxy;
    try {
        const map = options.map ?? join(where.folder, 'pgseal.yaml');
        const starting = start(where, map, (started) => {
            cluster = started;
        });
        starting.catch(() => undefined);
        const first = await Promise.race([starting, signal.received]);
        if (typeof first === 'string') {
            // Let the step that is under way end, so that nothing outlives this process.
            proxy = await starting.catch(() => undefined);
            return;
        }
        proxy = first;
        process.stdout.write(welcome(proxy, cluster.port, where, map));
        const ended = cluster.ended.then(() => 'postgres');
        if ((await Promise.race([signal.received, ended])) === 'postgres') {
            throw new PgsealError('devPostgresFailed', { reason: 'it ended by itself' });
        }
    }
    finally {
        await proxy?.stop(drainMilliseconds);
        await cluster?.stop();
        where.release();
        signal.forget();
    }
}
async function start(where, map, started) {
    const programs = postgresPrograms(where);
    const keyFile = join(where.folder, 'pgseal.key');
    const hasCluster = existsSync(join(where.clusterFolder, 'data'));
    if (!existsSync(keyFile)) {
        if (hasCluster)
            throw new PgsealError('devKeyLost', { file: keyFile, folder: where.clusterFolder });
        makeKeyFile(keyFile, { append: false });
    }
    const cluster = await startCluster(programs, where, await freePort(firstDatabasePort));
    started(cluster);
    await withDatabase(cluster.superuserUrl('postgres'), makeDatabase);
    const adminUrl = cluster.superuserUrl(sampleDatabase);
    const rowsMissing = await withDatabase(adminUrl, makeTable);
    writeMap(map, keyFile, `postgres://127.0.0.1:${cluster.port}/${sampleDatabase}`, adminUrl.replace('//postgres@', `//${controlUser}@`));
    const config = await loadMap(map);
    const log = createLog('warn');
    const job = openMapJob(config, adminUrl);
    const report = await job.apply(log, () => undefined).finally(() => job.close());
    // Columns that cannot be sealed are refused in statements, and everything else is served.
    if (!report.complete)
        process.stderr.write(reportText(report));
    const listen = { host: config.listen.host, port: await freePort(config.listen.port) };
    const proxy = await startProxy({ ...config, listen }, log);
    // It ends with the process.
    await openHttp(config, answersOf(proxy), log).catch(async (error) => {
        await proxy.stop(0);
        throw error;
    });
    if (rowsMissing) {
        try {
            await withDatabase(clientUrl(proxy.port), insertRows);
            await withDatabase(adminUrl, rowsAreIn);
        }
        catch (error) {
            await proxy.stop(0);
            throw error;
        }
    }
    return proxy;
}
async function withDatabase(url, work) {
    const database = openDatabase(url, 1);
    return work(database).finally(() => database.close());
}
function clientUrl(port) {
    return `postgres://${sampleUser}:${samplePassword}@127.0.0.1:${port}/${sampleDatabase}`;
}
function welcome(proxy, databasePort, where, map) {
    const [proxyUrl, databaseUrl] = [clientUrl(proxy.port), clientUrl(databasePort)];
    return `
pgseal is listening on ${proxy.host}:${proxy.port}, in front of a PostgreSQL of its own.

  through pgseal   ${proxyUrl}
  the database     ${databaseUrl}
  the map          ${map}

Try both sides. Through pgseal a client reads and writes plaintext:

  psql ${proxyUrl} -c "insert into users (name, email) values ('Alan', 'alan@example.com')"
  psql ${proxyUrl} -c "select * from users where email = 'ada@example.com'"

The database itself holds sealed values:

  psql ${databaseUrl} -c "select name, email from users"

Without psql, in this folder:

  node -e "new (require('pg').Pool)({connectionString:'${proxyUrl}',allowExitOnIdle:true}).query('select * from users').then(r=>console.table(r.rows))"

${kept(where)}
Ctrl-C ends all of it.
`;
}
function kept({ folder, clusterFolder }) {
    const line = `The database is kept in ${clusterFolder}`;
    if (clusterFolder.startsWith(folder))
        return line;
    return `${line}\n(not in ${folder}, which the user that PostgreSQL runs as cannot enter).`;
}
//# sourceMappingURL=dev.js.map