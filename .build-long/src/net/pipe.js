import { PgsealError } from '../errors.js';
import { encodeErrorFrame } from '../wire/error-frame.js';
import { Outgoing } from './outgoing.js';
/** How long one side may stay open after the other has closed. */
const lingerMilliseconds = 30_000;
/** Bytes waiting for the client above which it is no longer read, whichever side they came from. */
const mostWaiting = 16 * 1024 * 1024;
/** Bytes read ahead of a message that is being worked on, so that a client that leaves meanwhile is noticed. */
const mostAhead = 64 * 1024;
/**
 * Two sockets and the connection between them. Each direction stops reading while it is being worked on, or while the
 * socket that it feeds is full, and never because of the other one: a client that sends much and a server that answers
 * much do not wait for each other (pitfall D25). Whichever side ends takes the other with it (A67); a failure inside ends
 * this connection alone (D30).
 */
export class Pipe {
    client;
    server;
    toClient;
    toServer;
    port;
    log;
    clientBusy = false;
    serverBusy = false;
    /** Came while clientBusy. */
    ahead = [];
    aheadBytes = 0;
    clientLeft = false;
    clientEnded = once(() => this.guarded(() => this.port.clientEnded()));
    finished = false;
    linger;
    constructor(client, server, factory, session, log) {
        this.client = client;
        this.server = server;
        this.toClient = new Outgoing(client);
        this.toServer = new Outgoing(server);
        this.log = log;
        this.port = factory({
            toClient: (bytes) => this.toClient.send(bytes),
            toServer: (bytes) => this.toServer.send(bytes),
            closeClient: () => this.toClient.close(),
            closeServer: () => this.toServer.close(),
            destroy: () => this.destroy(),
        }, session);
    }
    /** Begins with what each side sent behind the login. */
    start({ fromClient, fromServer }) {
        const { client, server } = this;
        // A client that closes its side is still owed the end of what it sent: when that is done, its other side is closed.
        client.allowHalfOpen = true;
        client.on('data', (chunk) => this.readClient(chunk));
        server.on('data', (chunk) => this.readServer(chunk));
        client.on('drain', () => {
            this.resume();
            this.port.clientFull?.(false);
        });
        server.on('drain', () => this.resume());
        const serverEnded = once(() => this.guarded(() => this.port.serverEnded()));
        client.once('end', () => {
            this.clientLeft = true;
            if (this.clientBusy)
                this.guarded(() => this.port.clientLeaving?.());
            else
                this.clientEnded();
        });
        server.once('end', serverEnded);
        client.once('close', () => {
            this.clientEnded();
            this.closed(server);
        });
        server.once('close', () => {
            serverEnded();
            this.closed(client);
        });
        if (client.destroyed || server.destroyed) {
            this.destroy();
            return;
        }
        if (fromServer.length > 0)
            this.readServer(fromServer);
        if (fromClient.length > 0)
            this.readClient(fromClient);
        this.resume();
    }
    keyWait(...key) {
        return this.finished ? undefined : this.port.keyWait?.(...key);
    }
    owedReplies() {
        return this.finished ? 0 : this.port.owedReplies();
    }
    drain() {
        this.guarded(() => this.port.drain());
    }
    /** What was sent to either side still goes out if it is taken within the linger time. */
    destroy() {
        if (this.finished)
            return;
        this.finished = true;
        this.toClient.close();
        this.toServer.flush();
        this.server.destroySoon();
        // Bytes left unread would make the close a reset, and a reset may take back what the client has not read yet.
        this.client.resume();
        this.lingerFor();
    }
    // What is sent to either side during one chunk leaves at its end.
    readClient(chunk) {
        if (this.finished)
            return;
        if (this.clientBusy) {
            this.ahead.push(chunk);
            this.aheadBytes += chunk.length;
            if (!this.clientMayBeRead())
                this.client.pause();
            return;
        }
        const { toClient, toServer } = this;
        toClient.hold();
        toServer.hold();
        try {
            const working = this.port.fromClient(chunk);
            if (working !== undefined) {
                this.clientBusy = true;
                this.waitFor(working, () => {
                    this.clientBusy = false;
                    this.readAhead();
                });
            }
        }
        catch (error) {
            this.fail(error);
        }
        toServer.release();
        toClient.release();
        if (!this.clientMayBeRead())
            this.client.pause();
    }
    /** What came meanwhile; at its end, that the client has left. */
    readAhead() {
        const { ahead } = this;
        this.ahead = [];
        this.aheadBytes = 0;
        if (ahead.length > 0)
            this.readClient(ahead.length === 1 ? ahead[0] : Buffer.concat(ahead));
        if (this.clientLeft && !this.clientBusy)
            this.clientEnded();
    }
    readServer(chunk) {
        if (this.finished)
            return;
        const { toClient, toServer } = this;
        toClient.hold();
        toServer.hold();
        try {
            const working = this.port.fromServer(chunk);
            if (working !== undefined) {
                this.serverBusy = true;
                this.waitFor(working, () => {
                    this.serverBusy = false;
                });
            }
        }
        catch (error) {
            this.fail(error);
        }
        toClient.release();
        toServer.release();
        if (this.serverMayBeRead())
            return;
        this.server.pause();
        if (this.toClient.full)
            this.port.clientFull?.(true);
    }
    waitFor(working, done) {
        working.then(() => {
            done();
            this.resume();
        }, (error) => this.fail(error));
    }
    clientMayBeRead() {
        const mayWait = !this.clientBusy || this.aheadBytes < mostAhead;
        return mayWait && !this.toServer.full && !(this.toClient.full && this.toClient.waiting > mostWaiting);
    }
    serverMayBeRead() {
        return !this.serverBusy && !this.toClient.full;
    }
    resume() {
        if (this.finished)
            return;
        if (this.client.isPaused() && this.clientMayBeRead())
            this.client.resume();
        if (this.server.isPaused() && this.serverMayBeRead())
            this.server.resume();
    }
    closed(other) {
        if (!this.finished) {
            this.finished = true;
            this.toClient.close();
            this.toServer.close();
        }
        if (other.destroyed) {
            clearTimeout(this.linger);
            return;
        }
        // It may still be owed the end of what was sent; what it says is of no use to anybody.
        other.resume();
        this.lingerFor();
    }
    lingerFor() {
        this.linger ??= setTimeout(() => {
            this.client.destroy();
            this.server.destroy();
        }, lingerMilliseconds).unref();
    }
    guarded(run) {
        try {
            run();
        }
        catch (error) {
            this.fail(error);
        }
    }
    fail(error) {
        if (this.finished)
            return;
        this.log.failed({ error });
        const told = error instanceof PgsealError ? error : new PgsealError('internal');
        this.toClient.send(encodeErrorFrame(told, 'FATAL'));
        this.destroy();
    }
}
/** A socket that breaks closes without an end: whichever comes first tells. */
function once(run) {
    let done = false;
    return () => {
        if (done)
            return;
        done = true;
        run();
    };
}
//# sourceMappingURL=pipe.js.map