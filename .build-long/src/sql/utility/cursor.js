// DECLARE over sealed columns, and FETCH.
import { PgsealError } from '../../errors.js';
import { planData } from '../data-statement.js';
import { number, text } from '../walk.js';
import { passthrough } from './outcome.js';
const optionBinary = 0x0001;
const optionHold = 0x0020;
/** Plans a DeclareCursorStmt: its query is planned as if alone, and what it returns is kept for FETCH. Throws refusals. */
export function planDeclare(input, effects, statement) {
    const name = text(statement.portalname);
    const plan = planData(input, effects, statement.query, false);
    // The name is free, or the server refuses it: what is still known by it is no cursor any more.
    if (plan.kind === 'passthrough')
        return { ...plan, describeFirst: false, effects: { ...effects, closes: name } };
    if (plan.kind === 'refused')
        return plan;
    const options = number(statement.options);
    const hold = (options & optionHold) !== 0;
    if (hold && plan.parameters.some((parameter) => parameter.role === 'constant')) {
        throw new PgsealError('shapeNotServed', { shape: 'a value beside a sealed column in a cursor WITH HOLD' });
    }
    const { results, hidden, opens, usesSettings } = plan;
    return {
        ...plan,
        results: undefined,
        hidden: [],
        opens: [],
        declares: { name, results, hidden, opens, usesSettings, effects, hold, binary: (options & optionBinary) !== 0 },
    };
}
/** Plans a FetchStmt: what the name stands for is the connection's to know. MOVE returns no rows. */
export function planFetchStatement(effects, statement) {
    const plan = passthrough(effects, 'reads a cursor', true);
    return statement.ismove === true ? plan : { ...plan, fetches: text(statement.portalname) };
}
//# sourceMappingURL=cursor.js.map