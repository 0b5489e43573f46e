import { PgsealError } from '../errors.js';
import { CopyRows, maxRowBytes, wrongData } from './copy-rows.js';
/** Signature, then int32 flags and int32 length of an extension. */
const signature = Buffer.from('PGCOPY\n\xff\r\n\0', 'latin1');
const headerLength = signature.length + 8;
/** Bits 16 to 31 of the flags: who does not know them must stop. */
const criticalFlags = 0xffff0000;
/** Binary: int16 number of fields, then int32 length and bytes of each; -1 ends the data. */
export class CopyBinaryRows extends CopyRows {
    begun = false;
    take() {
        if (!this.begun && !this.header())
            return false;
        const { bytes } = this;
        const size = bytes.length;
        let i = this.at;
        if (size - i < 2)
            return this.incomplete(size > i);
        const count = bytes.readInt16BE(i);
        i += 2;
        this.line += 1;
        if (count === -1) {
            this.at = i;
            this.finished = true;
            return false;
        }
        if (count < 0)
            throw wrongData('row field count is not that of the columns');
        for (let field = 0; field < count; field++) {
            if (size - i < 4)
                return this.goesOn();
            const length = bytes.readInt32BE(i);
            i += 4;
            if (length < -1)
                throw wrongData('invalid field size');
            if (length > maxRowBytes)
                throw new PgsealError('copyRowTooLong', { limit: String(maxRowBytes) });
            if (length > size - i)
                return this.goesOn();
            this.addField(i, length === -1 ? -1 : i + length);
            if (length > 0)
                i += length;
        }
        this.at = i;
        return true;
    }
    value(field) {
        return this.bytes.subarray(this.fields[2 * field], this.fields[2 * field + 1]);
    }
    isNull(field) {
        return this.fields[2 * field + 1] === -1;
    }
    isDefault() {
        return false;
    }
    header() {
        const { bytes, at } = this;
        const there = bytes.length - at;
        if (there < headerLength) {
            if (!this.ended)
                return false;
            throw wrongData('COPY file signature not recognized');
        }
        if (!bytes.subarray(at, at + signature.length).equals(signature)) {
            throw wrongData('COPY file signature not recognized');
        }
        const flags = bytes.readUInt32BE(at + signature.length);
        if ((flags & criticalFlags) !== 0)
            throw wrongData('unrecognized critical flags in COPY file header');
        const extension = bytes.readInt32BE(at + signature.length + 4);
        if (extension < 0 || extension > maxRowBytes)
            throw wrongData('invalid COPY file header (missing length)');
        if (there < headerLength + extension)
            return this.incomplete(true);
        this.at = at + headerLength + extension;
        this.begun = true;
        return true;
    }
    goesOn() {
        this.line -= 1;
        return this.incomplete(true);
    }
    /** Data may end without the trailer, but not inside a row. */
    incomplete(begun) {
        if (this.ended && begun)
            throw wrongData('unexpected EOF in COPY data');
        return false;
    }
}
//# sourceMappingURL=copy-binary-rows.js.map