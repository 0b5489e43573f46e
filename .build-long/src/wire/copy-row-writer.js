import { backend } from './message-codes.js';
import { RowSink } from './row-sink.js';
/** Signature, no flags, no extension (COPY, file formats). */
const binaryHeader = Buffer.from('PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0', 'latin1');
const backslash = 0x5c;
const newline = 0x0a;
const carriageReturn = 0x0d;
/** Letters for the control characters that text writes with one, by byte. */
const letters = new Uint8Array(256);
for (const [byte, letter] of [
    [0x08, 'b'],
    [0x0c, 'f'],
    [newline, 'n'],
    [carriageReturn, 'r'],
    [0x09, 't'],
    [0x0b, 'v'],
]) {
    letters[byte] = letter.charCodeAt(0);
}
/**
 * Writes rows as CopyData frames, one a row, byte for byte as PostgreSQL's COPY TO would: fields come in text, or in binary
 * for format binary. Ahead of the first row, and of the end where there is none, goes what the format begins with.
 */
export class CopyRowWriter extends RowSink {
    /** Rows written. */
    rows = 0;
    style;
    columns;
    /** By byte: it is escaped (text), or makes csv quote. */
    special = new Uint8Array(256);
    at = 0;
    begun = false;
    constructor(style, columns) {
        super();
        this.style = style;
        this.columns = columns;
        const { format, delimiter, quote } = style;
        this.special[delimiter] = 1;
        if (format === 'csv')
            for (const byte of [quote, newline, carriageReturn])
                this.special[byte] = 1;
        else
            for (let byte = 0; byte < 256; byte++)
                if (byte === backslash || letters[byte] !== 0)
                    this.special[byte] = 1;
    }
    begin() {
        if (!this.begun)
            this.preface();
        this.open();
    }
    field(bytes, from = 0, to = bytes.length) {
        const forced = this.style.forced[this.at] === true;
        this.separate();
        switch (this.style.format) {
            case 'binary':
                this.need(4);
                this.position = this.slab.writeInt32BE(to - from, this.position);
                this.raw(bytes, from, to);
                return;
            case 'text':
                this.escaped(bytes, from, to);
                return;
            case 'csv':
                if (forced || this.needsQuotes(bytes, from, to))
                    this.quoted(bytes, from, to);
                else
                    this.raw(bytes, from, to);
        }
    }
    nullField() {
        this.separate();
        if (this.style.format === 'binary') {
            this.need(4);
            this.position = this.slab.writeInt32BE(-1, this.position);
        }
        else
            this.raw(this.style.nullText, 0, this.style.nullText.length);
    }
    end() {
        this.close();
        this.rows += 1;
    }
    /** Writes what the format ends with. */
    finish() {
        if (!this.begun)
            this.preface();
        if (this.style.format !== 'binary')
            return;
        this.head();
        this.need(2);
        this.position = this.slab.writeInt16BE(-1, this.position);
        this.length();
    }
    preface() {
        this.begun = true;
        const { format, header } = this.style;
        if (format === 'binary') {
            this.head();
            this.raw(binaryHeader, 0, binaryHeader.length);
            this.length();
        }
        else if (header !== undefined) {
            this.open();
            for (const name of header) {
                const bytes = Buffer.from(name);
                this.separate();
                if (format === 'text')
                    this.escaped(bytes, 0, bytes.length);
                else if (this.needsQuotes(bytes, 0, bytes.length))
                    this.quoted(bytes, 0, bytes.length);
                else
                    this.raw(bytes, 0, bytes.length);
            }
            this.close();
        }
    }
    head() {
        this.need(5);
        this.row = this.position;
        this.slab[this.position] = backend.copyData;
        this.position += 5;
    }
    length() {
        this.slab.writeInt32BE(this.position - this.row - 1, this.row + 1);
    }
    open() {
        this.head();
        this.at = 0;
        if (this.style.format !== 'binary')
            return;
        this.need(2);
        this.position = this.slab.writeInt16BE(this.columns, this.position);
    }
    close() {
        if (this.style.format !== 'binary') {
            this.need(1);
            this.slab[this.position++] = newline;
        }
        this.length();
    }
    separate() {
        this.at += 1;
        if (this.at > 1 && this.style.format !== 'binary') {
            this.need(1);
            this.slab[this.position++] = this.style.delimiter;
        }
    }
    raw(bytes, from, to) {
        this.need(to - from);
        const { slab } = this;
        let { position } = this;
        if (to - from <= 24)
            for (let i = from; i < to; i++)
                slab[position++] = bytes[i];
        else {
            slab.set(bytes.subarray(from, to), position);
            position += to - from;
        }
        this.position = position;
    }
    /** CopyAttributeOutText. */
    escaped(bytes, from, to) {
        this.need(2 * (to - from));
        const { slab, special } = this;
        let { position } = this;
        for (let i = from; i < to; i++) {
            const byte = bytes[i];
            if (special[byte] === 1) {
                slab[position++] = backslash;
                slab[position++] = letters[byte] === 0 ? byte : letters[byte];
            }
            else
                slab[position++] = byte;
        }
        this.position = position;
    }
    /** CopyAttributeOutCSV: also what would be read as NULL, or as the end of the data. */
    needsQuotes(bytes, from, to) {
        const { nullText } = this.style;
        if (to - from === nullText.length && nullText.equals(bytes.subarray(from, to)))
            return true;
        if (this.columns === 1 && to - from === 2 && bytes[from] === backslash && bytes[from + 1] === 0x2e)
            return true;
        for (let i = from; i < to; i++)
            if (this.special[bytes[i]] === 1)
                return true;
        return false;
    }
    quoted(bytes, from, to) {
        const { quote, escaping } = this.style;
        this.need(2 * (to - from) + 2);
        const { slab } = this;
        let { position } = this;
        slab[position++] = quote;
        for (let i = from; i < to; i++) {
            const byte = bytes[i];
            if (byte === quote || byte === escaping)
                slab[position++] = escaping;
            slab[position++] = byte;
        }
        slab[position++] = quote;
        this.position = position;
    }
}
//# sourceMappingURL=copy-row-writer.js.map