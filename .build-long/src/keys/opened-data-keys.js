/** Data keys kept: about 8 MB. */
const maxKept = 16_384;
/**
 * Data keys that were unwrapped under a branch key, so that a row that is read again costs no unwrapping. An entry counts
 * only with the very branch key that opened it: when that is let go, for its age or because its KMS key was disabled, its
 * data keys are out of use too. So this holds no key that the process could not make anyway from what it has.
 */
export class OpenedDataKeys {
    #kept = new Map();
    /** The data key wrapped as `wrapped` under `branch`; `unwrap` is asked when it is not kept. */
    get(branch, wrapped, unwrap) {
        const name = wrapped.toString('latin1');
        const kept = this.#kept.get(name);
        if (kept !== undefined && kept.branch === branch)
            return kept.key;
        const key = unwrap();
        if (this.#kept.size >= maxKept)
            this.#kept.delete(this.#kept.keys().next().value);
        this.#kept.set(name, { branch, key });
        return key;
    }
    /** Lets go of the keys whose branch key is no longer held. */
    sweep(holds) {
        for (const [name, { branch }] of this.#kept)
            if (!holds(branch))
                this.#kept.delete(name);
    }
    clear() {
        this.#kept.clear();
    }
}
//# sourceMappingURL=opened-data-keys.js.map