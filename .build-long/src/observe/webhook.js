// Calls of a webhook: POST of JSON, one after the other, from a bounded queue. Nobody waits for them but who asks to.
/** Bodies that wait at most. The newest is given up when there are more: the first ones tell how it began. */
const mostWaiting = 1_000;
const attempts = 3;
const firstDelayMs = 500;
export class Webhook {
    /** Bodies given up since the start. */
    dropped = 0;
    #options;
    #log;
    #closing = new AbortController();
    #waiting = [];
    #sending = false;
    constructor(options, log) {
        this.#options = options;
        this.#log = log;
    }
    /** Queues a body. The promise never rejects: true when a server took it (any 2xx). */
    send(body) {
        if (this.#waiting.length >= mostWaiting || this.#closing.signal.aborted) {
            this.#drop('the queue is full');
            return Promise.resolve(false);
        }
        return new Promise((done) => {
            this.#waiting.push({ body, done });
            if (!this.#sending)
                void this.#run();
        });
    }
    /** Gives up what still waits. */
    close() {
        this.#closing.abort();
    }
    async #run() {
        this.#sending = true;
        for (let next = this.#waiting.shift(); next !== undefined; next = this.#waiting.shift()) {
            next.done(await this.#deliver(next.body));
        }
        this.#sending = false;
    }
    async #deliver(body) {
        let reason = 'the process ends';
        for (let attempt = 0; attempt < attempts && !this.#closing.signal.aborted; attempt += 1) {
            if (attempt > 0)
                await this.#pause((this.#options.retryMs ?? firstDelayMs) * 2 ** (attempt - 1));
            reason = await this.#post(body);
            if (reason === '')
                return true;
        }
        this.#drop(reason);
        return false;
    }
    /** '' when it was taken, else why not. */
    async #post(body) {
        const { url, headers, timeoutMs } = this.#options;
        // AbortSignal.any is younger than the oldest Node.js that is supported.
        const call = new AbortController();
        const abort = () => call.abort();
        let timedOut = false;
        const timer = setTimeout(() => {
            timedOut = true;
            abort();
        }, timeoutMs);
        this.#closing.signal.addEventListener('abort', abort);
        try {
            const answer = await fetch(url, {
                method: 'POST',
                headers: { ...headers, 'content-type': 'application/json' },
                body,
                redirect: 'error',
                signal: call.signal,
            });
            await answer.body?.cancel();
            return answer.ok ? '' : `status ${answer.status}`;
        }
        catch (error) {
            if (timedOut)
                return 'no answer in time';
            const { name, cause } = error;
            const code = cause?.code;
            return typeof code === 'string' ? code : (name ?? 'failed');
        }
        finally {
            clearTimeout(timer);
            this.#closing.signal.removeEventListener('abort', abort);
        }
    }
    #pause(milliseconds) {
        return new Promise((resolve) => {
            const timer = setTimeout(done, milliseconds);
            timer.unref();
            const { signal } = this.#closing;
            function done() {
                clearTimeout(timer);
                signal.removeEventListener('abort', done);
                resolve();
            }
            signal.addEventListener('abort', done);
        });
    }
    #drop(reason) {
        this.dropped += 1;
        this.#log.webhookFailed({ reason, dropped: this.dropped });
    }
}
//# sourceMappingURL=webhook.js.map