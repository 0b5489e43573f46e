import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { KmsError } from './kms-error.js';
import { KmsFaults } from './kms-faults.js';
import { KmsKeys } from './kms-keys.js';
import { kmsOperations } from './kms-operations.js';
import { KmsPrincipals } from './kms-principals.js';
import { trailEvent } from './kms-trail.js';
/**
 * A KMS for tests: HTTP on the loopback, AWS JSON 1.1, for the real SDK client. It checks no signatures; who calls is taken
 * from the credential of the Authorization header.
 */
export class KmsServer {
    keys = new KmsKeys('eu-central-1', '111122223333');
    principals = new KmsPrincipals();
    calls = [];
    /** Answered calls in the order of their answers, as CloudTrail would log them. */
    trail = [];
    /** Milliseconds before every answer. */
    delayMs = 0;
    /** Calls under way, and the most there ever were at once. */
    active = 0;
    mostActive = 0;
    #faults = new KmsFaults();
    #server;
    #port = 0;
    #gate;
    #reached;
    constructor() {
        this.#server = createServer((request, response) => void this.#serve(request, response));
    }
    /** Its endpoint; after `refuse` the same as before. */
    async listen() {
        await new Promise((resolve) => this.#server.listen(this.#port, '127.0.0.1', resolve));
        this.#port = this.#server.address().port;
        return `http://127.0.0.1:${this.#port}`;
    }
    async close() {
        this.#server.closeAllConnections();
        await new Promise((resolve) => this.#server.close(resolve));
    }
    /** Connections are refused, those that are open end, until `listen` is called again. */
    async refuse() {
        await this.close();
    }
    /** The next `times` calls, of this operation if one is given, meet this fault. */
    fail(fault, times = 1, operation) {
        this.#faults.order(fault, times, operation);
    }
    /** From now on `decide` says what each call meets. */
    schedule(decide) {
        this.#faults.schedule(decide);
    }
    clearFaults() {
        this.#faults.clear();
    }
    /** From now on this access key id may not do these operations. */
    deny(principal, ...operations) {
        this.principals.deny(principal, ...operations);
    }
    /** Every call waits until the returned function is called. */
    hold() {
        let release = () => { };
        this.#gate = new Promise((resolve) => {
            release = resolve;
        });
        return () => {
            this.#gate = undefined;
            release();
        };
    }
    /** Resolves when so many calls are under way at once. */
    reached(count) {
        return new Promise((resolve) => {
            this.#reached = { count, resolve };
            if (this.active === count)
                resolve();
        });
    }
    count(operation) {
        return this.calls.filter((call) => call.operation === operation).length;
    }
    /** The trail as files of lines hold it: one JSON object a line. */
    trailLines() {
        return this.trail.map((event) => `${JSON.stringify(event)}\n`).join('');
    }
    async #serve(request, response) {
        this.active++;
        this.mostActive = Math.max(this.mostActive, this.active);
        if (this.active === this.#reached?.count)
            this.#reached.resolve();
        let ended = false;
        const end = () => {
            if (!ended)
                this.active--;
            ended = true;
        };
        response.on('close', end);
        try {
            const chunks = [];
            for await (const chunk of request)
                chunks.push(chunk);
            const body = JSON.parse(Buffer.concat(chunks).toString('utf8'));
            await this.#answer(request, body, response, end);
        }
        catch {
            response.destroy();
        }
    }
    async #answer(request, body, response, end) {
        const operation = String(request.headers['x-amz-target']).replace(/^TrentService\./, '');
        const principal = /Credential=([^/]+)\//.exec(request.headers.authorization ?? '')?.[1] ?? '';
        const call = {
            operation,
            keyId: body.KeyId,
            context: body.EncryptionContext ?? {},
            principal,
            dryRun: body.DryRun === true,
            requestId: randomUUID(),
            error: undefined,
        };
        this.calls.push(call);
        if (this.delayMs > 0)
            await delay(this.delayMs, undefined, { ref: false });
        if (this.#gate !== undefined)
            await this.#gate;
        const fault = this.#faults.next(operation);
        if (fault?.kind === 'slow')
            await delay(fault.ms, undefined, { ref: false });
        if (fault?.kind === 'drop' || fault?.kind === 'reset' || fault?.kind === 'hang') {
            call.error = fault.kind;
            if (fault.kind === 'drop')
                request.socket.destroy();
            else if (fault.kind === 'reset')
                request.socket.resetAndDestroy();
            else if (!request.socket.destroyed)
                await once(request.socket, 'close');
            return;
        }
        const keyArns = [];
        let answer;
        let error;
        try {
            answer = this.#perform(call, body, fault, keyArns);
        }
        catch (thrown) {
            if (!(thrown instanceof KmsError))
                throw thrown;
            call.error = thrown.type;
            error = thrown;
        }
        this.#write(request, call, body, answer, error, keyArns);
        const headers = { 'content-type': 'application/x-amz-json-1.1', 'x-amzn-requestid': call.requestId };
        response.writeHead(error?.status ?? 200, headers);
        // Not under way any more once the answer leaves: the caller may be quicker than the event that says so.
        end();
        response.end(JSON.stringify(answer ?? { __type: error.type, message: error.message }));
    }
    #perform(call, body, fault, keyArns) {
        if (fault?.kind === 'throttle')
            throw new KmsError('ThrottlingException', 'Rate exceeded');
        if (fault?.kind === 'error')
            throw new KmsError(fault.type, fault.type, fault.status);
        const perform = kmsOperations[call.operation];
        if (perform === undefined)
            throw new KmsError('UnsupportedOperationException');
        return perform(this.keys, body, (arn, context = {}, action = call.operation) => {
            keyArns.push(arn);
            this.principals.check(call.principal, action, arn, context);
        });
    }
    #write(request, { operation, principal, requestId }, body, answer, error, keyArns) {
        const { region, account } = this.keys;
        const address = request.socket.remoteAddress ?? '';
        const userAgent = request.headers['user-agent'] ?? '';
        const asked = { operation, principal, requestId, request: body, keyArns };
        this.trail.push(trailEvent({ ...asked, answer, error, region, account, address, userAgent }));
    }
}
//# sourceMappingURL=kms-server.js.map