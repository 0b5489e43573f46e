import { registerColumn } from '../control/column-registry.js';
import { notifyInstances } from '../control/instance-table.js';
import { physicalTypeName } from '../control/physical-type.js';
import { quoteIdent } from '../control/quote.js';
import { PgsealError } from '../errors.js';
import { parseEnvelope } from '../seal/envelope.js';
import { openValue } from '../seal/open-value.js';
import { indexTerms, typeOf } from './apply-plan.js';
import { carriedIndexes, orderIndexes } from './carry-index.js';
import { readBefore, rememberBefore } from './column-before.js';
import { inTransaction } from './in-transaction.js';
import { recordColumns } from './record-facts.js';
import { remakeTable } from './remake/remake.js';
import { rowOf, sealBatch, sendFunctions, storedForm, termsOfValue, } from './seal-rows.js';
import { readTableFacts } from './table-facts.js';
import { awaitInstances } from './table-hold.js';
/** Rejects as remakeTable does, and with remakeWaits when a serving process does not load the map. */
export async function sealOnline(session, place, target) {
    const { database, keyRing, online, onProgress } = place;
    const { table, relation, columns } = target;
    // From here on the columns count as being sealed: processes with the new map serve them, as the plain ones that they are.
    await inTransaction(session, async () => {
        for (const { registration } of columns)
            await registerColumn(session, { ...registration, state: 'sealing' });
        await notifyInstances(session, 'columns');
    });
    const labels = columns.map(({ registration }) => registration.label);
    const names = columns.map(({ toSeal }) => toSeal.column.name);
    const before = await readBefore(session, (await readTableFacts(session, table.schema, table.name)), names);
    const change = sealChange(keyRing, target);
    return remakeTable({
        database,
        relation,
        table: table.mapName,
        labels,
        change: {
            ...change,
            swapped: async (within, to, positions) => {
                await change.swapped(within, to, positions);
                await rememberBefore(within, before, table, columns.map(({ toSeal }) => toSeal.column));
            },
        },
        ...online,
        onProgress,
        beforeSwap: async () => {
            const served = labels.map((label) => `${label} sealing`);
            const limits = { milliseconds: online.patienceMs, signal: online.signal };
            if ((await awaitInstances(database, served, limits, online.onLagging)) || online.signal?.aborted === true)
                return;
            throw new PgsealError('remakeWaits', { table: table.mapName, reason: 'a serving process has not loaded the map' });
        },
    });
}
/** What sealing these columns makes of the table. */
export function sealChange(keyRing, { bound, columns }) {
    const toSeal = columns.map((column) => column.toSeal);
    const parts = toSeal.map(({ sealed }) => 1 + sealed.terms.length);
    return {
        kind: 'seal',
        changes: toSeal.map(columnChange),
        extra: recordColumns(bound.record, sendFunctions, 't.').map((text) => text.replace(/ as r\d+$/, '')),
        target: JSON.stringify([
            bound.table,
            columns.map(({ registration: { relation, position, state, ...rest } }) => rest),
        ]),
        make: async (rows) => {
            const sealed = await sealBatch(keyRing, bound, toSeal, rows.map((row) => batchRow(row, toSeal.length, bound)));
            return rows.map((_, row) => toSeal.flatMap((_column, at) => {
                const value = sealed[at][row];
                if (value === undefined)
                    return new Array(parts[at]).fill(null);
                return [value.envelope, ...value.terms];
            }));
        },
        verify: async (rows) => {
            const failures = [];
            await Promise.all(rows.map(async (row) => {
                let first = 0;
                const { record, tenant } = rowOf(bound.record, batchRow(row, toSeal.length, bound));
                for (const [at, column] of toSeal.entries()) {
                    const made = Array.from({ length: parts[at] }, (_, which) => row[`m${first + which}`]);
                    first += parts[at];
                    const context = { table: bound.table, record: record.toString('utf8'), tenant };
                    const reason = await wrong(keyRing, column, context, row[`s${at}`], made, record);
                    if (reason !== undefined)
                        failures.push({ label: column.sealed.label, place: String(row.k0), reason });
                }
            }));
            return failures;
        },
        indexes: (facts) => {
            const terms = indexTerms(toSeal.map(({ column }) => column));
            const ordered = toSeal.filter(({ sealed }) => sealed.terms.includes('ord')).map(({ column }) => column.name);
            return [...carriedIndexes(facts, terms).flatMap(({ create }) => create), ...orderIndexes(facts, ordered)];
        },
        swapped: async (session, relation, positions) => {
            for (const { registration } of columns) {
                const position = positions.get(registration.columnName) ?? null;
                await registerColumn(session, { ...registration, relation, position, state: 'sealed' });
            }
        },
    };
    function columnChange({ column, sealed }) {
        const name = quoteIdent(column.name);
        const type = `pgseal.${physicalTypeName(typeOf(column))}`;
        return {
            name: column.name,
            type,
            source: [`pg_catalog.${sendFunctions[column.type]}(t.${name})`],
            parts: ['bytea', ...sealed.terms.map(() => 'bytea')],
            assemble: (given) => `case when ${given[0]} is not null then row('1'::json, ${given.join(', ')})::${type} end`,
            made: [`(n.${name}).c::bytea`, ...sealed.terms.map((term) => `(n.${name}).${term}::bytea`)],
            check: `${name} is null or ${name} is not null`,
        };
    }
    function batchRow(row, values, { record }) {
        const given = {};
        for (let at = 0; at < values; at += 1)
            given[`v${at}`] = row[`s${at}`] ?? null;
        for (let at = 0; at < (record?.columns.length ?? 0); at += 1)
            given[`r${at}`] = row[`x${at}`] ?? null;
        return given;
    }
}
/** Why a value of the new table is not what the old one holds; undefined when it is. */
async function wrong(keyRing, column, context, source, [bytes, ...terms], record) {
    const { sealed } = column;
    if (source === null || bytes === null || bytes === undefined) {
        return source === null && (bytes ?? null) === null ? undefined : 'one is NULL and the other is not';
    }
    const envelope = parseEnvelope(bytes, sealed.label);
    if (!envelope.record.equals(record))
        return "the record is not the row's own";
    const present = terms;
    const stored = storedForm(column, source);
    let opened;
    try {
        const key = await keyRing.open(sealed.namedKey, envelope.keyPart, context, sealed.label);
        opened = openValue(sealed, envelope, key, present);
    }
    catch (error) {
        if (!(error instanceof PgsealError) || error.errorName !== 'openFailed')
            throw error;
        return error.logDetail ?? 'it does not open';
    }
    const same = opened.equals(stored);
    opened.fill(0);
    if (!same)
        return 'it holds another value';
    const expected = termsOfValue(keyRing, column, stored);
    return expected.every((term, at) => term.equals(present[at])) ? undefined : 'its terms are of another value';
}
//# sourceMappingURL=seal-online.js.map