import type { KeyObject } from 'node:crypto'
import type { BranchKey } from '../seal/data-key.ts'

/** Data keys kept: about 8 MB. */
const maxKept = 16_384

/** Wrapped keys remembered as seen: sets of so many, newest first. 256 KB. */
const sets = 16_384
const ways = 4

/**
 * Data keys that were unwrapped under a branch key, so that a row that is read again costs no unwrapping. An entry counts
 * only with the very branch key that opened it: when that is let go, for its age or because its KMS key was disabled, its
 * data keys are out of use too. So this holds no key that the process could not make anyway from what it has.
 *
 * A key is kept when it is met for the second time: a long result whose rows are read once would else drive out all others,
 * and each of its keys would live just long enough to be a burden to the garbage collector.
 */
export class OpenedDataKeys {
  readonly #kept = new Map<string, { readonly branch: BranchKey; readonly key: KeyObject }>()
  /** Four bytes of the nonce of each wrapped key seen; made with the first. It decides what is kept, nothing else. */
  #seen: Int32Array | undefined

  /** The data key wrapped as `wrapped` under `branch`; `unwrap` is asked when it is not kept. */
  get(branch: BranchKey, wrapped: Buffer, unwrap: () => KeyObject): KeyObject {
    if (this.#kept.size > 0) {
      const kept = this.#kept.get(wrapped.toString('latin1'))
      if (kept !== undefined && kept.branch === branch) return kept.key
    }
    const key = unwrap()
    if (!this.#wasSeen(wrapped)) return key
    if (this.#kept.size >= maxKept) this.#kept.delete(this.#kept.keys().next().value!)
    this.#kept.set(wrapped.toString('latin1'), { branch, key })
    return key
  }

  /** Whether the wrapped key was met before, as far as is remembered; from now on it was. Its nonce is random. */
  #wasSeen(wrapped: Buffer): boolean {
    const seen = (this.#seen ??= new Int32Array(sets * ways))
    const first = (wrapped.readUInt16BE(0) % sets) * ways
    const mark = wrapped.readInt32BE(2)
    for (let at = first; at < first + ways; at++) if (seen[at] === mark) return true
    seen.copyWithin(first + 1, first, first + ways - 1)
    seen[first] = mark
    return false
  }

  /** Lets go of the keys whose branch key is no longer held. */
  sweep(holds: (branch: BranchKey) => boolean): void {
    for (const [name, { branch }] of this.#kept) if (!holds(branch)) this.#kept.delete(name)
  }

  clear(): void {
    this.#kept.clear()
    this.#seen = undefined
  }
}
