// SQL's PREPARE and EXECUTE, in one namespace with the protocol's statements (pitfall A40).
import { PgsealError } from '../errors.js';
import { executedPlan, saysTypes } from '../sql/executed.js';
import { defaultValueSettings } from '../types/value-settings.js';
import { encodeClose } from '../wire/close.js';
import { encodeDescribe } from '../wire/describe.js';
import { currentPlan } from './current-plan.js';
import { HiddenCall, Skipped } from './hidden-call.js';
import { owedKind } from './owed-replies.js';
import { checkConstants, hasConstants } from './parameters.js';
// By the plan that is executed and the EXECUTE: the same plan comes back as long as all it was made from is the same.
const kept = new WeakMap();
/**
 * The plan of a statement that runs `plan.executes`: the very plan where that is not one of the proxy's, else that of the
 * prepared statement with the arguments in their places. EXPLAIN and CREATE TABLE AS over such an EXECUTE are refused.
 */
export function planExecuted(link, plan, execute, declaredOids) {
    const entry = link.prepared.statements.get(plan.executes ?? '');
    const unsure = link.unsure(entry);
    if (unsure !== undefined)
        return unsure.then(() => planExecuted(link, plan, execute, declaredOids));
    if (entry === undefined)
        return plan;
    const make = (prepared) => {
        if (prepared.kind !== 'sealed')
            return plan;
        if (execute.statement !== 'ExecuteStmt') {
            const shape = `${execute.statement === 'ExplainStmt' ? 'EXPLAIN' : 'CREATE TABLE AS'} EXECUTE`;
            return { kind: 'refused', effects: plan.effects, error: new PgsealError('shapeNotServed', { shape }) };
        }
        const asking = askTypes(link, entry, prepared, execute);
        if (asking !== undefined)
            return asking.then(() => made(link, plan, entry, prepared, execute, declaredOids));
        return made(link, plan, entry, prepared, execute, declaredOids);
    };
    const prepared = currentPlan(link, entry);
    return prepared instanceof Promise ? prepared.then(make) : make(prepared);
}
function made(link, plan, entry, prepared, execute, declaredOids) {
    const described = link.parameterTypes.get(prepared);
    const types = prepared.clientParameters.map(({ typeOid, plainAt }) => typeOid !== 0 || plainAt === -1 ? typeOid : (described?.[plainAt] ?? 0));
    let plans = kept.get(prepared);
    if (plans === undefined)
        kept.set(prepared, (plans = new WeakMap()));
    const known = plans.get(execute);
    if (known !== undefined && known.declared === declaredOids.join() && known.types === types.join())
        return known.plan;
    try {
        const made = executedPlan(execute, declaredOids, { plan: prepared, prepared: entry.parsed, types });
        plans.set(execute, { declared: declaredOids.join(), types: types.join(), plan: made });
        return made;
    }
    catch (error) {
        if (error instanceof PgsealError)
            return { kind: 'refused', effects: plan.effects, error };
        throw error;
    }
}
/** Has the server describe the statement, where an argument says a type and that of its parameter is not known. */
function askTypes(link, entry, plan, execute) {
    const open = plan.clientParameters.some(({ typeOid, plainAt }) => typeOid === 0 && plainAt !== -1);
    if (!open || link.parameterTypes.has(plan) || !saysTypes(execute))
        return undefined;
    if (link.skipping || link.failedBlock)
        return undefined;
    const between = !link.pipelineOpen;
    const hide = (owed) => {
        if (owed === undefined)
            throw new Skipped();
        owed.hidden = true;
        return owed;
    };
    const describe = encodeDescribe({ type: 'Describe', target: 'statement', name: entry.name });
    hide(link.submit(owedKind.describeStatement, describe)).plan = plan;
    const call = new HiddenCall();
    if (between)
        hide(link.submitSync()).completes = call;
    else {
        const close = encodeClose({ type: 'Close', target: 'portal', name: 'pgseal_hidden' });
        hide(link.submit(owedKind.close, close)).completes = call;
        link.flushServer();
    }
    link.toServer.flush();
    return call.done;
}
/** Reads the constants of a statement that is to be prepared, as PostgreSQL does: a bad one fails PREPARE. */
export function checkPrepared(link, { plan }) {
    if (plan.kind !== 'sealed' || !hasConstants(plan))
        return undefined;
    const check = () => checkConstants(plan, link.facts.settings ?? defaultValueSettings);
    const asking = plan.usesSettings ? link.settings() : undefined;
    if (asking !== undefined)
        return asking.then(check);
    check();
    return undefined;
}
/** Enters what a PREPARE makes that was sent as `owed`. */
export function enterPrepared(link, prepares, owed) {
    const catalog = link.catalog();
    const entry = {
        name: prepares.name,
        parsed: prepares.statement,
        declaredOids: prepares.declaredOids,
        plan: prepares.plan,
        namesVersion: link.facts.version,
        catalog: catalog instanceof Promise ? undefined : catalog,
        exchanged: link.gate?.exchanged ?? 0,
        pipeline: link.pipeline,
        confirmed: false,
    };
    owed.confirms = entry;
    owed.addUndo(link.prepared.setStatement(entry));
}
//# sourceMappingURL=execute-prepared.js.map