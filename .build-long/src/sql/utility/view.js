// Statements that make a relation out of a query.
import { PgsealError } from '../../errors.js';
import { openAccess } from '../access.js';
import { planData } from '../data-statement.js';
import { as, struct, tagOf } from '../walk.js';
import { passthrough } from './outcome.js';
import { meantBy, refuseShadow } from './touched.js';
/** Plans a ViewStmt: sealed columns may be its columns, and be compared with one another, not with values. Throws refusals. */
export function planCreateView(input, effects, statement) {
    refuseMappedName(input, struct(statement.view), 'CREATE VIEW');
    const plan = planData(input, effects, statement.query, true);
    if (plan.kind !== 'sealed')
        return plan;
    if (plan.parameters.length > 0) {
        throw new PgsealError('shapeNotServed', { shape: 'a value for a sealed column in CREATE VIEW' });
    }
    return { ...plan, results: undefined, hidden: [] };
}
/** Plans a CreateTableAsStmt, a materialized view too: a copy would hold sealed values of another table (C50). Throws refusals. */
export function planCreateTableAs(input, effects, statement) {
    const materialized = statement.objtype === 'OBJECT_MATVIEW';
    const kind = materialized ? 'CREATE MATERIALIZED VIEW' : 'CREATE TABLE AS';
    refuseMappedName(input, struct(struct(statement.into)?.rel), kind);
    if (tagOf(statement.query) !== 'SelectStmt') {
        const execute = as(statement.query, 'ExecuteStmt');
        if (execute === undefined)
            throw new PgsealError('shapeNotServed', { shape: kind });
        return { ...passthrough(effects, 'runs a prepared statement', true), executes: String(execute.name ?? '') };
    }
    return plainQuery(input, effects, statement.query, kind);
}
/** Plans SELECT INTO; undefined for a SELECT without INTO. Throws refusals. */
export function planSelectInto(input, effects, node) {
    // In a UNION, INTO stands in the first arm.
    let arm = as(node, 'SelectStmt');
    while (struct(arm?.larg) !== undefined)
        arm = struct(arm?.larg);
    const into = struct(arm?.intoClause);
    if (into === undefined)
        return undefined;
    refuseMappedName(input, struct(into.rel), 'SELECT INTO');
    const { intoClause, ...select } = as(node, 'SelectStmt') ?? {};
    return plainQuery(input, effects, { SelectStmt: select }, 'SELECT INTO');
}
/** Passed on only where no sealed column is read or compared; what may be read, and by whom, is beside the point. */
function plainQuery(input, effects, query, kind) {
    const plan = planData({ ...input, mode: 'full', access: openAccess }, effects, query, false);
    if (plan.kind !== 'passthrough')
        throw new PgsealError('shapeNotServed', { shape: `${kind} over sealed columns` });
    return plan;
}
/** Refuses to make anything but a table by CREATE TABLE under the name of a mapped table. */
export function refuseMappedName(input, rangeVar, kind) {
    if (rangeVar === undefined)
        return;
    const meant = meantBy(input, rangeVar, true);
    refuseShadow(meant);
    if (meant.mapped !== undefined) {
        throw new PgsealError('statementNotServed', { statement: `${kind} under its name`, table: meant.mapped.mapName });
    }
}
//# sourceMappingURL=view.js.map