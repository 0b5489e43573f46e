import { Shared } from './held-until-released.js';
import { checkChange } from './map-change.js';
import { startSealing } from './sealing.js';
export class MapInForce {
    #config;
    #sealing;
    #log;
    #counts;
    #connections = new Set();
    /** All connections go by the map in force. */
    onSettled = () => undefined;
    constructor(config, sealing, log, counts) {
        this.#config = config;
        this.#sealing = sealing === undefined ? undefined : shared(sealing);
        this.#log = log;
        this.#counts = counts;
    }
    get config() {
        return this.#config;
    }
    get sealing() {
        return this.#sealing?.value;
    }
    /** False while connections still go by an earlier map. */
    isSettled() {
        return ![...this.#connections].some(({ pending }) => pending !== undefined);
    }
    /** Reads the catalogs of all maps again that connections go by; gives that of the map in force. */
    async refresh() {
        const current = this.#sealing.value;
        const inUse = new Set([...this.#connections].map((held) => held.current.value));
        inUse.delete(current);
        await Promise.all([...inUse].map(({ catalogSource }) => catalogSource.refresh()));
        return current.catalogSource.refresh();
    }
    /** A connection that is served by the map; what it goes by stays open until it has left or changed. */
    join(make) {
        const current = this.#sealing?.take();
        if (current === undefined)
            return undefined;
        const held = { make, connection: undefined, current, pending: undefined };
        this.#connections.add(held);
        return {
            deps: make(current.value),
            made: (connection) => {
                held.connection = connection;
            },
            left: () => {
                if (!this.#connections.delete(held))
                    return;
                this.#release(held.current);
                if (held.pending === undefined)
                    return;
                this.#release(held.pending);
                if (this.isSettled())
                    this.onSettled();
            },
        };
    }
    /** Makes everything that `next` needs, beside what is in force. Rejects with what is wrong; then nothing has changed. */
    async prepare(next) {
        checkChange(this.#config, next);
        const previous = this.#sealing?.value;
        const sealing = previous === undefined ? undefined : shared(await startSealing(next, this.#log, this.#counts, { previous }));
        return {
            commit: () => this.#commit(next, sealing),
            abort: async () => sealing?.release(),
        };
    }
    close() {
        return this.#sealing?.release() ?? Promise.resolve();
    }
    #commit(config, sealing) {
        this.#config = config;
        if (sealing === undefined)
            return;
        const before = this.#sealing;
        this.#sealing = sealing;
        for (const held of this.#connections)
            this.#change(held, sealing);
        if (this.isSettled())
            this.onSettled();
        if (before !== undefined)
            this.#release(before);
    }
    #change(held, next) {
        if (held.pending !== undefined)
            this.#release(held.pending);
        held.pending = next.take();
        held.connection?.change(held.make(next.value), () => {
            held.pending = undefined;
            const { current } = held;
            held.current = next;
            if (this.isSettled())
                this.onSettled();
            this.#release(current);
        });
    }
    #release(sealing) {
        sealing.release().catch((error) => this.#log.failed({ during: 'letting go of an earlier map', error }));
    }
}
function shared(sealing) {
    return new Shared(sealing, (one) => one.close());
}
//# sourceMappingURL=map-in-force.js.map