// What a process counts for its metrics: plain numbers that only grow, counted where things happen and read when somebody
// asks. No name is put together and no text is made on the way.
/** Upper bounds of the latency buckets, in milliseconds. */
export const latencyBounds = [1, 2.5, 5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000];
/** Calls to the key service of one named key, each attempt counted. */
export class KeyServiceCounts {
    /** The service did what was asked, said no, asked for a pause, or did not answer. */
    outcomes = { ok: 0, refused: 0, throttled: 0, outage: 0 };
    /** Answers by the first bound they keep to; the last entry is beyond all. */
    buckets = new Array(latencyBounds.length + 1).fill(0);
    totalMs = 0;
    breakerOpen = false;
    /** When the last attempt ended, on the clock that its caller has; undefined before the first. */
    lastAt = undefined;
    /** The service did not do what it was asked. */
    lastFailed = false;
    ended(outcome, milliseconds, now) {
        this.outcomes[outcome] += 1;
        let at = 0;
        while (at < latencyBounds.length && milliseconds > latencyBounds[at])
            at += 1;
        this.buckets[at] += 1;
        this.totalMs += milliseconds;
        this.lastAt = now;
        this.lastFailed = outcome !== 'ok';
    }
}
export class Counts {
    /** Sockets that were accepted. */
    connections = 0;
    /** Executions by what became of them; those of hidden statements are not counted. */
    statements = { passthrough: 0, sealed: 0, refused: 0, failed: 0, unopened: 0 };
    /** Results whose description was known from before, and those for which it had to be asked. */
    descriptions = { known: 0, asked: 0 };
    /** Values opened although nothing in the result told their row (`verify: when-known`). */
    uncheckedRecords = 0;
    /** Refusals by the name of their error. */
    refusals = new Map();
    /** Connections that ended by an error, by its name. */
    failures = new Map();
    /** Alerts by kind. */
    alerts = { opened: 0, failures: 0, 'first-seen': 0, canary: 0 };
    /** Lines of the audit trail: those written, those that could not be, and statements refused for that. */
    audit = { written: 0, lost: 0, refused: 0 };
    #columns = new Map();
    #keyServices = new Map();
    /** Of the column with this label. */
    column(label) {
        let counts = this.#columns.get(label);
        if (counts === undefined)
            this.#columns.set(label, (counts = { sealed: 0, opened: 0 }));
        return counts;
    }
    keyService(namedKey) {
        let counts = this.#keyServices.get(namedKey);
        if (counts === undefined)
            this.#keyServices.set(namedKey, (counts = new KeyServiceCounts()));
        return counts;
    }
    /** By named key. */
    get keyServices() {
        return this.#keyServices;
    }
}
export function countOne(counts, name) {
    counts.set(name, (counts.get(name) ?? 0) + 1);
}
//# sourceMappingURL=counts.js.map