import { FrameReader } from '../wire/frame-reader.js';
/** PG_MAX_AUTH_TOKEN_LENGTH: most bytes of a password or token, the length word included (pitfall A34). */
export const longestToken = 65_535;
/** Most bytes that are read ahead of the message that is waited for. */
const readAhead = 64 * 1024;
/** Frames of a socket one by one, while a login is under way. The socket is paused between them and afterwards. */
export class LoginFrames {
    socket;
    reader = new FrameReader({ wholeFrame: longestToken + 1 });
    constructor(socket, sentAhead = Buffer.alloc(0)) {
        this.socket = socket;
        this.reader.push(sentAhead);
        socket.pause();
    }
    /** The next frame; undefined when the socket has closed. Rejects with protocolViolation or messageTooLarge. */
    async next() {
        for (;;) {
            const frame = this.reader.take();
            if (frame !== undefined)
                return frame;
            if (this.reader.buffered > longestToken + readAhead || !(await this.more()))
                return undefined;
        }
    }
    /** What came behind the last frame. */
    rest() {
        return this.reader.rest();
    }
    more() {
        const { socket } = this;
        return new Promise((resolve) => {
            const done = (open) => {
                socket.pause();
                socket.off('data', onData).off('close', onClose);
                resolve(open);
            };
            const onData = (chunk) => {
                this.reader.push(chunk);
                done(true);
            };
            const onClose = () => done(false);
            if (socket.destroyed) {
                resolve(false);
                return;
            }
            socket.on('data', onData).on('close', onClose);
            socket.resume();
        });
    }
}
//# sourceMappingURL=login-frames.js.map