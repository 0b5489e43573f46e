import type { TestContext } from 'node:test'
import type { NamedKey } from '../../src/config/config.ts'
import { createKeyRing, type KeyRingOptions } from '../../src/keys/create-key-ring.ts'
import type { KeyPart, KeyRing } from '../../src/keys/key-ring.ts'
import { parseEnvelope } from '../../src/seal/envelope.ts'
import { sealValue } from '../../src/seal/seal-value.ts'
import type { DataKey, SealedColumn } from '../../src/seal/sealed-column.ts'
import { MemoryKeyStore } from './memory-key-store.ts'
import { MemoryLog } from './named-keys.ts'

export const users = { table: 'public.users', record: '', tenant: '' }
export const label = 'public.users.email'

const column: SealedColumn = {
  label,
  labelTag: 1,
  logicalType: 'text',
  namedKey: 'default',
  pad: 0,
  terms: [],
}

/** A key ring that ends with the test, with its store and log. */
export async function ring(
  t: TestContext,
  key: NamedKey,
  options: Partial<Omit<KeyRingOptions, 'keys' | 'store' | 'log'>> & { store?: MemoryKeyStore } = {},
): Promise<{ ring: KeyRing; store: MemoryKeyStore; log: MemoryLog }> {
  const store = options.store ?? new MemoryKeyStore()
  const log = new MemoryLog()
  const made = await createKeyRing({
    mode: 'full',
    prove: false,
    ...options,
    keys: new Map([[key.name, key]]),
    store,
    log,
  })
  t.after(() => made.close())
  return { ring: made, store, log }
}

/** The key part as it is met again: within an envelope that was stored. */
export function keyPartOf(key: DataKey): KeyPart {
  return parseEnvelope(sealValue(column, key, Buffer.alloc(0), Buffer.from('value'), []), label).keyPart
}
