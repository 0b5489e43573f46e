import { assignSealed, isSealed, WrittenRow } from './assignment.js';
import { condition } from './condition.js';
import { plainExpression } from './expression.js';
import { fromClause } from './from.js';
import { pinnedRecord, pinsOneRow } from './pinning.js';
import { reboundColumn, reboundValue } from './rebind.js';
import { refuseRecordColumn } from './record-column.js';
import { refuse, refuseUse } from './refusal.js';
import { readsInto } from './row-reads.js';
import { itemOf, Level } from './scope.js';
import { setTargets } from './set-targets.js';
import { checkFields } from './shape.js';
import { refuseViewTarget, returning, writeTarget } from './target.js';
import { as, list, struct } from './walk.js';
import { withClause } from './with.js';
/** UPDATE. One that seals a value and is not pinned to one row by a unique key is carried out in two (many-rows.ts). */
export function updateStatement(outer, fields) {
    const { analysis } = outer;
    checkFields(analysis, 'UpdateStmt', fields, [
        'relation',
        'targetList',
        'whereClause',
        'fromClause',
        'returningClause',
        'withClause',
    ]);
    const inner = withClause(outer, struct(fields.withClause));
    const target = writeTarget(inner, struct(fields.relation), 'UPDATE');
    const level = new Level(inner.level);
    level.add(itemOf(target.entry));
    const others = new Level(inner.level);
    // FROM items may see the target only under LATERAL, where PostgreSQL refuses it.
    fromClause(inner, list(fields.fromClause), others);
    level.add(others);
    const context = { ...inner, level };
    const row = new WrittenRow(context);
    const sealed = new Set();
    const names = new Set();
    const rebinds = new Map();
    const reads = [];
    const rowRead = readsInto(context, target, reads);
    let firstSealed;
    for (const set of setTargets(context, list(fields.targetList), target, 'UPDATE')) {
        if (set.column !== undefined) {
            names.add(set.column.name);
            const rebound = reboundColumn(target, set.column);
            if (rebound === undefined)
                refuseRecordColumn(context, target, set.column, set.location);
            else
                rebinds.set(rebound.name, reboundValue(context, target.relation, rebound, set));
        }
        if (set.column === undefined || !isSealed(set.column)) {
            if (set.value !== undefined)
                plainValue(context, set.value);
            continue;
        }
        refuseViewTarget(context, target, set.column, 'UPDATE');
        if (set.value === undefined)
            refuseUse(analysis, set.column.value, 'SET ... = (subquery)');
        assignSealed(context, set.column, set.value, row, new Set([set.column]), rowRead);
        sealed.add(set.column.attnum);
        firstSealed ??= set.column.value.name;
    }
    if (fields.whereClause !== undefined)
        condition(context, fields.whereClause, 'WHERE');
    const isPinned = pinsOneRow(context, target, struct(fields.relation), fields.whereClause);
    const record = isPinned && row.isUsed ? pinnedRecord(context, target, fields.whereClause) : undefined;
    const isKnown = isPinned && (record !== undefined || target.relation?.record === undefined);
    if (isKnown && record !== undefined)
        analysis.records[row.number()] = record;
    if ((row.isUsed && !isKnown) || rebinds.size > 0 || reads.length > 0) {
        const column = firstSealed ?? sealedColumnOf(target);
        const whole = analysis.input.statement.parse;
        if (as(whole, 'UpdateStmt') !== fields) {
            const shape = as(whole, 'ExplainStmt') === undefined ? 'another statement around it' : 'EXPLAIN';
            refuse(analysis, 'updateNotPinned', { column, shape });
        }
        analysis.many = { fields, context, target, others, column, set: names, rebinds, reads };
    }
    return returning(inner, struct(fields.returningClause), target, others, (column) => 
    // With a new record, all that is sealed in the row is sealed by this statement.
    rebinds.size > 0 || sealed.has(column.attnum));
}
function sealedColumnOf({ entry }) {
    return entry.columns?.find(isSealed)?.value.name ?? '';
}
function plainValue(context, node) {
    if (typeof node === 'object' && node !== null && 'SetToDefault' in node)
        return;
    plainExpression(context, node, 'SET of a plain column');
}
//# sourceMappingURL=update.js.map