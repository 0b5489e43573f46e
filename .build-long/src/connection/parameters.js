import { PgsealError, unreachable } from '../errors.js';
import { statementDataKey } from '../seal/data-key.js';
import { termLength } from '../seal/eq-term.js';
import { makeTerm } from '../seal/make-term.js';
import { sealValue } from '../seal/seal-value.js';
import { encodeSealedRecord } from '../seal/sealed-record.js';
import { readArray, writeByteaArray } from '../types/array.js';
import { codecs } from '../types/codecs.js';
import { assignment, equalityOperand } from '../types/conversion.js';
import { typeNumbers } from '../types/logical-type.js';
import { orderOperand } from '../types/order-operands.js';
import { termForm } from '../types/term-form.js';
import { formatOf } from './opener.js';
import { applyCasts, eachLeaf, operandValue, readsRow } from './operand-value.js';
import { orderTerm } from './order-terms.js';
import { ordinals } from './ordinals.js';
import { evaluatedCell, isOfNoRow, rowRecord, rowTenant } from './row-record.js';
import { givenTokens, noTokenKeys, refuseTokenCompared } from './tokens.js';
const noRecord = Buffer.alloc(0);
const byteaOid = 17;
const byteaArrayOid = 1001;
const notNull = Buffer.alloc(0);
/** OIDs to declare in Parse: a sealed parameter can enter nothing but its own type, so none can reach a plain column. */
export function declaredOids(plan) {
    return plan.parameters.map((parameter) => {
        switch (parameter.role) {
            case 'plain':
            case 'given':
            case 'unused':
                return parameter.declaredOid;
            case 'evaluated':
                return parameter.typeOid;
            case 'term':
                return parameter.operand.array ? byteaArrayOid : byteaOid;
            case 'ordinal':
                return parameter.operand.array ? typeNumbers.int4.arrayOid : typeNumbers.int4.oid;
            case 'null-test':
                return byteaOid;
            case 'seal':
            case 'constant':
                return physicalOid(parameter.target);
            default:
                return unreachable(parameter);
        }
    });
}
/** True when the statement holds constants that are to be sealed or compared. */
export function hasConstants(plan) {
    let has = false;
    for (const parameter of plan.parameters) {
        if (!('operand' in parameter) || parameter.operand === undefined)
            continue;
        eachLeaf(parameter.operand, ({ source }) => {
            has ||= source.from === 'constant';
        });
    }
    return has;
}
/** Reads the constants of a statement as PostgreSQL does when it parses them: a bad one fails Parse, not Bind. */
export function checkConstants(plan, settings) {
    for (const parameter of plan.parameters) {
        if (!('operand' in parameter) || parameter.operand === undefined)
            continue;
        eachLeaf(parameter.operand, (leaf) => checkConstant(leaf, settings));
    }
}
function checkConstant({ source, type, array }, settings) {
    if (source.from !== 'constant' || source.text === null)
        return;
    const codec = codecs[type.name];
    const texts = array ? readArray(source.text, false, typeNumbers[type.name].oid).elements : [source.text];
    for (const text of texts)
        if (text !== null)
            codec.fromText(text, -1, settings);
}
/**
 * The server's values for one execution of the plan. Throws the error that PostgreSQL would have for a value that its
 * type refuses, and what the key ring throws. A Promise only when data keys must be asked for.
 */
export function serverValues(plan, client, settings, keyRing, evaluated = [], tokenKeys = noTokenKeys) {
    const stored = plan.parameters.map((parameter) => {
        const form = storedForm(parameter, client, settings);
        return parameter.role === 'seal' && reachesNoRow(plan, parameter.row, client) ? null : form;
    });
    const records = sealedRecords(plan, client, settings, stored, evaluated);
    const tokens = givenTokens(plan, stored, (row) => records[row].record, tokenKeys);
    const finish = (keys) => assemble(plan, client, settings, stored, records, tokens, keys, keyRing, evaluated);
    const keys = dataKeys(plan, stored, records, tokens, keyRing);
    return keys instanceof Promise ? keys.then(finish) : finish(keys);
}
function reachesNoRow(plan, row, client) {
    const record = plan.records[row];
    return record !== undefined && isOfNoRow(record, client);
}
/** Throws the error that PostgreSQL would have for a value that is to be sealed and that its type refuses. */
export function checkValues(plan, client, settings) {
    for (const parameter of plan.parameters)
        storedForm(parameter, client, settings);
}
const unnamedRow = { record: noRecord, tenant: '' };
/** Of each row in which anything but NULL is sealed, by row number. */
function sealedRecords(plan, client, settings, stored, evaluated) {
    const records = [];
    plan.parameters.forEach((parameter, index) => {
        if (parameter.role !== 'seal' || stored[index] === null || records[parameter.row] !== undefined)
            return;
        const record = plan.records[parameter.row];
        if (record === undefined && parameter.target.hasRecord) {
            throw new PgsealError('internal', {}, { logDetail: 'a row without a record' });
        }
        records[parameter.row] =
            record === undefined
                ? unnamedRow
                : {
                    record: rowRecord(record, client, settings, evaluated),
                    tenant: rowTenant(record, client, settings, evaluated),
                };
    });
    return records;
}
/** Stored form in the column's type of what is to be sealed; undefined for other roles; null is SQL NULL. */
function storedForm(parameter, client, settings) {
    if (parameter.role !== 'seal' && parameter.role !== 'constant')
        return undefined;
    // Known once the rows are.
    if (readsRow(parameter.operand))
        return undefined;
    const value = operandValue(parameter.operand, client, settings);
    if (value === null)
        return null;
    const type = parameter.operand.casts.at(-1) ?? parameter.operand.type;
    const { logical } = parameter.target;
    // A constant beside a column takes the column's type, not its length or scale.
    const convert = assignment(type.name, parameter.role === 'constant' ? { ...logical, typmod: -1 } : logical);
    if (convert === undefined)
        throw unconvertible(parameter.target);
    return convert(value, settings);
}
/** One data key a row and named key, for rows in which anything but NULL is sealed under it. */
function dataKeys(plan, stored, records, tokens, keyRing) {
    const wanted = new Map();
    plan.parameters.forEach((parameter, index) => {
        if (parameter.role !== 'seal' || stored[index] === null || tokens?.[index] !== undefined)
            return;
        const { namedKey } = parameter.target.column;
        let entry = wanted.get(namedKey);
        if (entry === undefined) {
            entry = { rows: [], contexts: [], seen: new Set() };
            wanted.set(namedKey, entry);
        }
        if (entry.seen.has(parameter.row))
            return;
        entry.seen.add(parameter.row);
        entry.rows.push(parameter.row);
        const { record, tenant } = records[parameter.row];
        entry.contexts.push({ table: parameter.target.table, record: record.toString('utf8'), tenant });
    });
    const result = new Map();
    let waiting;
    for (const [namedKey, { rows, contexts }] of wanted) {
        const place = (keys) => {
            const byRow = [];
            rows.forEach((row, i) => {
                byRow[row] = keys[i];
            });
            result.set(namedKey, byRow);
        };
        const keys = keyRing.generate(namedKey, contexts);
        if (keys instanceof Promise)
            (waiting ??= []).push(keys.then(place));
        else
            place(keys);
    }
    return waiting === undefined ? result : Promise.all(waiting).then(() => result);
}
function assemble(plan, client, settings, stored, records, tokens, keys, keyRing, evaluated) {
    const remember = plan.results?.some((result) => result !== undefined) === true;
    const sealedHere = remember ? new Map() : undefined;
    const opensAll = plan.results?.every((result) => result === undefined || result.reading.as === 'value') === true;
    let constantKey;
    const formats = [];
    const values = plan.parameters.map((parameter, index) => {
        switch (parameter.role) {
            case 'plain':
                formats.push(formatOf(client.formats, parameter.index));
                return client.values[parameter.index] ?? null;
            case 'given': {
                const { operand } = parameter;
                formats.push(operand === undefined ? 0 : 1);
                if (operand === undefined)
                    return parameter.text;
                const value = operandValue(operand, client, settings);
                return value === null ? null : codecs[(operand.casts.at(-1) ?? operand.type).name].toBinary(value);
            }
            case 'unused':
                formats.push(0);
                return null;
            case 'evaluated':
                formats.push(1);
                return evaluatedCell(evaluated, parameter);
            case 'term':
                formats.push(1);
                return parameter.operand.array
                    ? termArray(parameter, client, settings, keyRing)
                    : term(parameter, client, settings, keyRing);
            case 'ordinal':
                formats.push(1);
                return ordinals(parameter, client, settings);
            case 'null-test':
                formats.push(1);
                return operandValue(parameter.operand, client, settings) === null ? null : notNull;
            case 'seal':
            case 'constant': {
                formats.push(1);
                const value = stored[index];
                if (value === null || value === undefined)
                    return null;
                const { target } = parameter;
                const token = tokens?.[index];
                if (token !== undefined)
                    return encodeSealedRecord(target.physical, token.envelope, token.terms);
                if (parameter.role === 'constant')
                    constantKey ??= statementDataKey();
                const key = parameter.role === 'constant' ? constantKey : keys.get(target.column.namedKey)?.[parameter.row];
                if (key === undefined)
                    throw new PgsealError('internal', {}, { logDetail: 'a row without a data key' });
                const terms = target.column.terms.map((name) => storedTerm(name, target, value, keyRing));
                const record = parameter.role === 'constant' ? noRecord : records[parameter.row].record;
                const envelope = sealValue(target.column, key, record, value, terms);
                if (parameter.role === 'seal' && (opensAll || isClients(parameter.operand, plan))) {
                    sealedHere?.set(envelope.toString('latin1'), value);
                }
                return encodeSealedRecord(target.physical, envelope, terms);
            }
            default:
                return unreachable(parameter);
        }
    });
    return { formats, values, sealedHere: sealedHere?.size === 0 ? undefined : sealedHere, constantKey };
}
/**
 * True for what the client itself has given. Values that were opened to be sealed anew stand behind the client's own: a user
 * who may not open them does not get them back as values of his statement.
 */
function isClients(operand, plan) {
    let is = true;
    eachLeaf(operand, ({ source }) => {
        is &&= source.from === 'constant' || (source.from === 'parameter' && source.index < plan.clientParameters.length);
    });
    return is;
}
/** A term of a stored form in the column's type. */
function storedTerm(name, target, stored, keyRing) {
    const form = termForm(name, target.logical);
    if (form === undefined)
        throw new PgsealError('indexKeyMissing', { column: target.column.label });
    return makeTerm(name, indexKey(target, keyRing), form(stored));
}
function indexKey(target, keyRing) {
    const key = target.indexKeyId === undefined ? undefined : keyRing.indexKey(target.indexKeyId);
    if (key === undefined)
        throw new PgsealError('indexKeyMissing', { column: target.column.label });
    return key;
}
function compared({ operand, target, term: name }, value, settings, keyRing) {
    const type = operand.casts.at(-1) ?? operand.type;
    if (name === 'ord') {
        const place = orderOperand(type.name, target.logical);
        if (place === undefined)
            throw unconvertible(target);
        return orderTerm(place(value, settings), target, indexKey(target, keyRing));
    }
    const convert = equalityOperand(type.name, target.logical);
    if (convert === undefined)
        throw unconvertible(target);
    const stored = convert(value, settings);
    if (stored !== undefined)
        refuseTokenCompared(target.column.label, stored);
    // 16 bytes that no value of the column has: the operand can equal none of them.
    return stored === undefined ? Buffer.alloc(termLength) : storedTerm('eq', target, stored, keyRing);
}
function term(parameter, client, settings, keyRing) {
    const value = operandValue(parameter.operand, client, settings);
    return value === null ? null : compared(parameter, value, settings, keyRing);
}
/** A bytea[] in binary of the terms of the array's elements; NULL elements stay NULL (pitfall B15). */
function termArray(parameter, client, settings, keyRing) {
    const { operand } = parameter;
    const { source, type } = operand;
    const given = givenArray(operand, client);
    if (given === undefined || given === null)
        return null;
    const binary = source.from === 'parameter' && formatOf(client.formats, source.index) === 1;
    const array = readArray(given, binary, typeNumbers[type.name].oid);
    const codec = codecs[type.name];
    const terms = array.elements.map((element) => {
        if (element === null)
            return null;
        const stored = binary ? codec.fromBinary(element, type.typmod) : codec.fromText(element, type.typmod, settings);
        return compared(parameter, applyCasts(operand, stored, settings), settings, keyRing);
    });
    return writeByteaArray(terms, array.dimensions);
}
function givenArray({ source }, client) {
    if (source.from === 'constant')
        return source.text;
    return source.from === 'parameter' ? client.values[source.index] : undefined;
}
function physicalOid(target) {
    if (target.physical === undefined)
        throw new PgsealError('internal', {}, { logDetail: 'a target without a type' });
    return target.physical.oid;
}
function unconvertible(target) {
    return new PgsealError('internal', {}, { logDetail: `no conversion into ${target.column.label}` });
}
//# sourceMappingURL=parameters.js.map