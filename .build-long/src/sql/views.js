import { PgsealError } from '../errors.js';
import { refuseSearch } from './access.js';
import { parseStatements } from './parsed-text.js';
import { query } from './select.js';
import { Analysis } from './statement.js';
import { as } from './walk.js';
const known = new WeakMap();
/**
 * The view's columns with what each comes from. What it compares counts as searched by the statement that names it. Throws
 * viewNotServed when its definition is more than is analysed, and searchNotAllowed.
 */
export function viewColumns(analysis, view) {
    const { catalog } = analysis.input;
    let views = known.get(catalog);
    if (views === undefined)
        known.set(catalog, (views = new Map()));
    let found = views.get(view.oid);
    if (found === undefined) {
        // A view cannot contain itself, but a rule may make it seem so.
        views.set(view.oid, 'its definition refers to itself');
        found = analyzeView(analysis, view);
        views.set(view.oid, found);
    }
    if (typeof found === 'string') {
        throw new PgsealError('viewNotServed', { view: `${view.schema}.${view.name}` }, { detail: `Reason: ${found}.` });
    }
    for (const label of found.searches) {
        // Who may not search a column could write a guess beside it and see whether a row of the view comes of it.
        refuseSearch(analysis, label, label, undefined);
        analysis.searches.add(label);
    }
    return found.columns;
}
function analyzeView(outer, view) {
    if (view.viewDefinition === undefined)
        return 'its definition is not known';
    try {
        const parsed = parseStatements(Buffer.from(view.viewDefinition));
        const statement = parsed.statements[0];
        const select = as(statement?.parse, 'SelectStmt');
        if (statement === undefined || select === undefined || parsed.statements.length !== 1)
            return 'it is not a SELECT';
        const inner = new Analysis({ ...outer.input, statement, names: new Map(), declaredOids: [] }, true);
        const result = query({ analysis: inner, level: undefined, ctes: undefined }, select);
        if (result.open || result.columns.length !== view.columns.length)
            return 'its columns are not all known';
        const columns = view.columns.map((column, at) => ({
            ...result.columns[at],
            name: column.name,
            attnum: column.attnum,
        }));
        return { columns, searches: inner.searches };
    }
    catch (error) {
        if (error instanceof PgsealError && error.severity === 'ERROR')
            return error.message;
        throw error;
    }
}
//# sourceMappingURL=views.js.map