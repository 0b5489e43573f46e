// `$1 IS NULL OR email = $1`: the parameter is looked at only for NULL, so the server needs no more of it than the term that
// it gets for the comparison. As a plain parameter it would carry the value in clear. So too where a driver has written
// the value into the text, `'x' IS NULL OR email = 'x'`, and where it gives each place a number of its own,
// `$1 IS NULL OR email = $2`: of a parameter that is looked at only for NULL the server learns no more than that.
import { typeNumbers } from '../types/logical-type.js';
import { leavesOf } from './computed-operand.js';
import { operandOf } from './operand.js';
import { isConvertible } from './statement.js';
import { as, locationOf, walk } from './walk.js';
/** Gives parameters and literals under IS [NOT] NULL the role that they have beside a sealed column elsewhere in the statement. */
export function claimNullTests(analysis) {
    const uses = new Map();
    for (const claim of analysis.claims.values()) {
        if (claim.to !== 'parameter' || claim.use.role === 'constant' || claim.use.role === 'ordinal')
            continue;
        for (const leaf of leavesOf(claim.use.operand)) {
            const name = sourceName(leaf);
            if (name !== undefined && !uses.has(name))
                uses.set(name, ofLeaf(claim.use, leaf));
        }
    }
    const [anyUse] = uses.values();
    if (anyUse === undefined)
        return;
    const others = [];
    walk(analysis.input.statement.parse, (tag, fields) => {
        if (tag !== 'NullTest' || analysis.claims.has(fields.arg))
            return undefined;
        const operand = operandOf(withoutCasts(fields.arg), [], anyType);
        if (operand === undefined)
            return undefined;
        const use = uses.get(sourceName(operand) ?? '');
        if (use !== undefined)
            analysis.claim(fields.arg, { to: 'parameter', use });
        else if (operand.source.from === 'parameter') {
            others.push({ argument: fields.arg, operand, index: operand.source.index });
        }
        return undefined;
    });
    claimOnlyNull(analysis, others, anyUse);
}
/** Parameters that stand nowhere else than under IS [NOT] NULL, with a type that they say themselves. */
function claimOnlyNull(analysis, tests, beside) {
    for (const { argument, index } of tests) {
        const all = tests.filter((other) => other.index === index);
        if (analysis.parameterUses(index) !== all.length || all.some((other) => !isTyped(analysis, other.argument)))
            continue;
        const operand = operandOf(argument, analysis.input.declaredOids, anyType);
        const clientOid = typeNumbers[operand.type.name].oid;
        const location = locationOf(as(withoutCasts(argument), 'ParamRef') ?? {});
        analysis.noteType(operand.type.name);
        analysis.claim(argument, {
            to: 'parameter',
            use: { role: 'null-test', operand, target: beside.target, row: 0, clientOid, location },
        });
    }
}
/** PostgreSQL asks for a type where a parameter says none, and casts that we cannot make are its own. */
function isTyped(analysis, argument) {
    if (analysis.isOpen(argument))
        return false;
    const operand = operandOf(argument, analysis.input.declaredOids, anyType);
    return operand !== undefined && isConvertible(operand);
}
const anyType = { name: 'text', typmod: -1 };
/** What the proxy computes with reaches the server as its being NULL, and no more. */
function ofLeaf(use, leaf) {
    if (use.operand === leaf)
        return use;
    return { ...use, role: 'null-test', operand: leaf, clientOid: typeNumbers[leaf.type.name].oid };
}
function sourceName({ source }) {
    if (source.from === 'row' || source.from === 'computed')
        return undefined;
    if (source.from === 'parameter')
        return `$${source.index}`;
    return source.text === null ? 'NULL' : `'${source.text.toString('latin1')}`;
}
function withoutCasts(node) {
    const cast = as(node, 'TypeCast');
    return cast === undefined ? node : withoutCasts(cast.arg);
}
//# sourceMappingURL=null-tests.js.map