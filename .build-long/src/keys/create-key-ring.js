import { performance } from 'node:perf_hooks';
import { PgsealError } from '../errors.js';
import { CallSlots } from './call-slots.js';
import { reservedPrefix } from './encryption-context.js';
import { createInsecureTestProvider } from './insecure-test-key.js';
import { KeyFileError, readKeyFile } from './key-file.js';
import { createLocalProvider } from './local.js';
import { NamedKeyRing } from './named-key-ring.js';
import { defaultCallPolicy, ServiceCalls } from './service-calls.js';
import { storeAnswer } from './stored-keys.js';
import { createTransitProvider } from './transit.js';
/** Calls to key services that run at once in a process, unless told otherwise. */
export const defaultCallBound = 50;
/**
 * The key ring of a process: reads key files, lets each KMS resolve the keys of the map, and in mode encrypt-only asks by a
 * dry run whether the credentials may decrypt. Rejects with PgsealError: keyConfiguration, or what the key service says.
 * Nothing is read from or written to the store before it is needed.
 */
export async function createKeyRing(options) {
    const slots = new CallSlots(options.callBound ?? defaultCallBound);
    const settings = {
        encryptOnly: options.mode === 'encrypt-only',
        bound: slots.bound,
        now: options.now ?? (() => performance.now()),
    };
    const rings = new Map();
    try {
        for (const config of options.keys.values()) {
            const { callPolicy: policy = defaultCallPolicy, log } = options;
            const counts = options.counts?.keyService(config.name);
            const counted = counts === undefined ? {} : { counts };
            const calls = new ServiceCalls({ namedKey: config.name, slots, policy, now: settings.now, log, ...counted });
            const provider = await createProvider(config, calls, settings.now);
            try {
                const keys = await provider.describe();
                rings.set(config.name, new NamedKeyRing(config, provider, keys, options.store, settings));
            }
            catch (error) {
                provider.close();
                throw error;
            }
        }
        if (settings.encryptOnly)
            await probeDecrypt(rings, options);
    }
    catch (error) {
        for (const ring of rings.values())
            ring.close();
        throw error;
    }
    return assemble(rings, options, settings.encryptOnly);
}
async function createProvider(config, calls, now) {
    for (const name of Object.keys(config.context)) {
        if (name.startsWith(reservedPrefix))
            throw misfit(config.name, `context pairs may not begin with "${reservedPrefix}"`);
    }
    switch (config.kms) {
        case 'aws': {
            if (config.keyId === undefined)
                throw misfit(config.name, 'keyId is missing');
            // The SDK is big: a process without an aws key never loads it.
            const { createAwsProvider } = await import('./aws.js');
            return createAwsProvider({ ...config, namedKey: config.name, keyId: config.keyId }, calls);
        }
        case 'transit':
            if (config.keyId === undefined || config.transit === undefined)
                throw misfit(config.name, 'keyId is missing');
            return createTransitProvider({ ...config.transit, ...config, namedKey: config.name, keyId: config.keyId }, calls, now);
        case 'local':
            if (config.keyFile === undefined)
                throw misfit(config.name, 'keyFile is missing');
            return createLocalProvider(readFileKeys(config.name, config.keyFile));
        case 'insecure-test-key':
            return createInsecureTestProvider();
    }
}
function readFileKeys(name, path) {
    try {
        return readKeyFile(path);
    }
    catch (error) {
        throw error instanceof KeyFileError ? misfit(name, error.message) : error;
    }
}
/** Mode encrypt-only: the only Decrypt ever sent is this dry run, and it should be denied. */
async function probeDecrypt(rings, options) {
    const { prove, log } = options;
    for (const [name, ring] of rings) {
        const verdict = options.probe === false && ring.keepsRightsApart ? 'not asked' : await ring.dryRunDecrypt();
        if (verdict === 'denied') {
            log.info({ key: name }, 'mode encrypt-only: the key service denies decryption to this process');
            continue;
        }
        const reason = `mode encrypt-only, but ${unproven[verdict]}`;
        if (prove)
            throw misfit(name, reason);
        log.warn({ key: name }, reason);
    }
}
const unproven = {
    permitted: 'the credentials of this process may decrypt',
    'not known': 'the key service does not say that decryption is denied',
    inseparable: 'whoever can seal with a key of this kind can open with it',
    'not asked': 'probe: false leaves unasked whether decryption is denied',
};
function assemble(rings, options, encryptOnly) {
    const indexKeys = new Map();
    const ringOf = (namedKey) => {
        const ring = rings.get(namedKey);
        if (ring === undefined)
            throw misfit(namedKey, 'the map has no such key');
        return ring;
    };
    const loadRow = async (row) => {
        if (!indexKeys.has(row.id))
            indexKeys.set(row.id, await ringOf(row.namedKey).index.load(row));
    };
    const shortestAge = Math.min(...[...options.keys.values()].map((config) => config.cache.maxAgeMs), 60_000);
    const sweeper = setInterval(() => {
        for (const ring of rings.values())
            ring.sweep();
    }, Math.max(1_000, shortestAge));
    sweeper.unref();
    return {
        generate: (namedKey, contexts, onCall, signal) => ringOf(namedKey).generate(contexts, onCall, signal),
        open(namedKey, keyPart, context, label, onCall) {
            if (encryptOnly)
                throw new PgsealError('openingForbidden', { column: label });
            return ringOf(namedKey).open(keyPart, context, label, onCall);
        },
        rewrap: async (namedKey, keyPart, context, label, onCall) => ringOf(namedKey).rewrap(keyPart, context, label, onCall),
        rewrapRow: async (row, onCall) => ringOf(row.namedKey).rewrapRow(row, onCall),
        isPresent: (row) => rings.get(row.namedKey)?.isPresent(row) ?? false,
        indexKey: (id) => indexKeys.get(id),
        async loadIndexKeys(ids) {
            const wanted = [...new Set(ids)].filter((id) => !indexKeys.has(id));
            if (wanted.length === 0)
                return;
            const rows = await storeAnswer(options.store.find(wanted));
            for (const id of wanted) {
                const row = rows.find((candidate) => candidate.id === id);
                if (row === undefined)
                    throw new PgsealError('indexKeyNotFound', { id });
                await loadRow(row);
            }
        },
        async obtainIndexKey(namedKey, group) {
            const row = await ringOf(namedKey).index.obtain(group);
            await loadRow(row);
            return row.id;
        },
        mac: async (namedKey, message, onCall) => ringOf(namedKey).mac(message, onCall),
        tenantKeys: async (namedKey, tenant) => ringOf(namedKey).tenantKeys(tenant),
        scheduleDeletion: (namedKey, arn, days) => ringOf(namedKey).scheduleDeletion(arn, days),
        status: () => [...rings.values()].map((ring) => ring.status()),
        check: (namedKey) => ringOf(namedKey).ping(),
        close() {
            clearInterval(sweeper);
            for (const ring of rings.values())
                ring.close();
            indexKeys.clear();
        },
    };
}
function misfit(key, reason) {
    return new PgsealError('keyConfiguration', { key, reason });
}
//# sourceMappingURL=create-key-ring.js.map