import { isSealed } from './assignment.js';
import { checkWhole, groupAt, isTarget, keepsItself, readsOf, refuseShape, uniqueKey, } from './many-rows-reads.js';
import { guessesTypes, NumberedText, PieceText } from './many-rows-text.js';
import { checkMade, columnNode, madeStatement, OwnNode, parameterNode } from './many-rows-verify.js';
import { parseText } from './parser.js';
import { quoted } from './quoted.js';
import { targetName } from './target-name.js';
import { lost } from './token-ranges.js';
import { as, list, names, struct, text } from './walk.js';
/** Alias of the arrays' rows in the UPDATE. */
const rowsAlias = 'pgseal_rows';
const keyName = (at) => `pgseal_k${at + 1}`;
const sealName = (parameter) => `pgseal_s${parameter + 1}`;
const resealName = (index) => `pgseal_r${index + 1}`;
const columnName = (at) => `pgseal_c${at + 1}`;
/** The two statements, made from `server`, the text that a pinned UPDATE would have. Throws refusals. */
export function planManyRows(analysis, many, server, parameters) {
    checkWhole(analysis, many);
    const made = new ManyRowsMaker(analysis, many, server, parameters);
    return made.make();
}
class ManyRowsMaker {
    #analysis;
    #many;
    #parameters;
    #source;
    /** The tree of the server's text. */
    #tree;
    #pieces;
    #alias;
    #key;
    #select = new NumberedText();
    #update = new NumberedText();
    #columns;
    /** For plain columns that are set: the column of the SELECT that computes the value. */
    #computed = new Map();
    /** How many sealed columns are sealed anew. */
    #reseals = 0;
    /** Sealed parameters that the UPDATE names. */
    #seals = new Set();
    constructor(analysis, many, server, parameters) {
        this.#analysis = analysis;
        this.#many = many;
        this.#parameters = parameters;
        this.#source = new PieceText(server);
        this.#tree = as(parseText(server)[0]?.stmt, 'UpdateStmt') ?? {};
        this.#pieces = this.#source.cut(this.#tree);
        this.#alias = many.target.entry.name ?? '';
        this.#key = uniqueKey(analysis, many);
        this.#columns = this.#key.map((column) => this.#keyColumn(column));
    }
    make() {
        const record = this.#record();
        const set = [...this.#set()];
        const rebind = record === undefined ? undefined : this.#rebind(record, set);
        const reads = this.#reads();
        const returning = this.#returning();
        this.#makeSelect();
        this.#makeUpdate(set, returning.flatMap((one) => one.items));
        return {
            select: this.#select.text(),
            selectParameters: this.#select.parameters.map(({ index }) => index),
            keyColumns: this.#key.length,
            record,
            rebind,
            reads,
            joins: this.#pieces.from !== undefined,
            update: this.#update.text(),
            updateParameters: this.#update.parameters,
            selected: returning.flatMap((one) => one.selected),
            asksTypes: guessesTypes(this.#source, this.#parameters),
        };
    }
    #refuse(shape) {
        return refuseShape(this.#analysis, this.#many, shape);
    }
    #keyColumn({ name, term }) {
        const column = this.#column(this.#alias, name);
        if (term === undefined)
            return column;
        return {
            text: `(${column.text}).${term}`,
            node: { A_Indirection: { arg: column.node, indirection: [{ String: { sval: term } }] } },
        };
    }
    /** The columns of the record are read with the row. */
    #record() {
        const { relation } = this.#many.target;
        if (relation?.record === undefined)
            return undefined;
        const { columns } = relation.record;
        return {
            rule: relation.record,
            table: `${relation.schema}.${relation.name}`,
            columns: columns.map(({ name }) => {
                const known = this.#key.findIndex((column) => column.name === name);
                return known >= 0 ? known : this.#selected(this.#column(this.#alias, name));
            }),
        };
    }
    /** What values are computed from is read in the snapshot that finds the rows. */
    #reads() {
        return this.#many.reads.map(({ path, type, sealed, own, carried }) => {
            const name = path.at(-1);
            const column = this.#selected(own ? this.#column(this.#alias, name) : this.#column(...path));
            return { column, type, sealed, own, carried };
        });
    }
    #column(...path) {
        return { text: path.map(quoted).join('.'), node: columnNode(...path) };
    }
    /** Adds a column to the SELECT; gives its name among the arrays' rows. */
    #selected(column) {
        return this.#columns.push(column) - 1;
    }
    /** `$n` of the server's text in the SELECT. Sealed values stand in SET alone. */
    #inSelect = (number) => {
        if (this.#parameters[number - 1]?.role === 'seal')
            throw lost('a sealed value in a SELECT');
        return this.#select.parameter({ from: 'parameter', index: number - 1 });
    };
    #inUpdate = (number) => {
        if (this.#parameters[number - 1]?.role !== 'seal') {
            return this.#update.parameter({ from: 'parameter', index: number - 1 });
        }
        this.#seals.add(number - 1);
        return `${rowsAlias}.${sealName(number - 1)}`;
    };
    /** The client's node as the SELECT, or the UPDATE, must hold it. */
    #ownInSelect(node) {
        return new OwnNode(node, (number) => parameterNode(Number(this.#inSelect(number).slice(1))));
    }
    #ownInUpdate(node) {
        return new OwnNode(node, (number) => {
            if (this.#parameters[number - 1]?.role === 'seal')
                return columnNode(rowsAlias, sealName(number - 1));
            return parameterNode(Number(this.#inUpdate(number).slice(1)));
        });
    }
    #fromRows(at) {
        return { text: `${rowsAlias}.${columnName(at)}`, node: columnNode(rowsAlias, columnName(at)) };
    }
    /** SET: a value that reads other relations is computed in the SELECT, all others stay. */
    #set() {
        const own = list(this.#many.fields.targetList).map((target) => as(target, 'ResTarget') ?? {});
        const server = list(this.#tree.targetList).map((target) => as(target, 'ResTarget') ?? {});
        const items = [];
        let at = 0;
        for (const piece of this.#pieces.set) {
            const group = groupAt(own, at);
            // A value that is computed has left the server's text.
            const reads = group.map((_, offset) => readsOf(this.#many, server[at + offset].val));
            const computed = group.filter((target) => this.#many.rebinds.get(text(target.name))?.from === 'computed');
            const moves = computed.length > 0 || reads.some((one) => one.others || one.subquery);
            if (!moves) {
                group.forEach((_, offset) => {
                    const only = offset === 0 ? this.#source.text(piece, this.#inUpdate) : '';
                    items.push({ text: only, node: { ResTarget: this.#ownInUpdate(server[at + offset]) } });
                });
            }
            else {
                const [target] = group;
                const name = text(target.name);
                if (group.length > 1 || as(target.val, 'MultiAssignRef') !== undefined) {
                    this.#refuse('SET (...) = of other relations');
                }
                if (this.#isSealed(name))
                    this.#refuse(`a value of "${name}" that reads other relations`);
                const { target: left, value } = this.#source.sides(piece);
                const index = this.#selected({
                    text: this.#source.text(value, this.#inSelect),
                    node: this.#ownInSelect(server[at].val),
                });
                this.#computed.set(name, index);
                const column = this.#fromRows(index);
                const assigned = this.#source.text(left, this.#inUpdate);
                items.push({
                    text: `${assigned} = ${column.text}`,
                    node: { ResTarget: { ...this.#ownFields(server[at]), val: column.node } },
                });
            }
            at += group.length;
        }
        return items;
    }
    #isSealed(name) {
        const column = this.#many.target.entry.columns?.find((one) => one.name === name);
        return column !== undefined && isSealed(column);
    }
    /** Where columns of the record are set: sealed columns that stay are set too, to their values sealed anew. */
    #rebind({ rule }, set) {
        const { rebinds, target } = this.#many;
        if (rebinds.size === 0)
            return undefined;
        const reseals = [];
        for (const column of target.relation?.columns ?? []) {
            const { name, mapped } = column;
            const isStored = this.#analysis.input.catalog.isPgsealType(column.typeOid);
            if (this.#many.set.has(name)) {
                if (isStored && keepsItself(this.#many, name))
                    this.#refuse(`a new record and a value that keeps "${name}"`);
                continue;
            }
            if (!isStored)
                continue;
            if (mapped?.physical === undefined || mapped.refused !== undefined)
                this.#refuse(`a new record and column "${name}"`);
            const index = reseals.push({ target: mapped, column: this.#selected(this.#column(this.#alias, name)) }) - 1;
            const parameter = resealName(index);
            set.push({
                text: `${quoted(name)} = ${rowsAlias}.${parameter}`,
                node: { ResTarget: { name, val: columnNode(rowsAlias, parameter) } },
            });
        }
        this.#reseals = reseals.length;
        return {
            values: rule.columns.map(({ name }) => {
                const rebound = rebinds.get(name);
                if (rebound === undefined)
                    return { from: 'kept' };
                return rebound.from === 'operand' ? rebound : { from: 'column', column: this.#computed.get(name) };
            }),
            reseals,
        };
    }
    /** Name and subscripts of a SET target. */
    #ownFields(target) {
        const { val: _, location: __, ...rest } = target;
        return Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, this.#ownInUpdate(value)]));
    }
    #returning() {
        const own = list(struct(this.#many.fields.returningClause)?.exprs).map((target) => as(target, 'ResTarget') ?? {});
        const server = list(struct(this.#tree.returningClause)?.exprs).map((target) => as(target, 'ResTarget') ?? {});
        // What the analysis has added stands behind the client's own.
        return server.map((added, at) => {
            const target = own[at] ?? added;
            const piece = this.#pieces.returning[at];
            if (piece === undefined)
                this.#refuse('this RETURNING');
            const path = names(as(target.val, 'ColumnRef')?.fields);
            if (path.at(-1) === '*')
                return this.#star(path);
            const reads = readsOf(this.#many, target.val);
            if (reads.subquery)
                this.#refuse('a subquery in RETURNING');
            if (!reads.others) {
                const item = {
                    text: this.#source.text(piece, this.#inUpdate),
                    node: { ResTarget: this.#ownInUpdate(server[at]) },
                };
                return { items: [item], selected: [undefined] };
            }
            if (reads.target)
                this.#refuse('RETURNING of an expression over several relations');
            const named = text(target.name);
            const value = named === '' ? piece : this.#source.beforeName(piece);
            const column = this.#selected({
                text: this.#source.text(value, this.#inSelect),
                node: this.#ownInSelect(server[at].val),
            });
            return { items: [this.#returned(column, named === '' ? targetName(target.val) : named)], selected: [column] };
        });
    }
    #returned(column, name) {
        const { text: value, node } = this.#fromRows(column);
        return { text: `${value} AS ${quoted(name)}`, node: { ResTarget: { name, val: node } } };
    }
    /** `*` and `x.*`, written out as far as it reads other relations. */
    #star(path) {
        const { others, target } = this.#many;
        const items = [];
        const selected = [];
        const ownStar = (name) => {
            items.push({
                text: `${quoted(name)}.*`,
                node: { ResTarget: { val: { ColumnRef: { fields: [{ String: { sval: name } }, { A_Star: {} }] } } } },
            });
            for (const _ of target.entry.columns ?? [])
                selected.push(undefined);
        };
        if (path.length > 1 && isTarget(this.#many, path))
            ownStar(path.at(-2));
        if (path.length === 1)
            ownStar(this.#alias);
        const entries = others.entries.filter((entry) => path.length === 1 || entry.name === path.at(-2));
        const columns = entries.flatMap((entry) => (entry.columns ?? []).map((column) => ({ entry, column })));
        if (path.length === 1 && (others.open || columns.length !== others.columns.length))
            this.#refuse('RETURNING *');
        for (const [at, { entry, column }] of columns.entries()) {
            // Columns that USING merges stand once in `*`, and an item without a name cannot be asked for a column.
            if (entry.name === undefined || (path.length === 1 && others.columns[at] !== column))
                this.#refuse('RETURNING *');
            const index = this.#selected(this.#column(entry.name, column.name));
            items.push(this.#returned(index, column.name));
            selected.push(index);
        }
        return { items, selected };
    }
    #makeSelect() {
        const pieces = this.#pieces;
        const lock = `FOR NO KEY UPDATE OF ${quoted(this.#alias)}`;
        const source = (piece) => this.#source.text(piece, this.#inSelect);
        const select = this.#select;
        if (pieces.with !== undefined)
            select.add(source(pieces.with));
        select.add('SELECT', this.#columns.map((column) => column.text).join(', '), 'FROM', source(pieces.target));
        if (pieces.from !== undefined)
            select.add(',', source(pieces.from));
        if (pieces.where !== undefined)
            select.add('WHERE', source(pieces.where));
        select.add(lock);
        const tree = this.#tree;
        const own = (node) => (node === undefined ? undefined : this.#ownInSelect(node));
        checkMade(select.text(), 'SelectStmt', {
            withClause: own(tree.withClause),
            targetList: this.#columns.map((column) => ({ ResTarget: { val: column.node } })),
            fromClause: [{ RangeVar: this.#ownInSelect(tree.relation) }, ...list(tree.fromClause).map(own)],
            whereClause: own(tree.whereClause),
            lockingClause: madeStatement(Buffer.from(`SELECT FROM a ${lock}`), 'SelectStmt').lockingClause,
            limitOption: 'LIMIT_OPTION_DEFAULT',
            op: 'SETOP_NONE',
        });
    }
    #makeUpdate(set, returning) {
        const update = this.#update;
        update.add('UPDATE', this.#source.text(this.#pieces.target, this.#inUpdate), 'SET');
        update.add(set
            .map((item) => item.text)
            .filter((item) => item !== '')
            .join(', '));
        const rows = this.#rows();
        update.add(rows);
        const options = this.#pieces.returningOptions;
        if (returning.length > 0) {
            update.add('RETURNING');
            if (options !== undefined)
                update.add(this.#source.text(options, this.#inUpdate));
            update.add(returning.map((item) => item.text).join(', '));
        }
        const frame = madeStatement(Buffer.from(`UPDATE a SET a = 1 ${rows}`), 'UpdateStmt');
        const clause = struct(this.#tree.returningClause);
        checkMade(update.text(), 'UpdateStmt', {
            relation: this.#ownInUpdate(this.#tree.relation),
            targetList: set.map((item) => item.node),
            fromClause: frame.fromClause,
            whereClause: frame.whereClause,
            returningClause: clause === undefined
                ? undefined
                : {
                    ...(clause.options === undefined ? {} : { options: this.#ownInUpdate(clause.options) }),
                    exprs: returning.map((item) => item.node),
                },
        });
    }
    /** FROM and WHERE of the UPDATE: one row for each element of the arrays, found again by its key. */
    #rows() {
        const arrays = [
            ...this.#columns.map((_, at) => {
                const name = at < this.#key.length ? keyName(at) : columnName(at);
                return `pg_catalog.unnest(${this.#update.parameter({ from: 'column', index: at })}) AS ${name}`;
            }),
            ...Array.from({ length: this.#reseals }, (_, index) => {
                return `pg_catalog.unnest(${this.#update.parameter({ from: 'reseal', index })}) AS ${resealName(index)}`;
            }),
            ...[...this.#seals].map((index) => {
                return `pg_catalog.unnest(${this.#update.parameter({ from: 'seal', index })}) AS ${sealName(index)}`;
            }),
        ];
        const found = this.#key.map((column, at) => `${this.#keyColumn(column).text} OPERATOR(pg_catalog.=) ${rowsAlias}.${keyName(at)}`);
        return `FROM (SELECT ${arrays.join(', ')}) AS ${rowsAlias} WHERE ${found.join(' AND ')}`;
    }
}
//# sourceMappingURL=many-rows.js.map