import { PgsealError } from '../errors.js';
import { sameKmsKey } from './aws-arn.js';
import { KeyDistrusted } from './trusted-key.js';
/** Tenants whose keys are remembered: the oldest goes first. */
const maxKept = 10_000;
/** What may stand in an alias for `{tenant}`. Without a slash, so that no tenant's name reaches out of the template. */
const aliasPart = /^[A-Za-z0-9_-]{1,200}$/;
/**
 * The KMS keys of tenants under one named key. Each is resolved when it is first needed, not at start: there may be many.
 * As with the other keys of the map, an alias moved later changes nothing before the next start.
 */
export class TenantKeys {
    #namedKey;
    #settings;
    #provider;
    #kept = new Map();
    #resolving = new Map();
    constructor(namedKey, settings, provider) {
        this.#namedKey = namedKey;
        this.#settings = settings;
        this.#provider = provider;
    }
    /** The ARN that seals for a tenant; rejects with PgsealError tenantUnknown. */
    async arnOf(tenant) {
        return (await this.#keysOf(tenant)).current;
    }
    /** Rejects with KeyDistrusted unless the row's KMS key is one of its tenant's, so that no tenant's row names another's key. */
    async check(row) {
        let keys;
        try {
            keys = await this.#keysOf(row.tenant);
        }
        catch (error) {
            if (!isUnknown(error))
                throw error;
            throw new KeyDistrusted('the key id names a key of a tenant that has no KMS key in the map');
        }
        if (!keys.trusted.some((known) => sameKmsKey(known, row.arn))) {
            throw new KeyDistrusted('the key id names a KMS key that the map does not trust for its tenant');
        }
    }
    /** The tenant's ARNs, the one that seals first; rejects with tenantUnknown. */
    async trustedFor(tenant) {
        return (await this.#keysOf(tenant)).trusted;
    }
    /** Whether the row's KMS key is the one that its tenant's values are sealed under now. */
    async isCurrent(row) {
        try {
            return sameKmsKey(row.arn, await this.arnOf(row.tenant));
        }
        catch (error) {
            if (isUnknown(error))
                return false;
            throw error;
        }
    }
    /** The ARNs of the tenants that the map names one by one. */
    async listed() {
        const keys = await Promise.all([...this.#settings.keys.keys()].map((tenant) => this.#keysOf(tenant)));
        return keys.flatMap(({ trusted }) => trusted);
    }
    #keysOf(tenant) {
        const kept = this.#kept.get(tenant);
        if (kept !== undefined)
            return kept;
        const underWay = this.#resolving.get(tenant);
        if (underWay !== undefined)
            return underWay;
        const resolving = this.#resolve(tenant).finally(() => this.#resolving.delete(tenant));
        this.#resolving.set(tenant, resolving);
        return resolving;
    }
    async #resolve(tenant) {
        const keyIds = this.#settings.keys.get(tenant) ?? this.#byAlias(tenant);
        const arns = await Promise.all(keyIds.map((keyId) => this.#provider.resolve(keyId)));
        const trusted = arns.filter((arn) => arn !== undefined);
        const current = arns[0];
        if (current === undefined)
            throw this.#unknown();
        const keys = { current, trusted };
        if (this.#kept.size >= maxKept)
            this.#kept.delete(this.#kept.keys().next().value);
        this.#kept.set(tenant, keys);
        return keys;
    }
    #byAlias(tenant) {
        const { alias } = this.#settings;
        if (alias === undefined || !aliasPart.test(tenant))
            throw this.#unknown();
        return [alias.replaceAll('{tenant}', () => tenant)];
    }
    /** Names the column, never the tenant: it is a value of the client's row. */
    #unknown() {
        return new PgsealError('tenantUnknown', { column: this.#settings.column, key: this.#namedKey });
    }
}
function isUnknown(error) {
    return error instanceof PgsealError && error.errorName === 'tenantUnknown';
}
//# sourceMappingURL=tenant-keys.js.map