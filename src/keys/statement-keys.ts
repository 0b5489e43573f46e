import type { KeyObject } from 'node:crypto'
import { statementDataKey } from '../seal/data-key.ts'
import { keySource } from '../seal/envelope.ts'
import { openFailed } from '../seal/open-failed.ts'
import type { DataKey } from '../seal/sealed-column.ts'
import type { KeyPart, KeyRing, RecordContext } from './key-ring.ts'

/** Data keys kept by one statement: far more rows than this are opened one after another, not at once. */
const maxKept = 65_536

/**
 * The data keys of one statement, and no longer than it. A wrapped key that the KMS must open is opened once, however many
 * columns and joined rows carry it. Constants that can only reach the result have their own key here (key source 3).
 * With `remember` the keys that the statement generates open what it gets back of them: mode encrypt-only opens no others.
 */
export class StatementKeys {
  readonly #ring: KeyRing
  readonly #remember: boolean
  readonly #kept = new Map<string, KeyObject | Promise<KeyObject>>()
  #constant: DataKey | undefined

  constructor(ring: KeyRing, options: { readonly remember: boolean }) {
    this.#ring = ring
    this.#remember = options.remember
  }

  /** As KeyRing.generate. */
  generate(namedKey: string, contexts: readonly RecordContext[]): DataKey[] | Promise<DataKey[]> {
    const keys = this.#ring.generate(namedKey, contexts)
    if (!this.#remember) return keys
    return keys instanceof Promise
      ? keys.then((made) => this.#rememberAll(namedKey, made))
      : this.#rememberAll(namedKey, keys)
  }

  #rememberAll(namedKey: string, keys: DataKey[]): DataKey[] {
    for (const { key, keyPart } of keys) this.#keep(generatedName(namedKey, keyPart), key)
    return keys
  }

  /** The key for values that can only reach this statement's result. */
  constantKey(): DataKey {
    this.#constant ??= statementDataKey()
    return this.#constant
  }

  /** As KeyRing.open. `keyPartBytes` are those of the envelope that `keyPart` is part of. */
  open(
    namedKey: string,
    keyPart: KeyPart,
    keyPartBytes: Buffer,
    context: RecordContext,
    label: string,
  ): KeyObject | Promise<KeyObject> {
    if (keyPart.source === keySource.statement) {
      if (this.#constant?.keyPart.equals(keyPartBytes) !== true) {
        throw openFailed(label, 'untrusted', 'sealed under the key of another statement')
      }
      return this.#constant.key
    }
    if (this.#remember) {
      const generated = this.#kept.get(generatedName(namedKey, keyPartBytes))
      if (generated !== undefined) return generated
    }
    if (keyPart.source !== keySource.kms) return this.#ring.open(namedKey, keyPart, context, label)
    const name = JSON.stringify([namedKey, keyPartBytes.toString('latin1'), context.table, context.record])
    const kept = this.#kept.get(name)
    if (kept !== undefined) return kept
    const opening = this.#ring.open(namedKey, keyPart, context, label)
    this.#keep(name, opening)
    if (!(opening instanceof Promise)) return opening
    return opening.then(
      (key) => {
        if (this.#kept.get(name) === opening) this.#kept.set(name, key)
        return key
      },
      (error: unknown) => {
        this.#kept.delete(name)
        throw error
      },
    )
  }

  #keep(name: string, key: KeyObject | Promise<KeyObject>): void {
    if (this.#kept.size >= maxKept) this.#kept.delete(this.#kept.keys().next().value!)
    this.#kept.set(name, key)
  }
}

function generatedName(namedKey: string, keyPartBytes: Buffer): string {
  return `${namedKey}\n${keyPartBytes.toString('latin1')}`
}
