/** True for what the server gives as an array. */
export function comesAsArray(form) {
    return form === 'array' || form === 'joined' || form === 'sum' || form === 'avg';
}
/** Calls `visit` with each value of a shape. */
export function eachLeaf(shape, visit) {
    switch (shape.is) {
        case 'plain':
            return;
        case 'value':
            visit(shape.leaf);
            return;
        case 'list':
        case 'map':
            eachLeaf(shape.of, visit);
            return;
        case 'tuple':
        case 'object':
            for (const one of shape.of)
                eachLeaf(one, visit);
    }
}
/** The shape with other leaves. */
export function mapLeaves(shape, change) {
    switch (shape.is) {
        case 'plain':
            return shape;
        case 'value':
            return { ...shape, leaf: change(shape.leaf) };
        case 'list':
        case 'map':
            return { ...shape, of: mapLeaves(shape.of, change) };
        case 'tuple':
        case 'object':
            return { ...shape, of: shape.of.map((one) => mapLeaves(one, change)) };
    }
}
/** What a json becomes as jsonb; undefined where not all its keys are known. */
export function asJsonb(shape) {
    switch (shape.is) {
        case 'plain':
            return shape;
        case 'value':
            return { ...shape, inJsonb: true };
        case 'list':
        case 'map': {
            const of = asJsonb(shape.of);
            return of === undefined ? undefined : { ...shape, of };
        }
        case 'tuple':
        case 'object': {
            const of = shape.of.map(asJsonb);
            if (of.some((one) => one === undefined))
                return undefined;
            const all = of;
            if (shape.is === 'tuple')
                return { ...shape, of: all };
            return shape.keys.includes(undefined) ? undefined : { ...shape, of: all, sorted: true };
        }
    }
}
//# sourceMappingURL=nested.js.map