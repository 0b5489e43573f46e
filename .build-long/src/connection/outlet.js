/**
 * One direction of output. Frames that pass unchanged are views into one chunk, mostly one behind the other: such runs are
 * joined again and written as one view, so that passing costs no copy and no write a message.
 */
export class Outlet {
    write;
    run = undefined;
    constructor(write) {
        this.write = write;
    }
    /** A frame, or part of one, that may join the run before it. */
    pass(bytes) {
        const run = this.run;
        if (run === undefined) {
            this.run = bytes;
        }
        else if (run.buffer === bytes.buffer && run.byteOffset + run.length === bytes.byteOffset) {
            this.run = Buffer.from(run.buffer, run.byteOffset, run.length + bytes.length);
        }
        else {
            this.write(run);
            this.run = bytes;
        }
    }
    /** Bytes of our own. */
    send(bytes) {
        this.flush();
        if (bytes.length > 0)
            this.write(bytes);
    }
    flush() {
        if (this.run === undefined)
            return;
        this.write(this.run);
        this.run = undefined;
    }
}
//# sourceMappingURL=outlet.js.map