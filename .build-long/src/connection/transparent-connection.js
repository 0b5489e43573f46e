import { PgsealError } from '../errors.js';
import { encodeErrorFrame } from '../wire/error-frame.js';
import { FrameReader } from '../wire/frame-reader.js';
import { backend, frontend } from '../wire/message-codes.js';
// Nothing is held whole: frames pass in parts.
const limits = { wholeFrame: 0 };
const all = new Uint8Array(256).fill(1);
const knownToServer = new Uint8Array(256);
for (const code of Object.values(frontend))
    knownToServer[code] = 1;
knownToServer[frontend.password] = 0;
const idle = 0x49; // I
/** In place of a status byte that is still to come. */
const cutOff = 0;
/**
 * A connection whose statements need no analysis: the map is empty, or the database is one of passthroughDatabases. Frames
 * are told apart, so that a broken message is refused as PostgreSQL would and a drain finds a moment when nothing is under
 * way; their bytes leave as they came, a whole chunk at a time.
 */
export class TransparentConnection {
    log;
    outlets;
    client = new FrameReader({ ...limits, client: true });
    server = new FrameReader(limits);
    /** Type bytes of the messages that each owe a ReadyForQuery. The first is that of the start-up. */
    owed = [frontend.sync];
    status = idle;
    draining = false;
    ended = false;
    constructor(log, outlets) {
        this.log = log;
        this.outlets = outlets;
    }
    fromClient(chunk) {
        if (this.ended)
            return;
        const { client, outlets } = this;
        client.push(chunk);
        try {
            for (;;) {
                if (client.remaining > 0) {
                    const part = client.takePart();
                    if (part === undefined)
                        return;
                    outlets.toServer(part);
                    continue;
                }
                const run = client.takeRun(knownToServer, true);
                if (run !== undefined) {
                    this.sent(run, client.runFrames);
                    outlets.toServer(run);
                    continue;
                }
                // Refuses what the run stopped before; a header in several chunks begins a frame here.
                if (!client.head())
                    return;
                const header = client.takePart();
                this.sent(header, 1);
                outlets.toServer(header);
            }
        }
        catch (error) {
            this.fatal(error);
        }
    }
    fromServer(chunk) {
        if (this.ended)
            return;
        this.server.push(chunk);
        try {
            this.passFromServer();
        }
        catch (error) {
            this.fatal(error);
        }
        if (this.draining)
            this.endIfDrained();
    }
    passFromServer() {
        const { server, outlets } = this;
        for (;;) {
            if (server.remaining > 0) {
                const part = server.takePart();
                if (part === undefined)
                    return;
                if (this.status === cutOff && server.remaining === 0)
                    this.status = part[part.length - 1];
                outlets.toClient(part);
                continue;
            }
            const run = server.takeRun(all, true);
            if (run !== undefined) {
                this.received(run, server.runFrames);
                outlets.toClient(run);
                continue;
            }
            if (!server.head())
                return;
            const header = server.takePart();
            this.received(header, 1);
            outlets.toClient(header);
        }
    }
    clientEnded() {
        this.end();
    }
    serverEnded() {
        this.end();
    }
    drain() {
        this.draining = true;
        this.endIfDrained();
    }
    isIdle() {
        const { client, server } = this;
        const between = client.remaining === 0 && client.buffered === 0 && server.remaining === 0;
        return between && this.owed.length === 0 && this.status === idle;
    }
    /** Of those that end with ReadyForQuery. */
    owedReplies() {
        return this.owed.length;
    }
    sent(run, frames) {
        let at = 0;
        for (let i = 0; i < frames; i++) {
            const type = run[at];
            if (type === frontend.sync || type === frontend.query || type === frontend.functionCall)
                this.owed.push(type);
            if (i + 1 < frames)
                at += 1 + run.readInt32BE(at + 1);
        }
    }
    received(run, frames) {
        let at = 0;
        for (let i = 0; i < frames; i++) {
            const type = run[at];
            if (type === backend.readyForQuery) {
                this.owed.shift();
                this.status = run[at + 5] ?? cutOff;
            }
            else if (type === backend.copyInResponse) {
                // The server swallows a Sync that reaches it while it reads copy data (pitfall A54).
                while (this.owed[0] === frontend.sync)
                    this.owed.shift();
            }
            if (i + 1 < frames)
                at += 1 + run.readInt32BE(at + 1);
        }
    }
    endIfDrained() {
        if (this.ended || !this.isIdle())
            return;
        this.outlets.toClient(encodeErrorFrame(new PgsealError('shuttingDown')));
        this.end();
    }
    fatal(error) {
        this.log.failed({ error });
        const told = error instanceof PgsealError ? error : new PgsealError('internal');
        // In the middle of a frame the client would take an error for its data.
        if (this.server.remaining === 0)
            this.outlets.toClient(encodeErrorFrame(told, 'FATAL'));
        this.end();
    }
    end() {
        if (this.ended)
            return;
        this.ended = true;
        this.outlets.destroy();
    }
}
//# sourceMappingURL=transparent-connection.js.map