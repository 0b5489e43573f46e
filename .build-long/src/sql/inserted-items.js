import { claimSeal, isSealed } from './assignment.js';
import { carriedArray, take } from './carried.js';
import { computedOperand } from './computed-operand.js';
import { isBuiltInCall } from './functions.js';
import { isAggregate } from './grouping.js';
import { readsInto } from './row-reads.js';
import { pathTo } from './row-source.js';
import { entryNamed, find } from './scope.js';
import { targetName } from './target-name.js';
import { plain } from './value.js';
import { as, list, names, text, walk } from './walk.js';
export class Taker {
    targets;
    taken = new Map();
    reads = [];
    #target;
    #columns;
    #select;
    #written;
    constructor(target, columns, select, written) {
        this.targets = select.targetList;
        this.#target = target;
        this.#columns = columns;
        this.#select = select;
        this.#written = written;
    }
    /** Columns are added to the list: not where rows are grouped or told apart by it. */
    get isServed() {
        const clauses = ['distinctClause', 'groupClause', 'havingClause', 'windowClause'];
        if (clauses.some((clause) => this.#select[clause] !== undefined))
            return false;
        let simple = true;
        walk(this.#select.targetList, (tag, fields) => {
            if (tag === 'SubLink')
                return false;
            if (tag === 'FuncCall' && isAggregate(names(fields.funcname).at(-1) ?? '', fields))
                simple = false;
            return undefined;
        });
        return simple;
    }
    take(context, item, at) {
        const fields = as(item, 'ResTarget') ?? {};
        const path = names(as(fields.val, 'ColumnRef')?.fields);
        if (path.at(-1) === '*')
            return this.#star(context, item, path, at);
        const into = this.#columns[at];
        if (into === undefined || !isSealed(into))
            return undefined;
        const operand = this.#unnested(context, fields.val, into.value.origins[0]) ??
            (copies(context.level, path, into) ? undefined : computedOperand(context, fields.val, this.#rowRead(context)));
        if (operand === undefined)
            return undefined;
        claimSeal(context, into.value, fields.val, this.#written, operand);
        this.taken.set(item, ['sealed']);
        return [made(text(fields.name) || targetName(fields.val))];
    }
    #rowRead(context) {
        return readsInto(context, { ...this.#target, own: false }, this.reads);
    }
    /** unnest($1::text[]) as an item of the list. */
    #unnested(context, node, goal) {
        const call = as(node, 'FuncCall');
        const known = new Set(['funcname', 'args', 'funcformat', 'location']);
        if (call === undefined || Object.keys(call).some((field) => !known.has(field)))
            return undefined;
        const path = names(call.funcname);
        const [array, ...others] = list(call.args);
        const { analysis } = context;
        if (path.at(-1) !== 'unnest' || others.length > 0 || !isBuiltInCall(path, analysis.input.catalog))
            return undefined;
        const carried = carriedArray(array);
        const place = {};
        const taken = take(context, carried, goal, place);
        if (taken === undefined)
            return undefined;
        const { type, operands } = taken;
        const index = this.reads.push({ path: [], made: place, own: false, type, sealed: undefined, carried: operands }) - 1;
        return { source: { from: 'row', at: index }, type, casts: [], array: false };
    }
    #star(context, item, path, at) {
        const { level, analysis } = context;
        const columns = path.length === 1
            ? level?.open === true
                ? undefined
                : level?.columns
            : entryNamed(level, path.length > 2 ? path.at(-3) : undefined, path.at(-2))?.columns;
        if (columns === undefined || columns.some((column) => column.added === true))
            return undefined;
        const goes = (index) => {
            const into = this.#columns[at + index];
            return into !== undefined && isSealed(into) ? into : undefined;
        };
        if (!columns.some((column, index) => goes(index) !== undefined && column.value.kind !== 'sealed'))
            return undefined;
        const paths = pathsOf(analysis, level, columns);
        if (paths === undefined)
            return undefined;
        const rowRead = this.#rowRead(context);
        const taken = [];
        const items = [];
        const output = columns.map((column, index) => {
            const into = goes(index);
            const node = { ColumnRef: { fields: paths[index].map((sval) => ({ String: { sval } })) } };
            const operand = into === undefined || column.value.kind === 'sealed'
                ? undefined
                : rowRead(node, { column, path: paths[index] });
            if (into === undefined || operand === undefined) {
                taken.push('left');
                items.push(paths[index]);
                return column;
            }
            claimSeal(context, into.value, node, this.#written, operand, true);
            taken.push('sealed');
            items.push(node);
            return made(column.name);
        });
        if (!taken.includes('sealed'))
            return undefined;
        analysis.claim(item, { to: 'listed', items });
        this.taken.set(item, taken);
        return output;
    }
}
function made(name) {
    return { name, value: plain, blocked: undefined, attnum: undefined, made: true };
}
/** A sealed column into one of its type and searches is copied as it comes, whatever the query does with it. */
function copies(level, path, into) {
    const found = path.length === 0 ? undefined : find(level, path);
    if (found?.what !== 'column' || found.column.value.kind !== 'sealed' || into.value.kind !== 'sealed')
        return false;
    return found.column.value.origins[0]?.physical?.oid === into.value.origins[0]?.physical?.oid;
}
/** How each column can be named; a function in FROM gets a name for that. */
function pathsOf(analysis, level, columns) {
    const unnamed = columns[0]?.carried?.unnamed;
    if (unnamed !== undefined && columns.every(({ carried }) => carried?.unnamed === unnamed)) {
        const name = analysis.addedName();
        const renamed = columns.map((_, at) => `c${at + 1}`);
        analysis.claim(unnamed, { to: 'aliased', name, columns: renamed });
        return renamed.map((column) => [name, column]);
    }
    const paths = columns.map((column) => pathTo(level, column));
    return paths.some((path) => path === undefined) ? undefined : paths;
}
//# sourceMappingURL=inserted-items.js.map