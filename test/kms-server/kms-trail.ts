import { randomUUID } from 'node:crypto'
import type { KmsRequest } from './kms-operations.ts'

/** An entry of the server's own audit trail, shaped like CloudTrail's: what was asked, by whom, never what was wrapped. */
export type TrailEvent = {
  readonly eventVersion: string
  readonly userIdentity: Readonly<
    Record<'type' | 'principalId' | 'arn' | 'accountId' | 'accessKeyId' | 'userName', string>
  >
  readonly eventTime: string
  readonly eventSource: 'kms.amazonaws.com'
  readonly eventName: string
  readonly awsRegion: string
  readonly sourceIPAddress: string
  readonly userAgent: string
  readonly errorCode?: string
  readonly errorMessage?: string
  readonly requestParameters: Readonly<Record<string, unknown>> | null
  readonly responseElements: Readonly<Record<string, unknown>> | null
  readonly additionalEventData?: { readonly keyMaterialId: string }
  readonly requestID: string
  readonly eventID: string
  readonly readOnly: boolean
  readonly resources: readonly { readonly accountId: string; readonly type: string; readonly ARN: string }[]
  readonly eventType: 'AwsApiCall'
  readonly managementEvent: true
  readonly recipientAccountId: string
  readonly eventCategory: 'Management'
}

export type TrailedCall = {
  readonly operation: string
  readonly principal: string
  readonly request: KmsRequest
  readonly answer: Readonly<Record<string, unknown>> | undefined
  readonly error: { readonly type: string; readonly message: string } | undefined
  readonly requestId: string
  readonly keyArns: readonly string[]
  readonly region: string
  readonly account: string
  readonly address: string
  readonly userAgent: string
}

/** Operations that change a key; all others are read-only in CloudTrail's eyes, Decrypt and GenerateDataKey too. */
const changing = new Set([
  'CreateKey',
  'CreateAlias',
  'UpdateAlias',
  'DeleteAlias',
  'EnableKey',
  'DisableKey',
  'ScheduleKeyDeletion',
  'CancelKeyDeletion',
  'RotateKeyOnDemand',
  'EnableKeyRotation',
])

/** Request fields by the names that CloudTrail gives them. Plaintext, ciphertext and messages have none: they are left out. */
const parameterNames: Readonly<Record<string, string>> = {
  KeyId: 'keyId',
  KeySpec: 'keySpec',
  KeyUsage: 'keyUsage',
  NumberOfBytes: 'numberOfBytes',
  EncryptionContext: 'encryptionContext',
  EncryptionAlgorithm: 'encryptionAlgorithm',
  SourceKeyId: 'sourceKeyId',
  DestinationKeyId: 'destinationKeyId',
  SourceEncryptionContext: 'sourceEncryptionContext',
  DestinationEncryptionContext: 'destinationEncryptionContext',
  MacAlgorithm: 'macAlgorithm',
  MultiRegion: 'multiRegion',
  AliasName: 'aliasName',
  TargetKeyId: 'targetKeyId',
  PendingWindowInDays: 'pendingWindowInDays',
  DryRun: 'dryRun',
  DryRunModifiers: 'dryRunModifiers',
}

export function trailEvent(call: TrailedCall): TrailEvent {
  const { account, answer, error, principal } = call
  const parameters: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(call.request)) {
    const known = parameterNames[name]
    if (known !== undefined) parameters[known] = value
  }
  if (call.operation === 'Decrypt') parameters.encryptionAlgorithm ??= 'SYMMETRIC_DEFAULT'
  const material = answer?.KeyMaterialId ?? answer?.DestinationKeyMaterialId
  return {
    eventVersion: '1.11',
    userIdentity: {
      type: 'IAMUser',
      principalId: principal,
      arn: `arn:aws:iam::${account}:user/${principal}`,
      accountId: account,
      accessKeyId: principal,
      userName: principal,
    },
    eventTime: `${new Date().toISOString().slice(0, 19)}Z`,
    eventSource: 'kms.amazonaws.com',
    eventName: call.operation,
    awsRegion: call.region,
    sourceIPAddress: call.address,
    userAgent: call.userAgent,
    ...(error === undefined ? {} : { errorCode: errorCode(error.type), errorMessage: error.message }),
    requestParameters: parameters,
    responseElements: changing.has(call.operation) && answer !== undefined ? answer : null,
    ...(typeof material === 'string' ? { additionalEventData: { keyMaterialId: material } } : {}),
    requestID: call.requestId,
    eventID: randomUUID(),
    readOnly: !changing.has(call.operation),
    resources: call.keyArns.map((ARN) => ({ accountId: account, type: 'AWS::KMS::Key', ARN })),
    eventType: 'AwsApiCall',
    managementEvent: true,
    recipientAccountId: account,
    eventCategory: 'Management',
  }
}

/** CloudTrail's own spelling of a refusal of rights; other codes are the exceptions' names. */
function errorCode(type: string): string {
  return type === 'AccessDeniedException' ? 'AccessDenied' : type
}
