// COALESCE, NULLIF, GREATEST and LEAST: one of the values given.
import { codecs } from './codecs.js';
import { isNumericNaN, numericInfinity } from './numeric.js';
import { orderForm, scaledUnits } from './order-form.js';
/** Types that are compared without a collation. */
const unbounded = 'numeric';
const integers = ['int2', 'int4', 'int8', 'numeric'];
export function chosen(name, given) {
    const type = given.length === 0 ? undefined : commonType(given);
    if (type === undefined)
        return undefined;
    const takes = given.map(() => type);
    switch (name) {
        case 'coalesce':
            return { takes, to: type, compute: (values) => values.find((value) => value !== null) ?? null };
        case 'nullif':
            return given.length === 2 ? nullIf(given, type) : undefined;
        case 'greatest':
        case 'least': {
            const compare = comparison(type);
            if (compare === undefined)
                return undefined;
            const sign = name === 'greatest' ? 1 : -1;
            return {
                takes,
                to: type,
                compute: (values) => {
                    let best = null;
                    for (const value of values) {
                        if (value !== null && (best === null || compare(value, best) * sign > 0))
                            best = value;
                    }
                    return best;
                },
            };
        }
        default:
            return undefined;
    }
}
function nullIf(given, type) {
    const form = codecs[type].comparisonForm;
    // The result has the type of the first argument; of two types the first may be compared as the other.
    if (form === undefined || (given[0] !== undefined && given[0] !== type))
        return undefined;
    return {
        takes: [type, type],
        to: type,
        compute: ([value = null, other = null]) => value !== null && other !== null && form(value).equals(form(other)) ? null : value,
    };
}
/** The type that PostgreSQL finds for values of these types; undefined where that is not sure. */
export function commonType(given) {
    let common;
    for (const type of given) {
        if (type === undefined || type === common)
            continue;
        if (common === undefined)
            common = type;
        else if (isText(common) && isText(type))
            common = 'text';
        else if (integers.includes(common) && integers.includes(type)) {
            common = integers[Math.max(integers.indexOf(common), integers.indexOf(type))];
        }
        else
            return undefined;
    }
    return common ?? 'text';
}
function isText(type) {
    return type === 'text' || type === 'varchar';
}
/** Order without a collation; undefined for types that need one, or have none. */
function comparison(type) {
    if (type === unbounded)
        return compareNumeric;
    const form = orderForm({ name: type, typmod: -1 });
    return form === undefined ? undefined : (a, b) => Buffer.compare(form.of(a), form.of(b));
}
/** -Infinity, numbers, Infinity, NaN. */
function rank(stored) {
    return isNumericNaN(stored) ? 2 : numericInfinity(stored);
}
function compareNumeric(a, b) {
    const [left, right] = [rank(a), rank(b)];
    if (left !== 0 || right !== 0)
        return left - right;
    const scale = Math.max(a.readUInt16BE(6), b.readUInt16BE(6));
    const [x, y] = [scaledUnits(a, scale).units, scaledUnits(b, scale).units];
    return x === y ? 0 : x > y ? 1 : -1;
}
//# sourceMappingURL=scalar-choice.js.map