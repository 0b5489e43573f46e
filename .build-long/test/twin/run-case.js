import * as send from '../support/client-messages.js';
import { traceLine, traceValue } from '../support/trace.js';
import { inlineParameters } from './case-file.js';
import { batchUpTo, isEarlyError, recordRefusal } from './record-judge.js';
// Fails as a refused statement does: at analysis, with nothing done before.
const failing = 'select pgseal_refuses_this()';
/**
 * Runs a case in one mode on both twins and compares every answer. Tables that it may have changed are put back. With
 * `records` a statement may be refused for the record of a table: the plain twin then gets one that fails in its place, so
 * that the rest of the case finds the same on both sides.
 */
export async function runCase(twins, one, mode, records) {
    const [plain, sealed] = await Promise.all([twins.plain.connect(one.user), twins.sealed.connect(one.user)]);
    const disagreements = [];
    let served = 0;
    let refused = 0;
    const direct = twins.proxy === undefined;
    let at = '';
    let strayed = false;
    try {
        for (const step of stepsOf(one, mode)) {
            at = step.sql;
            const expectsRefusal = step.statements.some((statement) => statement.refused !== undefined);
            const packets = mode === 'binary' && !expectsRefusal ? await binaryPackets(plain, step) : step.packets(undefined);
            let plainPackets = expectsRefusal ? step.plainPackets() : packets;
            const proxied = answer('proxy', sealed, expectsRefusal && direct ? plainPackets : packets);
            const name = records === undefined ? undefined : recordRefusal(await proxied);
            if (name !== undefined) {
                plainPackets = mode === 'batch' ? batchUpTo(step.statements, await proxied, failing) : step.plainPackets();
                strayed = true;
            }
            const [left, right] = await Promise.all([answer('plain', plain, plainPackets), proxied]);
            const ignoreRows = step.statements.some((statement) => statement.ignoreRows);
            const expected = await normal(twins.plain, left, one, ignoreRows);
            const got = await normal(twins.sealed, right, one, ignoreRows);
            if (records !== undefined && name === undefined && isEarlyError(mode, step.sql, expected, got)) {
                records.early += 1;
                served += step.statements.length;
                continue;
            }
            const complaint = name !== undefined || (strayed && !expectsRefusal)
                ? difference(expected, got, name === undefined ? undefined : errorOf(right)?.C)
                : compare(step, expected, got, left, right, direct);
            if (complaint !== undefined)
                disagreements.push(`${one.name} [${mode}] ${step.sql}\n${complaint}`);
            else if (name !== undefined)
                records.refused.set(name, (records.refused.get(name) ?? 0) + 1);
            else if (expectsRefusal)
                refused += 1;
            else
                served += step.statements.length;
        }
    }
    catch (error) {
        disagreements.push(`${one.name} [${mode}] ${at}\n  ${error.message}`);
    }
    finally {
        plain.destroy();
        sealed.destroy();
    }
    if (one.cleanup !== undefined)
        for (const twin of [twins.plain, twins.sealed])
            await twin.admin.rows(one.cleanup);
    if (mayWrite(one))
        await Promise.all([twins.plain.reset(), twins.sealed.reset()]);
    return { mode, statements: one.statements.length, served, refused, disagreements };
}
export function stepsOf(one, mode) {
    if (mode === 'batch') {
        const join = (text) => one.statements.map(text).join(';\n');
        const sql = join(inlineParameters);
        const plainSql = join((statement) => (statement.refused === undefined ? inlineParameters(statement) : failing));
        return [
            {
                sql,
                statements: one.statements,
                packets: () => [send.query(sql), ...one.statements.flatMap(copied)],
                plainPackets: () => [send.query(plainSql)],
            },
        ];
    }
    return one.statements.map((statement) => {
        if (mode === 'simple') {
            const sql = inlineParameters(statement);
            return {
                sql,
                statements: [statement],
                packets: () => [send.query(sql), ...copied(statement)],
                plainPackets: () => [send.query(failing)],
            };
        }
        const resultFormats = mode === 'binary' ? [1] : [];
        return {
            sql: statement.sql,
            statements: [statement],
            packets: (binary) => extended(statement.sql, statement.oids, binary?.values ?? statement.params, binary?.formats ?? [], resultFormats, copied(statement)),
            plainPackets: () => extended(failing, [], [], [], resultFormats),
        };
    });
}
function extended(sql, oids, values, formats, resultFormats, copy = []) {
    return [
        send.parse(sql, { oids }),
        send.describeStatement(),
        send.bind({ values, formats, resultFormats }),
        send.describePortal(),
        send.execute(),
        ...copy,
        send.sync(),
    ];
}
/** Copy data behind the statement, at once: nobody waits for the server's CopyInResponse. */
function copied({ copy, copyFail }) {
    if (copy === undefined)
        return [];
    return [...copy.map(send.copyData), copyFail === undefined ? send.copyDone() : send.copyFail(copyFail)];
}
/** Parameters in binary, as the plain twin's server itself would send them; text where that is not known. */
export async function binaryPackets(plain, step) {
    const [statement] = step.statements;
    if (statement === undefined || statement.params.length === 0 || statement.error !== undefined) {
        return step.packets(undefined);
    }
    const described = await plain.exchange([
        send.parse(statement.sql, { oids: statement.oids }),
        send.describeStatement(),
        send.sync(),
    ]);
    const types = described.find((message) => message.type === 'ParameterDescription');
    if (types?.type !== 'ParameterDescription')
        return step.packets(undefined);
    const values = [];
    const formats = [];
    for (const [index, oid] of types.oids.entries()) {
        const text = statement.params[index] ?? null;
        if (text === null) {
            values.push(null);
            formats.push(0);
            continue;
        }
        const outcome = await plain.extended('select $1', { oids: [oid], values: [text], resultFormats: [1] });
        const binary = outcome.rows[0]?.[0];
        values.push(binary ?? Buffer.from(text));
        formats.push(binary === undefined ? 0 : 1);
    }
    return step.packets({ values, formats });
}
/** All answers up to ReadyForQuery; rejects when a side is silent for too long or closes the connection. */
export async function answer(side, client, packets) {
    const silence = setTimeout(() => client.destroy(), patience);
    try {
        return await client.exchange(packets);
    }
    catch (error) {
        const messages = error.messages ?? [];
        throw new Error(`${side}: ${error.message} after\n${indent(messages.map(traceLine))}`);
    }
    finally {
        clearTimeout(silence);
    }
}
const patience = 10_000;
/** Messages as lines that are equal when the answers are: OIDs of relations become names, rows may be put in order. */
export async function normal(twin, messages, one, ignoreRows) {
    const lines = [];
    let rows = [];
    for (const message of withCopyRows(messages)) {
        if (message.type === 'CopyData') {
            if (!ignoreRows)
                rows.push(`CopyData ${JSON.stringify(message.data.toString('latin1'))}`);
            continue;
        }
        if (message.type === 'DataRow') {
            if (!ignoreRows)
                rows.push(`DataRow ${message.values.map(traceValue).join(' ')}`);
            continue;
        }
        lines.push(...(one.order === 'multiset' ? rows.sort() : rows));
        rows = [];
        if (message.type === 'RowDescription') {
            const origins = [];
            for (const field of message.fields)
                origins.push(await twin.relationName(field.tableOid));
            lines.push(`${traceLine(message)} from ${origins.join(' ')}`);
        }
        else if (message.type === 'ErrorResponse') {
            lines.push(`${traceLine(message)} ${message.fields.n ?? ''}`.trimEnd());
        }
        else if (!(ignoreRows && message.type === 'CommandComplete'))
            lines.push(traceLine(message));
    }
    return lines;
}
/** After a refusal for a record, what a case says of errors and refusals need not hold: both sides must do the same. */
function difference(expected, got, refused) {
    const wanted = refused === undefined ? expected : expected.map((line) => asRefused(line, refused));
    if (wanted.join('\n') === got.join('\n'))
        return undefined;
    return `  expected:\n${indent(wanted)}\n  got:\n${indent(got)}`;
}
function asRefused(line, code) {
    return line.replace('ERROR 42883', `ERROR ${code}`);
}
/** Copy data as one message a line, or one in all where they are binary, however they were sent. */
function withCopyRows(messages) {
    const lines = [];
    let data = [];
    for (const message of messages) {
        if (message.type === 'CopyData') {
            data.push(message.data);
            continue;
        }
        const joined = Buffer.concat(data);
        data = [];
        if (joined.includes('PGCOPY\n'))
            lines.push({ type: 'CopyData', data: joined });
        else if (joined.length > 0) {
            for (const line of joined.toString('latin1').split(/(?<=\n)/)) {
                lines.push({ type: 'CopyData', data: Buffer.from(line, 'latin1') });
            }
        }
        lines.push(message);
    }
    return lines;
}
export function compare(step, expected, got, left, right, direct) {
    const refusal = direct ? undefined : step.statements.find((statement) => statement.refused !== undefined)?.refused;
    const wanted = refusal === undefined ? expected : expected.map((line) => asRefused(line, refusal.code));
    const plainError = errorOf(left);
    const sealedError = errorOf(right);
    const sealedText = sealedError === undefined ? '' : `\n  proxy said: ${sealedError.C} ${sealedError.M}`;
    const detail = sealedError?.D === undefined ? '' : ` (${sealedError.D})`;
    if (wanted.join('\n') !== got.join('\n')) {
        return `  expected:\n${indent(wanted)}\n  got:\n${indent(got)}${sealedText}${detail}`;
    }
    if (refusal !== undefined) {
        const said = `${sealedError?.M} ${sealedError?.D ?? ''}`;
        if (!said.includes(refusal.words))
            return `  refused, but not by name: expected "${refusal.words}"${sealedText}${detail}`;
        return undefined;
    }
    const announced = step.statements.find((statement) => statement.error !== undefined)?.error;
    if (plainError !== undefined && step.statements.every((statement) => statement.refused === undefined)) {
        if (announced !== plainError.C)
            return `  PostgreSQL itself refuses it: ${plainError.C} ${plainError.M}`;
    }
    if (plainError === undefined && announced !== undefined)
        return `  PostgreSQL serves it, the case expects ${announced}`;
    return undefined;
}
export function errorOf(messages) {
    for (const message of messages)
        if (message.type === 'ErrorResponse')
            return message.fields;
    return undefined;
}
const indent = (lines) => lines.map((line) => `    ${line}`).join('\n');
export function mayWrite(one) {
    return one.statements.some(({ sql }) => /\b(insert|update|delete|truncate|merge|copy|create|alter|drop|nextval|call|do)\b/i.test(sql));
}
//# sourceMappingURL=run-case.js.map