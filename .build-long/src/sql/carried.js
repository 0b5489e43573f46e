import { typeNumbers } from '../types/logical-type.js';
import { commonType } from '../types/scalar-choice.js';
import { arrayCast, arrayOperandOf } from './array-operand.js';
import { locationOfNode } from './combine.js';
import { computedOperand } from './computed-operand.js';
import { operandOf } from './operand.js';
import { refuseShape } from './refusal.js';
import { finalType } from './statement.js';
import { as, list, number } from './walk.js';
const text = { name: 'text', typmod: -1 };
/** What each column of a bare VALUES list carries; nothing for any other query. */
export function carriedLists(select, width) {
    const isBare = select.valuesLists !== undefined && select.sortClause === undefined;
    const rows = isBare ? list(select.valuesLists).map((row) => list(as(row, 'List')?.items)) : [];
    return Array.from({ length: width }, (_, at) => {
        return isBare ? { nodes: rows.map((row) => row[at]), array: false, uses: 0, taken: undefined } : undefined;
    });
}
export function carriedArray(node, unnamed) {
    return { nodes: [node], array: true, uses: 0, taken: undefined, unnamed };
}
/**
 * Puts numbers in the place of the values and gives the values; undefined for such as the server computes. `place`: the
 * parameter of an array stands for this node, which is none of the client's.
 */
export function take(context, carried, goal, place) {
    if (carried.taken !== undefined)
        return carried.taken;
    const { analysis } = context;
    if (analysis.inView)
        return undefined;
    const type = carried.array ? elementType(analysis, carried.nodes[0]) : listType(context, carried.nodes);
    if (type === undefined)
        return undefined;
    const operands = carried.nodes.map((node, at) => {
        const operand = computedOperand(context, node) ?? analysis.operand(node, type, carried.array);
        const { oid, arrayOid } = typeNumbers[operand.type.name];
        const clientOid = carried.array ? arrayOid : oid;
        const location = locationOfNode(node);
        analysis.claim(place ?? node, {
            to: 'parameter',
            ...(place === undefined ? {} : { made: true }),
            use: { role: 'ordinal', number: at + 1, operand, target: goal, row: 0, clientOid, location },
        });
        return operand;
    });
    analysis.carried.add(carried);
    carried.taken = { type, operands };
    return carried.taken;
}
/** The type of a column of a VALUES list. */
function listType(context, nodes) {
    const { analysis } = context;
    const types = [];
    for (const node of nodes) {
        const computed = computedOperand(context, node);
        if (computed !== undefined)
            types.push(finalType(computed).name);
        else if (operandOf(node, analysis.input.declaredOids, text) === undefined)
            return undefined;
        else
            types.push(...[analysis.typeSaid(node)?.name].filter((type) => type !== undefined));
    }
    const name = commonType(types);
    return name === undefined ? undefined : { name, typmod: -1 };
}
/** Without a type of its own an array is none to unnest(). */
function elementType(analysis, node) {
    const { declaredOids } = analysis.input;
    const cast = as(node, 'TypeCast');
    const parameter = as(node, 'ParamRef');
    const declared = parameter === undefined ? 0 : (declaredOids[number(parameter.number) - 1] ?? 0);
    if (cast === undefined && (declared === 0 || declared === 705))
        return undefined;
    const operand = arrayOperandOf(node, declaredOids, arrayCast(cast?.typeName) ?? text);
    return operand === undefined ? undefined : { name: finalType(operand).name, typmod: -1 };
}
/** The server has a number where the value was: nothing else may look at it. */
export function checkCarried(analysis) {
    for (const { uses } of analysis.carried) {
        if (uses > 0)
            refuseShape(analysis, 'values of VALUES or UNNEST that are sealed and used in another way too');
    }
}
/** A column is named where the server will look at its value. */
export function countUse(column) {
    if (column.carried !== undefined)
        column.carried.uses += 1;
}
//# sourceMappingURL=carried.js.map