import { randomUUID } from 'node:crypto';
import { kmsDataKey, secretKey } from '../seal/data-key.js';
import { encodeKeyPart, keySource } from '../seal/envelope.js';
import { mapBounded } from './call-slots.js';
import { dataKeyContext } from './encryption-context.js';
import { keyIdBytes, keyIdText } from './key-id.js';
import { nameFailure } from './name-failure.js';
import { checkTenant } from './trusted-key.js';
/** Rows of kind kms are as many as KMS keys, sets of pairs and tenants; a forged id finds no row and is not kept. */
const maxKeptRows = 10_000;
/** The data keys of one named key that the KMS itself wraps: a call a row, and the KMS's log says which. */
export class KmsDataKeys {
    #config;
    #provider;
    #arn;
    #store;
    #bound;
    #now;
    #rows = new Map();
    #opening = new Map();
    /** The rows to seal under, by tenant; '' without one. */
    #sealing = new Map();
    #obtaining = new Map();
    constructor(config, provider, arn, store, { bound, now }) {
        this.#config = config;
        this.#provider = provider;
        this.#arn = arn;
        this.#store = store;
        this.#bound = bound;
        this.#now = now;
    }
    /** One data key for each context, in order; at once when the provider needs no network. */
    generate(contexts, onCall, signal) {
        const lacking = new Set();
        const rows = contexts.map(({ tenant }) => {
            const kept = this.#sealing.get(tenant);
            if (kept !== undefined && this.#isFresh(kept))
                return kept;
            lacking.add(tenant);
            return undefined;
        });
        if (lacking.size === 0)
            return this.#generate(contexts, rows, onCall, signal);
        return Promise.all([...lacking].map((tenant) => this.#obtainedRow(tenant))).then((obtained) => {
            const byTenant = new Map(obtained.map((kept) => [kept.row.tenant, kept]));
            const all = rows.map((kept, at) => kept ?? byTenant.get(contexts[at].tenant));
            return this.#generate(contexts, all, onCall, signal);
        });
    }
    #generate(contexts, rows, onCall, signal) {
        const generate = (context, { row }) => this.#provider.generate(dataKeyContext(context, row), onCall, row.arn);
        const toDataKey = ({ plaintext, wrapped }, { keyId }) => kmsDataKey(keyId, plaintext, wrapped);
        if (this.#provider.immediate) {
            return contexts.map((context, at) => toDataKey(generate(context, rows[at]), rows[at]));
        }
        return mapBounded([...contexts.keys()], this.#bound, async (at) => {
            signal?.throwIfAborted();
            return toDataKey(await generate(contexts[at], rows[at]), rows[at]);
        });
    }
    #obtainedRow(tenant) {
        const underWay = this.#obtaining.get(tenant);
        if (underWay !== undefined)
            return underWay;
        const obtaining = this.#obtainRow(tenant).finally(() => this.#obtaining.delete(tenant));
        this.#obtaining.set(tenant, obtaining);
        return obtaining;
    }
    async #obtainRow(tenant) {
        const since = this.#now();
        await this.#store.checkInUse(tenant);
        const arn = await this.#store.arnOf(tenant, this.#arn);
        const row = await this.#store.obtain({
            id: randomUUID(),
            kind: 'kms',
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
        });
        // The database's word is not taken for the key to seal under.
        const kept = { keyId: keyIdBytes(row.id), row: { ...row, arn, tenant }, since };
        if (this.#sealing.size >= maxKeptRows)
            this.#sealing.clear();
        this.#sealing.set(tenant, kept);
        return kept;
    }
    /** A tenant's row is read again after a while, since the tenant may be shredded; the others hold for good. */
    #isFresh({ row, since }) {
        return row.tenant === '' || this.#now() - since < this.#config.cache.maxAgeMs;
    }
    /** Throws openFailed, class untrusted or tampered. Two that ask for the same at the same time share one call. */
    open(keyPart, context, label, onCall) {
        const id = keyIdText(keyPart.keyId);
        const kept = this.#rows.get(id);
        try {
            if (kept !== undefined && this.#isFresh(kept)) {
                const answer = this.#decrypt(id, kept.row, keyPart.wrapped, context, onCall);
                if (!(answer instanceof Promise))
                    return answer;
                return named(answer, label);
            }
        }
        catch (error) {
            throw nameFailure(error, label);
        }
        // The envelope is a view that may be gone when the row is here.
        const wrapped = Buffer.from(keyPart.wrapped);
        return named(this.#trustedRow(id).then((found) => this.#decrypt(id, found, wrapped, context, onCall)), label);
    }
    /**
     * The same data key under the present KMS key and pairs, as a key part; undefined when it is so wrapped already. The bytes
     * of `keyPart` are copied. Rejects with openFailed, class untrusted or tampered.
     */
    async rewrap(keyPart, record, label, isPresent, onCall) {
        const id = keyIdText(keyPart.keyId);
        const wrapped = Buffer.from(keyPart.wrapped);
        try {
            const kept = this.#rows.get(id);
            const from = kept !== undefined && this.#isFresh(kept) ? kept.row : await this.#trustedRow(id);
            checkTenant(from.tenant, record.tenant);
            if (await isPresent(from))
                return undefined;
            const sealing = this.#sealing.get(from.tenant);
            const to = sealing !== undefined && this.#isFresh(sealing) ? sealing : await this.#obtainedRow(from.tenant);
            const contexts = [dataKeyContext(record, from), dataKeyContext(record, to.row)];
            const blob = await this.#provider.rewrap(from.arn, wrapped, ...contexts, to.row.arn, onCall);
            return encodeKeyPart(keySource.kms, to.keyId, blob);
        }
        catch (error) {
            throw nameFailure(error, label);
        }
    }
    async #trustedRow(id) {
        const since = this.#now();
        const row = await this.#store.trustedRow(id, 'kms');
        if (this.#rows.size >= maxKeptRows)
            this.#rows.clear();
        this.#rows.set(id, { keyId: keyIdBytes(id), row, since });
        return row;
    }
    #decrypt(id, row, wrapped, record, onCall) {
        checkTenant(row.tenant, record.tenant);
        const decrypt = (told) => this.#provider.decrypt(row.arn, wrapped, dataKeyContext(record, row), told);
        if (this.#provider.immediate)
            return secretKey(decrypt());
        const name = JSON.stringify([id, wrapped.toString('latin1'), record.table, record.record]);
        const flight = this.#opening.get(name) ?? this.#begin(name, decrypt);
        if (onCall !== undefined)
            flight.waiting.push(onCall);
        return flight.key;
    }
    #begin(name, decrypt) {
        const waiting = [];
        const key = Promise.resolve(decrypt((requestId) => {
            for (const told of waiting)
                told(requestId);
        }))
            .then(secretKey)
            .finally(() => this.#opening.delete(name));
        const flight = { key, waiting };
        this.#opening.set(name, flight);
        return flight;
    }
}
function named(answer, label) {
    return answer.catch((error) => {
        throw nameFailure(error, label);
    });
}
//# sourceMappingURL=kms-data-keys.js.map