// Copy data of a client cut into rows and fields, whatever the framing of its CopyData messages (A74). The rules are those
// of COPY FROM; fields are given as they came and as the values that they spell.
import { PgsealError } from '../errors.js';
/** Most bytes of one row: it is held whole. */
export const maxRowBytes = 256 * 1024 * 1024;
/** From so many bytes on, a row that goes on is looked at again only when it has doubled. */
const patience = 64 * 1024;
/** The rows of one COPY. Chunks are taken over; what is handed out are views of them, good for as long as one likes. */
export class CopyRows {
    /** Of the row at hand: offsets in `bytes` of each field, start and end. */
    fields = new Int32Array(64);
    count = 0;
    bytes = Buffer.alloc(0);
    /** As PostgreSQL counts them in CONTEXT: of the row at hand, or of the one that is wrong. */
    line = 0;
    /** The end of the data was met: what follows is not looked at. */
    finished = false;
    at = 0;
    ended = false;
    waiting = [];
    waitingBytes = 0;
    wanted = 0;
    push(chunk) {
        if (chunk.length === 0 || this.finished)
            return;
        const rest = this.bytes.length - this.at;
        if (rest === 0 && this.waiting.length === 0) {
            this.bytes = chunk;
            this.at = 0;
            return;
        }
        this.waiting.push(chunk);
        this.waitingBytes += chunk.length;
        if (rest + this.waitingBytes > maxRowBytes && this.wanted > 0) {
            throw new PgsealError('copyRowTooLong', { limit: String(maxRowBytes) });
        }
        if (rest + this.waitingBytes >= this.wanted)
            this.join();
    }
    /** No more data come. */
    end() {
        this.ended = true;
        if (this.waiting.length > 0)
            this.join();
    }
    /** True when another row is at hand; false when more must arrive, or at the end. */
    next() {
        if (this.finished)
            return false;
        // Nothing was added to a row that goes on.
        if (!this.ended && this.bytes.length - this.at < this.wanted)
            return false;
        this.count = 0;
        if (this.take()) {
            this.wanted = 0;
            return true;
        }
        const rest = this.bytes.length - this.at;
        this.wanted = rest < patience ? 0 : 2 * rest;
        return false;
    }
    addField(start, end) {
        if (2 * this.count + 2 > this.fields.length) {
            const larger = new Int32Array(2 * this.fields.length);
            larger.set(this.fields);
            this.fields = larger;
        }
        this.fields[2 * this.count] = start;
        this.fields[2 * this.count + 1] = end;
        this.count += 1;
    }
    is(field, bytes) {
        if (bytes === undefined)
            return false;
        const start = this.fields[2 * field];
        const end = this.fields[2 * field + 1];
        return end - start === bytes.length && this.bytes.compare(bytes, 0, bytes.length, start, end) === 0;
    }
    join() {
        this.bytes = Buffer.concat([this.bytes.subarray(this.at), ...this.waiting]);
        this.at = 0;
        this.waiting = [];
        this.waitingBytes = 0;
    }
}
/** Data that are not in the format. */
export function wrongData(problem) {
    return new PgsealError('copyData', { problem });
}
//# sourceMappingURL=copy-rows.js.map