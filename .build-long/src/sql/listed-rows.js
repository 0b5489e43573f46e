import { assignListed, isSealed, WrittenRow } from './assignment.js';
import { sortNode } from './clauses.js';
import { plainExpression } from './expression.js';
import { recordListed } from './listed-record.js';
import { refuseUse } from './refusal.js';
import { itemOf, Level } from './scope.js';
import { typeOfTypeName } from './type-name.js';
import { plain } from './value.js';
import { as, list, names, struct, text, walk } from './walk.js';
/** Claims the values and returns true when the query has this form and sets a sealed column; else nothing was done. */
export function listedRows(context, insert, relation, columns, select) {
    const listed = listOf(select);
    const targets = list(select.targetList).map((target) => as(target, 'ResTarget')?.val);
    if (listed === undefined || columns === undefined || targets.length > columns.length)
        return false;
    if (!columns.slice(0, targets.length).some((column) => column !== undefined && isSealed(column)))
        return false;
    const sealed = [];
    for (const [at, node] of targets.entries()) {
        const column = columns[at];
        if (column === undefined || !isSealed(column))
            continue;
        const found = listedColumn(listed, node);
        if (found === undefined || references(select, listed, found.at) !== 1)
            return false;
        sealed.push({ column: column.value, node, ...found });
    }
    const written = claimRows(context, listed, select, targets, sealed);
    if (relation?.record !== undefined) {
        recordListed(context, { insert, relation, columns, select, targets, written, ...listed });
    }
    return true;
}
/** The VALUES list when it is all of FROM, and nothing but ORDER BY follows. */
function listOf(select) {
    const known = new Set(['targetList', 'fromClause', 'sortClause', 'limitOption', 'op']);
    if (text(select.op) !== 'SETOP_NONE' || Object.keys(select).some((field) => !known.has(field)))
        return undefined;
    const [item, ...others] = list(select.fromClause);
    const from = as(item, 'RangeSubselect');
    const alias = struct(from?.alias);
    const inner = as(from?.subquery, 'SelectStmt');
    if (others.length > 0 || inner?.valuesLists === undefined || alias === undefined)
        return undefined;
    const bare = new Set(['valuesLists', 'limitOption', 'op']);
    if (Object.keys(inner).some((field) => !bare.has(field)))
        return undefined;
    const nodes = list(inner.valuesLists);
    const rows = nodes.map((row) => list(as(row, 'List')?.items));
    const columns = names(alias.colnames);
    if (rows.some((row) => row.length !== columns.length) || new Set(columns).size !== columns.length)
        return undefined;
    return { rows, nodes, alias, name: text(alias.aliasname), names: columns };
}
/** A column of the list, alone or under casts to types that are served. */
export function listedColumn(listed, node) {
    const cast = as(node, 'TypeCast');
    if (cast !== undefined) {
        const inner = listedColumn(listed, cast.arg);
        const typeName = struct(cast.typeName);
        const type = typeName === undefined ? undefined : typeOfTypeName(typeName);
        return inner === undefined || type === undefined ? undefined : { ...inner, casts: [...inner.casts, type] };
    }
    const path = names(as(node, 'ColumnRef')?.fields);
    if (path.length === 0 || path.length > 2 || (path.length === 2 && path[0] !== listed.name))
        return undefined;
    const at = listed.names.indexOf(path.at(-1));
    return at < 0 ? undefined : { at, casts: [], reference: node };
}
/** How often a column of the list is named outside it; a star, or the list's row as a value, counts too much. */
function references(select, listed, at) {
    const name = listed.names[at];
    let count = 0;
    walk([select.targetList, select.sortClause], (tag, fields) => {
        if (tag !== 'ColumnRef')
            return undefined;
        const path = names(fields.fields);
        if (path.at(-1) === name)
            count += 1;
        else if (path.at(-1) === '*' || (path.length === 1 && path[0] === listed.name))
            count += 2;
        return undefined;
    });
    return count;
}
function claimRows(context, listed, select, targets, sealed) {
    const rows = [];
    for (const row of listed.rows) {
        const written = new WrittenRow(context);
        rows.push(written);
        for (const [at, value] of row.entries()) {
            const target = sealed.find((one) => one.at === at);
            if (target === undefined)
                plainExpression(context, value, 'VALUES of a plain column');
            else
                assignListed(context, target.column, value, written, target.casts);
        }
    }
    for (const target of sealed) {
        // A list of nothing but NULL is of type text.
        if (!listed.rows.some((row) => context.analysis.claims.get(row[target.at])?.to === 'parameter')) {
            refuseUse(context.analysis, target.column, 'INSERT ... SELECT of NULL');
        }
        if (target.node !== target.reference)
            context.analysis.claim(target.node, { to: 'inner', node: target.reference });
    }
    const columns = listed.names.map((name) => {
        return { name, value: plain, blocked: undefined, attnum: undefined };
    });
    const level = new Level(context.level);
    level.add(itemOf({ name: listed.name, schema: undefined, columns, relation: undefined }));
    const here = { ...context, level };
    for (const target of targets) {
        if (!sealed.some((one) => one.node === target))
            plainExpression(here, target, 'the target list');
    }
    for (const item of list(select.sortClause))
        plainExpression(here, sortNode(here, item), 'ORDER BY');
    return rows;
}
//# sourceMappingURL=listed-rows.js.map