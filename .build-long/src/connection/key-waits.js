import { PgsealError } from '../errors.js';
/**
 * What one connection waits for from its keys, so that a cancel request or a client that leaves can end the wait at once.
 * The call itself may serve other connections too and goes on within its own time; its result is dropped here.
 */
export class KeyWaits {
    #ends = new Set();
    /** Ends what would still be begun for a wait that has ended. */
    #begun = new AbortController();
    #closed = false;
    /** The key ring as this connection sees it. */
    over(keyRing) {
        const own = Object.create(keyRing);
        own.generate = (namedKey, contexts, onCall) => {
            const keys = keyRing.generate(namedKey, contexts, onCall, this.#begun.signal);
            return keys instanceof Promise ? this.#wait(keys) : keys;
        };
        own.open = (namedKey, keyPart, context, label, onCall) => {
            const key = keyRing.open(namedKey, keyPart, context, label, onCall);
            return key instanceof Promise ? this.#wait(key) : key;
        };
        own.mac = (namedKey, message, onCall) => this.#wait(keyRing.mac(namedKey, message, onCall));
        return own;
    }
    get waiting() {
        return this.#ends.size > 0;
    }
    /** The waits under way now: the function ends those of them that still are, and says whether there were any. */
    capture() {
        const captured = [...this.#ends];
        return () => {
            const live = captured.filter((end) => this.#ends.has(end));
            if (live.length > 0)
                this.#end(live);
            return live.length > 0;
        };
    }
    end() {
        this.#end([...this.#ends]);
    }
    /** The client is gone: every wait ends, and every later one as soon as it begins. */
    close() {
        this.#closed = true;
        this.end();
    }
    #end(ends) {
        this.#begun.abort();
        if (!this.#closed)
            this.#begun = new AbortController();
        for (const end of ends)
            end(new PgsealError('queryCanceled'));
    }
    #wait(answer) {
        return new Promise((resolve, reject) => {
            const end = (error) => {
                this.#ends.delete(end);
                reject(error);
            };
            this.#ends.add(end);
            answer.then((value) => {
                this.#ends.delete(end);
                resolve(value);
            }, end);
            if (this.#closed)
                end(new PgsealError('queryCanceled'));
        });
    }
}
//# sourceMappingURL=key-waits.js.map