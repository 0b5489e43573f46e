import { defaultValueSettings } from '../types/value-settings.js';
import { auditedValues } from './auditing.js';
import { evaluateDefaults } from './evaluate-defaults.js';
import { serverValues } from './parameters.js';
import { checkRows } from './row-limit.js';
/** The server's values of one execution of the plan, told to the audit trail. */
export function sealedValues(link, plan, client) {
    checkRows(plan.rows, link.deps.rowsPerStatement);
    const { evaluates } = plan;
    const audited = (evaluated) => auditedValues(link, plan, (keyRing) => {
        const settings = link.facts.settings ?? defaultValueSettings;
        const seal = () => serverValues(plan, client, settings, keyRing, evaluated, link.deps.tokenKeys);
        return link.clock === undefined ? seal() : link.clock.sealing(seal);
    });
    const make = () => evaluates === undefined ? audited([]) : evaluateDefaults(link, plan, evaluates).then(audited);
    const asking = plan.usesSettings ? link.settings() : undefined;
    return asking === undefined ? make() : asking.then(make);
}
//# sourceMappingURL=sealed-values.js.map