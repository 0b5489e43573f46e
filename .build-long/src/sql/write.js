import { deleteStatement } from './delete.js';
import { insertStatement } from './insert.js';
import { refuseShape } from './refusal.js';
import { query } from './select.js';
import { updateStatement } from './update.js';
import { as, tagOf } from './walk.js';
/** SELECT, INSERT, UPDATE or DELETE: what it returns, or undefined when it returns no rows. Other statements are refused. */
export function writeStatement(context, node) {
    const tag = tagOf(node) ?? '';
    const fields = as(node, tag);
    if (fields === undefined)
        refuseShape(context.analysis, 'a statement of an unknown kind');
    switch (tag) {
        case 'SelectStmt':
            return query(context, fields);
        case 'InsertStmt':
            return insertStatement(context, fields);
        case 'UpdateStmt':
            return updateStatement(context, fields);
        case 'DeleteStmt':
            return deleteStatement(context, fields);
        default:
            return refuseShape(context.analysis, tag);
    }
}
//# sourceMappingURL=write.js.map