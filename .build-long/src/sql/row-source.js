import { memberText, pathText } from './grouping-text.js';
import { refuse, refuseShape } from './refusal.js';
import { find, sameEntry } from './scope.js';
import { exposeArms } from './union-rows.js';
import { plain } from './value.js';
/** Columns of a view or WITH query as one more naming of it has them: its rows are others than those of the one before. */
export function freshRows(columns) {
    const fresh = new Map();
    const of = (row) => {
        let known = fresh.get(row);
        if (known === undefined)
            fresh.set(row, (known = { rule: row.rule }));
        return known;
    };
    return columns.map((column) => {
        const { value, binds } = column;
        if (value.kind === 'sealed') {
            return {
                ...column,
                value: { ...value, rows: value.rows.map((row) => (row === undefined ? undefined : of(row))) },
            };
        }
        return binds === undefined ? column : { ...column, binds: { ...binds, row: of(binds.row) } };
    });
}
/** Refuses what counts columns, where one that the analysis has added stands among the first `count`. */
export function refuseAdded(analysis, columns, count, shape, location) {
    if (!columns.slice(0, count).some((column) => column.added === true))
        return;
    refuseShape(analysis, `${shape} beside * over a table with "record"`, location);
}
/** A subquery in FROM or a WITH query, with what tells the rows of its sealed values added to its list. */
export function exposeRows(analysis, output) {
    const list = output.list;
    if (output.arms !== undefined)
        return exposeArms(analysis, output);
    if (!analysis.exposesRows || list === undefined || output.open)
        return output;
    const columns = [...output.columns];
    for (const row of rowsOf(output.columns)) {
        const missing = row.rule.columns.filter(({ attnum }) => {
            const at = placeOf(columns, row, attnum);
            return at === undefined || columns.some((other, index) => index !== at && other.name === columns[at].name);
        });
        const paths = missing.map((column) => pathIn(list.level, row, column, true));
        if (paths.some((path) => path === undefined))
            continue;
        missing.forEach(({ attnum }, at) => {
            columns.push(append(analysis, list, paths[at], { row, attnum }));
        });
    }
    return { ...output, columns };
}
/**
 * For each origin of a value in the statement's own result, where its row is told; undefined where the row is not known.
 * `columns` are those of the server's result and grow by what is added. Throws recordNotChecked where it must be known.
 */
export function resultRows(analysis, value, columns, list) {
    return value.rows.map((row) => {
        if (row === undefined)
            return undefined;
        const known = rowPlaces(analysis, row, columns, list);
        if (known !== undefined)
            return { rule: row.rule, columns: known };
        notTold(analysis, value, row);
        return undefined;
    });
}
/** Nothing tells the row of a value: refused where its table says so and no other way to tell it is left. */
export function notTold(analysis, value, row) {
    if (analysis.exposesRows || analysis.inView) {
        if (row.rule.verify !== 'always')
            return;
        refuse(analysis, 'recordNotChecked', { column: value.name, template: row.rule.template }, value.location);
    }
    if (analysis.missesRows !== 'always')
        analysis.missesRows = row.rule.verify;
}
function rowPlaces(analysis, row, columns, list) {
    const places = [];
    for (const column of row.rule.columns) {
        const at = placeOf(columns, row, column.attnum);
        // The text of other types depends on settings of the connection; what is added is asked for in binary.
        if (at !== undefined && (columns[at].added === true || readsAlike.has(column.type.name))) {
            places.push(at);
            continue;
        }
        const path = list === undefined ? undefined : pathIn(list.level, row, column, false);
        if (path === undefined)
            return undefined;
        const binds = { row, attnum: column.attnum };
        places.push(() => columns.push(append(analysis, list, path, binds)) - 1);
    }
    return places.map((place) => (typeof place === 'number' ? place : place()));
}
const readsAlike = new Set([
    'int2',
    'int4',
    'int8',
    'uuid',
    'text',
    'varchar',
    'bool',
    'bpchar',
]);
/** The rows that sealed values of these columns come from, each once. */
function rowsOf(columns) {
    const rows = new Set();
    for (const { value } of columns) {
        if (value.kind === 'sealed')
            for (const row of value.rows)
                if (row !== undefined)
                    rows.add(row);
    }
    return rows;
}
function placeOf(columns, row, attnum) {
    const at = columns.findIndex(({ binds }) => binds?.row === row && binds.attnum === attnum);
    return at === -1 ? undefined : at;
}
/**
 * How a select list at this level can name a column of the row; undefined where it cannot. `own`: not by a level around it,
 * whose rows the query around it can name itself.
 */
export function pathIn(level, row, { attnum }, own) {
    const told = row.told?.get(attnum);
    const is = (column) => column === told || (column.binds?.row === row && column.binds.attnum === attnum);
    return namedIn(level, is, own);
}
/** How a column of this level can be named there; undefined where it cannot. */
export function pathTo(level, column) {
    return namedIn(level, (one) => one === column, true);
}
function namedIn(level, is, own) {
    for (let at = level; at !== undefined; at = own ? undefined : at.parent) {
        for (const entry of at.entries) {
            const column = entry.columns?.find(is);
            if (column === undefined || entry.name === undefined)
                continue;
            const path = [...(entry.schema === undefined ? [] : [entry.schema]), entry.name, column.name];
            const found = find(level, path);
            if (found.what === 'column' && found.column === column && sameEntry(level, entry))
                return path;
        }
        const column = at.columns.find(is);
        if (column === undefined || at.open)
            continue;
        const found = find(level, [column.name]);
        if (found.what === 'column' && found.column === column)
            return [column.name];
    }
    return undefined;
}
function append(analysis, list, path, binds) {
    const name = analysis.addedName();
    appendColumn(analysis, list, path, name);
    return { name, value: plain, blocked: undefined, attnum: undefined, binds, added: true };
}
/** A column at the end of a select list, in a grouped query that of a member of the group. */
export function appendColumn(analysis, list, path, name) {
    const column = pathText(path);
    const value = list.member === undefined ? column : memberText(column, list.member);
    analysis.append(list.targets, { path, name, text: `${value} AS ${name}`, member: list.member });
}
//# sourceMappingURL=row-source.js.map