import { openKeyTable } from '../control/key-table.js';
import { planShred, shred } from '../jobs/shred.js';
import { createKeyRing } from '../keys/create-key-ring.js';
import { createLog } from '../observe/log.js';
import { naming, openAdmin } from './apply-map.js';
import { canAsk, confirmed } from './confirmed.js';
import { withJobAudit } from './job-auditing.js';
import { loadMap } from './load-map.js';
import { exitFailed } from './report-error.js';
import { shredPlanText, shredReportText } from './shred-text.js';
import { UsageError } from './usage-error.js';
/** Takes a tenant away, after a question unless `yes`. Ends with 1 when values are left. */
export async function shredCommand(options) {
    const { tenant, adminUrl } = options;
    const days = /^\d{1,2}$/.test(options.days) ? Number(options.days) : 0;
    if (days < 7 || days > 30)
        throw new UsageError('--days expects a number from 7 to 30');
    if (tenant === '')
        throw new UsageError('--tenant expects the name of a tenant');
    if (!options.yes && !canAsk()) {
        throw new UsageError('shred takes data away: it needs --yes, or a terminal to ask on');
    }
    const config = await loadMap(options.config, options);
    const { keys, mode, prove, probe, tables } = config;
    const admin = openAdmin(config, adminUrl);
    const otherLogin = adminUrl !== undefined;
    try {
        const log = createLog('warn');
        const keyRing = await createKeyRing({ keys, mode, prove, probe, store: openKeyTable(admin), log: log.keys });
        try {
            const job = { admin, keyRing, tables, keys, tenant, days };
            process.stdout.write(shredPlanText(tenant, days, await naming(otherLogin, planShred(job))));
            if (!options.yes && !(await confirmed())) {
                process.stdout.write('Nothing was done.\n');
                process.exitCode = exitFailed;
                return;
            }
            const run = withJobAudit(config, keyRing, 'shred', adminUrl ?? config.control, log, (audited) => shred({ ...job, keyRing: audited }));
            const report = await naming(otherLogin, run);
            process.stdout.write(`\n${shredReportText(report)}`);
            if (report.columns.some(({ left }) => left > 0))
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
//# sourceMappingURL=shred.js.map