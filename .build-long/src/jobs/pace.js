import { setTimeout as delay } from 'node:timers/promises';
/** Rows a second of a job, on average; without a rate it never waits. */
export class Pace {
    #rate;
    #signal;
    #next = 0;
    constructor(rate, signal) {
        this.#rate = rate;
        this.#signal = signal;
    }
    /** Resolves when so many rows more may be done; at once when the signal comes. */
    async took(rows) {
        if (this.#rate === undefined)
            return;
        const now = performance.now();
        this.#next = Math.max(this.#next, now) + (rows * 1000) / this.#rate;
        await pause(this.#next - now, this.#signal);
    }
}
/** Waits so many milliseconds, or until the signal. */
export async function pause(milliseconds, signal) {
    if (milliseconds <= 0 || signal?.aborted === true)
        return;
    await delay(milliseconds, undefined, signal === undefined ? {} : { signal }).catch(() => undefined);
}
//# sourceMappingURL=pace.js.map