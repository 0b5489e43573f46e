import { PgsealError } from '../errors.js';
import { encodeAuthentication } from '../wire/authentication.js';
import { encodeErrorFrame } from '../wire/error-frame.js';
import { handleCancel } from './cancel.js';
import { checkCertificate } from './certificate-user.js';
import { relayLogin } from './login.js';
import { LoginFrames } from './login-frames.js';
import { readOpening } from './opening.js';
import { Pipe } from './pipe.js';
import { refusesAtOnce } from './refusal-peek.js';
import { serverLogin } from './server-login.js';
import { checkStartup } from './startup-check.js';
import { checkedCredential, loginDone } from './termination.js';
import { connectUpstream } from './upstream.js';
import { attempts } from './upstream-tls.js';
/** A client's socket from accept to close: opening packets, login, then a Pipe. Nothing that happens in it throws outside. */
export class Session {
    id;
    /** The socket that was accepted, or what encrypts it. */
    client;
    options;
    log;
    abort = new AbortController();
    pipe;
    server;
    /** The client sent a CancelRequest: it may leave before that has reached the server. */
    cancels = false;
    constructor(id, client, options, log) {
        this.id = id;
        this.client = client;
        this.options = options;
        this.log = log;
        client.on('error', () => undefined);
    }
    async run() {
        const { client } = this;
        // The clock runs until the login is done (pitfall A34).
        const clock = setTimeout(() => this.destroy(), this.options.loginMilliseconds);
        client.once('close', () => {
            clearTimeout(clock);
            if (this.pipe === undefined && !this.cancels)
                this.giveUp();
        });
        try {
            const opening = await readOpening(client, this.options.tls);
            if (opening?.secured !== undefined)
                this.client = opening.secured.socket;
            if (opening === undefined)
                client.destroy();
            else if (opening.kind === 'cancel') {
                this.cancels = true;
                const { upstream, findKeyWait, findKeyWaitElsewhere } = this.options;
                await handleCancel(this.client, opening.body, upstream, this.abort.signal, findKeyWait, findKeyWaitElsewhere);
            }
            else
                await this.open(opening);
        }
        catch (error) {
            this.refuse(error);
        }
        clearTimeout(clock);
    }
    /** This session's wait for keys, if a cancel request with this key is about it. */
    keyWait(...key) {
        return this.pipe?.keyWait(...key);
    }
    /** Ends the connection as soon as nothing is under way; before the login is done, at once. */
    drain() {
        if (this.pipe !== undefined)
            this.pipe.drain();
        else
            this.refuse(new PgsealError('shuttingDown'));
    }
    owedReplies() {
        return this.pipe?.owedReplies() ?? 0;
    }
    destroy() {
        this.giveUp();
        this.client.destroy();
    }
    async open(opening) {
        const { client, options } = this;
        const startup = checkStartup(opening.body, options);
        if (startup === undefined) {
            client.destroy();
            return;
        }
        // Before anything else is said: a password must not be asked for in the clear (pitfall A6).
        if (options.tls?.options.mode === 'require' && opening.secured === undefined)
            throw new PgsealError('tlsRequired');
        if (opening.secured !== undefined)
            checkCertificate(options.tls.options, opening.secured.commonName, startup.user);
        if (startup.negotiate !== undefined)
            client.write(startup.negotiate);
        const loggedIn = await (options.termination === undefined
            ? this.relay(startup.packet, opening.rest)
            : this.terminate(options.termination, startup, opening));
        const { server } = this;
        if (loggedIn === undefined || server === undefined) {
            server?.destroy();
            client.end();
            client.resume();
            return;
        }
        const { user, database, parameters } = startup;
        const leave = options.seats.take(user);
        if (client.closed)
            leave();
        else
            client.once('close', leave);
        this.log.loggedIn({ user, database });
        const clientAddress = client.remoteAddress ?? '';
        const session = { id: this.id, user, database, parameters, clientAddress };
        this.pipe = new Pipe(client, server, options.connectionFactory, session, this.log);
        this.pipe.start(loggedIn);
    }
    async relay(packet, sentAhead) {
        return relayLogin(this.client, await this.connect(packet), sentAhead);
    }
    async terminate(rules, startup, opening) {
        const { client } = this;
        const { user } = startup;
        const fromClient = new LoginFrames(client, opening.rest);
        const credential = await checkedCredential(rules, client, fromClient, user, opening.secured);
        if (credential === undefined)
            return undefined;
        const server = await this.connect(startup.packet);
        const fromServer = new LoginFrames(server);
        const refusal = await serverLogin(server, fromServer, user, credential);
        client.write(refusal ?? encodeAuthentication(loginDone));
        return refusal === undefined ? { fromClient: fromClient.rest(), fromServer: fromServer.rest() } : undefined;
    }
    /** The server's socket, to which `packet` was sent; a server that refuses it may be tried another way (sslmode). */
    async connect(packet) {
        const { upstream } = this.options;
        const ways = attempts(upstream.tls.mode);
        for (let at = 0;; at += 1) {
            const server = await connectUpstream(upstream, ways[at], this.abort.signal);
            this.server = server;
            server.write(packet);
            if (at === ways.length - 1 || !(await refusesAtOnce(server)))
                return server;
            server.destroy();
        }
    }
    /** Before the login is done: tells the client, closes both sides. */
    refuse(error) {
        this.giveUp();
        const { client } = this;
        if (client.destroyed)
            return;
        const told = error instanceof PgsealError ? error : new PgsealError('internal');
        if (error instanceof PgsealError)
            this.log.closed({ reason: error.errorName });
        if (!(error instanceof PgsealError) || error.logDetail !== undefined)
            this.log.failed({ error });
        client.end(encodeErrorFrame(told, 'FATAL'));
        client.resume();
        // A client that doesn't close its side is not waited for.
        setTimeout(() => client.destroy(), 2_000).unref();
    }
    giveUp() {
        this.abort.abort();
        this.server?.destroy();
    }
}
//# sourceMappingURL=session.js.map