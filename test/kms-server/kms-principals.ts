import { KmsError } from './kms-error.ts'
import type { Pairs } from './kms-keys.ts'

/** What a principal may do: all that is given must hold. */
export type Grant = {
  /** Actions as IAM names them: an operation, but `ReEncryptFrom` and `ReEncryptTo` for ReEncrypt. */
  readonly operations: readonly string[]
  /** ARNs; any key without it. */
  readonly keys?: readonly string[]
  /** Pairs that the encryption context must hold (kms:EncryptionContext:NAME), values exact. */
  readonly context?: Pairs
  /** Names that the encryption context must hold, with any value (Null: false). */
  readonly present?: readonly string[]
  /** The context may have no other names than these (kms:EncryptionContextKeys, ForAllValues). */
  readonly contextKeys?: readonly string[]
}

/**
 * Who may do what: callers are known by their access key id. A caller for whom nothing was said may do everything; after
 * `allow` only that; `deny` takes away in any case.
 */
export class KmsPrincipals {
  readonly #grants = new Map<string, Grant[]>()
  readonly #denied = new Map<string, Set<string>>()

  /** From now on the caller may do only what this and earlier calls allow. */
  allow(principal: string, ...grants: Grant[]): void {
    this.#grants.set(principal, [...(this.#grants.get(principal) ?? []), ...grants])
  }

  /** From now on the caller may not do these; replaces what was denied before. */
  deny(principal: string, ...operations: string[]): void {
    this.#denied.set(principal, new Set(operations))
  }

  /** As if nothing had been said of the caller. */
  forget(principal: string): void {
    this.#grants.delete(principal)
    this.#denied.delete(principal)
  }

  check(principal: string, operation: string, keyArn: string, context: Pairs): void {
    const grants = this.#grants.get(principal)
    const allowed = grants === undefined || grants.some((grant) => covers(grant, operation, keyArn, context))
    if (allowed && this.#denied.get(principal)?.has(operation) !== true) return
    throw new KmsError('AccessDeniedException', `not authorized to perform: kms:${operation}`)
  }
}

function covers(grant: Grant, operation: string, keyArn: string, context: Pairs): boolean {
  return (
    grant.operations.includes(operation) &&
    (grant.keys === undefined || grant.keys.includes(keyArn)) &&
    Object.entries(grant.context ?? {}).every(([name, value]) => context[name] === value) &&
    (grant.present ?? []).every((name) => context[name] !== undefined) &&
    (grant.contextKeys === undefined || Object.keys(context).every((name) => grant.contextKeys!.includes(name)))
  )
}
