import { openFailed } from '../seal/open-failed.js';
import { CiphertextRefused } from './provider.js';
import { KeyDistrusted } from './trusted-key.js';
/**
 * What a client is told of a failure to get a data key. One promise may serve many values (single flight), so the column is
 * named only here. Everything else passes as it is.
 */
export function nameFailure(error, label) {
    if (error instanceof KeyDistrusted)
        return openFailed(label, 'untrusted', error.message);
    if (error instanceof CiphertextRefused)
        return openFailed(label, 'tampered', error.message);
    return error;
}
//# sourceMappingURL=name-failure.js.map