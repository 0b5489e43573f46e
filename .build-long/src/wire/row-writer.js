import { backend } from './message-codes.js';
import { RowSink } from './row-sink.js';
/**
 * Writes DataRow frames, and other frames between them, into slabs of 64 KB, without a Buffer a field. begin(), then field()
 * or nullField() for each, then end(); takeBytes() gives away what is finished, as one view that is never written again.
 */
export class RowWriter extends RowSink {
    fields = 0;
    begin() {
        this.need(7);
        this.row = this.position;
        this.slab[this.position] = backend.dataRow;
        this.position += 7;
        this.fields = 0;
    }
    /** Copies bytes[from, to) as the next field. */
    field(bytes, from = 0, to = bytes.length) {
        const length = to - from;
        this.need(4 + length);
        const slab = this.slab;
        let position = this.position;
        slab[position] = length >>> 24;
        slab[position + 1] = length >>> 16;
        slab[position + 2] = length >>> 8;
        slab[position + 3] = length;
        position += 4;
        if (length <= 24)
            for (let i = from; i < to; i++)
                slab[position++] = bytes[i];
        else {
            slab.set(from === 0 && to === bytes.length ? bytes : bytes.subarray(from, to), position);
            position += length;
        }
        this.position = position;
        this.fields += 1;
    }
    nullField() {
        this.need(4);
        this.slab.fill(0xff, this.position, this.position + 4);
        this.position += 4;
        this.fields += 1;
    }
    end() {
        this.slab.writeInt32BE(this.position - this.row - 1, this.row + 1);
        this.slab.writeUInt16BE(this.fields, this.row + 5);
    }
}
//# sourceMappingURL=row-writer.js.map