import { PgsealError } from '../errors.js';
/** XX001, the same for every class; `reason` is for the log alone and says which check failed. */
export function openFailed(label, failure, reason) {
    return new PgsealError('openFailed', { column: label }, { logDetail: `${failure}: ${reason}` });
}
//# sourceMappingURL=open-failed.js.map