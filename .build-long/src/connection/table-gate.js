export class TableGate {
    #holds;
    #state;
    /** Tables that statements of the open transaction were let through to. */
    #touched = new Set();
    /** Such a statement was sent since the last time nothing was owed. */
    #inFlight = false;
    /** The client's message at hand has passed the gate: it must be sent before a hold is in force. */
    #passed = false;
    /** A message of the client's is being worked on. */
    #busy = false;
    #waits = false;
    constructor(holds, state) {
        this.#holds = holds;
        this.#state = state;
        holds.join(this);
    }
    get exchanged() {
        return this.#holds.exchanged;
    }
    /**
     * A statement with these bare relation names is to be planned: undefined when it may be now, else a promise after which
     * it asks again. `any`: its names do not say what it touches.
     */
    pass(names, any) {
        if (!this.#holds.active)
            return undefined;
        if (!this.#state.inTransaction())
            this.#touched.clear();
        const { own, all } = this.#holds.reach(names, any);
        if (all.length === 0)
            return undefined;
        if (!this.#passed) {
            for (const key of all) {
                const released = this.#touched.has(key) ? undefined : (this.#holds.released(key) ?? this.#holds.lapsed());
                if (released === undefined)
                    continue;
                this.#waits = true;
                this.#holds.look();
                return released.then(() => {
                    this.#waits = false;
                });
            }
        }
        this.#passed = true;
        for (const key of own)
            this.#touched.add(key);
        return undefined;
    }
    /** A message of the client's comes to be handled. */
    begin() {
        this.#passed = false;
        this.#busy = true;
    }
    /** It has been handled: what it asks of the server is sent. */
    end() {
        this.#busy = false;
        if (this.#passed && this.#state.owes())
            this.#inFlight = true;
        this.#holds.look();
    }
    /** The server has answered something. */
    answered() {
        if (!this.#inFlight || this.#state.owes())
            return;
        this.#inFlight = false;
        this.#holds.look();
    }
    /** ROLLBACK TO lets go of locks. */
    forgetTouched() {
        this.#touched.clear();
    }
    reaches() {
        if (this.#waits)
            return false;
        return (this.#busy && this.#passed) || (this.#inFlight && this.#state.owes());
    }
    leave() {
        this.#holds.leave(this);
    }
}
//# sourceMappingURL=table-gate.js.map