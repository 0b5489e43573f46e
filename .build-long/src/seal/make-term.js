import { PgsealError } from '../errors.js';
import { eqTerm, termLength } from './eq-term.js';
import { isOrdLength, ordTerm } from './ord-term.js';
/** A term from the index key and the form that it is made of: comparison form for `eq`, order form for `ord`. */
export function makeTerm(name, indexKey, form) {
    switch (name) {
        case 'eq':
            return eqTerm(indexKey, form);
        case 'ord':
            return ordTerm(indexKey, form);
        default:
            throw new PgsealError('internal', {}, { logDetail: `term ${name} is not made` });
    }
}
/** Whether a stored term can have this length. */
export function isTermLength(name, length) {
    return name === 'ord' ? isOrdLength(length) : length === termLength;
}
//# sourceMappingURL=make-term.js.map