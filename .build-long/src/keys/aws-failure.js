import { PgsealError } from '../errors.js';
import { CiphertextRefused } from './provider.js';
const throttled = new Set([
    'ThrottlingException',
    'Throttling',
    'TooManyRequestsException',
    'RequestLimitExceeded',
    'RequestThrottled',
    'LimitExceededException',
]);
const denied = new Set([
    'AccessDeniedException',
    'UnrecognizedClientException',
    'InvalidSignatureException',
    'ExpiredTokenException',
    'IncompleteSignature',
    'MissingAuthenticationToken',
]);
const ciphertext = new Set(['InvalidCiphertextException', 'IncorrectKeyException']);
const otherReason = 'it refuses the request';
/** Asking again does not help: the key's state, its kind, or what we asked. */
const refused = {
    DisabledException: 'it is disabled',
    KMSInvalidStateException: 'it waits for deletion, or is not in a state to be used',
    NotFoundException: 'it does not exist',
    InvalidKeyUsageException: 'it is of another kind',
    InvalidGrantTokenException: otherReason,
    InvalidArnException: otherReason,
    UnsupportedOperationException: otherReason,
    ValidationException: otherReason,
    ValidationError: otherReason,
};
/** By the system's codes and the names of the SDK's own errors. */
const outages = {
    ECONNREFUSED: 'connection refused',
    ECONNRESET: 'the connection broke off',
    EPIPE: 'the connection broke off',
    ENOTFOUND: 'its host name was not found',
    EAI_AGAIN: 'its host name was not found',
    ETIMEDOUT: 'no answer in time',
    TimeoutError: 'no answer in time',
    AbortError: 'no answer in time',
    CredentialsProviderError: 'there are no credentials for it',
};
/**
 * What a failed call means to a client. The log gets the operation, the error's class and the request id: the KMS's own
 * message may quote what was sent, so it is left out.
 */
export function awsFailure(namedKey, operation, error) {
    if (error instanceof PgsealError || error instanceof CiphertextRefused)
        return error;
    const { name, message, code, $metadata } = facts(error);
    // The SDK has no class for it. Without a region no call can ever be sent.
    if (message === 'Region is missing') {
        return new PgsealError('keyConfiguration', {
            key: namedKey,
            reason: 'no region, neither in the map nor for the SDK',
        });
    }
    const requestId = $metadata?.requestId;
    const logDetail = `${operation}: ${code === undefined ? name : `${name} ${code}`}${requestId === undefined ? '' : `, request ${requestId}`}`;
    if (ciphertext.has(name))
        return new CiphertextRefused(logDetail);
    // The SDK has seen by the answer that the clock is wrong, and allows for it from now on.
    const skew = $metadata?.clockSkewCorrected === true;
    if (denied.has(name) && !skew) {
        return new PgsealError('keyServiceDenied', { key: namedKey, operation }, { logDetail });
    }
    const refusal = refused[name];
    if (refusal !== undefined) {
        return new PgsealError('keyServiceRefused', { key: namedKey, reason: refusal }, { logDetail });
    }
    if (throttled.has(name))
        return new PgsealError('keyServiceThrottled', { key: namedKey }, { logDetail });
    const reason = outages[code ?? ''] ?? outages[name] ?? 'it failed';
    return new PgsealError('keyServiceUnavailable', { key: namedKey, reason }, { logDetail });
}
function facts(error) {
    return error instanceof Error ? error : { name: typeof error, message: '' };
}
//# sourceMappingURL=aws-failure.js.map