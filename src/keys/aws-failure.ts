import { PgsealError } from '../errors.ts'
import { CiphertextRefused } from './provider.ts'

const throttled = new Set([
  'ThrottlingException',
  'Throttling',
  'TooManyRequestsException',
  'RequestLimitExceeded',
  'RequestThrottled',
  'LimitExceededException',
])
const denied = new Set([
  'AccessDeniedException',
  'UnrecognizedClientException',
  'InvalidSignatureException',
  'ExpiredTokenException',
  'IncompleteSignature',
  'MissingAuthenticationToken',
])
const ciphertext = new Set(['InvalidCiphertextException', 'IncorrectKeyException'])
/** Asking again does not help: the key's state, its kind, or what we asked. */
const refused = new Set([
  'DisabledException',
  'KMSInvalidStateException',
  'NotFoundException',
  'InvalidKeyUsageException',
  'InvalidGrantTokenException',
  'InvalidArnException',
  'UnsupportedOperationException',
  'ValidationException',
  'ValidationError',
])

/**
 * What a failed call means to a client. The log gets the operation, the error's class and the request id: the KMS's own
 * message may quote what was sent, so it is left out.
 */
export function awsFailure(namedKey: string, operation: string, error: unknown): Error {
  if (error instanceof PgsealError || error instanceof CiphertextRefused) return error
  const { name, message, code, $metadata } = facts(error)
  // The SDK has no class for it. Without a region no call can ever be sent.
  if (message === 'Region is missing') {
    return new PgsealError('keyConfiguration', {
      key: namedKey,
      reason: 'no region, neither in the map nor for the SDK',
    })
  }
  const requestId = $metadata?.requestId
  const logDetail = `${operation}: ${code === undefined ? name : `${name} ${code}`}${requestId === undefined ? '' : `, request ${requestId}`}`
  if (ciphertext.has(name)) return new CiphertextRefused(logDetail)
  const entry = throttled.has(name)
    ? 'keyServiceThrottled'
    : denied.has(name)
      ? 'keyServiceDenied'
      : refused.has(name)
        ? 'keyServiceRefused'
        : 'keyServiceUnavailable'
  return new PgsealError(entry, { key: namedKey }, { logDetail })
}

type Facts = {
  readonly name: string
  readonly message: string
  readonly code?: string | undefined
  readonly $metadata?: { readonly requestId?: string | undefined } | undefined
}

function facts(error: unknown): Facts {
  return error instanceof Error ? (error as Error & Facts) : { name: typeof error, message: '' }
}
