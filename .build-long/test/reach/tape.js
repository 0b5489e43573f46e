/**
 * Where the choices of a generated statement come from: numbers that fast-check makes and makes smaller. 0 is always the
 * simplest choice, and so is all that is asked for behind the end.
 */
export class Tape {
    #numbers;
    #at = 0;
    constructor(numbers) {
        this.#numbers = numbers;
    }
    /** From 0 to below `count`. */
    draw(count) {
        const number = this.#numbers[this.#at] ?? 0;
        this.#at += 1;
        return count <= 1 ? 0 : number % count;
    }
    pick(choices) {
        const chosen = choices[this.draw(choices.length)];
        if (chosen === undefined)
            throw new Error('nothing to choose from');
        return chosen;
    }
    /** True once in so many times, and never in the simplest statement. */
    chance(once) {
        return this.draw(once) === once - 1 && once > 1;
    }
}
//# sourceMappingURL=tape.js.map