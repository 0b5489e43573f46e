import { PgsealError } from '../errors.js';
import { ordExpansion, ordTerm } from '../seal/ord-term.js';
import { orderForm } from '../types/order-form.js';
const nothing = Buffer.alloc(0);
const zero = Buffer.alloc(1);
/**
 * What stands for the operand of a comparison among the order terms of a column (docs/types.md, Order): the term of an equal
 * value, or bytes that are no term and lie between those of the values below and above it.
 */
export function orderTerm(place, target, indexKey) {
    if (place === 'below')
        return nothing;
    if (place === 'above') {
        const width = orderForm(target.logical)?.width;
        if (width === undefined || width === 0) {
            throw new PgsealError('internal', {}, { logDetail: `no bound of the order terms of ${target.column.label}` });
        }
        return Buffer.alloc(width * ordExpansion + 1, 0xff);
    }
    const term = ordTerm(indexKey, place.form);
    // The next value's term is greater within the length of this one.
    return place.exact ? term : Buffer.concat([term, zero]);
}
//# sourceMappingURL=order-terms.js.map