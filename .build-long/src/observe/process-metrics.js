// Metrics of the Node.js process itself: memory, processor time, delay of the event loop.
import { monitorEventLoopDelay } from 'node:perf_hooks';
export class ProcessMetrics {
    #delay;
    #startedAt = Date.now() / 1_000;
    constructor() {
        this.#delay = monitorEventLoopDelay({ resolution: 10 });
        this.#delay.enable();
    }
    /** `worker` tells processes apart, so that these are not added up. Delays are those since the last call. */
    families(worker) {
        const delay = this.#delay;
        const seconds = (nanoseconds) => (Number.isFinite(nanoseconds) ? nanoseconds / 1e9 : 0);
        const delays = { '0.5': delay.percentile(50), '0.99': delay.percentile(99), '1': delay.max };
        delay.reset();
        const memory = process.memoryUsage();
        const usage = process.cpuUsage();
        const one = (value) => [{ labels: { worker }, value }];
        return [
            {
                name: 'pgseal_event_loop_delay_seconds',
                type: 'gauge',
                help: 'How late the event loop was since the last scrape: median, 99th percentile, longest.',
                samples: Object.entries(delays).map(([quantile, value]) => ({
                    labels: { worker, quantile },
                    value: seconds(value),
                })),
            },
            {
                name: 'pgseal_memory_bytes',
                type: 'gauge',
                help: 'Memory of the process: resident, of the JavaScript heap, of buffers outside of it.',
                samples: [
                    { labels: { worker, kind: 'resident' }, value: memory.rss },
                    { labels: { worker, kind: 'heap' }, value: memory.heapUsed },
                    { labels: { worker, kind: 'external' }, value: memory.external },
                ],
            },
            {
                name: 'pgseal_cpu_seconds_total',
                type: 'counter',
                help: 'Processor time of the process.',
                samples: one((usage.user + usage.system) / 1e6),
            },
            {
                name: 'pgseal_start_time_seconds',
                type: 'gauge',
                help: 'When the process began, in Unix time.',
                samples: one(this.#startedAt),
            },
        ];
    }
    close() {
        this.#delay.disable();
    }
}
//# sourceMappingURL=process-metrics.js.map