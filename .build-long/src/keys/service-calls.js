import { setTimeout as sleep } from 'node:timers/promises';
import { PgsealError } from '../errors.js';
import { KeyServiceCounts } from '../observe/counts.js';
import { SlotTimeout } from './call-slots.js';
import { CircuitBreaker } from './circuit-breaker.js';
export const defaultCallPolicy = {
    connectMs: 2_000,
    attemptMs: 5_000,
    totalMs: 10_000,
    attempts: 3,
    pauseMs: { outage: 100, throttled: 400 },
    retryBudget: 100,
    breaker: { outages: 5, pauseMs: 250, longestPauseMs: 2_000 },
};
/** A call that succeeds gives back this share of a repeated attempt. */
const budgetReturn = 0.2;
/** Thrown into `toError` when an attempt has used up its time. */
export class AttemptTimeout extends Error {
    constructor() {
        super('no answer in time');
        this.name = 'TimeoutError';
    }
}
/** The calls to one named key's service: bounded in number and time, repeated where that helps, stopped where it does not. */
export class ServiceCalls {
    namedKey;
    policy;
    /** Calls that run at once in the process. */
    bound;
    counts;
    #slots;
    #now;
    #random;
    #breaker;
    #budget;
    constructor(options) {
        const { namedKey, slots, policy, now, log, random = Math.random, counts = new KeyServiceCounts() } = options;
        this.counts = counts;
        // Those of an earlier ring of the same process may go on here, its breaker does not.
        counts.breakerOpen = false;
        this.namedKey = namedKey;
        this.policy = policy;
        this.bound = slots.bound;
        this.#slots = slots;
        this.#now = now;
        this.#random = random;
        this.#budget = policy.retryBudget;
        this.#breaker = new CircuitBreaker({
            ...policy.breaker,
            now,
            onChange: (state) => {
                counts.breakerOpen = state === 'open';
                if (state === 'open')
                    log.warn({ key: namedKey }, 'the key service does not answer: it is asked again after a pause');
                else
                    log.info({ key: namedKey }, 'the key service answers again');
            },
        });
    }
    /**
     * What `send` gives; it should end when the signal does, and is not waited for any longer. `toError` says what a failure
     * means: keyServiceUnavailable is an outage and keyServiceThrottled asks for a pause, both are tried again; everything
     * else is final. Rejects within the policy's total, with what `toError` made of the last failure.
     */
    async run(send, toError) {
        const deadline = this.#now() + this.policy.totalMs;
        let last;
        for (let attempt = 1;; attempt += 1) {
            if (this.#breaker.pausedFor() !== undefined)
                throw last ?? this.#unavailable(leftAlone);
            try {
                const left = deadline - this.#now();
                return await this.#slots.run(() => this.#attempt(send, toError, deadline, last), left);
            }
            catch (error) {
                if (error instanceof SlotTimeout)
                    throw last ?? this.#unavailable('too many calls are waiting for it');
                last = error;
                await this.#pause(last, attempt, deadline);
            }
        }
    }
    async #attempt(send, toError, deadline, last) {
        const passage = this.#breaker.enter();
        if (passage === undefined)
            throw last ?? this.#unavailable(leftAlone);
        const controller = new AbortController();
        const began = this.#now();
        let timer;
        const timeout = new Promise((_, reject) => {
            const giveUp = () => {
                reject(new AttemptTimeout());
                controller.abort();
            };
            timer = setTimeout(giveUp, Math.max(0, Math.min(this.policy.attemptMs, deadline - this.#now())));
        });
        try {
            const answer = await Promise.race([send(controller.signal), timeout]);
            passage.answered();
            this.#count('ok', began);
            this.#budget = Math.min(this.policy.retryBudget, this.#budget + budgetReturn);
            return answer;
        }
        catch (thrown) {
            const error = toError(thrown);
            const kind = repeatable(error);
            this.#count(kind ?? 'refused', began);
            if (kind === 'outage')
                passage.failed();
            else
                passage.answered();
            throw error;
        }
        finally {
            clearTimeout(timer);
        }
    }
    /** Waits before the next attempt, or throws `error` when there is to be none. */
    async #pause(error, attempt, deadline) {
        const kind = repeatable(error);
        if (kind === undefined || attempt >= this.policy.attempts || this.#budget < 1)
            throw error;
        const most = this.policy.pauseMs[kind] * 2 ** (attempt - 1);
        const pause = most / 2 + (this.#random() * most) / 2;
        if (this.#now() + pause >= deadline)
            throw error;
        this.#budget -= 1;
        await sleep(pause);
    }
    #count(outcome, began) {
        const now = this.#now();
        this.counts.ended(outcome, now - began, now);
    }
    #unavailable(reason) {
        return new PgsealError('keyServiceUnavailable', { key: this.namedKey, reason });
    }
}
const leftAlone = 'it did not answer several times and is left alone for a moment';
function repeatable(error) {
    if (!(error instanceof PgsealError))
        return undefined;
    if (error.errorName === 'keyServiceUnavailable')
        return 'outage';
    return error.errorName === 'keyServiceThrottled' ? 'throttled' : undefined;
}
//# sourceMappingURL=service-calls.js.map