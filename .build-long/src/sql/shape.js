// The allow-list at work: a node or a field that the caller does not name is a refusal (C42).
import { refuseShape } from './refusal.js';
import { locationOf, tagOf } from './walk.js';
/** The tag and fields of what must be a tagged node. */
export function onlyNode(analysis, value) {
    const tag = tagOf(value);
    if (tag === undefined)
        refuseShape(analysis, 'an expression of an unknown kind');
    return { tag, fields: value[tag] };
}
/** Refuses a node that has a field not listed. */
export function checkFields(analysis, tag, fields, known) {
    for (const field in fields) {
        if (!known.includes(field))
            refuseShape(analysis, `${tag} with ${field}`, locationOf(fields));
    }
}
//# sourceMappingURL=shape.js.map