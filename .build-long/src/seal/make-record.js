import { PgsealError } from '../errors.js';
import { maxRecordLength } from './envelope.js';
/**
 * The bytes of a row's record: literals[0], texts[0], literals[1], ... in UTF-8, where `%`, `/`, `{` and `}` of a text are
 * written as `%25`, `%2F`, `%7B` and `%7D`. There is one literal more than there are texts. Throws recordLength when it is
 * longer than an envelope holds, or empty, which an envelope has for a row without a record: there the one literal is empty
 * too.
 */
export function makeRecord(literals, texts) {
    if (literals.length === 1 && literals[0] === '')
        return withoutTemplate;
    const parts = [];
    for (const [at, literal] of literals.entries()) {
        parts.push(Buffer.from(literal, 'utf8'));
        const text = texts[at];
        if (text !== undefined)
            parts.push(escaped(text));
    }
    const record = Buffer.concat(parts);
    if (record.length === 0 || record.length > maxRecordLength) {
        throw new PgsealError('recordLength', { limit: String(maxRecordLength) });
    }
    return record;
}
const withoutTemplate = Buffer.alloc(0);
const escapes = { 37: '%25', 47: '%2F', 123: '%7B', 125: '%7D' };
function escaped(text) {
    if (!text.some((byte) => escapes[byte] !== undefined))
        return text;
    return Buffer.from(text.toString('latin1').replace(/[%/{}]/g, (one) => escapes[one.charCodeAt(0)]), 'latin1');
}
//# sourceMappingURL=make-record.js.map