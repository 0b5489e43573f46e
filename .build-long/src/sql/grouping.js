// GROUP BY, DISTINCT and PARTITION BY of sealed columns, by their terms: equal values have equal terms, and NULL has none.
// Where a grouped column stands in the result, the server gives the stored value of some row of the group: PostgreSQL too
// promises no more than one of the values that it calls equal (C34).
import { readRefused, refuseSearch } from './access.js';
import { memberOf } from './grouping-text.js';
import { refuseShape, refuseUse } from './refusal.js';
import { pathTo } from './row-source.js';
import { find } from './scope.js';
import { commonTerm, searchTerm, withoutTerm } from './search-term.js';
import { claimTermAt, termPlace } from './term-place.js';
import { as, list, names, text } from './walk.js';
/** Refuses a value whose term does not say which group it is in, or whose user may not know. */
export function checkGroupable(context, value, clause) {
    const { analysis } = context;
    const term = commonTerm([value], 'equality');
    if (value.constants)
        refuseUse(analysis, value, `${clause} beside a constant`);
    for (const origin of value.origins) {
        const { label } = origin.column;
        refuseSearch(analysis, label, value.name, value.location);
        if (searchTerm(origin.column) === undefined)
            refuseUse(analysis, value, clause, withoutTerm('equality'));
        if (term === undefined) {
            return refuseUse(analysis, value, clause, {
                detail: 'Its values come from columns of different index groups, whose terms are not comparable.',
                hint: 'Columns of one type and one named key may share an `indexGroup`.',
            });
        }
        if (analysis.inView)
            continue;
        // Groups say which rows hold one value: that is for those who may read it.
        const reading = analysis.input.access.reading(label);
        if (reading.as === 'refused')
            throw readRefused(reading.by, value.name);
        if (reading.as !== 'value') {
            refuseUse(analysis, value, clause, { detail: 'This user does not get the values themselves.' });
        }
        analysis.searches.add(label);
    }
    return term;
}
/** A column that is grouped, or told apart, where it stands: `x` becomes `(x).eq`, or `(x).ord`. */
export function groupHere(context, node, value, clause, groups) {
    const place = termPlace(context.analysis, node);
    if (place === undefined || place.item !== undefined) {
        return refuseUse(context.analysis, value, `${clause} within an expression`);
    }
    claimTermAt(context.analysis, place, checkGroupable(context, value, clause));
    if (groups !== undefined)
        noteGrouped(context, groups, names(as(place.node, 'ColumnRef')?.fields));
}
/** An ordinal or alias in GROUP BY that means a sealed column of the select list. */
export function groupOutput(context, item, column, groups) {
    const value = column.value;
    const term = checkGroupable(context, value, 'GROUP BY');
    const path = outputPath(context, column, 'GROUP BY');
    context.analysis.claim(item, { to: 'term-of', path, term });
    noteGrouped(context, groups, path);
}
/** SELECT DISTINCT becomes DISTINCT ON the terms of sealed columns and the places of all others. */
export function distinctRows(context, clause, select, output) {
    if (output.open)
        refuseShape(context.analysis, 'DISTINCT over a relation that the catalog does not know');
    const items = output.columns.map((column, at) => {
        if (column.value.kind !== 'sealed')
            return at + 1;
        const term = checkGroupable(context, column.value, 'DISTINCT');
        return { path: outputPath(context, column, 'DISTINCT'), term };
    });
    context.analysis.claim(clause, { to: 'distinct-on', items, targets: list(select.targetList) });
}
/** The name in FROM of the column that a column of the select list is. */
export function outputPath(context, column, clause) {
    if (column.written !== undefined)
        return column.written;
    const path = column.starred === undefined ? undefined : pathTo(context.level, column.starred);
    return path ?? refuseUse(context.analysis, column.value, `${clause} within an expression`);
}
function noteGrouped(context, groups, path) {
    const found = find(context.level, path);
    if (found.what === 'column')
        groups.columns.add(found.column);
}
/** What a grouped column is in the select list, HAVING and ORDER BY: the value of a member of the group. */
export function groupMembers(context, level, groups, output) {
    if (groups.columns.size === 0)
        return;
    const { analysis } = context;
    for (const reference of groups.references) {
        if (!groups.columns.has(reference.column) || reference.aggregateOf === level)
            continue;
        if (reference.level !== level) {
            refuseUse(analysis, reference.column.value, 'a subquery beside GROUP BY of it');
        }
        const claim = analysis.claims.get(reference.node);
        if (claim?.to === 'beside') {
            refuseUse(analysis, reference.column.value, 'JSON beside GROUP BY of it');
        }
        if (claim !== undefined)
            continue;
        const term = commonTerm([reference.column.value], 'equality');
        analysis.claim(reference.node, { to: 'member', form: memberOf(analysis.input.catalog, groups.sets, term) });
    }
    for (const column of output.columns) {
        if (column.starred !== undefined && groups.columns.has(column.starred)) {
            refuseUse(analysis, column.value, '* beside GROUP BY of it', { hint: 'List the columns.' });
        }
    }
    nameMembers(context, output);
}
/** A function has another name than its argument: the client sees the column's. */
function nameMembers(context, output) {
    const { analysis } = context;
    for (const column of output.columns) {
        const target = column.target;
        if (target === undefined || text(as(target, 'ResTarget')?.name) !== '')
            continue;
        if (analysis.claims.has(target))
            continue;
        const changed = column.references?.some(({ node }) => analysis.claims.get(node)?.to === 'member');
        if (changed === true)
            analysis.claim(target, { to: 'named', name: column.name });
    }
}
/**
 * The columns that tell the row of a member are of that member too: each is the first of its group that the server comes
 * by. Were it ever another's, the value would not open.
 */
export function groupedOutput(context, groups, output) {
    if (groups.columns.size === 0)
        return output;
    const member = memberOf(context.analysis.input.catalog, false);
    return {
        // Where a set leaves such a column out, the result has NULL in its place.
        columns: groups.sets ? output.columns.map((column) => ({ ...column, binds: undefined })) : output.columns,
        open: output.open,
        list: output.list === undefined ? undefined : { ...output.list, member },
    };
}
/** What a window function gives: its value is of no known row, and of no declared length. */
export function ofSomeRow({ analysis }, value, name, location) {
    if (value.nested !== undefined)
        refuseUse(analysis, value, `${name}()`);
    const rows = value.rows.map((row) => (row === undefined ? undefined : { rule: row.rule }));
    return { ...value, logical: { name: value.logical.name, typmod: -1 }, rows, source: undefined, location };
}
/** Window functions that give one of the values of their first argument, and how many arguments they may have for that. */
const oneOfItsValues = new Map([
    ['first_value', 1],
    ['last_value', 1],
    ['nth_value', 2],
    ['lag', 2],
    ['lead', 2],
]);
/** True for a call of PostgreSQL's own that gives a value of its first argument as it is, or NULL. */
export function givesOneValue(name, fields) {
    const most = oneOfItsValues.get(name);
    const given = list(fields.args).length;
    // any_value(x) is what a grouped column is in a stored view.
    if (name === 'any_value')
        return given === 1 && fields.agg_distinct !== true && fields.agg_order === undefined;
    return (most !== undefined &&
        fields.over !== undefined &&
        given > 0 &&
        given <= most &&
        list(fields.args).every((argument) => as(argument, 'NamedArgExpr') === undefined));
}
/** PostgreSQL's own aggregates: what is in them is of the rows before they are grouped. */
const aggregates = /^(count|sum|avg|min|max|any_value|every|bool_and|bool_or|bit_and|bit_or|bit_xor|(array|string|xml|range|range_intersect)_agg|jsonb?_(object_)?agg(_strict|_unique|_unique_strict)?|(stddev|variance|var|covar|regr)(_\w+)?|corr|mode|percentile_(cont|disc)|rank|dense_rank|percent_rank|cume_dist)$/;
export function isAggregate(name, fields) {
    return fields.over === undefined && aggregates.test(name);
}
/** Items of GROUP BY with those of sets and lists of columns taken apart. */
export function groupItems(clause, groups) {
    return clause.flatMap((item) => {
        const set = as(item, 'GroupingSet');
        if (set !== undefined) {
            groups.sets = true;
            return groupItems(list(set.content), groups);
        }
        const row = as(item, 'RowExpr');
        return row?.row_format === 'COERCE_IMPLICIT_CAST' ? groupItems(list(row.args), groups) : [item];
    });
}
/** The path of a column that an expression is, but for casts that are taken away. */
export function writtenPath(context, node) {
    const place = termPlace(context.analysis, node);
    return place === undefined || place.item !== undefined ? undefined : names(as(place.node, 'ColumnRef')?.fields);
}
//# sourceMappingURL=grouping.js.map