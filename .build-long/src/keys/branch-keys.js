import { randomUUID } from 'node:crypto';
import { branchKey, secretKey, wrapUnderBranchKey } from '../seal/data-key.js';
import { dataKeyLength } from '../seal/envelope.js';
import { keyRowContext } from './encryption-context.js';
import { keyIdBytes, keyIdText } from './key-id.js';
import { nameFailure } from './name-failure.js';
import { wrappedOf } from './stored-keys.js';
import { checkTenant } from './trusted-key.js';
/** Random nonces under one key are safe to 2^32; the rest is margin. No setting goes beyond it. */
const maxUsesOfAny = 2 ** 28;
/** No setting goes below it: a branch key too old when it arrives would be made again and again. */
const minAgeMs = 1_000;
/** Branch keys kept for opening: the oldest goes first. */
const maxKept = 10_000;
/**
 * The branch keys of one named key. A process wraps only under branch keys that it made itself, so that nobody else's key,
 * known to a thief or restored from a backup, ever protects new values; it opens under any that the map trusts.
 */
export class BranchKeys {
    #config;
    #provider;
    #arn;
    #store;
    #now;
    #maxUses;
    #maxAgeMs;
    #kept = new Map();
    #loading = new Map();
    /** By tenant; '' without one. */
    #own = new Map();
    #making = new Map();
    #last;
    constructor(config, provider, arn, store, now) {
        this.#config = config;
        this.#provider = provider;
        this.#arn = arn;
        this.#store = store;
        this.#now = now;
        const { maxAgeMs, maxUses, maxBytes } = config.cache;
        this.#maxAgeMs = Math.max(maxAgeMs, minAgeMs);
        this.#maxUses = Math.max(1, Math.min(maxUses, Math.floor(maxBytes / dataKeyLength), maxUsesOfAny));
    }
    /** `count` fresh data keys of one tenant; at once when its branch key in use has as many uses left. */
    generate(tenant, count, onCall) {
        const own = this.#usable(tenant);
        if (own !== undefined && own.usesLeft >= count)
            return wrapMany(own, count, []);
        return this.#generateMore(tenant, count, onCall);
    }
    async #generateMore(tenant, count, onCall) {
        const keys = [];
        for (;;) {
            const own = this.#usable(tenant);
            if (own !== undefined)
                wrapMany(own, Math.min(count - keys.length, own.usesLeft), keys);
            if (keys.length === count)
                return keys;
            // Single flight: everyone who waits shares the next one, and takes turns again.
            await join(this.#making.get(tenant) ?? fly(this.#making, tenant, (told) => this.#make(tenant, told)), onCall);
        }
    }
    #usable(tenant) {
        const own = this.#own.get(tenant);
        if (own === undefined)
            return undefined;
        if (own.usesLeft > 0 && this.#isFresh(own.made))
            return own;
        this.#own.delete(tenant);
        return undefined;
    }
    async #make(tenant, told) {
        const since = this.#now();
        await this.#store.checkInUse(tenant);
        const arn = await this.#store.arnOf(tenant, this.#arn);
        const draft = {
            id: randomUUID(),
            kind: 'branch',
            namedKey: this.#config.name,
            provider: this.#provider.name,
            arn,
            tenant,
            group: '',
            slot: null,
            wrapped: null,
            context: this.#config.context,
            created: new Date(),
            retired: null,
        };
        const { plaintext, wrapped } = await this.#provider.generate(keyRowContext(draft), told, arn);
        const branch = branchKey(secretKey(plaintext), keyIdBytes(draft.id), draft.namedKey, draft.tenant);
        // Durable before any value under it is sealed: else a crash would leave values that nobody can open.
        await this.#store.insert({ ...draft, wrapped });
        // For sealing the age counts from here, so that even a slow KMS gives a key that can be used.
        this.#own.set(tenant, { branch, made: this.#now(), usesLeft: this.#maxUses });
        this.#keep(draft.id, { branch, since });
    }
    /**
     * The branch key with this id (16 bytes), at once when it is kept; `tenant` is that of the value's row, undefined where it
     * is not known. Throws openFailed, class untrusted or tampered.
     */
    open(keyId, tenant, label, onCall) {
        const branch = this.#find(keyId, onCall);
        if (branch instanceof Promise) {
            return branch.then((loaded) => ofTenant(loaded, tenant, label), (error) => {
                throw nameFailure(error, label);
            });
        }
        return ofTenant(branch, tenant, label);
    }
    #find(keyId, onCall) {
        // Rows of one result mostly share a branch key: no id is turned into text for them.
        const last = this.#last;
        if (last?.branch.keyId.equals(keyId) && this.#isFresh(last.since))
            return last.branch;
        const id = keyIdText(keyId);
        const kept = this.#kept.get(id);
        if (kept !== undefined && this.#isFresh(kept.since)) {
            this.#last = kept;
            return kept.branch;
        }
        return join(this.#loading.get(id) ?? fly(this.#loading, id, (told) => this.#load(id, told)), onCall);
    }
    async #load(id, told) {
        const since = this.#now();
        const row = await this.#store.trustedRow(id, 'branch');
        const raw = await this.#provider.decrypt(row.arn, wrappedOf(row), keyRowContext(row), told);
        const branch = branchKey(secretKey(raw), keyIdBytes(id), row.namedKey, row.tenant);
        this.#keep(id, { branch, since });
        return branch;
    }
    #keep(id, kept) {
        this.#kept.delete(id);
        this.#kept.set(id, kept);
        if (this.#kept.size > maxKept)
            this.#kept.delete(this.#kept.keys().next().value);
    }
    /** For opening the age counts from before the KMS was asked: a key disabled there is out of use within the age. */
    #isFresh(since) {
        return this.#now() - since < this.#maxAgeMs;
    }
    /** Lets go of keys past their age, so that an idle process does not hold them. */
    sweep() {
        for (const [id, kept] of this.#kept)
            if (!this.#isFresh(kept.since))
                this.#kept.delete(id);
        for (const [tenant, own] of this.#own)
            if (!this.#isFresh(own.made))
                this.#own.delete(tenant);
        if (this.#last !== undefined && !this.#isFresh(this.#last.since))
            this.#last = undefined;
    }
    /** True for a branch key that `open` would still give. */
    holds(branch) {
        const kept = this.#kept.get(keyIdText(branch.keyId));
        return kept?.branch === branch && this.#isFresh(kept.since);
    }
    clear() {
        this.#kept.clear();
        this.#own.clear();
        this.#last = undefined;
    }
}
function fly(flights, name, begin) {
    const waiting = [];
    const answer = begin((requestId) => {
        for (const told of waiting)
            told(requestId);
    }).finally(() => flights.delete(name));
    const flight = { answer, waiting };
    flights.set(name, flight);
    return flight;
}
function join(flight, onCall) {
    if (onCall !== undefined)
        flight.waiting.push(onCall);
    return flight.answer;
}
function ofTenant(branch, tenant, label) {
    try {
        checkTenant(branch.tenant, tenant);
    }
    catch (error) {
        throw nameFailure(error, label);
    }
    return branch;
}
function wrapMany(own, count, keys) {
    own.usesLeft -= count;
    for (let i = 0; i < count; i++)
        keys.push(wrapUnderBranchKey(own.branch));
    return keys;
}
//# sourceMappingURL=branch-keys.js.map