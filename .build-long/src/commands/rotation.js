import { openKeyTable } from '../control/key-table.js';
import { runRotation } from '../jobs/rotation.js';
import { createKeyRing } from '../keys/create-key-ring.js';
import { createLog } from '../observe/log.js';
import { naming, openAdmin } from './apply-map.js';
import { withJobAudit } from './job-auditing.js';
import { loadMap } from './load-map.js';
import { showProgress } from './progress.js';
import { exitFailed } from './report-error.js';
import { beginText, rotationText } from './rotation-text.js';
import { stopSignal } from './stop-signal.js';
import { checkScope } from './table-scope.js';
import { UsageError } from './usage-error.js';
/**
 * Runs `rewrap` or `rotate` over the map's tables and prints what was done. The first signal ends it after the batch at
 * hand. Ends with 1 when it was stopped, a value could not be opened, or values still rest on old keys.
 */
export async function rotationCommand(kind, options) {
    const triggers = triggerChoice(options.triggers);
    const rate = rowsPerSecond(options.rate);
    const config = await loadMap(options.config, options);
    checkScope(config, options);
    if (config.mode === 'encrypt-only' && (kind === 'rotate' || options.verify)) {
        const why = kind === 'rotate' ? 'rotate opens values' : 'without --no-verify, rewrap opens values';
        throw new UsageError(`${why}: it needs a map with mode: full`);
    }
    const otherLogin = options.adminUrl !== undefined;
    const database = openAdmin(config, options.adminUrl);
    const stop = new AbortController();
    const signal = stopSignal();
    void signal.received.then(() => stop.abort());
    const progress = showProgress();
    try {
        const report = await naming(otherLogin, run());
        process.stdout.write(rotationText(kind, report));
        if (!report.complete)
            process.exitCode = exitFailed;
    }
    finally {
        progress.end();
        signal.forget();
        await database.close();
    }
    async function run() {
        const { keys, mode, prove, tables } = config;
        const keyTable = openKeyTable(database);
        const log = createLog('warn');
        const keyRing = await createKeyRing({ keys, mode, prove, store: keyTable, log: log.keys });
        try {
            return await withJobAudit(config, keyRing, kind, options.adminUrl ?? config.control, log, (audited) => runRotation({
                kind,
                database,
                keyRing: audited,
                keyTable,
                keys,
                tables,
                table: options.table,
                columns: options.column,
                triggers,
                rate,
                verify: options.verify,
                signal: stop.signal,
                onProgress: progress.show,
                onTable: (begin) => process.stdout.write(beginText(begin)),
            }));
        }
        finally {
            keyRing.close();
        }
    }
}
function triggerChoice(given) {
    if (given === undefined || given === 'fire' || given === 'skip')
        return given;
    throw new UsageError('--triggers is fire or skip');
}
function rowsPerSecond(given) {
    if (given === undefined)
        return undefined;
    const rate = Number(given);
    if (!(rate > 0 && Number.isFinite(rate)))
        throw new UsageError('--rate is a number of rows a second, above 0');
    return rate;
}
//# sourceMappingURL=rotation.js.map