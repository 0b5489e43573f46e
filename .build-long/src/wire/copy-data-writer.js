import { frontend } from './message-codes.js';
import { FrameSlab } from './row-sink.js';
/** A frame is ended when it has so many bytes. */
const frameBytes = 32 * 1024;
/** Writes copy data as CopyData frames of about 32 KB. Rows may begin and end anywhere in a frame. */
export class CopyDataWriter extends FrameSlab {
    inFrame = false;
    byte(byte) {
        this.open(1);
        this.slab[this.position++] = byte;
    }
    /** Copies bytes[from, to). */
    raw(bytes, from = 0, to = bytes.length) {
        this.open(to - from);
        this.slab.set(from === 0 && to === bytes.length ? bytes : bytes.subarray(from, to), this.position);
        this.position += to - from;
    }
    int16(value) {
        this.open(2);
        this.position = this.slab.writeInt16BE(value, this.position);
    }
    int32(value) {
        this.open(4);
        this.position = this.slab.writeInt32BE(value, this.position);
    }
    /** ASCII. */
    ascii(text) {
        this.open(text.length);
        this.position += this.slab.write(text, this.position, 'latin1');
    }
    /** After a row: ends the frame when it is long enough. */
    rowEnd() {
        if (this.inFrame && this.position - this.row >= frameBytes)
            this.close();
    }
    /** All that was written, in finished frames. */
    takeBytes() {
        this.close();
        return super.takeBytes();
    }
    open(bytes) {
        this.need(bytes + 5);
        if (this.inFrame)
            return;
        this.inFrame = true;
        this.row = this.position;
        this.slab[this.position] = frontend.copyData;
        this.position += 5;
    }
    close() {
        if (!this.inFrame)
            return;
        this.inFrame = false;
        this.slab.writeInt32BE(this.position - this.row - 1, this.row + 1);
    }
}
//# sourceMappingURL=copy-data-writer.js.map