import { parseStatements } from './parsed-text.js';
import { refuse } from './refusal.js';
import { text, walk } from './walk.js';
/**
 * Refuses SET of a column of the target's record. Which column of the table a view's column is, is the view's to say: where
 * a table below it has a record, no column is set through it.
 */
export function refuseRecordColumn(context, target, column, location) {
    const { relation } = target;
    if (relation === undefined || !relation.relevant)
        return;
    const isView = relation.kind === 'v';
    const rule = isView ? ruleBelow(context.analysis.input.catalog, relation) : relation.record;
    if (rule === undefined || !(isView || rule.columns.some(({ attnum }) => attnum === column.attnum)))
        return;
    const table = `${relation.schema}.${relation.name}`;
    refuse(context.analysis, 'recordColumnSet', { column: column.name, table, template: rule.template }, location);
}
/** The first record of a table that a view reads, through other views too. */
function ruleBelow(catalog, view, seen = new Set()) {
    if (view.viewDefinition === undefined || seen.has(view.oid))
        return undefined;
    let rule;
    // Its text is the server's own, with every name qualified.
    walk(parseStatements(Buffer.from(view.viewDefinition)).statements[0]?.parse, (tag, fields) => {
        if (tag !== 'RangeVar')
            return undefined;
        const below = catalog.relationNamed(text(fields.schemaname), text(fields.relname));
        rule ??= below?.kind === 'v' ? ruleBelow(catalog, below, new Set([...seen, view.oid])) : below?.record;
        return undefined;
    });
    return rule;
}
//# sourceMappingURL=record-column.js.map