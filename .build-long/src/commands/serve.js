import cluster from 'node:cluster';
import { createLog } from '../observe/log.js';
import { startProxy } from './assemble.js';
import { loadMap } from './load-map.js';
import { checkChange } from './map-change.js';
import { answersOf, openHttp } from './open-http.js';
import { stopSignal } from './stop-signal.js';
import { watchMap } from './watch-map.js';
import { FirstProcess } from './workers/first-process.js';
import { work } from './workers/worker.js';
/** Serves clients until SIGINT or SIGTERM; a second one ends the process at once. SIGHUP, or a changed file, is another map. */
export async function serve(options) {
    if (cluster.isWorker)
        return work();
    const config = await loadMap(options.config, options);
    const log = createLog(config.log.level, undefined, {}, config.log.connections);
    if (config.workers > 1)
        return serveByWorkers(options, config, log);
    const signal = stopSignal(['SIGINT', 'SIGTERM']);
    let unwatch;
    try {
        const proxy = await startProxy(config, log);
        const http = await openHttp(config, answersOf(proxy), log).catch(async (error) => {
            await proxy.stop(0);
            throw error;
        });
        unwatch = watchMap(options.config, () => reload(options, proxy, log));
        process.stdout.write(`listening on ${shownHost(proxy.host)}:${proxy.port}\n`);
        const received = await signal.received;
        unwatch();
        log.stopping({ signal: received, connections: proxy.connections() });
        await proxy.stop(config.timeouts.drainMs);
        await http?.close();
        log.stopped();
    }
    finally {
        unwatch?.();
        signal.forget();
    }
}
async function serveByWorkers(options, config, log) {
    const signal = stopSignal(['SIGINT', 'SIGTERM']);
    const workers = new FirstProcess(config, log);
    let unwatch;
    try {
        const address = await workers.start();
        if (address === undefined) {
            process.exitCode = 1;
            return;
        }
        const http = await openHttp(config, workers.answers(), log).catch(async (error) => {
            await workers.stop(0);
            throw error;
        });
        unwatch = watchMap(options.config, () => reloadWorkers(options, workers, log));
        process.stdout.write(`listening on ${shownHost(address.host)}:${address.port}\n`);
        const received = await signal.received;
        unwatch();
        log.stopping({ signal: received, connections: await workers.connections() });
        await workers.stop(config.timeouts.drainMs);
        await http?.close();
        log.stopped();
    }
    finally {
        unwatch?.();
        signal.forget();
    }
}
async function reloadWorkers(options, workers, log) {
    try {
        const next = await loadMap(options.config, options);
        checkChange(workers.config, next);
        // A worker that can't take it says why.
        await workers.change(next);
    }
    catch (error) {
        log.failed({ during: 'reloading the map', error });
    }
}
/** A map that is no good changes nothing, and is said. */
async function reload(options, proxy, log) {
    try {
        const prepared = await proxy.prepare(await loadMap(options.config, options));
        prepared.commit();
    }
    catch (error) {
        log.failed({ during: 'reloading the map', error });
    }
}
function shownHost(host) {
    return host.includes(':') ? `[${host}]` : host;
}
//# sourceMappingURL=serve.js.map