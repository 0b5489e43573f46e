import { locationOfNode } from './combine.js';
import { nestedCast } from './nested-calls.js';
import { refuseUse } from './refusal.js';
import { termPlace } from './term-place.js';
import { typeOfTypeName } from './type-name.js';
import { as, struct } from './walk.js';
export function ownCast(context, node, fields, value) {
    const { analysis } = context;
    const typeName = struct(fields.typeName);
    const type = typeName === undefined ? undefined : typeOfTypeName(typeName);
    if (value.nested !== undefined) {
        const cast = type?.typmod === -1 ? nestedCast(value, type.name, locationOfNode(fields.arg)) : undefined;
        return cast ?? refuseUse(analysis, value, 'a cast');
    }
    const isColumn = as(fields.arg, 'SubLink') === undefined && termPlace(analysis, fields.arg) !== undefined;
    if (type === undefined || !isColumn || analysis.inView || !keepsValue(value.logical, type)) {
        return refuseUse(analysis, value, 'a cast', {
            detail: 'Served are casts of a column to its own type, and between text and varchar without a length.',
        });
    }
    analysis.claim(node, { to: 'inner', node: fields.arg });
    if (type.name === value.logical.name && type.typmod === value.logical.typmod)
        return value;
    return { ...value, logical: type, source: { relation: 0, attnum: 0 } };
}
/** True for a cast that changes no value. */
export function keepsValue(from, to) {
    if (from.name === to.name)
        return to.typmod === -1 || to.typmod === from.typmod;
    return to.typmod === -1 && isText(from) && isText(to);
}
function isText({ name }) {
    return name === 'text' || name === 'varchar';
}
//# sourceMappingURL=own-cast.js.map