/** A seeded source of numbers (xorshift32), so that a failing run can be run again. */
export class Random {
    state;
    constructor(seed) {
        this.state = seed === 0 ? 1 : seed | 0;
    }
    /** An integer in [0, limit). */
    below(limit) {
        let x = this.state;
        x ^= x << 13;
        x ^= x >>> 17;
        x ^= x << 5;
        this.state = x;
        return (x >>> 0) % limit;
    }
    bytes(length) {
        return Buffer.from(Array.from({ length }, () => this.below(256)));
    }
    pick(items) {
        return items[this.below(items.length)];
    }
    list(most, make) {
        return Array.from({ length: this.below(most + 1) }, make);
    }
}
//# sourceMappingURL=random.js.map