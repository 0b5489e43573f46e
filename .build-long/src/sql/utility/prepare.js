// PREPARE of a statement on sealed columns: the server prepares the statement as the analysis has it, under the name that the
// client gives. EXECUTE is planned from the same analysis (executed.ts).
import { PgsealError } from '../../errors.js';
import { elementTypeOfArrayOid, logicalTypeOfOid, typeNumbers } from '../../types/logical-type.js';
import { scanTokens } from '../parser.js';
import { quoted } from '../quoted.js';
import { lost } from '../token-ranges.js';
import { namedType } from '../type-name.js';
import { list, struct, tagOf, text } from '../walk.js';
import { passthrough, rewritten } from './outcome.js';
import { hasRelevantName, relevantIn } from './touched.js';
/**
 * Plans a PrepareStmt. `analyze` plans the statement in it, which is kept and planned again when what its names mean has
 * changed (A41, C46). Throws refusals.
 */
export function planPrepare(input, effects, statement, analyze) {
    if (relevantIn(input, statement) === undefined && !hasRelevantName(input)) {
        return passthrough(effects, 'names no mapped table');
    }
    const inner = preparedStatement(input.statement, statement);
    const types = list(statement.argtypes).map(declaredType);
    const plan = analyze({ ...input, statement: inner, declaredOids: types.map((oid) => oid ?? 0) });
    if (plan.kind === 'refused')
        return { ...plan, effects };
    if (types.includes(undefined)) {
        throw new PgsealError('shapeNotServed', { shape: 'PREPARE with a parameter of a type that is not served' });
    }
    const prepares = { name: text(statement.name), statement: inner, declaredOids: types, plan };
    if (plan.kind === 'passthrough')
        return { ...passthrough(effects, plan.reason), prepares };
    return { ...rewritten(effects, prepareText(prepares.name, plan), []), prepares };
}
const prepared = new WeakMap();
/** The statement after AS, as a statement of the same text. The same object for the same PREPARE. */
function preparedStatement(outer, fields) {
    const known = prepared.get(outer);
    if (known !== undefined)
        return known;
    const tokens = scanTokens(outer.text);
    // The name may be any identifier but AS, which is reserved; types stand in parentheses.
    const at = tokens.findIndex((token) => outer.text.toString('latin1', token.start, token.end).toLowerCase() === 'as');
    const from = tokens[at + 1]?.start;
    if (at < 0 || from === undefined)
        throw lost('the statement of a PREPARE');
    let characters = outer.characterStart;
    for (let byte = 0; byte < from; byte += 1)
        if ((outer.text[byte] & 0xc0) !== 0x80)
            characters += 1;
    const inner = {
        text: outer.text.subarray(from),
        start: outer.start + from,
        characterStart: characters,
        statement: tagOf(fields.query) ?? '',
        names: outer.names,
        parse: fields.query,
    };
    prepared.set(outer, inner);
    return inner;
}
/** The OID of a declared type, 0 for `unknown`; undefined for a type that is not known here. */
function declaredType(node) {
    const typeName = struct(struct(node)?.TypeName);
    if (typeName === undefined)
        return undefined;
    const named = namedType({ ...typeName, typmods: undefined });
    if (named === undefined)
        return undefined;
    const numbers = typeNumbers[named.type.name];
    return named.array ? numbers.arrayOid : numbers.oid;
}
function prepareText(name, plan) {
    const types = plan.parameters.map(typeText);
    const list = types.length === 0 ? '' : ` (${types.join(', ')})`;
    return Buffer.concat([Buffer.from(`PREPARE ${quoted(name)}${list} AS `), plan.text]);
}
/** The type of a server parameter by name, as PREPARE wants it; `unknown` is resolved by the server, as no type in Parse. */
function typeText(parameter) {
    switch (parameter.role) {
        case 'seal':
        case 'constant':
            return `pgseal.${quoted(parameter.target.physical.name)}`;
        case 'term':
            return parameter.operand.array ? 'pg_catalog.bytea[]' : 'pg_catalog.bytea';
        case 'ordinal':
            return parameter.operand.array ? 'pg_catalog.int4[]' : 'pg_catalog.int4';
        case 'null-test':
            return 'pg_catalog.bytea';
        case 'evaluated':
            return typeOfOid(parameter.typeOid);
        case 'plain':
        case 'unused':
        case 'given':
            return typeOfOid(parameter.declaredOid);
    }
}
function typeOfOid(oid) {
    if (oid === 0 || oid === 705)
        return 'pg_catalog.unknown';
    const name = logicalTypeOfOid(oid);
    if (name !== undefined)
        return `pg_catalog.${quoted(name)}`;
    const element = elementTypeOfArrayOid(oid);
    if (element !== undefined)
        return `pg_catalog.${quoted(element)}[]`;
    throw new PgsealError('shapeNotServed', { shape: 'PREPARE with a parameter of a type that is not served' });
}
//# sourceMappingURL=prepare.js.map