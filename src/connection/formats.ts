// Format codes of parameters and result columns: 0 text, 1 binary.
import type { SealedResult } from '../sql/plan.ts'

/**
 * The format in which the server is to send each column: what the client asked for, with sealed columns (pitfall B18) and
 * those that it does not see in binary.
 */
export function serverFormats(
  results: readonly (SealedResult | undefined)[],
  hidden: readonly number[],
  formats: readonly number[],
): readonly number[] {
  let seen = 0
  return results.map((result, place) => {
    if (hidden.includes(place)) return 1
    const wanted = formatOf(formats, seen)
    seen += 1
    return result === undefined ? wanted : 1
  })
}

/** True for two lists of formats that a client may give. */
export function sameFormats(a: readonly number[], b: readonly number[]): boolean {
  if (a === b) return true
  if (a.length !== b.length) return false
  for (let at = 0; at < a.length; at += 1) if (a[at] !== b[at]) return false
  return true
}

/** The format code that a Bind's list gives column or parameter `index`: none is text, one is for all. */
export function formatOf(formats: readonly number[], index: number): number {
  return formats.length === 0 ? 0 : formats.length === 1 ? formats[0]! : (formats[index] ?? 0)
}
