import type { KeyObject } from 'node:crypto'
import { performance } from 'node:perf_hooks'
import type { NamedKey } from '../config/config.ts'
import { PgsealError } from '../errors.ts'
import type { Counts } from '../observe/counts.ts'
import { CallSlots } from './call-slots.ts'
import { reservedPrefix } from './encryption-context.ts'
import { createInsecureTestProvider } from './insecure-test-key.ts'
import { type FileKey, KeyFileError, readKeyFile } from './key-file.ts'
import type { KeyRing } from './key-ring.ts'
import type { KeyRow, KeyStore } from './key-store.ts'
import { createLocalProvider } from './local.ts'
import { NamedKeyRing } from './named-key-ring.ts'
import type { DecryptVerdict, Provider } from './provider.ts'
import { type CallPolicy, defaultCallPolicy, ServiceCalls } from './service-calls.ts'
import { storeAnswer } from './stored-keys.ts'
import { createTransitProvider } from './transit.ts'

/** Calls to key services that run at once in a process, unless told otherwise. */
export const defaultCallBound = 50

/** Where the ring says what an operator should know; pino has this shape. Never a key, blob or value. */
export type KeyRingLog = {
  info(fields: object, message: string): void
  warn(fields: object, message: string): void
}

export type KeyRingOptions = {
  readonly keys: ReadonlyMap<string, NamedKey>
  readonly mode: 'full' | 'encrypt-only'
  readonly prove: boolean
  /** False: nothing is asked at start, and mode encrypt-only rests on the policy of the KMS alone. Default true. */
  readonly probe?: boolean
  readonly store: KeyStore
  readonly log: KeyRingLog
  readonly callBound?: number
  /** Where calls are counted; nowhere when absent. */
  readonly counts?: Counts
  /** How key services are asked; the default but in tests. */
  readonly callPolicy?: CallPolicy
  /** Milliseconds on a clock that never goes back. */
  readonly now?: () => number
}

/**
 * The key ring of a process: reads key files, lets each KMS resolve the keys of the map, and in mode encrypt-only asks by a
 * dry run whether the credentials may decrypt. Rejects with PgsealError: keyConfiguration, or what the key service says.
 * Nothing is read from or written to the store before it is needed.
 */
export async function createKeyRing(options: KeyRingOptions): Promise<KeyRing> {
  const slots = new CallSlots(options.callBound ?? defaultCallBound)
  const settings = {
    encryptOnly: options.mode === 'encrypt-only',
    bound: slots.bound,
    now: options.now ?? (() => performance.now()),
  }
  const rings = new Map<string, NamedKeyRing>()
  try {
    for (const config of options.keys.values()) {
      const { callPolicy: policy = defaultCallPolicy, log } = options
      const counts = options.counts?.keyService(config.name)
      const counted = counts === undefined ? {} : { counts }
      const calls = new ServiceCalls({ namedKey: config.name, slots, policy, now: settings.now, log, ...counted })
      const provider = await createProvider(config, calls, settings.now)
      try {
        const keys = await provider.describe()
        rings.set(config.name, new NamedKeyRing(config, provider, keys, options.store, settings))
      } catch (error) {
        provider.close()
        throw error
      }
    }
    if (settings.encryptOnly) await probeDecrypt(rings, options)
  } catch (error) {
    for (const ring of rings.values()) ring.close()
    throw error
  }
  return assemble(rings, options, settings.encryptOnly)
}

async function createProvider(config: NamedKey, calls: ServiceCalls, now: () => number): Promise<Provider> {
  for (const name of Object.keys(config.context)) {
    if (name.startsWith(reservedPrefix))
      throw misfit(config.name, `context pairs may not begin with "${reservedPrefix}"`)
  }
  switch (config.kms) {
    case 'aws': {
      if (config.keyId === undefined) throw misfit(config.name, 'keyId is missing')
      // The SDK is big: a process without an aws key never loads it.
      const { createAwsProvider } = await import('./aws.ts')
      return createAwsProvider({ ...config, namedKey: config.name, keyId: config.keyId }, calls)
    }
    case 'transit':
      if (config.keyId === undefined || config.transit === undefined) throw misfit(config.name, 'keyId is missing')
      return createTransitProvider(
        { ...config.transit, ...config, namedKey: config.name, keyId: config.keyId },
        calls,
        now,
      )
    case 'local':
      if (config.keyFile === undefined) throw misfit(config.name, 'keyFile is missing')
      return createLocalProvider(readFileKeys(config.name, config.keyFile))
    case 'insecure-test-key':
      return createInsecureTestProvider()
  }
}

function readFileKeys(name: string, path: string): FileKey[] {
  try {
    return readKeyFile(path)
  } catch (error) {
    throw error instanceof KeyFileError ? misfit(name, error.message) : error
  }
}

/** Mode encrypt-only: the only Decrypt ever sent is this dry run, and it should be denied. */
async function probeDecrypt(rings: ReadonlyMap<string, NamedKeyRing>, options: KeyRingOptions): Promise<void> {
  const { prove, log } = options
  for (const [name, ring] of rings) {
    const verdict = options.probe === false && ring.keepsRightsApart ? 'not asked' : await ring.dryRunDecrypt()
    if (verdict === 'denied') {
      log.info({ key: name }, 'mode encrypt-only: the key service denies decryption to this process')
      continue
    }
    const reason = `mode encrypt-only, but ${unproven[verdict]}`
    if (prove) throw misfit(name, reason)
    log.warn({ key: name }, reason)
  }
}

const unproven: Readonly<Record<Exclude<DecryptVerdict, 'denied'> | 'not asked', string>> = {
  permitted: 'the credentials of this process may decrypt',
  'not known': 'the key service does not say that decryption is denied',
  inseparable: 'whoever can seal with a key of this kind can open with it',
  'not asked': 'probe: false leaves unasked whether decryption is denied',
}

function assemble(rings: ReadonlyMap<string, NamedKeyRing>, options: KeyRingOptions, encryptOnly: boolean): KeyRing {
  const indexKeys = new Map<string, KeyObject>()
  const ringOf = (namedKey: string): NamedKeyRing => {
    const ring = rings.get(namedKey)
    if (ring === undefined) throw misfit(namedKey, 'the map has no such key')
    return ring
  }
  const loadRow = async (row: KeyRow): Promise<void> => {
    if (!indexKeys.has(row.id)) indexKeys.set(row.id, await ringOf(row.namedKey).index.load(row))
  }
  const shortestAge = Math.min(...[...options.keys.values()].map((config) => config.cache.maxAgeMs), 60_000)
  const sweeper = setInterval(
    () => {
      for (const ring of rings.values()) ring.sweep()
    },
    Math.max(1_000, shortestAge),
  )
  sweeper.unref()
  return {
    generate: (namedKey, contexts, onCall, signal) => ringOf(namedKey).generate(contexts, onCall, signal),
    open(namedKey, keyPart, context, label, onCall) {
      if (encryptOnly) throw new PgsealError('openingForbidden', { column: label })
      return ringOf(namedKey).open(keyPart, context, label, onCall)
    },
    rewrap: async (namedKey, keyPart, context, label, onCall) =>
      ringOf(namedKey).rewrap(keyPart, context, label, onCall),
    rewrapRow: async (row, onCall) => ringOf(row.namedKey).rewrapRow(row, onCall),
    isPresent: (row) => rings.get(row.namedKey)?.isPresent(row) ?? false,
    indexKey: (id) => indexKeys.get(id),
    async loadIndexKeys(ids) {
      const wanted = [...new Set(ids)].filter((id) => !indexKeys.has(id))
      if (wanted.length === 0) return
      const rows = await storeAnswer(options.store.find(wanted))
      for (const id of wanted) {
        const row = rows.find((candidate) => candidate.id === id)
        if (row === undefined) throw new PgsealError('indexKeyNotFound', { id })
        await loadRow(row)
      }
    },
    async obtainIndexKey(namedKey, group, slot = 'current') {
      const row = await ringOf(namedKey).index.obtain(group, slot)
      await loadRow(row)
      return row.id
    },
    mac: async (namedKey, message, onCall) => ringOf(namedKey).mac(message, onCall),
    tenantKeys: async (namedKey, tenant) => ringOf(namedKey).tenantKeys(tenant),
    scheduleDeletion: (namedKey, arn, days) => ringOf(namedKey).scheduleDeletion(arn, days),
    status: () => [...rings.values()].map((ring) => ring.status()),
    check: (namedKey) => ringOf(namedKey).ping(),
    close() {
      clearInterval(sweeper)
      for (const ring of rings.values()) ring.close()
      indexKeys.clear()
    },
  }
}

function misfit(key: string, reason: string): PgsealError {
  return new PgsealError('keyConfiguration', { key, reason })
}
