// The client's messages of the extended protocol, one function each: what is passed on unchanged, what is made anew.
// PROTOCOL-FLOW-EXT-QUERY. Each may throw: the caller puts a refusal in the message's place.
import { PgsealError } from '../errors.js';
import { refuseOwnName } from '../sql/forbidden.js';
import { defaultValueSettings } from '../types/value-settings.js';
import { decodeBind, encodeBind } from '../wire/bind.js';
import { decodeClose } from '../wire/close.js';
import { decodeDescribe, encodeDescribe } from '../wire/describe.js';
import { decodeExecute, encodeExecute } from '../wire/execute.js';
import { decodeParse, encodeParse } from '../wire/parse.js';
import { auditedRing } from './auditing.js';
import { CopyIn } from './copy-in.js';
import { isCopyOut } from './copy-out.js';
import { currentPlan } from './current-plan.js';
import { enterCursor, refuseCursorPortal } from './cursors.js';
import { checkPrepared, enterPrepared } from './execute-prepared.js';
import { followers, submitFollowers } from './followers.js';
import { selectAndSeal, updateName } from './many-rows.js';
import { guardedNames, submitGuards } from './name-guard.js';
import { owedKind } from './owed-replies.js';
import { checkConstants, declaredOids, hasConstants } from './parameters.js';
import { plainPlan, unknownPlan } from './plain-plans.js';
import { openerOf, resultFormatsOf } from './portal-opener.js';
import { sealedValues } from './sealed-values.js';
export function handleParse(link, frame) {
    const message = decodeParse(frame.subarray(5));
    refuseOwnName(message.name);
    const enter = (plan, statement, bytes) => {
        const owed = link.submit(owedKind.parse, bytes);
        if (owed === undefined)
            return;
        owed.plan = plan;
        if (plan.kind === 'sealed')
            owed.statement = statement.parsed;
        const entry = {
            ...statement,
            name: message.name,
            declaredOids: message.parameterTypes,
            plan,
            exchanged: link.gate?.exchanged ?? 0,
            pipeline: link.pipeline,
            confirmed: false,
        };
        owed.confirms = entry;
        owed.undo = link.prepared.setStatement(entry);
    };
    const nothing = { parsed: undefined, namesVersion: 0, catalog: undefined };
    const parsed = link.deps.parse(message.query);
    if (parsed.statements.length > 1)
        throw new PgsealError('multipleCommands');
    const statement = parsed.statements[0];
    if (statement === undefined) {
        enter(plainPlan, nothing, frame);
        return undefined;
    }
    const send = (plan) => {
        if (plan.kind === 'refused')
            throw plan.error;
        const catalog = link.catalog();
        const from = {
            parsed: statement,
            namesVersion: link.facts.version,
            catalog: catalog instanceof Promise ? undefined : catalog,
        };
        const bytes = plan.kind === 'passthrough'
            ? frame
            : encodeParse({ type: 'Parse', name: message.name, query: plan.text, parameterTypes: declaredOids(plan) });
        enter(plan, from, bytes);
    };
    const check = (plan) => {
        if (plan.kind !== 'sealed' || !hasConstants(plan)) {
            send(plan);
            return undefined;
        }
        const asking = plan.usesSettings ? link.settings() : undefined;
        const checked = () => {
            checkConstants(plan, link.facts.settings ?? defaultValueSettings);
            send(plan);
        };
        if (asking !== undefined)
            return asking.then(checked);
        checked();
        return undefined;
    };
    const plan = link.plan(statement, message.parameterTypes);
    return plan instanceof Promise ? plan.then(check) : check(plan);
}
/** The statement whose names the plan is made from: of an EXECUTE that which was prepared. */
export function namesIn(statement, plan) {
    return plan.kind === 'sealed' && plan.executed !== undefined ? plan.executed.prepared : statement;
}
export function handleBind(link, frame) {
    const portalEnd = frame.indexOf(0, 5);
    const statementEnd = frame.indexOf(0, portalEnd + 1);
    if (portalEnd === -1 || statementEnd === -1) {
        throw new PgsealError('protocolViolation', { what: 'Bind has a string without an end' });
    }
    const name = frame.toString('utf8', portalEnd + 1, statementEnd);
    refuseOwnName(name);
    refuseOwnName(frame.toString('utf8', 5, portalEnd));
    const statement = link.prepared.statements.get(name);
    const unsure = link.unsure(statement);
    if (unsure !== undefined)
        return unsure.then(() => handleBind(link, frame));
    if (statement === undefined) {
        // A simple Query took it away, though one of the proxy's own may stand in its place on the server (pitfall A42).
        if (name === '')
            throw new PgsealError('unnamedStatementMissing');
        submitPlainBind(link, frame, frame.toString('utf8', 5, portalEnd), unknownPlan());
        return undefined;
    }
    const send = (plan) => {
        if (plan.kind === 'refused')
            throw plan.error;
        submitGuards(link, guardedNames(link, namesIn(statement.parsed, plan)));
        if (plan.kind === 'sealed')
            return bindSealed(link, decodeBind(frame.subarray(5)), plan);
        submitPlainBind(link, frame, frame.toString('utf8', 5, portalEnd), plan);
        return undefined;
    };
    const plan = currentPlan(link, statement);
    return plan instanceof Promise ? plan.then(send) : send(plan);
}
function submitPlainBind(link, frame, name, plan) {
    const owed = link.submit(owedKind.bind, frame);
    if (owed === undefined)
        return;
    const entry = {
        name,
        plan,
        resultFormats: [],
        sealedHere: undefined,
        constantKey: undefined,
        many: undefined,
        described: false,
        opener: undefined,
        pipeline: link.pipeline,
        confirmed: false,
    };
    owed.confirms = entry;
    owed.undo = link.prepared.setPortal(entry);
}
function bindSealed(link, message, plan) {
    if (message.values.length !== plan.clientParameters.length) {
        throw new PgsealError('bindCount', {
            given: String(message.values.length),
            wanted: String(plan.clientParameters.length),
        });
    }
    if (message.parameterFormats.length > 1 && message.parameterFormats.length !== message.values.length) {
        throw new PgsealError('bindFormats');
    }
    for (const format of [...message.parameterFormats, ...message.resultFormats]) {
        if (format !== 0 && format !== 1)
            throw new PgsealError('formatCode', { format: String(format) });
    }
    if (plan.many !== undefined)
        return bindMany(link, message, plan, plan.many);
    const ready = sealedValues(link, plan, { formats: message.parameterFormats, values: message.values });
    const send = (values) => {
        submitSealedBind(link, message.portal, message.statement, plan, values, message.resultFormats);
    };
    if (ready instanceof Promise)
        return ready.then(send);
    send(ready);
    return undefined;
}
async function bindMany(link, message, plan, many) {
    const client = { formats: message.parameterFormats, values: message.values };
    const { values, portal } = await selectAndSeal(link, message.statement, plan, many, client);
    submitSealedBind(link, message.portal, updateName, plan, values, message.resultFormats, portal);
}
export function submitSealedBind(link, portal, statement, plan, values, resultFormats, many) {
    const bytes = encodeBind({
        type: 'Bind',
        portal,
        statement,
        parameterFormats: values.formats,
        values: values.values,
        resultFormats: resultFormatsOf(plan, resultFormats),
    });
    const owed = link.submit(owedKind.bind, bytes);
    const { audit } = values;
    if (owed === undefined) {
        audit?.finish('skipped');
        return undefined;
    }
    if (audit !== undefined)
        audit.bound = true;
    owed.audit = audit;
    const entry = {
        name: portal,
        plan,
        audit,
        resultFormats,
        sealedHere: values.sealedHere,
        constantKey: values.constantKey?.key,
        many,
        described: false,
        opener: undefined,
        pipeline: link.pipeline,
        confirmed: false,
    };
    owed.confirms = entry;
    owed.undo = link.prepared.setPortal(entry);
    return entry;
}
export function handleDescribe(link, frame) {
    const { target, name } = decodeDescribe(frame.subarray(5));
    const known = target === 'statement' ? link.prepared.statements.get(name) : link.prepared.portals.get(name);
    const unsure = link.unsure(known);
    if (unsure !== undefined)
        return unsure.then(() => handleDescribe(link, frame));
    if (target === 'statement') {
        const statement = link.prepared.statements.get(name);
        const send = (plan) => {
            const owed = link.submit(owedKind.describeStatement, frame);
            if (owed !== undefined)
                owed.plan = plan;
        };
        // After an exchange of tables the server can't describe what it was given before.
        const renewed = statement?.parsed?.statement === 'FetchStmt' || (statement?.exchanged ?? 0) !== (link.gate?.exchanged ?? 0);
        const plan = renewed && statement !== undefined ? currentPlan(link, statement) : statement?.plan;
        if (plan instanceof Promise)
            return plan.then(send);
        send(plan);
        return undefined;
    }
    refuseCursorPortal(link, name);
    const portal = link.prepared.portals.get(name);
    const owed = link.submit(owedKind.describePortal, frame);
    if (owed === undefined)
        return undefined;
    owed.plan = portal?.plan;
    owed.portal = portal;
    if (portal !== undefined)
        portal.described = true;
    return undefined;
}
export function handleExecute(link, frame) {
    const { portal: name } = decodeExecute(frame.subarray(5));
    const portal = link.prepared.portals.get(name);
    const unsure = portal === undefined ? undefined : link.unsure(portal);
    if (unsure !== undefined)
        return unsure.then(() => handleExecute(link, frame));
    refuseCursorPortal(link, name);
    return executePortal(link, portal, portal?.plan ?? unknownPlan(), name, frame, false);
}
/** Statements whose result is another each time, though their text is the same: what a name stands for changes (C54). */
const varies = new Set(['FetchStmt', 'ExecuteStmt', 'CallStmt']);
/** Sends an Execute; before a COMMIT, only once everything before it is opened (design section 6). */
export function executePortal(link, portal, plan, name, frame, quiet) {
    const prepares = plan.kind === 'refused' ? undefined : plan.prepares;
    const send = () => {
        if (link.skipping)
            return undefined;
        if (portal?.many !== undefined)
            checkRowsHold(link, portal.many);
        const copies = isCopyOut(plan);
        const sealed = plan.kind === 'sealed' && (copies || plan.results?.some((result) => result !== undefined) === true);
        const known = link.verified.has(plan) && !varies.has(plan.effects.statement);
        const verified = portal?.described === true || portal?.opener !== undefined || known;
        const audit = portal?.audit?.execution();
        const check = sealed || (plan.kind === 'passthrough' && plan.describeFirst && !verified);
        if (check)
            link.deps.counts.descriptions[verified ? 'known' : 'asked'] += 1;
        if (check && !verified) {
            const describe = link.submit(owedKind.describePortal, encodeDescribe({ type: 'Describe', target: 'portal', name }));
            if (describe !== undefined) {
                describe.hidden = true;
                describe.plan = plan;
                describe.portal = portal;
            }
        }
        const opener = sealed && plan.kind === 'sealed' ? (portal?.opener ?? openerOf(link, plan, portal)) : undefined;
        if (audit !== undefined)
            opener?.countFor(audit, auditedRing(link.deps.keyRing, audit));
        // COPY knows no limit of rows.
        const bytes = copies ? encodeExecute({ type: 'Execute', portal: name, maxRows: 0 }) : frame;
        const owed = link.submit(owedKind.execute, bytes);
        if (owed === undefined)
            return undefined;
        link.clock?.sent(owed);
        owed.plan = plan;
        owed.portal = portal;
        owed.quiet = quiet;
        owed.opener = opener;
        owed.audit = audit;
        if (check) {
            owed.opening = true;
            link.opening += 1;
        }
        link.apply(plan.effects, owed);
        if (prepares !== undefined)
            enterPrepared(link, prepares, owed);
        if (plan.kind === 'sealed')
            enterCursor(link, plan, portal?.constantKey, owed);
        if (plan.kind === 'sealed' && plan.copy?.direction === 'in')
            link.copyIn = new CopyIn(link, owed, plan.copy);
        if (plan.kind === 'sealed' && followers(plan) > 0)
            submitFollowers(link, plan, owed);
        return undefined;
    };
    const settings = prepares !== undefined
        ? checkPrepared(link, prepares)
        : plan.kind === 'sealed' && plan.usesSettings && plan.results !== undefined
            ? link.settings()
            : undefined;
    const opened = plan.effects.transaction === undefined ? undefined : link.whenOpened();
    if (settings === undefined && opened === undefined)
        return send();
    if (opened !== undefined)
        link.flushServer();
    return Promise.all([settings, opened]).then(() => send());
}
/** Rows that were selected at Bind are those of Execute only if nothing else has written in between. */
function checkRowsHold(link, many) {
    if (many.writes !== undefined && many.writes !== link.writes)
        throw new PgsealError('rowsOutdated');
    many.writes = undefined;
}
export function handleClose(link, frame) {
    const { target, name } = decodeClose(frame.subarray(5));
    const owed = link.submit(owedKind.close, frame);
    if (owed === undefined)
        return undefined;
    if (target === 'statement')
        link.settling.closing = true;
    owed.undo = target === 'statement' ? link.prepared.deleteStatement(name) : link.prepared.deletePortal(name);
    return undefined;
}
/**
 * Ends a pipeline. Where a result must still be opened and the pipeline may write, Flush goes out and the Sync is held
 * until the rows are opened, so that a failure to open can take the writes back (design section 6).
 */
export function handleSync(link, frame) {
    link.clock?.forget();
    const finish = () => {
        // What could not be opened fails the pipeline on the server too.
        if (link.failing && (link.pipelineWrites || link.block) && !link.serverSkips) {
            link.skipping = false;
            link.submitRefusal(new PgsealError('internal'));
        }
        link.submitSync(frame);
    };
    if (link.failing || link.opening === 0) {
        finish();
        return undefined;
    }
    if (!link.block && link.pipelineWrites) {
        link.flushServer();
        return link.whenOpened().then(finish);
    }
    link.submitSync(frame);
    return link.block ? link.whenOpened() : undefined;
}
//# sourceMappingURL=client-messages.js.map