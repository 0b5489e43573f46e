// Rows of COPY FROM that are lines: text and csv.
import { CopyRows, wrongData } from './copy-rows.js';
const newline = 0x0a;
const carriageReturn = 0x0d;
const backslash = 0x5c;
const dot = 0x2e;
/** Rows that are lines: what text and csv have in common. */
class CopyLines extends CopyRows {
    style;
    lineEnd = 'unknown';
    constructor(style) {
        super();
        this.style = style;
    }
    isNull(field) {
        return this.is(field, this.style.nullText);
    }
    isDefault(field) {
        return this.is(field, this.style.defaultText);
    }
    /** Bytes of the line end at `at`; undefined when more must arrive. Throws for one of another kind than the first. */
    lineEndAt(at, quoted) {
        const known = this.lineEnd;
        if (this.bytes[at] === newline) {
            if (known === 'cr' || known === 'crlf')
                throw wrongData(`${quoted} newline found in data`);
            this.lineEnd = 'lf';
            return 1;
        }
        if (known === 'lf')
            throw wrongData(`${quoted} carriage return found in data`);
        if (known === 'cr')
            return 1;
        if (at + 1 >= this.bytes.length && !this.ended)
            return undefined;
        if (this.bytes[at + 1] === newline) {
            this.lineEnd = 'crlf';
            return 2;
        }
        if (known === 'crlf')
            throw wrongData(`${quoted} carriage return found in data`);
        this.lineEnd = 'cr';
        return 1;
    }
    /** Whether "\." at `at` stands alone on its line; undefined when more must arrive. */
    isEndMarker(at) {
        if (at + 2 >= this.bytes.length)
            return this.ended ? at + 2 === this.bytes.length : undefined;
        const next = this.bytes[at + 2];
        return next === newline || next === carriageReturn;
    }
}
/** Text format: backslashes escape, also the delimiter and line ends. */
export class CopyTextRows extends CopyLines {
    ordinary;
    constructor(style) {
        super(style);
        this.ordinary = new Uint8Array(256).fill(1);
        for (const byte of [style.delimiter, backslash, newline, carriageReturn])
            this.ordinary[byte] = 0;
    }
    take() {
        const { bytes, ordinary } = this;
        const { delimiter } = this.style;
        const size = bytes.length;
        let start = this.at;
        for (let i = start; i < size; i++) {
            const byte = bytes[i];
            if (ordinary[byte] === 1)
                continue;
            if (byte === delimiter) {
                this.addField(start, i);
                start = i + 1;
            }
            else if (byte === backslash) {
                if (i + 1 >= size)
                    break;
                if (bytes[i + 1] === dot) {
                    const marker = i === this.at ? this.isEndMarker(i) : false;
                    if (marker === undefined)
                        return false;
                    this.line += 1;
                    if (!marker)
                        throw wrongData('end-of-copy marker is not alone on its line');
                    this.finished = true;
                    return false;
                }
                i += 1;
            }
            else {
                this.line += 1;
                const length = this.lineEndAt(i, 'literal');
                if (length === undefined) {
                    this.line -= 1;
                    return false;
                }
                this.addField(start, i);
                this.at = i + length;
                return true;
            }
        }
        if (!this.ended || this.at === size)
            return false;
        this.line += 1;
        this.addField(start, size);
        this.at = size;
        return true;
    }
    value(field) {
        const start = this.fields[2 * field];
        const end = this.fields[2 * field + 1];
        const first = this.bytes.indexOf(backslash, start);
        if (first === -1 || first >= end)
            return this.bytes.subarray(start, end);
        return unescaped(this.bytes, start, end);
    }
}
const meant = { 98: 8, 102: 12, 110: 10, 114: 13, 116: 9, 118: 11 };
/** CopyReadAttributesText. */
function unescaped(bytes, start, end) {
    const value = Buffer.allocUnsafe(end - start);
    let length = 0;
    for (let i = start; i < end; i++) {
        const byte = bytes[i];
        if (byte !== backslash) {
            value[length++] = byte;
            continue;
        }
        i += 1;
        if (i >= end)
            break;
        const next = bytes[i];
        if (isOctal(next)) {
            let number = next - 0x30;
            for (let more = 0; more < 2 && i + 1 < end && isOctal(bytes[i + 1]); more++) {
                i += 1;
                number = number * 8 + bytes[i] - 0x30;
            }
            value[length++] = number & 0xff;
        }
        else if (next === 0x78 && i + 1 < end && hexDigit(bytes[i + 1]) >= 0) {
            let number = 0;
            for (let more = 0; more < 2 && i + 1 < end && hexDigit(bytes[i + 1]) >= 0; more++) {
                i += 1;
                number = number * 16 + hexDigit(bytes[i]);
            }
            value[length++] = number;
        }
        else
            value[length++] = meant[next] ?? next;
    }
    return value.subarray(0, length);
}
function isOctal(byte) {
    return byte >= 0x30 && byte <= 0x37;
}
function hexDigit(byte) {
    if (byte >= 0x30 && byte <= 0x39)
        return byte - 0x30;
    const letter = byte | 0x20;
    return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1;
}
/** Csv: fields may be quoted, and hold delimiters and line ends then. */
export class CopyCsvRows extends CopyLines {
    /** By field: some of it was quoted, so that it is not NULL. */
    quotes = [];
    take() {
        const { bytes } = this;
        const { delimiter, quote, escaping, endMarkerInCsv } = this.style;
        const size = bytes.length;
        let start = this.at;
        let inQuote = false;
        let sawQuote = false;
        let embedded = 0;
        this.quotes.length = 0;
        for (let i = start; i < size; i++) {
            const byte = bytes[i];
            if (inQuote) {
                if (byte === newline)
                    embedded += 1;
                if (byte === escaping) {
                    if (i + 1 >= size && !this.ended)
                        return false;
                    const next = bytes[i + 1];
                    if (i + 1 < size && (next === escaping || next === quote)) {
                        i += 1;
                        continue;
                    }
                }
                if (byte === quote)
                    inQuote = false;
            }
            else if (byte === delimiter) {
                this.quotes.push(sawQuote);
                this.addField(start, i);
                start = i + 1;
                sawQuote = false;
            }
            else if (byte === quote) {
                inQuote = true;
                sawQuote = true;
            }
            else if (byte === newline || byte === carriageReturn) {
                const length = this.lineEndAt(i, 'unquoted');
                if (length === undefined)
                    return false;
                this.line += 1 + embedded;
                this.quotes.push(sawQuote);
                this.addField(start, i);
                this.at = i + length;
                return true;
            }
            else if (byte === backslash && i === this.at && endMarkerInCsv) {
                if (i + 1 >= size && !this.ended)
                    return false;
                if (bytes[i + 1] !== dot)
                    continue;
                const marker = this.isEndMarker(i);
                if (marker === undefined)
                    return false;
                if (!marker)
                    continue;
                this.finished = true;
                return false;
            }
        }
        if (!this.ended || this.at === size)
            return false;
        this.line += 1 + embedded;
        if (inQuote)
            throw wrongData('unterminated CSV quoted field');
        this.quotes.push(sawQuote);
        this.addField(start, size);
        this.at = size;
        return true;
    }
    isNull(field) {
        return this.quotes[field] !== true && super.isNull(field);
    }
    value(field) {
        const start = this.fields[2 * field];
        const end = this.fields[2 * field + 1];
        if (this.quotes[field] !== true)
            return this.bytes.subarray(start, end);
        const { bytes } = this;
        const { quote, escaping } = this.style;
        const value = Buffer.allocUnsafe(end - start);
        let length = 0;
        let inQuote = false;
        for (let i = start; i < end; i++) {
            const byte = bytes[i];
            if (inQuote && byte === escaping && i + 1 < end && (bytes[i + 1] === escaping || bytes[i + 1] === quote)) {
                i += 1;
                value[length++] = bytes[i];
            }
            else if (byte === quote)
                inQuote = !inQuote;
            else
                value[length++] = byte;
        }
        return value.subarray(0, length);
    }
}
//# sourceMappingURL=copy-lines.js.map