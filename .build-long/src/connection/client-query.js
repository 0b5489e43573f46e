// Simple Query. A text in which no statement touches a sealed column goes to the server as it came. Any other is carried
// out statement by statement with the extended protocol, and one Sync at its end: the server treats both as one implicit
// transaction that stops at the first error (PROTOCOL-FLOW-MULTI-STATEMENT, PROTOCOL-FLOW-PIPELINING), and the client
// sees only the replies that a Query has.
import { PgsealError } from '../errors.js';
import { runsAlone } from '../sql/runs-alone.js';
import { encodeBind } from '../wire/bind.js';
import { encodeDescribe } from '../wire/describe.js';
import { encodeExecute } from '../wire/execute.js';
import { encodeParse } from '../wire/parse.js';
import { decodeQuery } from '../wire/query.js';
import { executePortal, namesIn, submitSealedBind } from './client-messages.js';
import { Skipped } from './hidden-call.js';
import { selectAndSeal, updateName } from './many-rows.js';
import { guardedNames, submitGuards } from './name-guard.js';
import { owedKind } from './owed-replies.js';
import { declaredOids } from './parameters.js';
import { plainPlan } from './plain-plans.js';
import { refusalQuery } from './refusal-text.js';
import { sealedValues } from './sealed-values.js';
const executeUnnamed = encodeExecute({ type: 'Execute', portal: '', maxRows: 0 });
const describeUnnamed = encodeDescribe({ type: 'Describe', target: 'portal', name: '' });
export function handleQuery(link, frame) {
    if (link.skipping)
        return undefined;
    const { query } = decodeQuery(frame.subarray(5));
    let statements;
    try {
        statements = link.deps.parse(query).statements;
    }
    catch (error) {
        refuseWhole(link, error);
        return undefined;
    }
    return planAll(link, frame, statements, 0, []);
}
/** Plans one statement after the other; decides when all are planned, or as soon as one asks for the long way. */
function planAll(link, frame, statements, from, plans) {
    for (let index = from; index < statements.length; index += 1) {
        const statement = statements[index];
        if (plans.some((plan) => mayChangeMeaning(link, plan, statement)))
            return stepByStep(link, statements);
        let plan;
        try {
            plan = link.plan(statement, []);
        }
        catch (error) {
            refuseWhole(link, error);
            return undefined;
        }
        if (plan instanceof Promise) {
            const openBefore = link.pipelineOpen;
            return plan.then((made) => {
                plans.push(made);
                return planAll(link, frame, statements, index + 1, plans);
            }, (error) => {
                if (!(error instanceof Skipped))
                    refuseWhole(link, error);
                else if (!openBefore)
                    link.submitSync();
                else
                    link.skipping = true;
            });
        }
        plans.push(plan);
    }
    const guarded = statements.some((statement) => guardedNames(link, statement).length > 0);
    if (!guarded && plans.every((plan) => plan.kind === 'passthrough' && plan.prepares === undefined)) {
        if (!plans.some((plan) => plan.effects.transaction !== undefined)) {
            submitWhole(link, frame, plans);
            return undefined;
        }
        const opened = link.whenOpened();
        if (opened === undefined) {
            submitWhole(link, frame, plans);
            return undefined;
        }
        link.flushServer();
        return opened.then(() => submitWhole(link, frame, plans));
    }
    if (plans.length === 1 && plans[0].kind === 'refused') {
        refuseWhole(link, plans[0].error);
        return undefined;
    }
    return stepByStep(link, statements);
}
/** True when `statement` must not be planned before the earlier one has run: it may change what its names mean. */
function mayChangeMeaning(link, earlier, statement) {
    const { effects } = earlier;
    if (effects.changesCatalog)
        return statement.names.length > 0;
    if (!effects.forgetsNames)
        return false;
    const catalog = link.catalog();
    return catalog instanceof Promise || statement.names.some((name) => catalog.relevantNames.has(name));
}
function submitWhole(link, frame, plans) {
    if (link.skipping)
        return;
    const open = link.pipelineOpen;
    const owed = link.submit(owedKind.query, frame);
    if (owed === undefined)
        return;
    owed.plan = plainPlan;
    link.clock?.sent(owed, plans);
    for (const plan of plans)
        link.apply(plan.effects, owed);
    afterQuery(link, open);
}
/** The server fails a text of ours in its place; the client gets `error`. */
function refuseWhole(link, error) {
    if (!(error instanceof PgsealError) || error.severity === 'FATAL')
        throw error;
    const open = link.pipelineOpen;
    const owed = link.submit(owedKind.query, refusalQuery());
    if (owed === undefined)
        return;
    owed.refusal = error;
    link.clock?.sent(owed);
    afterQuery(link, open);
    link.deps.log.refused({ error, statement: 'Query' });
}
/**
 * A Query takes the unnamed statement with it (pitfall A42). It ends the pipeline it stands in before version 18; from then
 * on that goes on to its Sync, so nothing of ours may end it sooner.
 */
function afterQuery(link, pipelineWasOpen) {
    link.endPipeline();
    link.pipelineOpen = pipelineWasOpen;
    link.prepared.deleteStatement('');
}
/** `from`: the first statement that is not carried out yet. */
async function stepByStep(link, statements, from = 0) {
    if (from === 0 && link.pipelineOpen) {
        // What is carried out step by step ends with a Sync, which would commit the pipeline.
        refuseWhole(link, new PgsealError('queryInPipeline'));
        return;
    }
    try {
        for (const [at, statement] of statements.entries()) {
            if (at < from)
                continue;
            const alone = statements.length > 1 ? runsAlone(statement) : undefined;
            if (alone !== undefined)
                throw new PgsealError('runsAlone', { statement: alone });
            const plan = await link.plan(statement, []);
            if (link.skipping)
                break;
            if (plan.effects.copiesIn)
                await openedBefore(link);
            if (link.skipping)
                break;
            await step(link, statement, plan);
            if (link.skipping)
                break;
            if (plan.effects.copiesIn) {
                link.afterCopy = () => stepByStep(link, statements, at + 1);
                link.flushServer();
                return;
            }
        }
    }
    catch (error) {
        if (error instanceof PgsealError && error.severity !== 'FATAL') {
            link.deps.log.refused({ error, statement: 'Query' });
            link.submitRefusal(error);
        }
        else if (!(error instanceof Skipped))
            throw error;
    }
    await finish(link);
}
/** A client that was given an error sends no copy data, so nothing may fail any more once they are asked for. */
async function openedBefore(link) {
    if (link.opening === 0)
        return;
    link.flushServer();
    await link.whenOpened();
}
async function step(link, statement, plan) {
    if (plan.kind === 'refused')
        throw plan.error;
    submitGuards(link, guardedNames(link, namesIn(statement, plan)));
    let portal;
    if (plan.kind === 'passthrough') {
        quiet(link, owedKind.parse, parseUnnamed(statement.text, []), plan, statement);
        const bind = { portal: '', statement: '', parameterFormats: [], values: [], resultFormats: [] };
        quiet(link, owedKind.bind, encodeBind({ type: 'Bind', ...bind }));
    }
    else {
        portal = await bindStep(link, plan, statement);
    }
    const describe = link.submit(owedKind.describePortal, describeUnnamed);
    if (describe !== undefined) {
        describe.quiet = true;
        describe.plan = plan;
        describe.portal = portal;
    }
    if (portal !== undefined)
        portal.described = true;
    await executePortal(link, portal ?? describedPortal(plan), plan, '', executeUnnamed, true);
}
function describedPortal(plan) {
    return {
        name: '',
        plan,
        resultFormats: [],
        sealedHere: undefined,
        constantKey: undefined,
        many: undefined,
        described: true,
        opener: undefined,
        pipeline: 0,
        confirmed: true,
    };
}
async function bindStep(link, plan, statement) {
    if (plan.clientParameters.length > 0)
        throw new PgsealError('parameterInQuery');
    quiet(link, owedKind.parse, parseUnnamed(plan.text, declaredOids(plan)), plan, statement);
    const nothing = { formats: [], values: [] };
    const formats = plan.binary === true ? [1] : [];
    let portal;
    if (plan.many === undefined) {
        portal = submitSealedBind(link, '', '', plan, await sealedValues(link, plan, nothing), formats);
    }
    else {
        const made = await selectAndSeal(link, '', plan, plan.many, nothing);
        portal = submitSealedBind(link, '', updateName, plan, made.values, [], made.portal);
    }
    const bind = link.owed.last();
    if (portal !== undefined && bind !== undefined)
        bind.quiet = true;
    return portal;
}
function parseUnnamed(query, parameterTypes) {
    return encodeParse({ type: 'Parse', name: '', query, parameterTypes });
}
function quiet(link, kind, frame, plan, statement) {
    const owed = link.submit(kind, frame);
    if (owed === undefined)
        return;
    owed.quiet = true;
    owed.plan = plan;
    owed.statement = statement;
}
/** A COPY of a simple Query has failed: the client waits for the end of the Query without ending its data. */
export function endFailedCopy(link) {
    if (link.afterCopy === undefined)
        return;
    link.afterCopy = undefined;
    void finish(link);
}
async function finish(link) {
    link.prepared.deleteStatement('');
    if (!link.failing && link.opening > 0 && !link.block && link.pipelineWrites && !link.skipping) {
        link.flushServer();
        await link.whenOpened();
    }
    if (link.failing && (link.pipelineWrites || link.block) && !link.serverSkips) {
        link.skipping = false;
        link.submitRefusal(new PgsealError('internal'));
    }
    link.submitSync();
    if (link.block && !link.failing) {
        const opened = link.whenOpened();
        // What is waited for comes only when the server has got all this.
        link.toServer.flush();
        await opened;
    }
}
//# sourceMappingURL=client-query.js.map