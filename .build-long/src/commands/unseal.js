import { openKeyTable } from '../control/key-table.js';
import { unseal } from '../jobs/unseal.js';
import { planUnseal } from '../jobs/unseal-plan.js';
import { createKeyRing } from '../keys/create-key-ring.js';
import { createLog } from '../observe/log.js';
import { naming, openAdmin } from './apply-map.js';
import { canAsk, confirmed } from './confirmed.js';
import { withJobAudit } from './job-auditing.js';
import { loadMap } from './load-map.js';
import { showProgress } from './progress.js';
import { exitFailed } from './report-error.js';
import { checkScope } from './table-scope.js';
import { unsealPlanText, unsealReportText } from './unseal-text.js';
import { UsageError } from './usage-error.js';
/**
 * Makes sealed columns plain again, after a question unless `yes`: those with `unseal: true` in the map, those of one table, or
 * all. Ends with 1 when one could not be.
 */
export async function unsealCommand(options) {
    const { all, dropSchema, table, column, adminUrl } = options;
    if (all && (table !== undefined || column !== undefined))
        throw new UsageError('--all is for every table and column');
    if (dropSchema && !all)
        throw new UsageError('--drop-schema needs --all');
    if (!options.yes && !canAsk()) {
        throw new UsageError('unseal stores values in plain: it needs --yes, or a terminal to ask on');
    }
    const config = await loadMap(options.config, options);
    if (config.mode === 'encrypt-only')
        throw new UsageError('unseal opens values: it needs a map with mode: full');
    checkScope(config, options);
    const scope = { all, table, columns: column };
    const { keys, mode, prove, tables } = config;
    const admin = openAdmin(config, adminUrl);
    const otherLogin = adminUrl !== undefined;
    try {
        const plan = await naming(otherLogin, planUnseal(admin, tables, scope));
        process.stdout.write(unsealPlanText(plan, dropSchema));
        if (!plan.workLeft && !(dropSchema && plan.schema))
            return;
        if (!options.yes && !(await confirmed())) {
            process.stdout.write('Nothing was done.\n');
            process.exitCode = exitFailed;
            return;
        }
        const log = createLog('warn');
        const keyRing = await createKeyRing({ keys, mode, prove, store: openKeyTable(admin), log: log.keys });
        const progress = showProgress();
        try {
            const job = withJobAudit(config, keyRing, 'unseal', adminUrl ?? config.control, log, (audited) => unseal({ admin, tables, scope, keyRing: audited, dropSchema, onProgress: progress.show }));
            const report = await naming(otherLogin, job).finally(progress.end);
            process.stdout.write(`\n${unsealReportText(report)}`);
            if (!report.complete)
                process.exitCode = exitFailed;
        }
        finally {
            keyRing.close();
        }
    }
    finally {
        await admin.close();
    }
}
//# sourceMappingURL=unseal.js.map