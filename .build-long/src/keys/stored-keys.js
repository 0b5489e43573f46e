import { PgsealError } from '../errors.js';
import { CiphertextRefused } from './provider.js';
import { checkTrusted, KeyDistrusted } from './trusted-key.js';
/** pgseal.keys as one named key may use it: rows are checked against the map, failures are PgsealErrors. */
export class StoredKeys {
    #store;
    #config;
    #provider;
    #tenantKeys;
    constructor(store, config, provider, tenantKeys) {
        this.#store = store;
        this.#config = config;
        this.#provider = provider;
        this.#tenantKeys = tenantKeys;
    }
    insert(row) {
        return storeAnswer(this.#store.insert(row));
    }
    obtain(row) {
        return storeAnswer(this.#store.obtain(row));
    }
    find(ids) {
        return storeAnswer(this.#store.find(ids));
    }
    /** Rejects with PgsealError tenantShredded when nothing may be sealed for the tenant any more. */
    async checkInUse(tenant) {
        if (tenant === '')
            return;
        const { name } = this.#config;
        if (await storeAnswer(this.#store.tenantRetired(name, tenant)))
            throw new PgsealError('tenantShredded', { key: name });
    }
    /** The KMS key to seal under for a tenant; `own` is the named key's. */
    arnOf(tenant, own) {
        if (this.#tenantKeys === undefined)
            return own;
        return this.#tenantKeys.arnOf(tenant);
    }
    /** The row with this id, checked; rejects with KeyDistrusted. */
    async trustedRow(id, kind) {
        const [row] = await this.find([id]);
        if (row === undefined)
            throw new KeyDistrusted('the key id names no row of pgseal.keys');
        // Also a key that a process made while the tenant was being shredded.
        if (row.tenant !== '' && (await storeAnswer(this.#store.tenantRetired(row.namedKey, row.tenant)))) {
            throw new KeyDistrusted('the key id names a key of a tenant that was shredded');
        }
        await checkTrusted(row, kind, this.#config, this.#provider, this.#tenantKeys);
        return row;
    }
}
/** What the store answers; its own failures become keyStoreUnavailable. */
export async function storeAnswer(answer) {
    try {
        return await answer;
    }
    catch (error) {
        if (error instanceof PgsealError)
            throw error;
        const { code } = error;
        const logDetail = `pgseal.keys: ${typeof code === 'string' ? code : 'no code given'}`;
        throw new PgsealError('keyStoreUnavailable', {}, { logDetail });
    }
}
/** What a row wraps. Throws CiphertextRefused when it wraps nothing. */
export function wrappedOf(row) {
    if (row.wrapped === null)
        throw new CiphertextRefused('the row of pgseal.keys wraps no key');
    return row.wrapped;
}
//# sourceMappingURL=stored-keys.js.map