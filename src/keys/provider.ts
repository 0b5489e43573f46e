import type { OnCall } from './key-ring.ts'
import type { ProviderName } from './key-store.ts'

/** Pairs that a KMS binds to what it wraps: docs/envelope-format.md section 6.2. */
export type EncryptionContext = Readonly<Record<string, string>>

/** A fresh key of 32 bytes, for the caller to wipe, and the same under the KMS key. */
export type GeneratedKey = { readonly plaintext: Buffer; readonly wrapped: Buffer }

/** The KMS keys of a named key, as the KMS itself names them. */
export type ProviderKeys = {
  /** What `generate` wraps under. */
  readonly arn: string
  /** What `decrypt` may be asked for. */
  readonly trusted: readonly string[]
  /** What `mac` is asked for; undefined when index keys have to be wrapped instead. */
  readonly indexArn: string | undefined
}

/** `inseparable`: the provider has no rights to seal that are not rights to open as well. */
export type DecryptVerdict = 'permitted' | 'denied' | 'not known' | 'inseparable'

/**
 * A KMS, for one named key. A file each; nothing outside of them knows one from another. Throws or rejects with PgsealError; `decrypt` with CiphertextRefused when it is
 * the ciphertext that is wrong. `onCall` is told the request's id by providers whose service gives one. No key, blob or context is in any error.
 */
export type Provider = {
  readonly name: ProviderName
  /** True when every answer comes at once, false when every answer is a promise. */
  readonly immediate: boolean
  /** Asked once, at start, before anything else. */
  describe(): ProviderKeys | Promise<ProviderKeys>
  /** Asks the service for nothing in particular: rejects when it does not answer, or says that the key is of no use. Absent where there is no service. */
  ping?(): Promise<void>
  /** True when the map trusts this key for opening. */
  trusts(arn: string): boolean
  /** True when `arn` is the key that `mac` uses under the present map. */
  trustsForIndex(arn: string): boolean
  /** Wraps under `arn`, one that `resolve` gave, or else under the named key's own. */
  generate(context: EncryptionContext, onCall?: OnCall, arn?: string): GeneratedKey | Promise<GeneratedKey>
  /** Where tenants may have KMS keys: the KMS's own name of a key, undefined when there is no such key. */
  resolve?(keyId: string): string | Promise<string | undefined>
  /** With `resolve`: takes the key out of use and has it deleted after so many days (7 to 30); gives the day. Again is no error. */
  scheduleDeletion?(arn: string, days: number): Promise<Date>
  /** 32 bytes for the caller to wipe. `arn` is one that the map trusts. */
  decrypt(arn: string, wrapped: Buffer, context: EncryptionContext, onCall?: OnCall): Buffer | Promise<Buffer>
  /**
   * What `wrapped` holds, wrapped anew under the key that `generate` uses, or under `toArn`: by the KMS itself where it can, so that the key is
   * never here and no right to decrypt is needed. `fromArn` is one that the map trusts. Fails as `decrypt` does.
   */
  rewrap(
    fromArn: string,
    wrapped: Buffer,
    fromContext: EncryptionContext,
    toContext: EncryptionContext,
    toArn?: string,
    onCall?: OnCall,
  ): Buffer | Promise<Buffer>
  /** 32 bytes for the caller to wipe. `arn` is one that the map trusts for index keys. */
  mac(arn: string, message: Buffer, onCall?: OnCall): Buffer | Promise<Buffer>
  /** Whether the credentials may decrypt under any of the trusted keys and of `others`; nothing is decrypted to find out. */
  dryRunDecrypt(context: EncryptionContext, others?: readonly string[]): Promise<DecryptVerdict>
  close(): void
}

/** The wrapped key is not one that this KMS key wrapped under this context. */
export class CiphertextRefused extends Error {
  constructor(reason: string) {
    super(reason)
    this.name = 'CiphertextRefused'
  }
}
