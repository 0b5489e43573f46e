/** Which call meets which fault: first those that were ordered one by one, then what the schedule says. */
export class KmsFaults {
    #ordered = [];
    #schedule;
    #index = 0;
    order(fault, times, operation) {
        for (let i = 0; i < times; i++)
            this.#ordered.push({ fault, operation });
    }
    schedule(decide) {
        this.#schedule = { decide, since: performance.now() };
        this.#index = 0;
    }
    clear() {
        this.#ordered.length = 0;
        this.#schedule = undefined;
    }
    next(operation) {
        const place = this.#ordered.findIndex((entry) => entry.operation === undefined || entry.operation === operation);
        if (place !== -1)
            return this.#ordered.splice(place, 1)[0].fault;
        if (this.#schedule === undefined)
            return undefined;
        return this.#schedule.decide(operation, this.#index++, performance.now() - this.#schedule.since);
    }
}
/** Well for `upMs`, then `fault` for `downMs`, and so on. */
export function flapping(upMs, downMs, fault) {
    return (_operation, _index, elapsedMs) => (elapsedMs % (upMs + downMs) < upMs ? undefined : fault);
}
/** Each call meets one of the faults with the given probability; `random` gives numbers from 0 to below 1. */
export function unreliable(probability, faults, random) {
    return () => (random() < probability ? faults[Math.floor(random() * faults.length)] : undefined);
}
//# sourceMappingURL=kms-faults.js.map