import { describePlan, describePlanAsData } from '../sql/describe-plan.js';
import { loadMap } from './load-map.js';
import { startPlanning } from './planning.js';
/** Prints what would be done with each statement of `sql`. Nothing is executed, sealed or opened. */
export async function explain(sql, options) {
    const config = await loadMap(options.config, options);
    if (config.tables.length === 0) {
        const reason = 'the map names no table';
        process.stdout.write(options.json === true
            ? `${JSON.stringify([{ outcome: 'passed', reason }])}\n`
            : `passed on as it is: ${reason}\n`);
        return;
    }
    const planning = await startPlanning(config, options.user);
    try {
        const plans = planning.parse(Buffer.from(sql)).map((statement) => planning.plan(statement));
        process.stdout.write(options.json === true
            ? `${JSON.stringify(plans.map(describePlanAsData), null, 2)}\n`
            : plans.map((plan) => `${describePlan(plan).join('\n')}\n`).join('\n'));
    }
    finally {
        await planning.close();
    }
}
//# sourceMappingURL=explain.js.map