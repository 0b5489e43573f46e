import type { KeyObject } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import type { NamedKey } from '../config/config.ts'
import { PgsealError } from '../errors.ts'
import { insecureTestKey, unwrapUnderBranchKey } from '../seal/data-key.ts'
import { keySource } from '../seal/envelope.ts'
import { openFailed } from '../seal/open-failed.ts'
import type { DataKey } from '../seal/sealed-column.ts'
import { sameKmsKey } from './aws-arn.ts'
import { BranchKeys } from './branch-keys.ts'
import { keyRowContext, probeContext } from './encryption-context.ts'
import { IndexKeys } from './index-keys.ts'
import type { KeyPart, NamedKeyStatus, OnCall, OpenContext, RecordContext } from './key-ring.ts'
import type { KeyRow, KeyStore } from './key-store.ts'
import { KmsDataKeys } from './kms-data-keys.ts'
import { nameFailure } from './name-failure.ts'
import { OpenedDataKeys } from './opened-data-keys.ts'
import type { DecryptVerdict, Provider, ProviderKeys } from './provider.ts'
import { StoredKeys } from './stored-keys.ts'
import { TenantKeys } from './tenant-keys.ts'
import { checkTrusted } from './trusted-key.ts'

export type RingSettings = {
  readonly encryptOnly: boolean
  /** Calls to key services at once. */
  readonly bound: number
  /** Milliseconds on a clock that never goes back. */
  readonly now: () => number
}

/** The keys of one named key: sends each key part to what can open it, if the map's provider allows that source. */
export class NamedKeyRing {
  readonly index: IndexKeys
  readonly #config: NamedKey
  readonly #provider: Provider
  readonly #keys: ProviderKeys
  readonly #branch: BranchKeys
  readonly #kms: KmsDataKeys
  readonly #opened = new OpenedDataKeys()
  readonly #tenantKeys: TenantKeys | undefined
  readonly #testKey: DataKey | undefined

  constructor(config: NamedKey, provider: Provider, keys: ProviderKeys, store: KeyStore, settings: RingSettings) {
    this.#config = config
    this.#provider = provider
    this.#keys = keys
    const { tenants } = config
    const tenantKeys = tenants === undefined ? undefined : new TenantKeys(config.name, tenants, provider)
    const stored = new StoredKeys(store, config, provider, tenantKeys)
    this.#branch = new BranchKeys(config, provider, keys.arn, stored, settings.now)
    this.#kms = new KmsDataKeys(config, provider, keys.arn, stored, settings)
    this.index = new IndexKeys(config, provider, keys, stored, settings.encryptOnly)
    this.#tenantKeys = tenantKeys
    this.#testKey = provider.name === 'insecure-test-key' ? insecureTestKey() : undefined
  }

  generate(contexts: readonly RecordContext[], onCall?: OnCall, signal?: AbortSignal): DataKey[] | Promise<DataKey[]> {
    const testKey = this.#testKey
    if (testKey !== undefined) return contexts.map(() => testKey)
    return this.#config.dataKeys === 'branch'
      ? this.#generateUnderBranches(contexts, onCall)
      : this.#kms.generate(contexts, onCall, signal)
  }

  #generateUnderBranches(
    contexts: readonly RecordContext[],
    onCall: OnCall | undefined,
  ): DataKey[] | Promise<DataKey[]> {
    const tenant = contexts[0]?.tenant
    if (tenant === undefined) return []
    if (contexts.every((context) => context.tenant === tenant))
      return this.#branch.generate(tenant, contexts.length, onCall)
    return this.#generateForTenants(contexts, onCall)
  }

  async #generateForTenants(contexts: readonly RecordContext[], onCall: OnCall | undefined): Promise<DataKey[]> {
    const counts = new Map<string, number>()
    for (const { tenant } of contexts) counts.set(tenant, (counts.get(tenant) ?? 0) + 1)
    const generated = await Promise.all(
      [...counts].map(async ([tenant, count]) => [tenant, await this.#branch.generate(tenant, count, onCall)] as const),
    )
    const byTenant = new Map(generated.map(([tenant, keys]) => [tenant, keys.values()]))
    return contexts.map(({ tenant }) => byTenant.get(tenant)!.next().value!)
  }

  open(keyPart: KeyPart, context: OpenContext, label: string, onCall?: OnCall): KeyObject | Promise<KeyObject> {
    switch (keyPart.source) {
      case keySource.branch:
        if (this.#testKey !== undefined) break
        return this.#openUnderBranch(keyPart, context.tenant, label, onCall)
      case keySource.kms:
        if (this.#testKey !== undefined) break
        return this.#kms.open(keyPart, context, label, onCall)
      case keySource.insecureTestKey:
        if (this.#testKey === undefined) throw openFailed(label, 'untrusted', 'sealed under the insecure test key')
        return this.#testKey.key
      case keySource.statement:
        throw openFailed(label, 'untrusted', 'sealed under the key of another statement')
    }
    throw openFailed(label, 'untrusted', 'not sealed under the insecure test key, which is all that the map trusts')
  }

  #openUnderBranch(
    keyPart: KeyPart,
    tenant: string | undefined,
    label: string,
    onCall: OnCall | undefined,
  ): KeyObject | Promise<KeyObject> {
    const branch = this.#branch.open(keyPart.keyId, tenant, label, onCall)
    if (!(branch instanceof Promise)) {
      const { wrapped } = keyPart
      return this.#opened.get(branch, wrapped, () => unwrapUnderBranchKey(branch, wrapped, label))
    }
    const wrapped = Buffer.from(keyPart.wrapped)
    return branch.then((loaded) => unwrapUnderBranchKey(loaded, wrapped, label))
  }

  async rewrap(keyPart: KeyPart, context: OpenContext, label: string, onCall?: OnCall): Promise<Buffer | undefined> {
    if (keyPart.source === keySource.kms && this.#testKey === undefined) {
      return this.#kms.rewrap(keyPart, context, label, (row) => this.isPresent(row), onCall)
    }
    // Throws for a source that the map does not allow; under a branch key it is the branch key that is wrapped anew.
    if (keyPart.source !== keySource.branch || this.#testKey !== undefined)
      await this.open(keyPart, context, label, onCall)
    return undefined
  }

  async rewrapRow(row: KeyRow, onCall?: OnCall): Promise<KeyRow | undefined> {
    if (row.wrapped === null || row.retired !== null || (await this.isPresent(row))) return undefined
    try {
      await checkTrusted(row, row.kind, this.#config, this.#provider, this.#tenantKeys)
      const arn = await this.#sealingArn(row.tenant)
      const moved = { ...row, arn, context: this.#config.context }
      const contexts = [keyRowContext(row), keyRowContext(moved)] as const
      const wrapped = await this.#provider.rewrap(row.arn, row.wrapped, ...contexts, arn, onCall)
      return { ...moved, wrapped }
    } catch (error) {
      throw nameFailure(error, row.id)
    }
  }

  isPresent(row: KeyRow): boolean | Promise<boolean> {
    if (row.provider !== this.#provider.name) return false
    if (row.tenant !== '' && this.#tenantKeys !== undefined) {
      return this.#tenantKeys.isCurrent(row).then((current) => current && this.#hasPresentPairs(row))
    }
    const arn = row.kind === 'index' && row.wrapped === null ? this.#keys.indexArn : this.#keys.arn
    return arn !== undefined && sameKmsKey(row.arn, arn) && this.#hasPresentPairs(row)
  }

  #hasPresentPairs(row: KeyRow): boolean {
    return isDeepStrictEqual({ ...row.context }, this.#config.context)
  }

  #sealingArn(tenant: string): string | Promise<string> {
    return tenant === '' || this.#tenantKeys === undefined ? this.#keys.arn : this.#tenantKeys.arnOf(tenant)
  }

  /** See KeyRing.mac. */
  async mac(message: Buffer, onCall?: OnCall): Promise<Buffer> {
    const { indexArn } = this.#keys
    if (message[0] === 0) throw new PgsealError('internal', {}, { logDetail: 'a message as those of index keys' })
    if (indexArn === undefined) {
      throw new PgsealError('keyConfiguration', { key: this.#config.name, reason: 'indexKeyId is missing' })
    }
    return this.#provider.mac(indexArn, message, onCall)
  }

  /** False where there is no key service that could deny anything. */
  get keepsRightsApart(): boolean {
    return !this.#provider.immediate
  }

  /** Whether the credentials may decrypt, asked without decrypting. */
  async dryRunDecrypt(): Promise<DecryptVerdict> {
    const context = { ...probeContext, ...this.#config.context }
    return this.#provider.dryRunDecrypt(context, await this.#tenantKeys?.listed())
  }

  /** See KeyRing.tenantKeys. */
  async tenantKeys(tenant: string): Promise<readonly string[] | undefined> {
    return this.#tenantKeys?.trustedFor(tenant)
  }

  /** See KeyRing.scheduleDeletion. */
  async scheduleDeletion(arn: string, days: number): Promise<Date> {
    if (this.#provider.scheduleDeletion === undefined) {
      throw new PgsealError('internal', {}, { logDetail: 'deletion of a KMS key that no tenant owns' })
    }
    return this.#provider.scheduleDeletion(arn, days)
  }

  /** See KeyRing.check. */
  async ping(): Promise<void> {
    await this.#provider.ping?.()
  }

  status(): NamedKeyStatus {
    const { name, kms, dataKeys } = this.#config
    return { name, kms, dataKeys, ...this.#keys }
  }

  sweep(): void {
    this.#branch.sweep()
    this.#opened.sweep((branch) => this.#branch.holds(branch))
  }

  close(): void {
    this.#branch.clear()
    this.#opened.clear()
    this.#provider.close()
  }
}
