import { createLog } from '../observe/log.js';
import { openMapJob } from './apply-map.js';
import { canAsk, confirmed } from './confirmed.js';
import { loadMap } from './load-map.js';
import { droppedText, planText, reportText } from './plan-text.js';
import { showProgress } from './progress.js';
import { exitFailed } from './report-error.js';
import { stopSignal } from './stop-signal.js';
import { UsageError } from './usage-error.js';
/** Makes the database what the map asks for, after a question unless `yes`. Ends with 1 when a column could not be sealed. */
export async function applyCommand(options) {
    if (!options.yes && !canAsk()) {
        throw new UsageError('apply changes the database: it needs --yes, or a terminal to ask on');
    }
    if (options.online && options.dropPlaintext)
        throw new UsageError('--drop-plaintext is a run of its own');
    const stop = new AbortController();
    const online = options.online ? onlineOptions(options, stop.signal) : undefined;
    const config = await loadMap(options.config, options);
    if (online !== undefined && config.mode === 'encrypt-only') {
        throw new UsageError('apply --online opens every value that it has sealed: it needs a map with mode: full');
    }
    const job = openMapJob(config, options.adminUrl, online);
    const signal = online === undefined ? undefined : stopSignal();
    void signal?.received.then(() => stop.abort());
    try {
        if (options.dropPlaintext)
            return await drop(job, options.yes);
        const plan = await job.plan();
        process.stdout.write(planText(plan, options.online));
        if (plan.workLeft && !options.yes && !(await confirmed())) {
            process.stdout.write('Nothing was done.\n');
            process.exitCode = exitFailed;
            return;
        }
        // Also when no work is left: what the control login may do is part of it.
        const progress = showProgress();
        const report = await job.apply(createLog('warn'), progress.show).finally(progress.end);
        if (plan.workLeft)
            process.stdout.write(`\n${reportText(report)}`);
        if (!report.complete)
            process.exitCode = exitFailed;
    }
    finally {
        signal?.forget();
        await job.close();
    }
}
async function drop(job, yes) {
    if (!yes && !(await confirmed())) {
        process.stdout.write('Nothing was done.\n');
        process.exitCode = exitFailed;
        return;
    }
    const { tables, leftovers } = await job.dropPlaintext();
    process.stdout.write(droppedText(tables, leftovers));
    if (leftovers.length > 0)
        process.exitCode = exitFailed;
}
function onlineOptions(options, signal) {
    return {
        workers: number('--workers', options.workers, 1),
        rate: options.rate === undefined ? undefined : number('--rate', options.rate, 0),
        maxLagBytes: options.maxLag === undefined ? undefined : number('--max-lag', options.maxLag, 0),
        patienceMs: number('--wait', options.wait, 0) * 1000,
        signal,
        onLagging: (lagging) => {
            const names = lagging.map(({ host, process: id }) => `${host} (process ${id})`);
            if (names.length > 0)
                process.stderr.write(`${JSON.stringify({ event: 'waiting-for-map', processes: names })}\n`);
        },
    };
}
function number(option, given, least) {
    const value = Number(given);
    if (Number.isFinite(value) && value >= least && (value > 0 || least === 0))
        return value;
    throw new UsageError(`${option} is a number, ${least === 0 ? 'above 0' : `${least} at least`}`);
}
//# sourceMappingURL=apply.js.map