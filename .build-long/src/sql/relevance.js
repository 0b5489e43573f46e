import { PgsealError } from '../errors.js';
import { text, walk } from './walk.js';
/** A quick look at every relation name in the tree; what a relevant name means in its place is for the analysis. */
export function touchedRelations(input, node) {
    const { catalog } = input;
    const ctes = new Set();
    const bare = new Set();
    let relevant = false;
    let unknown = false;
    walk(node, (tag, fields) => {
        // FOR UPDATE OF names items of FROM.
        if (tag === 'LockingClause')
            return false;
        if (tag === 'CommonTableExpr')
            ctes.add(text(fields.ctename));
        if (tag !== 'RangeVar')
            return undefined;
        const schema = text(fields.schemaname);
        if (schema === '') {
            bare.add(text(fields.relname));
        }
        else if (schema !== 'pg_catalog' && schema !== 'information_schema') {
            const relation = catalog.relationNamed(schema, text(fields.relname));
            relevant ||= relation?.relevant === true;
            unknown ||= relation === undefined;
        }
        return undefined;
    });
    for (const name of bare) {
        relevant ||= bareIsRelevant(input, name);
        unknown ||= !ctes.has(name) && catalog.relationsNamed(name).length === 0;
    }
    return { relevant, unknown };
}
/** False only where the name surely means a relation without sealed columns, and may. */
function bareIsRelevant(input, name) {
    const { catalog, names } = input;
    const oid = names.get(name);
    if (oid === undefined)
        return catalog.relevantNames.has(name);
    if (oid === 0)
        return false;
    const relation = catalog.relation(oid);
    if (relation?.relevant === true)
        return true;
    return catalog.mappedTables.some((entry) => entry.name === name && !entry.allowShadow && entry.relation?.oid !== oid);
}
/**
 * Refuses, as the server would, a statement that names a mapped table which does not exist: were it passed on for the
 * server's error, values meant for sealed columns would be in its log, or reach the table that was made meanwhile.
 */
export function refuseAbsent(input, node) {
    const { catalog, names } = input;
    const ctes = new Set();
    const absent = new Set();
    walk(node, (tag, fields) => {
        if (tag === 'LockingClause')
            return false;
        if (tag === 'CommonTableExpr')
            ctes.add(text(fields.ctename));
        if (tag !== 'RangeVar')
            return undefined;
        const name = text(fields.relname);
        const schema = text(fields.schemaname);
        const entry = catalog.mappedTables.find((one) => one.name === name && (schema === '' || one.schema === schema));
        if (entry === undefined)
            return undefined;
        if (schema === '' ? names.get(name) === 0 : entry.relation === undefined)
            absent.add(schema === '' ? name : `${schema}.${name}`);
        return undefined;
    });
    for (const name of absent)
        if (!ctes.has(name))
            throw new PgsealError('missingRelation', { name });
}
//# sourceMappingURL=relevance.js.map