import { codecs } from './codecs.js';
import { orderForm } from './order-form.js';
/** What a term of a value is made of: stored form in the column's type to its form; undefined where the type has none. */
export function termForm(name, type) {
    switch (name) {
        case 'eq':
            return codecs[type.name].comparisonForm;
        case 'ord':
            return orderForm(type)?.of;
        default:
            return undefined;
    }
}
//# sourceMappingURL=term-form.js.map