import { PgsealError } from '../errors.ts'

/** Throws 54000 where one statement seals values in more rows than `limits.rowsPerStatement` of the map allows. */
export function checkRows(rows: number, limit: number): void {
  if (rows > limit) throw new PgsealError('tooManyRows', { limit: String(limit) })
}
