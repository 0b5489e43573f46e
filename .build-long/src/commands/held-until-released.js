/** Something that several maps in force use: closed when the last lets go of it. */
export class Shared {
    value;
    #close;
    #uses = 1;
    constructor(value, close) {
        this.value = value;
        this.#close = close;
    }
    take() {
        this.#uses += 1;
        return this;
    }
    async release() {
        this.#uses -= 1;
        if (this.#uses === 0)
            await this.#close(this.value);
    }
}
//# sourceMappingURL=held-until-released.js.map