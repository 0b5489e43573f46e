import { createLog } from '../../observe/log.js';
import { ProcessMetrics } from '../../observe/process-metrics.js';
import { startProxy } from '../assemble.js';
import { parserWorks } from '../readiness.js';
import { Channel } from './channel.js';
/** A wait that was found is kept so long for the request that asked. */
const foundMilliseconds = 15_000;
const findMilliseconds = 1_000;
/** Serves until the first process says stop. */
export async function work() {
    // Signals to the group are for the first process, which tells its workers.
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
        process.on(signal, () => undefined);
    let stop = () => undefined;
    const asked = new Promise((resolve) => {
        stop = resolve;
    });
    let running;
    const served = () => {
        if (running === undefined)
            throw new Error('not started yet');
        return running;
    };
    const peer = {
        send: (message) => void process.send?.(message, () => undefined),
        hear: (listener) => void process.on('message', listener),
    };
    const channel = new Channel(peer, {
        alive: () => parserWorks(),
        ready: (deep) => served().proxy.ready(deep),
        metrics: () => served().families(),
        connections: () => served().proxy.connections(),
        prepare: (config) => served().prepare(config),
        commit: () => served().commit(),
        abort: () => served().abort(),
        find: (key) => served().find(key),
        end: (token) => served().end(token),
        stop: (milliseconds) => stop(milliseconds),
    });
    try {
        const { config, worker } = await channel.ask('assignment');
        const log = createLog(config.log.level, undefined, { worker }, config.log.connections);
        const findElsewhere = async (...[processId, secretKey]) => {
            const found = await channel
                .ask('find', { processId, secretKey }, findMilliseconds)
                .catch(() => undefined);
            if (found === undefined)
                return undefined;
            return { serverMayWork: found.serverMayWork, end: () => void channel.ask('end', found).catch(() => undefined) };
        };
        const proxy = await startProxy(config, log, findElsewhere);
        running = new Running(proxy, worker, (error) => log.failed({ during: 'reloading the map', error }));
        await channel.ask('started', { host: proxy.host, port: proxy.port });
        await proxy.stop(await asked);
        // Everything is closed; whatever a library still holds open must not keep the instance from ending.
        process.exit(0);
    }
    catch (error) {
        process.disconnect();
        throw error;
    }
}
class Running {
    proxy;
    #worker;
    #onError;
    #metrics = new ProcessMetrics();
    #found = new Map();
    #prepared;
    #tokens = 0;
    constructor(proxy, worker, onError) {
        this.proxy = proxy;
        this.#worker = worker;
        this.#onError = onError;
    }
    families() {
        return [...this.proxy.metrics(), ...this.#metrics.families(String(this.#worker))];
    }
    async prepare(config) {
        try {
            this.#prepared = await this.proxy.prepare(config);
            return true;
        }
        catch (error) {
            this.#onError(error);
            return false;
        }
    }
    commit() {
        this.#prepared?.commit();
        this.#prepared = undefined;
    }
    async abort() {
        await this.#prepared?.abort();
        this.#prepared = undefined;
    }
    find({ processId, secretKey }) {
        const wait = this.proxy.findKeyWait(processId, Buffer.from(secretKey));
        if (wait === undefined)
            return undefined;
        this.#tokens += 1;
        const token = this.#tokens;
        this.#found.set(token, () => wait.end());
        setTimeout(() => this.#found.delete(token), foundMilliseconds).unref();
        return { worker: this.#worker, token, serverMayWork: wait.serverMayWork };
    }
    end(token) {
        this.#found.get(token)?.();
        this.#found.delete(token);
    }
}
//# sourceMappingURL=worker.js.map