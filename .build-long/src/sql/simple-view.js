import { PgsealError } from '../errors.js';
import { logicalTypeOfOid } from '../types/logical-type.js';
import { parseStatements } from './parsed-text.js';
import { as, list, names, struct, text } from './walk.js';
const known = new WeakMap();
/** undefined for every other relation, and where rules or triggers of a view do the writing. */
export function simpleView(catalog, view) {
    let views = known.get(catalog);
    if (views === undefined)
        known.set(catalog, (views = new Map()));
    if (!views.has(view.oid)) {
        // A view cannot contain itself, but a rule may make it seem so.
        views.set(view.oid, undefined);
        views.set(view.oid, found(catalog, view));
    }
    return views.get(view.oid);
}
function found(catalog, view) {
    if (view.kind !== 'v' || view.hasRules || view.hasInsteadTriggers || view.viewDefinition === undefined)
        return undefined;
    const select = definition(view.viewDefinition);
    if (select === undefined || Object.keys(select).some((field) => !fields.has(field)))
        return undefined;
    const [item, ...others] = list(select.fromClause);
    const from = as(item, 'RangeVar');
    const targets = list(select.targetList);
    if (from === undefined || others.length > 0 || targets.length !== view.columns.length)
        return undefined;
    // Its text is the server's own, with every name qualified.
    const below = catalog.relationNamed(text(from.schemaname), text(from.relname));
    if (below === undefined || below.hasRules || below.hasInsteadTriggers)
        return undefined;
    const next = below.kind === 'v' ? simpleView(catalog, below) : undefined;
    if (next === undefined && below.kind !== 'r' && below.kind !== 'p')
        return undefined;
    const renamed = names(struct(from.alias)?.colnames);
    const columns = new Map();
    for (const [at, target] of targets.entries()) {
        const path = names(as(as(target, 'ResTarget')?.val, 'ColumnRef')?.fields);
        const column = below.columns.find(({ name }, which) => (renamed[which] ?? name) === path.at(-1));
        if (column === undefined)
            continue;
        const further = next === undefined ? [] : next.columns.get(column.attnum);
        if (further === undefined)
            continue;
        columns.set(view.columns[at].attnum, [{ relation: below.oid, attnum: column.attnum }, ...further]);
    }
    return { table: next?.table ?? below, columns };
}
const fields = new Set(['targetList', 'fromClause', 'whereClause', 'limitOption', 'op']);
function definition(view) {
    try {
        return as(parseStatements(Buffer.from(view)).statements[0]?.parse, 'SelectStmt');
    }
    catch (error) {
        if (error instanceof PgsealError && error.severity === 'ERROR')
            return undefined;
        throw error;
    }
}
/**
 * The view as an INSERT sees it: with the record of the table below, by the view's columns. A text says why that record
 * cannot be made of a row that is inserted here.
 */
export function insertedView(catalog, view, { table, columns }) {
    const rule = table.record;
    if (rule === undefined)
        return view;
    const own = [];
    const identities = new Map();
    for (const column of rule.columns) {
        const places = [...columns].filter(([, below]) => below.at(-1).attnum === column.attnum);
        const [place] = places;
        if (place === undefined)
            return `the view has no column "${column.name}"`;
        if (places.length > 1)
            return `column "${column.name}" stands in the view several times`;
        const [attnum, below] = place;
        const of = view.columns.find((one) => one.attnum === attnum);
        const identity = table.columns.find((one) => one.attnum === column.attnum)?.identity ?? '';
        // PostgreSQL takes such a default for a value that was given, and by OVERRIDING it must not look otherwise.
        if (identity !== '' && [{ relation: view.oid, attnum }, ...below].some((one) => hasOwnDefault(catalog, one, table)))
            return `column "${column.name}" is an identity column, and the view has a default for it`;
        identities.set(attnum, identity);
        own.push({ ...column, name: of.name, attnum, below });
    }
    return {
        ...view,
        record: { ...rule, columns: own },
        columns: view.columns.map((column) => ({ ...column, identity: identities.get(column.attnum) ?? '' })),
    };
}
/** Of a view: a column of a domain's type may have the domain's. */
function hasOwnDefault(catalog, { relation, attnum }, table) {
    if (relation === table.oid)
        return false;
    const column = catalog.relation(relation)?.columns.find((one) => one.attnum === attnum);
    return column === undefined || column.hasDefault || logicalTypeOfOid(column.typeOid) === undefined;
}
//# sourceMappingURL=simple-view.js.map