import { refuse, refuseShape } from './refusal.js';
import { relationEntry, resolve } from './relations.js';
import { freshRows } from './row-source.js';
import { itemOf, Level } from './scope.js';
import { targetList } from './select.js';
import { checkFields } from './shape.js';
import { simpleView } from './simple-view.js';
import { as, list, locationOf, struct, text } from './walk.js';
/** Resolves the target; rules and INSTEAD OF triggers over sealed columns may do anything with values and are refused (C9). */
export function writeTarget(context, rangeVar, verb) {
    const { analysis } = context;
    if (rangeVar === undefined)
        refuseShape(analysis, `${verb} without a table`);
    const resolved = resolve(context, rangeVar, false);
    if (resolved.what !== 'relation') {
        const alias = struct(rangeVar.alias);
        const name = alias === undefined ? text(rangeVar.relname) : text(alias.aliasname);
        return { entry: { name, schema: undefined, columns: undefined, relation: undefined }, relation: undefined };
    }
    const { relation } = resolved;
    if (relation.relevant && (relation.hasRules || relation.hasInsteadTriggers || relation.kind === 'f')) {
        if (relation.kind !== 'v' || relation.hasInsteadTriggers) {
            refuse(analysis, 'writeNotServed', { verb, table: `${relation.schema}.${relation.name}` }, locationOf(rangeVar));
        }
    }
    const below = relation.relevant ? simpleView(analysis.input.catalog, relation) : undefined;
    return { entry: relationEntry(analysis, relation, rangeVar), relation, below };
}
/** A mapped column cannot be written through a view: which base column it lands in is the view's rule to decide. */
export function refuseViewTarget(context, target, column, verb) {
    if (target.relation === undefined || !['v', 'm'].includes(target.relation.kind) || column.value.kind !== 'sealed')
        return;
    refuse(context.analysis, 'writeNotServed', { verb, table: `${target.relation.schema}.${target.relation.name}` });
}
/** A column that the target does not have: PostgreSQL's error, raised here to keep the values out of the server's log. */
export function refuseMissingTarget(context, target, column, location) {
    if (target.entry.columns === undefined || target.relation === undefined)
        return;
    refuse(context.analysis, 'missingTargetColumn', { column, table: target.relation.name }, location);
}
/**
 * Result columns of RETURNING; undefined without one. `sealedHere` says of which columns every returned row holds a value
 * that this statement sealed, or NULL: those may be returned in encrypt-only mode.
 */
export function returning(context, clause, target, others, sealedHere) {
    if (clause === undefined)
        return undefined;
    checkFields(context.analysis, 'ReturningClause', clause, ['options', 'exprs']);
    const own = {
        ...target.entry,
        columns: target.entry.columns?.map((column) => column.value.kind === 'sealed' && sealedHere(column)
            ? { ...column, value: { ...column.value, sealedHere: true } }
            : column),
    };
    const level = new Level(context.level);
    level.add(itemOf(own));
    if (others !== undefined)
        level.add(others);
    // PostgreSQL 18: old and new name the row before and after, unless something else has that name.
    const named = { old: 'old', new: 'new' };
    for (const item of list(clause.options)) {
        const option = as(item, 'ReturningOption');
        if (option === undefined)
            refuseShape(context.analysis, 'RETURNING WITH');
        if (option.option === 'RETURNING_OPTION_NEW')
            named.new = text(option.value);
        else
            named.old = text(option.value);
    }
    for (const name of [named.old, named.new]) {
        if (level.entries.some((entry) => entry.name === name))
            continue;
        const { columns } = target.entry;
        level.entries.push({
            ...target.entry,
            name,
            schema: undefined,
            columns: columns === undefined ? undefined : freshRows(columns),
        });
    }
    return targetList({ ...context, level }, list(clause.exprs));
}
//# sourceMappingURL=target.js.map