import { isLoopback } from '../config/connection-url.js';
import { Connection } from '../connection/connection.js';
import { TableHolds } from '../connection/table-holds.js';
import { TransparentConnection } from '../connection/transparent-connection.js';
import { startServer } from '../net/server.js';
import { countedConnection, countedLog } from '../observe/counted-log.js';
import { Counts } from '../observe/counts.js';
import { startAuditing } from './auditing.js';
import { startInstance } from './instance.js';
import { openLoginRules } from './login-rules.js';
import { MapInForce } from './map-in-force.js';
import { metricFamilies } from './metric-families.js';
import { packageVersion } from './package-version.js';
import { readinessOf } from './readiness.js';
import { startSealing } from './sealing.js';
/** Puts the parts together and listens. Rejects with a PgsealError that says what is wrong, having closed what was open. */
export async function startProxy(config, log, findKeyWaitElsewhere) {
    const counts = new Counts();
    const sealing = config.tables.length === 0 ? undefined : await startSealing(config, log, counts);
    let auditing;
    try {
        auditing = await startAuditing(config, sealing?.keyRing, log, packageVersion(), counts);
    }
    catch (error) {
        await sealing?.close();
        throw error;
    }
    // The trail's key and anchors are those of the keys at start.
    const auditRing = config.audit === undefined ? undefined : sealing?.shared.ring.take();
    const map = new MapInForce(config, sealing, log, counts);
    const holds = new TableHolds();
    let instance;
    const close = async () => {
        await instance?.stop();
        await auditing.close();
        await auditRing?.release();
        await map.close();
    };
    const { slowMs } = config.log;
    const connectionFactory = (pipes, session) => {
        const connectionLog = countedConnection(log.connection(session.id), counts);
        // Without a map, or in another database, there is nothing to analyse.
        if (session.database !== config.upstream.database)
            return new TransparentConnection(connectionLog, pipes);
        const audit = auditing.connection(session);
        const ownLog = auditedLog(connectionLog, audit);
        const slow = slowMs === undefined ? undefined : { milliseconds: slowMs, tell: connectionLog.slow };
        const joined = map.join((inForce) => ({ ...inForce.dependencies(ownLog, session.user, audit), holds, slow }));
        if (joined === undefined)
            return new TransparentConnection(connectionLog, pipes);
        const destroy = () => {
            joined.left();
            pipes.destroy();
        };
        const connection = new Connection(joined.deps, { ...pipes, destroy });
        joined.made(connection);
        return connection;
    };
    let rules;
    try {
        instance = sealing === undefined ? undefined : await startOwnInstance(map, holds, log);
        rules = openLoginRules(config, log);
        const { tls, termination } = rules;
        const server = await startServer({
            listen: config.listen,
            upstream: config.upstream,
            ...(tls === undefined ? {} : { tls }),
            ...(termination === undefined ? {} : { termination }),
            tablesMapped: config.tables.length > 0,
            passthroughDatabases: config.passthroughDatabases,
            connectionFactory,
            loginMilliseconds: config.timeouts.loginMs,
            connectionsPerUser: () => map.config.limits.connectionsPerUser,
            findKeyWaitElsewhere,
            log: countedLog(log, counts),
        });
        let draining = false;
        const ready = readinessOf({
            config,
            keyRing: () => map.sealing?.keyRing,
            keys: () => map.config.keys.keys(),
            counts,
            draining: () => draining,
        });
        const { host, port } = server.address;
        warnOfWeakness(config, log);
        log.started({ host, port, mode: config.mode, tables: config.tables.length });
        return {
            host,
            port,
            connections: () => server.connections(),
            findKeyWait: server.findKeyWait,
            metrics: () => metricFamilies({ config: map.config, counts, server, sealing: map.sealing }),
            ready,
            prepare: async (next) => {
                const prepared = await map.prepare(next);
                const commit = () => {
                    prepared.commit();
                    warnOfWeakness(next, log);
                    log.reloaded({ tables: next.tables.length });
                };
                return { ...prepared, commit };
            },
            stop: async (milliseconds) => {
                draining = true;
                await server.drain(milliseconds);
                await rules?.close();
                await close();
            },
        };
    }
    catch (error) {
        await rules?.close();
        await close();
        throw error;
    }
}
/** Makes the process known to jobs, and keeps them told of what it serves. */
async function startOwnInstance(map, holds, log) {
    let heard;
    const instance = await startInstance({
        database: map.sealing.database,
        holds,
        catalog: () => (map.isSettled() ? map.sealing?.catalogSource.current() : undefined),
        refresh: () => map.refresh(),
        onError: (error) => log.failed({ during: 'telling jobs of this process', error }),
        onOpen: (columns) => {
            log.weakness({ what: `columns that the map names are served as plain: ${columns.join(', ')}` });
        },
    });
    const hear = () => {
        const { sealing } = map;
        if (sealing !== heard)
            sealing?.catalogSource.onChange(() => instance.changed());
        heard = sealing;
        instance.changed();
    };
    map.onSettled = hear;
    hear();
    return instance;
}
/** Refusals of a user's rights are lines of the trail too. */
function auditedLog(log, audit) {
    if (audit === undefined)
        return log;
    return {
        ...log,
        refused(event) {
            log.refused(event);
            audit.refused(event.error);
        },
    };
}
function warnOfWeakness(config, log) {
    if (!isLoopback(config.listen.host) && config.tls?.mode !== 'require') {
        log.weakness({ what: 'clients from other machines may reach the listen address without TLS: see "tls" of the map' });
    }
    const { host, tls } = config.upstream;
    if (!isLoopback(host) && !tls.mode.startsWith('verify')) {
        log.weakness({ what: `sslmode=${tls.mode} of "upstream" does not prove that the server is the right one` });
    }
    for (const [name, { kms }] of config.keys) {
        if (kms === 'insecure-test-key')
            log.weakness({ what: `key "${name}" is insecure-test-key: everybody can open its values` });
    }
}
//# sourceMappingURL=assemble.js.map