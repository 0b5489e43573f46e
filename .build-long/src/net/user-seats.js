import { PgsealError } from '../errors.js';
/** How many connections each database user has, once logged in: a login that fails takes nobody's place. */
export class UserSeats {
    #limit;
    #taken = new Map();
    /** `limit` is asked at each login; undefined for none. */
    constructor(limit) {
        this.#limit = limit;
    }
    /** Gives what is to be called once, when the connection is gone. Throws PgsealError tooManyConnections. */
    take(user) {
        const taken = this.#taken.get(user) ?? 0;
        const limit = this.#limit();
        if (limit !== undefined && taken >= limit)
            throw new PgsealError('tooManyConnections', { user });
        this.#taken.set(user, taken + 1);
        return () => {
            const left = (this.#taken.get(user) ?? 1) - 1;
            if (left === 0)
                this.#taken.delete(user);
            else
                this.#taken.set(user, left);
        };
    }
}
//# sourceMappingURL=user-seats.js.map