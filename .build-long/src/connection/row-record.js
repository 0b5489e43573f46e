// The record of a row that is about to be written, from the parts that the plan names.
import { PgsealError } from '../errors.js';
import { makeRecord } from '../seal/make-record.js';
import { codecs } from '../types/codecs.js';
import { assignment } from '../types/conversion.js';
import { recordText } from '../types/record-text.js';
import { operandValue } from './operand-value.js';
/** UTF-8 bytes of the record. Throws as PostgreSQL does for a value that the column refuses, NULL included (23502). */
export function rowRecord(record, client, settings, evaluated) {
    const { literals, columns } = record.rule;
    const parts = columns.slice(0, literals.length - 1);
    return makeRecord(literals, parts.map((_, at) => partText(record, at, client, settings, evaluated)));
}
/** The tenant whose keys are to seal the row; '' where the table has none. Throws as rowRecord, and tenantEmpty. */
export function rowTenant(record, client, settings, evaluated) {
    const { columns, tenantAt } = record.rule;
    if (tenantAt === -1)
        return '';
    const tenant = partText(record, tenantAt, client, settings, evaluated).toString('utf8');
    // The keys of no tenant have this name.
    if (tenant === '')
        throw new PgsealError('tenantEmpty', { column: columns[tenantAt].name, table: record.table });
    return tenant;
}
function partText(record, at, client, settings, evaluated) {
    const { name, type } = record.rule.columns[at];
    const value = record.values[at];
    if (value.from === 'compared') {
        const given = operandValue(value.operand, client, settings);
        if (given === null)
            throw new PgsealError('internal', {}, { logDetail: 'the record of a row that cannot be' });
        return recordText((value.operand.casts.at(-1) ?? value.operand.type).name, given);
    }
    const stored = storedValue(value, type, client, settings, evaluated);
    if (stored === null)
        throw new PgsealError('recordColumnNull', { column: name, table: tableName(record) });
    return recordText(type.name, stored);
}
/** True where a column of the record is compared with NULL: no row is written, so nothing is to be sealed for it. */
export function isOfNoRow(record, client) {
    return record.values.some((value) => {
        if (value.from !== 'compared')
            return false;
        const { source } = value.operand;
        // A value that is not there at all is no NULL.
        return ((source.from === 'constant'
            ? source.text
            : source.from === 'parameter'
                ? client.values[source.index]
                : undefined) === null);
    });
}
function storedValue(value, type, client, settings, evaluated) {
    if (value.from === 'evaluated') {
        const bytes = evaluatedCell(evaluated, value);
        return bytes === null ? null : codecs[type.name].fromBinary(bytes, type.typmod);
    }
    const given = operandValue(value.operand, client, settings);
    if (given === null)
        return null;
    const from = value.operand.casts.at(-1) ?? value.operand.type;
    const convert = assignment(from.name, type);
    if (convert === undefined)
        throw new PgsealError('internal', {}, { logDetail: 'a record of an unknown conversion' });
    return convert(given, settings);
}
/** Throws where the hidden statement gave no such cell: nothing stands in for a value. */
export function evaluatedCell(evaluated, { row, column }) {
    const cell = evaluated[row]?.[column];
    if (cell === undefined)
        throw new PgsealError('internal', {}, { logDetail: 'a default that was not evaluated' });
    return cell;
}
function tableName({ table }) {
    return table.slice(table.indexOf('.') + 1);
}
//# sourceMappingURL=row-record.js.map