import { PgsealError } from '../errors.js';
import { encodeClose } from '../wire/close.js';
import { encodeParse } from '../wire/parse.js';
import { owedKind } from './owed-replies.js';
import { declaredOids } from './parameters.js';
import { samePlan } from './plan-identity.js';
/** Statements that are planned anew each time: what a name in them stands for changes without a change of names. */
const renewed = new Set(['ExecuteStmt', 'FetchStmt']);
/**
 * The statement's plan, made again when what it was made from has changed: it must come out the same (pitfall A41), unless a
 * job has exchanged a table meanwhile. Then the server is given the new text under the old name.
 */
export function currentPlan(link, statement) {
    const { parsed } = statement;
    if (parsed === undefined)
        return statement.plan;
    const held = link.gate?.pass(parsed.names, parsed.statement === 'ExecuteStmt');
    if (held !== undefined)
        return held.then(() => currentPlan(link, statement));
    if (!renewed.has(parsed.statement) && link.current(statement.catalog, statement.namesVersion))
        return statement.plan;
    const check = (plan) => {
        if (plan !== statement.plan) {
            if (plan.kind === 'refused')
                throw plan.error;
            if (plan.kind === 'passthrough' && plan.executes !== undefined && statement.plan.kind === 'sealed') {
                throw new PgsealError('preparedMissing', { name: plan.executes });
            }
            // FETCH is one text for the server, whatever the cursor is (pitfall C54).
            if (parsed.statement !== 'FetchStmt' && !samePlan(plan, statement.plan)) {
                if (statement.exchanged === (link.gate?.exchanged ?? 0))
                    throw new PgsealError('statementChanged');
                prepareAgain(link, statement, plan);
            }
            statement.plan = plan;
        }
        const catalog = link.catalog();
        statement.catalog = catalog instanceof Promise ? undefined : catalog;
        statement.namesVersion = link.facts.version;
        statement.exchanged = link.gate?.exchanged ?? 0;
        return plan;
    };
    const plan = link.plan(parsed, statement.declaredOids);
    return plan instanceof Promise ? plan.then(check) : check(plan);
}
/** The client's statement is the same to the client: same parameters, same columns, as the map says that they are. */
function prepareAgain(link, statement, plan) {
    const { name, parsed, declaredOids: declared } = statement;
    if (parsed === undefined || plan.kind === 'refused')
        return;
    if (name !== '') {
        const close = link.submit(owedKind.close, encodeClose({ type: 'Close', target: 'statement', name }));
        if (close !== undefined)
            close.hidden = true;
    }
    const [query, parameterTypes] = plan.kind === 'sealed' ? [plan.text, declaredOids(plan)] : [parsed.text, declared];
    const parse = link.submit(owedKind.parse, encodeParse({ type: 'Parse', name, query, parameterTypes }));
    if (parse === undefined)
        return;
    parse.hidden = true;
    parse.plan = plan;
    if (plan.kind === 'sealed')
        parse.statement = parsed;
    const before = { plan: statement.plan, exchanged: statement.exchanged };
    parse.undo = () => {
        statement.plan = before.plan;
        statement.catalog = undefined;
        if (before.exchanged !== undefined)
            statement.exchanged = before.exchanged;
    };
}
//# sourceMappingURL=current-plan.js.map