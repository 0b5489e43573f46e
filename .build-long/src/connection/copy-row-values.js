import { readSealedRecord } from '../seal/sealed-record.js';
/**
 * In text and csv as record_in reads it, `(1,\\x01...,\\x...)`, escaped as the format has it. Neither of both ever is the
 * text of NULL or DEFAULT: csv quotes it, and in text it holds escapes that no such text can end with.
 */
export function sealedWriter(options) {
    if (options.format === 'binary') {
        return (writer, _target, record) => {
            writer.int32(record.length);
            writer.raw(record);
        };
    }
    const escaped = options.format === 'csv' ? csvEscaped(options) : textEscaped(options);
    const [open, next, close] = [escaped('(1,\\\\x'), escaped(',\\\\x'), escaped(')')];
    const hex = hexSafe(options) ? (text) => text : escaped;
    const around = options.format === 'csv' ? String.fromCharCode(options.quote) : '';
    return (writer, { physical, column }, record) => {
        const { envelope, terms } = readSealedRecord(physical, record, 0, record.length, column.label);
        writer.ascii(around + open);
        writer.ascii(hex(envelope.toString('hex')));
        for (const [at, term] of terms.entries()) {
            // Trigrams are an array, not bytes.
            if (physical.terms[at].name === 'tri')
                writer.ascii(escaped(`,${numbersText(term)}`));
            else
                writer.ascii(next + hex(term.toString('hex')));
        }
        writer.ascii(close + around);
    };
}
/** An int4[] in binary as an attribute of a record's text, its commas escaped. */
function numbersText(array) {
    const numbers = [];
    for (let at = 24; at + 4 <= array.length; at += 8)
        numbers.push(array.readInt32BE(at));
    return `{${numbers.join('\\,')}}`;
}
function textEscaped({ delimiter }) {
    return (text) => escapeAll(text, new Set(['\\', String.fromCharCode(delimiter)]), '\\');
}
function csvEscaped({ quote, escaping }) {
    const escapes = String.fromCharCode(escaping);
    return (text) => escapeAll(text, new Set([String.fromCharCode(quote), escapes]), escapes);
}
function escapeAll(text, special, escaping) {
    let escaped = '';
    for (const character of text)
        escaped += special.has(character) ? escaping + character : character;
    return escaped;
}
/** True when no digit means anything to the format. */
function hexSafe({ format, quote, escaping }) {
    if (format === 'text')
        return true;
    return ![quote, escaping].some((byte) => '0123456789abcdef'.includes(String.fromCharCode(byte)));
}
//# sourceMappingURL=copy-row-values.js.map