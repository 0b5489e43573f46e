import { PgsealError } from '../errors.js';
/** MAX_STARTUP_PACKET_LENGTH of PostgreSQL: most bytes after the length word. */
const longestBody = 10_000;
/**
 * Reads the untyped packets that open a connection: int32 length, then a code or version and what it needs. A length that
 * PostgreSQL wouldn't take throws protocolViolation.
 */
export class StartupReader {
    chunks = [];
    /** Bytes held that were not handed out. */
    buffered = 0;
    /** Takes over the chunk. */
    push(chunk) {
        this.chunks.push(chunk);
        this.buffered += chunk.length;
    }
    /** The body of the next packet, the length word left off; undefined when it isn't all there. */
    take() {
        if (this.buffered < 4)
            return undefined;
        while (this.chunks.length > 1 && this.chunks[0].length < 4)
            this.join(2);
        const length = this.chunks[0].readInt32BE(0);
        if (length < 8 || length > longestBody + 4) {
            throw new PgsealError('protocolViolation', { what: 'invalid length of startup packet' });
        }
        if (this.buffered < length)
            return undefined;
        this.join(this.chunks.length);
        const bytes = this.chunks[0];
        this.chunks = length < bytes.length ? [bytes.subarray(length)] : [];
        this.buffered -= length;
        return bytes.subarray(4, length);
    }
    /** Gives away everything held. */
    rest() {
        this.join(this.chunks.length);
        const bytes = this.chunks[0] ?? Buffer.alloc(0);
        this.chunks = [];
        this.buffered = 0;
        return bytes;
    }
    join(count) {
        if (count < 2)
            return;
        this.chunks.splice(0, count, Buffer.concat(this.chunks.slice(0, count)));
    }
}
//# sourceMappingURL=startup-reader.js.map