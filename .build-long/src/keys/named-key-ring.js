import { isDeepStrictEqual } from 'node:util';
import { PgsealError } from '../errors.js';
import { insecureTestKey, unwrapUnderBranchKey } from '../seal/data-key.js';
import { keySource } from '../seal/envelope.js';
import { openFailed } from '../seal/open-failed.js';
import { sameKmsKey } from './aws-arn.js';
import { BranchKeys } from './branch-keys.js';
import { keyRowContext, probeContext } from './encryption-context.js';
import { IndexKeys } from './index-keys.js';
import { KmsDataKeys } from './kms-data-keys.js';
import { nameFailure } from './name-failure.js';
import { OpenedDataKeys } from './opened-data-keys.js';
import { StoredKeys } from './stored-keys.js';
import { TenantKeys } from './tenant-keys.js';
import { checkTrusted } from './trusted-key.js';
/** The keys of one named key: sends each key part to what can open it, if the map's provider allows that source. */
export class NamedKeyRing {
    index;
    #config;
    #provider;
    #keys;
    #branch;
    #kms;
    #opened = new OpenedDataKeys();
    #tenantKeys;
    #testKey;
    constructor(config, provider, keys, store, settings) {
        this.#config = config;
        this.#provider = provider;
        this.#keys = keys;
        const { tenants } = config;
        const tenantKeys = tenants === undefined ? undefined : new TenantKeys(config.name, tenants, provider);
        const stored = new StoredKeys(store, config, provider, tenantKeys);
        this.#branch = new BranchKeys(config, provider, keys.arn, stored, settings.now);
        this.#kms = new KmsDataKeys(config, provider, keys.arn, stored, settings);
        this.index = new IndexKeys(config, provider, keys, stored, settings.encryptOnly);
        this.#tenantKeys = tenantKeys;
        this.#testKey = provider.name === 'insecure-test-key' ? insecureTestKey() : undefined;
    }
    generate(contexts, onCall, signal) {
        const testKey = this.#testKey;
        if (testKey !== undefined)
            return contexts.map(() => testKey);
        return this.#config.dataKeys === 'branch'
            ? this.#generateUnderBranches(contexts, onCall)
            : this.#kms.generate(contexts, onCall, signal);
    }
    #generateUnderBranches(contexts, onCall) {
        const tenant = contexts[0]?.tenant;
        if (tenant === undefined)
            return [];
        if (contexts.every((context) => context.tenant === tenant))
            return this.#branch.generate(tenant, contexts.length, onCall);
        return this.#generateForTenants(contexts, onCall);
    }
    async #generateForTenants(contexts, onCall) {
        const counts = new Map();
        for (const { tenant } of contexts)
            counts.set(tenant, (counts.get(tenant) ?? 0) + 1);
        const generated = await Promise.all([...counts].map(async ([tenant, count]) => [tenant, await this.#branch.generate(tenant, count, onCall)]));
        const byTenant = new Map(generated.map(([tenant, keys]) => [tenant, keys.values()]));
        return contexts.map(({ tenant }) => byTenant.get(tenant).next().value);
    }
    open(keyPart, context, label, onCall) {
        switch (keyPart.source) {
            case keySource.branch:
                if (this.#testKey !== undefined)
                    break;
                return this.#openUnderBranch(keyPart, context.tenant, label, onCall);
            case keySource.kms:
                if (this.#testKey !== undefined)
                    break;
                return this.#kms.open(keyPart, context, label, onCall);
            case keySource.insecureTestKey:
                if (this.#testKey === undefined)
                    throw openFailed(label, 'untrusted', 'sealed under the insecure test key');
                return this.#testKey.key;
            case keySource.statement:
                throw openFailed(label, 'untrusted', 'sealed under the key of another statement');
        }
        throw openFailed(label, 'untrusted', 'not sealed under the insecure test key, which is all that the map trusts');
    }
    #openUnderBranch(keyPart, tenant, label, onCall) {
        const branch = this.#branch.open(keyPart.keyId, tenant, label, onCall);
        if (!(branch instanceof Promise)) {
            const { wrapped } = keyPart;
            return this.#opened.get(branch, wrapped, () => unwrapUnderBranchKey(branch, wrapped, label));
        }
        const wrapped = Buffer.from(keyPart.wrapped);
        return branch.then((loaded) => unwrapUnderBranchKey(loaded, wrapped, label));
    }
    async rewrap(keyPart, context, label, onCall) {
        if (keyPart.source === keySource.kms && this.#testKey === undefined) {
            return this.#kms.rewrap(keyPart, context, label, (row) => this.isPresent(row), onCall);
        }
        // Throws for a source that the map does not allow; under a branch key it is the branch key that is wrapped anew.
        if (keyPart.source !== keySource.branch || this.#testKey !== undefined)
            await this.open(keyPart, context, label, onCall);
        return undefined;
    }
    async rewrapRow(row, onCall) {
        if (row.wrapped === null || row.retired !== null || (await this.isPresent(row)))
            return undefined;
        try {
            await checkTrusted(row, row.kind, this.#config, this.#provider, this.#tenantKeys);
            const arn = await this.#sealingArn(row.tenant);
            const moved = { ...row, arn, context: this.#config.context };
            const contexts = [keyRowContext(row), keyRowContext(moved)];
            const wrapped = await this.#provider.rewrap(row.arn, row.wrapped, ...contexts, arn, onCall);
            return { ...moved, wrapped };
        }
        catch (error) {
            throw nameFailure(error, row.id);
        }
    }
    isPresent(row) {
        if (row.provider !== this.#provider.name)
            return false;
        if (row.tenant !== '' && this.#tenantKeys !== undefined) {
            return this.#tenantKeys.isCurrent(row).then((current) => current && this.#hasPresentPairs(row));
        }
        const arn = row.kind === 'index' && row.wrapped === null ? this.#keys.indexArn : this.#keys.arn;
        return arn !== undefined && sameKmsKey(row.arn, arn) && this.#hasPresentPairs(row);
    }
    #hasPresentPairs(row) {
        return isDeepStrictEqual({ ...row.context }, this.#config.context);
    }
    #sealingArn(tenant) {
        return tenant === '' || this.#tenantKeys === undefined ? this.#keys.arn : this.#tenantKeys.arnOf(tenant);
    }
    /** See KeyRing.mac. */
    async mac(message, onCall) {
        const { indexArn } = this.#keys;
        if (message[0] === 0)
            throw new PgsealError('internal', {}, { logDetail: 'a message as those of index keys' });
        if (indexArn === undefined) {
            throw new PgsealError('keyConfiguration', { key: this.#config.name, reason: 'indexKeyId is missing' });
        }
        return this.#provider.mac(indexArn, message, onCall);
    }
    /** False where there is no key service that could deny anything. */
    get keepsRightsApart() {
        return !this.#provider.immediate;
    }
    /** Whether the credentials may decrypt, asked without decrypting. */
    async dryRunDecrypt() {
        const context = { ...probeContext, ...this.#config.context };
        return this.#provider.dryRunDecrypt(context, await this.#tenantKeys?.listed());
    }
    /** See KeyRing.tenantKeys. */
    async tenantKeys(tenant) {
        return this.#tenantKeys?.trustedFor(tenant);
    }
    /** See KeyRing.scheduleDeletion. */
    async scheduleDeletion(arn, days) {
        if (this.#provider.scheduleDeletion === undefined) {
            throw new PgsealError('internal', {}, { logDetail: 'deletion of a KMS key that no tenant owns' });
        }
        return this.#provider.scheduleDeletion(arn, days);
    }
    /** See KeyRing.check. */
    async ping() {
        await this.#provider.ping?.();
    }
    status() {
        const { name, kms, dataKeys } = this.#config;
        return { name, kms, dataKeys, ...this.#keys };
    }
    sweep() {
        this.#branch.sweep();
        this.#opened.sweep((branch) => this.#branch.holds(branch));
    }
    close() {
        this.#branch.clear();
        this.#opened.clear();
        this.#provider.close();
    }
}
//# sourceMappingURL=named-key-ring.js.map