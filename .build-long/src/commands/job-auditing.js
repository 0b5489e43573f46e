import { auditedJobRing } from '../keys/job-audit.js';
import { Counts } from '../observe/counts.js';
import { startAuditing } from './auditing.js';
import { packageVersion } from './package-version.js';
/**
 * What `work` gives, with the ring's data keys told to the trail of `audit.jobs`; without one a warning in the log says that
 * they are not. `login`: the URL of the login that the command works with. Rejects with auditNotBegun, and as `work`.
 */
export async function withJobAudit(config, keyRing, job, login, log, work) {
    const { audit } = config;
    if (audit === undefined)
        return work(keyRing);
    if (audit.jobs === undefined) {
        log.weakness({ what: `the map has "audit" without "jobs": what ${job} seals and opens is in no audit trail` });
        return work(keyRing);
    }
    const own = { ...config, alerts: undefined, audit: { ...audit, ...audit.jobs } };
    const auditing = await startAuditing(own, keyRing, log, packageVersion(), new Counts());
    try {
        if (auditing.trail === undefined)
            return await work(keyRing);
        const user = decodeURIComponent(new URL(login).username);
        return await work(auditedJobRing(keyRing, { job, user, trail: auditing.trail, records: audit.records }));
    }
    finally {
        await auditing.close();
    }
}
//# sourceMappingURL=job-auditing.js.map