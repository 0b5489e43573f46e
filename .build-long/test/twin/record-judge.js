// What tables with a record may answer otherwise than plain ones: a refusal by one of these names, and no more.
import { errorTable } from '../../src/errors.js';
import * as send from '../support/client-messages.js';
import { inlineParameters } from './case-file.js';
const names = ['recordNotKnown', 'recordNotChecked', 'recordColumnSet'];
const patterns = names.map((name) => {
    const { sqlstate, message } = errorTable[name];
    const literal = message.split(/\{\w+\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
    return { name, sqlstate, pattern: new RegExp(`^${literal.join('.+')}$`, 's') };
});
/** The name of a refusal for a record; undefined for every other answer. */
export function recordRefusal(messages) {
    for (const message of messages) {
        if (message.type !== 'ErrorResponse')
            continue;
        const { C, M } = message.fields;
        return patterns.find(({ sqlstate, pattern }) => sqlstate === C && pattern.test(M ?? ''))?.name;
    }
    return undefined;
}
/**
 * What the plain twin is asked in the place of a statement that was refused for its record: in mode batch the statements
 * before it and then `failing`, so that nothing of it, or behind it, is done on either side.
 */
export function batchUpTo(statements, messages, failing) {
    const done = messages.filter(({ type }) => type === 'CommandComplete' || type === 'EmptyQueryResponse').length;
    return [send.query([...statements.slice(0, done).map(inlineParameters), failing].join(';\n'))];
}
/**
 * True where the answers differ only in that an error of the same SQLSTATE came at Bind: defaults that name a row are
 * evaluated there, as docs/sql.md says.
 */
export function isEarlyError(mode, sql, expected, got) {
    if (mode === 'simple' || mode === 'batch' || !/^\s*(with|insert)\b/i.test(sql))
        return false;
    const bind = expected.indexOf('BindComplete');
    const error = expected.findIndex((line) => line.startsWith('ErrorResponse'));
    if (bind === -1 || error === -1 || got.includes('BindComplete'))
        return false;
    if (expected.slice(bind, error).some((line) => line.startsWith('DataRow')))
        return false;
    return [...expected.slice(0, bind), ...expected.slice(error)].join('\n') === got.join('\n');
}
export function recordFiguresText({ refused, early }) {
    const parts = names.map((name) => `${name} ${refused.get(name) ?? 0}`);
    return `refused for the record: ${parts.join(', ')}; errors of defaults in place of BindComplete: ${early}`;
}
//# sourceMappingURL=record-judge.js.map