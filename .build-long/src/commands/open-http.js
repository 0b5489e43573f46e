import { PgsealError } from '../errors.js';
import { openHttpPort } from '../observe/http-port.js';
import { ProcessMetrics } from '../observe/process-metrics.js';
import { parserWorks } from './readiness.js';
/** Opens the port that the map's `http` names, if any. Rejects with cannotListen. */
export async function openHttp(config, answers, log) {
    if (config.http === undefined)
        return undefined;
    const { host, port } = config.http;
    try {
        const opened = await openHttpPort(config.http, answers);
        log.httpStarted({ host, port: opened.port });
        return opened;
    }
    catch (error) {
        const reason = error.code ?? 'the system refused';
        throw new PgsealError('cannotListen', { address: `${host}:${port}`, reason });
    }
}
/** What a process that serves by itself answers. */
export function answersOf(proxy) {
    const metrics = new ProcessMetrics();
    return {
        alive: () => parserWorks(),
        ready: () => proxy.ready(true),
        metrics: async () => [...proxy.metrics(), ...metrics.families('0')],
    };
}
//# sourceMappingURL=open-http.js.map