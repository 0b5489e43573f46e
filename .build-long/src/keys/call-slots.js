/** No slot came free within the time that the caller gave. */
export class SlotTimeout extends Error {
    constructor() {
        super('no free slot');
        this.name = 'SlotTimeout';
    }
}
/** At most `bound` calls to key services run at once in a process; the others wait in order. */
export class CallSlots {
    bound;
    #free;
    #waiting = new Set();
    constructor(bound) {
        this.bound = bound;
        this.#free = bound;
    }
    /** Rejects with SlotTimeout, the call unmade, when no slot is free within `waitMs`. */
    async run(call, waitMs) {
        if (this.#free > 0)
            this.#free--;
        else
            await this.#turn(waitMs);
        try {
            return await call();
        }
        finally {
            // The slot goes straight to the next in line, so that a newcomer can't overtake.
            const [next] = this.#waiting;
            if (next === undefined)
                this.#free++;
            else
                next();
        }
    }
    #turn(waitMs) {
        return new Promise((resolve, reject) => {
            let timer;
            const resume = () => {
                clearTimeout(timer);
                this.#waiting.delete(resume);
                resolve();
            };
            this.#waiting.add(resume);
            if (waitMs === undefined)
                return;
            const giveUp = () => {
                this.#waiting.delete(resume);
                reject(new SlotTimeout());
            };
            timer = setTimeout(giveUp, Math.max(0, waitMs));
        });
    }
}
/** Maps in order with at most `bound` calls under way; after a failure no further call is begun. */
export async function mapBounded(items, bound, map) {
    const results = new Array(items.length);
    let next = 0;
    let failed = false;
    const worker = async () => {
        while (!failed && next < items.length) {
            const index = next++;
            try {
                results[index] = await map(items[index]);
            }
            catch (error) {
                failed = true;
                throw error;
            }
        }
    };
    await Promise.all(Array.from({ length: Math.min(bound, items.length) }, worker));
    return results;
}
//# sourceMappingURL=call-slots.js.map