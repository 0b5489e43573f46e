// It is long because both directions of a connection and its end are one machine, whose states nobody else may see.
import { timingSafeEqual } from 'node:crypto';
import { PgsealError } from '../errors.js';
import { decodeBackendKeyData } from '../wire/backend-key-data.js';
import { encodeErrorFrame } from '../wire/error-frame.js';
import { FrameReader } from '../wire/frame-reader.js';
import { backend, frontend } from '../wire/message-codes.js';
import { ClientCopyData, onlyCopyData } from './client-copy-data.js';
import { handleBind, handleClose, handleDescribe, handleExecute, handleParse, handleSync, } from './client-messages.js';
import { handleQuery } from './client-query.js';
import { handleFunctionCall } from './function-call.js';
import { Skipped } from './hidden-call.js';
import { Link } from './link.js';
import { RowLoop } from './row-loop.js';
import { handleComplete, handleCopyIn, handleEnd, handleError, handleNoData, handleParameterDescription, handleParameterStatus, handleReady, handleRowDescription, outOfPlace, pass, passAside, } from './server-messages.js';
/**
 * One client's connection once it is logged in: frames in, frames out. Chunks are taken over by the readers. A returned
 * Promise asks the caller to hold that direction until it settles; order is kept in both (pitfall D31). A rejection means
 * that the connection has ended.
 */
export class Connection {
    link;
    client;
    server;
    rowLoop;
    draining = false;
    /** A message of the client's is being worked on, though nothing of it may have been sent yet. */
    clientBusy = false;
    next = undefined;
    /** The message at hand parses the unnamed statement: PostgreSQL drops the old one even if it fails (pitfall A42). */
    parsesUnnamed = false;
    ended = false;
    copyData;
    constructor(deps, outlets) {
        const wholeFrame = deps.memoryPerConnection;
        this.client = new FrameReader({ wholeFrame, client: true });
        this.server = new FrameReader({ wholeFrame });
        this.link = new Link(deps, outlets);
        this.rowLoop = new RowLoop(this.link, this.server);
        this.copyData = new ClientCopyData(this.link, this.client);
    }
    fromClient(chunk) {
        this.client.push(chunk);
        return this.pumpClient();
    }
    fromServer(chunk) {
        this.server.push(chunk);
        return this.pumpServer();
    }
    /** The client does not take what it is sent, or does so again. */
    clientFull(full) {
        this.link.clock?.clientWaitedFor(full);
    }
    /** The client has gone without Terminate. */
    clientEnded() {
        this.end();
    }
    /** The client has closed its side while a message of its own is being worked on: keys are not waited for any more. */
    clientLeaving() {
        this.link.keyWaits.close();
    }
    /** What a cancel request with this key means while the connection waits for keys; undefined when it does not. */
    keyWait(processId, secretKey) {
        const { backendKey, keyWaits, owed } = this.link;
        if (backendKey === undefined || backendKey.processId !== processId || !keyWaits.waiting)
            return undefined;
        if (!sameSecret(backendKey.secretKey, secretKey))
            return undefined;
        const end = keyWaits.capture();
        const head = owed.head();
        return {
            serverMayWork: owed.hasStatement(),
            end: () => {
                // A long result waits again and again: as long as it is the same, the request is for it.
                if (!end() && head !== undefined && owed.head() === head)
                    keyWaits.end();
            },
        };
    }
    /** The server has gone: what it said last was passed on, nothing is added (pitfall A57). */
    serverEnded() {
        this.end();
    }
    /** Ends the connection as soon as nothing is under way. */
    drain() {
        this.draining = true;
        this.endIfDrained();
    }
    isIdle() {
        const { link, client } = this;
        const between = !this.clientBusy && client.remaining === 0 && client.buffered === 0;
        return between && link.owed.length === 0 && !link.block && !link.pipelineOpen;
    }
    /** Another map is in force: it is this connection's as soon as nothing is under way, which `adopted` is told. */
    change(deps, adopted) {
        this.next = { deps, adopted };
        this.adoptIfIdle();
    }
    adoptIfIdle() {
        const { next } = this;
        if (next === undefined || this.ended || !this.isIdle())
            return;
        this.next = undefined;
        this.link.adopt(next.deps);
        next.adopted();
    }
    /** Replies that the server owes. */
    owedReplies() {
        return this.link.owed.length;
    }
    endIfDrained() {
        if (!this.draining || this.ended || !this.isIdle())
            return;
        this.fatal(new PgsealError('shuttingDown'));
    }
    // ---- client to server ----------------------------------------------------------------------------------------------
    pumpClient() {
        for (;;) {
            let waiting;
            try {
                if (this.ended || !this.client.head())
                    break;
                const type = this.client.type;
                if (type === frontend.copyData) {
                    const part = this.copyData.take();
                    if (part === 'more')
                        break;
                    waiting = part;
                }
                else {
                    const frame = this.client.take();
                    if (frame === undefined)
                        break;
                    this.parsesUnnamed = type === frontend.parse && frame[5] === 0;
                    this.link.gate?.begin();
                    if (this.link.clock !== undefined && beginsStatement(type))
                        this.link.clock.begin();
                    waiting = this.link.skipping && skipped(type) ? undefined : this.handleClient(type, frame);
                }
            }
            catch (error) {
                this.link.gate?.end();
                this.refuseMessage(error);
                continue;
            }
            if (waiting !== undefined) {
                this.flush();
                this.clientBusy = true;
                return waiting.then(() => {
                    this.clientBusy = false;
                    this.link.gate?.end();
                    return this.pumpClient();
                }, (error) => {
                    this.clientBusy = false;
                    this.link.gate?.end();
                    this.refuseMessage(error);
                    return this.pumpClient();
                });
            }
            else
                this.link.gate?.end();
        }
        this.flush();
        // A message without a reply, such as Flush, may have been all that was under way.
        if (this.next !== undefined)
            this.adoptIfIdle();
        if (this.draining)
            this.endIfDrained();
        return undefined;
    }
    handleClient(type, frame) {
        const { link } = this;
        switch (type) {
            case frontend.parse:
                return handleParse(link, frame);
            case frontend.bind:
                return handleBind(link, frame);
            case frontend.describe:
                return handleDescribe(link, frame);
            case frontend.execute:
                return handleExecute(link, frame);
            case frontend.close:
                return handleClose(link, frame);
            case frontend.sync:
                return handleSync(link, frame);
            case frontend.flush:
                link.toServer.pass(frame);
                return undefined;
            case frontend.query:
                return handleQuery(link, frame);
            case frontend.functionCall:
                return handleFunctionCall(link, frame);
            case frontend.copyDone:
            case frontend.copyFail:
                link.clock?.clientWaitedFor(false);
                return this.copyData.end(type === frontend.copyFail, frame);
            case frontend.terminate:
                link.toServer.pass(frame);
                return undefined;
            default:
                throw new PgsealError('protocolViolation', { what: `message type ${type} is not known` });
        }
    }
    /** A message that the analysis, a value or the key service refused: the server is made to fail in its place. */
    refuseMessage(error) {
        const { link } = this;
        if (this.ended || error instanceof Skipped) {
            link.skipping = true;
            return;
        }
        if (!(error instanceof PgsealError) || error.severity === 'FATAL') {
            this.fatal(error);
            return;
        }
        link.deps.log.refused({ error, statement: 'message' });
        if (this.parsesUnnamed) {
            link.submitRefusal(error, '');
            link.prepared.deleteStatement('');
        }
        else
            link.submitRefusal(error);
    }
    // ---- server to client ----------------------------------------------------------------------------------------------
    pumpServer() {
        try {
            for (;;) {
                if (this.ended || !this.server.head())
                    break;
                const type = this.server.type;
                if (type === backend.dataRow || type === backend.copyData) {
                    const waiting = type === backend.dataRow ? this.rowLoop.run() : this.passPart();
                    if (waiting === 'more')
                        break;
                    if (waiting !== undefined) {
                        this.flush();
                        return waiting.then(() => this.pumpServer(), (error) => this.fatal(error));
                    }
                    continue;
                }
                const frame = this.server.take();
                if (frame === undefined)
                    break;
                this.handleServer(type, frame);
                this.link.settled();
            }
        }
        catch (error) {
            this.fatal(error);
            return undefined;
        }
        this.link.sendRows();
        this.flush();
        if (this.next !== undefined)
            this.adoptIfIdle();
        if (this.draining)
            this.endIfDrained();
        return undefined;
    }
    passPart() {
        const part = this.server.takeRun(onlyCopyData, true) ?? this.server.takePart();
        if (part === undefined)
            return 'more';
        pass(this.link, part);
        return undefined;
    }
    handleServer(type, frame) {
        const { link } = this;
        switch (type) {
            case backend.parseComplete:
            case backend.bindComplete:
            case backend.closeComplete:
                return handleComplete(link, frame);
            case backend.commandComplete:
            case backend.emptyQueryResponse:
                return handleEnd(link, frame, false);
            case backend.portalSuspended:
                return handleEnd(link, frame, true);
            case backend.readyForQuery:
                return handleReady(link, frame);
            case backend.rowDescription:
                return handleRowDescription(link, frame);
            case backend.parameterDescription:
                return handleParameterDescription(link, frame);
            case backend.noData:
                return handleNoData(link, frame);
            case backend.errorResponse:
                return handleError(link, frame);
            case backend.parameterStatus:
                return handleParameterStatus(link, frame);
            case backend.copyInResponse:
                return handleCopyIn(link, frame);
            case backend.copyOutResponse:
            case backend.copyDone:
            case backend.functionCallResponse:
                return pass(link, frame);
            case backend.noticeResponse:
            case backend.notificationResponse:
                return passAside(link, frame);
            case backend.backendKeyData:
                link.backendKey = decodeBackendKeyData(Buffer.from(frame.subarray(5)));
                return passAside(link, frame);
            default:
                return outOfPlace();
        }
    }
    // ---- ending --------------------------------------------------------------------------------------------------------
    flush() {
        this.link.toServer.flush();
        this.link.toClient.flush();
    }
    fatal(error) {
        if (this.ended)
            return;
        this.link.deps.log.failed({ error });
        const said = error instanceof PgsealError ? error : new PgsealError('internal');
        const severity = 'FATAL';
        this.link.toClient.send(encodeErrorFrame(said, severity));
        this.link.toClient.flush();
        this.end();
    }
    end() {
        if (this.ended)
            return;
        this.ended = true;
        for (let owed = this.link.owed.shift(); owed !== undefined; owed = this.link.owed.shift()) {
            owed.collects?.skip();
            owed.completes?.skip();
            this.link.clock?.ended(owed, 'connection ended');
        }
        this.link.deps.audit?.finishAll('connection ended');
        this.link.abandon();
        this.link.destroy();
    }
}
function sameSecret(a, b) {
    return a.length === b.length && timingSafeEqual(a, b);
}
function beginsStatement(type) {
    return type === frontend.parse || type === frontend.bind || type === frontend.execute || type === frontend.query;
}
/** What the server discards until Sync. */
function skipped(type) {
    return type !== frontend.sync && type !== frontend.terminate;
}
//# sourceMappingURL=connection.js.map