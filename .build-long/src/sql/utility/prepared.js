// EXECUTE and EXPLAIN.
import { PgsealError } from '../../errors.js';
import { planData } from '../data-statement.js';
import { as, list, tagOf, text } from '../walk.js';
import { passthrough } from './outcome.js';
import { relevantIn } from './touched.js';
import { planCreateTableAs } from './view.js';
/** Plans an ExecuteStmt: what was prepared under the name by the protocol is the connection's to check (A40). */
export function planExecute(effects, statement) {
    return { ...passthrough(effects, 'runs a prepared statement', true), executes: text(statement.name) };
}
/** Plans an ExplainStmt: the statement under it is planned as if alone, the EXPLAIN stays. Throws refusals. */
export function planExplain(input, effects, statement) {
    const { query } = statement;
    switch (tagOf(query)) {
        case 'SelectStmt':
        case 'InsertStmt':
        case 'UpdateStmt':
        case 'DeleteStmt': {
            const plan = planData(input, effects, query, true);
            // GENERIC_PLAN takes parameters that nobody gives a value.
            if (plan.kind === 'sealed' && hasOption(statement, 'generic_plan')) {
                throw new PgsealError('shapeNotServed', { shape: 'EXPLAIN (GENERIC_PLAN)' });
            }
            return plan;
        }
        case 'ExecuteStmt':
            return planExecute(effects, as(query, 'ExecuteStmt') ?? {});
        case 'CreateTableAsStmt':
            return planCreateTableAs(input, effects, as(query, 'CreateTableAsStmt') ?? {});
        default: {
            const table = relevantIn(input, query);
            if (table !== undefined)
                throw new PgsealError('statementNotServed', { statement: 'EXPLAIN of a utility statement', table });
            return passthrough(effects, 'names no mapped table');
        }
    }
}
function hasOption(statement, name) {
    return list(statement.options).some((option) => text(as(option, 'DefElem')?.defname).toLowerCase() === name);
}
//# sourceMappingURL=prepared.js.map