import { resolve } from 'node:path';
import { checkControl } from '../config/connection-url.js';
import { openDatabase } from '../control/database.js';
import { openKeyTable } from '../control/key-table.js';
import { checkControlRights } from '../control/schema.js';
import { PgsealError } from '../errors.js';
import { apply } from '../jobs/apply.js';
import { planApply } from '../jobs/apply-plan.js';
import { dropPlaintext } from '../jobs/drop-plaintext.js';
import { createKeyRing } from '../keys/create-key-ring.js';
import { withJobAudit } from './job-auditing.js';
import { UsageError } from './usage-error.js';
/** Opens the database for `plan` and `apply`: with `adminUrl`, a login that may do DDL, else with the control login. */
export function openMapJob(config, adminUrl, online) {
    // The job itself, what holds the table, and what is asked meanwhile.
    const admin = openAdmin(config, adminUrl, 6 + (online?.workers ?? 0));
    const otherLogin = adminUrl !== undefined;
    return {
        plan: async () => {
            if (!otherLogin)
                await checkControlRights(admin);
            return naming(otherLogin, planApply(admin, config.tables, online !== undefined));
        },
        apply: (log, onProgress) => naming(otherLogin, applyWith(admin, config, adminUrl, log, onProgress, online)),
        dropPlaintext: () => naming(otherLogin, dropPlaintext(admin)),
        close: () => admin.close(),
    };
}
/** Says of the login that the command line named what the pool says of the control login. */
export async function naming(otherLogin, work) {
    try {
        return await work;
    }
    catch (error) {
        if (!otherLogin || !(error instanceof PgsealError) || error.errorName !== 'controlUnavailable')
            throw error;
        throw new PgsealError('adminUnavailable', {}, error.logDetail === undefined ? {} : { logDetail: error.logDetail });
    }
}
async function applyWith(admin, config, adminUrl, log, onProgress, online) {
    const { keys, mode, prove, probe, tables } = config;
    const keyRing = await createKeyRing({ keys, mode, prove, probe, store: openKeyTable(admin), log: log.keys });
    try {
        const controlRole = adminUrl === undefined ? undefined : decodeURIComponent(new URL(config.control).username);
        return await withJobAudit(config, keyRing, 'apply', adminUrl ?? config.control, log, (audited) => apply({ admin, controlRole, tables, keyRing: audited, onProgress, online }));
    }
    finally {
        keyRing.close();
    }
}
/** A pool for the login of --admin-url, else for the control login. Throws UsageError for a URL that cannot be meant. */
export function openAdmin(config, adminUrl, connections) {
    if (adminUrl === undefined)
        return openDatabase(config.control, connections);
    const admin = checkControl(adminUrl, (file) => resolve(file));
    if ('problem' in admin)
        throw new UsageError(`--admin-url ${admin.problem}`);
    if (admin.database !== config.upstream.database)
        throw new UsageError("--admin-url must name the map's database");
    return openDatabase(admin.url, connections);
}
//# sourceMappingURL=apply-map.js.map