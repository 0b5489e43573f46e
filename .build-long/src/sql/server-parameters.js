// The server's parameters. A client parameter keeps its number for its first role (the plain one if it has it); further
// roles and sealed constants come after the last number of the client (B10, B11).
import { PgsealError } from '../errors.js';
import { typeNumbers } from '../types/logical-type.js';
import { leavesOf } from './computed-operand.js';
import { number, walk } from './walk.js';
/** Bind counts parameters in 16 bits. */
const maxParameters = 65535;
/** pg_type's `unknown`. */
const unknownOid = 705;
/** Claims of nodes that stay and get more. */
const extended = new Set([
    'row',
    'insert',
    'longer',
    'appended',
    'named',
    'case',
    'extreme',
    'array-agg',
    'set',
    'aliased',
]);
export function numberParameters(analysis) {
    const { declaredOids, statement } = analysis.input;
    const plainUsed = plainParameters(analysis);
    const uses = [...analysis.claims].flatMap(([node, claim]) => claim.to === 'parameter' ? [{ node, use: claim.use }] : []);
    // In the order of the text, so that the first role is the one in which PostgreSQL would have typed the parameter.
    uses.sort((a, b) => (a.use.location ?? 0) - (b.use.location ?? 0));
    let last = declaredOids.length;
    walk(statement.parse, (tag, fields) => {
        if (tag === 'ParamRef')
            last = Math.max(last, number(fields.number));
        return undefined;
    });
    const parameters = new Array(last).fill(undefined);
    for (const index of plainUsed)
        parameters[index] = plainParameter(index, declaredOids, analysis);
    const byUse = new Map();
    const numbers = new Map();
    const firstUse = new Map();
    const computedTypes = new Map();
    for (const { node, use } of uses) {
        const { source } = use.operand;
        if (source.from !== 'parameter') {
            // One comparison that stands twice, as in the select list and under GROUP BY, must be one to the server too.
            const same = use.role === 'term' && source.from === 'constant' ? constantKey(use, source.text) : undefined;
            const place = (same === undefined ? undefined : byUse.get(same)) ?? parameters.push(serverParameter(use));
            if (same !== undefined)
                byUse.set(same, place);
            numbers.set(node, place);
            // What the proxy computes with keeps its number, and the server gets NULL for it.
            for (const leaf of leavesOf(use.operand)) {
                if (leaf.source.from !== 'parameter')
                    continue;
                const known = computedTypes.get(leaf.source.index);
                computedTypes.set(leaf.source.index, known ?? typeNumbers[leaf.type.name].oid);
            }
            continue;
        }
        if (!firstUse.has(source.index))
            firstUse.set(source.index, use);
        const key = keyOf(use, source.index);
        const known = byUse.get(key);
        if (known !== undefined) {
            numbers.set(node, known);
            continue;
        }
        let place = parameters[source.index] === undefined ? source.index + 1 : undefined;
        if (place === undefined)
            place = parameters.push(serverParameter(use));
        else
            parameters[place - 1] = serverParameter(use);
        byUse.set(key, place);
        numbers.set(node, place);
    }
    for (const use of evaluatedUses(analysis)) {
        const { row, column, typeOid } = use;
        numbers.set(use, parameters.push({ role: 'evaluated', row, column, typeOid }));
    }
    if (parameters.length > maxParameters)
        throw new PgsealError('tooManyParameters', { limit: String(maxParameters) });
    const clientParameters = Array.from({ length: last }, (_, index) => {
        const use = firstUse.get(index);
        const declared = declaredOids[index] ?? 0;
        // unknown: the server takes it for no declaration and resolves the type.
        const computed = computedTypes.get(index);
        const typeOid = declared === 0 || declared === unknownOid ? (use?.clientOid ?? computed ?? 0) : declared;
        const isPlain = (use === undefined && computed === undefined) || plainUsed.has(index);
        if (use === undefined && computed !== undefined && !isPlain) {
            parameters[index] = { role: 'unused', declaredOid: typeOid };
        }
        // Beside a sealed column the parameter gets its type there; its plain twin on the server is told so (B12).
        if ((use !== undefined || computed !== undefined) && isPlain)
            parameters[index] = { role: 'plain', index, declaredOid: typeOid };
        return { typeOid, plainAt: isPlain ? index : -1 };
    });
    return {
        parameters: parameters.map((parameter, index) => parameter ?? plainParameter(index, declaredOids, analysis)),
        clientParameters,
        numbers,
    };
}
function plainParameter(index, declaredOids, analysis) {
    const declared = declaredOids[index] ?? 0;
    const naming = declared === 0 ? analysis.namingTypes.get(index) : undefined;
    return { role: 'plain', index, declaredOid: naming === undefined ? declared : typeNumbers[naming.name].oid };
}
function evaluatedUses(analysis) {
    return [...analysis.claims.values()].flatMap((claim) => {
        if (claim.to === 'evaluated')
            return [claim.use];
        return claim.to === 'row' ? claim.more.filter((use) => use !== undefined) : [];
    });
}
/** Indices of client parameters that stand somewhere unclaimed. */
function plainParameters(analysis) {
    const used = new Set();
    const visit = (value) => {
        if (typeof value !== 'object' || value === null)
            return;
        const claim = analysis.claims.get(value);
        if (claim?.to === 'inner')
            visit(claim.node);
        if (claim !== undefined && !extended.has(claim.to))
            return;
        if (Array.isArray(value)) {
            for (const item of value)
                visit(item);
            return;
        }
        for (const key in value) {
            const inner = value[key];
            if (key === 'ParamRef')
                used.add(number(inner.number) - 1);
            else
                visit(inner);
        }
    };
    visit(analysis.input.statement.parse);
    used.delete(-1);
    return used;
}
function serverParameter(use) {
    const { operand, target, row } = use;
    switch (use.role) {
        case 'seal':
            return { role: 'seal', operand, target, row };
        case 'term':
            return { role: 'term', operand, target, term: use.term ?? 'eq' };
        case 'ordinal':
            return { role: 'ordinal', operand, number: use.number ?? 0 };
        case 'null-test':
        case 'constant':
            return { role: use.role, operand, target };
    }
}
function constantKey(use, text) {
    return `${keyOf(use, -1)} ${text === null ? 'null' : `'${text.toString('base64')}'`}`;
}
/** Two places with one key hold the same bytes on the server. */
function keyOf(use, index) {
    const { operand, target } = use;
    const types = [operand.type, ...operand.casts].map((type) => `${type.name}/${type.typmod}`).join();
    return `${index} ${use.role} ${use.term ?? ''} ${use.number ?? ''} ${use.row} ${operand.array} ${types} ${target.column.label}`;
}
//# sourceMappingURL=server-parameters.js.map