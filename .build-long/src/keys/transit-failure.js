import { PgsealError } from '../errors.js';
import { CiphertextRefused } from './provider.js';
/** An answer of the service that is not what was asked for. */
export class TransitRefusal extends Error {
    answer;
    constructor(answer) {
        super(`HTTP ${answer.status}`);
        this.name = 'TransitRefusal';
        this.answer = answer;
    }
}
/** By the system's codes and Node's own errors. */
const outages = {
    ECONNREFUSED: 'connection refused',
    ECONNRESET: 'the connection broke off',
    EPIPE: 'the connection broke off',
    ENOTFOUND: 'its host name was not found',
    EAI_AGAIN: 'its host name was not found',
    ETIMEDOUT: 'no answer in time',
    TimeoutError: 'no answer in time',
    AbortError: 'no answer in time',
};
/**
 * What a failed call means to a client. The log gets the operation, the HTTP status or the system's code: the service's own
 * words may quote what was sent, so they are looked at and left out.
 */
export function transitFailure(namedKey, operation, error) {
    if (error instanceof PgsealError || error instanceof CiphertextRefused)
        return error;
    if (error instanceof TransitRefusal)
        return refusal(namedKey, operation, error.answer);
    const { name, code } = error;
    const seen = typeof code === 'string' ? code : name;
    // Certificates are refused with codes of OpenSSL and Node that are not those of the system.
    const untrusted = /CERT|ISSUER|VERIFY|^ERR_(TLS|SSL)/.test(seen);
    const reason = untrusted ? 'its certificate is not trusted' : (outages[seen] ?? outages[name] ?? 'it failed');
    return new PgsealError('keyServiceUnavailable', { key: namedKey, reason }, { logDetail: `${operation}: ${seen}` });
}
function refusal(namedKey, operation, { status, errors, requestId }) {
    const logDetail = `${operation}: HTTP ${status}${requestId === undefined ? '' : `, request ${requestId}`}`;
    const refused = (reason) => new PgsealError('keyServiceRefused', { key: namedKey, reason }, { logDetail });
    const unavailable = (reason) => new PgsealError('keyServiceUnavailable', { key: namedKey, reason }, { logDetail });
    const said = errors.join(' ');
    switch (status) {
        case 400:
            if (/key not found/.test(said))
                return refused('it does not exist');
            if (/disallowed by policy|too old/.test(said))
                return refused('it no longer allows the version that was used');
            if (operation === 'decrypt' || operation === 'rewrap')
                return new CiphertextRefused(logDetail);
            return refused('it refuses the request');
        case 403:
            return new PgsealError('keyServiceDenied', { key: namedKey, operation }, { logDetail });
        case 404:
            return refused('it does not exist');
        case 429:
            return new PgsealError('keyServiceThrottled', { key: namedKey }, { logDetail });
        case 412:
        case 472:
        case 473:
            return unavailable('this node of it cannot answer yet');
        case 503:
            return unavailable('it is sealed, or not ready');
        default:
            return status >= 500 || (status >= 300 && status < 400)
                ? unavailable('it failed')
                : refused('it refuses the request');
    }
}
//# sourceMappingURL=transit-failure.js.map