import { randomUUID } from 'node:crypto';
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
]);
/** Request fields by the names that CloudTrail gives them. Plaintext, ciphertext and messages have none: they are left out. */
const parameterNames = {
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
};
export function trailEvent(call) {
    const { account, answer, error, principal } = call;
    const parameters = {};
    for (const [name, value] of Object.entries(call.request)) {
        const known = parameterNames[name];
        if (known !== undefined)
            parameters[known] = value;
    }
    if (call.operation === 'Decrypt')
        parameters.encryptionAlgorithm ??= 'SYMMETRIC_DEFAULT';
    const material = answer?.KeyMaterialId ?? answer?.DestinationKeyMaterialId;
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
    };
}
/** CloudTrail's own spelling of a refusal of rights; other codes are the exceptions' names. */
function errorCode(type) {
    return type === 'AccessDeniedException' ? 'AccessDenied' : type;
}
//# sourceMappingURL=kms-trail.js.map