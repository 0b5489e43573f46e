// Where a boolean decides: WHERE, JOIN ... ON, HAVING, CASE WHEN, FILTER, AND, OR, NOT, IS TRUE. A sealed boolean there asks
// whether it is true: `active` becomes `((active).eq = $1)`, with the term of true; or `(active).ord`. NULL has no term, so it stays NULL.
import { equalityTerm } from './comparison.js';
import { expression } from './expression.js';
import { refuseUse } from './refusal.js';
import { as } from './walk.js';
const asksTrue = {
    source: { from: 'constant', text: Buffer.from('t') },
    type: { name: 'bool', typmod: -1 },
    casts: [],
    array: false,
};
/** An expression in the place of a boolean. `clause` names the place in messages. */
export function condition(context, node, clause) {
    const value = expression(context, node, clause);
    if (value.kind !== 'sealed')
        return;
    const target = value.origins[0];
    if (value.nested !== undefined || value.logical.name !== 'bool')
        refuseUse(context.analysis, value, clause);
    if (as(node, 'ColumnRef') === undefined || value.constants) {
        refuseUse(context.analysis, value, `${clause} within an expression`);
    }
    const term = equalityTerm(context, value, clause);
    context.analysis.claim(node, {
        to: 'parameter',
        asks: true,
        use: { role: 'term', term, operand: asksTrue, target, row: 0, clientOid: 0, location: value.location },
    });
}
//# sourceMappingURL=condition.js.map