// While a job exchanges a table, statements on it wait at the gate of their connection: before they are planned, so that
// none reaches the server planned by what was true before. Shared by all connections of a process.
/** So long after it was last told that the process is known to jobs, it must not be relied on that they wait for it. */
const leaseMs = 10_000;
const nothing = { own: [], all: [] };
/** The key of a table within these holds. */
export function heldKey({ schema, name }) {
    return `${schema}\0${name}`;
}
export class TableHolds {
    #members = new Set();
    /** By bare name. */
    #watched = new Map();
    #watchedKeys = [];
    /** Bare names of views and other relations by which a watched table may be reached. */
    #indirect = new Set();
    #held = new Map();
    #waiting = new Set();
    #renewed = performance.now();
    #renewal;
    /** Counts tables that were exchanged: names and plans made before are made again. */
    exchanged = 0;
    /** Something is watched, so that statements must pass the gate. */
    get active() {
        return this.#watchedKeys.length > 0;
    }
    /** Tables that may be held soon: from now on connections know what of their own touches one. `indirect`: bare names. */
    watch(tables, indirect) {
        const watched = new Map();
        for (const table of tables) {
            const keys = watched.get(table.name);
            if (keys === undefined)
                watched.set(table.name, [heldKey(table)]);
            else
                keys.push(heldKey(table));
        }
        // What is held stays watched until it is released.
        for (const key of this.#held.keys()) {
            const name = key.slice(key.indexOf('\0') + 1);
            const keys = watched.get(name);
            if (keys === undefined)
                watched.set(name, [key]);
            else if (!keys.includes(key))
                keys.push(key);
        }
        this.#watched = watched;
        this.#watchedKeys = [...watched.values()].flat();
        this.#indirect = indirect;
    }
    /** What a statement with these bare relation names may touch; `any`: it may touch everything (EXECUTE). */
    reach(names, any) {
        let own = [];
        let indirect = any;
        for (const name of names) {
            const keys = this.#watched.get(name);
            if (keys !== undefined)
                own = own.length === 0 ? keys : [...own, ...keys];
            indirect ||= this.#indirect.has(name);
        }
        if (!indirect)
            return own.length === 0 ? nothing : { own, all: own };
        return { own, all: this.#watchedKeys };
    }
    /** The process was known to jobs at this time of performance.now(), and its catalog is not older. */
    renew(at) {
        this.#renewed = at;
        const renewal = this.#renewal;
        this.#renewal = undefined;
        renewal?.resolve();
    }
    /**
     * A promise of the next renewal where the last was too long ago: jobs may take the process to be dead, as when it was
     * stopped for a while, and have exchanged a table without it.
     */
    lapsed() {
        if (performance.now() - this.#renewed < leaseMs)
            return undefined;
        if (this.#renewal === undefined) {
            let resolve = () => undefined;
            const done = new Promise((settle) => {
                resolve = settle;
            });
            this.#renewal = { done, resolve };
        }
        return this.#renewal.done;
    }
    /** Settles when the table is released; undefined when it is not held. */
    released(key) {
        return this.#held.get(key)?.released;
    }
    /**
     * From now on new statements on the table wait, but those of transactions that have touched it already. Resolves when
     * nothing that was planned before can reach the server any more, or when the hold has ended.
     */
    hold(table, id) {
        const key = heldKey(table);
        const before = this.#held.get(key);
        if (before !== undefined)
            before.ids.add(id);
        else {
            let release = () => undefined;
            const released = new Promise((resolve) => {
                release = resolve;
            });
            this.#held.set(key, { key, ids: new Set([id]), released, release });
            if (!this.#watchedKeys.includes(key)) {
                this.#watched.set(table.name, [...(this.#watched.get(table.name) ?? []), key]);
                this.#watchedKeys = [...this.#watchedKeys, key];
            }
        }
        return new Promise((resolve) => {
            const look = () => {
                const isOver = this.#held.get(key)?.ids.has(id) !== true;
                const reaches = !isOver && [...this.#members].some((member) => member.reaches());
                if (reaches)
                    return;
                this.#waiting.delete(look);
                resolve();
            };
            this.#waiting.add(look);
            look();
        });
    }
    /** The hold is over: unless there is another, statements go on, by the catalog that is in force then. */
    release(table, id) {
        this.exchanged += 1;
        const held = this.#held.get(heldKey(table));
        if (held === undefined || !held.ids.delete(id) || held.ids.size > 0)
            return;
        this.#held.delete(held.key);
        held.release();
        this.look();
    }
    join(member) {
        this.#members.add(member);
    }
    leave(member) {
        this.#members.delete(member);
        this.look();
    }
    /** A connection's state has changed. */
    look() {
        if (this.#waiting.size > 0)
            for (const look of [...this.#waiting])
                look();
    }
}
//# sourceMappingURL=table-holds.js.map