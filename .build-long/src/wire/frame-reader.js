import { PgsealError } from '../errors.js';
import { frontend } from './message-codes.js';
/** PostgreSQL's limit for messages that hold no SQL or data: PQ_SMALL_MESSAGE_LIMIT, the length word included. */
const shortMessageLimit = 10_000;
/** PQ_LARGE_MESSAGE_LIMIT: the largest message that PostgreSQL takes from a client, the length word included. */
const longMessageLimit = 0x3ffffffe;
/** Most bytes that a client's message may announce, by type byte; 0 for a type that clients don't send after the login. */
const clientLimits = (() => {
    const limits = new Int32Array(256);
    for (const code of Object.values(frontend))
        limits[code] = shortMessageLimit;
    for (const code of [frontend.bind, frontend.parse, frontend.query, frontend.functionCall, frontend.copyData]) {
        limits[code] = longMessageLimit;
    }
    limits[frontend.password] = 0;
    return limits;
})();
/**
 * Splits a stream of typed frames (type byte, int32 length, body) without copying. Pull based: push() chunks, then ask.
 * What is handed out are views into the chunks, good for as long as the holder keeps them; chunks are never written.
 * A broken length throws protocolViolation, a frame too long to hold throws messageTooLarge; the reader is dead after either.
 */
export class FrameReader {
    /** Type byte of the current frame, once head() is true. */
    type = 0;
    /** Bytes of the current frame, the type byte included, once head() is true. */
    length = 0;
    /** Bytes still to come of a frame of which takePart() or takeRun() gave a first part; 0 between frames. */
    remaining = 0;
    /** Frames that began in the last run. */
    runFrames = 0;
    wholeFrame;
    limits;
    current = Buffer.alloc(0);
    position = 0;
    queue = [];
    queueBytes = 0;
    known = false;
    constructor(limits) {
        this.wholeFrame = limits.wholeFrame;
        this.limits = limits.client === true ? clientLimits : undefined;
    }
    /** Bytes held that were not handed out. */
    get buffered() {
        return this.current.length - this.position + this.queueBytes;
    }
    /** Takes over the chunk. */
    push(chunk) {
        if (chunk.length === 0)
            return;
        if (this.position === this.current.length) {
            if (this.queue.length === 0) {
                this.current = chunk;
                this.position = 0;
                return;
            }
            this.nextChunk();
        }
        this.queue.push(chunk);
        this.queueBytes += chunk.length;
    }
    /** True when the header of a frame is there: `type` and `length` are set. Stays true until all of it was taken. */
    head() {
        if (this.known)
            return true;
        if (this.position === this.current.length && this.queue.length > 0)
            this.nextChunk();
        if (this.current.length - this.position < 5) {
            if (this.buffered < 5)
                return false;
            this.joinHeader();
        }
        const type = this.current[this.position];
        const length = int32(this.current, this.position + 1);
        if (length < 4)
            throw new PgsealError('protocolViolation', { what: 'message length is less than 4' });
        if (this.limits !== undefined) {
            const limit = this.limits[type];
            if (limit === 0)
                throw new PgsealError('protocolViolation', { what: `message type ${type} is not known` });
            if (length > limit)
                throw new PgsealError('protocolViolation', { what: 'message length is more than its type allows' });
        }
        this.type = type;
        this.length = length + 1;
        this.known = true;
        return true;
    }
    /** True when the whole current frame is there. */
    complete() {
        if (!this.head())
            return false;
        if (this.length > this.wholeFrame) {
            throw new PgsealError('messageTooLarge', { limit: this.wholeFrame.toString() });
        }
        return this.buffered >= this.length;
    }
    /** The whole current frame, header included: a view, or one copy when it spans chunks. undefined when it isn't all there. */
    take() {
        if (this.remaining !== 0)
            throw new PgsealError('internal', {}, { logDetail: 'take() of a frame begun in parts' });
        if (!this.complete())
            return undefined;
        this.known = false;
        const length = this.length;
        const end = this.position + length;
        if (end <= this.current.length) {
            const start = this.position;
            this.position = end;
            return this.view(start, end);
        }
        return this.gather(length);
    }
    /**
     * What is there of the current frame, as a view; the first part begins with the header. undefined when nothing is there.
     * After it `remaining` says how much of the frame is still to come; at 0 the frame is done.
     */
    takePart() {
        if (this.remaining === 0) {
            if (!this.head())
                return undefined;
            this.remaining = this.length;
        }
        if (this.position === this.current.length) {
            if (this.queue.length === 0)
                return undefined;
            this.nextChunk();
        }
        const start = this.position;
        const end = Math.min(this.current.length, start + this.remaining);
        this.position = end;
        this.remaining -= end - start;
        if (this.remaining === 0)
            this.known = false;
        return this.view(start, end);
    }
    /**
     * The longest run, within one chunk, of complete frames at the front whose type bytes t have want[t] === 1: one view,
     * nothing decoded; `runFrames` says how many. With `open`, a last frame that the chunk holds only in part belongs to the
     * run too (if its header is there), and `remaining` says what is still to come: takePart() gives it. undefined when the
     * frame at the front isn't wanted, isn't there, or was begun in parts.
     */
    takeRun(want, open = false) {
        if (this.remaining !== 0)
            return undefined;
        if (this.position === this.current.length) {
            if (this.queue.length === 0)
                return undefined;
            this.nextChunk();
        }
        const chunk = this.current;
        const start = this.position;
        const size = chunk.length;
        const limits = this.limits;
        let position = start;
        let frames = 0;
        while (size - position >= 5) {
            const type = chunk[position];
            if (want[type] !== 1)
                break;
            const length = int32(chunk, position + 1);
            // A length that breaks a limit ends the run; head() tells.
            if (length < 4 || (limits !== undefined && length > limits[type]))
                break;
            const end = position + 1 + length;
            if (end > size) {
                if (!open)
                    break;
                this.type = type;
                this.length = length + 1;
                this.remaining = end - size;
                this.known = true;
                this.position = size;
                this.runFrames = frames + 1;
                return this.view(start, size);
            }
            position = end;
            frames += 1;
        }
        if (frames === 0)
            return undefined;
        this.known = false;
        this.position = position;
        this.runFrames = frames;
        return this.view(start, position);
    }
    /** Gives away all that is held, as one Buffer: what comes next is somebody else's to read. */
    rest() {
        this.known = false;
        if (this.queue.length === 0) {
            const start = this.position;
            this.position = this.current.length;
            return this.view(start, this.position);
        }
        return this.gather(this.buffered);
    }
    view(start, end) {
        return start === 0 && end === this.current.length ? this.current : this.current.subarray(start, end);
    }
    nextChunk() {
        this.current = this.queue.shift();
        this.queueBytes -= this.current.length;
        this.position = 0;
    }
    /** The five bytes of a header lie in several chunks: the first chunk takes what it lacks from those behind it. */
    joinHeader() {
        const parts = [this.current.subarray(this.position)];
        let size = parts[0].length;
        while (size < 5) {
            this.nextChunk();
            parts.push(this.current);
            size += this.current.length;
        }
        // The last chunk may be large: only its share of the header is copied.
        const last = parts[parts.length - 1];
        const share = 5 - (size - last.length);
        parts[parts.length - 1] = last.subarray(0, share);
        if (share < last.length) {
            this.queue.unshift(last.subarray(share));
            this.queueBytes += last.length - share;
        }
        this.current = Buffer.concat(parts, 5);
        this.position = 0;
    }
    /** One copy of the next `length` bytes, which are there. */
    gather(length) {
        const frame = Buffer.allocUnsafe(length);
        let filled = this.current.copy(frame, 0, this.position);
        let taken = 0;
        while (filled < length) {
            const chunk = this.queue[taken++];
            const copied = chunk.copy(frame, filled);
            filled += copied;
            this.queueBytes -= chunk.length;
            this.current = chunk;
            this.position = copied;
        }
        // One splice: shifting a long queue chunk by chunk would be quadratic.
        this.queue.splice(0, taken);
        return frame;
    }
}
function int32(bytes, at) {
    return (bytes[at] << 24) | (bytes[at + 1] << 16) | (bytes[at + 2] << 8) | bytes[at + 3];
}
//# sourceMappingURL=frame-reader.js.map