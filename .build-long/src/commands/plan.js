import { openMapJob } from './apply-map.js';
import { loadMap } from './load-map.js';
import { planText } from './plan-text.js';
import { exitFailed } from './report-error.js';
/** Prints what `apply` would do. Changes nothing. */
export async function plan(options) {
    const config = await loadMap(options.config, options);
    const job = openMapJob(config, options.adminUrl);
    try {
        const found = await job.plan();
        process.stdout.write(planText(found));
        if (options.exitCode && found.workLeft)
            process.exitCode = exitFailed;
    }
    finally {
        await job.close();
    }
}
//# sourceMappingURL=plan.js.map