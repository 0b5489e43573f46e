import { isUtf8 } from 'node:buffer';
import { PgsealError } from '../errors.js';
/** Throws 22021 unless the bytes are UTF-8 without a zero byte, which is what a UTF8 database accepts as text. */
export function requireText(text) {
    if (!isUtf8(text) || text.includes(0))
        throw new PgsealError('invalidEncoding');
}
/** Number of characters in valid UTF-8. */
export function characterCount(text) {
    let count = 0;
    for (const byte of text)
        if ((byte & 0xc0) !== 0x80)
            count++;
    return count;
}
/** Byte offset of the end of the first `count` characters of valid UTF-8. */
export function characterOffset(text, count) {
    let seen = 0;
    for (let offset = 0; offset < text.length; offset++) {
        if ((text[offset] & 0xc0) !== 0x80 && seen++ === count)
            return offset;
    }
    return text.length;
}
/** C's isspace in the C locale. */
export function isSpace(byte) {
    return byte === 0x20 || (byte >= 0x09 && byte <= 0x0d);
}
/** Text without the white space that C's isspace sees around it. For input whose every spelling is ASCII. */
export function trimmedLatin(text) {
    let start = 0;
    let end = text.length;
    while (start < end && isSpace(text[start]))
        start++;
    while (end > start && isSpace(text[end - 1]))
        end--;
    return text.toString('latin1', start, end);
}
//# sourceMappingURL=characters.js.map