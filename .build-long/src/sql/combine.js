// COALESCE, CASE and the arms of UNION ALL: values that come from one of several places.
import { assignment } from '../types/conversion.js';
import { typeNumbers } from '../types/logical-type.js';
import { checkBesideConstant } from './access.js';
import { isEmptyConstant } from './nested-calls.js';
import { refuse, refuseUse } from './refusal.js';
import { finalType, isNullConstant } from './statement.js';
import { plain } from './value.js';
import { as, locationOf, tagOf } from './walk.js';
/**
 * The value of an expression that is one of `values`. Where one is sealed, all must be sealed alike, or constants and
 * parameters: those are sealed for this statement's result alone (role constant).
 */
export function combine(context, values, clause) {
    const sealed = values.filter((value) => value.kind === 'sealed');
    const [first] = sealed;
    if (first === undefined) {
        return plain;
    }
    const { analysis } = context;
    if (sealed.some(({ nested }) => nested !== undefined))
        return oneNested(context, first, values, clause);
    let combined = first;
    for (const value of values) {
        if (value.kind === 'plain') {
            refuseUse(analysis, first, `${clause} beside a plain expression`, {
                detail: 'The other values are not sealed, so the result would be neither.',
            });
        }
        if (value.kind === 'sealed')
            combined = merge(context, combined, value, clause);
        else
            combined = constantArm(context, combined, value.node, clause, clause === 'COALESCE' && values[0] === first);
    }
    return combined;
}
/** JSON that holds sealed values, or in its place an empty one: `COALESCE(json_agg(...), '[]')`. */
function oneNested(context, first, values, clause) {
    const isJson = first.nested?.form === 'json' || first.nested?.form === 'jsonb';
    const fits = (value) => value === first || (value.kind === 'operand' && isJson && isEmptyConstant(value.node));
    if (values.every(fits))
        return first;
    return refuseUse(context.analysis, first, `${clause} of built values`, {
        detail: "Beside one that holds sealed values may stand NULL, '[]' and '{}'.",
    });
}
/** Two sealed values of one type as one. */
export function merge(context, left, right, clause) {
    if (left === right)
        return left;
    if (left.nested !== undefined || right.nested !== undefined) {
        refuseUse(context.analysis, right, `${clause} of built values`);
    }
    const [a, b] = [left.origins[0], right.origins[0]];
    if (left.logical.name !== right.logical.name || a.physical?.oid !== b.physical?.oid) {
        refuseUse(context.analysis, right, `${clause} beside sealed column "${left.name}"`, {
            detail: 'The columns are of different types or have different search terms.',
        });
    }
    const origins = [...left.origins];
    const rows = [...left.rows];
    right.origins.forEach((origin, at) => {
        const known = origins.indexOf(origin);
        const row = right.rows[at];
        if (known === -1) {
            origins.push(origin);
            rows.push(row);
        }
        else if (row !== rows[known]) {
            // It may be either row's, and nothing in the result says which: a row that nothing else is of.
            rows[known] = row === undefined ? undefined : { rule: row.rule };
        }
    });
    const typmod = left.logical.typmod === right.logical.typmod ? left.logical.typmod : -1;
    return {
        ...left,
        origins,
        rows,
        logical: { name: left.logical.name, typmod },
        source: undefined,
        constants: left.constants || right.constants,
        sealedHere: left.sealedHere && right.sealedHere,
    };
}
/** `leads`: the sealed value is the one whose type PostgreSQL keeps where it could choose either. */
export function constantArm(context, sealed, node, clause, leads = false) {
    const { analysis } = context;
    if (sealed.nested !== undefined)
        refuseUse(analysis, sealed, `${clause} of built values`);
    const target = sealed.origins[0];
    const type = { name: sealed.logical.name, typmod: -1 };
    const operand = analysis.operand(node, type);
    const from = finalType(operand);
    if (!becomes(from.name, type.name, leads) || assignment(from.name, type) === undefined) {
        refuse(analysis, 'constantTypeDiffers', { column: sealed.name, clause, from: from.name, to: type.name }, locationOfNode(node));
    }
    if (isNullConstant(operand)) {
        if (tagOf(node) !== 'A_Const')
            analysis.claim(node, { to: 'null' });
    }
    else {
        checkBesideConstant(analysis, sealed);
        analysis.claim(node, {
            to: 'parameter',
            use: {
                role: 'constant',
                operand,
                target,
                row: 0,
                clientOid: typeNumbers[operand.type.name].oid,
                location: locationOfNode(node),
            },
        });
    }
    const isAlike = from.name === type.name && from.typmod === sealed.logical.typmod;
    return { ...sealed, logical: isAlike ? from : type, source: undefined, constants: true };
}
const integers = ['int2', 'int4', 'int8', 'numeric'];
/** True where PostgreSQL makes `to` the common type of a column of type `to` and an expression of type `from`. */
function becomes(from, to, leads) {
    if (from === to)
        return true;
    // Each converts to the other by itself: the first one's type stays.
    if (from === 'varchar' && to === 'text')
        return leads;
    const wider = integers.indexOf(to);
    return wider >= 0 && integers.indexOf(from) >= 0 && integers.indexOf(from) < wider;
}
/** Where a node with a location of its own stands. */
export function locationOfNode(node) {
    const tag = tagOf(node);
    if (tag === undefined)
        return undefined;
    const fields = node[tag];
    if (tag === 'TypeCast')
        return locationOfNode(fields.arg);
    if (tag === 'A_Indirection')
        return locationOfNode(fields.arg);
    return as(node, tag) === undefined ? undefined : locationOf(fields);
}
//# sourceMappingURL=combine.js.map