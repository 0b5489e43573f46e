/** Writes shorter than this are put together before they leave. */
const small = 8 * 1024;
const mostJoined = 64 * 1024;
/**
 * The writing side of one socket. What is sent within one turn of the event loop leaves together: small pieces joined,
 * since a write each costs ten times as much (pitfall D24), large ones as they are.
 */
export class Outgoing {
    socket;
    deferred;
    /** More waits for the peer than should: whoever feeds this socket stops reading until `drain` (pitfall D25). */
    full = false;
    first;
    more = [];
    held = false;
    scheduled = false;
    closing = false;
    constructor(socket) {
        this.socket = socket;
        socket.on('drain', () => {
            this.full = false;
        });
        this.deferred = () => {
            this.scheduled = false;
            this.flush();
        };
    }
    get waiting() {
        return this.socket.writableLength;
    }
    send(bytes) {
        if (bytes.length === 0 || this.closing)
            return;
        if (this.first === undefined)
            this.first = bytes;
        else
            this.more.push(bytes);
        if (this.held || this.scheduled)
            return;
        this.scheduled = true;
        process.nextTick(this.deferred);
    }
    /** Between hold() and release() everything stays; release() sends it. */
    hold() {
        this.held = true;
    }
    release() {
        this.held = false;
        if (this.first !== undefined)
            this.flush();
    }
    /** Ends this direction behind what was sent. */
    close() {
        this.flush();
        this.closing = true;
        this.socket.end();
    }
    flush() {
        const { first, more } = this;
        if (first === undefined)
            return;
        this.first = undefined;
        if (more.length > 0)
            this.more = [];
        if (!this.socket.writable)
            return;
        if (more.length === 0) {
            this.write(first);
            return;
        }
        const pieces = [first, ...more];
        let bytes = 0;
        for (const piece of pieces)
            bytes += piece.length;
        // Most often all of it is small: one write without the detour over the socket's own queue.
        if (bytes <= small)
            this.write(Buffer.concat(pieces, bytes));
        else
            this.writeAll(pieces);
    }
    write(bytes) {
        if (!this.socket.write(bytes))
            this.full = true;
    }
    writeAll(pieces) {
        this.socket.cork();
        let first = 0;
        let bytes = 0;
        for (let i = 0; i <= pieces.length; i++) {
            const length = pieces[i]?.length ?? mostJoined;
            if (length < small && bytes + length <= mostJoined) {
                bytes += length;
                continue;
            }
            if (i - first === 1)
                this.write(pieces[first]);
            else if (i > first)
                this.write(Buffer.concat(pieces.slice(first, i), bytes));
            first = i;
            bytes = length;
            if (length >= small) {
                if (i < pieces.length)
                    this.write(pieces[i]);
                first = i + 1;
                bytes = 0;
            }
        }
        this.socket.uncork();
    }
}
//# sourceMappingURL=outgoing.js.map