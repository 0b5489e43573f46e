// The records of the rows of an INSERT ... SELECT: from constants, parameters and columns of its SELECT, which must give every
// column of the record.
import { logicalTypeOfOid } from '../types/logical-type.js';
import { refuseUnknown } from './insert-record.js';
import { operandOf } from './operand.js';
/** Throws recordNotKnown where a column of the record is not given. */
export function insertedRecord(context, target, columns, output, items) {
    const { relation } = target;
    const rule = relation?.record;
    if (relation === undefined || rule === undefined)
        return undefined;
    // The place of each column of the list in the SELECT, and whether a constant stands there.
    const constant = items.flatMap((item) => (item === 'stays' ? [true] : item.map(() => false)));
    const values = rule.columns.map((column) => {
        const at = columns.findIndex((one) => one?.attnum === column.attnum);
        if (at < 0 || at >= output.length) {
            refuseUnknown(context, relation, `column "${column.name}" is not given by the query`);
        }
        if (constant[at] !== true) {
            if (logicalTypeOfOid(column.typeOid) === undefined) {
                refuseUnknown(context, relation, `column "${column.name}" is of a domain`);
            }
            return { from: 'column', column: at };
        }
        const node = output[at]?.leaf?.node;
        const { declaredOids } = context.analysis.input;
        if (node === undefined || operandOf(node, declaredOids, column.type) === undefined) {
            refuseUnknown(context, relation, `column "${column.name}" is not given by the query`);
        }
        context.analysis.usesSettings = true;
        return { from: 'operand', operand: context.analysis.operand(node, column.type) };
    });
    context.analysis.usesSettings = true;
    const table = `${relation.schema}.${relation.name}`;
    return { record: { rule, table, columns: [] }, rebind: { values, reseals: [] } };
}
//# sourceMappingURL=inserted-record.js.map