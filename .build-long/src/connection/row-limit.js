import { PgsealError } from '../errors.js';
/** Throws 54000 where one statement seals values in more rows than `limits.rowsPerStatement` of the map allows. */
export function checkRows(rows, limit) {
    if (rows > limit)
        throw new PgsealError('tooManyRows', { limit: String(limit) });
}
//# sourceMappingURL=row-limit.js.map