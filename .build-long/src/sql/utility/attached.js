// What is attached to a table: policies, triggers, rules, statistics, publications; and its names.
import { PgsealError } from '../../errors.js';
import { as, list, struct, text, walk } from '../walk.js';
import { passthrough } from './outcome.js';
import { meantBy, refuseSealedIn, relevantIn, sealedColumns } from './touched.js';
/** A policy that reads no sealed column of its table and no other relation that has any. Throws refusals. */
export function planPolicy(input, effects, statement) {
    const sealed = sealedColumns(input, meantBy(input, struct(statement.table) ?? {}));
    for (const expression of [statement.qual, statement.with_check]) {
        refuseSealedIn(expression, sealed, 'a policy');
        refuseRelevant(input, expression, 'a policy');
    }
    return passthrough(effects, 'reads no sealed column');
}
/** A trigger whose WHEN reads no sealed column, OLD.* and NEW.* included; its function is a statement of its own. Throws refusals. */
export function planTrigger(input, effects, statement) {
    const sealed = sealedColumns(input, meantBy(input, struct(statement.relation) ?? {}));
    refuseSealedIn(statement.whenClause, sealed, 'WHEN of a trigger');
    return passthrough(effects, 'reads no sealed column');
}
/** A rule, unless a relation with sealed columns is anywhere near it (C9). Throws refusals. */
export function planRule(input, effects, statement) {
    refuseRelevant(input, statement, 'CREATE RULE');
    return passthrough(effects, 'names no mapped table');
}
/** Extended statistics need an order that sealed values do not have. Throws refusals. */
export function planStatistics(input, effects, statement) {
    for (const relation of list(statement.relations)) {
        const sealed = sealedColumns(input, meantBy(input, as(relation, 'RangeVar') ?? {}));
        for (const node of list(statement.exprs)) {
            const element = as(node, 'StatsElem');
            const column = sealed.columns.get(text(element?.name));
            if (column !== undefined)
                throw new PgsealError('sealedColumnUse', { column, clause: 'CREATE STATISTICS' });
            refuseSealedIn(element?.expr, sealed, 'CREATE STATISTICS');
        }
    }
    return passthrough(effects, 'reads no sealed column');
}
/** A publication sends what rests in the table; a row filter must not read a sealed column. Throws refusals. */
export function planPublication(input, effects, statement) {
    walk(statement, (_tag, fields) => {
        const relation = struct(fields.relation);
        if (relation === undefined || fields.whereClause === undefined)
            return undefined;
        refuseSealedIn(fields.whereClause, sealedColumns(input, meantBy(input, relation)), 'a publication');
        return undefined;
    });
    return passthrough(effects, 'reads no sealed column');
}
/** Plans a RenameStmt. Labels and map speak of names, so mapped tables and columns keep theirs. Throws refusals. */
export function planRename(input, effects, statement) {
    const { catalog } = input;
    const kind = text(statement.renameType);
    const newName = text(statement.newname);
    const relation = struct(statement.relation);
    if (relation === undefined || !renamesRelation.has(kind)) {
        return passthrough(effects, 'renames no table or column');
    }
    const meant = meantBy(input, relation);
    const isRelevant = meant.mapped !== undefined || meant.relation?.relevant === true;
    if (kind === 'OBJECT_COLUMN' || kind === 'OBJECT_ATTRIBUTE') {
        const clash = [text(statement.subname), newName].find((name) => isSealedSomewhere(input, name));
        if (isRelevant && clash !== undefined)
            refuseRename(meant.mapped?.mapName ?? text(relation.relname), 'RENAME COLUMN');
        return passthrough(effects, 'renames no sealed column');
    }
    if (meant.mapped !== undefined)
        refuseRename(meant.mapped.mapName, 'RENAME');
    const taken = catalog.mappedTables.find((entry) => entry.name === newName);
    if (taken !== undefined && meant.shadowed === undefined)
        refuseRename(taken.mapName, 'RENAME of another relation to its name');
    return passthrough(effects, 'renames no mapped table');
}
const renamesRelation = new Set([
    'OBJECT_TABLE',
    'OBJECT_VIEW',
    'OBJECT_MATVIEW',
    'OBJECT_FOREIGN_TABLE',
    'OBJECT_SEQUENCE',
    'OBJECT_INDEX',
    'OBJECT_COLUMN',
    'OBJECT_ATTRIBUTE',
]);
/** True for a name that some mapped table has for a sealed column: a parent's rename reaches its children. */
function isSealedSomewhere(input, name) {
    return input.catalog.mappedTables.some((entry) => entry.absent.has(name) ||
        entry.relation?.columns.some((column) => column.name === name && column.mapped !== undefined) === true);
}
/** Plans an AlterObjectSchemaStmt: nothing moves away from a mapped name, or onto one. Throws refusals. */
export function planSetSchema(input, effects, statement) {
    const relation = struct(statement.relation);
    if (relation === undefined)
        return passthrough(effects, 'moves no relation');
    const meant = meantBy(input, relation);
    if (meant.mapped !== undefined)
        refuseRename(meant.mapped.mapName, 'SET SCHEMA');
    const name = text(relation.relname);
    const taken = input.catalog.mappedTables.find((entry) => entry.name === name && entry.schema === statement.newschema);
    if (taken !== undefined)
        refuseRename(taken.mapName, 'SET SCHEMA of another relation to its schema');
    return passthrough(effects, 'moves no mapped table');
}
function refuseRename(table, statement) {
    throw new PgsealError('statementNotServed', { statement, table }, { hint: 'Change the map and the table together, then run `pgseal apply`.' });
}
function refuseRelevant(input, node, statement) {
    const table = relevantIn(input, node);
    if (table !== undefined)
        throw new PgsealError('statementNotServed', { statement, table });
}
//# sourceMappingURL=attached.js.map