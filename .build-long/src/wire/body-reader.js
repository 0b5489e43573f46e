import { isUtf8 } from 'node:buffer';
import { PgsealError } from '../errors.js';
/**
 * Reads the body of one message, front to back. Buffers that it returns are views into the body. Everything that does not
 * fit throws PgsealError protocolViolation, which names the message and never quotes its bytes.
 */
export class BodyReader {
    body;
    message;
    position = 0;
    constructor(body, message) {
        this.body = body;
        this.message = message;
    }
    get remaining() {
        return this.body.length - this.position;
    }
    uint8() {
        return this.body[this.advance(1)];
    }
    int16() {
        return this.body.readInt16BE(this.advance(2));
    }
    uint16() {
        return this.body.readUInt16BE(this.advance(2));
    }
    int32() {
        return this.body.readInt32BE(this.advance(4));
    }
    uint32() {
        return this.body.readUInt32BE(this.advance(4));
    }
    /** A uint16 that counts items of at least `itemBytes` each: never more than the body can hold. */
    count(itemBytes) {
        const count = this.uint16();
        if (count * itemBytes > this.remaining)
            this.refuse('has fewer items than it counts');
        return count;
    }
    bytes(length) {
        if (length < 0)
            this.refuse('has a negative length');
        const start = this.advance(length);
        return this.body.subarray(start, start + length);
    }
    /** An int32 length and as many bytes; -1 is SQL NULL. */
    value() {
        const length = this.int32();
        return length === -1 ? null : this.bytes(length);
    }
    /** Bytes up to a NUL, which is skipped. */
    cstring() {
        const end = this.body.indexOf(0, this.position);
        if (end === -1)
            this.refuse('has a string without an end');
        const bytes = this.body.subarray(this.position, end);
        this.position = end + 1;
        return bytes;
    }
    /** A NUL-terminated string that must be UTF-8. */
    name() {
        if (this.body[this.position] === 0) {
            this.position += 1;
            return '';
        }
        const bytes = this.cstring();
        if (!isUtf8(bytes))
            this.refuse('has a name that is not UTF-8');
        return bytes.toString('utf8');
    }
    rest() {
        return this.bytes(this.remaining);
    }
    /** The body must be used up. */
    end() {
        if (this.remaining !== 0)
            this.refuse('has bytes left over');
    }
    refuse(what) {
        throw new PgsealError('protocolViolation', { what: `${this.message} ${what}` });
    }
    advance(length) {
        const start = this.position;
        if (length > this.body.length - start)
            this.refuse('is too short');
        this.position = start + length;
        return start;
    }
}
//# sourceMappingURL=body-reader.js.map