import { PgsealError } from '../errors.js';
import { same, sqlName } from './binary-form.js';
import { characterCount, characterOffset, requireText } from './characters.js';
// Stored form of the three: the characters as UTF-8; those of char(n) padded with blanks to n characters.
const blank = 0x20;
function tooLong(type, length) {
    return new PgsealError('valueTooLong', { type: `${sqlName[type]}(${length})` });
}
/** End of the text without its trailing blanks. */
function endWithoutBlanks(text) {
    let end = text.length;
    while (end > 0 && text[end - 1] === blank)
        end--;
    return end;
}
export function withoutTrailingBlanks(text) {
    const end = endWithoutBlanks(text);
    return end === text.length ? text : text.subarray(0, end);
}
/**
 * Valid text as varchar(n) holds it. Blanks beyond n are cut without a word, as PostgreSQL does; anything else beyond n is
 * 22001, or is cut when `truncate` is set (an explicit cast).
 */
export function fitVarchar(text, typmod, truncate) {
    const length = typmod - 4;
    if (length < 0 || text.length <= length)
        return text;
    const end = characterOffset(text, length);
    if (end === text.length)
        return text;
    if (!truncate && endWithoutBlanks(text) > end)
        throw tooLong('varchar', length);
    return text.subarray(0, end);
}
/** Valid text as char(n) holds it: cut like varchar(n), then padded with blanks to n characters. Without n: as it is. */
export function fitBpchar(text, typmod, truncate) {
    const length = typmod - 4;
    if (length < 0)
        return text;
    const count = characterCount(text);
    if (count === length)
        return text;
    if (count < length) {
        const padded = Buffer.alloc(text.length + length - count, blank);
        text.copy(padded);
        return padded;
    }
    const end = characterOffset(text, length);
    if (!truncate && endWithoutBlanks(text) > end)
        throw tooLong('bpchar', length);
    return text.subarray(0, end);
}
function codec(fit, comparisonForm) {
    const read = (bytes, typmod) => {
        requireText(bytes);
        return fit(bytes, typmod);
    };
    return { fromText: read, fromBinary: read, toText: same, toBinary: same, comparisonForm };
}
export const text = codec((value) => value, same);
export const varchar = codec((value, typmod) => fitVarchar(value, typmod, false), same);
export const bpchar = codec((value, typmod) => fitBpchar(value, typmod, false), withoutTrailingBlanks);
//# sourceMappingURL=text.js.map