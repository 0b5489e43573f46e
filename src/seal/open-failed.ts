import { PgsealError } from '../errors.ts'

/** Failure classes of docs/envelope-format.md section 8. */
export type OpenFailure = 'malformed' | 'unsupported' | 'misplaced' | 'untrusted' | 'tampered'

/** XX001, the same for every class; `reason` is for the log alone and says which check failed. */
export function openFailed(label: string, failure: OpenFailure, reason: string): PgsealError {
  return new PgsealError('openFailed', { column: label }, { logDetail: `${failure}: ${reason}` })
}
