import type { NamedKey } from '../../src/config/config.ts'
import type { KeyRingLog } from '../../src/keys/create-key-ring.ts'

/** A named key of the map with everything at its default but what is given. */
export function namedKey(given: Partial<NamedKey> & Pick<NamedKey, 'kms'>): NamedKey {
  return {
    name: 'default',
    keyId: undefined,
    previousKeyIds: [],
    indexKeyId: undefined,
    region: undefined,
    endpoint: undefined,
    keyFile: undefined,
    dataKeys: 'per-row',
    context: {},
    tenants: undefined,
    cache: { maxAgeMs: 300_000, maxUses: 2 ** 28, maxBytes: 2 ** 40 },
    ...given,
  }
}

/** Keeps what is logged. */
export class MemoryLog implements KeyRingLog {
  readonly lines: string[] = []

  info(fields: object, message: string): void {
    this.lines.push(`info ${JSON.stringify(fields)} ${message}`)
  }

  warn(fields: object, message: string): void {
    this.lines.push(`warn ${JSON.stringify(fields)} ${message}`)
  }
}
