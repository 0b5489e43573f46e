import { PgsealError } from '../errors.js';
const auditedPlans = new WeakMap();
/** What lines say of a plan; 'nothing' for one that neither seals nor opens nor searches. */
function auditedPlan(plan, catalog, fingerprint) {
    const known = auditedPlans.get(plan);
    if (known !== undefined)
        return known;
    const { seals, searches, opens } = plan;
    const audited = seals.length + searches.length + opens.length === 0
        ? 'nothing'
        : {
            statement: plan.effects.statement,
            fingerprint: fingerprint(plan.executed?.plan ?? plan.fetched ?? plan),
            tables: tablesOf(plan, catalog),
            seals,
            searches,
            opens,
        };
    auditedPlans.set(plan, audited);
    return audited;
}
/** Names of the map, of all columns that are sealed, searched or opened; most of them stand in the plan itself. */
function tablesOf(plan, catalog) {
    const tables = new Set();
    const { parameters } = plan.copy?.direction === 'in' ? plan.copy.row : plan;
    for (const parameter of parameters)
        if ('target' in parameter)
            tables.add(parameter.target.table);
    for (const result of plan.results ?? [])
        for (const origin of result?.origins ?? [])
            tables.add(origin.table);
    const labels = new Set([...plan.seals, ...plan.searches, ...plan.opens]);
    for (const { relation } of catalog.mappedTables) {
        for (const { mapped } of relation?.columns ?? []) {
            if (mapped !== undefined && labels.has(mapped.column.label))
                tables.add(mapped.table);
        }
    }
    return [...tables];
}
/**
 * An execution of the plan begins: undefined where nothing is to be said of it. Throws auditUnwritable, and openingLimited
 * while a brake is on.
 */
export function beginAudit(link, plan) {
    const { audit, fingerprint } = link.deps;
    if (audit === undefined || fingerprint === undefined)
        return undefined;
    const audited = auditedPlan(plan, link.deps.catalog(), fingerprint);
    return audited === 'nothing' ? undefined : audit.begin(audited);
}
/** The key ring as one execution uses it: what is asked of it is told. */
export function auditedRing(ring, audit) {
    if (audit === undefined)
        return ring;
    const own = Object.create(ring);
    own.generate = (namedKey, contexts) => {
        for (const { record } of contexts)
            audit.record(record);
        const told = (keys) => {
            // The key part begins with its source and the 16 bytes of the key's id.
            for (const { keyPart } of keys)
                audit.key(keyPart.subarray(1, 17));
            return keys;
        };
        const keys = ring.generate(namedKey, contexts, audit.onCall);
        return keys instanceof Promise ? keys.then(told) : told(keys);
    };
    own.open = (namedKey, keyPart, context, label) => {
        audit.opening(context.record, label);
        audit.key(keyPart.keyId);
        const key = ring.open(namedKey, keyPart, context, label, audit.onCall);
        if (!(key instanceof Promise))
            audit.cacheHits += 1;
        return key;
    };
    return own;
}
/** The server's values of one execution, made with a key ring that tells; a failure ends the execution. */
export function auditedValues(link, plan, make) {
    const { keyRing } = link.deps;
    const { counts } = link.deps;
    const audit = beginAudit(link, plan);
    if (audit === undefined) {
        const count = (values) => {
            countSealed(counts, undefined, plan, values);
            return values;
        };
        const values = make(keyRing);
        return values instanceof Promise ? values.then(count) : count(values);
    }
    const made = (values) => {
        countSealed(counts, audit, plan, values);
        return { ...values, audit };
    };
    const failed = (error) => {
        endAudit(audit, error);
        throw error;
    };
    try {
        const values = make(auditedRing(keyRing, audit));
        return values instanceof Promise ? values.then(made, failed) : made(values);
    }
    catch (error) {
        return failed(error);
    }
}
/** Counts the values sealed by `values`, which are those of the plan's own parameters. */
export function countSealed(counts, audit, plan, values) {
    plan.parameters.forEach((parameter, index) => {
        if (parameter.role !== 'seal' || values.values[index] === null)
            return;
        counts.column(parameter.target.column.label).sealed += 1;
        audit?.sealed(parameter.target.column.label, 1);
    });
}
/** An execution that fails for a reason of ours. True when its line could not be written and what it opened must not leave. */
export function endAudit(audit, error) {
    if (audit === undefined)
        return false;
    const own = error instanceof PgsealError ? error : undefined;
    return audit.finish(own?.sqlstate ?? 'failed', own) !== undefined;
}
//# sourceMappingURL=auditing.js.map