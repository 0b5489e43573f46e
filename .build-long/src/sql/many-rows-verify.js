// The two statements of an UPDATE of many rows are parsed again; their trees must be the pieces of the client's statement,
// and beside these exactly what the proxy puts in (I4).
import { parseText } from './parser.js';
import { lost } from './token-ranges.js';
import { struct, tagOf } from './walk.js';
/** A piece of the client's tree within an expected one; `renumbered` gives the node that its `$n` became. */
export class OwnNode {
    node;
    renumbered;
    constructor(node, renumbered) {
        this.node = node;
        this.renumbered = renumbered;
    }
}
/** Throws unless `text` is one statement of this kind with exactly these fields; those of undefined must be absent. */
export function checkMade(text, tag, expected) {
    const statement = madeStatement(text, tag);
    for (const field of new Set([...Object.keys(statement), ...Object.keys(expected)])) {
        if (!same(expected[field], statement[field], undefined))
            throw lost(`a made statement with other ${field}`);
    }
}
/** The fields of the one statement in a text of the proxy's own. */
export function madeStatement(text, tag) {
    const statements = parseText(text);
    const fields = statements[0]?.stmt?.[tag];
    if (statements.length !== 1 || fields === undefined)
        throw lost('a made statement of another kind');
    return fields;
}
export function columnNode(...path) {
    return { ColumnRef: { fields: path.map((sval) => ({ String: { sval } })) } };
}
export function parameterNode(number) {
    return { ParamRef: { number } };
}
const locations = new Set(['location', 'list_start', 'list_end', 'rexpr_list_start', 'rexpr_list_end']);
function same(expected, found, own) {
    if (expected instanceof OwnNode)
        return same(expected.node, found, expected);
    if (typeof expected !== 'object' || expected === null)
        return expected === found;
    if (typeof found !== 'object' || found === null)
        return false;
    if (Array.isArray(expected)) {
        if (!Array.isArray(found) || found.length !== expected.length)
            return false;
        return expected.every((item, at) => same(item, found[at], own));
    }
    if (own !== undefined && tagOf(expected) === 'ParamRef') {
        const number = struct(expected.ParamRef)?.number;
        return typeof number === 'number' && same(own.renumbered(number), found, undefined);
    }
    const [before, after] = [expected, found];
    for (const key in before)
        if (!locations.has(key) && !same(before[key], after[key], own))
            return false;
    for (const key in after)
        if (!locations.has(key) && !(key in before))
            return false;
    return true;
}
//# sourceMappingURL=many-rows-verify.js.map