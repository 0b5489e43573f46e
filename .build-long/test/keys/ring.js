import { createKeyRing } from '../../src/keys/create-key-ring.js';
import { parseEnvelope } from '../../src/seal/envelope.js';
import { sealValue } from '../../src/seal/seal-value.js';
import { MemoryKeyStore } from './memory-key-store.js';
import { MemoryLog } from './named-keys.js';
export const users = { table: 'public.users', record: '', tenant: '' };
export const label = 'public.users.email';
const column = {
    label,
    labelTag: 1,
    logicalType: 'text',
    namedKey: 'default',
    pad: 0,
    terms: [],
};
/** A key ring that ends with the test, with its store and log. */
export async function ring(t, key, options = {}) {
    const store = options.store ?? new MemoryKeyStore();
    const log = new MemoryLog();
    const made = await createKeyRing({
        mode: 'full',
        prove: false,
        ...options,
        keys: new Map([[key.name, key]]),
        store,
        log,
    });
    t.after(() => made.close());
    return { ring: made, store, log };
}
/** The key part as it is met again: within an envelope that was stored. */
export function keyPartOf(key) {
    return parseEnvelope(sealValue(column, key, Buffer.alloc(0), Buffer.from('value'), []), label).keyPart;
}
//# sourceMappingURL=ring.js.map