const slabBytes = 64 * 1024;
/** Until there is something to write: most connections never write a row. */
const none = Buffer.alloc(0);
/** Below this much room a new slab is begun rather than the old one used on. */
const leastRoom = 4 * 1024;
/** Frames written one behind the other into slabs of 64 KB, without a Buffer a frame. */
export class FrameSlab {
    slab = none;
    start = 0;
    position = 0;
    /** Where the frame begun last begins. */
    row = 0;
    /** Bytes of finished frames not taken yet. */
    get pending() {
        return this.position - this.start;
    }
    /** Forgets the frame begun and not ended. */
    abandon() {
        this.position = this.row;
    }
    /** Copies a complete frame, or several. Not inside a frame. */
    frame(frame) {
        this.need(frame.length);
        frame.copy(this.slab, this.position);
        this.position += frame.length;
    }
    /** What is finished. Not inside a frame. */
    takeBytes() {
        const bytes = this.slab.subarray(this.start, this.position);
        this.start = this.position;
        if (this.slab.length - this.position < leastRoom) {
            this.slab = none;
            this.start = 0;
            this.position = 0;
        }
        return bytes;
    }
    need(bytes) {
        if (this.slab.length - this.position < bytes) {
            const used = this.position - this.start;
            this.move(Math.max(slabBytes, used * 2, used + bytes));
        }
    }
    move(size) {
        const larger = Buffer.allocUnsafeSlow(size);
        this.slab.copy(larger, 0, this.start, this.position);
        this.row -= this.start;
        this.position -= this.start;
        this.start = 0;
        this.slab = larger;
    }
}
/** What rows of a result are written to: begin(), then field() or nullField() for each column, then end(). */
export class RowSink extends FrameSlab {
}
//# sourceMappingURL=row-sink.js.map