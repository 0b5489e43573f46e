import { resultReading } from './access.js';
import { assignSealed, isSealed } from './assignment.js';
import { columnUse, ordinalOf } from './expression.js';
import { Taker } from './inserted-items.js';
import { insertedRecord } from './inserted-record.js';
import { guessesTypes, NumberedText, PieceText } from './many-rows-text.js';
import { checkMade, columnNode, madeStatement, OwnNode, parameterNode } from './many-rows-verify.js';
import { parseText } from './parser.js';
import { quoted } from './quoted.js';
import { refuse, refuseShape, refuseUse } from './refusal.js';
import { query } from './select.js';
import { lost } from './token-ranges.js';
import { as, list, names, struct, text, walk } from './walk.js';
/** Claims what is sealed and returns true when the query can be carried out so; else nothing was done. */
export function manyInserted(context, insert, target, columns, select, written) {
    const { analysis } = context;
    const whole = analysis.input.statement.parse;
    if (columns === undefined || text(select.op) !== 'SETOP_NONE' || select.valuesLists !== undefined)
        return false;
    if (as(whole, 'InsertStmt') !== insert || target.relation === undefined)
        return false;
    if (!columns.some((column) => column !== undefined && isSealed(column)))
        return false;
    refuseWhole(analysis, insert, select);
    const taker = new Taker(target, columns, select, written);
    analysis.inserting = taker.isServed ? taker : undefined;
    const output = query(context, select);
    analysis.inserting = undefined;
    if (output.open)
        refuseShape(analysis, 'INSERT ... SELECT * over a relation that the catalog does not know');
    const count = output.columns.length;
    const hasList = list(insert.cols).length > 0;
    if (count > columns.length)
        refuse(analysis, 'tooManyExpressions', {});
    if (hasList && count < columns.length)
        refuse(analysis, 'tooFewExpressions', {});
    refuseOrder(analysis, select, output.columns);
    const targets = list(select.targetList);
    const stars = targets.filter((item) => isStar(item) && !taker.taken.has(item)).length;
    if (stars > 1)
        refuseShape(analysis, 'INSERT ... SELECT with several *');
    const known = targets.reduce((sum, item) => sum + widthOf(taker, item), 0);
    const items = [];
    let at = 0;
    for (const item of targets) {
        const taken = taker.taken.get(item);
        const width = taken?.length ?? (isStar(item) ? count - known : 1);
        const values = output.columns.slice(at, at + width).map((value, index) => {
            return { value, column: at + index, into: columns[at + index] };
        });
        at += width;
        const [only] = values;
        if (taken !== undefined) {
            for (const [index, one] of taken.entries()) {
                const { value, column, into } = values[index];
                items.push(one === 'sealed' ? 'stays' : [moved(context, value, column, into)]);
            }
        }
        else if (!isStar(item) && only !== undefined && stays(context, only.value, only.into, written))
            items.push('stays');
        else
            items.push(values.map(({ value, column, into }) => moved(context, value, column, into)));
    }
    if (items.every((item) => item === 'stays') && !written.isUsed) {
        refuseShape(analysis, 'INSERT ... SELECT of NULL alone into sealed columns');
    }
    const record = insertedRecord(context, target, columns, output.columns, items);
    analysis.inserted = { insert, items, reads: taker.reads, record };
    return true;
}
function widthOf(taker, item) {
    return taker.taken.get(item)?.length ?? (isStar(item) ? 0 : 1);
}
/** What is sealed on its way is nothing that the server could order by. */
function refuseOrder(analysis, select, columns) {
    for (const sort of list(select.sortClause)) {
        const node = as(sort, 'SortBy')?.node;
        const path = names(as(node, 'ColumnRef')?.fields);
        const ordinal = ordinalOf(node);
        const named = ordinal === undefined ? columns.filter(({ name }) => path.length === 1 && name === path[0]) : [];
        for (const column of ordinal === undefined ? named : [columns[ordinal - 1]]) {
            if (column?.made === true)
                refuseShape(analysis, 'INSERT ... SELECT ordered by a value that is sealed');
        }
    }
}
function isStar(item) {
    return names(as(as(item, 'ResTarget')?.val, 'ColumnRef')?.fields).at(-1) === '*';
}
function refuseWhole(analysis, insert, select) {
    const clause = struct(insert.withClause);
    if (clause === undefined)
        return;
    let subquery = false;
    walk([insert.onConflictClause, insert.returningClause], (tag) => {
        subquery ||= tag === 'SubLink';
        return undefined;
    });
    const writes = list(clause.ctes).some((cte) => as(as(cte, 'CommonTableExpr')?.ctequery, 'SelectStmt') === undefined);
    if (writes || subquery || select.withClause !== undefined) {
        refuseShape(analysis, 'INSERT ... SELECT into sealed columns with this WITH');
    }
}
/** True for a constant or parameter whose type its target gives, or that is sealed: claimed where it is. */
function stays(context, value, into, written) {
    if (value.leaf === undefined)
        return false;
    if (into !== undefined && isSealed(into)) {
        assignSealed(context, into, value.leaf.node, written, new Set());
        return true;
    }
    return context.analysis.isOpen(value.leaf.node);
}
/** A column of the SELECT whose value goes into a column of the table. */
function moved(context, { value }, column, into) {
    const { analysis } = context;
    if (into === undefined)
        return refuseShape(analysis, 'INSERT ... SELECT into columns that are not known');
    const used = columnUse(context, into, undefined);
    if (value.kind !== 'sealed') {
        if (used.kind !== 'sealed')
            return { column };
        return refuseUse(analysis, used, 'INSERT ... SELECT', {
            detail: 'Values of a query that are not sealed cannot be sealed: the server computes them.',
        });
    }
    const [source] = value.origins;
    const target = used.kind === 'sealed' ? used.origins[0] : undefined;
    if (target === undefined)
        return refuseUse(analysis, value, 'INSERT ... SELECT into a plain column');
    if (resultReading(analysis, value).as !== 'value' || analysis.input.mode === 'encrypt-only') {
        return refuseUse(analysis, value, 'INSERT ... SELECT by who may not open it');
    }
    const single = value.nested === undefined && value.origins.length === 1 && !value.constants && !value.sealedHere;
    const bound = value.rows.find((row) => row !== undefined);
    if (bound !== undefined) {
        return refuse(analysis, 'recordNotChecked', { column: value.name, template: bound.rule.template }, value.location);
    }
    const unbound = !source.hasRecord && !target.hasRecord;
    if (!single || !unbound || source.physical?.oid !== target.physical?.oid) {
        return refuseUse(analysis, value, 'INSERT ... SELECT', {
            detail: 'A copy is served of one column that no row is bound to, into one of the same type and searches.',
        });
    }
    analysis.seals.add(target.column.label);
    return { column, source: source, target };
}
const rowsAlias = 'pgseal_rows';
const columnName = (at) => `pgseal_c${at + 1}`;
const sealName = (parameter) => `pgseal_s${parameter + 1}`;
const copyName = (index) => `pgseal_r${index + 1}`;
/** The two statements, made from `server`, the text of the client's statement with what was claimed replaced. */
export function planManyInserted(inserted, server, parameters, numbers, results) {
    const tree = as(parseText(server)[0]?.stmt, 'InsertStmt') ?? {};
    const select = as(tree.selectStmt, 'SelectStmt') ?? {};
    const source = new PieceText(server);
    const pieces = source.cutInsert(tree);
    const targets = list(select.targetList);
    if (targets.length !== inserted.items.length || pieces.list.length !== targets.length)
        throw lost('a select list');
    const made = new Maker(source, parameters, numbers);
    const selectTree = made.select(pieces, inserted, targets);
    checkMade(made.selectText.text(), 'SelectStmt', {
        ...Object.fromEntries(Object.entries(select).map(([field, value]) => [field, made.ownInSelect(value)])),
        ...(tree.withClause === undefined ? {} : { withClause: made.ownInSelect(tree.withClause) }),
        targetList: selectTree,
    });
    const { nodes, arrays } = made.insert(pieces, inserted, targets);
    const frame = madeStatement(Buffer.from(`SELECT ${arrays}`), 'SelectStmt');
    const { withClause: _, selectStmt: __, ...rest } = tree;
    checkMade(made.insertText.text(), 'InsertStmt', {
        ...Object.fromEntries(Object.entries(rest).map(([field, value]) => [field, made.ownInInsert(value)])),
        selectStmt: {
            SelectStmt: { targetList: nodes, fromClause: frame.fromClause, limitOption: frame.limitOption, op: frame.op },
        },
    });
    return {
        select: made.selectText.text(),
        selectParameters: made.selectText.parameters.map(({ index }) => index),
        keyColumns: 0,
        record: inserted.record?.record,
        rebind: inserted.record?.rebind,
        reads: made.reads,
        copies: made.copies,
        joins: true,
        update: made.insertText.text(),
        updateParameters: made.insertText.parameters,
        selected: Array.from({ length: results }, () => undefined),
        asksTypes: guessesTypes(source, parameters),
    };
}
class Maker {
    selectText = new NumberedText();
    insertText = new NumberedText();
    copies = [];
    reads = [];
    #source;
    #parameters;
    #seals = new Set();
    #numbers;
    constructor(source, parameters, numbers) {
        this.#source = source;
        this.#parameters = parameters;
        this.#numbers = numbers;
    }
    #isSeal(number) {
        return this.#parameters[number - 1]?.role === 'seal';
    }
    #inSelect = (number) => {
        if (this.#isSeal(number))
            throw lost('a sealed value in a SELECT');
        return this.selectText.parameter({ from: 'parameter', index: number - 1 });
    };
    #inInsert = (number) => {
        if (!this.#isSeal(number))
            return this.insertText.parameter({ from: 'parameter', index: number - 1 });
        this.#seals.add(number - 1);
        return `${rowsAlias}.${sealName(number - 1)}`;
    };
    ownInSelect(node) {
        return new OwnNode(node, (number) => parameterNode(Number(this.#inSelect(number).slice(1))));
    }
    ownInInsert(node) {
        return new OwnNode(node, (number) => {
            if (this.#isSeal(number))
                return columnNode(rowsAlias, sealName(number - 1));
            return parameterNode(Number(this.#inInsert(number).slice(1)));
        });
    }
    /** What stays in the INSERT is NULL here. Gives the list's tree. */
    select(pieces, { items, reads }, targets) {
        const { list: own, select, with: clause } = pieces;
        const nodes = [];
        const texts = items.map((item, at) => {
            if (item !== 'stays') {
                nodes.push(this.ownInSelect(targets[at]));
                return this.#source.text(own[at], this.#inSelect);
            }
            const name = text(as(targets[at], 'ResTarget')?.name);
            nodes.push({ ResTarget: { ...(name === '' ? {} : { name }), val: { A_Const: { isnull: true } } } });
            return name === '' ? 'NULL' : `NULL AS ${quoted(name)}`;
        });
        const width = items.reduce((sum, item) => sum + (item === 'stays' ? 1 : item.length), 0);
        this.reads = reads.map(({ path, made, ...read }, at) => {
            const column = width + at;
            if (made === undefined) {
                texts.push(path.map(quoted).join('.'));
                nodes.push({ ResTarget: { val: columnNode(...path) } });
                return { ...read, column };
            }
            // unnest() of the numbers of an array.
            const parameter = this.#inSelect(this.#numbers.get(made) ?? 0);
            texts.push(`pg_catalog.unnest(${parameter})`);
            const call = madeStatement(Buffer.from(`SELECT pg_catalog.unnest(${parameter})`), 'SelectStmt');
            nodes.push(...list(call.targetList));
            return { ...read, column };
        });
        const out = this.selectText;
        if (clause !== undefined)
            out.add(this.#source.text(clause, this.#inSelect));
        out.add(this.#source.text({ first: select.first, last: own[0].first - 1 }, this.#inSelect), texts.join(', '));
        const after = own.at(-1).last + 1;
        if (after <= select.last)
            out.add(this.#source.text({ first: after, last: select.last }, this.#inSelect));
        return nodes;
    }
    insert({ head, list: own, tail }, { items }, targets) {
        const out = this.insertText;
        out.add(this.#source.text(head, this.#inInsert), 'SELECT');
        const nodes = [];
        const texts = [];
        const arrays = [];
        const array = (place, name) => {
            arrays.push(`pg_catalog.unnest(${out.parameter(place)}) AS ${name}`);
        };
        for (const [at, item] of items.entries()) {
            if (item === 'stays') {
                texts.push(this.#source.text(own[at], this.#inInsert));
                nodes.push(this.ownInInsert(targets[at]));
                continue;
            }
            for (const one of item) {
                const isCopy = 'source' in one;
                const index = isCopy ? this.copies.push(one) - 1 : one.column;
                const name = isCopy ? copyName(index) : columnName(index);
                array({ from: isCopy ? 'reseal' : 'column', index }, name);
                texts.push(`${rowsAlias}.${name}`);
                nodes.push({ ResTarget: { val: columnNode(rowsAlias, name) } });
            }
        }
        for (const index of this.#seals)
            array({ from: 'seal', index }, sealName(index));
        if (arrays.length === 0)
            throw lost('the rows of an INSERT');
        const from = `FROM (SELECT ${arrays.join(', ')}) AS ${rowsAlias}`;
        out.add(texts.join(', '), from);
        if (tail !== undefined)
            out.add(this.#source.text(tail, this.#inInsert));
        return { nodes, arrays: from };
    }
}
//# sourceMappingURL=many-inserted.js.map