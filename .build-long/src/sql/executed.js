// EXECUTE of a statement whose plan is sealed: the same plan with the arguments in the place of its parameters. The server
// gets the statement itself, so that every argument is sealed, compared or passed on as a parameter of it.
import { PgsealError } from '../errors.js';
import { assignment, explicitCast } from '../types/conversion.js';
import { logicalTypeOfOid } from '../types/logical-type.js';
import { operandOf } from './operand.js';
import { finalType } from './statement.js';
import { as, list, text } from './walk.js';
/** True when an argument says a type itself, so that the type of its parameter must be known. */
export function saysTypes(execute) {
    return argumentsOf(execute).some((node) => !isOpenConstant(node));
}
function argumentsOf(execute) {
    return list(as(execute.parse, 'ExecuteStmt')?.params);
}
/** A string or NULL, which is read in the type of its parameter. */
function isOpenConstant(node) {
    const constant = as(node, 'A_Const');
    return constant !== undefined && (constant.sval !== undefined || constant.isnull === true);
}
/**
 * The plan of an ExecuteStmt; `declaredOids` as its own Parse declared them. Throws 42601 for another number of arguments,
 * 42804 for one that cannot be assigned to its parameter, 42P02 for a parameter, 0A000 for any other expression.
 */
export function executedPlan(execute, declaredOids, { plan, prepared, types }) {
    const nodes = argumentsOf(execute);
    const wanted = plan.clientParameters.length;
    if (nodes.length !== wanted) {
        const name = text(as(execute.parse, 'ExecuteStmt')?.name);
        throw new PgsealError('executeArguments', { name, wanted: String(wanted), given: String(nodes.length) });
    }
    const given = nodes.map((node, at) => argument(node, at, types[at] ?? 0, declaredOids));
    return {
        ...plan,
        edits: undefined,
        executed: { plan, prepared },
        usesSettings: plan.usesSettings || saysTypes(execute),
        parameters: plan.parameters.map((parameter) => placed(parameter, given)),
        clientParameters: declaredOids.map((typeOid) => ({ typeOid, plainAt: -1 })),
        records: plan.records.map((record) => (record === undefined ? undefined : placedRecord(record, given))),
        ...(plan.many?.rebind === undefined
            ? {}
            : {
                many: {
                    ...plan.many,
                    rebind: {
                        ...plan.many.rebind,
                        values: plan.many.rebind.values.map((value) => value.from === 'operand' ? { from: value.from, operand: placedOperand(value.operand, given) } : value),
                    },
                },
            }),
    };
}
function argument(node, at, typeOid, declaredOids) {
    const name = logicalTypeOfOid(typeOid);
    const type = name === undefined ? undefined : { name, typmod: -1 };
    const operand = operandOf(node, declaredOids, type ?? { name: 'text', typmod: -1 });
    if (operand?.source.from === 'parameter') {
        throw new PgsealError('executeParameter', { number: String(operand.source.index + 1) });
    }
    const text = isOpenConstant(node) && operand?.source.from === 'constant' ? operand.source.text : undefined;
    if (type === undefined) {
        if (text === undefined)
            throw notServed();
        return { at, operand: undefined, text, typeOid };
    }
    if (operand === undefined)
        throw notServed();
    const from = finalType(operand);
    if (from.name === type.name)
        return { at, operand, text, typeOid };
    if (assignment(from.name, type) === undefined || explicitCast(from.name, type) === undefined) {
        throw new PgsealError('executeArgumentType', { number: String(at + 1), from: from.name, to: type.name });
    }
    return { at, operand: { ...operand, casts: [...operand.casts, type] }, text, typeOid };
}
function notServed() {
    return new PgsealError('shapeNotServed', {
        shape: 'an argument of EXECUTE that is no constant',
    });
}
function placed(parameter, given) {
    switch (parameter.role) {
        case 'plain': {
            const value = given[parameter.index];
            const declaredOid = parameter.declaredOid === 0 ? value.typeOid : parameter.declaredOid;
            if (value.text !== undefined)
                return { role: 'given', declaredOid, operand: undefined, text: value.text };
            return { role: 'given', declaredOid, operand: value.operand, text: null };
        }
        case 'seal':
        case 'term':
        case 'null-test':
        case 'ordinal':
        case 'constant':
            return { ...parameter, operand: placedOperand(parameter.operand, given) };
        case 'evaluated':
        case 'unused':
        case 'given':
            return parameter;
    }
}
function placedOperand(operand, given) {
    if (operand.source.from === 'constant' || operand.source.from === 'row')
        return operand;
    if (operand.source.from === 'computed') {
        const { name, arguments: computed } = operand.source;
        return {
            ...operand,
            source: { from: 'computed', name, arguments: computed.map((one) => placedOperand(one, given)) },
        };
    }
    const value = given[operand.source.index];
    if (operand.array) {
        if (value.text === undefined)
            throw notServed();
        return { ...operand, source: { from: 'constant', text: value.text } };
    }
    if (value.operand === undefined)
        throw notServed();
    const from = finalType(value.operand);
    // A NULL has no type to speak of.
    if (from.name !== operand.type.name)
        throw notServed();
    return { ...value.operand, casts: [...value.operand.casts, ...operand.casts] };
}
function placedRecord(record, given) {
    return {
        ...record,
        values: record.values.map((value) => value.from === 'evaluated' ? value : { from: value.from, operand: placedOperand(value.operand, given) }),
    };
}
//# sourceMappingURL=executed.js.map