/**
 * Closed, it lets every call through. After so many outages in a row it opens and lets none through until its pause is
 * over; then one call goes ahead as a probe (half-open), and a longer pause begins. An answer closes it. A probe that is not
 * answered at all keeps nobody from the next one.
 * An outage counts only if its call began after the outage before it was counted: one break of many connections is one.
 */
export class CircuitBreaker {
    #settings;
    #outages = 0;
    /** Counted outages and answers: tells whether a call began before the last of them. */
    #turn = 0;
    #openUntil;
    #pauseMs;
    constructor(settings) {
        this.#settings = settings;
        this.#pauseMs = settings.pauseMs;
    }
    /** Milliseconds until a call may be let through again; undefined when one may now. */
    pausedFor() {
        if (this.#openUntil === undefined)
            return undefined;
        const left = this.#openUntil - this.#settings.now();
        return left > 0 ? left : undefined;
    }
    /** undefined: the call must not be made. */
    enter() {
        if (this.pausedFor() !== undefined)
            return undefined;
        if (this.#openUntil !== undefined)
            this.#beginPause();
        const turn = this.#turn;
        return {
            answered: () => this.#answered(),
            failed: () => {
                if (turn === this.#turn)
                    this.#count();
            },
        };
    }
    #answered() {
        const wasOpen = this.#openUntil !== undefined;
        this.#outages = 0;
        this.#turn += 1;
        this.#openUntil = undefined;
        this.#pauseMs = this.#settings.pauseMs;
        if (wasOpen)
            this.#settings.onChange('closed');
    }
    #count() {
        this.#turn += 1;
        this.#outages += 1;
        if (this.#outages < this.#settings.outages || this.#openUntil !== undefined)
            return;
        this.#beginPause();
        this.#settings.onChange('open');
    }
    #beginPause() {
        this.#openUntil = this.#settings.now() + this.#pauseMs;
        this.#pauseMs = Math.min(2 * this.#pauseMs, this.#settings.longestPauseMs);
    }
}
//# sourceMappingURL=circuit-breaker.js.map