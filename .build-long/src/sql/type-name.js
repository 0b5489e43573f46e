import { typeNumbers } from '../types/logical-type.js';
import { as, list, names, number, struct } from './walk.js';
/**
 * The logical type that a TypeName (its fields) means; undefined for every other type, for arrays and for modifiers that
 * PostgreSQL refuses. The grammar turns `int`, `decimal`, `character varying` and the like into pg_catalog names.
 */
export function typeOfTypeName(typeName) {
    const named = namedType(typeName);
    return named === undefined || named.array ? undefined : named.type;
}
/** Like typeOfTypeName, with one-dimensional or deeper arrays of a logical type (`text[]`, `_text`). */
export function namedType(typeName) {
    if (typeName.setof === true || typeName.pct_type === true)
        return undefined;
    const path = names(typeName.names);
    if (path.length === 2 ? path[0] !== 'pg_catalog' : path.length !== 1)
        return undefined;
    const written = path.at(-1);
    const underscored = written.startsWith('_');
    const name = underscored ? written.slice(1) : written;
    if (!isLogicalTypeName(name))
        return undefined;
    const typmod = typmodOf(name, typeName);
    if (typmod === undefined)
        return undefined;
    return { type: { name, typmod }, array: underscored || list(typeName.arrayBounds).length > 0 };
}
function isLogicalTypeName(name) {
    return Object.hasOwn(typeNumbers, name);
}
const maxVarcharLength = 10485760;
const intervalFullRange = 0x7fff;
/** As the type's typmodin function would; undefined where it raises an error, and for an interval of some fields only. */
function typmodOf(name, typeName) {
    const modifiers = list(typeName.typmods).map(integerConstant);
    if (modifiers.some((modifier) => modifier === undefined))
        return undefined;
    const [first, second, third] = modifiers;
    if (first === undefined)
        return -1;
    if (third !== undefined)
        return undefined;
    switch (name) {
        case 'varchar':
        case 'bpchar':
            return second === undefined && first >= 1 && first <= maxVarcharLength ? first + 4 : undefined;
        case 'numeric': {
            const scale = second ?? 0;
            const valid = first >= 1 && first <= 1000 && scale >= -1000 && scale <= 1000;
            return valid ? ((first << 16) | (scale & 0x7ff)) + 4 : undefined;
        }
        case 'time':
        case 'timestamp':
        case 'timestamptz':
            return second === undefined && first >= 0 ? Math.min(first, 6) : undefined;
        case 'interval': {
            // The grammar gives the fields first; a precision alone comes after the full range. Fields change how text is read
            // (interval '5' day), which is not served.
            if (first !== intervalFullRange)
                return undefined;
            if (second === undefined)
                return -1;
            return second >= 0 ? (first << 16) | Math.min(second, 6) : undefined;
        }
        default:
            return undefined;
    }
}
function integerConstant(node) {
    const value = struct(as(node, 'A_Const')?.ival);
    return value === undefined ? undefined : number(value.ival);
}
//# sourceMappingURL=type-name.js.map