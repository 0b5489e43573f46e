import { assignment } from '../types/conversion.js';
import { locationOfNode } from './combine.js';
import { isIdentity, RowEvaluator, refuseIgnoredValues, refuseUnknown, typeHere } from './insert-record.js';
import { listedColumn } from './listed-rows.js';
import { operandOf } from './operand.js';
import { refuse } from './refusal.js';
import { finalType } from './statement.js';
import { list } from './walk.js';
const text = { name: 'text', typmod: -1 };
/** Names the rows in which a value is sealed. Throws recordNotKnown for a row whose record only the server will know. */
export function recordListed(context, listed) {
    const { analysis } = context;
    const { relation, written } = listed;
    const rule = relation.record;
    if (!written.some((row) => row.isUsed))
        return;
    refuseIgnoredValues(context, listed);
    const given = rule.columns.map((column) => givenColumn(context, listed, column));
    const absent = rule.columns.filter((_, which) => given[which] === undefined);
    analysis.evaluation.inserted += written.length;
    for (const [at, row] of written.entries()) {
        const evaluator = new RowEvaluator(analysis, relation);
        const more = [];
        const values = rule.columns.map((column, which) => {
            const from = given[which];
            if (from !== undefined)
                return listedValue(context, column, listed.rows[at][from.at], from);
            const use = evaluator.use(column);
            more.push(use);
            return { from: 'evaluated', row: use.row, column: use.column };
        });
        if (row.isUsed)
            analysis.records[row.number()] = { rule, table: `${relation.schema}.${relation.name}`, values };
        if (more.length > 0)
            analysis.claim(listed.nodes[at], { to: 'row', more });
    }
    if (absent.length === 0)
        return;
    if (list(listed.insert.cols).length === 0)
        refuseUnknown(context, relation, 'the columns of the INSERT are not listed');
    const names = absent.map((_, at) => freeName(listed.names, at));
    analysis.claim(listed.select, { to: 'longer', field: 'targetList', names });
    analysis.claim(listed.alias, { to: 'longer', field: 'colnames', names });
    const identity = absent.some((column) => isIdentity(relation, column) === 'a');
    const overriding = identity && listed.insert.override !== 'OVERRIDING_SYSTEM_VALUE';
    const always = relation.columns.find(({ identity: kind, attnum }) => kind === 'a' && listed.columns.some((column) => column?.attnum === attnum));
    // The server must refuse it, and would not any more.
    if (overriding && always !== undefined)
        refuse(analysis, 'identityAlways', { column: always.name });
    analysis.claim(listed.insert, { to: 'insert', columns: absent.map(({ name }) => name), overriding });
}
/** Where the list gives a column of the record; undefined where the INSERT leaves the column out. */
function givenColumn(context, listed, column) {
    const place = listed.columns.findIndex((one) => one?.attnum === column.attnum);
    if (place === -1 || place >= listed.targets.length)
        return undefined;
    const unknown = (reason, node) => refuseUnknown(context, listed.relation, `column "${column.name}" ${reason}`, locationOfNode(node));
    const found = listedColumn(listed, listed.targets[place]);
    if (found === undefined)
        return unknown('is not a column of the list', listed.targets[place]);
    const { analysis } = context;
    const nodes = listed.rows.map((row) => row[found.at]);
    let said;
    for (const node of nodes) {
        if (operandOf(node, analysis.input.declaredOids, text) === undefined) {
            unknown('is an expression that is not evaluated first', node);
        }
        const own = analysis.typeSaid(node);
        if (own === undefined)
            continue;
        // A column of a list has one type: where its rows differ, the server converts before the query reads them.
        if (said !== undefined && (own.name !== said.name || own.typmod !== said.typmod)) {
            unknown('has several types in the list', node);
        }
        said = own;
    }
    return { ...found, open: said === undefined ? text : { name: said.name, typmod: -1 } };
}
function listedValue(context, column, node, { casts, open }) {
    const { analysis } = context;
    const operand = analysis.withCasts(analysis.operand(node, typeHere(analysis, node, open)), casts, node);
    const from = finalType(operand);
    if (from.name !== column.type.name && assignment(from.name, column.type) === undefined) {
        const parameters = { column: column.name, to: column.type.name, from: from.name };
        refuse(analysis, 'assignmentTypesDiffer', parameters, locationOfNode(node));
    }
    return { from: 'operand', operand };
}
function freeName(taken, at) {
    let name = `pgseal_${at}`;
    while (taken.includes(name))
        name += '_';
    return name;
}
//# sourceMappingURL=listed-record.js.map