import { assignment } from '../types/conversion.js';
import { logicalTypeOfOid } from '../types/logical-type.js';
import { locationOfNode } from './combine.js';
import { madeValue } from './made-value.js';
import { operandOf } from './operand.js';
import { refuse } from './refusal.js';
import { finalType } from './statement.js';
import { as, list, number, tagOf, text } from './walk.js';
/** Names the rows in which a value is sealed. Throws recordNotKnown for a row whose record only the server will know. */
export function recordRows(context, rows) {
    const { analysis } = context;
    const { relation, nodes, written } = rows;
    const rule = relation.record;
    if (rule === undefined || !written.some((row) => row.isUsed))
        return;
    refuseIgnoredValues(context, rows);
    const places = rule.columns.map(({ attnum }) => rows.columns.findIndex((column) => column?.attnum === attnum));
    const absent = rule.columns.filter((_, at) => places[at] === -1);
    const more = new Map();
    let evaluatesIdentity = false;
    analysis.evaluation.inserted += nodes.length;
    for (const [at, node] of nodes.entries()) {
        const row = written[at];
        const items = list(as(node, 'List')?.items);
        const added = new Map();
        if (row.isUsed) {
            const evaluator = new RowEvaluator(analysis, relation);
            const values = rule.columns.map((column, which) => {
                const place = places[which];
                const item = place === -1 ? undefined : items[place];
                const isDefault = item === undefined || tagOf(item) === 'SetToDefault';
                const made = isDefault ? undefined : madeFor(context, column, item);
                if (!isDefault && made === undefined)
                    return givenValue(context, rows, column, item);
                const use = evaluator.use(column, made);
                evaluatesIdentity ||= isDefault && isIdentity(relation, column) === 'a';
                if (item !== undefined)
                    analysis.claim(item, { to: 'evaluated', use });
                else
                    added.set(place === -1 ? rows.columns.length + absent.indexOf(column) : place, use);
                return { from: 'evaluated', row: use.row, column: use.column };
            });
            analysis.records[row.number()] = { rule, table: `${relation.schema}.${relation.name}`, values };
        }
        const width = addedWidth(rows, items.length, absent.length, added);
        if (width > items.length) {
            const extra = Array.from({ length: width - items.length }, (_, index) => added.get(items.length + index));
            more.set(node, extra);
        }
    }
    claimInsert(context, rows, absent, more, evaluatesIdentity);
}
/** The same for the one row of a query, which must give every column of the record: it gets no further values. */
export function recordSingle(context, rows, values) {
    const { relation, written, columns } = rows;
    const rule = relation.record;
    if (rule === undefined || written[0]?.isUsed !== true)
        return;
    for (const { attnum, name } of rule.columns) {
        const place = columns.findIndex((column) => column?.attnum === attnum);
        if (place === -1 || place >= values.length) {
            refuseUnknown(context, relation, `the query gives column "${name}" no value`);
        }
    }
    recordRows(context, { ...rows, nodes: [{ List: { items: values } }] });
}
/** How many values a row must have: with further columns named, every row has one for each of them. */
function addedWidth(rows, given, absent, added) {
    if (absent > 0)
        return rows.columns.length + absent;
    return Math.max(given, ...[...added.keys()].map((place) => place + 1));
}
function claimInsert(context, rows, absent, more, evaluatesIdentity) {
    const { analysis } = context;
    const overriding = evaluatesIdentity && text(rows.insert.override) !== 'OVERRIDING_SYSTEM_VALUE';
    if (overriding)
        refuseGivenIdentity(context, rows);
    if (more.size === 0 && !overriding)
        return;
    // Rows of one list have one length.
    const longest = Math.max(0, ...[...more.values()].map((extra) => extra.length));
    for (const node of rows.nodes) {
        const extra = more.get(node) ?? [];
        if (longest > 0) {
            const padded = Array.from({ length: longest }, (_, at) => extra[at]);
            analysis.claim(node, { to: 'row', more: padded });
        }
    }
    analysis.claim(rows.insert, { to: 'insert', columns: absent.map(({ name }) => name), overriding });
}
/** With OVERRIDING SYSTEM VALUE added, the server would take what it must refuse. */
function refuseGivenIdentity(context, rows) {
    for (const node of rows.nodes) {
        for (const [at, item] of list(as(node, 'List')?.items).entries()) {
            const attnum = rows.columns[at]?.attnum;
            const column = rows.relation.columns.find((one) => one.attnum === attnum);
            if (column?.identity !== 'a' || tagOf(item) === 'SetToDefault')
                continue;
            refuse(context.analysis, 'identityAlways', { column: column.name }, locationOfNode(item));
        }
    }
}
/** A refusal that says why the record is not known. */
export function refuseUnknown(context, relation, reason, location) {
    const table = `${relation.schema}.${relation.name}`;
    refuse(context.analysis, 'recordNotKnown', { table, template: relation.record.template, reason }, location);
}
/** OVERRIDING USER VALUE puts a value of the sequence in the place of any other, ours too. */
export function refuseIgnoredValues(context, { insert, relation }) {
    if (text(insert.override) !== 'OVERRIDING_USER_VALUE')
        return;
    const column = relation.record.columns.find((one) => isIdentity(relation, one) !== '');
    if (column === undefined)
        return;
    refuseUnknown(context, relation, `OVERRIDING USER VALUE puts another value into column "${column.name}"`);
}
/** The call that makes the column's value, as the server gets it. */
function madeFor(context, column, node) {
    const made = madeValue(node, context.analysis.input.catalog);
    if (made === undefined)
        return undefined;
    if (assignment(made.type, column.type) !== undefined)
        return made.text;
    const parameters = { column: column.name, to: column.type.name, from: made.type };
    return refuse(context.analysis, 'assignmentTypesDiffer', parameters, locationOfNode(node));
}
function givenValue(context, { relation }, column, node) {
    const { analysis } = context;
    const type = typeHere(analysis, node, column.type);
    if (operandOf(node, analysis.input.declaredOids, type) === undefined) {
        refuseUnknown(context, relation, `column "${column.name}" is an expression that is not evaluated first`, locationOfNode(node));
    }
    const operand = analysis.operand(node, type);
    const from = finalType(operand);
    if (from.name !== column.type.name && assignment(from.name, column.type) === undefined) {
        refuse(analysis, 'assignmentTypesDiffer', { column: column.name, to: column.type.name, from: from.name }, locationOfNode(node));
    }
    return { from: 'operand', operand };
}
/**
 * The type in which the server reads an open parameter that stands here and elsewhere: it must be the one by which the
 * record is made, so it is declared.
 */
export function typeHere(analysis, node, type) {
    const parameter = as(node, 'ParamRef');
    if (parameter === undefined || !analysis.isOpen(node))
        return type;
    const index = number(parameter.number) - 1;
    if (analysis.parameterUses(index) <= 1)
        return type;
    const known = analysis.namingTypes.get(index) ?? sealedType(analysis, index) ?? type;
    analysis.namingTypes.set(index, known);
    return known;
}
/** Beside a sealed column a parameter has that column's type. */
function sealedType(analysis, index) {
    for (const claim of analysis.claims.values()) {
        if (claim.to !== 'parameter')
            continue;
        const { source } = claim.use.operand;
        const name = logicalTypeOfOid(claim.use.clientOid);
        if (source.from === 'parameter' && source.index === index && name !== undefined)
            return { name, typmod: -1 };
    }
    return undefined;
}
export function isIdentity(relation, { attnum }) {
    return relation.columns.find((column) => column.attnum === attnum)?.identity ?? '';
}
/** Collects what is to be evaluated for one row: one row of the hidden statement. */
export class RowEvaluator {
    #analysis;
    #relation;
    #row;
    constructor(analysis, relation) {
        this.#analysis = analysis;
        this.#relation = relation;
    }
    /** `made`: the expression that makes the value; the column's default without one. */
    use(column, made) {
        const { columns, rows } = this.#analysis.evaluation;
        const relation = this.#relation.oid;
        let at = columns.findIndex((one) => one.relation === relation && one.column.attnum === column.attnum);
        if (at === -1)
            at = columns.push({ relation, column }) - 1;
        this.#row ??= rows.push([]) - 1;
        rows[this.#row][at] = made ?? true;
        return { row: this.#row, column: at, typeOid: column.typeOid };
    }
}
//# sourceMappingURL=insert-record.js.map