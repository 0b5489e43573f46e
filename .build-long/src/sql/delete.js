import { condition } from './condition.js';
import { fromClause } from './from.js';
import { itemOf, Level } from './scope.js';
import { checkFields } from './shape.js';
import { returning, writeTarget } from './target.js';
import { list, struct } from './walk.js';
import { withClause } from './with.js';
/** DELETE ... USING ... WHERE ... RETURNING (C29). */
export function deleteStatement(outer, fields) {
    checkFields(outer.analysis, 'DeleteStmt', fields, [
        'relation',
        'usingClause',
        'whereClause',
        'returningClause',
        'withClause',
    ]);
    const inner = withClause(outer, struct(fields.withClause));
    const target = writeTarget(inner, struct(fields.relation), 'DELETE');
    const others = new Level(inner.level);
    fromClause(inner, list(fields.usingClause), others);
    const level = new Level(inner.level);
    level.add(itemOf(target.entry));
    level.add(others);
    if (fields.whereClause !== undefined)
        condition({ ...inner, level }, fields.whereClause, 'WHERE');
    return returning(inner, struct(fields.returningClause), target, others, () => false);
}
//# sourceMappingURL=delete.js.map