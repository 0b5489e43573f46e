import { PgsealError } from '../errors.js';
import { parseEnvelope } from '../seal/envelope.js';
import { openValue } from '../seal/open-value.js';
import { readSealedRecord } from '../seal/sealed-record.js';
import { codecs } from '../types/codecs.js';
import { assignment } from '../types/conversion.js';
import { logicalTypeOfOid } from '../types/logical-type.js';
import { formatOf } from './opener.js';
import { carriedValues } from './ordinals.js';
import { rowRecord, rowTenant } from './row-record.js';
const noRecord = Buffer.alloc(0);
const noValues = { formats: [], values: [] };
/** The record that a row of the SELECT has. */
export function recordOf({ rule, table, columns }, row) {
    return { rule, table, values: columns.map((column) => ({ from: 'evaluated', row, column })) };
}
/** The record that it gets. `columns`: where `newRecordValues` put those that the SELECT computed. */
export function newRecordOf(record, { values }, row) {
    const { rule, table, columns } = record;
    return {
        rule,
        table,
        values: values.map((value, at) => {
            if (value.from === 'operand')
                return value;
            return { from: 'evaluated', row, column: value.from === 'kept' ? columns[at] : value.column };
        }),
    };
}
/**
 * The rows with the computed columns of their new records as PostgreSQL would assign them, in binary of the columns' types,
 * and the OIDs of these types by column of the SELECT. Throws where that is not known, and as PostgreSQL for bad values.
 */
export function assignedRows(record, { values }, fields, rows, settings) {
    const types = new Map();
    const converts = values.flatMap((value, at) => {
        if (value.from !== 'column')
            return [];
        const { name, type, typeOid } = record.rule.columns[at];
        const field = fields[value.column];
        const from = field === undefined ? undefined : logicalTypeOfOid(field.typeOid);
        const convert = from === undefined ? undefined : assignment(from, type);
        if (from === undefined || convert === undefined) {
            const reason = `the value of column "${name}" is of a type that is not served`;
            throw new PgsealError('recordNotKnown', { table: record.table, template: record.rule.template, reason });
        }
        types.set(value.column, typeOid);
        const assigned = (bytes) => codecs[type.name].toBinary(convert(codecs[from].fromBinary(bytes, field.typeModifier), settings));
        return [{ column: value.column, assigned }];
    });
    if (converts.length === 0)
        return { rows, types };
    return {
        rows: rows.map((row) => {
            const changed = [...row];
            for (const { column, assigned } of converts) {
                const value = row[column];
                if (value !== null && value !== undefined)
                    changed[column] = assigned(value);
            }
            return changed;
        }),
        types,
    };
}
/** The stored forms of what `reseals` names in each row; null is SQL NULL. Rejects with openFailed, and as the key ring. */
export async function openedRows(keyRing, record, { reseals }, rows, settings) {
    if (reseals.length === 0)
        return rows.map(() => []);
    return await Promise.all(rows.map(async (row, at) => {
        const of = recordOf(record, at);
        const bytes = rowRecord(of, noValues, settings, rows);
        const tenant = rowTenant(of, noValues, settings, rows);
        // The values of a row mostly share a data key.
        const keys = new Map();
        return await Promise.all(reseals.map(({ target, column }) => {
            const stored = row[column] ?? null;
            return stored === null ? null : opened(keyRing, keys, target, stored, bytes, tenant);
        }));
    }));
}
/** The stored forms of what `copies` names in each row; null is SQL NULL. Rejects with openFailed, and as the key ring. */
export async function openedCopies(keyRing, copies, rows) {
    return await Promise.all(rows.map(async (row) => {
        const keys = new Map();
        return await Promise.all(copies.map(({ source, column }) => {
            const stored = row[column] ?? null;
            return stored === null ? null : opened(keyRing, keys, source, stored, noRecord, '');
        }));
    }));
}
/**
 * In each row what values are computed from, in binary of its type; null is SQL NULL. `record`: what values of the updated row
 * are bound to. Rejects with openFailed, and as the key ring.
 */
export async function readRows(keyRing, { reads, record }, rows, client, settings) {
    const lists = reads.map(({ carried }) => (carried === undefined ? [] : carriedValues(carried, client, settings)));
    const bindsRow = reads.some(({ own, sealed }) => own && sealed !== undefined);
    return await Promise.all(rows.map(async (row, at) => {
        const of = record === undefined || !bindsRow ? undefined : recordOf(record, at);
        const bytes = of === undefined ? noRecord : rowRecord(of, noValues, settings, rows);
        const tenant = of === undefined ? '' : rowTenant(of, noValues, settings, rows);
        const keys = new Map();
        return await Promise.all(reads.map(async ({ column, sealed, own, carried, type }, index) => {
            const stored = row[column] ?? null;
            if (stored !== null && carried !== undefined) {
                const value = lists[index][stored.readInt32BE() - 1] ?? null;
                return value === null ? null : codecs[type.name].toBinary(value);
            }
            if (stored === null || sealed === undefined)
                return stored;
            const form = await opened(keyRing, keys, sealed, stored, own ? bytes : noRecord, own ? tenant : '');
            return codecs[sealed.logical.name].toBinary(form);
        }));
    }));
}
async function opened(keyRing, keys, target, stored, record, tenant) {
    const { label, namedKey } = target.column;
    const { envelope: bytes, terms } = readSealedRecord(target.physical, stored, 0, stored.length, label);
    const envelope = parseEnvelope(bytes, label);
    if (!envelope.record.equals(record)) {
        throw new PgsealError('openFailed', { column: label }, { logDetail: 'record mismatch: the value is of another row' });
    }
    const context = { table: target.table, record: record.toString('utf8'), tenant };
    const name = `${namedKey} ${envelope.keyPartBytes.toString('latin1')}`;
    const key = keys.get(name) ?? keyRing.open(namedKey, envelope.keyPart, context, label);
    keys.set(name, key);
    return openValue(target.column, envelope, await key, terms);
}
/**
 * The opened values as if the client had given them: its values with these behind, and for each row the parameters that seal
 * them. What is sealed in the row has the column's type and length already.
 */
export function asClientValues(client, reseals, openedForms) {
    const formats = client.values.map((_, index) => formatOf(client.formats, index));
    const values = [...client.values];
    const parameters = openedForms.map((forms, row) => forms.map((stored, at) => {
        const { target } = reseals[at];
        const index = values.push(stored === null ? null : codecs[target.logical.name].toBinary(stored)) - 1;
        formats.push(1);
        const type = { name: target.logical.name, typmod: -1 };
        return {
            role: 'seal',
            operand: { source: { from: 'parameter', index }, type, casts: [], array: false },
            target,
            row,
        };
    }));
    return { client: { formats, values }, parameters };
}
//# sourceMappingURL=reseal.js.map