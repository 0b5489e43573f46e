import { assignment } from '../types/conversion.js';
import { locationOfNode } from './combine.js';
import { refuseUnknown, typeHere } from './insert-record.js';
import { operandOf } from './operand.js';
import { refuse } from './refusal.js';
import { finalType } from './statement.js';
import { tagOf } from './walk.js';
/** The column of the target's record that `column` is, where it may be set. */
export function reboundColumn(target, column) {
    const rule = target.relation?.record;
    return rule?.rebind === true ? rule.columns.find(({ attnum }) => attnum === column.attnum) : undefined;
}
/** Throws for a value that only the server will know, and in mode encrypt-only, where nothing can be sealed anew. */
export function reboundValue(context, relation, column, set) {
    const { analysis } = context;
    const table = `${relation.schema}.${relation.name}`;
    if (analysis.input.mode === 'encrypt-only') {
        refuse(analysis, 'rebindNotAllowed', { column: column.name, table }, set.location);
    }
    const node = set.value;
    if (node === undefined || tagOf(node) === 'SetToDefault') {
        const reason = `column "${column.name}" is set to ${node === undefined ? 'one of the columns of a subquery' : 'its default'}`;
        refuseUnknown(context, relation, reason, set.location);
    }
    const type = typeHere(analysis, node, column.type);
    analysis.usesSettings = true;
    if (operandOf(node, analysis.input.declaredOids, type) === undefined)
        return { from: 'computed' };
    const operand = analysis.operand(node, type);
    const from = finalType(operand);
    if (from.name !== column.type.name && assignment(from.name, column.type) === undefined) {
        const parameters = { column: column.name, to: column.type.name, from: from.name };
        refuse(analysis, 'assignmentTypesDiffer', parameters, locationOfNode(node));
    }
    return { from: 'operand', operand };
}
//# sourceMappingURL=rebind.js.map